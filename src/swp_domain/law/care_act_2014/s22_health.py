"""Section 22: what is for the NHS to provide, and registered nursing."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Regime, rule


class HealthFacts(Facts):
    """What was concluded of the part that the NHS has in a service.

    ``nhs_required`` is whether the NHS has to provide it; ``nhs_consents`` whether the NHS body agreed to accommodation
    with nursing care by a registered nurse; ``urgent_and_temporary`` whether it could not wait for that.
    """

    nhs_required: bool | None = None
    nhs_consents: bool | None = None
    urgent_and_temporary: bool | None = None


@rule(CARE_ACT["s 22(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="what is for the NHS to provide")
def not_for_the_nhs(facts: HealthFacts) -> Limbs:
    """A council does not meet needs by a service that the NHS has to provide."""
    required = facts.nhs_required
    return (limb("1", "the NHS is not required to provide the service", None if required is None else not required),)


@rule(CARE_ACT["s 22(3)-(4)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="accommodation with nursing")
def nursing_is_agreed(facts: HealthFacts) -> Limbs:
    """Accommodation with nursing by a registered nurse needs the NHS body's consent, unless urgent and temporary."""
    agreed = any_of((facts.nhs_consents, facts.urgent_and_temporary))
    return (limb("3", "the NHS body consents, or it is urgent and temporary", agreed),)
