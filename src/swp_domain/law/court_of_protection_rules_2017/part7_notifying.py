"""Part 7: telling the person whom the proceedings are about."""

from __future__ import annotations

from datetime import date, timedelta

from swp_domain.law.court_of_protection_rules_2017 import RULES_2017, RULES_BEGAN
from swp_domain.law.dates import ONE_DAY, Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule

notifying_the_person = limit(
    RULES_2017["r 7.8"],
    14,
    Unit.DAYS,
    Counting.CLEAR,
    family="time to notify the person of an application, a withdrawal or a decision",
    commenced=RULES_BEGAN,
)
certifying_that_the_person_was_notified = limit(
    RULES_2017["r 7.10"],
    7,
    Unit.DAYS,
    Counting.CLEAR,
    family="time to certify that the person was notified",
    commenced=RULES_BEGAN,
)
_BEFORE_A_HEARING = 14


def last_day_before(hearing: date) -> date:
    """The last day on which the person is notified in time: 14 clear days lie between it and the hearing (r 2.4)."""
    return hearing - timedelta(days=_BEFORE_A_HEARING) - ONE_DAY


class HearingNoticeFacts(Facts):
    """Whether the person was told of a hearing, and in time; or the court shortened the time."""

    told: bool | None = None
    in_time: bool | None = None
    time_shortened: bool | None = None


@rule(RULES_2017["r 7.8"], commenced=RULES_BEGAN, family="notice of a hearing to the person")
def person_told_of_the_hearing(facts: HearingNoticeFacts) -> Limbs:
    """The person is told of a hearing at least 14 clear days before it, unless the court shortens that."""
    return (
        limb("1", "the person was told of the hearing", facts.told),
        limb("2", "in time, or the court shortened the time", any_of((facts.time_shortened, facts.in_time))),
    )
