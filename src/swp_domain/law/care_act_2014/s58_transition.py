"""Sections 58 to 66: assessing before eighteen, and not letting go before adult services decide."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule


class YoungPerson(StrEnum):
    """Whose transition assessment it is (Care Act 2014 ss 58, 60, 63)."""

    CHILD = "a child"
    CHILDS_CARER = "a child's carer"
    YOUNG_CARER = "a young carer"


class TransitionFacts(Facts):
    """What was concluded about a child, a child's carer or a young carer (ss 58, 60, 63).

    ``consent`` is whether the consent condition is met (for a carer of a child: that they do not refuse).
    """

    likely_needs_after_18: bool | None = None
    significant_benefit: bool | None = None
    consent: bool | None = None
    abuse_or_neglect: bool | None = None


class ServicesAfter18Facts(Facts):
    """Where adult services stood when services for a child ended (s 66).

    ``owed_an_assessment`` is whether a transition assessment was asked for, owed or made.
    """

    owed_an_assessment: bool | None = None
    adult_conclusion: bool | None = None


def _limbs(facts: TransitionFacts, consent: bool | None) -> Limbs:
    return (
        limb("1", "is likely to have needs after eighteen", facts.likely_needs_after_18),
        limb("2", "an assessment is of significant benefit", facts.significant_benefit),
        limb("3", "consent is given, or not needed because of abuse or neglect", consent),
    )


@rule(CARE_ACT["s 58(1), (4)"], commenced=COMMENCED, family="transition assessment of a child")
def assess_the_child(facts: TransitionFacts) -> Limbs:
    """A child likely to have needs as an adult is assessed, where it is of significant benefit and consented to."""
    return _limbs(facts, any_of((facts.consent, facts.abuse_or_neglect)))


@rule(CARE_ACT["s 60(1), (3)"], commenced=COMMENCED, family="transition assessment of a child's carer")
def assess_the_childs_carer(facts: TransitionFacts) -> Limbs:
    """A child's carer likely to have needs after the child is eighteen is assessed, unless they refuse."""
    return _limbs(facts, facts.consent)


@rule(CARE_ACT["s 63(1), (4)"], commenced=COMMENCED, family="transition assessment of a young carer")
def assess_the_young_carer(facts: TransitionFacts) -> Limbs:
    """A young carer likely to have needs as an adult is assessed, with consent or because of abuse or neglect."""
    return _limbs(facts, any_of((facts.consent, facts.abuse_or_neglect)))


DUTY_TO = {
    YoungPerson.CHILD: assess_the_child,
    YoungPerson.CHILDS_CARER: assess_the_childs_carer,
    YoungPerson.YOUNG_CARER: assess_the_young_carer,
}
"""The test for each of the three."""


@rule(CARE_ACT["s 66"], commenced=COMMENCED, family="services for a child after eighteen")
def services_may_end(facts: ServicesAfter18Facts) -> Limbs:
    """Services for a child owed an assessment go on past eighteen until adult services have come to a conclusion."""
    not_owed = None if facts.owed_an_assessment is None else not facts.owed_an_assessment
    says = "adult services found no needs, began to meet them, or decided not to"
    return (limb("1", says, any_of((not_owed, facts.adult_conclusion))),)


on_the_eighteenth_birthday = limit(
    CARE_ACT["s 59(6)"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to decide what a transition assessment is at eighteen",
    commenced=COMMENCED,
)


def last_day_of_childhood(birthday: date | None) -> date | None:
    """The day before the eighteenth birthday, where that is told: the last on which a child can be assessed."""
    return None if birthday is None else birthday - timedelta(days=1)
