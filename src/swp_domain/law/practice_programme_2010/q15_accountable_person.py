"""Question 15: one named person is accountable for the delivery of the contract, and the council is told of changes."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.practice_programme_2010 import COMMENCED, PROGRAMME
from swp_domain.law.rule import rule

NAMED = PROGRAMME["question 15"]


class NamingFacts(Facts):
    """Whether somebody else is named already, on the day on which somebody is to be."""

    another_is_named: bool | None = None


@rule(NAMED, commenced=COMMENCED)
def one_accountable_person(facts: NamingFacts) -> Limbs:
    """At any time exactly one named person is accountable for the delivery of the contract."""
    alone = None if facts.another_is_named is None else not facts.another_is_named
    return (limb("15", "nobody else is the named accountable person that day", alone),)


on_the_day = limit(
    NAMED,
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time without a named accountable person",
    commenced=COMMENCED,
)
"""No time at all: whoever is named on the day on which the place falls empty leaves no gap; the next day is late."""
