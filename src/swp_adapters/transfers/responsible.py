"""Who is responsible for every open case on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from swp_adapters.transfers.following import belonging_of, is_open
from swp_domain.belonging import Belonging
from swp_domain.history import history
from swp_domain.practice.answerable import Answerable
from swp_projections import Caseload

if TYPE_CHECKING:
    from swp_adapters.casework import Casework


@dataclass(frozen=True, slots=True)
class Responsible:
    """The body that is responsible for a case on a day, and to whom the case belongs."""

    case: str
    on: date
    answerable: Answerable
    belonging: Belonging


def responsible(
    casework: Casework, on: date, *, case: str | None = None, known_at: datetime | date | None = None
) -> Iterator[Responsible]:
    """Who is responsible on a day for every case that is open then, or for one case, open or not.

    Args:
        casework: the record.
        on: the day.
        case: only this case.
        known_at: only what was recorded by a moment, or by the end of a day.
    """
    standing = casework.standing(on, known_at=known_at)
    files = casework.files() if case is None else [(case, casework.entries(case))]
    for name, entries in files:
        rows = Caseload().of(name, entries, as_at=on, known_at=known_at)
        if case is None and not any(is_open(row) for row in rows):
            continue
        belonging = belonging_of(history(entries, known_at=known_at), on)
        yield Responsible(name, on, standing.answerable(belonging), belonging)
