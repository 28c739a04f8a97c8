"""What the law makes of assessments, and what they owe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentDeferred,
    AssessmentRequested,
    AssessmentResumed,
    AssessmentStarted,
    CarerIdentified,
    CarersAssessmentCompleted,
    CaringEnded,
    DutyEndedByRefusal,
    HealthcareReferralMade,
    InvolvementConsidered,
)
from swp_domain.assessment.vocabulary import Whose
from swp_domain.duty import Condition, Ends, Opening, Openings, owed
from swp_domain.law.advocacy_regulations_2014.reg2_independence import AdvocateFacts, advocate_independent
from swp_domain.law.assessment_regulations_2014 import ASSESSMENT
from swp_domain.law.assessment_regulations_2014.conduct import deafblind_assessor, self_assessment_asked
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s9_assessment import (
    assessment_covers,
    everybody_involved,
    other_help_considered,
)
from swp_domain.law.care_act_2014.s10_carers import carers_assessment_covers
from swp_domain.law.care_act_2014.s11_refusal import refusal_counts_for_capacity, refusal_counts_for_safety
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts, advocate_duty
from swp_domain.law.carers_act_1995 import CARERS_1995
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.working_parameters import advocate, referral_onward, written_record
from swp_domain.law.ombudsman.assessment_times import carers_assessment, needs_assessment
from swp_domain.law.rule import Regime, cited
from swp_domain.proposal import Proposal
from swp_domain.referral.events import ReferralTriaged, UrgentSupportProvided
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


def _missing(finding: Finding, what: str) -> Finding:
    """The finding, contradicted where a limb is absent or not told: a completed record shows its content."""
    if finding.met:
        return finding
    letters = ", ".join(one.letter for one in finding.not_shown)
    return finding.contradicts(
        f"{what} does not show ({letters})", "Complete what is missing, or record who says it was covered"
    )


def _whose(file: CaseFile, event: DutyEndedByRefusal) -> Whose:
    """Whose assessment it is: the file knows better than the event."""
    one = file.assessment.named(event.assessment)
    return event.whose if one is None else one.whose


@judges("CA-09-02", effect=REFUSE, regime=Regime.CARE_ACT)
def an_assessment_is_complete(file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing) -> Findings:
    """A completed needs assessment covers well-being, outcomes wished for, and what support could contribute."""
    yield _missing(assessment_covers(asked.event.coverage, on=asked.on), "coverage")


@judges("CA-09-03", effect=BREACH, regime=Regime.CARE_ACT)
def those_concerned_are_involved(file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing) -> Findings:
    """The adult, any carer and whoever the adult asks for are involved in the assessment."""
    finding = everybody_involved(asked.event.coverage, on=asked.on)
    yield finding.contradicts("coverage.involved is no") if finding.not_met else finding


@judges("CA-09-04", effect=FLAG, regime=Regime.CARE_ACT)
def other_help_is_considered(file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing) -> Findings:
    """Other sources of help are considered alongside the assessment."""
    finding = other_help_considered(asked.event.coverage, on=asked.on)
    yield finding.contradicts("coverage.other_help is no") if finding.not_met else finding


@judges("CA-10-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_carers_assessment_is_complete(
    file: CaseFile, asked: Proposal[CarersAssessmentCompleted], standing: Standing
) -> Findings:
    """A completed carer's assessment asks whether they can and will go on, and what it costs them."""
    yield _missing(carers_assessment_covers(asked.event.coverage, on=asked.on), "coverage")


@judges("CA-10-03", effect=FLAG, regime=Regime.CARE_ACT, theme="P02")
def a_carer_is_not_passed_over_again(file: CaseFile, asked: Proposal[CarerIdentified], standing: Standing) -> Findings:
    """A carer who comes to notice again is not still waiting, past the day to look, to be assessed."""
    waiting = [
        one
        for one in file.ledger
        if one.mark.theme == "P02" and one.subject == asked.event.assessment and one.met_on is None
    ]
    if any(one.warn_day is not None and one.paused_on is None and asked.on > one.warn_day for one in waiting):
        finding = cited(CARE_ACT["s 10(1)"], on=asked.on, holds=False, says="the carer was assessed, or refused")
        yield finding.contradicts("the carer comes to notice again and still waits", "Offer the assessment now")


