"""*No Secrets* (March 2000): adult protection under s 7 guidance, before there was a duty to enquire."""

from __future__ import annotations

from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.finding import Limbs, limb
from swp_domain.law.no_secrets_2000 import BEGAN, ENDED, NO_SECRETS
from swp_domain.law.rule import rule


@rule(NO_SECRETS["para 2.3"], commenced=BEGAN, ceased=ENDED, family="enquiry duty")
def vulnerable_adult(suspected: SafeguardingFacts) -> Limbs:
    """A vulnerable adult may need community care services and be unable to protect themselves."""
    return (
        limb("1", "may be in need of community care services", suspected.has_needs),
        limb("2", "is said to be abused, or to be at risk of it", suspected.at_risk),
        limb("3", "may be unable to take care of or protect themselves", suspected.unable_to_protect),
    )
