"""Practice Direction 11A Part 2: asking the court on paper to authorise a deprivation outside hospitals and homes."""

from __future__ import annotations

from swp_domain.law.court_of_protection_rules_2017 import PRACTICE_DIRECTION_11A, RULES_BEGAN
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule

_TO_CONSULT = 3


class StreamlinedFacts(Facts):
    """What a streamlined application says of itself.

    ``consulted`` is how many relatives, friends or carers were consulted, ``why_fewer`` that it says why not more.
    """

    consulted: int | None = None
    why_fewer: bool | None = None
    medical_evidence: bool | None = None
    rule_1_2_representative: bool | None = None
    person_objects: bool | None = None
    relatives_not_consulted: bool | None = None
    contested: bool | None = None
    wide_restrictions: bool | None = None
    needs_a_hearing: bool | None = None
    under_18: bool | None = None


def _not(fact: bool | None) -> bool | None:
    return None if fact is None else not fact


@rule(PRACTICE_DIRECTION_11A["Part 2"], commenced=RULES_BEGAN, family="consultation before a streamlined application")
def three_were_consulted(facts: StreamlinedFacts) -> Limbs:
    """At least three people close to the person were consulted, or the application says why fewer were."""
    enough = None if facts.consulted is None else facts.consulted >= _TO_CONSULT
    return (limb("1", "three were consulted, or it says why not", any_of((enough, facts.why_fewer))),)


@rule(PRACTICE_DIRECTION_11A["Part 2"], commenced=RULES_BEGAN, family="evidence for a streamlined application")
def papers_are_complete(facts: StreamlinedFacts) -> Limbs:
    """A streamlined application has medical evidence, and somebody who can represent the person under rule 1.2."""
    return (
        limb("1", "has medical evidence", facts.medical_evidence),
        limb("2", "names somebody who can represent the person", facts.rule_1_2_representative),
    )


@rule(PRACTICE_DIRECTION_11A["Part 2"], commenced=RULES_BEGAN, family="what takes an application off the paper route")
def nothing_asks_for_a_hearing(facts: StreamlinedFacts) -> Limbs:
    """Nothing takes it off the paper route: objection, dispute, wide restrictions, or a person under 18."""
    return (
        limb("a", "the person does not object", _not(facts.person_objects)),
        limb("b", "relatives were consulted", _not(facts.relatives_not_consulted)),
        limb("c", "capacity and best interests are not contested", _not(facts.contested)),
        limb("d", "the restrictions are not wide", _not(facts.wide_restrictions)),
        limb("e", "nothing else needs a hearing", _not(facts.needs_a_hearing)),
        limb("f", "is 18 or over", _not(facts.under_18)),
    )
