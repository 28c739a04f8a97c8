"""The command that reads reviews: which are late, since when and under what, the longest first."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.errors import answered
from swp_adapters.cli.output import put_lines, put_table
from swp_adapters.cli.settings import AsAt, AsJson, Database, KnownAt, day, opened
from swp_domain.law.dates import local_day
from swp_projections import Reviews
from swp_projections.reviews import ReviewRow

_COLUMNS = (
    "case", "team", "worker", "last review", "came to", "due", "whose", "last day", "stands", "late since", "under",
    "limit",
)  # fmt: skip


@answered
def reviews(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Annotated[str | None, typer.Option("--team", help="Only this team.")] = None,
    worker: Annotated[str | None, typer.Option("--worker", help="Only this worker.")] = None,
    late: Annotated[bool, typer.Option("--late", help="Only what is late.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="Closed cases as well.")] = False,
    as_json: AsJson = False,
) -> None:
    """Which reviews are late or due, since when, under what, and the last one held; the longest late first."""
    with opened(database) as casework:
        on, known = day(as_at, "--as-at") or local_day(casework.clock()), day(known_at, "--known-at")
        found = casework.view(Reviews, as_at=day(as_at, "--as-at"), known_at=known)
    rows = [
        one
        for one in found
        if (closed or one.closed_on is None) and team in (None, one.team) and worker in (None, one.worker)
        if not late or one.late_since(on) is not None
    ]
    rows.sort(key=lambda one: (one.last_day or date.max, one.file, one.key))
    if as_json:
        put_lines({**_fields(one), "standing": one.standing(on), "late_since": one.late_since(on)} for one in rows)
        return
    asked = [f"as at {as_at}"] if as_at else []
    asked += [f"as known on {known}"] if known else []
    title = f"Reviews {', '.join(asked)}" if asked else "Reviews"
    put_table(title, _COLUMNS, (_cells(one, on) for one in rows))


def _cells(one: ReviewRow, on: date) -> tuple[object, ...]:
    last = f"{one.last_on} ({one.last_kind})" if one.last_on else None
    under = f"{one.provision} ({one.force})" if one.due else None
    if under and "memory" in one.confidence:
        under = f"{under}, {one.confidence}"
    limit = f"{one.limit} ({one.limit_force})" if one.limit else None
    stands, late = one.standing(on), one.late_since(on)
    return (
        one.file, one.team, one.worker, last, one.last_outcome, one.due, one.whose, one.last_day, stands, late, under,
        limit,
    )  # fmt: skip


def _fields(one: ReviewRow) -> dict[str, object]:
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}
