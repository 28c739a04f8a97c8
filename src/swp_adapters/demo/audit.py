"""What an auditor is to find in the demonstration: decisions for which nobody can show authority, and why.

They were taken in an invented second case and came to light when the paper files were looked through.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from swp_adapters.casework import Casework
from swp_adapters.demo.people import CLERK, PRACTICE, registered
from swp_adapters.demo.step import Step
from swp_domain.actor import Actor, BodyKind, Role
from swp_domain.assessment.events import AssessmentCompleted, AssessmentRequested, AssessmentStarted
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import CaseAllocated
from swp_domain.case.vocabulary import Complexity
from swp_domain.decision import Decision
from swp_domain.direct_payments.events import DirectPaymentDecided, DirectPaymentRequested
from swp_domain.direct_payments.vocabulary import CapacityRoute, Employed, PaymentOutcome
from swp_domain.event import Event
from swp_domain.finance.events import FinancialAssessmentCompleted
from swp_domain.finance.vocabulary import MeansOutcome
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import AssessmentCoverage
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions
from swp_domain.law.function import Function
from swp_domain.planning.events import ApprovalAsked, ApprovalDecided, PlanDrafted
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_domain.practice.events import (
    ApprovalLimitSet,
    DecisionsReserved,
    FunctionsDelegated,
    RegistrationRecorded,
    StaffJoined,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Conduct, Proposal, propose
from swp_domain.responsibility.events import CohortRecorded, DecisionRatified
from swp_domain.responsibility.vocabulary import Ratification

CASE: Final = "case/demo-2"
_FOUND: Final = "Invented: found in the paper file when it was looked through."


def audit(casework: Casework) -> Iterator[Step]:
    """The steps: what the contract arranged further, and what was decided in spite of it."""
    yield Step("The council arranges more under the contract: limits, reservations, an area", tuple(_arranged()))
    on = date(2025, 1, 1)
    ben, grace, edith = casework.actor("ben", on), casework.actor("grace", on), casework.actor("edith", on)
    yield Step("A second case: she lives in the West", tuple(_begun(edith)))
    yield from _decided(ben, grace, edith)
    yield Step("The council adopts the direct payment afterwards", (_ratified(casework, edith),))


def _arranged() -> Iterator[Proposal[Event]]:
    told: tuple[tuple[Event, str], ...] = (
        (_joined("ben", Role.SOCIAL_WORKER, "SW900003"), "2024-04-01"),
        (_joined("grace", Role.SENIOR_SOCIAL_WORKER, "SW900004"), "2024-04-01"),
        (ApprovalLimitSet(member="grace", weekly=Decimal(1000)), "2024-04-01"),
        (DecisionsReserved(reservation="large", decisions=(ApprovalDecided.name,), above=Decimal(400)), "2024-04-01"),
        (_authorised("payments-east", Function.DIRECT_PAYMENTS, areas=("East",)), "2024-04-01"),
        (_authorised("means-2024", Function.FINANCIAL_ASSESSMENT, until=date(2025, 3, 31)), "2024-04-01"),
        (RegistrationRecorded(member="ben", registration=None), "2025-03-01"),
    )
    for event, on in told:
        yield propose(PRACTICE, event, CLERK, on)


def _joined(who: str, role: Role, number: str) -> StaffJoined:
    return StaffJoined(member=who, works_for=BodyKind.PRACTICE, role=role, registration=registered(number))


def _authorised(
    name: str, function: Function, areas: tuple[str, ...] = (), until: date | None = None
) -> FunctionsDelegated:
    return FunctionsDelegated(
        delegation=name, functions=(function,), under=Instrument.CARE_ACT_S79, areas=areas, until=until
    )


def _begun(edith: Actor) -> Iterator[Proposal[Event]]:
    told: tuple[Event, ...] = (
        AssessmentRequested(assessment="B1"),
        CohortRecorded(client_groups=("older people",), area="West"),
        CaseAllocated(team="West", worker="ben", complexity=Complexity.LEVEL_2),
        AssessmentStarted(assessment="B1", conduct=ConductFacts(self_assessment_offered=True)),
    )
    for event in told:
        yield propose(CASE, event, edith, "2025-02-24")


def _decided(ben: Actor, grace: Actor, edith: Actor) -> Iterator[Step]:
    assessed = AssessmentCompleted(
        assessment="B1",
        coverage=AssessmentCoverage(
            wellbeing=True, outcomes_wished=True, contribution=True, involved=True, other_help=True
        ),
        conduct=ConductFacts(self_assessment_offered=True, deafblind=False, may_need_nhs_continuing_healthcare=False),
        decision=Decision(outcome=Conclusion.NEEDS, reasons="Invented: needs with meals and the home."),
    )
    yield _found("A social worker assesses, whose registration had lapsed", assessed, ben, "2025-03-10")
    drafted, asked = PlanDrafted(plan="PL2"), ApprovalAsked(plan="PL2", weekly=Decimal(450))
    yield Step(
        "A plan is drafted and put before an approver",
        (propose(CASE, drafted, ben, "2025-03-17"), propose(CASE, asked, ben, "2025-03-17")),
    )
    yield _found(
        "The practice approves what the contract reserves, and nobody asked the council",
        _approval("450", "Invented: within my own limit."), grace, "2025-03-19",
    )  # fmt: skip
    yield _found(
        "The council's approver approves more than their limit",
        _approval("640", "Invented: two carers at night."), edith, "2025-04-02",
    )  # fmt: skip
    payment = DirectPaymentDecided(
        payment="DP2",
        route=CapacityRoute.WITH_CAPACITY,
        conditions=PaymentConditions(
            capacity_to_request=True, prohibited=False, capable_of_managing=True, appropriate=True
        ),
        employed=Employed.NOT_RELATED,
        decision=Decision(outcome=PaymentOutcome.AGREED, reasons="Invented: she wants to choose who comes."),
    )
    yield Step(
        "She asks for a direct payment", (propose(CASE, DirectPaymentRequested(payment="DP2"), edith, "2025-04-03"),)
    )
    yield _found("The practice agrees to it, authorised for the East only", payment, grace, "2025-04-07")
    means = FinancialAssessmentCompleted(
        financial="FA2", decision=Decision(outcome=MeansOutcome.CONTRIBUTES, reasons="Invented: as her papers show.")
    )
    yield _found("Means are assessed a fortnight after that authorisation ran out", means, grace, "2025-04-14")


def _approval(weekly: str, reasons: str) -> ApprovalDecided:
    decision = Decision(outcome=ApprovalOutcome.APPROVED, reasons=reasons)
    return ApprovalDecided(plan="PL2", weekly=Decimal(weekly), decision=decision)


def _found(says: str, event: Event, by: Actor, on: str) -> Step:
    return Step(says, (propose(CASE, event, by, on, conduct=Conduct.RECORDING, reason=_FOUND),))


def _ratified(casework: Casework, edith: Actor) -> Proposal[Event]:
    agreed = next(one for one in casework.entries(CASE) if isinstance(one.event, DirectPaymentDecided))
    decision = Decision(outcome=Ratification.RATIFIED, reasons="Invented: the same would have been agreed.")
    return propose(CASE, DecisionRatified(entry=agreed.entry_id, decision=decision), edith, "2025-05-06")
