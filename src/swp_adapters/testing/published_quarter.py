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
from random import Random
from typing import Any, Final

from swp_adapters.exchange.published_figures import Published, month, name_of
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire
from swp_adapters.testing.staff import Desk, Staff
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.assessment.vocabulary import Conclusion, Support
from swp_domain.case.events import CaseAllocated, CaseHandedOver
from swp_domain.case.vocabulary import Complexity
from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.party import Pathway
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.proposal import Submission, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.review.events import ReviewCompleted
from swp_domain.review.vocabulary import ReviewOutcome
from swp_projections.performance_measures import LEVELS

ACCESS: Final = "A3"
"""The team of the short-term case workers."""

_NO_NEEDS: Final = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS)
_NEEDS: Final = Appearance(appears_to_have_needs=True)
_EVERY_THIRD: Final = 3
_DAYS: Final = 28
"""Days of a month over which its calls are spread."""

_REVIEWED: Final = {
    Support.DECREASE: ReviewOutcome.DECREASE,
    Support.UNCHANGED: ReviewOutcome.UNCHANGED,
    Support.INCREASE: ReviewOutcome.INCREASE,
    None: ReviewOutcome.NOT_TOLD,
}


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
        """The practice and its staff."""
        return self.staff.established()

    def life(self, number: int) -> list[Sent]:
        """Life ``number``, in order of recording."""
        page = _Page(self, number)
        self._lives[number](page)
        return page.sent

    def count(self, measure: str, when: Period, team: str | None = None) -> int:
        """How many of a measure it tells in a month."""
        return self.published.counts.get((measure, name_of(when), team), 0) // self.scale

    # Inside: what is told, life by life

    @cached_property
    def _lives(self) -> list[Callable[[_Page], None]]:
        return [*self._stock(), *self._waiting(), *(one for each in self.months for one in self._of(each))]

    def _stock(self) -> Iterator[Callable[[_Page], None]]:
        """Cases that are in receipt of services before the first month begins, at their levels."""
        end = self.months[-1]
        for desk in self.staff.teams:
            levels = [level for name, level in LEVELS.items() for _ in range(self.count(name, end, desk.name))]
            for number in range(self.count("in-receipt", end, desk.name)):
                level = levels[number] if number < len(levels) else None
                yield partial(_in_receipt, desk=desk, level=level, number=number)

    def _waiting(self) -> Iterator[Callable[[_Page], None]]:
        """Cases that a case worker had before, because more is completed by some day than was passed on by then."""
        came = accumulate(map(self._stay_with_case_workers, self.months))
        gone = accumulate(self.count("access-completed", one) for one in self.months)
        missing = max(0, *(done - had for done, had in zip(gone, came, strict=True)))
        return (partial(_short_term, on=self.first, done=self._done[number]) for number in range(missing))

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

    def _of(self, when: Period) -> Iterator[Callable[[_Page], None]]:
        """The calls of a month, and the referrals that came of them."""
        about = iter(range(self.count("calls-service-user", when)))
        days = count()

        def call(chapter: Callable[..., None], **told: Any) -> Callable[[_Page], None]:
            on = when.first + timedelta(days=next(days) % _DAYS)
            return partial(chapter, on=on, about_service_user=next(about, None) is not None, **told)

        resolved, passed = self.count("triage-resolved", when), self.count("triage-case-worker", when)
        moved = self.count("case-worker-complex", when)
        yield from (call(_to_complex, number=one) for one in range(self.count("calls-complex", when)))
        yield from (call(_resolved_at_triage) for _ in range(resolved))
        yield from (call(_moved, last=when.last, number=one) for one in range(moved))
        yield from (call(_passed, done=done) for done in self._done_of(when, passed - moved))
        calls = self.count("calls-in", when)
        ended = round(calls * self.published.per_cents.get(("calls-resolved", name_of(when)), 0) / 100)
        yield from (call(_resolved) for _ in range(ended))
        left = calls - ended - resolved - passed - self.count("calls-complex", when)
        yield from (call(_call) for _ in range(left))

    def _done_of(self, when: Period, cases: int) -> list[tuple[date, Support | None] | None]:
        """What is completed in each of the cases that come to a case worker in a month; in some, nothing yet."""
        earlier = [one for one in self.months if one.first < when.first]
        before = len(list(self._waiting())) + sum(map(self._stay_with_case_workers, earlier))
        mine = self._done[before : before + cases]
        return [*mine, *([None] * (cases - len(mine)))]


class _Page:
    """One life as it is told."""

    def __init__(self, quarter: PublishedQuarter, number: int) -> None:
        self.quarter, self.name = quarter, quarter.name(number)
        self.case, self.contact = quarter.case(number), f"contact/{self.name}"
        self.chance = Random(f"{quarter.seed}/{number}")
        self.officer = self.chance.choice(quarter.staff.front_door.others)
        self.sent: list[Sent] = []

    @property
    def front_door(self) -> Desk:
        return self.quarter.staff.front_door

    def tell(self, on: date, by: Actor, *told: tuple[str, Event]) -> None:
        """One submission, recorded on the day it happened."""
        moment = datetime.combine(on, time(9), UTC) + timedelta(minutes=len(self.sent))
        because = synthetic("an invented entry")
        proposals = tuple(propose(file, event, by, on, reason=because) for file, event in told)
        self.sent.append(Sent(Submission(f"{self.name}/{len(self.sent) + 1:02}", proposals), moment))

    def received(self, about_service_user: bool) -> tuple[str, Event]:
        """The call."""
        return self.contact, ContactReceived(
            contact="call", channel=Channel.TELEPHONE, concerns_a_service_user=about_service_user
        )


