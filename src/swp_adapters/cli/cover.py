"""Whose work is shown: that of a team or a worker, and of the absent whom the worker covers on the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import say
from swp_adapters.cli.settings import When
from swp_domain.law.dates import local_day
from swp_domain.practice.standing import Standing
from swp_projections import Caseload
from swp_projections.asking import Question, one_of
from swp_projections.caseload import CaseloadRow

Team = Annotated[str | None, typer.Option("--team", help="Only the cases of this team.")]
Worker = Annotated[
    str | None,
    typer.Option("--worker", help="Only the cases of this worker, and of the absent whom they cover on that day."),
]
Mine = Annotated[str | None, typer.Option("--as", help="Who asks: without --worker, only their own work.")]

COVER = ("on_staff", "absent", "covered_by")
"""The columns of who sees to a worker's cases."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose work is asked for, on the staff of the day.

    ``standing`` is practice and council on that day, as known then.
    """

    standing: Standing
    team: str | None = None
    worker: str | None = None

    @property
    def held(self) -> list[Question]:
        """What a case's row in the caseload must answer to."""
        asked: list[Question] = []
        if self.team is not None:
            asked.append(one_of("team", [self.team]))
        if self.worker is not None:
            asked.append(one_of("worker", [self.worker, *self.standing.covered_by(self.worker)]))
        return asked

    def seen_to(self, worker: str | None) -> dict[str, object]:
        """Whether a worker is on the staff and there that day, and who covers where not."""
        away = self.standing.absence_of(worker) if worker else None
        known = any(one.staff for one in self.standing.practices)
        return {
            "on_staff": self.standing.member(worker) is not None if worker and known else None,
            "absent": away is not None,
            "covered_by": away.covered_by if away is not None else "",
        }

    def holder(self, worker: str | None) -> str | None:
        """A worker, marked where somebody else has to see to their cases that day."""
        found = self.seen_to(worker)
        if found["absent"]:
            return f"{worker} (away)"
        return f"{worker} (not on the staff)" if found["on_staff"] is False else worker

    def away(self, workers: Iterable[str | None]) -> list[str]:
        """What has to be known of those among some workers who are away that day, a sentence each."""
        told = []
        for worker in sorted({one for one in workers if one}):
            away = self.standing.absence_of(worker)
            if away is not None:
                until = f" until {away.days.last}" if away.days.last else ""
                told.append(f"{worker} is away{until}; {away.covered_by or 'nobody'} covers.")
        return told


def whose(casework: Casework, days: When, team: str | None, worker: str | None, acting: str | None) -> Whose:
    """Whose work is asked for: the worker's that is named, else that of who asks, else everybody's."""
    on = days["as_at"] or local_day(casework.clock())
    return Whose(casework.standing(on, known_at=days["known_at"]), team, worker if worker is not None else acting)


def holders(casework: Casework, asked: Whose, days: When, file: str | None = None) -> dict[str, CaseloadRow]:
    """Who holds the cases that are asked for, by case."""
    return {one.file: one for one in casework.view(Caseload, file=file, where=asked.held, **days)}


def say_if_unknown(casework: Casework, asked: Whose, days: When) -> None:
    """Where nothing is found, say whether the name is known at all: a slip of the keys must not read as no work."""
    found = casework.view(Caseload, **days)
    if asked.team is not None and not any(one.team == asked.team for one in found):
        say(f"swp: no case was ever given to a team called {asked.team}.")
    who = asked.worker
    if who is not None and asked.standing.member(who) is None and not any(one.worker == who for one in found):
        say(f"swp: nobody called {who} is on the staff or holds a case.")


def asked_day(casework: Casework, as_at: date | None) -> date:
    """The day that is asked about: today, in London, unless told."""
    return as_at or local_day(casework.clock())
