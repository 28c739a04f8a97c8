"""Section 4: how it is worked out what is in somebody's best interests, and who is heard.

Whoever reasonably believes that what they do is in the person's best interests, having done what section 4
asks, has complied (s 4(9)): the tests ask for the steps, never whether the outcome was right.
"""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class Heard(StrEnum):
    """Whether somebody whose views section 4(7) asks for was heard."""

    HEARD = "heard"
    NOBODY = "there is nobody"
    NOT_PRACTICABLE = "not practicable or appropriate"
    NOT_HEARD = "not heard"

    @property
    def asked_for(self) -> bool:
        """Whether what the section asks for was done, as far as it asks for it."""
        return self is not Heard.NOT_HEARD


class ConsultationFacts(Facts):
    """Who was consulted about what is in the person's best interests; ``None`` where it was not told."""

    named_by_the_person: Heard | None = None
    carers_and_interested: Heard | None = None
    attorney: Heard | None = None
    deputy: Heard | None = None


class PersonFacts(Facts):
    """Whether the person's own part was seen to."""

    takes_part: bool | None = None
    wishes_and_feelings: bool | None = None
    beliefs_and_values: bool | None = None
    may_regain_capacity: bool | None = None


def _asked_for(heard: Heard | None) -> bool | None:
    return None if heard is None else heard.asked_for


@rule(MENTAL_CAPACITY_ACT["s 4(3)"], commenced=COMMENCED)
def regaining_capacity_considered(facts: PersonFacts) -> Limbs:
    """It is considered whether the person will have capacity for the matter at some time, and when."""
    return (limb("3", "whether and when they may have capacity was considered", facts.may_regain_capacity),)


@rule(MENTAL_CAPACITY_ACT["s 4(4)"], commenced=COMMENCED)
def person_takes_part(facts: PersonFacts) -> Limbs:
    """The person is let take part as fully as possible, and helped to, as far as that is practicable."""
    return (limb("4", "they were encouraged to take part, as far as practicable", facts.takes_part),)


@rule(MENTAL_CAPACITY_ACT["s 4(6)"], commenced=COMMENCED)
def wishes_considered(facts: PersonFacts) -> Limbs:
    """The person's past and present wishes and feelings, beliefs and values are considered."""
    return (
        limb("a", "their past and present wishes and feelings were considered", facts.wishes_and_feelings),
        limb("b", "their beliefs and values were considered", facts.beliefs_and_values),
    )


@rule(MENTAL_CAPACITY_ACT["s 4(7)"], commenced=COMMENCED)
def those_concerned_consulted(facts: ConsultationFacts) -> Limbs:
    """Whoever the person named, cares or is interested, any attorney and any deputy are heard, if practicable."""
    return (
        limb("a", "anybody the person named was heard", _asked_for(facts.named_by_the_person)),
        limb("b", "carers and those interested in their welfare were heard", _asked_for(facts.carers_and_interested)),
        limb("c", "any attorney under a lasting power was heard", _asked_for(facts.attorney)),
        limb("d", "any deputy was heard", _asked_for(facts.deputy)),
    )
