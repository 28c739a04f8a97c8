"""The delegation ledger: who held which function of the council, for whom, on which days, under what; and the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from swp_domain.entry import AnyEntry
from swp_projections.delegation_days import Named, named, turns, why_it_ended
from swp_projections.delegation_gaps import gaps
from swp_projections.delegation_spans import Span, spans
from swp_projections.projection import Projection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationRow(Row):
    """A function for some people over some days, both ends within it; ``last_day`` is ``None`` while no end is set.

    It is *held* by a practice under an authorisation; or there is a *gap*: the practice had a contract and had held
    the function for these people before, and nobody but the council has it; or an authorisation names it *without
    effect*. ``why`` says why there is a gap, or no effect, and ``ended`` why the interval ended, or is to end.
    ``cohort`` is for whom it is; ``people`` which of them, on days on which two regimes are in force; ``entry`` the
    entry of the authorisation. Both days may lie after the day that is asked about, where they follow from what was
    told by then.
    """

    stands: str
    function: str
    practice: str
    council: str
    commissioner: str
    cohort: str
    client_groups: str
    areas: str
    people: str
    instrument: str
    delegation: str
    entry: str
    from_day: date
    last_day: date | None
    why: str
    ended: str

    def holds_on(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.from_day <= day and (self.last_day is None or day <= self.last_day)


class Delegations(Projection[DelegationRow]):
    """Who held each function on any day, under which authorisation, and the gaps in a practice's authority.

    The intervals follow the practice's own file from day to day. Whether a power was in force, and what it reaches, is
    asked of the law, as it is for the standing of a decision. So it is no record of what was judged, and is kept in no
    table, which would answer with the law as it was encoded when the table was made: it is folded whenever it is read.
    """

    name = "delegation"
    row = DelegationRow
    kinds = ("practice",)
    stepwise = False

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[DelegationRow]:
        """Every interval, by the day on which it begins."""
        return sorted(_rows(file, told), key=lambda one: (one.from_day, one.key))


def _rows(file: str, told: Sequence[AnyEntry]) -> Iterator[DelegationRow]:
    days = turns(told)
    found = spans(days, named, why_it_ended)
    yield from (_row(file, one) for one in found)
    yield from (_row(file, one) for one in gaps(days, found))


def _row(file: str, span: Span[Named]) -> DelegationRow:
    one = span.what
    parts = (
        one.stands,
        one.function,
        one.delegation,
        one.cohort,
        one.people,
        one.under,
        one.why,
        one.practice,
        span.first,
    )
    return DelegationRow(
        file=file,
        key="|".join(map(str, parts)),
        stands=one.stands.value,
        function=one.function.value,
        practice=one.practice,
        council=one.council,
        commissioner=one.commissioner,
        cohort=one.cohort,
        client_groups="; ".join(one.extent.client_groups),
        areas="; ".join(one.extent.areas),
        people=one.people,
        instrument=one.under.value if one.under else "",
        delegation=one.delegation,
        entry=one.entry,
        from_day=span.first,
        last_day=span.last,
        why=one.why,
        ended=span.ended,
    )
