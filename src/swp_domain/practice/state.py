"""How a practice stands: its contract, its authorisations, its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from swp_domain.actor import Actor, BodyKind, Registration, Role
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.practice.events import (
    ApprovalLimitSet,
    ContractEnded,
    ContractMade,
    DelegationEnded,
    FunctionsDelegated,
    RegistrationRecorded,
    StaffAbsent,
    StaffJoined,
    StaffLeft,
    StaffReturned,
    ThresholdSet,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.stage import changed


@dataclass(frozen=True)
class Delegation:
    """An authorisation to exercise functions, the days it was in force, and to whom it is limited, if it is."""

    id: str
    functions: tuple[Function, ...]
    under: Instrument
    period: Period
    limited_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """Somebody on the staff, as they are on the day."""

    id: str
    works_for: BodyKind
    role: Role
    registration: Registration | None
    supervisor: str

    def acting_for(self, body: str) -> Actor:
        """The actor they are when they act for their body."""
        return Actor(id=self.id, kind=self.works_for, body=body, role=self.role, registration=self.registration)


@dataclass(frozen=True)
class Absence:
    """The days a member is away, the last of them open where it is not known, and who covers; empty for nobody."""

    days: Period
    covered_by: str = ""


@dataclass(frozen=True)
class PracticeState:
    """A practice on a day. ``absences`` holds the last one told of each member, over or not.

    ``limits`` are what members may approve, in pounds a week; others may approve nothing.
    """

    council: str = ""
    practice: str = ""
    commissioner: str = ""
    delegations: dict[str, Delegation] = field(default_factory=dict)
    staff: dict[str, Member] = field(default_factory=dict)
    absences: dict[str, Absence] = field(default_factory=dict)
    threshold: Band | None = None
    limits: dict[str, Decimal] = field(default_factory=dict)


def evolve(state: PracticeState, entry: AnyEntry) -> PracticeState:
    """The practice after one more entry."""
    match entry.event:
        case ContractMade(council=council, practice=practice, commissioner=commissioner):
            return changed(state, council=council, practice=practice, commissioner=commissioner)
        case ContractEnded():
            ended = {one: _cut(given, entry.occurred_on) for one, given in state.delegations.items()}
            left = {one: given for one, given in ended.items() if given is not None}
            return changed(state, council="", practice="", commissioner="", delegations=left)
        case FunctionsDelegated() as given if not gives(entry.by, given.under, state.council):
            return state  # Nobody is authorised by whoever does not have the function to give.
        case FunctionsDelegated(until=until) as given if until is None or until >= entry.occurred_on:
            period = Period(entry.occurred_on, until)
            limits = given.client_groups + given.areas
            return _delegated(state, Delegation(given.delegation, given.functions, given.under, period, limits))
        case DelegationEnded(delegation=which):
            return _ended(state, which, entry.occurred_on)
        case StaffJoined() as joined:
            member = Member(joined.member, joined.works_for, joined.role, joined.registration, joined.supervisor)
            return changed(state, staff={**state.staff, joined.member: member})
        case RegistrationRecorded(member=who, registration=registration) if who in state.staff:
            return changed(state, staff={**state.staff, who: changed(state.staff[who], registration=registration)})
        case StaffLeft(member=who):
            staff = {one: given for one, given in state.staff.items() if one != who}
            return changed(_back(state, who), staff=staff, limits=_limits(state, who, None))
        case StaffAbsent(member=who, until=until, covered_by=cover) if until is None or until >= entry.occurred_on:
            away = Absence(Period(entry.occurred_on, until), cover)
            return changed(state, absences={**state.absences, who: away})
        case StaffReturned(member=who):
            return _back(state, who)
        case ThresholdSet(threshold=threshold):
            return changed(state, threshold=threshold)
        case ApprovalLimitSet(member=who, weekly=weekly) if entry.by.id != who:
            return changed(state, limits=_limits(state, who, weekly))  # Nobody sets their own.
    return state


def _back(state: PracticeState, who: str) -> PracticeState:
    return changed(state, absences={one: away for one, away in state.absences.items() if one != who})


def _limits(state: PracticeState, who: str, weekly: Decimal | None) -> dict[str, Decimal]:
    kept = {one: limit for one, limit in state.limits.items() if one != who}
    return kept if weekly is None else {**kept, who: weekly}


def gives(by: Actor, under: Instrument, council: str) -> bool:
    """Whether an authorisation under a power is somebody's to give: the council's that the contract names.

    Under a partnership the NHS body to which the council's functions went gives them on.
    """
    if by.kind is BodyKind.NHS_BODY:
        return under is Instrument.NHS_ACT_S75
    return by.kind is BodyKind.COUNCIL and (not council or by.body in ("", council))


def _delegated(state: PracticeState, given: Delegation) -> PracticeState:
    return changed(state, delegations={**state.delegations, given.id: given})


def _ended(state: PracticeState, which: str, on: date) -> PracticeState:
    given = state.delegations.get(which)
    if given is None:
        return state
    cut = _cut(given, on)
    if cut is None:
        return changed(state, delegations={one: kept for one, kept in state.delegations.items() if one != which})
    return _delegated(state, cut)


def _cut(given: Delegation, on: date) -> Delegation | None:
    """An authorisation that is none from a day on; one that ended earlier is left as it is."""
    if on <= given.period.first:
        return None
    last = min(given.period.last or on, on - ONE_DAY)
    return changed(given, period=Period(given.period.first, last))
