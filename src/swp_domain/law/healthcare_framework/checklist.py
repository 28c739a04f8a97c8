"""The checklist: its eleven domains, and the threshold from which a full assessment follows.

The threshold is low on purpose, and judgement may send somebody on who does not reach it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK, LAST_OF_2012, TOOLS_OF_2018
from swp_domain.law.rule import rule


class Domain(StrEnum):
    """What is looked at, in the order of the tools of 2018. The last is in the decision support tool only."""

    BREATHING = "breathing"
    NUTRITION = "nutrition"
    CONTINENCE = "continence"
    SKIN = "skin"
    MOBILITY = "mobility"
    COMMUNICATION = "communication"
    PSYCHOLOGICAL = "psychological and emotional needs"
    COGNITION = "cognition"
    BEHAVIOUR = "behaviour"
    DRUG_THERAPIES = "drug therapies and symptom control"
    ALTERED_STATES = "altered states of consciousness"
    OTHER = "other significant care needs"


class Column(StrEnum):
    """Where a need stands in a domain of the checklist: A is the highest."""

    A = "A"
    B = "B"
    C = "C"


CHECKLIST: Final[tuple[Domain, ...]] = tuple(one for one in Domain if one is not Domain.OTHER)
PRIORITY_DOMAINS: Final = frozenset({Domain.BREATHING, Domain.BEHAVIOUR, Domain.DRUG_THERAPIES, Domain.ALTERED_STATES})
"""Marked with an asterisk: those in which the decision support tool has a level of priority."""

_MANY_A: Final = 2
_MANY_B: Final = 5
_B_BESIDE_ONE_A: Final = 4


class ColumnsFacts(Facts):
    """The column chosen in each domain."""

    breathing: Column | None = None
    nutrition: Column | None = None
    continence: Column | None = None
    skin: Column | None = None
    mobility: Column | None = None
    communication: Column | None = None
    psychological: Column | None = None
    cognition: Column | None = None
    behaviour: Column | None = None
    drug_therapies: Column | None = None
    altered_states: Column | None = None

    def told(self) -> dict[Domain, Column]:
        """The domains of which a column was told."""
        found = {one: getattr(self, one.name.lower()) for one in CHECKLIST}
        return {domain: column for domain, column in found.items() if column is not None}


def _reaches(columns: dict[Domain, Column]) -> bool:
    chosen = list(columns.values())
    in_a, in_b = chosen.count(Column.A), chosen.count(Column.B)
    mixed = in_a > 0 and in_b >= _B_BESIDE_ONE_A
    return in_a >= _MANY_A or in_b >= _MANY_B or mixed or any(columns.get(one) is Column.A for one in PRIORITY_DOMAINS)


def _reached(facts: ColumnsFacts) -> bool | None:
    """Whether it is reached: unknown while the domains that were not told could still make it up."""
    told = facts.told()
    if _reaches(told):
        return True
    highest = {one: told.get(one, Column.A) for one in CHECKLIST}
    return None if _reaches(highest) else False


def _limbs(facts: ColumnsFacts) -> Limbs:
    says = f"{_MANY_A} in A, or {_MANY_B} in B, or one in A and {_B_BESIDE_ONE_A} in B, or one with an asterisk in A"
    return (limb("1", says, _reached(facts)),)


@rule(FRAMEWORK["checklist"], commenced=TOOLS_OF_2018, family="threshold of the checklist")
def threshold_reached(facts: ColumnsFacts) -> Limbs:
    """A full assessment follows two domains in A, five in B, one in A and four in B, or one with an asterisk in A."""
    return _limbs(facts)


@rule(
    FRAMEWORK["checklist of 2012"].from_memory(),
    commenced=COMMENCED,
    ceased=LAST_OF_2012,
    family="threshold of the checklist",
)
def threshold_reached_2012(facts: ColumnsFacts) -> Limbs:
    """A full assessment follows two domains in A, five in B, one in A and four in B, or one with an asterisk in A."""
    return _limbs(facts)


class ConsentFacts(Facts):
    """Whether the person agreed to be considered, or it was decided in their best interests."""

    agreed_or_best_interests: bool | None = None


@rule(FRAMEWORK["consent"], commenced=COMMENCED, family="consent to a checklist")
def consented(facts: ConsentFacts) -> Limbs:
    """A checklist is completed with the person's consent, or as decided in their best interests."""
    return (limb("1", "consent was given, or it is in their best interests", facts.agreed_or_best_interests),)
