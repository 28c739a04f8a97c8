"""How soon a concern is decided on, by multi-agency procedures before and after April 2015."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import FRAMEWORK_2005, PROCEDURES
from swp_domain.law.no_secrets_2000 import BEGAN, ENDED

protection_decision = limit(
    FRAMEWORK_2005["decision on a referral"],
    1,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to decide on a concern",
    commenced=BEGAN,
    ceased=ENDED,
)

enquiry_decision = limit(
    PROCEDURES["decision on a concern"],
    5,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to decide on a concern",
    commenced=COMMENCED,
)
