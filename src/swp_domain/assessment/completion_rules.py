"""What an assessment must cover, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import (
    AssessmentCompleted,
    CarerIdentified,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    DutyEndedByRefusal,
)
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s9_assessment import (
    assessment_covers,
    everybody_involved,
    other_help_considered,
)
from swp_domain.law.care_act_2014.s10_carers import carers_assessment_covers
from swp_domain.law.finding import Finding, Force
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.party import Whose
from swp_domain.proposal import Proposal
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


COMPLETION_RULES = (
    an_assessment_is_of_one_person,
    an_assessment_is_complete,
    those_concerned_are_involved,
    other_help_is_considered,
    a_carers_assessment_is_complete,
    a_carer_is_not_passed_over_again,
)
