"""Mental Capacity Act 2005: orders of the Court of Protection that authorise a deprivation of liberty."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.mental_capacity_act_2005 import COURT_PRACTICE, DEPRIVATION_BEGAN
from swp_domain.law.rule import rule


class OrderFacts(Facts):
    """What a court order does and when it comes back to the court."""

    authorises_deprivation_of_liberty: bool | None = None
    review_date_set: bool | None = None
    within_twelve_months: bool | None = None


@rule(COURT_PRACTICE["annual review"], commenced=DEPRIVATION_BEGAN, family="review of a court order")
def order_has_a_review(facts: OrderFacts) -> Limbs:
    """An order that authorises a deprivation of liberty comes back to the court at least once a year."""
    applies = facts.authorises_deprivation_of_liberty
    spared = None if applies is None else not applies
    return (
        limb(
            "1",
            "does not authorise a deprivation of liberty, or has a review date",
            any_of((spared, facts.review_date_set)),
        ),
        limb(
            "2",
            "the review falls within twelve months",
            any_of((spared, facts.within_twelve_months)),
        ),
    )


annual_review = limit(
    COURT_PRACTICE["annual review"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="review of a deprivation by the court",
    commenced=DEPRIVATION_BEGAN,
)
