"""What can have happened to whose a case is: to which cohort it belongs, who took it on, what the council kept."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import COUNCIL
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import DecisionKind, ReferenceId
from swp_domain.money import Pounds
from swp_domain.personal import PersonalText
from swp_domain.responsibility.vocabulary import Agreement, MoveGround, Ratification, TakingBack


class CohortRecorded(Event, name="responsibility/cohort-recorded"):
    """To which client groups and which area the adult belongs, in the words of the contract, from then on.

    Without ``area``, or without ``client_groups``, that is not known.
    """

    client_groups: tuple[str, ...] = ()
    area: str = ""


class ResponsibilityMoved(Event, name="responsibility/moved"):
    """Notice on the case that another body is responsible for it: what moved it is in the practice's own file.

    ``practice`` is the id of that file. ``joint_until`` is the last day on which both are responsible.
    """

    from_body: str
    to_body: str
    ground: MoveGround = MoveGround.OTHER
    practice: str = ""
    joint_until: date | None = None


class ReservedDecisionReferred(Event, name="responsibility/reserved-decision-referred", begins="reference"):
    """A practice put to the council a decision that the contract reserves.

    ``weekly`` is what it comes to, in pounds a week, where it is about money. In an emergency the practice may go
    ahead, and the council answers afterwards.
    """

    reference: ReferenceId
    of: DecisionKind
    weekly: Pounds | None = None
    emergency: bool = False
    why: PersonalText | None = None


class ReservedDecisionAnswered(Event, name="responsibility/reserved-decision-answered", taken_by=COUNCIL):
    """The council agreed to a reserved decision, or did not: up to ``weekly``, in pounds a week, where money is meant.

    ``reference`` is what it answers; without it, it agreed unasked.
    """

    of: DecisionKind
    reference: ReferenceId | None = None
    weekly: Pounds | None = None
    decision: Decision[Agreement]


class DecisionRatified(Event, name="responsibility/decision-ratified", taken_by=COUNCIL):
    """The council said whether it adopts a decision that a practice took without the power to.

    ``entry`` is the id of the entry in which that decision is recorded. It stays as it was taken: to give it effect,
    the council takes the decision itself.
    """

    entry: str
    decision: Decision[Ratification]


class CaseTakenBack(Event, name="responsibility/case-taken-back", taken_by=COUNCIL):
    """The council takes the decisions of this case itself from then on, whatever it delegated."""

    decision: Decision[TakingBack]


class CaseGivenBack(Event, name="responsibility/case-given-back"):
    """The practice decides in this case again; the day it happened is the first such day."""


class OutOfHoursHandedOver(Event, name="responsibility/out-of-hours-handed-over"):
    """Whoever answers out of hours was told what may come up, and has the case until it is handed back."""

    to_body: str
    what: PersonalText | None = None


class OutOfHoursHandedBack(Event, name="responsibility/out-of-hours-handed-back"):
    """What came up out of hours was handed back. ``acted`` is whether anything was done."""

    from_body: str
    acted: bool | None = None
    what: PersonalText | None = None
