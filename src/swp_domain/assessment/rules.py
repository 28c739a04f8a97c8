"""What the law makes of assessments, and what they owe: every rule of the room, and every duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.completion_rules import COMPLETION_RULES
from swp_domain.assessment.conduct_rules import CONDUCT_RULES
from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentDeferred,
    AssessmentRequested,
    AssessmentResumed,
    CarerIdentified,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    CaringEnded,
    DutyEndedByRefusal,
    HealthcareReferralMade,
    InvolvementConsidered,
)
from swp_domain.assessment.refusal_rules import REFUSAL_RULES
from swp_domain.law.assessment_regulations_2014 import ASSESSMENT
from swp_domain.law.assessment_regulations_2014.conduct import (
    healthcare_referral_due,
)
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s67_advocacy import advocate_duty
from swp_domain.law.carers_act_1995 import CARERS_1995, COMMENCED
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.local_targets.working_parameters import advocate, referral_onward, written_record
from swp_domain.law.ombudsman.assessment_times import carers_assessment, needs_assessment
from swp_domain.law.rule import Regime
from swp_domain.owed import Ends, Opening, Openings, owed
from swp_domain.party import Whose
from swp_domain.referral.events import ReferralTriaged, UrgentSupportProvided

if TYPE_CHECKING:
    pass


RULES = (*COMPLETION_RULES, *REFUSAL_RULES, *CONDUCT_RULES)


def _of_the_adult(event: AssessmentRequested) -> bool:
    return event.whose is Whose.ADULT


def _of_a_carer(event: AssessmentRequested) -> bool:
    return event.whose is Whose.CARER


def _refusal_counts(event: DutyEndedByRefusal | CarersDutyEndedByRefusal) -> bool:
    return event.decision.outcome


def _advocate_is_owed(event: InvolvementConsidered) -> bool:
    return all(one.shown for one in advocate_duty.test(event.involvement))


def _no_advocate_is_owed(event: InvolvementConsidered) -> bool:
    return any(one.shown is False for one in advocate_duty.test(event.involvement))


_STARTS_AN_ASSESSMENT: Openings = {
    AssessmentRequested: Opening(needs_assessment, when=_of_the_adult),
    ReferralTriaged: Opening(
        needs_assessment, when=lambda event: event.assessment and event.decision.outcome.owes_an_assessment
    ),
}
_MET_AT_ONCE: Openings = {UrgentSupportProvided: Opening(needs_assessment)}
_ENDS_AN_ASSESSMENT: Ends = {AssessmentCompleted: None}
_SPARES_AN_ASSESSMENT: Ends = {
    DutyEndedByRefusal: _refusal_counts,
    # A triage that ends here names the assessment that it found was not owed after all.
    ReferralTriaged: lambda event: (
        event.assessment and event.decision.outcome.ends_here and event.appearance.appears_to_have_needs is False
    ),
}
_STARTS_A_CARERS: Openings = {
    AssessmentRequested: Opening(carers_assessment, when=_of_a_carer),
    CarerIdentified: Opening(carers_assessment),
    ReferralTriaged: Opening(
        carers_assessment,
        when=lambda event: event.assessment and event.decision.outcome.assesses_a_carer,
    ),
}
_ENDS_A_CARERS: Ends = {CarersAssessmentCompleted: None}
_SPARES_A_CARERS: Ends = {CarersDutyEndedByRefusal: _refusal_counts, CaringEnded: None}

DUTIES = (
    owed(
        "assess needs",
        rule="CA-09-05",
        provision=CARE_ACT["s 9(1)"],
        subject="assessment",
        opened_by=_STARTS_AN_ASSESSMENT,
        discharged_by=_ENDS_AN_ASSESSMENT,
        ended_by=_SPARES_AN_ASSESSMENT,
        regime=Regime.CARE_ACT,
        theme="P01",
        paused_by=(AssessmentDeferred,),
        resumed_by=(AssessmentResumed,),
    ),
    # One duty under one name, whatever opens it: meeting needs at once only puts the assessment off.
    owed(
        "assess needs",
        rule="CA-19-03",
        provision=CARE_ACT["s 19(3)"],
        subject="assessment",
        opened_by=_MET_AT_ONCE,
        discharged_by=_ENDS_AN_ASSESSMENT,
        ended_by=_SPARES_AN_ASSESSMENT,
        regime=Regime.CARE_ACT,
        theme="P01",
        paused_by=(AssessmentDeferred,),
        resumed_by=(AssessmentResumed,),
    ),
    owed(
        "assess needs",
        rule="CC-47-01",
        provision=COMMUNITY_CARE["s 47(1)(a)"],
        subject="assessment",
        opened_by=_STARTS_AN_ASSESSMENT | _MET_AT_ONCE,
        discharged_by=_ENDS_AN_ASSESSMENT,
        ended_by=_SPARES_AN_ASSESSMENT,
        regime=Regime.COMMUNITY_CARE,
        theme="P01",
        paused_by=(AssessmentDeferred,),
        resumed_by=(AssessmentResumed,),
    ),
    owed(
        "assess the carer",
        rule="CA-10-02",
        provision=CARE_ACT["s 10(1)"],
        to="the carer",
        subject="assessment",
        opened_by=_STARTS_A_CARERS,
        discharged_by=_ENDS_A_CARERS,
        ended_by=_SPARES_A_CARERS,
        regime=Regime.CARE_ACT,
        theme="P02",
        paused_by=(AssessmentDeferred,),
        resumed_by=(AssessmentResumed,),
    ),
    owed(
        "assess the carer",
        rule="CC-CARER-01",
        provision=CARERS_1995["s 1"],
        to="the carer",
        subject="assessment",
        opened_by={
            AssessmentRequested: Opening(carers_assessment, when=_of_a_carer),
            ReferralTriaged: _STARTS_A_CARERS[ReferralTriaged],
        },
        commenced=COMMENCED,
        discharged_by=_ENDS_A_CARERS,
        ended_by=_SPARES_A_CARERS,
        regime=Regime.COMMUNITY_CARE,
        theme="P02",
        paused_by=(AssessmentDeferred,),
        resumed_by=(AssessmentResumed,),
    ),
    owed(
        "give a copy of the assessment",
        rule="CA-12-01",
        provision=CARE_ACT["s 12(3)-(4)"],
        to="the person assessed",
        subject="assessment",
        opened_by={
            AssessmentCompleted: Opening(written_record),
            CarersAssessmentCompleted: Opening(written_record),
        },
        discharged_by={AssessmentCopyGiven: lambda event: event.to_the_person},
        regime=Regime.CARE_ACT,
        theme="P08",
    ),
    owed(
        "refer for NHS continuing healthcare",
        rule="CA-AR-07",
        provision=ASSESSMENT["reg 7"],
        subject="assessment",
        opened_by={
            AssessmentCompleted: Opening(
                referral_onward,
                when=lambda event: all(one.shown for one in healthcare_referral_due.test(event.conduct)),
            )
        },
        discharged_by=(HealthcareReferralMade,),
        regime=Regime.CARE_ACT,
        theme="P23",
    ),
    owed(
        "arrange an independent advocate",
        rule="CA-67-01",
        provision=CARE_ACT["s 67(2)"],
        subject="assessment",
        opened_by={InvolvementConsidered: Opening(advocate, when=_advocate_is_owed)},
        discharged_by=(AdvocateArranged,),
        ended_by={InvolvementConsidered: _no_advocate_is_owed},
        regime=Regime.CARE_ACT,
        theme="P12",
    ),
)
