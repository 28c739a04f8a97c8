"""What can have happened to a practice: its contract, what was delegated to it, and its staff."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from swp_domain.actor import BodyKind, Registration, Role
from swp_domain.event import Event
from swp_domain.identifiers import DelegationId
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.money import Pounds
from swp_domain.personal import PersonalText
from swp_domain.practice.vocabulary import Instrument


class ContractMade(Event, name="practice/contract-made"):
    """A council, or a commissioner for it, engaged a practice."""

    council: str
    practice: str
    commissioner: str = ""


class FunctionsDelegated(Event, name="practice/functions-delegated", begins="delegation"):
    """The council authorised the practice to exercise functions, under a power, for a period.

    ``until`` is the last day of the period, where one was set. ``client_groups`` and ``areas`` are those
    it is limited to, in the contract's own words; empty means all.
    """

    delegation: DelegationId
    functions: tuple[Function, ...] = Field(min_length=1)
    under: Instrument
    until: date | None = None
    client_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


class ContractEnded(Event, name="practice/contract-ended"):
    """The contract came to an end; the day it happened is the first day without it."""


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
