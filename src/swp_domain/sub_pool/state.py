"""How the care budget of a practice stands, on a day: folded from what was told, in any order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from swp_domain.entry import AnyEntry
from swp_domain.law.year_of_account import YEAR_OF_ACCOUNT
from swp_domain.stage import changed
from swp_domain.sub_pool.account import NOTHING, Commitment, Instalment, Line, Loan, Overspend
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
from swp_domain.sub_pool.vocabulary import CarryForward, MetFrom

LineKey = tuple[date, str]
"""A line of a year: the first day of the year, and the line's name."""


@dataclass(frozen=True)
class SubPoolState:
    """How the care budget of a practice stands, on a day. Years are named by their first day.

    ``told`` holds the lines without what is committed on them; ask :meth:`line` and :meth:`lines`. ``answered`` is
    what the council agreed to being kept of a year, ``kept`` what the practice kept.
    """

    told: dict[LineKey, Line] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    answered: dict[date, Decimal] = field(default_factory=dict)
    kept: dict[date, Decimal] = field(default_factory=dict)
    overspends: dict[date, Overspend] = field(default_factory=dict)
    loans: dict[str, Loan] = field(default_factory=dict)

    @property
    def lines(self) -> dict[LineKey, Line]:
        """Every line that anything was told of, as it stands."""
        keys = set(self.told) | {(one.year, one.line) for one in self.commitments.values() if one.year is not None}
        return {key: self.line(*key) for key in sorted(keys)}

    def line(self, year: date, name: str) -> Line:
        """One line of a year as it stands; one of which nothing was told is empty."""
        on_it = (one.stands for one in self.commitments.values() if (one.year, one.line) == (year, name))
        return changed(self.told.get((year, name), Line()), committed=sum(on_it, NOTHING))

    def left_elsewhere(self, year: date, *, than: str = "") -> Decimal | None:
        """What the lines of the sub-pool have left in a year, save one; ``None`` where no budget is on record.

        What they gave to an overspend without having been vired is taken off.
        """
        own = {name: line for (begun, name), line in self.lines.items() if begun == year and line.agreed is not None}
        if not own:
            return None
        left = sum((max(NOTHING, line.left) for name, line in own.items() if name != than), NOTHING)
        return max(NOTHING, left - self.met(year, MetFrom.SUB_POOL))

    def met(self, year: date, source: MetFrom) -> Decimal:
        """What was met of a year's overspend from one source."""
        return self.overspends.get(year, Overspend()).met.get(source, NOTHING)

    @property
    def surplus(self) -> Decimal:
        """The surplus carried forward that is left: what was kept with the council's agreement, less what was used."""
        agreed = sum((min(kept, self.answered.get(year, NOTHING)) for year, kept in self.kept.items()), NOTHING)
        used = sum((one.met.get(MetFrom.CARRIED_SURPLUS, NOTHING) for one in self.overspends.values()), NOTHING)
        return max(NOTHING, agreed - used)


def year_of(day: date) -> date:
    """The first day of the year of account in which a day lies."""
    return YEAR_OF_ACCOUNT.beginning(day)


def evolve(state: SubPoolState, entry: AnyEntry) -> SubPoolState:
    """The same after one more entry.

    An account tells where the money is: what was moved or kept although it might not be was moved and kept all the
    same, and its entry says that it was purported. Only an agreement has to have been the council's to give.
    """
    year = year_of(getattr(entry.event, "year_begins", None) or entry.occurred_on)
    match entry.event:
        case BudgetAgreed() as agreed:
            return _agreed(state, year, agreed)
        case CommitmentMade(commitment=which, line=name, pounds=pounds):
            return _committed(state, which, year=year, line=name, made=pounds)
        case CommitmentReleased(commitment=which, pounds=pounds):
            before = state.commitments.get(which, Commitment()).released
            return _committed(state, which, released=before + pounds)
        case SpendingReported(line=name, pounds=pounds):
            return _told(state, year, name, spent=pounds)
        case Vired(from_line=giver, to_line=taker, pounds=pounds):
            given = _told(state, year, giver, vired_out=_line(state, year, giver).vired_out + pounds)
            return _told(given, year, taker, vired_in=_line(given, year, taker).vired_in + pounds)
        case CarryForwardAnswered(pounds=pounds, decision=decision) if entry.counts:
            may = pounds if decision.outcome is CarryForward.AGREED else NOTHING
            return changed(state, answered={**state.answered, year: may})
        case UnderspendCarriedForward(pounds=pounds):
            return changed(state, kept={**state.kept, year: state.kept.get(year, NOTHING) + pounds})
    return _overspent(state, entry, year)


def _overspent(state: SubPoolState, entry: AnyEntry, year: date) -> SubPoolState:
    """What is found, met, raised and paid back of an overspend."""
    match entry.event:
        case OverspendFound(pounds=pounds, forecast=forecast, line=name):
            return _overspend(state, year, found=pounds, forecast=forecast, line=name)
        case OverspendMet(pounds=pounds, met_from=source, loan=loan):
            known = state.overspends.get(year, Overspend()).met
            met = _overspend(state, year, met={**known, source: known.get(source, NOTHING) + pounds})
            if loan is None or source is not MetFrom.COMMISSIONER:
                return met
            lent = state.loans.get(loan, Loan()).lent or NOTHING
            return _loan(met, loan, year=year, lent=lent + pounds)
        case OverspendRaised():
            first = state.overspends.get(year, Overspend()).raised_on
            return _overspend(state, year, raised_on=first or entry.occurred_on)
        case InstalmentAgreed(loan=loan, instalment=which, by=by, pounds=pounds):
            schedule = state.loans.get(loan, Loan()).schedule
            return _loan(state, loan, schedule={**schedule, which: Instalment(by, pounds)})
        case LoanRepaid(loan=loan, pounds=pounds):
            return _loan(state, loan, repaid=state.loans.get(loan, Loan()).repaid + pounds)
    return state


def _agreed(state: SubPoolState, year: date, event: BudgetAgreed) -> SubPoolState:
    sums: dict[str, Decimal] = {}
    for one in event.lines:
        sums[one.line] = sums.get(one.line, NOTHING) + one.pounds
    others = {key: changed(line, agreed=None) if key[0] == year else line for key, line in state.told.items()}
    state = changed(state, told=others)
    for name, pounds in sums.items():
        state = _told(state, year, name, agreed=pounds)
    return state


def _line(state: SubPoolState, year: date, name: str) -> Line:
    return state.told.get((year, name), Line())


def _told(state: SubPoolState, year: date, name: str, **said: object) -> SubPoolState:
    return changed(state, told={**state.told, (year, name): changed(_line(state, year, name), **said)})


def _committed(state: SubPoolState, which: str, **said: object) -> SubPoolState:
    known = state.commitments.get(which, Commitment())
    return changed(state, commitments={**state.commitments, which: changed(known, **said)})


def _overspend(state: SubPoolState, year: date, **said: object) -> SubPoolState:
    known = state.overspends.get(year, Overspend())
    return changed(state, overspends={**state.overspends, year: changed(known, **said)})


def _loan(state: SubPoolState, which: str, **said: object) -> SubPoolState:
    return changed(state, loans={**state.loans, which: changed(state.loans.get(which, Loan()), **said)})
