"""What the law makes of triage. What urgent support leaves owed is the assessment stage's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s9_assessment import (
    Appearance,
    NoAssessmentReason,
    duty_to_assess,
    lawful_ground_for_not_assessing,
)
from swp_domain.law.community_care_act_1990.s47_assessment import CommunityCareFacts, duty_to_assess_for_services
from swp_domain.law.finding import Force
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.proposal import Proposal
from swp_domain.referral.events import ReferralTriaged
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a referral", Force.RECORD, "our own")


@judges("CA-09-01", effect=REFUSE, regime=Regime.CARE_ACT, theme="P01")
def triage_explains_no_assessment(file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing) -> Findings:
    """Ending a referral at triage says why it does not appear that the adult may have needs."""
    facts, outcome = asked.event.appearance, asked.event.decision.outcome
    appears = duty_to_assess(facts, on=asked.on)
    yield appears
    if not outcome.ends_here:
        return
    if appears.met and not (facts.reason and facts.reason.stands_with_needs):
        yield appears.contradicts(
            f"the referral is {outcome.value} although needs appear",
            "Start an assessment, or say that the adult declined or was already assessed",
        )
    elif facts.reason is None:
        ground = lawful_ground_for_not_assessing(facts, on=asked.on)
        yield ground.contradicts(
            "appearance.reason is missing", "Say why it does not appear that the adult may have needs"
        )


@judges("CA-09-01", effect=BREACH, regime=Regime.CARE_ACT, theme="P01")
def means_and_level_do_not_end_a_referral(
    file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing
) -> Findings:
    """The adult's means and the level of the needs are no reasons not to assess."""
    facts: Appearance = asked.event.appearance
    if facts.reason is None or not asked.event.decision.outcome.ends_here:
        return
    ground = lawful_ground_for_not_assessing(facts, on=asked.on)
    yield ground if ground.met else ground.contradicts(f"the reason given is the {facts.reason.value}")


@judges("REF-01", effect=REFUSE)
def an_assessment_started_by_triage_is_named(
    file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing
) -> Findings:
    """A triage outcome that starts an assessment names it, so that the duty can be followed."""
    if asked.event.decision.outcome.names_an_assessment and not asked.event.assessment:
        finding = cited(
            RECORD["what triage starts"], on=asked.on, holds=False, says="the assessment it starts is named"
        )
        yield finding.contradicts("assessment is missing", "Give the assessment an identifier")


@judges("CC-47-03", effect=REFUSE, regime=Regime.COMMUNITY_CARE, theme="P01")
def the_old_law_assesses_apparent_need(
    file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing
) -> Findings:
    """Before the Care Act, too, somebody who appeared to need services was assessed."""
    facts = CommunityCareFacts(may_need_services=asked.event.appearance.appears_to_have_needs)
    finding = duty_to_assess_for_services(facts, on=asked.on)
    outcome = asked.event.decision.outcome
    reason = asked.event.appearance.reason
    if finding.met and outcome.ends_here and not (reason and reason.stands_with_needs):
        yield finding.contradicts(f"the referral is {outcome.value}", "Start an assessment")
    else:
        yield finding


@judges("CA-09-01", effect=FLAG, regime=Regime.CARE_ACT)
def triage_leaves_nobody_unassessed(file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing) -> Findings:
    """Triage that goes another way still starts the assessment of an adult who appears to have needs."""
    outcome, appears = asked.event.decision.outcome, duty_to_assess(asked.event.appearance, on=asked.on)
    if appears.met and not outcome.ends_here and not outcome.owes_an_assessment:
        yield appears.contradicts(f"the referral is {outcome.value}, which starts no assessment of the adult")


@judges("CA-11-01", effect=FLAG, regime=Regime.CARE_ACT)
def what_triage_says_of_the_past_is_on_the_file(
    file: CaseFile, asked: Proposal[ReferralTriaged], standing: Standing
) -> Findings:
    """That the adult declined, or was assessed, is on the file of whoever ends a referral for it."""
    reason = asked.event.appearance.reason
    assessments = [one for one in file.assessment.assessments.values() if not one.of_a_carer]
    if not asked.event.decision.outcome.ends_here:
        return
    if reason is NoAssessmentReason.DECLINED and not any(one.ended_by_refusal_on for one in assessments):
        finding = cited(CARE_ACT["s 11(2)"], on=asked.on, holds=None, says="the adult can refuse, and is not at risk")
        yield finding.contradicts("no decision that a refusal ends the duty is on the file")
    if reason is NoAssessmentReason.ALREADY and not assessments:
        finding = cited(RECORD["what went before"], on=asked.on, holds=None, says="an assessment is on the file")
        yield finding.contradicts("no assessment of the adult is on the file")


RULES = (
    triage_leaves_nobody_unassessed,
    what_triage_says_of_the_past_is_on_the_file,
    triage_explains_no_assessment,
    means_and_level_do_not_end_a_referral,
    an_assessment_started_by_triage_is_named,
    the_old_law_assesses_apparent_need,
)
