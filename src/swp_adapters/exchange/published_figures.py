"""Figures that somebody printed, beside which ours can be set: kept as printed, and checked by the same identities."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from swp_domain.law.dates import ONE_DAY, Period, add_months
from swp_domain.refusal import Invalid
from swp_projections.performance_identities import Mismatch, Number, mismatches
from swp_projections.performance_measures import MEASURES
from swp_projections.performance_shares import denominators, rounds_to

MANAGED: Final = "managed"
"""A per cent that is printed as the rest of a hundred, for which nothing is counted."""

_SHIPPED: Final = ("north_east_lincolnshire_2012",)
_OF: Final = {"triage-resolved": "triage-in", "calls-resolved": "calls-in"}
"""Of what a printed per cent is taken, where its name says so."""


def month(text: str, where: str = "--month") -> Period:
    """A month from its text, such as 2012-01.

    Raises:
        Invalid: it is none.
    """
    if re.fullmatch(r"\d{4}-\d{2}", text):
        try:
            first = date.fromisoformat(f"{text}-01")
            return Period(first, add_months(first, 1) - ONE_DAY)
        except (ValueError, OverflowError):
            pass
    raise Invalid(where, f"{text!r} is no month", "Write it as 2012-01")


def name_of(period: Period) -> str:
    """The name of a month, such as 2012-01."""
    return period.first.isoformat()[:7]


@dataclass(frozen=True, slots=True)
class Published:
    """A printed table: counts by measure, month and team (``None`` for all), and per cents by measure and month."""

    title: str
    notes: tuple[str, ...]
    counts: Mapping[tuple[str, str, str | None], int]
    per_cents: Mapping[tuple[str, str], Decimal]

    @property
    def months(self) -> tuple[str, ...]:
        """The months that it prints, in their order."""
        return tuple(sorted({when for _, when, _ in self.counts}))

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that it tells apart, in the order of print."""
        return tuple(dict.fromkeys(team for _, _, team in self.counts if team is not None))

    def number(self, when: str) -> Number:
        """The printed counts of a month, as the identities ask for them."""
        return lambda measure, team: self.counts.get((measure, when, team))

    def mismatches(self, when: str) -> list[Mismatch]:
        """What does not add up in what is printed of a month."""
        return list(mismatches(self.number(when), self.teams))

    def doubts(self) -> Iterator[str]:
        """What is to be said of the printed per cents: what they are not the per cent of, and of what they could be."""
        for (name, when), printed in self.per_cents.items():
            part, whole = (self.counts.get((one, when, None)) for one in (name, _OF.get(name, "")))
            if part is not None and whole is not None and not rounds_to(part, whole, printed):
                yield f"{when}: {MEASURES[name].title} is printed as {printed}%, but {part:,} of {whole:,} is not that"
            other = self.per_cents.get(("complex-total", when)) if name == MANAGED else None
            if other is not None and printed + other != 100:
                yield f"{when}: {printed}% managed and {other}% passed on are not 100%"
        yield from self._without_counts()

    def _without_counts(self) -> Iterator[str]:
        for name in dict.fromkeys(name for name, _ in self.per_cents):
            if name == MANAGED or self._has_counts(name):
                continue
            told = [(when, one) for (this, when), one in self.per_cents.items() if this == name]
            what = f"{MEASURES[name].title}, {', '.join(f'{one}%' for _, one in told)}: printed without counts"
            pairs = denominators((one, partial(self._count, when)) for when, one in told)
            if not pairs:
                yield f"{what}, and no two printed counts come to it in every month"
            for part, whole in pairs:
                yield (
                    f"{what}; of those printed, in every month only these come to it: "
                    f"{MEASURES[part].title}, as a part of {MEASURES[whole].title}"
                )

    def _has_counts(self, name: str) -> bool:
        asked = [when for one, when in self.per_cents if one == name]
        return all((one, when, None) in self.counts for when in asked for one in (name, _OF.get(name, "")))

    def _count(self, when: str, measure: str) -> int | None:
        return self.counts.get((measure, when, None))


def shipped() -> tuple[Published, ...]:
    """The published tables that come with this package."""
    folder = files("swp_adapters.exchange") / "published"
    return tuple(read((folder / f"{name}.toml").read_text(encoding="utf-8"), name) for name in _SHIPPED)


def from_file(path: Path) -> Published:
    """A published table from a file of one's own.

    Raises:
        Invalid: it cannot be read, or names what is no measure.
    """
    try:
        return read(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid("--against", f"{path} cannot be read: {error}", "Name a TOML file of figures") from None


def read(text: str, where: str) -> Published:
    """A table from its TOML.

    Raises:
        Invalid: it is no TOML, or names what is no measure, or no number.
    """
    try:
        told = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Invalid(where, f"is no TOML: {error}", "See the table of 2012 for how figures are written") from None
    counts: dict[tuple[str, str, str | None], int] = {}
    for when, numbers in _tables(told, "counts", where):
        counts |= {(name, when, None): one for name, one in _counts(numbers, where, when)}
    for when, teams in _tables(told, "teams", where):
        for team, numbers in teams.items():
            counts |= {(name, when, team): one for name, one in _counts(_table(numbers, where, team), where, when)}
    per_cents = {
        (name, when): Decimal(one)
        for when, numbers in _tables(told, "per-cents", where)
        for name, one in _numbers(numbers, where, when, MANAGED)
    }
    return Published(str(told.get("title", where)), tuple(map(str, told.get("notes", ()))), counts, per_cents)


def _tables(told: Mapping[str, Any], name: str, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    months = told.get(name, {})
    if not isinstance(months, dict):
        raise Invalid(where, f"{name} is no table of months", f"Write [{name}.2012-01] above the figures of a month")
    for when, table in months.items():
        month(when, where)
        yield when, _table(table, where, when)


def _table(told: object, where: str, name: str) -> Mapping[str, Any]:
    if not isinstance(told, dict):
        raise Invalid(where, f"{name} is no table of figures", "Write a figure as the name of a cell and a number")
    return told


def _counts(told: Mapping[str, Any], where: str, when: str) -> Iterator[tuple[str, int]]:
    for name, one in _numbers(told, where, when):
        if not isinstance(one, int):
            raise Invalid(where, f"{name} of {when} is no whole number", "Write counts whole, and per cents apart")
        yield name, one


def _numbers(told: Mapping[str, Any], where: str, when: str, *more: str) -> Iterator[tuple[str, int | Decimal]]:
    for name, one in told.items():
        if name not in MEASURES and name not in more:
            raise Invalid(where, f"{name!r} of {when} is no measure", "swp performance names them all")
        if isinstance(one, bool) or not isinstance(one, int | Decimal) or one < 0:
            raise Invalid(where, f"{name} of {when} is no number", "Write the figure as it is printed")
        yield name, one
