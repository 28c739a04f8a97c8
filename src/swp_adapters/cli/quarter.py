"""Shows the quarter that the demonstration lived: the caseload, one case, and the reviews overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from swp_adapters.casework import Casework
from swp_adapters.cli.citing import cited
from swp_adapters.cli.output import one_line, put_table, put_text
from swp_adapters.cli.telling import tell
from swp_adapters.demo.quarter import Lived
from swp_domain.case.vocabulary import Complexity
from swp_domain.duty import DutyStanding
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.law.dates import spoken
from swp_domain.review import STAGE as REVIEW
from swp_projections import Caseload, Duties
from swp_projections.caseload import CaseloadRow

_SHOWN = 12
"""How many overdue reviews are listed."""


def show_quarter(casework: Casework, lived: Lived) -> str | None:
    """What a manager would look at on the last day of it; answers with the case that was shown in full."""
    day = lived.council.last
    put_text(f"\nA quarter of {lived.council.shape.name}, as at {spoken(day)}", style="bold")
    put_text(f"{lived.scale}. {lived.council.shape.source}. Nobody in it exists.")
    if lived.filled.entries:
        seconds = lived.filled.judging + lived.filled.writing + lived.filled.views
        put_text(f"{lived.filled.entries:,} entries judged and recorded in {seconds:.0f} s.")
    rows = [one for one in casework.view(Caseload) if one.closed_on is None]
    _put_teams(lived, rows)
    _put_reviews(casework, lived)
    file = _telling(casework, rows)
    if file:
        put_text(f"\nOne case in full: {file}", style="bold")
        for entry in history(casework.entries(file)):
            for line in _short(entry):
                put_text(one_line(line))
    return file


def _put_teams(lived: Lived, rows: list[CaseloadRow]) -> None:
    """Open cases by team and level, beside the published number of the team."""
    held = Counter((one.team, one.complexity) for one in rows)
    levels = [*(one.value for one in Complexity), None]
    put_table(
        "Caseload by team and complexity",
        ("team", *(f"level {one}" if one else "no level" for one in levels), "open", "published"),
        (
            (
                team.name,
                *(held[team.name, level] or "" for level in levels),
                sum(held[team.name, level] for level in levels),
                f"{team.receiving} of {lived.council.shape.people:,}",
            )
            for team in lived.council.shape.teams
        ),
    )


def _put_reviews(casework: Casework, lived: Lived) -> None:
    day = lived.council.last
    of_reviews = {duty.name for duty in REVIEW.duties}
    late = [
        one for one in casework.view(Duties) if one.duty in of_reviews and one.standing(day) == DutyStanding.LATE.value
    ]
    late.sort(key=lambda one: (one.last_day or day, one.file))
    put_table(
        f"Reviews overdue: {len(late)}" + (f", the longest {_SHOWN}" if len(late) > _SHOWN else ""),
        ("case", "what", "under", "last day", "days late"),
        (
            (
                one.file,
                one.duty,
                cited(one.provision, one.confidence),
                one.last_day,
                (day - one.last_day).days if one.last_day else None,
            )
            for one in islice(late, _SHOWN)
        ),
        empty="None.",
    )


def _telling(casework: Casework, rows: list[CaseloadRow]) -> str | None:
    """The open case with the most kinds of event among the first, of a length that can be read."""
    best, most = None, 0
    for row in rows[:60]:
        entries = casework.entries(row.file)
        kinds = len({one.event_name for one in entries})
        if len(entries) <= 45 and kinds > most:
            best, most = row.file, kinds
    return best


def _short(entry: AnyEntry) -> Iterator[str]:
    """When, what, by whom, what was decided, and what was broken."""
    head, *body = tell(entry)
    yield head
    yield body[0]
    yield from (line for line in body[1:] if line.strip().startswith(("decided:", "BREACH")))
