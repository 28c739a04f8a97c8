"""Folds one case into the rows of its concerns, enquiries and safeguarding plans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from swp_domain.entry import AnyEntry
from swp_domain.law.care_act_2014.s68_advocacy import enquiry_advocate_duty
from swp_domain.law.finding import Outcome, outcome_of
from swp_domain.law.local_targets.safeguarding_enquiry import near_each_other
from swp_domain.safeguarding import STAGE
from swp_domain.safeguarding.concerns import Concern
from swp_domain.safeguarding.enquiries import Enquiry, Protection
from swp_domain.safeguarding.enquiry_vocabulary import EnquiryKind
from swp_domain.safeguarding.events import (
    ActionDecided,
    ConcernJoined,
    ConcernReceived,
    ConcernReopened,
    EnquiryAdvocateArranged,
    EnquiryAdvocateEnded,
    EnquiryAdvocateRefused,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    EnquiryOutcomeTold,
    OutcomesAsked,
    PersonAlleged,
    PersonAllegedAgain,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.state import SafeguardingState, evolve
from swp_domain.safeguarding.vocabulary import AbuseType, Location, RiskSource
from swp_domain.safeguarding.words import words_on
from swp_projections.moment import Moment
from swp_projections.safeguarding_board_path import moment_of
from swp_projections.safeguarding_board_rows import ConcernRow, EnquiryRow, PlanRow

_OF_CONCERN = (
    ConcernReceived, EnquiryDecided, ConcernReopened, EnquiryOpened, ConcernJoined, PersonAlleged, PersonAllegedAgain,
)  # fmt: skip
_OF_ENQUIRY = (
    EnquiryOpened, ConcernJoined, EnquiryInvolvementConsidered, EnquiryAdvocateArranged, EnquiryAdvocateRefused,
    EnquiryAdvocateEnded, OutcomesAsked, ActionDecided, EnquiryClosed, EnquiryOutcomeTold, SafeguardingPlanAgreed,
)  # fmt: skip
_OF_PLAN = (SafeguardingPlanAgreed, SafeguardingPlanReviewed)


class Story:
    """What is on record of one adult's safety, to be put into rows."""

    def __init__(self, file: str, told: Sequence[AnyEntry]) -> None:
        self.file = file
        self.state: SafeguardingState = STAGE.state
        self.entries: dict[tuple[str, str], list[AnyEntry]] = defaultdict(list)
        self.stands_as: dict[str, RiskSource] = {}
        for entry in told:
            self.state = evolve(self.state, entry)
            if entry.event_name.startswith("safeguarding/"):
                for name in entry.event.speaks_of():
                    self.entries[name].append(entry)
            match entry.event:
                case PersonAlleged(alleged=which, stands_as=RiskSource() as stands):
                    self.stands_as[which] = stands

    def rows(self) -> Iterator[ConcernRow | EnquiryRow | PlanRow]:
        """Every concern, enquiry and plan."""
        received = sorted(one.received_on for one in self.state.concerns.values() if one.received_on)
        for which, concern in self.state.concerns.items():
            yield self._concern(which, concern, received)
        for which, enquiry in self.state.enquiries.items():
            yield self._enquiry(which, enquiry)
        for which, plan in self.state.plans.items():
            yield PlanRow(
                file=self.file, key=f"plan|{which}", on=plan.agreed_on or self._first("safeguarding-plan", which),
                entries=self._entries_of_plan(which, plan), plan=which, enquiry=plan.enquiry, concern=plan.concern,
                agreed_on=plan.agreed_on, reviewed_on=plan.reviewed_on, ended_on=plan.ended_on,
            )  # fmt: skip

    def _concern(self, which: str, one: Concern, received: Sequence[date]) -> ConcernRow:
        on = one.received_on or self._first("concern", which)
        earlier = list(received)
        if one.received_on is not None:
            earlier.remove(one.received_on)
        before = [day for day in earlier if day <= on]
        first = next(iter(self._of("concern", which, (ConcernReceived,))), None)
        return ConcernRow(
            file=self.file, key=f"concern|{which}", on=on, entries=self._entries_of_concern(which, one),
            concern=which, received_on=one.received_on, called=words_on(on).concern, decided_on=one.decided_on,
            decision=one.outcome, reopened_on=one.reopened_on, types=one.types, location=one.location,
            location_name=one.location_name, provider=one.provider, sources=self._sources(one),
            repeats=first is not None and getattr(first.event, "repeats", None) is not None,
            uncounted=any(
                not entry.counts and isinstance(entry.event, EnquiryDecided) for entry in self.entries["concern", which]
            ),
            within_a_year=bool(before) and one.received_on is not None and _near(before[-1], on),
            enquiries=one.enquiries, path=self._path(which, one),
        )  # fmt: skip

    def _enquiry(self, which: str, one: Enquiry) -> EnquiryRow:
        concerns = [self.state.concerns[name] for name in one.concerns]
        closing = next(iter(self._of("enquiry", which, (EnquiryClosed,))[::-1]), None)
        ended = closing.event if closing is not None and isinstance(closing.event, EnquiryClosed) else None
        return EnquiryRow(
            file=self.file, key=f"enquiry|{which}", on=one.opened_on or self._first("enquiry", which),
            entries=self._entries_of(which, one), enquiry=which, kind=one.kind, concerns=one.concerns,
            opened_on=one.opened_on, pairs=_pairs(concerns, self._sources), places=_places(concerns, self._sources),
            kinds_at=_kinds_at(concerns),
            advocate_owed=_advocate_owed(one), advocate_on=one.advocate_on,
            advocate_refused_on=one.advocate_refused_on, advocate_ended_on=one.advocate_ended_on,
            advocate_end=one.advocate_end, unasked=one.unasked, asked=tuple(sorted(one.asked)),
            expressed=one.expressed, action_on=one.decided_on, action=one.action, risk=one.risk,
            plans=tuple(name for name, plan in self.state.plans.items() if plan.enquiry == which),
            closed_on=one.closed_on, end=one.end, risk_after=one.risk_after, achieved=one.achieved,
            lacked=ended.lacked_capacity if ended else None, supported=ended.supported if ended else None,
            told_on=one.told_on,
        )  # fmt: skip

    def _entries_of_concern(self, which: str, one: Concern) -> tuple[str, ...]:
        """Its own, what was told of whom it names, and the adult's concern before it, within a year of which it is."""
        named = (name for alleged in sorted(one.alleged) for name in self._ids("alleged", alleged, (PersonAlleged,)))
        before = (
            name
            for other, at in self.state.concerns.items()
            if other != which and at.received_on and one.received_on and _near(at.received_on, one.received_on)
            for name in self._ids("concern", other, (ConcernReceived,))
        )
        return tuple(dict.fromkeys((*self._ids("concern", which, _OF_CONCERN), *named, *before)))

    def _entries_of_plan(self, which: str, plan: Protection) -> tuple[str, ...]:
        """Its own, and those of the enquiry that it is of, or of the concern."""
        one, concern = self.state.enquiries.get(plan.enquiry), self.state.concerns.get(plan.concern)
        before: tuple[str, ...] = self._entries_of_concern(plan.concern, concern) if concern and not one else ()
        if one:
            before = self._entries_of(plan.enquiry, one)
        return tuple(dict.fromkeys((*before, *self._ids("safeguarding-plan", which, _OF_PLAN))))

    def _entries_of(self, which: str, one: Enquiry) -> tuple[str, ...]:
        """Its own, and the receipt of each concern in it, which says the kind, the place and the source of risk."""
        received = (
            name for concern in one.concerns for name in self._entries_of_concern(concern, self.state.concerns[concern])
        )
        return tuple(dict.fromkeys((*received, *self._ids("enquiry", which, _OF_ENQUIRY))))

    def _sources(self, one: Concern) -> tuple[RiskSource, ...]:
        told = {self.stands_as[name] for name in one.alleged if name in self.stands_as}
        return tuple(sorted(told | ({one.risk_source} if one.risk_source else set())))

    def _path(self, which: str, one: Concern) -> tuple[Moment, ...]:
        plans = [
            name
            for name, plan in self.state.plans.items()
            if plan.enquiry in one.enquiries or (plan.concern == which and not plan.enquiry)
        ]
        names = [("concern", which), *(("enquiry", name) for name in one.enquiries)]
        names += [("safeguarding-plan", name) for name in plans]
        found = {entry.entry_id: entry for name in names for entry in self.entries[name]}
        return tuple(moment_of(entry) for entry in sorted(found.values(), key=lambda e: (e.occurred_on, e.version)))

    def _first(self, kind: str, which: str) -> date:
        return min((one.occurred_on for one in self.entries[kind, which]), default=date.max)

    def _of(self, kind: str, which: str, events: tuple[type, ...]) -> list[AnyEntry]:
        return [one for one in self.entries[kind, which] if one.counts and isinstance(one.event, events)]

    def _ids(self, kind: str, which: str, events: tuple[type, ...]) -> tuple[str, ...]:
        return tuple(one.entry_id for one in self._of(kind, which, events))


