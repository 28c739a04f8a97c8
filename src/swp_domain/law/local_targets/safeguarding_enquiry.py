"""How soon the steps of an enquiry follow each other: local procedures, and before 2015 the framework. Never law."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import FRAMEWORK_2005, OURS, PROCEDURES
from swp_domain.law.no_secrets_2000 import BEGAN, ENDED
from swp_domain.law.rule import rule

immediate_protection = limit(
    PROCEDURES["protection within a day"],
    1,
    Unit.DAYS,
    Counting.AFTER,
    family="time to protect somebody who is not safe",
    commenced=BEGAN,
)

strategy = limit(
    FRAMEWORK_2005["strategy"],
    5,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to begin an enquiry",
    commenced=BEGAN,
    ceased=ENDED,
)
enquiry_begins = limit(
    OURS["five working days to begin an enquiry"],
    5,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to begin an enquiry",
    commenced=COMMENCED,
)

investigation = limit(
    FRAMEWORK_2005["assessment and investigation"],
    4,
    Unit.WEEKS,
    Counting.AFTER,
    family="time to decide on action",
    commenced=BEGAN,
    ceased=ENDED,
)
"""The framework counts from the referral; here the weeks run from the day on which the investigation began."""
action_decision = limit(
    PROCEDURES["decision after an enquiry"],
    20,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to decide on action",
    commenced=COMMENCED,
)

protection_plan_review = limit(
    FRAMEWORK_2005["first review"],
    6,
    Unit.WEEKS,
    Counting.AFTER,
    family="time to review a safeguarding plan",
    commenced=BEGAN,
    ceased=ENDED,
)
plan_review = limit(
    PROCEDURES["review of a safeguarding plan"],
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to review a safeguarding plan",
    commenced=COMMENCED,
)

agreed_action = limit(
    OURS["four weeks for what was agreed"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to do what a safeguarding meeting agreed",
    commenced=BEGAN,
)

near_each_other = limit(
    OURS["concerns within a year"],
    1,
    Unit.YEARS,
    Counting.AFTER,
    family="time within which concerns are looked at together",
    commenced=BEGAN,
)
_SEVERAL = 3


class ClusterFacts(Facts):
    """How many concerns of a year are about the same adult, provider or place."""

    concerns: int


@rule(OURS["three concerns within a year"], commenced=BEGAN)
def no_cluster(facts: ClusterFacts) -> Limbs:
    """Three concerns within a year about one adult, provider or place are looked at together."""
    says = "fewer than three concerns of the year are about the same adult, provider or place"
    return (limb("1", says, facts.concerns < _SEVERAL),)
