"""Whose case it is: names, birth date and NHS number, to find a person's case by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from swp_domain.case.events import PersonRegistered
from swp_domain.entry import AnyEntry
from swp_domain.personal import Forgotten, Kept, as_kept, opened
from swp_projections.caseload import held_by, holding
from swp_projections.projection import Projection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow(Row):
    """The person of a case. What is personal text stays as it is kept, sealed, until :meth:`texts` opens it."""

    name_given: Kept | None = None
    name_family: Kept | None = None
    birth_date: Kept | None = None
    birth_year: int | None = None
    nhs_number: Kept | None = None
    team: str | None = None
    died_on: date | None = None
    closed_on: date | None = None
    merged_into: str | None = None

    def texts(self) -> dict[str, str | None]:
        """What identifies them, opened; ``FORGOTTEN`` where the key is gone."""
        return {field: opened(getattr(self, field)) for field in _TEXTS}


_TEXTS: Final = ("name_given", "name_family", "birth_date", "nhs_number")


class People(Projection[PersonRow]):
    """Who the adult of each case is. What is told again takes the place of what was told; what is not, stays.

    Who holds the case, whether it is closed and where it goes on is as the caseload has it.
    """

    name = "people"
    row = PersonRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What is known of the person, and who holds the case."""
        return isinstance(entry.event, PersonRegistered) or holding(entry)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[PersonRow]:
        """The person of a case, once anything is known of them or somebody holds it."""
        known: dict[str, Any] = {}
        for entry in told:
            if isinstance(person := entry.event, PersonRegistered):
                said = {field: as_kept(person, field) for field in _TEXTS} | {"birth_year": person.birth_year}
                known |= {field: value for field, value in said.items() if value is not None}
        if (held := held_by(file, told)) is not None:
            yield PersonRow(
                file=file,
                key=file,
                team=held.team,
                died_on=held.died_on,
                closed_on=held.closed_on,
                merged_into=held.merged_into,
                **known,
            )


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is looked for: by parts of a name, or a day or year of birth, or an NHS number. Showing it shows nothing."""

    parts: tuple[str, ...] = ()
    born: date | None = None
    birth_year: int | None = None
    nhs_number: str | None = None

    def __repr__(self) -> str:
        return "Sought()"

    def is_found_in(self, row: PersonRow) -> bool:
        """Whether a person answers to it; only what is compared is opened."""
        if self.nhs_number is not None:
            return opened(row.nhs_number) == self.nhs_number
        if self.born is not None:
            return day_of_birth(opened(row.birth_date)) == self.born
        if self.birth_year is not None:
            born = day_of_birth(opened(row.birth_date))
            return self.birth_year in (row.birth_year, born.year if born else None)
        names = folded(" ".join(one for one in map(opened, (row.name_given, row.name_family)) if one and known(one)))
        return all(part in names for part in self.parts)


def known(text: str) -> bool:
    """Whether a text can still be read."""
    return not isinstance(text, Forgotten)


def folded(text: str) -> str:
    """A name as it is compared: no capitals, marks or apostrophes, and a space for what stands between its parts."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(one for one in plain if not unicodedata.combining(one) and one not in _APOSTROPHES)
    return " ".join(re.sub(r"[\W_]+", " ", kept).split())


_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
"""Letters that are no letter with a mark, and are typed as another."""

_APOSTROPHES: Final = "'\u2018\u2019\u02bc\u02bb`\u00b4"


def day_of_birth(text: str | None) -> date | None:
    """The day that a birth date tells, written as 1941-02-03, 3/2/1941, 3.2.1941 or 3 February 1941."""
    if text is None:
        return None
    for form, order in _WRITTEN:
        if (found := form.fullmatch(text.strip())) is not None:
            year, month, day = (found[part] for part in order)
            try:
                number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
                return date(int(year), number, int(day))
            except ValueError:
                return None
    return None


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN: Final = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII), (3, 2, 1)),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII), (3, 2, 1)),
)
