"""What is to be looked at before a return on deprivations of liberty is sent, and what the record cannot say of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from swp_domain.actor import BodyKind
from swp_projections.liberty_return_active import Active
from swp_projections.liberty_return_rows import ApplicationRow, Placed
from swp_projections.safeguarding_board_cells import Cell, Line, Table, ordered
from swp_projections.safeguarding_board_rows import BoardRow

NOT_TOLD: Final = (
    "The council's three-figure code and the location code of the Care Quality Commission: the record has the "
    "council's name, and whatever code a place was given",
    "The application reference: the template makes it, of the council's code, the person and the year",
    "What describes the person (gender, age, ethnicity, disability, sexual orientation): no event records it, save the "
    "day of birth, which is sealed and opened for no list",
    "The codes of the application's status and of the reason why it was not granted: they were not seen in the "
    "guidance. How it stands is in our words, and the reason is the requirements that were found not met",
    "Whether the best interests assessor advises that a deprivation occurs although nothing is granted",
    "When a third party asked: the guidance of 2015-16 has it, and whether later ones do was not seen",
    "Which council is the supervisory body, before it decides",
    "How a withdrawal and a death are coded, and whether reviews are those of the year or all: not seen in the "
    "guidance",
)
"""What the return asks for, or a reader would look for, and the record or the guidance that was read cannot say."""


_OTHERS: Final = (BodyKind.OTHER_COUNCIL, BodyKind.NHS_BODY)


def to_put_right(told: Active) -> Table:
    """What somebody has to look at before it is sent. One application can stand in several lines."""
    rows = told.applications
    found: tuple[tuple[str, str, Sequence[BoardRow]], ...] = (
        ("no-receipt", "The receipt is not on record: not in the return", told.outside),
        ("no-application", "Granted in the year, and no application on record: not in the return", told.unasked),
        ("elsewhere", "Received for a place to which the schedule does not apply: not in the return", told.elsewhere),
        ("another", "Signed off by another body: whose return is it in?", _of(rows, _by_another)),
        (
            "uncounted",
            "Not decided, and a decision is on record that does not count",
            _of(rows, lambda one: one.uncounted),
        ),
        ("left", "Waiting, and the person is no longer in the place: was it withdrawn?", _of(told.waiting, _left)),
        ("vague", "Received or signed off on a day that is told vaguely", _of(rows, _vague)),
        ("two-years", "So vaguely that it may belong to another year", _of(rows, lambda one: _two_years(told, one))),
        ("backwards", "Signed off before it was received", _of(rows, lambda one: one.backwards)),
        ("no-end", "Granted, and until when is not told", _of(rows, _without_end)),
        ("no-place", "The code of the place is not told", _of(rows, lambda one: one.place is None)),
    )
    lines = tuple(Line(says, (Cell(f"put-right/{word}", ordered(which)),)) for word, says, which in found)
    return Table("put-right", "To be looked at before it is sent", ("how many",), lines, unsaid=NOT_TOLD)


def _of(rows: Sequence[ApplicationRow], holds: Callable[[ApplicationRow], bool]) -> list[ApplicationRow]:
    return [one for one in rows if holds(one)]


def _by_another(one: ApplicationRow) -> bool:
    return one.signed is not None and one.signed.by in _OTHERS


def _days_of(one: ApplicationRow) -> list[Placed]:
    return [when for when in (one.received, one.signed.when if one.signed is not None else None) if when is not None]


def _uncounted(one: ApplicationRow) -> bool:
    return one.uncounted


def _left(one: ApplicationRow) -> bool:
    return one.left_on is not None


def _vague(one: ApplicationRow) -> bool:
    return any(not when.told.is_exact for when in _days_of(one))


def _two_years(told: Active, one: ApplicationRow) -> bool:
    return any((when.earliest in told.year) != (when.told.latest in told.year) for when in _days_of(one))


def _without_end(one: ApplicationRow) -> bool:
    return one.granted is not None and one.granted.until is None
