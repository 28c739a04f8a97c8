"""The command that tells what happened, for whoever takes a case over, and for a court."""

from __future__ import annotations

from typing import Annotated

import typer

from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, put_table
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_projections import Chronology
from swp_projections.chronology import ChronologyRow

_COLUMNS = ("date", "case", "event", "by", "told", "status")
_ROW = columns_of(ChronologyRow)


@answered
def chronology(
    file: Annotated[str | None, typer.Argument(help="Only this case.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What happened, in the order in which it did: dates as told, who did it, who told it and when."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        if file is not None:
            see_file(casework, file)
        rows = sorted(casework.view(Chronology, file=file, **days), key=lambda one: one.place)
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, map(values_of, rows))
        return
    put_table(dated("Chronology", **days), _COLUMNS, map(_cells, rows))


def _cells(one: ChronologyRow) -> tuple[object, ...]:
    what = ": ".join(filter(None, (one.event, one.decided))) + (f" ({one.about})" if one.about else "")
    author = f"{one.author} ({one.role}), {one.body}"
    told = f"{one.told_by}, {one.recorded_at:%Y-%m-%d %H:%M} UTC"
    return one.occurred, one.file, what, author, told, one.status
