"""The tools of continuing healthcare as somebody fills them in: columns, levels, and who sits on the panel."""

from __future__ import annotations

from random import Random
from typing import Final

from swp_domain.continuing_healthcare.events import TeamMember
from swp_domain.continuing_healthcare.vocabulary import Profession
from swp_domain.law.healthcare_framework.checklist import CHECKLIST, Column, ColumnsFacts, Domain
from swp_domain.law.healthcare_framework.decision_tool import LEVELS, Level, LevelsFacts

PANEL: Final = (
    TeamMember(profession=Profession.NURSE),
    TeamMember(profession=Profession.SOCIAL_WORKER, assesses_care=True),
)
WITHOUT_COUNCIL: Final = (TeamMember(profession=Profession.NURSE),)

_GREAT: Final = (Domain.COGNITION, Domain.BEHAVIOUR, Domain.NUTRITION, Domain.SKIN, Domain.MOBILITY)


def columns(chance: Random, *, high: bool) -> ColumnsFacts:
    """A column for each domain: with ``high`` two in A and some in B, else few in B."""
    chosen = dict.fromkeys(CHECKLIST, Column.C)
    if high:
        chosen |= dict.fromkeys(chance.sample(CHECKLIST, 5), Column.B)
        chosen |= dict.fromkeys(chance.sample(_GREAT, 2), Column.A)
    else:
        chosen |= dict.fromkeys(chance.sample(CHECKLIST, 3), Column.B)
    return ColumnsFacts(**{domain.name.lower(): column for domain, column in chosen.items()})


def levels(chance: Random, *, high: bool) -> LevelsFacts:
    """A level for each domain: with ``high`` two are severe, else none is above moderate."""
    chosen = {one: chance.choice((Level.NONE, Level.LOW, Level.MODERATE)) for one in Domain}
    if high:
        chosen |= dict.fromkeys(chance.sample([one for one in _GREAT if Level.SEVERE in LEVELS[one]], 2), Level.SEVERE)
    return LevelsFacts(**{domain.name.lower(): level for domain, level in chosen.items()})
