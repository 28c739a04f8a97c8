"""The papers of a practice's governance and of its budget: each lawful, so that a test changes what it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from swp_domain.actor import BodyKind
from swp_domain.event import Event
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    CouncilToldOfAccountablePerson,
    ExerciseReported,
    PartnershipMade,
    PoolReported,
)
from swp_domain.governance.vocabulary import Activation, AgreementHead, Appointment, Reported
from swp_domain.sub_pool.events import (
    BudgetAgreed,
    BudgetLine,
    CarryForwardAnswered,
    CommitmentMade,
    InstalmentAgreed,
    OverspendMet,
    UnderspendCarriedForward,
    Vired,
)
from swp_domain.sub_pool.vocabulary import CarryForward, MetFrom, Movement
from tests.cast import somebody
from tests.papers import decided

E = TypeVar("E", bound=Event)

YEAR, NEXT_YEAR = date(2012, 4, 1), date(2013, 4, 1)
nhs_body = somebody(BodyKind.NHS_BODY, name="commissioner", body="Northmere Commissioning Group")


def _paper(kind: type[E], usual: dict[str, Any], told: dict[str, Any]) -> E:
    return kind.model_validate({**usual, **told})


def appointed(member: str = "ada") -> AccountablePersonAppointed:
    return AccountablePersonAppointed(member=member, decision=decided(Appointment.APPOINTED))


def stood_down(member: str = "ada", instead: str = "") -> AccountablePersonStoodDown:
    return AccountablePersonStoodDown(member=member, instead=instead)


def told_of(member: str = "ada") -> CouncilToldOfAccountablePerson:
    return CouncilToldOfAccountablePerson(member=member)


def partnership(**told: Any) -> PartnershipMade:
    usual = {
        "partnership": "s75",
        "nhs_body": "Northmere Commissioning Group",
        "heads": tuple(AgreementHead),
        "pooled_fund": True,
        "host": "Northmere Commissioning Group",
        "pool_manager": "finance officer",
        "functions_to_nhs_body": True,
        "decision": decided(Activation.IN_EFFECT),
    }
    return _paper(PartnershipMade, usual, told)


def pool_report(up_to: str, covers: Reported = Reported.QUARTER) -> PoolReported:
    return PoolReported(partnership="s75", covers=covers, up_to=date.fromisoformat(up_to))


def exercise_report(up_to: str, covers: Reported = Reported.QUARTER) -> ExerciseReported:
    return ExerciseReported(partnership="s75", covers=covers, up_to=date.fromisoformat(up_to))


def budget(year: date = YEAR, **lines: int) -> BudgetAgreed:
    sums = lines or {"homecare": 1000, "residential": 500}
    held = tuple(BudgetLine(line=line, pounds=Decimal(pounds)) for line, pounds in sums.items())
    return BudgetAgreed(year_begins=year, lines=held)


def committed(pounds: int, line: str = "homecare", **told: Any) -> CommitmentMade:
    return _paper(CommitmentMade, {"commitment": "c1", "line": line, "pounds": Decimal(pounds)}, told)


def vired(pounds: int, from_line: str = "homecare", to_line: str = "residential", **told: Any) -> Vired:
    usual = {
        "from_line": from_line,
        "to_line": to_line,
        "pounds": Decimal(pounds),
        "decision": decided(Movement.MOVED),
    }
    return _paper(Vired, usual, told)


def may_keep(pounds: int, outcome: CarryForward = CarryForward.AGREED, year: date = YEAR) -> CarryForwardAnswered:
    return CarryForwardAnswered(year_begins=year, pounds=Decimal(pounds), decision=decided(outcome))


def keeps_back(pounds: int, year: date = YEAR) -> UnderspendCarriedForward:
    return UnderspendCarriedForward(year_begins=year, pounds=Decimal(pounds), decision=decided(Movement.MOVED))


def met_from(source: MetFrom, pounds: int, *, loan: str | None = None, year: date = NEXT_YEAR) -> OverspendMet:
    return OverspendMet(year_begins=year, pounds=Decimal(pounds), met_from=source, loan=loan)


def instalment(by: str, pounds: int, name: str = "i1", loan: str = "l1") -> InstalmentAgreed:
    return InstalmentAgreed(loan=loan, instalment=name, by=date.fromisoformat(by), pounds=Decimal(pounds))
