"""Requests to authorise a deprivation of liberty, and authorisations: in force, expiring, late, waiting, died waiting.

What a day of deprivation is authorised by is a question to the file (:mod:`swp_domain.deprivation_cover`); a row says
how one request or one authorisation stands, and since when it waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from swp_domain.case.events import PersonDied
from swp_domain.duty import Duty, duties, late_since
from swp_domain.entry import AnyEntry
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import suspension
from swp_domain.liberty import STAGE
from swp_domain.liberty.rules import ASSESSMENTS
from swp_domain.liberty.state import LibertyState, Request, Standard, Suspension, Told, evolve
from swp_projections.projection import Projection, Row, touches

REQUEST, AUTHORISATION = "request", "authorisation"
LEFT: Final = "left"
"""How a request stands that nobody withdrew, of somebody who is no longer in the place that it is for."""
WAITING: Final = ("requested", "late")
"""How a request stands that somebody waits for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationRow(Row):
    """A request or a standard authorisation. Days only: how it stands is a question about a day.

    ``last_day`` is the last on which every assessment is in time, under ``provision`` and ``limit`` with their force
    and with how sure the law is that is encoded here. ``represented`` is whether the person has a representative.
    ``died_on`` is when the adult died, ``left_on`` the last day in the place that a request is for. ``lapses_on`` is
    its last day where a suspension was not lifted in time, or is not yet. ``told_as`` is the day of the request, or of
    the grant, as it was told, where that is not one day.
    """

    what: str
    about: str
    request: str | None = None
    deprivation: str | None = None
    setting: str | None = None
    place: str | None = None
    requested_on: date | None = None
    told_as: str = ""
    ground: str | None = None
    urgent_from: date | None = None
    urgent_until: date | None = None
    last_day: date | None = None
    assessed_on: date | None = None
    decided_on: date | None = None
    outcome: str | None = None
    withdrawn_on: date | None = None
    begins_on: date | None = None
    until: date | None = None
    suspended_on: date | None = None
    lapses_on: date | None = None
    ended_on: date | None = None
    represented: bool | None = None
    died_on: date | None = None
    left_on: date | None = None
    provision: str = ""
    force: str = ""
    confidence: str = ""
    limit: str = ""
    limit_force: str = ""

    @property
    def requested(self) -> date | str | None:
        """The day of a request as it was told: a day, or what was told in its place."""
        return (self.told_as or self.requested_on) if self.what == REQUEST else self.requested_on

    @property
    def begins(self) -> date | str | None:
        """The first day of an authorisation: what was told of its grant, where no day is named and that is not one."""
        granted = self.what == AUTHORISATION and self.begins_on == self.decided_on
        return self.told_as if granted and self.told_as else self.begins_on

    def standing(self, as_at: date) -> str:
        """As at a day: of a request ``requested``, ``late``, an outcome, ``withdrawn``, ``died waiting`` or ``left``.

        Of somebody who has left nothing says that the duty to assess is over: its clock stands in :meth:`late_since`.

        Of an authorisation ``to begin``, ``in force``, ``suspended``, ``expired`` or ``ended``. The adult's death
        ends it.
        """
        died = self.died_on is not None and self.died_on <= as_at
        if self.what == REQUEST:
            return self._request(as_at, died)
        if self.ended_on is not None and self.ended_on < as_at:
            return "ended"
        if self.lapses_on is not None and self.lapses_on < as_at:
            return "ended"
        if self.until is not None and self.until < as_at:
            return "expired"
        if died:
            return "ended"
        if self.begins_on is not None and self.begins_on > as_at:
            return "to begin"
        return "suspended" if self.suspended_on is not None else "in force"

    def _request(self, as_at: date, died: bool) -> str:
        if self.decided_on is not None:
            return self.outcome or "decided"
        if self.withdrawn_on is not None:
            return "withdrawn"
        if self.left_on is not None and self.left_on < as_at:
            return LEFT
        if died:
            return "died waiting"
        return "late" if self.late_since(as_at) is not None else "requested"

    def late_since(self, as_at: date) -> date | None:
        """The first day on which the assessments were late, if they were by a day."""
        if self.what != REQUEST:
            return None
        over = min((one for one in (self.assessed_on, self.withdrawn_on, self.died_on) if one), default=None)
        return late_since(self.last_day, over, None, as_at)

    def waits(self, as_at: date) -> int | None:
        """For how many days somebody has waited for an answer by a day; ``None`` where nobody waits."""
        if self.what != REQUEST or self.requested_on is None or self.standing(as_at) not in WAITING:
            return None
        return (as_at - self.requested_on).days

    def expires_within(self, days: int, as_at: date) -> bool:
        """Whether it is in force on a day and its last day lies no more than so many days ahead."""
        if self.what != AUTHORISATION or self.until is None or self.standing(as_at) not in ("in force", "suspended"):
            return False
        return self.until <= as_at + timedelta(days=days)


