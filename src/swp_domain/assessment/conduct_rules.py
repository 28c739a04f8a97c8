"""How an assessment is made: by whom, with whose help, and who is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentStarted,
    CarersAssessmentCompleted,
)
from swp_domain.law.advocacy_regulations_2014.reg2_independence import AdvocateFacts, advocate_independent
from swp_domain.law.assessment_regulations_2014.conduct import (
    assessor_competent,
    deafblind_assessor,
    self_assessment_asked,
    self_assessment_informed,
    self_assessment_made,
)
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s67_advocacy import advocate_duty
from swp_domain.law.rule import Regime, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


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


CONDUCT_RULES = (
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
