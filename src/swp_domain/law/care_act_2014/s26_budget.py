"""Section 26: the personal budget, what meeting the needs costs and who pays which part of it."""

from __future__ import annotations

from decimal import Decimal

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED, GUIDANCE
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule


class BudgetShown(Facts):
    """What a personal budget shows: a figure, what it is made of, and why it is that sum."""

    figure: bool | None = None
    breakdown: bool | None = None
    reasons: bool | None = None


class BudgetSums(Facts):
    """The sums of a personal budget, in pounds a week: the whole, the two shares, and its lines together."""

    weekly: Decimal | None = None
    person_pays: Decimal | None = None
    council_pays: Decimal | None = None
    lines: Decimal | None = None


@rule(CARE_ACT["s 26(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="what a personal budget specifies")
def budget_specifies(sums: BudgetSums) -> Limbs:
    """A personal budget says what meeting the needs costs, and which part of it each pays."""
    return (
        limb("a", "the cost of meeting the needs is specified", _told(sums.weekly)),
        limb("b", "what the person must pay is specified", _told(sums.person_pays)),
        limb("c", "what the council must pay is specified", _told(sums.council_pays)),
    )


@rule(CARE_ACT["s 26(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="the sums of a personal budget")
def budget_adds_up(sums: BudgetSums) -> Limbs:
    """The two shares come to the cost, and so do the lines."""
    return (
        limb("bc", "the two shares come to the cost", _comes_to(sums.weekly, _together(sums))),
        limb("a", "the lines come to the cost", _comes_to(sums.weekly, sums.lines)),
    )


@rule(
    GUIDANCE["ch 11, a transparent budget"].from_memory(),
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="what a personal budget shows",
)
def budget_is_transparent(shown: BudgetShown) -> Limbs:
    """A budget shows its figure, what it is made of need by need, and why it is that sum."""
    return (
        limb("1", "it has a figure", shown.figure),
        limb("2", "what it is made of is shown, with a part for each need to be met", shown.breakdown),
        limb("3", "the reasons for the sum are shown", shown.reasons),
    )


def _told(sum_of_it: Decimal | None) -> bool | None:
    return None if sum_of_it is None else True


def _together(sums: BudgetSums) -> Decimal | None:
    if sums.person_pays is None or sums.council_pays is None:
        return None
    return sums.person_pays + sums.council_pays


def _comes_to(whole: Decimal | None, parts: Decimal | None) -> bool | None:
    return None if whole is None or parts is None else whole == parts


budget_with_the_plan = limit(
    CARE_ACT["s 25(1)(e)"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time for a personal budget",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
breakdown_with_the_budget = limit(
    GUIDANCE["ch 11, a transparent budget"].from_memory(),
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to show what a budget is made of",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
