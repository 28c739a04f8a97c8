"""What the NHS body does with a recommendation: it follows it, in time, and says why where it does not."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK
from swp_domain.law.rule import rule


class DepartureFacts(Facts):
    """Whether the decision is what the team recommended; if not, whether exceptional reasons are recorded."""

    as_recommended: bool | None = None
    exceptional_reasons: bool | None = None


class DelayFacts(Facts):
    """Whether the decision came in time; if not, whether a reason for the delay is recorded."""

    in_time: bool | None = None
    reason_recorded: bool | None = None


@rule(FRAMEWORK["following the recommendation"], commenced=COMMENCED, family="following a recommendation")
def recommendation_followed(facts: DepartureFacts) -> Limbs:
    """The NHS body follows the team's recommendation, save in exceptional circumstances and for clear reasons."""
    shown = any_of((facts.as_recommended, facts.exceptional_reasons))
    return (limb("1", "as recommended, or for exceptional reasons that are recorded", shown),)


@rule(FRAMEWORK["reasons for delay"], commenced=COMMENCED, family="a late decision on continuing healthcare")
def delay_explained(facts: DelayFacts) -> Limbs:
    """Where eligibility is decided late, the reason for the delay is recorded."""
    return (limb("1", "in time, or a reason is recorded", any_of((facts.in_time, facts.reason_recorded))),)
