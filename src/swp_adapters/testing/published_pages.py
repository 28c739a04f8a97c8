"""The lives of which a published quarter is made: a call, a referral, a case."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from swp_adapters.testing.sent import Sent
from swp_adapters.testing.staff import Desk
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
from swp_domain.party import Pathway
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.proposal import Submission, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.review.events import ReviewCompleted
from swp_domain.review.vocabulary import ReviewOutcome

if TYPE_CHECKING:
    from swp_adapters.testing.published_quarter import PublishedQuarter

ACCESS: Final = "A3"
"""The team of the short-term case workers."""

_NO_NEEDS: Final = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS)
_NEEDS: Final = Appearance(appears_to_have_needs=True)
_EVERY_THIRD: Final = 3
_REVIEWED: Final = {
    Support.DECREASE: ReviewOutcome.DECREASE,
    Support.UNCHANGED: ReviewOutcome.UNCHANGED,
    Support.INCREASE: ReviewOutcome.INCREASE,
    None: ReviewOutcome.NOT_TOLD,
}


class Page:
    """One life as it is told."""

    def __init__(self, quarter: PublishedQuarter, number: int) -> None:
        self.quarter, self.name = quarter, quarter.name(number)
        self.case, self.contact = quarter.case(number), f"contact/{self.name}"
        self.chance = Random(f"{quarter.seed}/{number}")
        self.officer = self.chance.choice(quarter.staff.front_door.others)
        self.sent: list[Sent] = []

    @property
    def front_door(self) -> Desk:
        """Those who work at the front door."""
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


def call(page: Page, *, on: date, about_service_user: bool) -> None:
    """A call of which nobody says what became."""
    page.tell(on, page.officer, page.received(about_service_user))


def resolved(page: Page, *, on: date, about_service_user: bool) -> None:
    """A call that an advice officer resolves."""
    decision = Decision(outcome=ContactOutcome.ADVICE_GIVEN, reasons=synthetic("no needs were told"))
    resolved = ContactResolved(contact="call", appearance=_NO_NEEDS, decision=decision)
    page.tell(on, page.officer, page.received(about_service_user), (page.contact, resolved))


def _referred(page: Page, on: date, about_service_user: bool, to: Pathway) -> None:
    """The call is passed on, and received as a referral."""
    page.tell(
        on,
        page.officer,
        page.received(about_service_user),
        (page.contact, ContactPassedOn(contact="call", case=page.case, referral="referral", to=to)),
        (page.case, ReferralReceived(referral="referral", source=Source.FRONT_DOOR, contact="call", to=to)),
    )


def to_complex(page: Page, *, on: date, about_service_user: bool, number: int) -> None:
    """A call that is passed to complex case management, and the case there."""
    _referred(page, on, about_service_user, Pathway.COMPLEX)
    desk = page.quarter.staff.teams[number % len(page.quarter.staff.teams)]
    _allocated(page, on, desk, Pathway.COMPLEX)


def resolved_at_triage(page: Page, *, on: date, about_service_user: bool) -> None:
    """A call that is passed to duty triage, and resolved there."""
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    decision = Decision(outcome=TriageOutcome.RESOLVED, reasons=synthetic("settled at once"))
    triaged = ReferralTriaged(referral="referral", appearance=_NO_NEEDS, decision=decision)
    page.tell(on, page.front_door.decider(page.chance), (page.case, triaged))


def _triaged(page: Page, on: date) -> None:
    decision = Decision(outcome=TriageOutcome.SHORT_TERM, reasons=synthetic("needs appear"))
    told = ReferralTriaged(referral="referral", appearance=_NEEDS, assessment="assessment", decision=decision)
    page.tell(on, page.front_door.decider(page.chance), (page.case, told))
    page.tell(
        on,
        page.front_door.lead,
        (page.case, CaseAllocated(team=ACCESS, worker=_worker(page).id, pathway=Pathway.SHORT_TERM)),
    )


def _worker(page: Page) -> Actor:
    return page.front_door.decider(page.chance)


def passed(page: Page, *, on: date, about_service_user: bool, done: tuple[date, Support | None] | None) -> None:
    """A call that goes by duty triage to a case worker, and what is completed there, if anything is."""
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    _triaged(page, on)
    if done is not None:
        _completed(page, *done)


def short_term(page: Page, *, on: date, done: tuple[date, Support | None]) -> None:
    """A case that came before the first month."""
    page.tell(on, page.officer, (page.case, ReferralReceived(referral="referral", source=Source.GP)))
    _triaged(page, on)
    _completed(page, *done)


def _completed(page: Page, on: date, support: Support | None) -> None:
    event: Event
    if int(page.name[-6:]) % _EVERY_THIRD:
        decision = Decision(outcome=Conclusion.NEEDS, reasons=synthetic("needs were found"))
        event = AssessmentCompleted(assessment="assessment", support=support, decision=decision)
    else:
        reviewed = Decision(outcome=_REVIEWED[support], reasons=synthetic("the plan was looked at again"))
        event = ReviewCompleted(review="review", decision=reviewed)
    page.tell(on, _worker(page), (page.case, event))


def moved(page: Page, *, on: date, about_service_user: bool, last: date, number: int) -> None:
    """The same, and on the last day the case worker passes it to a complex team."""
    _referred(page, on, about_service_user, Pathway.TRIAGE)
    _triaged(page, on)
    desk = page.quarter.staff.teams[number % len(page.quarter.staff.teams)]
    handed = CaseHandedOver(team=desk.name, worker=desk.lead.id, pathway=Pathway.COMPLEX)
    page.tell(last, page.front_door.lead, (page.case, handed))


def in_receipt(page: Page, *, desk: Desk, level: Complexity | None, number: int) -> None:
    """A case that a team holds, at its level, with a service."""
    on = page.quarter.first
    _allocated(page, on, desk, Pathway.COMPLEX, level)
    kind = ServiceKind.HOME_CARE if number % _EVERY_THIRD else ServiceKind.RESIDENTIAL
    page.tell(on, desk.lead, (page.case, ServiceStarted(service="service", kind=kind)))


def _allocated(page: Page, on: date, desk: Desk, pathway: Pathway, level: Complexity | None = None) -> None:
    worker = desk.decider(page.chance).id
    given = CaseAllocated(team=desk.name, worker=worker, complexity=level, pathway=pathway)
    page.tell(on, desk.lead, (page.case, given))
