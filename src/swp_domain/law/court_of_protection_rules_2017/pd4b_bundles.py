"""Practice Direction 4B: what a bundle for a hearing holds. The contents are from memory; page limits are left out."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.court_of_protection_rules_2017 import PRACTICE_DIRECTION_4B, RULES_BEGAN
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule


class BundlePart(StrEnum):
    """A part of a bundle."""

    CASE_SUMMARY = "case summary"
    ISSUES = "issues"
    POSITION_STATEMENT = "position statement"
    CHRONOLOGY = "chronology"
    READING_LIST = "reading list"
    APPLICATION = "applications"
    ORDERS = "orders"
    STATEMENTS = "statements"
    CARE_PLAN = "care plan"
    EXPERT_REPORTS = "capacity and expert reports"
    TRANSITION_PLAN = "transition plan"
    OTHER = "other papers"

    @property
    def always(self) -> bool:
        """Whether every bundle has it."""
        return self in _ALWAYS


_ALWAYS = frozenset(
    {
        BundlePart.CASE_SUMMARY,
        BundlePart.ISSUES,
        BundlePart.POSITION_STATEMENT,
        BundlePart.CHRONOLOGY,
        BundlePart.READING_LIST,
    }
)


class BundleFacts(Facts):
    """Whether everything that a bundle holds is in it."""

    whole: bool | None = None


@rule(PRACTICE_DIRECTION_4B["contents"], commenced=RULES_BEGAN)
def bundle_is_whole(facts: BundleFacts) -> Limbs:
    """A bundle holds what the practice direction lists, what is before the court, and what was directed."""
    return (limb("1", "holds every part that it should", facts.whole),)
