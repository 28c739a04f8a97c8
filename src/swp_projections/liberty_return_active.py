"""Which applications are in the national return on deprivations of liberty for a year, and how they come to be.

An application is in the return of a year in which it was active: received in it, waiting when it began, or granted
before it for days that reach into it. How it stands is read as at the year's last day, so that what was done on 1
April belongs to the next year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from swp_domain.law.dates import Period
from swp_projections.liberty_return_rows import AdultRow, ApplicationRow, MergedRow, UnaskedRow
from swp_projections.safeguarding_board_cells import ordered
from swp_projections.safeguarding_board_rows import BoardRow


class Came(StrEnum):
    """How an application comes to be in the return of a year."""

    RECEIVED = "received in the year"
    WAITING = "received before the year, and waiting when it began"
    SIGNED_SINCE = "withdrawn before the year, or the person had died, and signed off since"
    AUTHORISED = "granted before the year, for days that reach into it"


def came(one: ApplicationRow, first: date) -> Came | None:
    """How an application comes to be in the return of the year that begins on a day, if it does."""
    if one.received is None or _elsewhere(one):
        return None
    if one.received.on >= first:
        return Came.RECEIVED
    if one.over_on is None or one.over_on >= first:
        return Came.WAITING
    closed = _closed_on(one)
    if closed is not None and closed >= first:
        return Came.SIGNED_SINCE
    return Came.AUTHORISED if _reaches(one, first) else None


class Active:
    """The applications of a year, as things stood on a day of it.

    Args:
        rows: those of every case, folded as at that day.
        year: a year of the collection.
        on: the day as at which the rows were folded: the year's last, or an earlier one of a year that is not over.
    """

    def __init__(self, rows: Iterable[BoardRow], year: Period, on: date) -> None:
        self.year, self.on = year, on
        self._rows = ordered(rows)

    @cached_property
    def came(self) -> Mapping[tuple[str, str], Came]:
        """How each application that is in the return comes to be in it, by file and key."""
        told = ((one, came(one, self.year.first)) for one in self._rows if isinstance(one, ApplicationRow))
        return {(one.file, one.key): how for one, how in told if how is not None}

    @cached_property
    def applications(self) -> list[ApplicationRow]:
        """Those in the return."""
        return [one for one in self._rows if isinstance(one, ApplicationRow) and (one.file, one.key) in self.came]

    def that(self, *how: Came) -> list[ApplicationRow]:
        """Those that came to be in it so."""
        return [one for one in self.applications if self.came[one.file, one.key] in how]

    @cached_property
    def signed(self) -> list[ApplicationRow]:
        """Those that were signed off in the year, whenever they were received."""
        return [one for one in self.applications if one.signed is not None and one.signed.when.on in self.year]

    @cached_property
    def waiting(self) -> list[ApplicationRow]:
        """Those on which an answer is awaited on the day."""
        return [one for one in self.that(Came.RECEIVED, Came.WAITING) if one.over_on is None]

    @cached_property
    def outside(self) -> list[ApplicationRow]:
        """Applications that may belong in it, of which that cannot be told: received on no day that is on record."""
        found = [one for one in self._rows if isinstance(one, ApplicationRow) and one.received is None]
        return [one for one in found if self._reaches(one)]

    @cached_property
    def elsewhere(self) -> list[ApplicationRow]:
        """Applications received in the year for a place that is no hospital and no care home."""
        found = [one for one in self._rows if isinstance(one, ApplicationRow) and one.received is not None]
        return [one for one in found if _elsewhere(one) and one.on in self.year]

    @cached_property
    def unasked(self) -> list[UnaskedRow]:
        """Authorisations that were granted in the year, and no application for them is on record."""
        return [one for one in self._rows if isinstance(one, UnaskedRow) and one.on in self.year]

    @cached_property
    def _merged(self) -> Mapping[str, MergedRow]:
        return {one.file: one for one in self._rows if isinstance(one, MergedRow)}

    def person(self, one: ApplicationRow) -> str:
        """The reference of the adult: the file in which work for them goes on. It changes only where files merge."""
        seen = {file := one.adult}
        while file in self._merged and (after := self._merged[file].goes_on_in) not in seen:
            seen.add(file := after)
        return file

    def adults(self, applications: Iterable[ApplicationRow]) -> list[AdultRow]:
        """Each adult once, with all their applications among these; merged files are one adult's."""
        found: dict[str, list[ApplicationRow]] = defaultdict(list)
        for one in applications:
            found[self.person(one)].append(one)
        return [
            AdultRow(
                file=who,
                key="adult",
                on=min(one.on for one in theirs),
                entries=tuple(dict.fromkeys(entry for one in self._behind(theirs) for entry in one.entries)),
                applications=len(theirs),
            )
            for who, theirs in found.items()
        ]

    def _behind(self, theirs: Iterable[ApplicationRow]) -> tuple[BoardRow, ...]:
        """The applications of one adult, and what merged the files that they are in."""
        found: dict[tuple[str, str], BoardRow] = {(one.file, one.key): one for one in theirs}
        merged = [self._merged[file] for file, _ in found if file in self._merged]
        return ordered((*found.values(), *dict.fromkeys(merged)))

    def _reaches(self, one: ApplicationRow) -> bool:
        """Whether anything of it reaches into the year."""
        days = (one.on, one.over_on, _closed_on(one))
        return any(day is not None and day in self.year for day in days) or _reaches(one, self.year.first)


def _elsewhere(one: ApplicationRow) -> bool:
    """Whether it is for a place that is no hospital and no care home. Where no place is told it is taken for one."""
    return one.setting is not None and not one.setting.under_the_schedule


def _closed_on(one: ApplicationRow) -> date | None:
    """The day on which the supervisory body had done with it: a death alone signs nothing off."""
    return one.signed.when.on if one.signed is not None else one.withdrawn_on


def _reaches(one: ApplicationRow, first: date) -> bool:
    """Whether the authorisation that was granted had not come to its end by a day."""
    last = one.granted.last_day(first) if one.granted is not None else None
    return one.granted is not None and (last is None or last >= first)
