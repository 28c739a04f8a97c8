"""What is owed about continuing healthcare: mostly by the NHS body, which the record follows as a fact."""

from __future__ import annotations

from typing import Final

from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ChecklistOutcomeTold,
    ConsiderationEnded,
    DecisionToolCompleted,
    FastTrackCarePutInPlace,
    FastTrackReceived,
    HealthcareDecisionTold,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareReviewed,
    HealthcareReviewWithdrawn,
    IndependentReviewDecided,
    IndependentReviewRequested,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
    NotificationReceived,
    RecommendationSentBack,
    RefundDecided,
    RefundPaid,
)
from swp_domain.continuing_healthcare.vocabulary import HealthcareOutcome
from swp_domain.law.healthcare_framework import FRAMEWORK, clocks
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES
from swp_domain.owed import Ends, Opening, Owed, owed

NHS, NHS_ENGLAND = "the NHS body", "NHS England"
TELL_OF_CHECKLIST: Final = "tell in writing whether continuing healthcare is assessed"
DECIDE: Final = "decide on continuing healthcare"
ANSWER: Final = "answer the recommendation on continuing healthcare"
ON_FAST_TRACK: Final = "find somebody on the fast track eligible"
CARE_ON_FAST_TRACK: Final = "put fast track care in place"
TELL: Final = "tell the decision on continuing healthcare in writing"
FIRST_REVIEW: Final = "review continuing healthcare for the first time"
YEARLY_REVIEW: Final = "review continuing healthcare"
KEEP_FUNDED: Final = "agree who funds care while it is disputed"
LOCAL_REVIEW: Final = "decide the local review of continuing healthcare"
INDEPENDENT_REVIEW: Final = "decide the independent review of continuing healthcare"
REFUND: Final = "pay the refund of care costs"


def eligible(event: HealthcareEligibilityDecided) -> bool:
    """Whether the decision is that somebody is eligible."""
    return event.decision.outcome is HealthcareOutcome.ELIGIBLE


def not_eligible(event: HealthcareEligibilityDecided) -> bool:
    """Whether the decision is that somebody is not eligible; one that is not told is neither."""
    return event.decision.outcome is HealthcareOutcome.NOT_ELIGIBLE


_NOT_CONSIDERED: Ends = {ConsiderationEnded: None}
_NOT_FUNDED: Ends = {HealthcareFundingEnded: None, HealthcareEligibilityDecided: not_eligible}
_WITHDRAWN: Ends = {HealthcareReviewWithdrawn: None}

