"""The decision support tool: which levels each of its twelve domains has, and what they point to.

It is no sum of points: the levels inform, and the test of a primary health need decides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK, LAST_OF_2012, TOOLS_OF_2018
from swp_domain.law.healthcare_framework.checklist import PRIORITY_DOMAINS, Domain
from swp_domain.law.rule import rule


class Level(StrEnum):
    """How great a need is in a domain, from the least."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    SEVERE = "severe"
    PRIORITY = "priority"


_TO_HIGH: Final = (Level.NONE, Level.LOW, Level.MODERATE, Level.HIGH)
_NO_SEVERE: Final = frozenset({Domain.CONTINENCE, Domain.COMMUNICATION, Domain.PSYCHOLOGICAL, Domain.ALTERED_STATES})


def _levels(domain: Domain) -> tuple[Level, ...]:
    severe = () if domain in _NO_SEVERE else (Level.SEVERE,)
    return (*_TO_HIGH, *severe, *((Level.PRIORITY,) if domain in PRIORITY_DOMAINS else ()))


LEVELS: Final = {domain: _levels(domain) for domain in Domain}
"""The levels that the tool offers in each domain."""

_SEVERE_POINTS: Final = 2


class LevelsFacts(Facts):
    """The level in each domain."""

    breathing: Level | None = None
    nutrition: Level | None = None
    continence: Level | None = None
    skin: Level | None = None
    mobility: Level | None = None
    communication: Level | None = None
    psychological: Level | None = None
    cognition: Level | None = None
    behaviour: Level | None = None
    drug_therapies: Level | None = None
    altered_states: Level | None = None
    other: Level | None = None

    def told(self) -> dict[Domain, Level]:
        """The domains of which a level was told."""
        found = {one: getattr(self, one.name.lower()) for one in Domain}
        return {domain: level for domain, level in found.items() if level is not None}


def _offered(facts: LevelsFacts) -> Limbs:
    told = facts.told()
    wrong = any(level not in LEVELS[domain] for domain, level in told.items())
    return (
        limb(
            "1",
            "every domain is at a level that it has",
            False if wrong else True if len(told) == len(Domain) else None,
        ),
    )


@rule(FRAMEWORK["decision support tool, levels"], commenced=TOOLS_OF_2018, family="levels of the decision support tool")
def levels_offered(facts: LevelsFacts) -> Limbs:
    """A need is put at a level that the tool has for its domain."""
    return _offered(facts)


@rule(
    FRAMEWORK["decision support tool of 2012, levels"].from_memory(),
    commenced=COMMENCED,
    ceased=LAST_OF_2012,
    family="levels of the decision support tool",
)
def levels_offered_2012(facts: LevelsFacts) -> Limbs:
    """A need is put at a level that the tool has for its domain."""
    return _offered(facts)


def _points(facts: LevelsFacts) -> bool | None:
    told = facts.told()
    chosen = list(told.values())
    if Level.PRIORITY in chosen or chosen.count(Level.SEVERE) >= _SEVERE_POINTS:
        return True
    untold = [LEVELS[one] for one in Domain if one not in told]
    priority = any(Level.PRIORITY in levels for levels in untold)
    severe = chosen.count(Level.SEVERE) + sum(Level.SEVERE in levels for levels in untold)
    return None if priority or severe >= _SEVERE_POINTS else False


@rule(FRAMEWORK["recommendation"], commenced=COMMENCED, family="what levels of need point to")
def levels_point_to_eligibility(facts: LevelsFacts) -> Limbs:
    """One level of priority, or two severe ones, would be expected to lead to a recommendation of eligibility."""
    return (limb("1", "one domain at priority, or two at severe", _points(facts)),)
