"""The words of NHS continuing healthcare: closed lists."""

from __future__ import annotations

from enum import StrEnum


class Profession(StrEnum):
    """What a member of a multidisciplinary team, or whoever completed a checklist, is."""

    NURSE = "nurse"
    DOCTOR = "doctor"
    OCCUPATIONAL_THERAPIST = "occupational therapist"
    PHYSIOTHERAPIST = "physiotherapist"
    SPEECH_THERAPIST = "speech and language therapist"
    PSYCHOLOGIST = "psychologist"
    DIETITIAN = "dietitian"
    OTHER_HEALTHCARE = "another healthcare profession"
    SOCIAL_WORKER = "social worker"
    OTHER = "other"

    @property
    def is_healthcare(self) -> bool:
        """Whether it is a healthcare profession; social work is none."""
        return self not in (Profession.SOCIAL_WORKER, Profession.OTHER)


class Consent(StrEnum):
    """On what footing somebody was considered."""

    GIVEN = "given by the person"
    BEST_INTERESTS = "decided in their best interests"
    REFUSED = "refused"
    NOT_ASKED = "not asked"

    @property
    def suffices(self) -> bool:
        """Whether it is a footing to go on."""
        return self in (Consent.GIVEN, Consent.BEST_INTERESTS)


class ChecklistOutcome(StrEnum):
    """Whether a full assessment follows a checklist."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Notification(StrEnum):
    """What told the NHS body that somebody may need a full assessment."""

    CHECKLIST = "a positive checklist"
    OTHER = "another notice"


class HealthcareOutcome(StrEnum):
    """What is recommended or decided; ``NOT_TOLD`` is for a decision of which only that is known."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not eligible"
    NOT_TOLD = "not told"

    @property
    def is_eligible(self) -> bool | None:
        """Whether somebody is eligible; ``None`` where it is not told."""
        return None if self is HealthcareOutcome.NOT_TOLD else self is HealthcareOutcome.ELIGIBLE


class DelayReason(StrEnum):
    """Why eligibility was decided late; the codes are our own."""

    NO_ASSESSOR = "no assessor of the NHS body"
    NO_COUNCIL_ASSESSOR = "no assessor of the council"
    EVIDENCE_AWAITED = "evidence awaited"
    PERSON_UNAVAILABLE = "the person or their representative was not available"
    DISPUTE = "NHS body and council disagreed"
    EMERGENCY = "a national emergency"
    OTHER = "other"


class ConsiderationEnd(StrEnum):
    """Why somebody is no longer considered, with no decision."""

    REFUSED = "the person refuses"
    NO_SIGNS = "there are no such signs, or no longer"
    NOT_SCREENED = "it was decided that no checklist is needed"
    MOVED = "the person moved to the area of another NHS body"


class ReviewResult(StrEnum):
    """What a review of a decision came to."""

    UPHELD = "the decision stands"
    ELIGIBLE = "eligible after all"
    TO_BE_DECIDED_AGAIN = "to be decided again"


class Funder(StrEnum):
    """Who pays for care."""

    NHS_BODY = "the NHS body"
    COUNCIL = "the council"
    SHARED = "both, in shares"
    PERSON = "the person"
    NOBODY = "nobody"

    @property
    def is_public(self) -> bool:
        """Whether care goes on at public cost."""
        return self not in (Funder.PERSON, Funder.NOBODY)


class RefundGround(StrEnum):
    """Why somebody is paid back."""

    LATE = "eligibility was decided late"
    REVERSED = "a decision was reversed"


class NursingEnd(StrEnum):
    """Why funded nursing care ended."""

    NOT_NEEDED = "nursing is no longer needed"
    LEFT = "left the care home"
    HEALTHCARE = "eligible for continuing healthcare"
    OTHER = "other"
