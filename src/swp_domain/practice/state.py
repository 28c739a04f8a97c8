"""How a practice stands: its contract, what was arranged under it, its people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from swp_domain.actor import Actor, BodyKind
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.practice.arrangements import Cohort, Delegation, Extent, Reservation, cut
from swp_domain.practice.events import (
    ApprovalLimitSet,
    CohortAgreed,
    CohortTransferred,
    CompetenceApproved,
    ContractEnded,
    ContractExtended,
    ContractMade,
    DecisionsReserved,
    DelegationEnded,
    FunctionsDelegated,
    FunctionsWithdrawn,
    RegistrationRecorded,
    ReservationLifted,
    ScopeChanged,
    StaffAbsent,
    StaffJoined,
    StaffLeft,
    StaffReturned,
    SupervisorAssigned,
    ThresholdSet,
)
from swp_domain.practice.people import Absence, Member
from swp_domain.practice.vocabulary import Instrument
from swp_domain.stage import changed


@dataclass(frozen=True)
class PracticeState:
    """A practice on a day.

    ``until`` is the last day of the contract, where one is set. Once it has ended, ``returned_to`` is the body that
    is responsible, ``former_council`` who was the council, ``ended_on`` the first day without it, and ``served`` those
    for whom it was responsible on its last day. ``absences`` holds the last one told of each member, over or not.
    ``limits`` are what members may approve, in pounds a week; others may approve nothing.
    """

    council: str = ""
    practice: str = ""
    commissioner: str = ""
    until: date | None = None
    returned_to: str = ""
    former_council: str = ""
    former_practice: str = ""
    ended_on: date | None = None
    served: tuple[Extent, ...] = ()
    delegations: dict[str, Delegation] = field(default_factory=dict)
    reservations: dict[str, Reservation] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    staff: dict[str, Member] = field(default_factory=dict)
    absences: dict[str, Absence] = field(default_factory=dict)
    threshold: Band | None = None
    limits: dict[str, Decimal] = field(default_factory=dict)

    def on(self, day: date) -> PracticeState:
        """The same on a day after the last entry: a contract that has run out is none."""
        return self if self.until is None or day <= self.until else _without_contract(self, self.until + ONE_DAY, "")


def evolve(state: PracticeState, entry: AnyEntry) -> PracticeState:
    """The practice after one more entry. A contract that ran out stays ended, unless it is extended."""
    match entry.event:
        case ContractMade(council=council, practice=practice, commissioner=commissioner, until=until):
            made = {"council": council, "practice": practice, "commissioner": commissioner, "until": until}
            return changed(
                state.on(entry.occurred_on),
                **made,
                returned_to="",
                former_council="",
                former_practice="",
                served=(),
                ended_on=None,
            )
        case ContractExtended(until=until):
            return changed(state, until=until)
        case ContractEnded(returned_to=returned_to):
            return _without_contract(state, entry.occurred_on, returned_to)
        case (
            FunctionsDelegated() | FunctionsWithdrawn() | ScopeChanged() | DelegationEnded() | DecisionsReserved()
            | ReservationLifted() | CohortAgreed() | CohortTransferred()
        ):  # fmt: skip
            return _arranged(state, entry)
        case ThresholdSet(threshold=threshold):
            return changed(state, threshold=threshold)
    return _staffed(state, entry)


def _without_contract(state: PracticeState, on: date, returned_to: str) -> PracticeState:
    """Nothing that was arranged under a contract outlives it. Staff are told to leave one by one."""
    ended = {one: cut(given, on) for one, given in state.delegations.items()}
    left = {one: given for one, given in ended.items() if given is not None}
    return changed(
        state,
        council="",
        practice="",
        commissioner="",
        until=None,
        returned_to=returned_to or state.returned_to,
        former_council=state.council or state.former_council,
        former_practice=state.practice or state.former_practice,
        ended_on=on if state.practice else state.ended_on,
        served=_served(state, on - ONE_DAY) if state.practice else state.served,
        delegations=left,
        reservations={},
        cohorts={},
    )


def _served(state: PracticeState, on: date) -> tuple[Extent, ...]:
    """For whom a practice was responsible: its cohorts, or, where none was agreed, those it was authorised for."""
    if state.cohorts:
        return tuple(one.extent for one in state.cohorts.values() if one.since is not None)
    return tuple(one.extent for one in state.delegations.values() if on in one.period)


def _arranged(state: PracticeState, entry: AnyEntry) -> PracticeState:
    """What is arranged under the contract: who may do what for whom, and what the council keeps."""
    on = entry.occurred_on
    match entry.event:
        case FunctionsDelegated() as given if not gives(entry.by, given.under, state.council):
            return state  # Nobody is authorised by whoever does not have the function to give.
        case FunctionsDelegated(until=until) as given if until is None or until >= on:
            extent = Extent(given.client_groups, given.areas)
            return _delegated(
                state, Delegation(given.delegation, given.functions, given.under, Period(on, until), extent)
            )
        case FunctionsWithdrawn(delegation=which, functions=functions) if which in state.delegations:
            told = state.delegations[which]
            return _delegated(state, changed(told, withdrawn=(*told.withdrawn, *((one, on) for one in functions))))
        case ScopeChanged(delegation=which, client_groups=groups, areas=areas) if which in state.delegations:
            return _delegated(state, changed(state.delegations[which], extent=Extent(groups, areas)))
        case DelegationEnded(delegation=which) if which in state.delegations:
            ended = cut(state.delegations[which], on)
            others = {one: kept for one, kept in state.delegations.items() if one != which}
            return changed(state, delegations={**others, which: ended} if ended else others)
        case DecisionsReserved(reservation=which, decisions=decisions, above=above):
            return changed(state, reservations={**state.reservations, which: Reservation(which, decisions, above)})
        case ReservationLifted(reservation=which):
            kept = {one: given for one, given in state.reservations.items() if one != which}
            return changed(state, reservations=kept)
        case CohortAgreed(cohort=which, client_groups=groups, areas=areas):
            known = state.cohorts.get(which) or Cohort(which, Extent())
            return changed(state, cohorts={**state.cohorts, which: changed(known, extent=Extent(groups, areas))})
        case CohortTransferred(cohort=which, joint_until=joint) if which in state.cohorts:
            taken = changed(state.cohorts[which], since=on, joint_until=joint)
            return changed(state, cohorts={**state.cohorts, which: taken})
    return state


def _staffed(state: PracticeState, entry: AnyEntry) -> PracticeState:
    """Who works for practice and council, and what they may do."""
    match entry.event:
        case StaffJoined() as joined:
            member = Member(joined.member, joined.works_for, joined.role, joined.registration, joined.supervisor)
            return _member(state, member)
        case RegistrationRecorded(member=who, registration=registration) if who in state.staff:
            return _member(state, changed(state.staff[who], registration=registration))
        case SupervisorAssigned(member=who, supervisor=supervisor) if who in state.staff:
            return _member(state, changed(state.staff[who], supervisor=supervisor))
        case CompetenceApproved(member=who, functions=functions) if who in state.staff and _councils(entry.by, state):
            approved = dict.fromkeys((*state.staff[who].competent_for, *functions))
            return _member(state, changed(state.staff[who], competent_for=tuple(approved)))
        case StaffLeft(member=who):
            staff = {one: given for one, given in state.staff.items() if one != who}
            return changed(_back(state, who), staff=staff, limits=_limits(state, who, None))
        case StaffAbsent(member=who, until=until, covered_by=cover) if until is None or until >= entry.occurred_on:
            away = Absence(Period(entry.occurred_on, until), cover)
            return changed(state, absences={**state.absences, who: away})
        case StaffReturned(member=who):
            return _back(state, who)
        case ApprovalLimitSet(member=who, weekly=weekly) if entry.by.id != who:
            return changed(state, limits=_limits(state, who, weekly))  # Nobody sets their own.
    return state


def _member(state: PracticeState, member: Member) -> PracticeState:
    return changed(state, staff={**state.staff, member.id: member})


def _back(state: PracticeState, who: str) -> PracticeState:
    return changed(state, absences={one: away for one, away in state.absences.items() if one != who})


def _limits(state: PracticeState, who: str, weekly: Decimal | None) -> dict[str, Decimal]:
    kept = {one: limit for one, limit in state.limits.items() if one != who}
    return kept if weekly is None else {**kept, who: weekly}


def _delegated(state: PracticeState, given: Delegation) -> PracticeState:
    return changed(state, delegations={**state.delegations, given.id: given})


def gives(by: Actor, under: Instrument, council: str) -> bool:
    """Whether an authorisation under a power is somebody's to give: the council's that the contract names.

    Under a partnership the NHS body to which the council's functions went gives them on.
    """
    if by.kind is BodyKind.NHS_BODY:
        return under is Instrument.NHS_ACT_S75
    return by.kind is BodyKind.COUNCIL and (not council or by.body in ("", council))


def _councils(by: Actor, state: PracticeState) -> bool:
    """Whether what the council considers was told by somebody of the council."""
    return by.kind is BodyKind.COUNCIL and (not state.council or by.body in ("", state.council))
