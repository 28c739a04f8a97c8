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
    CarersDutyEndedByRefusal,
    CaringEnded,
    DutyEndedByRefusal,
    HealthcareReferralMade,
    InvolvementConsidered,
)
from swp_domain.law.advocacy_regulations_2014.reg2_independence import AdvocateFacts, advocate_independent
from swp_domain.law.assessment_regulations_2014 import ASSESSMENT
from swp_domain.law.assessment_regulations_2014.conduct import (
    assessor_competent,
    deafblind_assessor,
    healthcare_referral_due,
    self_assessment_asked,
    self_assessment_informed,
    self_assessment_made,
)
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s9_assessment import (
    assessment_covers,
    everybody_involved,
    other_help_considered,
)
from swp_domain.law.care_act_2014.s10_carers import carers_assessment_covers
from swp_domain.law.care_act_2014.s11_refusal import (
    RefusalFacts,
    refusal_counts_for_capacity,
    refusal_counts_for_safety,
)
from swp_domain.law.care_act_2014.s67_advocacy import advocate_duty
from swp_domain.law.carers_act_1995 import CARERS_1995, COMMENCED
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.finding import Finding, Force
from swp_domain.law.local_targets.working_parameters import advocate, referral_onward, written_record
from swp_domain.law.ombudsman.assessment_times import carers_assessment, needs_assessment
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.owed import Ends, Opening, Openings, owed
from swp_domain.party import Whose
from swp_domain.proposal import Proposal
from swp_domain.referral.events import ReferralTriaged, UrgentSupportProvided
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


RECORD = Text("The record of an assessment", Force.RECORD, "our own")
_Decided = AssessmentCompleted | DutyEndedByRefusal | CarersAssessmentCompleted | CarersDutyEndedByRefusal


def _missing(finding: Finding, what: str) -> Finding:
    """The finding, contradicted where a limb is absent or not told: a completed record shows its content."""
    if finding.met:
        return finding
    letters = ", ".join(one.letter for one in finding.not_shown)
    return finding.contradicts(
        f"{what} does not show ({letters})", "Complete what is missing, or record who says it was covered"
    )


def _whose(file: CaseFile, assessment: str) -> Whose | None:
    """Whose assessment it is, as far as the file tells."""
    one = file.assessment.named(assessment)
    if file.referral.started_for_a_carer(assessment):
        return Whose.CARER
    return one.whose if one else None


@judges("REC-WHOSE", effect=REFUSE)
def an_assessment_is_of_one_person(file: CaseFile, asked: Proposal[_Decided], standing: Standing) -> Findings:
    """What is decided about the adult's assessment names theirs, and about a carer's, the carer's."""
    carers = isinstance(asked.event, CarersAssessmentCompleted | CarersDutyEndedByRefusal)
    said = Whose.CARER if carers else Whose.ADULT
    known = _whose(file, asked.event.assessment)
    if known is not None and known is not said:
        finding = cited(RECORD["whose it is"], on=asked.on, holds=False, says=f"it is the {said.value}'s assessment")
        yield finding.contradicts(
            f"assessment names that of the {known.value}", "Name the right one, or record the event meant for it"
        )


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
    if not asked.event.decision.outcome:
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
    if not asked.event.decision.outcome:
        return
    finding = refusal_counts_for_safety(asked.event.refusal, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("the refusal is taken to end the duty", "Assess as far as possible")
    )


@judges("CA-11-02", effect=FLAG, regime=Regime.CARE_ACT)
def a_refusal_is_what_the_file_says(
    file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing
) -> Findings:
    """A refusal that ends the duty was expressed, by an adult of whom no concern says that they are at risk."""
    one = file.assessment.named(asked.event.assessment)
    if not asked.event.decision.outcome:
        return
    if one is None or one.refused_on is None:
        finding = cited(RECORD["the refusal"], on=asked.on, holds=None, says="the adult's refusal is on the file")
        yield finding.contradicts("no refusal of this assessment is on the file")
    if file.safeguarding.suspected_at_risk:
        finding = refusal_counts_for_safety(RefusalFacts(at_risk_of_abuse_or_neglect=True), on=asked.on)
        yield finding.contradicts("a decision to enquire is on the file, which found cause to suspect that they are")