def _near(before: date, on: date) -> bool:
    return before <= on and near_each_other.in_force(before) and on <= near_each_other.last_day(before)


def _pairs(
    concerns: Sequence[Concern], sources: Callable[[Concern], tuple[RiskSource, ...]]
) -> tuple[tuple[AbuseType | None, RiskSource | None], ...]:
    """Each kind with each source, concern by concern: no pair is made up over two; the untold is a part."""
    found = {(kind, source) for one in concerns for kind in one.types or (None,) for source in sources(one) or (None,)}
    return tuple(sorted(found or {(None, None)}, key=str))


def _places(
    concerns: Sequence[Concern], sources: Callable[[Concern], tuple[RiskSource, ...]]
) -> tuple[tuple[Location | None, RiskSource | None], ...]:
    found = {(one.location, source) for one in concerns for source in sources(one) or (None,)}
    return tuple(sorted(found or {(None, None)}, key=str))


def _kinds_at(concerns: Sequence[Concern]) -> tuple[tuple[AbuseType | None, Location | None], ...]:
    found = {(kind, one.location) for one in concerns for kind in one.types or (None,)}
    return tuple(sorted(found or {(None, None)}, key=str))


def _advocate_owed(one: Enquiry) -> bool | None:
    """Whether section 68 asks for an advocate, of a section 42 enquiry; ``None`` where it cannot be told."""
    if one.kind is not EnquiryKind.SECTION_42:
        return False
    if one.involvement is None:
        return None
    return {Outcome.MET: True, Outcome.NOT_MET: False}.get(outcome_of(enquiry_advocate_duty.test(one.involvement)))
