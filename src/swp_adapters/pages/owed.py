"""What is owed and late, as a table: whose it is, since when, under what, with the force of its clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from swp_adapters.pages.markup import Markup, lines, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.tables import day_cell, plain_table
from swp_domain.law.dates import ONE_DAY, spoken
from swp_projections.duties import DutyRow

_COLUMNS: Final = ("case", "what", "about", "whose", "begun", "late since", "days late", "under")
_UNBROKEN: Final = ("case", "begun", "late since")


def late_table(title: str, owed: Iterable[DutyRow], on: date, notes: Notes) -> Markup:
    """What is late on a day and still owed, the longest first; counted by the force of its clock, never added up."""
    late = [one for one in owed if one.standing(on) == "late"]
    if not late:
        return tag("p", tag("strong", f"{title}: "), "nothing.")
    late.sort(key=lambda one: (one.last_day or date.max, one.file, one.key))
    forces = sorted(Counter(one.limit_force or one.force for one in late).items())
    told = "; ".join(f"under {force}: {number}" for force, number in forces)
    rows = [_row(one, on, notes) for one in late]
    return lines(tag("p", f"Late {told}."), plain_table(title, _COLUMNS, rows, unbroken=_UNBROKEN))


def _row(one: DutyRow, on: date, notes: Notes) -> tuple[str, ...]:
    since = one.late_since(on)
    days = (on - since + ONE_DAY).days if since else 0
    return (
        one.file, one.duty, one.subject, one.owner, spoken(one.opened_on),
        day_cell(since), str(days),
        notes.under(one.provision, one.force, one.confidence, one.limit, one.limit_force),
    )  # fmt: skip