def _call(page: _Page, *, on: date, about_service_user: bool) -> None:
    page.tell(on, page.officer, page.received(about_service_user))


def _resolved(page: _Page, *, on: date, about_service_user: bool) -> None:
    decision = Decision(outcome=ContactOutcome.ADVICE_GIVEN, reasons=synthetic("no needs were told"))
    resolved = ContactResolved(contact="call", appearance=_NO_NEEDS, decision=decision)
    page.tell(on, page.officer, page.received(about_service_user), (page.contact, resolved))


def _referred(page: _Page, on: date, about_service_user: bool, to: Pathway) -> None:
    """The call is passed on, and received as a referral."""
    page.tell(
        on,
        page.officer,
        page.received(about_service_user),
        (page.contact, ContactPassedOn(contact="call", case=page.case, referral="referral", to=to)),
        (page.case, ReferralReceived(referral="referral", source=Source.FRONT_DOOR, contact="call", to=to)),
    )


def _to_complex(page: _Page, *, on: date, about_service_user: bool, number: int) -> None:
    _referred(page, on, about_service_user, Pathway.COMPLEX)
    desk = page.quarter.staff.teams[number % len(page.quarter.staff.teams)]
    _allocated(page, on, desk, Pathway.COMPLEX)


def _resolved_at_triage(page: _Page, *, on: date, about_service_user: bool) -> None:
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    decision = Decision(outcome=TriageOutcome.RESOLVED, reasons=synthetic("settled at once"))
    triaged = ReferralTriaged(referral="referral", appearance=_NO_NEEDS, decision=decision)
    page.tell(on, page.front_door.decider(page.chance), (page.case, triaged))


def _triaged(page: _Page, on: date) -> None:
    decision = Decision(outcome=TriageOutcome.SHORT_TERM, reasons=synthetic("needs appear"))
    told = ReferralTriaged(referral="referral", appearance=_NEEDS, assessment="assessment", decision=decision)
    page.tell(on, page.front_door.decider(page.chance), (page.case, told))
    page.tell(
        on,
        page.front_door.lead,
        (page.case, CaseAllocated(team=ACCESS, worker=_worker(page).id, pathway=Pathway.SHORT_TERM)),
    )


def _worker(page: _Page) -> Actor:
    return page.front_door.decider(page.chance)


def _passed(page: _Page, *, on: date, about_service_user: bool, done: tuple[date, Support | None] | None) -> None:
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    _triaged(page, on)
    if done is not None:
        _completed(page, *done)


def _short_term(page: _Page, *, on: date, done: tuple[date, Support | None]) -> None:
    """A case that came before the first month."""
    page.tell(on, page.officer, (page.case, ReferralReceived(referral="referral", source=Source.GP)))
    _triaged(page, on)
    _completed(page, *done)


def _completed(page: _Page, on: date, support: Support | None) -> None:
    event: Event
    if int(page.name[-6:]) % _EVERY_THIRD:
        decision = Decision(outcome=Conclusion.NEEDS, reasons=synthetic("needs were found"))
        event = AssessmentCompleted(assessment="assessment", support=support, decision=decision)
    else:
        reviewed = Decision(outcome=_REVIEWED[support], reasons=synthetic("the plan was looked at again"))
        event = ReviewCompleted(review="review", decision=reviewed)
    page.tell(on, _worker(page), (page.case, event))


def _moved(page: _Page, *, on: date, about_service_user: bool, last: date, number: int) -> None:
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    _triaged(page, on)
    desk = page.quarter.staff.teams[number % len(page.quarter.staff.teams)]
    handed = CaseHandedOver(team=desk.name, worker=desk.lead.id, pathway=Pathway.COMPLEX)
    page.tell(last, page.front_door.lead, (page.case, handed))


def _in_receipt(page: _Page, *, desk: Desk, level: Complexity | None, number: int) -> None:
    on = page.quarter.first
    _allocated(page, on, desk, Pathway.COMPLEX, level)
    kind = ServiceKind.HOME_CARE if number % _EVERY_THIRD else ServiceKind.RESIDENTIAL
    page.tell(on, desk.lead, (page.case, ServiceStarted(service="service", kind=kind)))


def _allocated(page: _Page, on: date, desk: Desk, pathway: Pathway, level: Complexity | None = None) -> None:
    worker = desk.decider(page.chance).id
    given = CaseAllocated(team=desk.name, worker=worker, complexity=level, pathway=pathway)
    page.tell(on, desk.lead, (page.case, given))
