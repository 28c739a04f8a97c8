"""What a projection is: a pure fold from one file's history to rows that belong to that file.

The same fold answers an "as at" question in memory and keeps a table up to date. Rows hold days;
whether something is late or due comes from the day that is asked about. Totals are queries over rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Generic, TypeVar

from swp_domain.entry import AnyEntry
from swp_domain.history import history


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a view. It belongs to one file, and ``key`` tells it from the file's other rows."""

    file: str
    key: str


R = TypeVar("R", bound=Row)


class Rows(Generic[R]):
    """One file's rows while entries are applied: read where needed, and only what changed is kept."""

    def __init__(self, load: Callable[[str], R | None] = lambda _: None) -> None:
        self._load = load
        self.changed: dict[str, R | None] = {}

    def get(self, key: str) -> R | None:
        """The row under a key, as it stands."""
        return self.changed[key] if key in self.changed else self._load(key)

    def put(self, row: R) -> None:
        """Set the row under its key."""
        self.changed[row.key] = row

    def remove(self, key: str) -> None:
        """Take the row away, if there is one."""
        self.changed[key] = None

    def __iter__(self) -> Iterator[R]:
        return (row for row in self.changed.values() if row is not None)


class Projection(Generic[R]):
    """A view: what one entry does to the rows of its file.

    Subclasses set ``name`` (and ``version``, raised whenever rows change their meaning), ``row``, and
    ``kinds``, the kinds of file they read. ``stepwise`` is false where an entry cannot be applied
    alone; the file is then always folded afresh.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    row: ClassVar[type[Row]]
    kinds: ClassVar[tuple[str, ...]] = ("case",)
    stepwise: ClassVar[bool] = True

    def concerned(self, entry: AnyEntry) -> bool:
        """Whether an entry that lies last in its file may change the file's rows; yes, wherever that is unsure.

        A view that says no keeps its rows as they are, and is not folded again. The first entry of a file, and every
        entry of a file in which something was put right, is folded whatever this says.
        """
        return True

    def apply(self, rows: Rows[R], entry: AnyEntry) -> None:
        """Apply the entry that lies last in the history of its file."""
        raise TypeError(f"{type(self).__name__} folds whole files")

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[R]:
        """All rows of a file, from its history in the order of the world."""
        rows: Rows[R] = Rows()
        for entry in told:
            self.apply(rows, entry)
        return rows

    def of(
        self,
        file: str,
        entries: Sequence[AnyEntry],
        *,
        as_at: date | None = None,
        known_at: datetime | date | None = None,
    ) -> list[R]:
        """The rows of a file as at a day, and as known at a moment or by the end of a day."""
        if file.partition("/")[0] not in self.kinds:
            return []
        return list(self.fold(file, history(entries, as_at=as_at, known_at=known_at)))


def touches(entry: AnyEntry, duties: Collection[str]) -> bool:
    """Whether an entry opens, moves or ends any of some duties."""
    return any(mark.duty in duties for mark in entry.marks)
