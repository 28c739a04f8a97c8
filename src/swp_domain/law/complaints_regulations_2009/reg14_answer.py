"""By when a complaint is answered, how more time is agreed, and what is owed where the time is missed."""

from __future__ import annotations

from swp_domain.law.complaints_regulations_2009 import COMMENCED, COMPLAINTS
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule

six_months = limit(
    COMPLAINTS["reg 14(3)"],
    6,
    Unit.MONTHS,
    Counting.BEGINNING_WITH,
    family="time to answer a complaint",
    commenced=COMMENCED,
)


class LongerPeriodFacts(Facts):
    """When more time was agreed, and whether it is more."""

    agreed_before_the_end: bool | None = None
    longer: bool | None = None


class AnswerFacts(Facts):
    """Whether a complaint was answered in time; if not, whether whoever complained was written to and told why."""

    in_time: bool | None = None
    told_why_not: bool | None = None


@rule(COMPLAINTS["reg 14(3)(b)"], commenced=COMMENCED, family="a longer time to answer")
def longer_period(facts: LongerPeriodFacts) -> Limbs:
    """More time to answer is agreed before the time there is has run out."""
    return (
        limb("1", "agreed before the time ran out", facts.agreed_before_the_end),
        limb("2", "longer than the time there was", facts.longer),
    )


@rule(COMPLAINTS["reg 14(4)"], commenced=COMMENCED, family="an answer that is late")
def lateness_explained(facts: AnswerFacts) -> Limbs:
    """Where the time to answer is missed, whoever complained is written to and told why."""
    shown = any_of((facts.in_time, facts.told_why_not))
    return (limb("a", "answered in time, or whoever complained was told in writing why not", shown),)
