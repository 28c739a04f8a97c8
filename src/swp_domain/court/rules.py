"""What the law makes of an order, of acts that it forbids in any room, and by when it comes back to the court."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import (
    AuthorityEnded,
    ContactRestricted,
    DeputyAppointed,
    ObjectionRecorded,
    ObjectionResolved,
    PersonAccommodated,
)
from swp_domain.court.application_rules import APPLICATION_RULES
from swp_domain.court.clocks import CLOCKS
from swp_domain.court.events import (
    ApplicationMade,
    ChallengeConsidered,
    DeputyReported,
    OrderEnded,
    OrderMade,
    OrderReviewed,
    RestrictionImposed,
)
from swp_domain.court.vocabulary import ActKind, ApplicationKind
from swp_domain.hospital.events import PatientDischarged
from swp_domain.law.local_targets.court import considering_a_challenge, going_to_court
from swp_domain.law.mental_capacity_act_2005 import (
    COMMENCED,
    COURT_ORDER,
    COURT_PRACTICE,
    DEPRIVATION_BEGAN,
    MENTAL_CAPACITY_ACT,
)
from swp_domain.law.mental_capacity_act_2005.s16_orders import OrderFacts, annual_review, order_has_a_review
from swp_domain.law.mental_capacity_act_2005.s19_reports import annual_report
from swp_domain.law.rule import cited
from swp_domain.owed import Expiry, Opening, owed
from swp_domain.planning.events import ServiceEnded
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_ACTS = PersonAccommodated | ContactRestricted | PatientDischarged | ServiceEnded | RestrictionImposed


@judges("COP-05", effect=FLAG, theme="P15")
def a_deprivation_comes_back_to_the_court(file: CaseFile, asked: Proposal[OrderMade], standing: Standing) -> Findings:
    """An order that authorises a deprivation of liberty is reviewed by the court within a year."""
    event = asked.event
    if not event.authorises_deprivation_of_liberty or not event.decision.outcome.stands:
        return
    back = min(filter(None, (event.review_by, event.expires_on)), default=None)
    facts = OrderFacts(
        authorises_deprivation_of_liberty=True,
        review_date_set=back is not None,
        within_twelve_months=None if back is None else back <= annual_review.last_day(asked.on),
    )
    finding = order_has_a_review(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("the order names no review within twelve months")


@judges("REC-DAYS", effect=FLAG)
def an_order_looks_ahead(file: CaseFile, asked: Proposal[OrderMade], standing: Standing) -> Findings:
    """The days that an order names lie after the day on which it was made."""
    for field in ("review_by", "expires_on"):
        named: date | None = getattr(asked.event, field)
        if named is not None and named < asked.on:
            finding = cited(COURT_ORDER["the days it names"], on=asked.on, holds=False, says=f"{field} lies ahead")
            yield finding.contradicts(f"{field} is {named}, before the order was made")


@judges("COP-13", effect=BREACH)
def what_an_order_forbids_is_not_done(file: CaseFile, asked: Proposal[_ACTS], standing: Standing) -> Findings:
    """Nobody does what an order in force forbids, unless a later order lets them."""
    kind = _kind_of(asked.event)
    if kind is None or asked.by.kind is BodyKind.COURT:
        return
    relied_on = file.court.in_force(asked.on).get(getattr(asked.event, "order", None) or "")
    for name, order in file.court.in_force(asked.on).items():
        if not order.forbids:
            continue
        later = relied_on is not None and relied_on is not order and relied_on.made_on >= order.made_on
        holds = kind not in order.forbids or later
        says = "no order in force forbids it"
        finding = cited(COURT_ORDER["what it forbids"], on=asked.on, holds=holds, says=says)
        yield finding if holds else finding.contradicts(f"{name} forbids {kind.value}")


@judges("COP-14", effect=BREACH)
def an_order_is_not_relied_on_when_it_is_over(
    file: CaseFile, asked: Proposal[ContactRestricted | RestrictionImposed], standing: Standing
) -> Findings:
    """What relies on an order is done while the order is in force."""
    order = file.court.orders.get(asked.event.order or "")
    if order is not None:
        holds = order.in_force(asked.on)
        finding = cited(COURT_ORDER["last day"], on=asked.on, holds=holds, says="the order relied on is in force")
        yield finding if holds else finding.contradicts(f"{asked.event.order} is not in force on that day")


@judges("COP-16", effect=FLAG, theme="P15")
def a_move_that_is_objected_to_is_put_to_the_court_first(
    file: CaseFile, asked: Proposal[PersonAccommodated], standing: Standing
) -> Findings:
    """Where somebody objects, a person is not moved by us before the court was asked."""
    objected = file.capacity.objected_to(asked.event.rests_on)
    if asked.event.kept or asked.event.person_agrees or not asked.by.kind.ours or not objected:
        return
    pending = (one for one in file.court.applications.values() if one.kind.puts_a_dispute)
    asked_or_ordered = any(pending) or bool(file.court.in_force(asked.on))
    says = "the court was asked before the move"
    provision = MENTAL_CAPACITY_ACT["ss 15-16"]
    finding = cited(provision, on=asked.on, holds=True if asked_or_ordered else None, says=says)
    yield finding if finding.met else finding.contradicts("an objection is open and no application is on the file")


def _kind_of(event: _ACTS) -> ActKind | None:
    """The kind of act that an event is to an order; keeping somebody where they are is no move."""
    match event:
        case PersonAccommodated(kept=kept):
            return None if kept else ActKind.MOVE
        case ContactRestricted():
            return ActKind.CONTACT_LIMITED
        case PatientDischarged():
            return ActKind.DISCHARGE
        case ServiceEnded():
            return ActKind.SUPPORT_ENDED
    return event.kind


RULES = (
    a_deprivation_comes_back_to_the_court,
    an_order_looks_ahead,
    what_an_order_forbids_is_not_done,
    an_order_is_not_relied_on_when_it_is_over,
    a_move_that_is_objected_to_is_put_to_the_court_first,
    *APPLICATION_RULES,
)


def _comes_back(event: OrderMade | OrderReviewed) -> date | None:
    return event.review_by


def _names_a_day(event: OrderMade) -> bool:
    """Whether an order that stands comes back before it ends by itself."""
    back, end = event.review_by, event.expires_on
    return event.decision.outcome.stands and back is not None and (end is None or back <= end)


def _last_day(event: OrderMade) -> date | None:
    return event.expires_on if event.decision.outcome.stands else None


def _new_last_day(event: OrderReviewed) -> date | None:
    """What a review makes of the last day: another, none any more, or what it was."""
    return event.expires_on or (date.max if event.until_further_order else None)


def _deprives_without_end(event: OrderMade) -> bool:
    """Whether an order authorises a deprivation of liberty until further order."""
    deprives = bool(event.authorises_deprivation_of_liberty)
    return deprives and event.decision.outcome.stands and event.expires_on is None


def _brings_back(event: ApplicationMade) -> bool:
    """Whether an application brings an order back: one that names none does not, nor one of another kind."""
    return event.order is not None and event.kind is not ApplicationKind.OTHER


def _puts_the_dispute(event: ApplicationMade) -> bool:
    return event.kind.puts_a_dispute


def _to_life_there(event: ObjectionRecorded) -> bool:
    """Whether somebody objects to where or how the person lives, whom they see, or that they are not free."""
    return event.to.for_the_court


def _to_the_authorisation(event: ObjectionRecorded) -> bool:
    return event.to.to_an_authorisation


def _by_the_council(event: DeputyAppointed) -> bool:
    return event.deputy.kind is BodyKind.COUNCIL


DUTIES = (
    owed(
        "bring the order back to the court",
        rule="COP-06",
        provision=COURT_ORDER["review"],
        to="the court",
        subject="order",
        opened_by={
            OrderMade: Opening(_comes_back, when=_names_a_day),
            OrderReviewed: Opening(_comes_back, when=lambda event: event.review_by is not None),
        },
        discharged_by={OrderReviewed: None, ApplicationMade: _brings_back},
        ended_by={OrderEnded: None},
        # Of an order that ran out nothing is left to review; a deprivation that goes on is asked of its days.
        expires_by={OrderMade: Expiry(_last_day), OrderReviewed: Expiry(_new_last_day)},
        commenced=COMMENCED,
        theme="P15",
        recurring=True,
    ),
    owed(
        "have the deprivation of liberty reviewed by the court",
        rule="COP-05",
        provision=COURT_PRACTICE["annual review"],
        to="the court",
        subject="order",
        opened_by={
            OrderMade: Opening(annual_review, when=_deprives_without_end),
            OrderReviewed: Opening(annual_review, when=lambda event: event.until_further_order),
        },
        # When the court sits is not the council's doing: who has asked in time is not late.
        discharged_by={OrderReviewed: None, ApplicationMade: _brings_back},
        ended_by={OrderEnded: None},
        commenced=DEPRIVATION_BEGAN,
        theme="P15",
        recurring=True,
    ),
    owed(
        "put the objection before the court",
        rule="COP-15",
        provision=MENTAL_CAPACITY_ACT["ss 15-16, 21A"],
        opened_by={ObjectionRecorded: Opening(going_to_court, when=_to_life_there)},
        discharged_by={ApplicationMade: _puts_the_dispute},
        ended_by={ObjectionResolved: None},
        commenced=COMMENCED,
        theme="P15",
    ),
    owed(
        "consider a challenge to the authorisation, or its review",
        rule="COP-21A",
        provision=MENTAL_CAPACITY_ACT["s 21A; Sch A1, Part 8"],
        opened_by={ObjectionRecorded: Opening(considering_a_challenge, when=_to_the_authorisation)},
        discharged_by={ApplicationMade: _puts_the_dispute, ChallengeConsidered: None},
        ended_by={ObjectionResolved: None},
        commenced=DEPRIVATION_BEGAN,
        theme="P15",
    ),
    owed(
        "report to the Public Guardian",
        rule="COP-09",
        provision=annual_report.provision,
        by="the deputy",
        to="the Public Guardian",
        subject="authority",
        opened_by={
            DeputyAppointed: Opening(annual_report, when=_by_the_council),
            DeputyReported: Opening(annual_report, stated=lambda event: event.next_by),
        },
        discharged_by=(DeputyReported,),
        ended_by={AuthorityEnded: None},
        commenced=COMMENCED,
        recurring=True,
    ),
    *CLOCKS,
)
