"""People and the days on which they were deprived of their liberty: how many nothing authorised, and each stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.stretches import last_of, length, stretches
from swp_adapters.pages.tables import in_runs, plain_table, scrolling
from swp_domain.deprivation_cover import Authority, DeprivedDays
from swp_domain.law.dates import spoken

DAYS: Final = ("first day", "last day", "stands", "entries")
_COLUMNS: Final = ("number", "first day", "last day", "days", "stands", "why", "place", "entries")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, by their file, with every stretch of days of deprivation up to a day."""

    file: str
    stretches: tuple[DeprivedDays, ...]

    def days(self, authority: Authority) -> int:
        """How many days of the calendar stand so, each counted once."""
        return len(self._on(authority))

    def _on(self, authority: Authority) -> set[date]:
        return {day for one in self.stretches if one.authority is authority for day in _each(one)}

    def now(self, on: date) -> str:
        """How the day that is asked about stands: the worst, where there are several."""
        found = {one.authority for one in self.stretches if one.days.first <= on <= last_of(one)}
        return next((one.value for one in _WORST_FIRST if one in found), "not deprived of liberty, as far as is told")


_WORST_FIRST: Final = (Authority.NOT_AUTHORISED, Authority.CANNOT_TELL, Authority.AUTHORISED)


def people(days: Iterable[tuple[str, DeprivedDays]], on: date) -> list[Person]:
    """Whoever was deprived of their liberty: those first whom nothing authorises on the day, then the most days."""
    by_file: dict[str, list[DeprivedDays]] = {}
    for file, one in days:
        by_file.setdefault(file, []).append(one)
    found = [Person(file, tuple(each)) for file, each in by_file.items()]
    return sorted(found, key=lambda one: (_rank(one.now(on)), -one.days(Authority.NOT_AUTHORISED), one.file))


def _rank(now: str) -> int:
    return next((place for place, one in enumerate(_WORST_FIRST) if one.value == now), len(_WORST_FIRST))


def _each(one: DeprivedDays) -> Iterator[date]:
    return (one.days.first + timedelta(days=passed) for passed in range(length(one)))


def by_person(title: str, found: Sequence[Person], on: date) -> Markup:
    """How many days of each, and on the day that is asked about."""
    rows = (
        (
            one.file,
            str(one.days(Authority.NOT_AUTHORISED)),
            str(one.days(Authority.CANNOT_TELL)),
            one.now(on),
        )
        for one in found
    )
    return plain_table(title, ("case", "days not authorised", "days that cannot be told", f"on {spoken(on)}"), rows)


def drawn(number: int, one: Person, notes: Notes) -> Iterator[Markup]:
    """Every stretch of a person, a drawing and a table for each deprivation of theirs."""
    in_order = sorted(one.stretches, key=lambda each: (each.deprivation, each.days.first, last_of(each)))
    for place, (which, group) in enumerate(groupby(in_order, key=lambda each: each.deprivation), start=1):
        each = list(group)
        called = f"{which} in {one.file}"
        title = f"Days of deprivation of liberty: {called}"
        yield tag(
            "div",
            tag("h3", f"Deprivation {called}"),
            scrolling(stretches(f"days-{number}-{place}", title, each), title),
            plain_table(f"Every stretch of days: {called}", _COLUMNS, _rows(one.file, each, notes), unbroken=DAYS),
            _law(each, notes),
        )


def _law(found: Sequence[DeprivedDays], notes: Notes) -> Markup:
    """The law that the stretches are read under, each with the numbers of those that it speaks to."""
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(found, start=1):
        for law in one.under:
            numbers.setdefault(notes.under(str(law), law.force.value, law.confidence), []).append(number)
    return tag("ul", [tag("li", f"For {in_runs(of)}: {law}.") for law, of in numbers.items()], class_="note")


def _rows(file: str, found: Sequence[DeprivedDays], notes: Notes) -> Iterator[tuple[str, ...]]:
    for number, one in enumerate(found, start=1):
        place = f"{one.setting.value}{f', {one.place}' if one.place else ''}"
        yield (
            str(number), spoken(one.days.first), spoken(last_of(one)), str(length(one)), one.authority.value, one.why,
            place, notes.rests_on(file, one.entries),
        )  # fmt: skip
