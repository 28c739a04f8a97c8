"""Writes one life, day after day: what is told, by whom, and when it comes to be recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Final

from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape
from swp_adapters.testing.staff import Desk, Staff
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.law.dates import ONE_DAY, PartialDate
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN, REVIEW_BY
from swp_domain.proposal import Conduct, Proposal, Submission, propose

_OPENS: Final = time(9)


class Over(Exception):
    """The days that are told have come to their end."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The day on which a life is over, or its case; ``died`` tells the one from the other."""

    on: date
    died: bool


class Pen:
    """One life as it is written. Chapters move ``day`` on and tell what happened; the order is that of recording.

    Everything is drawn from ``chance``, which begins with the seed of the council and the number of the
    life, and so is the same however many others are written. What goes on beside the rest of a life is written by a
    pen of its own (``meanwhile``), with its own days and its own chance.
    """

    def __init__(self, shape: Shape, staff: Staff, key: str, chance: Random, day: date, last: date) -> None:
        self.shape, self.staff, self.key, self.chance = shape, staff, key, chance
        self.day, self.last = day, last
        self.old_support = False  # whether old-law support stood on the eve of the Care Act, and awaits its review
        self.case = f"case/{key}"
        self.team = self._team()
        self._workers = [(day, self.team.decider(chance))]
        self.ending: Ending | None = None
        self._told_until: date | None = None  # the last day of recording, where the life ends before it
        self._part = ""
        self._beside: list[tuple[date, str, Callable[[Pen], None]]] = []
        self._sent: list[Sent] = []
        self._waiting: list[tuple[datetime, int, tuple[Proposal[Event], ...]]] = []
        self._numbers: dict[str, int] = {}
        self._recorded = datetime.combine(day, _OPENS, UTC)

    def _team(self) -> Desk:
        sizes = [one.receiving for one in self.shape.teams]
        return self.chance.choices(self.staff.teams, sizes)[0]

    @property
    def worker(self) -> Actor:
        """Who holds the case on this day."""
        return next(one for since, one in reversed(self._workers) if since <= self.day or since == self._workers[0][0])

    @worker.setter
    def worker(self, who: Actor) -> None:
        self._workers.append((self.day, who))

    # Days

    def after(self, least: int, most: int) -> date:
        """Some days pass; the life goes on."""
        self.day += timedelta(days=self.chance.randint(least, most))
        if self.day > self.last:
            raise Over
        return self.day

    def maybe(self, likely: float) -> bool:
        """Whether something that happens so often happens now."""
        return self.chance.random() < likely

    def until(self, day: date) -> date:
        """The life goes on to a day, if it has not come to it."""
        return self.after(*(2 * (max(0, (day - self.day).days),)))

    @property
    def old_law(self) -> bool:
        """Whether the adult is under the law before the Care Act on this day."""
        return self.day < CARE_ACT_BEGAN or (self.old_support and self.day <= REVIEW_BY)

    def ends(self, *, died: bool = False) -> None:
        """The life is over on this day, or its case is: what goes on beside it ends too."""
        self.ending = self.ending or Ending(self.day, died)

    # Beside the rest

    def meanwhile(self, name: str, chapter: Callable[[Pen], None]) -> None:
        """Something begins on this day, or later, and goes on beside all else that happens, until the life ends.

        It is told once the rest is, and may begin more. Nobody lives through it after their death.
        """
        self._beside.append((self.day, name, chapter))

    def _aside(self, number: int, day: date, name: str, chapter: Callable[[Pen], None]) -> list[Sent]:
        last = self.last
        if self.ending is not None:
            last = min(last, self.ending.on - ONE_DAY if self.ending.died else self.ending.on)
        if day > last:
            return []
        pen = Pen(self.shape, self.staff, self.key, Random(f"{self.key}/{name}/{number}"), day, last)
        pen.team, pen.ending, pen.case = self.team, self.ending, self.case
        pen._workers, pen._numbers = self._workers, self._numbers
        pen._told_until, pen._part = self._told_until or self.last, f"{self._part}+{number}"
        with suppress(Over):
            chapter(pen)
        return pen.written()

    # Names

    def named(self, kind: str) -> str:
        """A new identifier."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return f"{kind}-{self._numbers[kind]}"

    def count(self, kind: str) -> int:
        """How many identifiers of a kind were named."""
        return self._numbers.get(kind, 0)

    # Telling

    def tell(self, *events: Event, by: Actor | None = None, late: int | None = None, vague: str = "") -> None:
        """Record what happened on this day, a few days later at most; with ``late``, so many days later.

        What is recorded late waits, and what happens meanwhile is recorded before it.

        Args:
            events: into the case.
            by: who did or decided it; the worker of the case, unless told.
            late: days until it is recorded.
            vague: the date as it was told, where it was not told exactly.
        """
        actor = by or self.worker
        proposals = tuple(self._proposal(self.case, one, actor, vague) for one in events)
        self.send(proposals, late=late)

    def record(self, event: Event, because: str, by: Actor | None = None, wrong: str = "") -> None:
        """Record a decision that was taken on paper, lawful or not."""
        proposal = propose(
            self.case, event, by or self.worker, self.day, conduct=Conduct.RECORDING, reason=synthetic(because)
        )
        self.send((proposal,), wrong=wrong)

    def elsewhere(self, *told: tuple[str, Event], by: Actor) -> None:
        """Record what goes into several files at once."""
        self.send(tuple(self._proposal(file, event, by, "") for file, event in told))

    def send(self, proposals: Iterable[Proposal[Event]], *, late: int | None = None, wrong: str = "") -> None:
        """Send one submission to the record."""
        asked = tuple(proposals)
        if late is not None:
            moment = datetime.combine(self.day + late * ONE_DAY, _OPENS, UTC)
            heappush(self._waiting, (moment, len(self._sent) + len(self._waiting), asked))
            return
        lag = self.chance.choice((0, 0, 0, 1, 1, 2, 4))
        opened = datetime.combine(self.day + lag * ONE_DAY, _OPENS, UTC) + timedelta(
            minutes=self.chance.randint(0, 470)
        )
        self._release(opened)
        self._put(max(opened, self._recorded + timedelta(minutes=1)), asked, wrong)

    def written(self) -> list[Sent]:
        """Everything told, in the order of recording; what was not recorded by the end is left out."""
        last = self._told_until or self.last
        self._release(datetime.combine(last, time(23), UTC))
        end = datetime.combine(last, time(23, 59), UTC)
        told = [one for one in self._sent if one.recorded_at <= end]
        for number, begun in enumerate(self._beside, start=1):
            told += self._aside(number, *begun)
        return sorted(told, key=lambda one: one.recorded_at)

    def _release(self, until: datetime) -> None:
        while self._waiting and self._waiting[0][0] <= until:
            moment, _, asked = heappop(self._waiting)
            self._put(max(moment, self._recorded + timedelta(minutes=1)), asked, "")

    def _put(self, moment: datetime, asked: tuple[Proposal[Event], ...], wrong: str) -> None:
        self._recorded = moment
        command = f"{self.key}{self._part}/{len(self._sent) + 1:04}"
        self._sent.append(Sent(Submission(command, asked, correlation_id=self.key), moment, wrong))

    def _proposal(self, file: str, event: Event, by: Actor, vague: str) -> Proposal[Event]:
        decision: Decision[object] | None = getattr(event, "decision", None)
        because = None if decision is not None and decision.reasons else synthetic("an invented entry")
        occurred = PartialDate.parse(vague) if vague else PartialDate.on(self.day)
        recorded_by = self.staff.clerk if not by.kind.ours else by
        return propose(file, event, by, occurred, recorded_by=recorded_by, reason=because)
