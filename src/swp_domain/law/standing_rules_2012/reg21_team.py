"""Regulation 21(5) and (13): the multidisciplinary team, and what it does."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class TeamFacts(Facts):
    """Who was in the team.

    ``assessor_of_care`` is whether somebody was who is responsible for assessing needs for care and support (since
    April 2015 under section 9 of the Care Act). No social worker is asked for by name.
    """

    different_healthcare_professions: bool | None = None
    a_healthcare_professional: bool | None = None
    assessor_of_care: bool | None = None


class ToolFacts(Facts):
    """Whether the team assessed needs afresh, and used that to complete the decision support tool."""

    assessment_up_to_date: bool | None = None
    tool_completed: bool | None = None


@rule(STANDING_RULES["reg 21(13)"], commenced=COMMENCED, family="a multidisciplinary team")
def lawful_team(facts: TeamFacts) -> Limbs:
    """A team is two people of different healthcare professions, or one and somebody who assesses needs for care."""
    health, assessor = facts.a_healthcare_professional, facts.assessor_of_care
    mixed = False if False in (health, assessor) else None if None in (health, assessor) else True
    says = "two healthcare professions, or one and a person responsible for assessing needs for care and support"
    return (limb("13", says, any_of((facts.different_healthcare_professions, mixed))),)


@rule(STANDING_RULES["reg 21(5)"], commenced=COMMENCED, family="what eligibility is decided on")
def decided_on_the_tool(facts: ToolFacts) -> Limbs:
    """Eligibility is decided on a tool that a team completed from an up-to-date assessment of needs."""
    return (
        limb("5a", "needs were assessed, and the assessment is up to date", facts.assessment_up_to_date),
        limb("5b", "the decision support tool was completed", facts.tool_completed),
    )
