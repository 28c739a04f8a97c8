"""What can have happened when needs were held against the criteria."""

from __future__ import annotations

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.event import Event
from swp_domain.identifiers import AssessmentId, DeterminationId
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerNeeds
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime
from swp_domain.party import Party
from swp_domain.personal import PersonalText

BY = council_or_delegate(Function.ELIGIBILITY)


class EligibilityDetermined(
    Event,
    name="eligibility/eligibility-determined",
    taken_by=BY,
    begins="determination",
    regime=Regime.CARE_ACT,
):
    """Whether an adult's needs meet the national criteria (from the Care Act)."""

    determination: DeterminationId
    assessment: AssessmentId
    needs: AdultNeeds
    wants_needs_met: bool | None = None
    ordinarily_resident: bool | None = None
    decision: Decision[Eligibility]


class CarersEligibilityDetermined(
    Event,
    name="eligibility/carers-eligibility-determined",
    taken_by=BY,
    begins="determination",
    regime=Regime.CARE_ACT,
):
    """Whether a carer's needs meet the national criteria (from the Care Act)."""

    determination: DeterminationId
    assessment: AssessmentId
    needs: CarerNeeds
    decision: Decision[Eligibility]


class BandedEligibilityDetermined(
    Event,
    name="eligibility/banded-eligibility-determined",
    taken_by=BY,
    begins="determination",
    regime=Regime.COMMUNITY_CARE,
):
    """Which needs lie in or above the council's band (before the Care Act applied to the person)."""

    determination: DeterminationId
    assessment: AssessmentId
    bands: tuple[Band, ...]
    decision: Decision[Eligibility]


class DeterminationGiven(Event, name="eligibility/determination-given"):
    """The written record of the determination, with its reasons, was given to the person."""

    determination: DeterminationId
    given_to: Party | None = None


class AdviceGiven(Event, name="eligibility/advice-given"):
    """Written advice and information was given on meeting, reducing, preventing or delaying needs."""

    determination: DeterminationId
    advice: PersonalText | None = None
