"""The care budget of a practice: each line of each year, what was carried forward, overspends, and loans outstanding.

All sums are pounds. What a row is about says which of its columns are filled: the others are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from swp_domain.entry import AnyEntry
from swp_domain.sub_pool.events import (
    BudgetAgreed,
    CarryForwardAnswered,
    CommitmentMade,
    CommitmentReleased,
    InstalmentAgreed,
    LoanRepaid,
    OverspendFound,
    OverspendMet,
    OverspendRaised,
    SpendingReported,
    UnderspendCarriedForward,
    Vired,
)
from swp_domain.sub_pool.state import SubPoolState, evolve
from swp_domain.sub_pool.vocabulary import MetFrom
from swp_projections.projection import Projection, Row

LINE: Final = "line"
SURPLUS: Final = "surplus"
OVERSPEND: Final = "overspend"
LOAN: Final = "loan"

_MONEY: Final = (
    BudgetAgreed, CommitmentMade, CommitmentReleased, SpendingReported, Vired, CarryForwardAnswered,
    UnderspendCarriedForward, OverspendFound, OverspendMet, OverspendRaised, InstalmentAgreed, LoanRepaid,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow(Row):
    """A line of a year, the surplus carried forward from a year, an overspend of a year, or a loan.

    ``year`` is the first day of the year of account. ``left`` of a line is what may still be committed or moved; of an
    overspend what is not met yet; of a loan what is still to be paid back. ``agreed`` is empty for a line that is none
    of the sub-pool, ``spent`` where nobody reported any. ``next_by`` and ``next_pounds`` are the first instalment that
    what was paid back does not reach.
    """

    what: str
    year: date | None = None
    line: str = ""
    agreed: Decimal | None = None
    vired_in: Decimal | None = None
    vired_out: Decimal | None = None
    committed: Decimal | None = None
    spent: Decimal | None = None
    kept: Decimal | None = None
    found: Decimal | None = None
    forecast: bool | None = None
    met_from_sub_pool: Decimal | None = None
    met_from_surplus: Decimal | None = None
    met_from_commissioner: Decimal | None = None
    raised_on: date | None = None
    loan: str = ""
    lent: Decimal | None = None
    repaid: Decimal | None = None
    next_by: date | None = None
    next_pounds: Decimal | None = None
    left: Decimal | None = None


class Budget(Projection[BudgetRow]):
    """How the sub-pool stands: by line and year, with what is carried forward, overspent and owed."""

    name = "budget"
    row = BudgetRow
    kinds = ("practice",)
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What moves money."""
        return isinstance(entry.event, _MONEY)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[BudgetRow]:
        """A row a line and year, a year's surplus, a year's overspend, a loan."""
        pool = SubPoolState()
        for entry in told:
            if isinstance(entry.event, _MONEY):
                pool = evolve(pool, entry)
        yield from _lines(file, pool)
        yield from _carried(file, pool)
        yield from _overspends(file, pool)
        yield from _loans(file, pool)


def surplus_left(rows: Iterable[BudgetRow]) -> Decimal:
    """The surplus carried forward that is left, in pounds: what was kept by agreement, less what met an overspend."""
    kept = list(rows)
    agreed = sum(
        (min(one.kept or Decimal(), one.agreed or Decimal()) for one in kept if one.what == SURPLUS), Decimal()
    )
    return max(Decimal(), agreed - sum((one.met_from_surplus or Decimal() for one in kept), Decimal()))


def _lines(file: str, pool: SubPoolState) -> Iterator[BudgetRow]:
    for (year, name), line in pool.lines.items():
        yield BudgetRow(
            file=file,
            key=f"{LINE}|{year}|{name}",
            what=LINE,
            year=year,
            line=name,
            agreed=line.agreed,
            vired_in=line.vired_in,
            vired_out=line.vired_out,
            committed=line.committed,
            spent=line.spent,
            left=line.left,
        )


def _carried(file: str, pool: SubPoolState) -> Iterator[BudgetRow]:
    for year in sorted({*pool.kept, *pool.answered}):
        yield BudgetRow(
            file=file,
            key=f"{SURPLUS}|{year}",
            what=SURPLUS,
            year=year,
            agreed=pool.answered.get(year),
            kept=pool.kept.get(year),
        )


def _overspends(file: str, pool: SubPoolState) -> Iterator[BudgetRow]:
    for year, one in sorted(pool.overspends.items()):
        yield BudgetRow(
            file=file,
            key=f"{OVERSPEND}|{year}",
            what=OVERSPEND,
            year=year,
            line=one.line,
            found=one.found,
            forecast=one.forecast,
            met_from_sub_pool=pool.met(year, MetFrom.SUB_POOL),
            met_from_surplus=pool.met(year, MetFrom.CARRIED_SURPLUS),
            met_from_commissioner=pool.met(year, MetFrom.COMMISSIONER),
            raised_on=one.raised_on,
            left=one.unmet,
        )


def _loans(file: str, pool: SubPoolState) -> Iterator[BudgetRow]:
    for name, loan in sorted(pool.loans.items()):
        following = loan.next_instalment
        yield BudgetRow(
            file=file,
            key=f"{LOAN}|{name}",
            what=LOAN,
            year=loan.year,
            loan=name,
            lent=loan.lent,
            repaid=loan.repaid,
            next_by=following.by if following else None,
            next_pounds=following.pounds if following else None,
            left=loan.outstanding,
        )
