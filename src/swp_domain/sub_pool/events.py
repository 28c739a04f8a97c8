"""What can have happened to the care budget of a practice. All sums are pounds for the year of account, unless said."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from swp_domain.actor import COUNCIL, PRACTICE_OR_COUNCIL
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import LoanId
from swp_domain.money import Pounds
from swp_domain.sub_pool.vocabulary import CarryForward, MetFrom, Movement


class Instalment(BaseModel):
    """What is to be paid back, in pounds, by a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: date
    pounds: Pounds


class BudgetLine(BaseModel):
    """One line of the sub-pool: its name, and what it holds for the year, in pounds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: str
    pounds: Pounds


class BudgetAgreed(Event, name="sub-pool/budget-agreed"):
    """The sub-pool of a year was agreed, line by line. ``year_begins`` is its first day (1 April)."""

    year_begins: date
    lines: tuple[BudgetLine, ...] = Field(min_length=1)


class CommitmentMade(Event, name="sub-pool/commitment-made"):
    """Money of a line was committed, for a case where ``case`` says which, by its file id."""

    commitment: str
    line: str
    pounds: Pounds
    case: str = ""


class CommitmentReleased(Event, name="sub-pool/commitment-released"):
    """A commitment was given up, in whole or in part; ``pounds`` is what it gave back."""

    commitment: str
    pounds: Pounds


class SpendingReported(Event, name="sub-pool/spending-reported"):
    """What was spent of a line, in the year so far, up to the day it happened."""

    line: str
    pounds: Pounds


class Vired(Event, name="sub-pool/vired", taken_by=PRACTICE_OR_COUNCIL):
    """Money was moved from one line to another."""

    from_line: str
    to_line: str
    pounds: Pounds
    decision: Decision[Movement]


class CarryForwardAnswered(Event, name="sub-pool/carry-forward-answered", taken_by=COUNCIL):
    """The council said whether an underspend of the year that began on ``year_begins`` may be kept, and how much."""

    year_begins: date
    pounds: Pounds
    decision: Decision[CarryForward]


class UnderspendCarriedForward(Event, name="sub-pool/underspend-carried-forward", taken_by=PRACTICE_OR_COUNCIL):
    """The practice kept an underspend of the year that began on ``year_begins``."""

    year_begins: date
    pounds: Pounds
    decision: Decision[Movement]


class OverspendFound(Event, name="sub-pool/overspend-found"):
    """The year, or what is forecast of it, comes to more than the sub-pool holds."""

    year_begins: date
    pounds: Pounds
    forecast: bool = False


class OverspendMet(Event, name="sub-pool/overspend-met"):
    """Some of an overspend was met. ``loan`` names the loan, where the commissioner covered it."""

    year_begins: date
    pounds: Pounds
    met_from: MetFrom
    loan: LoanId | None = None
    instalments: tuple[Instalment, ...] = ()


class OverspendRaised(Event, name="sub-pool/overspend-raised"):
    """An overspend was raised with the commissioner, for a plan of recovery."""

    year_begins: date
    recovery_plan_agreed: bool | None = None


class LoanRepaid(Event, name="sub-pool/loan-repaid"):
    """Some of what the commissioner covered was paid back."""

    loan: LoanId
    pounds: Pounds