@judges("CA-12-01", effect=FLAG, regime=Regime.CARE_ACT)
def a_copy_is_of_something_finished(
    file: CaseFile, asked: Proposal[AssessmentCopyGiven], standing: Standing
) -> Findings:
    """What is given in writing is the record of an assessment that was completed."""
    one = file.assessment.named(asked.event.assessment)
    if one is None or one.completed_on is None:
        finding = cited(CARE_ACT["s 12(3)-(4)"], on=asked.on, holds=None, says="the assessment was completed by then")
        yield finding.contradicts("no completed assessment of that name is on the file on that day")


@judges("CA-12-01", effect=BREACH, regime=Regime.CARE_ACT)
def others_get_a_copy_only_if_asked(
    file: CaseFile, asked: Proposal[AssessmentCopyGiven], standing: Standing
) -> Findings:
    """A copy goes to a carer or to others only where the person asked for that."""
    asked_for = asked.event.asked_for
    if not asked.event.to_the_person and not asked_for:
        finding = cited(
            CARE_ACT["s 12(3)-(4)"],
            on=asked.on,
            holds=asked_for,
            says="the person asked for it to be given to them",
        )
        yield finding.contradicts("a copy went to somebody the person is not shown to have named")


@judges("CA-AR-02", effect=BREACH, regime=Regime.CARE_ACT)
def self_assessment_is_offered(file: CaseFile, asked: Proposal[AssessmentStarted], standing: Standing) -> Findings:
    """The person is asked whether they want a supported self-assessment."""
    finding = self_assessment_asked(asked.event.conduct, on=asked.on)
    yield (
        finding.contradicts("the person was not asked about a supported self-assessment")
        if finding.not_met
        else finding
    )


@judges("CA-AR-02", effect=BREACH, regime=Regime.CARE_ACT)
def a_self_assessment_that_was_wanted_is_made(
    file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing
) -> Findings:
    """Whoever wants a supported self-assessment and can take part in it gets one."""
    finding = self_assessment_made(asked.event.conduct, on=asked.on)
    if finding.not_met:
        yield finding.contradicts("conduct says that one was wanted and possible, and was not made")


@judges("CA-AR-02", effect=BREACH, regime=Regime.CARE_ACT)
def a_self_assessment_goes_on_what_is_held(
    file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing
) -> Findings:
    """Whoever makes a supported self-assessment is given the information that is held about them."""
    finding = self_assessment_informed(asked.event.conduct, on=asked.on)
    if finding.not_met:
        yield finding.contradicts("conduct says that the person assessed themselves, and was not given it")


@judges("CA-AR-05", effect=BREACH, regime=Regime.CARE_ACT)
def an_assessor_is_trained(file: CaseFile, asked: Proposal[AssessmentCompleted], standing: Standing) -> Findings:
    """Whoever assesses is trained and competent for it."""
    finding = assessor_competent(asked.event.conduct, on=asked.on)
    if finding.not_met:
        yield finding.contradicts("conduct.assessor_trained is no")


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
    if finding.met:
        yield finding
    elif finding.not_met:
        yield finding.contradicts("the advocate works for one of them", "Arrange somebody independent")
    else:
        yield finding.contradicts("works_for_council_or_delegate was not told", "Say for whom the advocate works")


RULES = (
    an_assessment_is_of_one_person,
    an_assessment_is_complete,
    those_concerned_are_involved,
    other_help_is_considered,
    a_carers_assessment_is_complete,
    a_carer_is_not_passed_over_again,
    a_refusal_needs_capacity,
    a_refusal_does_not_leave_somebody_at_risk,
    a_refusal_is_what_the_file_says,
    a_copy_is_of_something_finished,
    others_get_a_copy_only_if_asked,
    self_assessment_is_offered,
    a_self_assessment_that_was_wanted_is_made,
    a_self_assessment_goes_on_what_is_held,
    an_assessor_is_trained,
    a_deafblind_person_has_a_trained_assessor,
    an_advocate_comes_before_the_end,
    an_advocate_is_independent,
)


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
