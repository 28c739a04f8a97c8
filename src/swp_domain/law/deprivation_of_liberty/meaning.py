"""The meaning of a deprivation of liberty: three tests, each put to the facts of its own days alone.

The reading of the day is asked when something is determined, and kept; no change of the law judges it again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from swp_domain.law.deprivation_of_liberty import (
    BEFORE_2014,
    CHESHIRE_WEST,
    CHESHIRE_WEST_DECIDED,
    OVERRULED,
    SAFEGUARDS_BEGAN,
    UKSC_16,
)
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Rule, rule

_FAMILY: Final = "whether it is a deprivation of liberty"


class Reading(StrEnum):
    """Which reading of article 5 somebody put to the facts."""

    BEFORE_CHESHIRE_WEST = "all the circumstances, before 19 March 2014"
    ACID_TEST = "the acid test of Cheshire West"
    MULTI_FACTORIAL = "all the circumstances, since 2 June 2026"


class DeprivationFacts(Facts):
    """What a named person concluded about the arrangements.

    ``amounts_to_it`` is what all the circumstances together, weighed, came to (the readings before and after the acid
    test); ``purpose_and_normality_weighed`` whether the purpose of the arrangements and how normal they are were
    among them. ``valid_consent`` is consent by somebody who can give it. ``wishes_considered`` says that consent
    through expressed or shown wishes and feelings was considered, and ``consent_through_wishes`` what was concluded.
    """

    continuous_supervision_and_control: bool | None = None
    free_to_leave: bool | None = None
    amounts_to_it: bool | None = None
    purpose_and_normality_weighed: bool | None = None
    valid_consent: bool | None = None
    wishes_considered: bool | None = None
    consent_through_wishes: bool | None = None
    states_doing: bool | None = None


def _no(told: bool | None) -> bool | None:
    return None if told is None else not told


@rule(
    BEFORE_2014["all the circumstances"],
    commenced=SAFEGUARDS_BEGAN,
    ceased="2014-03-18",
    family=_FAMILY,
)
def deprivation_before_cheshire_west(facts: DeprivationFacts) -> Limbs:
    """All the circumstances, weighed, amount to it; nobody who can has consented; and it is the State's doing."""
    return (
        limb("a", "all the circumstances together, how normal they are included, amount to it", facts.amounts_to_it),
        limb("b", "there is no valid consent", _no(facts.valid_consent)),
        limb("c", "it is the State's doing", facts.states_doing),
    )


@rule(CHESHIRE_WEST["acid test"], commenced=CHESHIRE_WEST_DECIDED, ceased="2026-06-01", family=_FAMILY)
def acid_test(facts: DeprivationFacts) -> Limbs:
    """Under continuous supervision and control, not free to leave, without valid consent, by the State's doing."""
    return (
        limb("a", "is under continuous supervision and control", facts.continuous_supervision_and_control),
        limb("b", "is not free to leave", _no(facts.free_to_leave)),
        limb("c", "there is no valid consent", _no(facts.valid_consent)),
        limb("d", "it is the State's doing", facts.states_doing),
    )


@rule(UKSC_16["all the circumstances"], commenced=OVERRULED, family=_FAMILY)
def multi_factorial_test(facts: DeprivationFacts) -> Limbs:
    """All the circumstances amount to it; nobody consented, wishes and feelings included; by the State's doing."""
    consent = any_of((facts.valid_consent, facts.consent_through_wishes))
    return (
        limb("a", "all the circumstances together, purpose and normality included, amount to it", facts.amounts_to_it),
        limb("b", "there is no valid consent, through wishes and feelings either", _no(consent)),
        limb("c", "it is the State's doing", facts.states_doing),
    )


@rule(UKSC_16["reasoning"], commenced=OVERRULED, family="what a determination of a deprivation of liberty shows")
def determination_shows_its_reasoning(facts: DeprivationFacts) -> Limbs:
    """Purpose and normality were weighed with the rest, and consent through wishes and feelings considered."""
    return (
        limb("a", "purpose and relative normality were weighed with the rest", facts.purpose_and_normality_weighed),
        limb("b", "consent through wishes and feelings was considered", facts.wishes_considered),
        limb("c", "it is said whether there was such consent", _told(facts.consent_through_wishes)),
    )


def _told(answer: bool | None) -> bool | None:
    return None if answer is None else True


READINGS: Final[dict[Reading, Rule[DeprivationFacts]]] = {
    Reading.BEFORE_CHESHIRE_WEST: deprivation_before_cheshire_west,
    Reading.ACID_TEST: acid_test,
    Reading.MULTI_FACTORIAL: multi_factorial_test,
}
"""Each reading with its test, in the order in which they were the law."""