@judges("CA-11-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_refusal_needs_capacity(file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing) -> Findings:
    """A refusal without capacity to refuse does not end the duty, if assessing is in the adult's best interests."""
    if _whose(file, asked.event) is Whose.CARER or not asked.event.decision.outcome:
        return
    finding = refusal_counts_for_capacity(asked.event.refusal, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("the refusal is taken to end the duty", "Assess as far as possible")
    )


@judges("CA-11-02", effect=REFUSE, regime=Regime.CARE_ACT)
def a_refusal_does_not_leave_somebody_at_risk(
    file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing
) -> Findings:
    """A refusal, however capacitous, does not end the duty to an adult who is or may be abused or neglected."""
    if _whose(file, asked.event) is Whose.CARER or not asked.event.decision.outcome:
        return
    finding = refusal_counts_for_safety(asked.event.refusal, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("the refusal is taken to end the duty", "Assess as far as possible")
    )


@judges("CA-12-01", effect=BREACH, regime=Regime.CARE_ACT)
def others_get_a_copy_only_if_asked(
    file: CaseFile, asked: Proposal[AssessmentCopyGiven], standing: Standing
) -> Findings:
    """A copy goes to a carer or to others only where the person asked for that."""
    if not asked.event.to_the_person and asked.event.asked_for is False:
        finding = cited(
            CARE_ACT["s 12(3)-(4)"],
            on=asked.on,
            holds=False,
            says="the person asked for it to be given to them",
        )
        yield finding.contradicts("a copy went to somebody the person had not named")


@judges("CA-AR-02", effect=BREACH, regime=Regime.CARE_ACT)
def self_assessment_is_offered(file: CaseFile, asked: Proposal[AssessmentStarted], standing: Standing) -> Findings:
    """The person is asked whether they want a supported self-assessment."""
    finding = self_assessment_asked(asked.event.conduct, on=asked.on)
    yield (
        finding.contradicts("the person was not asked about a supported self-assessment")
        if finding.not_met
        else finding
    )


@judges("CA-AR-06", effect=REFUSE, regime=Regime.CARE_ACT)
def a_deafblind_person_has_a_trained_assessor(
    file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing
) -> Findings:
    """The assessment of somebody deafblind is signed off only with a trained assessor."""
    if asked.event.conduct.deafblind:
        finding = deafblind_assessor(asked.event.conduct, on=asked.on)
        yield (
            finding
            if finding.met
            else finding.contradicts("the assessor is not shown to be trained", "Bring in a trained assessor")
        )


@judges("CA-67-01", effect=BREACH, regime=Regime.CARE_ACT, theme="P12")
def an_advocate_comes_before_the_end(
    file: CaseFile, asked: Proposal[AssessmentCompleted | CarersAssessmentCompleted], standing: Standing
) -> Findings:
    """Where an advocate is owed, the assessment is not finished without one."""
    one = file.assessment.named(asked.event.assessment)
    if one is None or one.involvement is None:
        return
    finding = advocate_duty(one.involvement, on=asked.on)
    yield finding
    if finding.met and one.advocate_on is None:
        yield finding.contradicts("the assessment is finished and no advocate was arranged")


@judges("CA-67-02", effect=REFUSE, regime=Regime.CARE_ACT)
def an_advocate_is_independent(file: CaseFile, asked: Proposal[AdvocateArranged], standing: Standing) -> Findings:
    """An advocate works neither for the council nor for the practice."""
    facts = AdvocateFacts(works_for_council_or_delegate=asked.event.works_for_council_or_delegate)
    finding = advocate_independent(facts, on=asked.on)
    yield (
        finding.contradicts("the advocate works for one of them", "Arrange somebody independent")
        if finding.not_met
        else finding
    )


RULES = (
    an_assessment_is_complete,
    those_concerned_are_involved,
    other_help_is_considered,
    a_carers_assessment_is_complete,
    a_carer_is_not_passed_over_again,
    a_refusal_needs_capacity,
    a_refusal_does_not_leave_somebody_at_risk,
    others_get_a_copy_only_if_asked,
    self_assessment_is_offered,
    a_deafblind_person_has_a_trained_assessor,
    an_advocate_comes_before_the_end,
    an_advocate_is_independent,
)


def _of_the_adult(event: AssessmentRequested | DutyEndedByRefusal) -> bool:
    return event.whose is Whose.ADULT


def _of_a_carer(event: AssessmentRequested | DutyEndedByRefusal) -> bool:
    return event.whose is Whose.CARER


def _refusal_of(whose: Whose) -> Condition:
    return lambda event: event.whose is whose and event.decision.outcome


def _advocate_is_owed(event: InvolvementConsidered) -> bool:
    facts: InvolvementFacts = event.involvement
    return all(one.shown for one in advocate_duty.test(facts))


_STARTS_AN_ASSESSMENT: Openings = {
    AssessmentRequested: Opening(needs_assessment, when=_of_the_adult),
    ReferralTriaged: Opening(
        needs_assessment, when=lambda event: event.assessment and event.decision.outcome.owes_an_assessment
    ),
    UrgentSupportProvided: Opening(needs_assessment),
}
_ENDS_AN_ASSESSMENT: Ends = {
    AssessmentCompleted: None,
    DutyEndedByRefusal: _refusal_of(Whose.ADULT),
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
_ENDS_A_CARERS: Ends = {
    CarersAssessmentCompleted: None,
    DutyEndedByRefusal: _refusal_of(Whose.CARER),
    CaringEnded: None,
}

DUTIES = (
    owed(
        "assess needs",
        rule="CA-09-05",
        provision=CARE_ACT["s 9(1)"],
        subject="assessment",
        opened_by=_STARTS_AN_ASSESSMENT,
        discharged_by=_ENDS_AN_ASSESSMENT,
        begins_again_after=(DutyEndedByRefusal,),
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
        opened_by=_STARTS_AN_ASSESSMENT,
        discharged_by=_ENDS_AN_ASSESSMENT,
        begins_again_after=(DutyEndedByRefusal,),
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
        begins_again_after=(DutyEndedByRefusal,),
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
        opened_by={AssessmentRequested: Opening(carers_assessment, when=_of_a_carer)},
        discharged_by=_ENDS_A_CARERS,
        begins_again_after=(DutyEndedByRefusal,),
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
                referral_onward, when=lambda event: event.conduct.may_need_nhs_continuing_healthcare
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
        regime=Regime.CARE_ACT,
        theme="P12",
    ),
)
