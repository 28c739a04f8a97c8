"""The case: one file per adult, one field a stage. The list below is the whole list of stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from swp_domain import (
    assessment,
    capacity,
    case,
    complaints,
    correspondence,
    court,
    direct_payments,
    eligibility,
    finance,
    hospital,
    identity,
    liberty,
    planning,
    referral,
    residence,
    responsibility,
    review,
    safeguarding,
    transition,
)
from swp_domain.assessment.state import AssessmentState
from swp_domain.belonging import Belonging
from swp_domain.capacity.state import CapacityState
from swp_domain.case.events import PersonDied
from swp_domain.case.state import CaseState
from swp_domain.complaints.state import ComplaintsState
from swp_domain.contact import Contact
from swp_domain.correspondence.state import CorrespondenceState
from swp_domain.court.state import CourtState
from swp_domain.direct_payments.state import DirectPaymentsState
from swp_domain.eligibility.state import EligibilityState
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.finance.state import FinanceState
from swp_domain.hospital.state import HospitalState
from swp_domain.identity.state import IdentityState
from swp_domain.law.care_act_2014.s2_adults import MAJORITY
from swp_domain.law.rule import Regime
from swp_domain.law.transitional_order_2015.art2_regime import regime_of, supported_immediately_before
from swp_domain.liberty.state import LibertyState
from swp_domain.planning.state import PlanningState
from swp_domain.practice_file import Practice
from swp_domain.referral.state import ReferralState
from swp_domain.residence.state import ResidenceState
from swp_domain.review.state import ReviewState
from swp_domain.safeguarding.state import SafeguardingState
from swp_domain.safeguarding_adults_review import SafeguardingAdultsReview
from swp_domain.transition.state import TransitionState


@dataclass(frozen=True)
class CaseFile(File):
    """The file of one adult, across every process: statutory rules are about one person."""

    kind: ClassVar[str] = "case"
    stages: ClassVar = (
        case.STAGE,
        responsibility.STAGE,
        identity.STAGE,
        correspondence.STAGE,
        referral.STAGE,
        transition.STAGE,
        hospital.STAGE,
        assessment.STAGE,
        eligibility.STAGE,
        finance.STAGE,
        planning.STAGE,
        direct_payments.STAGE,
        review.STAGE,
        residence.STAGE,
        safeguarding.STAGE,
        capacity.STAGE,
        liberty.STAGE,
        court.STAGE,
        complaints.STAGE,
    )
    elsewhere: ClassVar[frozenset[str]] = frozenset({"contact", "case"})
    ends_with: ClassVar[type[Event] | None] = PersonDied

    case: CaseState = CaseState()
    responsibility: Belonging = Belonging()
    referral: ReferralState = ReferralState()
    assessment: AssessmentState = AssessmentState()
    eligibility: EligibilityState = EligibilityState()
    safeguarding: SafeguardingState = SafeguardingState()
    capacity: CapacityState = CapacityState()
    liberty: LibertyState = LibertyState()
    court: CourtState = CourtState()
    identity: IdentityState = IdentityState()
    correspondence: CorrespondenceState = CorrespondenceState()
    finance: FinanceState = FinanceState()
    planning: PlanningState = PlanningState()
    direct_payments: DirectPaymentsState = DirectPaymentsState()
    review: ReviewState = ReviewState()
    residence: ResidenceState = ResidenceState()
    hospital: HospitalState = HospitalState()
    transition: TransitionState = TransitionState()
    complaints: ComplaintsState = ComplaintsState()

    @property
    def belonging(self) -> Belonging:
        """To which cohort the adult belongs, and what the council kept, agreed or took back."""
        return self.responsibility

    def regime_on(self, day: date) -> Regime:
        """The regime the person is under on a day (SI 2015/995 art 2)."""
        return regime_of(
            day,
            supported_before=self.supported_before_care_act,
            review_completed_on=self.case.transition_review_on,
        )

    @property
    def supported_before_care_act(self) -> bool:
        """Whether the adult had support immediately before the Care Act, as far as the file tells."""
        support = self.case.old_law_support
        return support is not None and supported_immediately_before(support.until)

    def grown_on(self, day: date) -> bool | None:
        """Whether the adult is one on a day, as far as the year of birth tells."""
        born = self.case.registered.birth_year if self.case.registered else None
        return None if born is None or day.year == born + MAJORITY else day.year > born + MAJORITY


FILES: tuple[type[File], ...] = (CaseFile, Contact, Practice, SafeguardingAdultsReview)
"""Every kind of file there is."""
