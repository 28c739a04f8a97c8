"""What the law makes of an order, and by when it comes back to the court."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.court.events import OrderMade, OrderReviewed
from swp_domain.duty import Opening, owed
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s16_orders import OrderFacts, annual_review, order_has_a_review
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("COP-05", effect=FLAG, theme="P15")
def a_deprivation_comes_back_to_the_court(file: CaseFile, asked: Proposal[OrderMade], standing: Standing) -> Findings:
    """An order that authorises a deprivation of liberty is reviewed by the court within a year."""
    event = asked.event
    if not event.authorises_deprivation_of_liberty:
        return
    back = min(filter(None, (event.review_by, event.expires_on)), default=None)
    facts = OrderFacts(
        authorises_deprivation_of_liberty=True,
        review_date_set=back is not None,
        within_twelve_months=None if back is None else back <= annual_review.last_day(asked.on),
    )
    finding = order_has_a_review(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("the order names no review within twelve months")


RULES = (a_deprivation_comes_back_to_the_court,)


def _comes_back(event: OrderMade) -> date | None:
    return event.review_by


DUTIES = (
    owed(
        "bring the order back to the court",
        rule="COP-05",
        provision=MENTAL_CAPACITY_ACT["s 16(2)(a)"],
        to="the court",
        subject="order",
        opened_by={
            OrderMade: Opening(
                _comes_back, when=lambda event: event.review_by is not None and event.decision.outcome.stands
            )
        },
        discharged_by=(OrderReviewed,),
        theme="P15",
    ),
)
