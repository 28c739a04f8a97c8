"""What can have happened to a practice: its contract, what was delegated to it, and its staff."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from swp_domain.actor import COUNCIL, BodyKind, Registration, Role
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import CohortId, DecisionKind, DelegationId, ReservationId
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.money import Pounds
from swp_domain.personal import PersonalText
from swp_domain.practice.vocabulary import Instrument, TerminationGround


class ContractMade(Event, name="practice/contract-made"):
    """A council, or a commissioner for it, engaged a practice.

    ``commissioner`` is the NHS body between the two, where there is one. ``until`` is the last day, where the contract
    was made for a period.
    """

    council: str
    practice: str
    commissioner: str = ""
    until: date | None = None


class ContractExtended(Event, name="practice/contract-extended"):
    """The contract goes on until another last day; ``None`` when no last day is set any more."""

    until: date | None = None


class TerminationDecided(Event, name="practice/termination-decided", taken_by=COUNCIL):
    """The council decided that the contract ends. ``returns_to`` is the body to which cases and functions go.

    ``ends_on`` is the first day without the contract. The end itself is told when it comes.
    """

    ends_on: date
    returns_to: str = ""
    decision: Decision[TerminationGround]


class FunctionsDelegated(Event, name="practice/functions-delegated", begins="delegation"):
    """The council authorised the practice to exercise functions, under a power, for a period.

    ``until`` is the last day of the period, where one was set. ``client_groups`` and ``areas`` are those
    it is limited to, in the contract's own words; empty means all. ``listed`` are the numbers under which a list
    annexed to the agreement names the functions.
    """

    delegation: DelegationId
    functions: tuple[Function, ...] = Field(min_length=1)
    under: Instrument
    until: date | None = None
    client_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    listed: tuple[int, ...] = ()


class ScopeChanged(Event, name="practice/scope-changed"):
    """An authorisation reaches other client groups or areas from then on; empty means all. Its period stays."""

    delegation: DelegationId
    client_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


class FunctionsWithdrawn(Event, name="practice/functions-withdrawn"):
    """The council took some functions out of an authorisation; the day it happened is the first day without them."""

    delegation: DelegationId
    functions: tuple[Function, ...] = Field(min_length=1)


class DecisionsReserved(Event, name="practice/decisions-reserved", begins="reservation"):
    """The council kept decisions of some kinds to itself: the practice refers them before they are taken.

    ``above`` reserves only what comes to more than that, in pounds a week; without it, all of them.
    """

    reservation: ReservationId
    decisions: tuple[DecisionKind, ...] = Field(min_length=1)
    above: Pounds | None = None


class ReservationLifted(Event, name="practice/reservation-lifted"):
    """Decisions that were reserved are the practice's own again; the day it happened is the first such day."""

    reservation: ReservationId


class CohortAgreed(Event, name="practice/cohort-agreed", begins="cohort"):
    """Council and practice agreed which people the practice is to serve: clear criteria, known before anybody moves.

    ``client_groups`` and ``areas`` are in the contract's own words; empty means all. Agreed again under the same
    name, the new extent takes the place of the old: an area or a client group was added.
    """

    cohort: CohortId
    client_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    criteria: str = ""


class CohortTransferred(Event, name="practice/cohort-transferred"):
    """The practice took a cohort on: from that day it is responsible for everybody in it.

    ``joint_until`` is the last day of joint responsibility with the council, the window that keeps anybody from
    falling between the two.
    """

    cohort: CohortId
    joint_until: date | None = None


class ContractEnded(Event, name="practice/contract-ended"):
    """The contract came to an end; the day it happened is the first day without it.

    ``returned_to`` is the body that is responsible from that day; without it, the council is.
    """

    returned_to: str = ""


class DelegationEnded(Event, name="practice/delegation-ended"):
    """An authorisation was revoked or ran out; the day it happened is the first day without it."""

    delegation: DelegationId


class StaffJoined(Event, name="practice/staff-joined"):
    """Somebody began to work for the practice or the council, in a role.

    ``member`` names them without naming them. ``supervisor`` is another member.
    """

    member: str
    works_for: BodyKind
    role: Role
    full_name: PersonalText | None = None
    registration: Registration | None = None
    supervisor: str = ""


class RegistrationRecorded(Event, name="practice/registration-recorded"):
    """A member's registration as a social worker, from then on; ``None`` when it lapsed."""

    member: str
    registration: Registration | None = None


class SupervisorAssigned(Event, name="practice/supervisor-assigned"):
    """Somebody supervises a member from then on; empty when nobody does."""

    member: str
    supervisor: str = ""


class CompetenceApproved(Event, name="practice/competence-approved"):
    """The council considers that a member who is no social worker has what exercising some functions requires."""

    member: str
    functions: tuple[Function, ...] = Field(min_length=1)


class StaffLeft(Event, name="practice/staff-left"):
    """A member's last day was the day before."""

    member: str


class StaffAbsent(Event, name="practice/staff-absent"):
    """A member is away from the day it happened, and somebody covers their cases. Why is nobody's business here.

    ``until`` is the last day of the absence, where it is known; without it, until they are back.
    ``covered_by`` is another member; empty says that nobody covers. Said again, it takes the place of what was
    said before: of another last day, or of who covers.
    """

    member: str
    until: date | None = None
    covered_by: str = ""


class StaffReturned(Event, name="practice/staff-returned"):
    """A member is back; the day it happened is the first day on which nobody covers their cases any more."""

    member: str


class ThresholdSet(Event, name="practice/facs-threshold-set"):
    """The council's elected members set the band from which needs are eligible (before the Care Act)."""

    threshold: Band


class ApprovalLimitSet(Event, name="practice/approval-limit-set"):
    """What a member may approve, in pounds a week, from then on; ``None`` when they may approve nothing."""

    member: str
    weekly: Pounds | None = None
