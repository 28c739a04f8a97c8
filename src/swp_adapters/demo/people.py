"""The invented council, practice and staff of the demonstration. None of them exists."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from swp_adapters.casework import Casework
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.decision import Decision
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    ContractReviewed,
    CouncilToldOfAccountablePerson,
)
from swp_domain.governance.vocabulary import Appointment
from swp_domain.law.function import Function
from swp_domain.practice.events import ApprovalLimitSet, ContractMade, FunctionsDelegated, StaffJoined
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import propose

PRACTICE: Final = "practice/haverby"
COUNCIL_NAME: Final = "Haverby Council (invented)"
PRACTICE_NAME: Final = "Haverby Social Work Practice (invented)"

CLERK: Final = Actor(id="haverby-clerk", kind=BodyKind.COUNCIL, body=COUNCIL_NAME, role=Role.ADMINISTRATOR)

_NAMED: Final = AccountablePersonAppointed(
    member="ada", decision=Decision(outcome=Appointment.APPOINTED, reasons="She leads the practice.")
)
_REVIEWED: Final = ("2021-03-15", "2022-03-14", "2023-03-13", "2024-03-11")


def registered(number: str) -> Registration:
    """A registration as a social worker, with the regulator of today."""
    return Registration(regulator=Regulator.SWE, number=number)


def establish(casework: Casework) -> None:
    """Record the contract, the delegation under section 79 and the staff; done before, it does nothing."""
    joined = (
        StaffJoined(member="haverby-clerk", works_for=BodyKind.COUNCIL, role=Role.ADMINISTRATOR),
        StaffJoined(
            member="edith",
            works_for=BodyKind.COUNCIL,
            role=Role.SENIOR_SOCIAL_WORKER,
            registration=registered("SW900001"),
        ),
        StaffJoined(
            member="ada", works_for=BodyKind.PRACTICE, role=Role.SOCIAL_WORKER, registration=registered("SW900002")
        ),
        StaffJoined(member="olu", works_for=BodyKind.PRACTICE, role=Role.ADVICE_OFFICER, supervisor="ada"),
    )
    functions = (
        Function.INFORMATION_AND_ADVICE,
        Function.NEEDS_ASSESSMENT,
        Function.CARERS_ASSESSMENT,
        Function.ELIGIBILITY,
        Function.MEETING_NEEDS,
        Function.ADVOCACY,
        Function.PLANNING,
        Function.REVIEW,
    )
    casework.submit(
        propose(PRACTICE, ContractMade(council=COUNCIL_NAME, practice=PRACTICE_NAME), CLERK, "2020-04-01"),
        propose(
            PRACTICE,
            FunctionsDelegated(delegation="haverby-2020", functions=functions, under=Instrument.CARE_ACT_S79),
            CLERK,
            "2020-04-01",
        ),
        *(propose(PRACTICE, one, CLERK, "2020-04-01") for one in joined),
        propose(PRACTICE, ApprovalLimitSet(member="edith", weekly=Decimal(500)), CLERK, "2020-04-01"),
        propose(PRACTICE, _NAMED, CLERK, "2020-04-01"),
        propose(PRACTICE, CouncilToldOfAccountablePerson(member="ada"), CLERK, "2020-04-01"),
        *(propose(PRACTICE, ContractReviewed(), CLERK, on) for on in _REVIEWED),
        command_id="demo/practice",
    )
