"""The case: one file per adult, one field a stage. The list below is the whole list of stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from swp_domain import assessment, case, court, eligibility, referral, safeguarding
from swp_domain.assessment.state import AssessmentState
from swp_domain.case.events import PersonDied
from swp_domain.case.state import CaseState
from swp_domain.contact import Contact
from swp_domain.court.state import CourtState
from swp_domain.eligibility.state import EligibilityState
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.care_act_2014.s2_adults import MAJORITY
from swp_domain.law.rule import Regime
from swp_domain.law.transitional_order_2015.art2_regime import regime_of, supported_immediately_before
from swp_domain.practice import Practice
from swp_domain.referral.state import ReferralState
from swp_domain.safeguarding.state import SafeguardingState


@dataclass(frozen=True)
class CaseFile(File):
    """The file of one adult, across every process: statutory rules are about one person."""

    kind: ClassVar[str] = "case"
    stages: ClassVar = (
        case.STAGE,
        referral.STAGE,
        assessment.STAGE,
        eligibility.STAGE,
        safeguarding.STAGE,
        court.STAGE,
    )
    elsewhere: ClassVar[frozenset[str]] = frozenset({"contact"})
    ends_with: ClassVar[type[Event] | None] = PersonDied

    case: CaseState = CaseState()
    referral: ReferralState = ReferralState()
    assessment: AssessmentState = AssessmentState()
    eligibility: EligibilityState = EligibilityState()
    safeguarding: SafeguardingState = SafeguardingState()
    court: CourtState = CourtState()

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


FILES: tuple[type[File], ...] = (CaseFile, Contact, Practice)
"""Every kind of file there is."""