class Authorisations(Projection[AuthorisationRow]):
    """Every request for a standard authorisation, and every standard authorisation."""

    name = "authorisations"
    version = 5
    row = AuthorisationRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What the stage declares, the duty to decide in time, and a death."""
        return isinstance(entry.event, (*STAGE.event_types, PersonDied)) or touches(entry, (ASSESSMENTS,))

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[AuthorisationRow]:
        """The rows of a file after its history."""
        state = LibertyState()
        died_on: date | None = None
        for entry in told:
            state = evolve(state, entry)
            if isinstance(entry.event, PersonDied):
                died_on = entry.occurred_on
        if not (state.requests or state.standards):
            return
        owed = {one.subject: one for one in duties(told) if one.duty == ASSESSMENTS}
        for which, one in state.requests.items():
            row = replace(_request(file, which, one, died_on), left_on=left_on(one, state))
            yield _timed(row, owed.get(which))
        for which, standing in state.standards.items():
            if standing.given is not None:
                request = state.requests.get(standing.request or "", Request())
                yield _authorisation(file, which, standing, standing.given.on, request, died_on)


def _timed(row: AuthorisationRow, duty: Duty | None) -> AuthorisationRow:
    """A request with the clock of its assessments."""
    if duty is None:
        return row
    mark = duty.governing
    return replace(
        row,
        last_day=duty.last_day,
        assessed_on=None if duty.lapsed else duty.met_on,
        provision=mark.provision,
        force=mark.force.value if mark.force else "",
        confidence=mark.confidence,
        limit=mark.limit,
        limit_force=mark.limit_force.value if mark.limit_force else "",
    )


def _request(file: str, which: str, one: Request, died_on: date | None) -> AuthorisationRow:
    urgent = one.urgent
    return AuthorisationRow(
        file=file,
        key=f"{REQUEST}|{which}",
        what=REQUEST,
        about=which,
        deprivation=one.deprivation or (urgent.deprivation if urgent else None),
        setting=one.setting.value if one.setting else None,
        place=one.place or (urgent.place if urgent else None),
        requested_on=one.requested.on if one.requested else None,
        told_as=_told_as(one.requested),
        ground=one.ground.value if one.ground else None,
        urgent_from=urgent.given.on if urgent else None,
        urgent_until=(urgent.extended_until or urgent.until) if urgent else None,
        decided_on=one.decided.on if one.decided else None,
        outcome=one.outcome.value if one.outcome else None,
        withdrawn_on=one.withdrawn_on,
        died_on=died_on,
    )


def left_on(one: Request, state: LibertyState) -> date | None:
    """The last day in the place that a request is for, where nothing says that the person is there still."""
    told = state.deprivations.get(one.deprivation or "")
    if told is None or one.requested is None:
        return None
    # A spell, or a request, that names no place can be of any.
    there = [each for each in told.spells if one.place is None or each.place is None or each.place == one.place]
    ends = [each.until.latest if each.until else None for each in there]
    if not ends or None in ends:
        return None
    last = max(day for day in ends if day)
    return last if last >= one.requested.on else None


def _told_as(told: Told | None) -> str:
    """A day as it was told, where that is not one day."""
    return str(told.occurred) if told and not told.occurred.is_exact else ""


def _lapses(one: Suspension) -> date | None:
    """The day with which a suspension ends an authorisation, unless it was lifted in time."""
    last = suspension.last_day(one.since.on) if suspension.in_force(one.since.on) else None
    return None if last is None or (one.lifted is not None and one.lifted.on <= last) else last


def _authorisation(
    file: str, which: str, one: Standard, given_on: date, request: Request, died_on: date | None
) -> AuthorisationRow:
    suspended = next((each.since.on for each in one.suspensions if each.lifted is None), None)
    return AuthorisationRow(
        file=file,
        key=f"{AUTHORISATION}|{which}",
        what=AUTHORISATION,
        about=which,
        request=one.request,
        deprivation=request.deprivation,
        setting=request.setting.value if request.setting else None,
        place=request.place,
        decided_on=given_on,
        told_as=_told_as(one.given),
        outcome="granted",
        begins_on=max(one.begins_on or given_on, given_on),
        until=one.until,
        suspended_on=suspended,
        lapses_on=min((day for each in one.suspensions if (day := _lapses(each))), default=None),
        ended_on=one.ended.on if one.ended else None,
        represented=one.representative is not None,
        died_on=died_on,
    )
