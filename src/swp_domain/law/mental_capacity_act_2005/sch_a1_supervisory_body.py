"""Schedule A1 paras 176 to 183: which body authorises. For hospitals it was the NHS until 31 March 2013."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_domain.law.finding import Facts, Force, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN
from swp_domain.law.rule import Rule, Text, law_on, rule

_WHERE: Final = Text("Mental Capacity Act 2005", Force.STATUTE, "checked on legislation.gov.uk; the day, in guidance")
_FAMILY: Final = "who the supervisory body is"


class SupervisoryFacts(Facts):
    """Whether a council decides, and whether it is about a hospital."""

    council: bool | None = None
    hospital: bool | None = None


@rule(_WHERE["Sch A1 paras 180-182"], commenced=DEPRIVATION_BEGAN, ceased="2013-03-31", family=_FAMILY)
def supervisory_body_with_the_nhs(facts: SupervisoryFacts) -> Limbs:
    """Of a care home the council decides, of a hospital the NHS body."""
    council, hospital = facts.council, facts.hospital
    answer = None if council is None or hospital is None else council is not hospital
    return (limb("1", "the council decides of a care home, the NHS body of a hospital", answer),)


@rule(_WHERE["Sch A1 paras 180-182"], commenced="2013-04-01", family=_FAMILY)
def supervisory_body_is_the_council(facts: SupervisoryFacts) -> Limbs:
    """A council decides, of hospitals too."""
    return (limb("1", "a council decides", any_of((facts.council,))),)


def is_the_supervisory_body(on: date) -> Rule[SupervisoryFacts]:
    """The test of a day.

    Raises:
        LawNotKnown: there were no supervisory bodies yet.
    """
    return law_on(on, supervisory_body_with_the_nhs, supervisory_body_is_the_council)
