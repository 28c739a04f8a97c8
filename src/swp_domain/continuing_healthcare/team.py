"""What the composition of a multidisciplinary team shows."""

from __future__ import annotations

from collections.abc import Sequence

from swp_domain.continuing_healthcare.events import TeamMember
from swp_domain.continuing_healthcare.vocabulary import Profession
from swp_domain.law.finding import any_of
from swp_domain.law.standing_rules_2012.reg21_team import TeamFacts


def composition(team: Sequence[TeamMember]) -> TeamFacts:
    """Whether two healthcare professions were in it, or one and somebody who assesses needs for care.

    Of a team that was not told, nothing is known; nor of two members of professions that are only called *another*.
    """
    if not team:
        return TeamFacts()
    health = [one.profession for one in team if one.profession.is_healthcare]
    unnamed = health.count(Profession.OTHER_HEALTHCARE)
    named = len({*health} - {Profession.OTHER_HEALTHCARE})
    surely, perhaps = named + (unnamed > 0), named + unnamed
    return TeamFacts(
        different_healthcare_professions=True if surely > 1 else None if perhaps > 1 else False,
        a_healthcare_professional=bool(health),
        assessor_of_care=any_of(_assesses(one) for one in team),
    )


def _assesses(member: TeamMember) -> bool | None:
    """Whether they assess needs for care; a social worker mostly does, but that has to be told."""
    untold = member.profession in (Profession.SOCIAL_WORKER, Profession.OTHER, Profession.OCCUPATIONAL_THERAPIST)
    return member.assesses_care if member.assesses_care is not None or untold else False