ON_THE_WAY: tuple[Owed, ...] = (
    owed(
        TELL_OF_CHECKLIST,
        rule="CHC-01",
        provision=STANDING_RULES["reg 21(4)"],
        by=NHS,
        subject="consideration",
        opened_by={ChecklistCompleted: Opening()},
        discharged_by=(ChecklistOutcomeTold,),
        ended_by=_NOT_CONSIDERED,
        commenced=COMMENCED,
    ),
    owed(
        DECIDE,
        rule="CHC-02",
        provision=FRAMEWORK["28 days to decide"],
        by=NHS,
        subject="consideration",
        opened_by={NotificationReceived: Opening(clocks.decision)},
        discharged_by=(HealthcareEligibilityDecided,),
        ended_by=_NOT_CONSIDERED,
        commenced=COMMENCED,
        theme="P23",
    ),
    owed(
        ANSWER,
        rule="CHC-12",
        provision=FRAMEWORK["two working days to answer a recommendation"],
        by=NHS,
        to="the multidisciplinary team",
        subject="consideration",
        opened_by={DecisionToolCompleted: Opening(clocks.answer)},
        discharged_by=(HealthcareEligibilityDecided, RecommendationSentBack),
        settled_by=(HealthcareEligibilityDecided, RecommendationSentBack),
        ended_by=_NOT_CONSIDERED,
        commenced=COMMENCED,
        recurring=True,
    ),
    owed(
        ON_FAST_TRACK,
        rule="CHC-04",
        provision=STANDING_RULES["reg 21(9)"],
        by=NHS,
        subject="consideration",
        opened_by={FastTrackReceived: Opening()},
        discharged_by={HealthcareEligibilityDecided: eligible},
        # That it was refused is a breach of the decision, which a review can put right; nothing is decided on receipt
        # any more.
        ended_by={**_NOT_CONSIDERED, HealthcareEligibilityDecided: not_eligible},
        commenced=COMMENCED,
    ),
    owed(
        CARE_ON_FAST_TRACK,
        rule="CHC-13",
        provision=FRAMEWORK["48 hours for a fast track package"],
        by=NHS,
        subject="consideration",
        opened_by={FastTrackReceived: Opening(clocks.fast_track)},
        discharged_by=(FastTrackCarePutInPlace,),
        # Whether the decision was lawful is asked of it; care is not owed to somebody who is not eligible.
        ended_by={**_NOT_CONSIDERED, HealthcareEligibilityDecided: not_eligible},
        commenced=COMMENCED,
    ),
    owed(
        TELL,
        rule="CHC-05",
        provision=STANDING_RULES["reg 21(10)"],
        by=NHS,
        subject="consideration",
        opened_by={HealthcareEligibilityDecided: Opening()},
        discharged_by=(HealthcareDecisionTold,),
        settled_by=(HealthcareDecisionTold,),
        commenced=COMMENCED,
        recurring=True,
    ),
)

AFTERWARDS: tuple[Owed, ...] = (
    owed(
        FIRST_REVIEW,
        rule="CHC-06",
        provision=FRAMEWORK["review within three months"],
        by=NHS,
        subject="consideration",
        opened_by={HealthcareEligibilityDecided: Opening(clocks.first_review, when=eligible)},
        discharged_by=(HealthcareReviewed,),
        ended_by=_NOT_FUNDED,
        commenced=COMMENCED,
        recurring=True,
    ),
    owed(
        YEARLY_REVIEW,
        rule="CHC-06-YEARLY",
        provision=FRAMEWORK["review every twelve months"],
        by=NHS,
        subject="consideration",
        opened_by={HealthcareReviewed: Opening(clocks.yearly_review)},
        discharged_by=(HealthcareReviewed,),
        ended_by=_NOT_FUNDED,
        commenced=COMMENCED,
        recurring=True,
    ),
    owed(
        KEEP_FUNDED,
        rule="CHC-09",
        provision=STANDING_RULES["reg 22(3)"],
        by="NHS body and council",
        subject="dispute",
        opened_by={HealthcareDisputeArose: Opening(when=lambda event: not (event.funder and event.funder.is_public))},
        discharged_by={InterimFundingAgreed: lambda event: event.funder.is_public, HealthcareDisputeResolved: None},
        commenced=COMMENCED,
    ),
    owed(
        LOCAL_REVIEW,
        rule="CHC-15",
        provision=FRAMEWORK["three months for a local review"],
        by=NHS,
        to="whoever asked",
        subject="review",
        opened_by={LocalReviewRequested: Opening(clocks.local_review)},
        discharged_by=(LocalReviewDecided,),
        ended_by=_WITHDRAWN,
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        INDEPENDENT_REVIEW,
        rule="CHC-15-NHSE",
        provision=FRAMEWORK["three months for an independent review"].from_memory(),
        by=NHS_ENGLAND,
        to="whoever asked",
        subject="review",
        opened_by={IndependentReviewRequested: Opening(clocks.independent_review)},
        discharged_by=(IndependentReviewDecided,),
        ended_by=_WITHDRAWN,
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        REFUND,
        rule="CHC-18",
        provision=FRAMEWORK["refunds"],
        by=NHS,
        to="whoever paid",
        subject="refund",
        opened_by={RefundDecided: Opening()},
        discharged_by=(RefundPaid,),
        commenced=COMMENCED,
        survives_death=True,
    ),
)
