"""How the rows of the return on deprivations of liberty come about, from the history of one case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from swp_domain.case.events import PersonDied
from swp_domain.duty import duties
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.identity.events import CasesMerged, CasesUnmerged
from swp_domain.identity.state import IdentityState
from swp_domain.identity.state import evolve as identified
from swp_domain.law.liberty_collection import Answer
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.events import (
    AuthorisationReviewed,
    RequestWithdrawn,
    RequirementAssessed,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    UnauthorisedDeprivationDecided,
    UrgentAuthorisationGiven,
)
from swp_domain.liberty.rules import ASSESSMENTS
from swp_domain.liberty.state import Assessed, LibertyState, Request, told_by
from swp_domain.liberty.state import evolve as liberty
from swp_domain.liberty.vocabulary import AuthorisationOutcome, ReportOutcome, RequestGround, Setting
from swp_projections.authorisations import AUTHORISATION, Authorisations, left_on
from swp_projections.liberty_return_rows import ApplicationRow, Granted, MergedRow, Placed, Signed, UnaskedRow
from swp_projections.projection import Projection
from swp_projections.safeguarding_board_rows import BoardRow

ROOM = "liberty/"


class LibertyReturn(Projection[BoardRow]):
    """Applications to authorise a deprivation of liberty. It is folded when asked, and kept nowhere."""

    name = "liberty_return"
    row = BoardRow
    stepwise = False

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[BoardRow]:
        """The rows of one case."""
        merged = [one for one in told if isinstance(one.event, (CasesMerged, CasesUnmerged))]
        who = IdentityState()
        for entry in merged:
            who = identified(who, entry)
        if who.merged_into:
            named = tuple(one.entry_id for one in merged)
            yield MergedRow(
                file=file, key="merged", on=merged[-1].occurred_on, entries=named, goes_on_in=who.merged_into
            )
        if any(one.event_name.startswith(ROOM) for one in told):
            yield from _Told(file, who.merged_into or file, told).rows()


class _Told:
    """What one case tells of applications and authorisations."""

    def __init__(self, file: str, adult: str, told: Sequence[AnyEntry]) -> None:
        self.file, self.adult = file, adult
        self.died = [one for one in told if isinstance(one.event, PersonDied)]
        self.about = [one for one in told if one.event_name.startswith(ROOM)]
        self.told = told
        self.state = LibertyState()
        for entry in self.about:
            self.state = liberty(self.state, entry)
        self.owed = {one.subject: one for one in duties(told) if one.duty == ASSESSMENTS}
        self.granted = {one.about: one for one in Authorisations().fold(file, told) if one.what == AUTHORISATION}

    def rows(self) -> Iterator[BoardRow]:
        received = (which for one in self.about if one.counts and (which := _received(one.event)) is not None)
        for which in dict.fromkeys((*self.state.requests, *received)):
            yield self._application(which)
        for which, one in self.state.standards.items():
            if one.given is not None and one.request is None:
                named = tuple(each.entry_id for each in self._of(None, which))
                yield UnaskedRow(
                    file=self.file, key=f"unasked|{which}", on=one.given.on, entries=named, authorisation=which
                )

    def _of(self, request: str | None, *authorisations: str) -> list[AnyEntry]:
        """Everything that is told of a request or of authorisations."""
        return [
            one
            for one in self.about
            if (request is not None and getattr(one.event, "request", None) == request)
            or getattr(one.event, "authorisation", None) in authorisations
        ]

    def _application(self, which: str) -> ApplicationRow:
        authorisations = [key for key, one in self.state.standards.items() if one.request == which and one.given]
        said = self._of(which, *authorisations)
        counted = [one for one in said if one.counts]
        received = next((one for one in counted if _received(one.event) == which), None)
        asked = next((one.event for one in counted if isinstance(one.event, StandardAuthorisationRequested)), None)
        reported = received is not None and isinstance(received.event, UnauthorisedDeprivationDecided)
        assessed = [one for one in counted if isinstance(one.event, RequirementAssessed)]
        decided, seen = _deciding(said, which, counts=True), self.state.requests.get(which, Request())
        duty = self.owed.get(which)
        named = {id(one) for one in (*said, *self.died)}
        return ApplicationRow(
            file=self.file,
            key=f"application|{which}",
            on=(received or said[0]).occurred_on,
            entries=tuple(one.entry_id for one in self.told if id(one) in named),
            application=which,
            adult=self.adult,
            received=_placed(received) if received is not None else None,
            setting=_setting(asked, reported),
            place=asked.place if asked is not None else None,
            ground=RequestGround.AFTER_REPORT if reported else asked.ground if asked is not None else None,
            urgent=any(isinstance(one.event, UrgentAuthorisationGiven) for one in counted),
            answers=_answers(seen.assessed),
            last_assessed=_placed(assessed[-1]) if assessed else None,
            due=duty.last_day if duty is not None else None,
            assessed_on=duty.met_on if duty is not None and not duty.lapsed else None,
            signed=decided[0] if decided is not None else None,
            granted=self._granted(decided[1], counted) if decided is not None else None,
            withdrawn_on=seen.withdrawn_on,
            left_on=left_on(seen, self.state),
            died_on=self.died[0].occurred_on if self.died else None,
            over_on=min((one.occurred_on for one in (*counted, *self.died) if _ends(one.event, which)), default=None),
            uncounted=decided is None and _deciding(said, which, counts=False) is not None,
        )

    def _granted(self, decided: StandardAuthorisationDecided, counted: Sequence[AnyEntry]) -> Granted | None:
        """The authorisation that was granted, where the decision that stands grants one."""
        if decided.decision.outcome is not AuthorisationOutcome.GRANTED:
            return None
        which = decided.authorisation
        seen = self.granted[which]
        reviews = [
            one.event.decision.outcome
            for one in counted
            if isinstance(one.event, AuthorisationReviewed) and one.event.authorisation == which
        ]
        return Granted(
            authorisation=which,
            begins_on=seen.begins_on,
            planned_until=decided.until,
            until=seen.until,
            over_on=min((one for one in (seen.ended_on, seen.died_on) if one), default=None),
            suspended=seen.suspended_on is not None,
            reviews=len(reviews),
            latest_review=reviews[-1] if reviews else None,
        )


def _received(event: Event) -> str | None:
    """The request that the supervisory body received: made to it, or what a report that it bore out is treated as."""
    match event:
        case StandardAuthorisationRequested(request=which):
            return which
        case UnauthorisedDeprivationDecided(request=which, decision=decision):
            return which if decision.outcome is ReportOutcome.UNAUTHORISED else None
    return None


def _setting(asked: StandardAuthorisationRequested | None, reported: bool) -> Setting | None:
    """In what kind of place. What was reported was found in a hospital or a care home, whatever is asked for later."""
    if asked is None or (reported and not asked.setting.under_the_schedule):
        return None
    return asked.setting


def _ends(event: Event, which: str) -> bool:
    """Whether nobody waits any more for an answer to a request."""
    match event:
        case StandardAuthorisationDecided(request=request) | RequestWithdrawn(request=request):
            return request == which
    return isinstance(event, PersonDied)


def _deciding(
    said: Sequence[AnyEntry], which: str, *, counts: bool
) -> tuple[Signed, StandardAuthorisationDecided] | None:
    """The last decision on a request, of those that count or of those that do not."""
    for one in reversed(said):
        event = one.event
        if isinstance(event, StandardAuthorisationDecided) and event.request == which and one.counts is counts:
            return Signed(when=_placed(one), outcome=event.decision.outcome, by=one.by.kind), event
    return None


def _placed(entry: AnyEntry) -> Placed:
    told = told_by(entry)
    return Placed(told=told.occurred, on=told.on, latest=told.latest)


def _answers(assessed: dict[Requirement, Assessed]) -> dict[Requirement, Answer]:
    return {one: _answer(assessed.get(one)) for one in Requirement}


def _answer(one: Assessed | None) -> Answer:
    """An assessment used again that finds the requirement not met is told as not satisfied."""
    if one is None:
        return Answer.NOT_ASSESSED
    if not one.met:
        return Answer.NOT_SATISFIED
    return Answer.EQUIVALENT if one.equivalent else Answer.SATISFIED
