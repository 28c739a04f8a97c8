"""The command that reads reviews: which are late, since when and under what, the longest first."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.citing import cited
from swp_adapters.cli.cover import COVER, Mine, Team, Whose, Worker, asked_day, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, when
from swp_projections import Reviews
from swp_projections.reviews import ReviewRow

_COLUMNS = (
    "case", "team", "worker", "last review", "came to", "due", "whose", "last day", "stands", "late since", "under",
    "limit",
)  # fmt: skip


_ROW = columns_of(ReviewRow, "standing", "late_since", *COVER)


@answered
def reviews(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    late: Annotated[bool, typer.Option("--late", help="Only what is late.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="Closed cases as well.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Which reviews are late or due, since when, under what, and the last one held; the longest late first."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        asked = whose(casework, days, team, worker, acting)
        found = casework.view(Reviews, held=asked.held, **days)
        if not found:
            say_if_unknown(casework, asked, days)
    rows = [one for one in found if (closed or one.closed_on is None) and (not late or one.late_since(on) is not None)]
    rows.sort(key=lambda one: (one.last_day or date.max, one.file, one.key))
    if how is not Form.PEOPLE:
        put_rows(
            how,
            _ROW,
            (
                {
                    **values_of(one),
                    "standing": one.standing(on),
                    "late_since": one.late_since(on),
                    **asked.seen_to(one.worker),
                }
                for one in rows
            ),
        )
        return
    put_table(dated("Reviews", **days), _COLUMNS, (_cells(one, on, asked) for one in rows))
    for away in asked.away(one.worker for one in rows):
        put_text(one_line(away))


def _cells(one: ReviewRow, on: date, asked: Whose) -> tuple[object, ...]:
    last = f"{one.last_on} ({one.last_kind})" if one.last_on else None
    under = cited(f"{one.provision} ({one.force})", one.confidence, one.limit) if one.due else None
    # The provision stands beside it; programs get it whole.
    limit = one.limit.partition(", ")[0] if one.limit else None
    stands, late = one.standing(on), one.late_since(on)
    return (
        one.file, one.team, asked.holder(one.worker), last, one.last_outcome, one.due, one.whose, one.last_day,
        stands, late, under, limit,
    )  # fmt: skip
