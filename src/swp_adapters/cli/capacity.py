"""The command that reads capacity: each decision in question, what was found about it, and what rests on that."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, put_table
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_projections import Capacity
from swp_projections.capacity import CapacityRow

_COLUMNS = (
    "case", "decision", "about", "doubted", "assessed", "by", "found", "not able to", "because of an impairment",
    "stands", "opposite of", "best interests",
)  # fmt: skip
_ABILITIES = {
    "understands": "understand",
    "retains": "retain",
    "uses_or_weighs": "use or weigh",
    "communicates": "communicate",
}
_ROW = columns_of(CapacityRow, "standing", "in_force")


@answered
def capacity(
    file: Annotated[str | None, typer.Argument(help="Only this case.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Each decision that somebody may be unable to take: who assessed, what was found, and what rests on it."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        rows = casework.view(Capacity, file=file, **days)
    rows.sort(key=lambda one: (one.file, one.decision, one.assessed_on or date.min, one.key))
    if how is not Form.PEOPLE:
        told = ({**values_of(one), "standing": one.standing(on), "in_force": one.in_force(on)} for one in rows)
        put_rows(how, _ROW, told)
        return
    put_table(dated(file or "Capacity", on, days["known_at"]), _COLUMNS, (_cells(one, on) for one in rows))


def _cells(one: CapacityRow, on: date) -> tuple[object, ...]:
    unable = ", ".join(said for field, said in _ABILITIES.items() if getattr(one, field) is False)
    by = f"{one.assessor} ({one.assessor_kind})" if one.assessor else None
    doubt = f"; IN DOUBT, {one.best_interests_doubt}" if one.best_interests_doubt else ""
    best = f"{one.best_interests_on} ({one.best_interests_outcome}){doubt}" if one.best_interests_on else None
    because = {True: "yes", False: "no"}.get(one.because_of_it) if one.because_of_it is not None else None
    return (
        one.file, one.decision, one.matter, one.doubted_on, one.assessed_on, by, one.result, unable, because,
        one.standing(on), one.opposite_of, best,
    )  # fmt: skip
