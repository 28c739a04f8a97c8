"""What the law makes of NHS continuing healthcare, and what it owes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from swp_domain.assessment.events import AssessmentCompleted, DutyEndedByRefusal, HealthcareReferralMade
from swp_domain.continuing_healthcare import duties
from swp_domain.continuing_healthcare.eligibility_rules import ELIGIBILITY
from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ConsiderationEnded,
    DecisionToolCompleted,
    FastTrackCompleted,
    FastTrackReceived,
    FundingEndNotified,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareSignsNoted,
    NotificationReceived,
)
from swp_domain.continuing_healthcare.funding_rules import FUNDING
from swp_domain.continuing_healthcare.screening_rules import SCREENING
from swp_domain.law.care_act_2014.s22_health import not_for_the_nhs
from swp_domain.law.dates import day_before
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK
from swp_domain.law.local_targets.healthcare import considered
from swp_domain.law.rule import Regime
from swp_domain.owed import Extension, Opening, owed
from swp_domain.planning.events import ServiceStarted
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

CONSIDER: Final = "have it considered whether somebody needs continuing healthcare"
ASSESS_BEFORE_THE_END: Final = "assess before continuing healthcare ends"


@judges("CA-22-02", effect=FLAG, regime=Regime.CARE_ACT)
def a_service_beside_healthcare_is_looked_at(
    file: CaseFile, asked: Proposal[ServiceStarted], standing: Standing
) -> Findings:
    """While the NHS funds continuing healthcare, it is said of a council's service that the NHS need not provide it."""
    event = asked.event
    if event.commissioned and file.continuing_healthcare.funded and not event.health.nhs_required:
        finding = not_for_the_nhs(event.health, on=asked.on)
        says = "the NHS funds continuing healthcare, and health.nhs_required is not told"
        yield finding if finding.met else finding.contradicts(says, "Say whether it is for the NHS to provide")


RULES = (*SCREENING, *ELIGIBILITY, *FUNDING, a_service_beside_healthcare_is_looked_at)


def _last_day_funded(event: FundingEndNotified) -> date | None:
    return day_before(event.ends_on) if event.ends_on else None


_CONSIDERED = (
    ChecklistCompleted,
    NotificationReceived,
    FastTrackCompleted,
    FastTrackReceived,
    DecisionToolCompleted,
    HealthcareEligibilityDecided,
    HealthcareReferralMade,
)

DUTIES = (
    owed(
        CONSIDER,
        rule="CHC-10",
        provision=FRAMEWORK["identifying who may be eligible"].from_memory(),
        subject="consideration",
        opened_by={HealthcareSignsNoted: Opening(considered)},
        discharged_by=_CONSIDERED,
        settled_by=_CONSIDERED,
        ended_by={ConsiderationEnded: None},
        commenced=COMMENCED,
        theme="P23",
        recurring=True,
    ),
    *duties.ON_THE_WAY,
    *duties.AFTERWARDS,
    owed(
        ASSESS_BEFORE_THE_END,
        rule="CHC-17",
        provision=FRAMEWORK["ending funding"].from_memory(),
        subject="consideration",
        opened_by={FundingEndNotified: Opening(stated=_last_day_funded)},
        discharged_by=(AssessmentCompleted,),
        # A later notice that names a later day gives time while there is some; a refusal is the person's (s 11).
        extended_by={FundingEndNotified: Extension(FundingEndNotified, _last_day_funded, lengthens=True)},
        ended_by={
            HealthcareEligibilityDecided: duties.eligible,
            # That the council had assessed is told with the end; on which day it had, is not.
            HealthcareFundingEnded: lambda event: event.council_assessed is True,
            DutyEndedByRefusal: lambda event: event.decision.outcome,
        },
        commenced=COMMENCED,
        theme="P23",
        recurring=True,
    ),
)
