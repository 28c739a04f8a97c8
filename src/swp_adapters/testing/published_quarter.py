"""A synthetic log whose counts are those of a published table: the same calls, referrals, work and cases each month.

Nobody in it exists. What the table does not print is left untold, as far as the engine lets it be; a per cent that is
printed without its counts is taken of calls. ``scale`` divides every count, so that a small log keeps the flow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, partial
from itertools import accumulate, count
from typing import Any, Final

from swp_adapters.exchange.published_figures import Published, month, name_of
from swp_adapters.testing import published_pages as pages
from swp_adapters.testing.published_pages import Page
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire
from swp_adapters.testing.staff import Staff
from swp_adapters.testing.words import synthetic
from swp_domain.assessment.vocabulary import Support
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.law.function import Function
from swp_domain.practice.events import CompetenceApproved
from swp_domain.proposal import Submission, propose
from swp_projections.performance_measures import LEVELS

_DAYS: Final = 28
"""Days of a month over which its calls are spread."""


@dataclass(frozen=True)
class PublishedQuarter:
    """A log that comes to the counts of a published table, each divided by ``scale`` and rounded down.

    It is lived as a :class:`~swp_adapters.testing.council.Council` is: ``fill(casework, quarter, quarter.lives)``.
    """

    published: Published
    scale: int = 1
    seed: int = 0
    shape: Shape = field(default_factory=north_east_lincolnshire)

    @property
    def key(self) -> str:
        """The beginning of the name of every file."""
        return f"q{self.seed}"

    @cached_property
    def months(self) -> tuple[Period, ...]:
        """The months that are told."""
        return tuple(month(one) for one in self.published.months)

    @property
    def first(self) -> date:
        """The day on which the practice begins, a month before the first that is told."""
        return (self.months[0].first - ONE_DAY).replace(day=1)

    @property
    def last(self) -> date:
        """The last day that is told."""
        return self.months[-1].last or self.months[-1].first

    @cached_property
    def staff(self) -> Staff:
        """Everybody who works there."""
        return Staff(self.shape, f"{self.key}-practice", self.first, self.last)

    @property
    def lives(self) -> int:
        """How many lives it has: a call is one, and so is a case."""
        return len(self._lives)

    def name(self, number: int) -> str:
        """The name of a life."""
        return f"{self.key}-{number:06}"

    def case(self, number: int) -> str:
        """The file of a life's case."""
        return f"case/{self.name(number)}"

    def established(self) -> Iterator[Sent]:
        """The practice and its staff; the council approved the competence of its advice officers."""
        yield from self.staff.established()
        functions = (Function.INFORMATION_AND_ADVICE,)
        approved = (CompetenceApproved(member=one.id, functions=functions) for one in self.staff.front_door.others)
        because, clerk = synthetic("an invented approval"), self.staff.clerk
        asked = tuple(propose(self.staff.file, one, clerk, self.first, reason=because) for one in approved)
        moment = datetime.combine(self.first, time(10), UTC)
        yield Sent(Submission(f"{self.staff.file}/competence", asked), moment)

    def life(self, number: int) -> list[Sent]:
        """Life ``number``, in order of recording."""
        page = Page(self, number)
        self._lives[number](page)
        return page.sent

    def count(self, measure: str, when: Period, team: str | None = None) -> int:
        """How many of a measure it tells in a month."""
        return self.published.counts.get((measure, name_of(when), team), 0) // self.scale

    # Inside: what is told, life by life

    @cached_property
    def _lives(self) -> list[Callable[[Page], None]]:
        return [*self._stock(), *self._waiting(), *(one for each in self.months for one in self._of(each))]

    def _stock(self) -> Iterator[Callable[[Page], None]]:
        """Cases that are in receipt of services before the first month begins, at their levels."""
        end = self.months[-1]
        for desk in self.staff.teams:
            levels = [level for name, level in LEVELS.items() for _ in range(self.count(name, end, desk.name))]
            for number in range(self.count("in-receipt", end, desk.name)):
                level = levels[number] if number < len(levels) else None
                yield partial(pages.in_receipt, desk=desk, level=level, number=number)

    def _waiting(self) -> Iterator[Callable[[Page], None]]:
        """Cases that a case worker had before, because more is completed by some day than was passed on by then."""
        came = accumulate(map(self._stay_with_case_workers, self.months))
        gone = accumulate(self.count("access-completed", one) for one in self.months)
        missing = max(0, *(done - had for done, had in zip(gone, came, strict=True)))
        return (partial(pages.short_term, on=self.first, done=self._done[number]) for number in range(missing))

    def _stay_with_case_workers(self, when: Period) -> int:
        return self.count("triage-case-worker", when) - self.count("case-worker-complex", when)

    @cached_property
    def _done(self) -> list[tuple[date, Support | None]]:
        """Every assessment or review that a case worker completes: the day, and what became of support."""
        done: list[tuple[date, Support | None]] = []
        for when in self.months:
            changes = [one for one in Support for _ in range(self.count(f"access-completed-{one.value}", when))]
            untold = self.count("access-completed", when) - len(changes)
            done += [(when.last or when.first, one) for one in (*changes, *([None] * untold))]
        return done

    def _of(self, when: Period) -> Iterator[Callable[[Page], None]]:
        """The calls of a month, and the referrals that came of them."""
        about = iter(range(self.count("calls-service-user", when)))
        days = count()

        def call(chapter: Callable[..., None], **told: Any) -> Callable[[Page], None]:
            on = when.first + timedelta(days=next(days) % _DAYS)
            return partial(chapter, on=on, about_service_user=next(about, None) is not None, **told)

        resolved, passed = self.count("triage-resolved", when), self.count("triage-case-worker", when)
        moved = self.count("case-worker-complex", when)
        yield from (call(pages.to_complex, number=one) for one in range(self.count("calls-complex", when)))
        yield from (call(pages.resolved_at_triage) for _ in range(resolved))
        yield from (call(pages.moved, last=when.last, number=one) for one in range(moved))
        yield from (call(pages.passed, done=done) for done in self._done_of(when, passed - moved))
        calls = self.count("calls-in", when)
        ended = round(calls * self.published.per_cents.get(("calls-resolved", name_of(when)), 0) / 100)
        yield from (call(pages.resolved) for _ in range(ended))
        left = calls - ended - resolved - passed - self.count("calls-complex", when)
        yield from (call(pages.call) for _ in range(left))

    def _done_of(self, when: Period, cases: int) -> list[tuple[date, Support | None] | None]:
        """What is completed in each of the cases that come to a case worker in a month; in some, nothing yet."""
        earlier = [one for one in self.months if one.first < when.first]
        before = len(list(self._waiting())) + sum(map(self._stay_with_case_workers, earlier))
        mine = self._done[before : before + cases]
        return [*mine, *([None] * (cases - len(mine)))]
