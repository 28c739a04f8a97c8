"""What the law makes of an order, and by when it comes back to the court."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.law.finding import Force
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, COURT_ORDER, COURT_PRACTICE, DEPRIVATION_BEGAN
from swp_domain.law.mental_capacity_act_2005.s16_orders import OrderFacts, annual_review, order_has_a_review
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

LOCAL = Text("Practice and council", Force.LOCAL, "our own")


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


@judges("COP-10", effect=FLAG)
def the_council_is_the_applicant(file: CaseFile, asked: Proposal[ApplicationMade], standing: Standing) -> Findings:
    """The council is the named applicant, even where a practice prepares the papers."""
    if asked.event.applicant is BodyKind.PRACTICE:
        finding = cited(LOCAL["who applies"], on=asked.on, holds=False, says="the council is the applicant")
        yield finding.contradicts("applicant is the practice")


RULES = (a_deprivation_comes_back_to_the_court, an_order_looks_ahead, the_council_is_the_applicant)


def _comes_back(event: OrderMade | OrderReviewed) -> date | None:
    return event.review_by


def _names_a_day(event: OrderMade) -> bool:
    """Whether an order that stands comes back before it ends by itself."""
    back, end = event.review_by, event.expires_on
    return event.decision.outcome.stands and back is not None and (end is None or back <= end)


def _deprives_without_end(event: OrderMade) -> bool:
    """Whether an order authorises a deprivation of liberty until further order."""
    deprives = bool(event.authorises_deprivation_of_liberty)
    return deprives and event.decision.outcome.stands and event.expires_on is None


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
        discharged_by=(OrderReviewed,),
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
        discharged_by=(OrderReviewed,),
        commenced=DEPRIVATION_BEGAN,
        theme="P15",
        recurring=True,
    ),
)
