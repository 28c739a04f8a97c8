"""The words of a referral and of duty triage: closed lists."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Who referred the adult."""

    SELF = "self"
    FAMILY_OR_FRIEND = "family or friend"
    CARER = "carer"
    GP = "GP"
    HOSPITAL = "hospital"
    COMMUNITY_HEALTH = "community health"
    POLICE = "police"
    AMBULANCE = "ambulance"
    PROVIDER = "provider"
    HOUSING = "housing"
    OTHER_COUNCIL = "other council"
    FRONT_DOOR = "single point of access"
    OTHER = "other"


class Route(StrEnum):
    """Where the adult is referred from, in place rather than person."""

    COMMUNITY = "community"
    HOSPITAL_DISCHARGE = "hospital discharge"
    PLANNED_MOVE = "planned move"
    TRANSITION = "transition from children's services"
    PRISON = "prison"
    OTHER = "other"


class Urgency(StrEnum):
    """How soon somebody must act."""

    IMMEDIATE = "immediate"
    URGENT = "urgent"
    ROUTINE = "routine"


class TriageOutcome(StrEnum):
    """What duty triage starts."""

    RESOLVED = "resolved at triage"
    SHORT_TERM = "short-term case worker"
    ASSESS = "assess needs"
    ASSESS_CARER = "assess the carer"
    REASSESS = "review or reassess"
    COMPLEX = "complex case management"
    SAFEGUARDING = "safeguarding concern"
    SIGNPOSTED = "signposted"

    @property
    def owes_an_assessment(self) -> bool:
        """Whether it starts an assessment of the adult's needs."""
        return self in (
            TriageOutcome.ASSESS,
            TriageOutcome.REASSESS,
            TriageOutcome.COMPLEX,
            TriageOutcome.SHORT_TERM,
        )

    @property
    def assesses_a_carer(self) -> bool:
        """Whether it starts an assessment of a carer's needs."""
        return self is TriageOutcome.ASSESS_CARER

    @property
    def names_an_assessment(self) -> bool:
        """Whether it starts an assessment, of the adult or of a carer."""
        return self.owes_an_assessment or self.assesses_a_carer

    @property
    def ends_here(self) -> bool:
        """Whether nothing follows."""
        return self in (TriageOutcome.RESOLVED, TriageOutcome.SIGNPOSTED)
