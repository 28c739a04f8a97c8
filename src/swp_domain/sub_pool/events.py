"""What can have happened to the care budget of a practice. All sums are pounds for the year of account, unless said.

``year_begins`` is the first day of a year of account (1 April); any other day in it names the same year. Where an event
may leave it out, it is the year in which the event happened; what is told of a year after it ended says which.
"""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from swp_domain.actor import COUNCIL, PRACTICE_OR_COUNCIL
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import LoanId
from swp_domain.money import Pounds
from swp_domain.sub_pool.vocabulary import CarryForward, MetFrom, Movement


class BudgetLine(BaseModel):
    """One line of the sub-pool: its name, and what it holds for the year, in pounds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: str
    pounds: Pounds


class BudgetAgreed(Event, name="sub-pool/budget-agreed"):
    """The sub-pool of a year was agreed, line by line. ``year_begins`` is its first day (1 April).

    Agreed again, it takes the place of what was agreed for the year before: a line that is left out is no line of it.
    """

    year_begins: date
    lines: tuple[BudgetLine, ...] = Field(min_length=1)


class CommitmentMade(Event, name="sub-pool/commitment-made"):
    """Money of a line was committed, for a case where ``case`` says which, by its file id.

    Said again under the same name, it takes the place of what was said before. What has been given up stays given up.
    """

    commitment: str
    line: str
    pounds: Pounds
    case: str = ""
    year_begins: date | None = None


class CommitmentReleased(Event, name="sub-pool/commitment-released"):
    """A commitment was given up, in whole or in part; ``pounds`` is what it gave back."""

    commitment: str
    pounds: Pounds


class SpendingReported(Event, name="sub-pool/spending-reported"):
    """What was spent of a line, in the year so far, up to the day it happened."""

    line: str
    pounds: Pounds
    year_begins: date | None = None


class Vired(Event, name="sub-pool/vired", taken_by=PRACTICE_OR_COUNCIL):
    """Money was moved from one line to another."""

    from_line: str
    to_line: str
    pounds: Pounds
    year_begins: date | None = None
    decision: Decision[Movement]


class CarryForwardAnswered(Event, name="sub-pool/carry-forward-answered", taken_by=COUNCIL):
    """The council said whether an underspend of the year that began on ``year_begins`` may be kept, and how much.

    Answered again, it takes the place of the answer before.
    """

    year_begins: date
    pounds: Pounds
    decision: Decision[CarryForward]


class UnderspendCarriedForward(Event, name="sub-pool/underspend-carried-forward", taken_by=PRACTICE_OR_COUNCIL):
    """The practice kept an underspend of the year that began on ``year_begins``."""

    year_begins: date
    pounds: Pounds
    decision: Decision[Movement]


class OverspendFound(Event, name="sub-pool/overspend-found"):
    """The year, or what is forecast of it, comes to more than the sub-pool holds.

    Found again, the sum takes the place of the one before. ``line`` is the line that overspends, where it is one.
    """

    year_begins: date
    pounds: Pounds
    forecast: bool = False
    line: str = ""


class OverspendMet(Event, name="sub-pool/overspend-met", begins="loan"):
    """Some of an overspend was met. ``loan`` names the loan, where the commissioner covered it."""

    year_begins: date
    pounds: Pounds
    met_from: MetFrom
    loan: LoanId | None = None


class OverspendRaised(Event, name="sub-pool/overspend-raised"):
    """An overspend was raised with the commissioner, for a plan of recovery."""

    year_begins: date
    recovery_plan_agreed: bool | None = None


class InstalmentAgreed(Event, name="sub-pool/instalment-agreed"):
    """It was agreed that so much of a loan is paid back by a day: one instalment of its schedule.

    ``instalment`` names it. Agreed again under the same name, the new day and sum take the place of the old.
    """

    loan: LoanId
    instalment: str = Field(min_length=1)
    by: date
    pounds: Pounds


class LoanRepaid(Event, name="sub-pool/loan-repaid"):
    """Some of what the commissioner covered was paid back. ``instalment`` names the one that it pays in full."""

    loan: LoanId
    pounds: Pounds
    instalment: str = ""
