"""What the law makes of the decision support tool, and of the NHS body's decision on eligibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.continuing_healthcare.events import (
    DecisionToolCompleted,
    FastTrackReceived,
    HealthcareDecisionTold,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
)
from swp_domain.continuing_healthcare.screening_rules import where_not_met
from swp_domain.continuing_healthcare.team import composition
from swp_domain.continuing_healthcare.vocabulary import HealthcareOutcome
from swp_domain.law.dates import spoken
from swp_domain.law.healthcare_framework.checklist import Domain
from swp_domain.law.healthcare_framework.clocks import decision as time_to_decide
from swp_domain.law.healthcare_framework.deciding import (
    DelayFacts,
    DepartureFacts,
    delay_explained,
    recommendation_followed,
)
from swp_domain.law.healthcare_framework.decision_tool import (
    LEVELS,
    levels_offered,
    levels_offered_2012,
    levels_point_to_eligibility,
)
from swp_domain.law.rule import law_on
from swp_domain.law.standing_rules_2012.reg21_fast_track import FastTrackAnswer, eligible_on_receipt, fast_track_counts
from swp_domain.law.standing_rules_2012.reg21_primary_health_need import (
    OutcomeFacts,
    eligible_with_a_primary_health_need,
    primary_health_need,
)
from swp_domain.law.standing_rules_2012.reg21_team import ToolFacts, decided_on_the_tool, lawful_team
from swp_domain.law.standing_rules_2012.reg21_telling import TellingFacts, told_in_full
from swp_domain.law.standing_rules_2012.reg22_council import ConsultationFacts, council_consulted
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

# The team and its tool


@judges("CHC-03", effect=BREACH, theme="P23")
def the_team_is_of_two_disciplines(
    file: CaseFile, asked: Proposal[DecisionToolCompleted], standing: Standing
) -> Findings:
    """The tool is completed by two healthcare professions, or one and somebody who assesses needs for care."""
    if lawful_team.in_force(asked.on):
        finding = lawful_team(composition(asked.event.team), on=asked.on)
        yield where_not_met(finding, "team is not so composed", "Complete the tool with a team that is")


@judges("CHC-21", effect=FLAG)
def needs_are_put_at_levels_of_the_tool(
    file: CaseFile, asked: Proposal[DecisionToolCompleted], standing: Standing
) -> Findings:
    """Every domain of the tool has a level, and one that the tool has for it."""
    levels = asked.event.levels
    told = levels.told()
    if not told or not levels_offered_2012.in_force_from(asked.on):
        return
    finding = law_on(asked.on, levels_offered, levels_offered_2012)(levels, on=asked.on)
    wrong = [domain.value for domain, level in told.items() if level not in LEVELS[domain]]
    left = [domain.value for domain in Domain if domain not in told]
    if finding.not_met:
        yield finding.contradicts(f"the tool has no such level for {', '.join(wrong)}")
    else:
        yield finding.contradicts(f"no level is told for {', '.join(left)}") if left else finding


@judges("CHC-22", effect=FLAG)
def a_recommendation_is_looked_at_beside_its_levels(
    file: CaseFile, asked: Proposal[DecisionToolCompleted], standing: Standing
) -> Findings:
    """Levels are evidence and no answer; a no beside levels that point to a yes, or a primary need, is looked at."""
    event = asked.event
    if not primary_health_need.in_force(asked.on):
        return
    against = event.recommends is HealthcareOutcome.NOT_ELIGIBLE
    if event.levels.told():
        points = levels_point_to_eligibility(event.levels, on=asked.on)
        says = "recommends is not eligible; the levels do not decide, and a person should look"
        yield points.contradicts(says) if points.met and against else points
    need = primary_health_need(event.need, on=asked.on)
    yield need.contradicts("recommends is not eligible") if need.met and against else need


# The decision


@judges("CHC-03", effect=BREACH, theme="P23")
def eligibility_is_decided_on_the_tool(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided], standing: Standing
) -> Findings:
    """Eligibility is decided on a tool completed from an up-to-date assessment, save on the fast track."""
    one = file.continuing_healthcare.named(asked.event.consideration)
    if one.fast_track_on or one.fast_track or not decided_on_the_tool.in_force(asked.on):
        return
    facts = ToolFacts(
        assessment_up_to_date=one.tool.assessment_up_to_date if one.tool else None,
        tool_completed=True if one.tool else asked.event.tool_used,
    )
    yield where_not_met(decided_on_the_tool(facts, on=asked.on), "eligibility is decided all the same")


@judges("CHC-03", effect=BREACH, theme="P23")
def a_primary_health_need_makes_eligible(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided], standing: Standing
) -> Findings:
    """Somebody who has a primary health need is eligible."""
    if not eligible_with_a_primary_health_need.in_force(asked.on):
        return
    eligible = asked.event.decision.outcome.is_eligible
    facts = OutcomeFacts(primary_health_need=asked.event.primary_health_need, eligible=eligible)
    finding = eligible_with_a_primary_health_need(facts, on=asked.on)
    yield where_not_met(finding, "primary_health_need is yes, and decision.outcome is not eligible")


@judges("CHC-02", effect=BREACH)
def the_recommendation_is_followed(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided], standing: Standing
) -> Findings:
    """The NHS body follows what the team recommends, save for exceptional reasons that are recorded."""
    tool = file.continuing_healthcare.named(asked.event.consideration).tool
    recommended = tool.recommends.is_eligible if tool and tool.recommends else None
    decided = asked.event.decision.outcome.is_eligible
    if recommended is None or decided is None or not recommendation_followed.in_force(asked.on):
        return
    facts = DepartureFacts(
        as_recommended=recommended is decided,
        exceptional_reasons=asked.event.exceptional_reasons,
    )
    finding = recommendation_followed(facts, on=asked.on)
    says = "decision.outcome is not what was recommended"
    yield finding if finding.met else finding.contradicts(says, "Ask for the reasons, and record them")


@judges("CHC-23", effect=FLAG)
def a_late_decision_says_why(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided], standing: Standing
) -> Findings:
    """Where eligibility is decided after the time for it, the reason for the delay is recorded.

    What was decided before, and is decided again, is not late by the first notification.
    """
    one = file.continuing_healthcare.named(asked.event.consideration)
    received = one.received_on
    if received is None or one.decided_on is not None or not time_to_decide.in_force(received):
        return
    last = time_to_decide.last_day(received)
    facts = DelayFacts(in_time=asked.occurred.earliest <= last, reason_recorded=asked.event.delay is not None)
    finding = delay_explained(facts, on=asked.on)
    yield where_not_met(finding, f"the time ended on {spoken(last)}, and delay says nothing", "Record the reason")


@judges("CHC-08", effect=BREACH)
def the_council_is_consulted(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided | HealthcareFundingEnded], standing: Standing
) -> Findings:
    """The council is consulted before eligibility is decided or funding ends, so far as that is practicable."""
    one = file.continuing_healthcare.named(asked.event.consideration)
    # Whoever is on the fast track is found eligible on receipt (reg 21(8)-(9)): there is no time to consult in.
    first = one.fast_track_on is not None and one.first_decided_on is None
    on_receipt = first and asked.event.decision.outcome.is_eligible
    if council_consulted.in_force(asked.on) and not on_receipt:
        facts = ConsultationFacts(council_consulted=asked.event.council_consulted)
        yield where_not_met(council_consulted(facts, on=asked.on), "council_consulted is no")


@judges("CHC-05", effect=BREACH)
def the_decision_is_told_in_full(
    file: CaseFile, asked: Proposal[HealthcareDecisionTold], standing: Standing
) -> Findings:
    """The decision is told in writing, with reasons, and to whoever is not eligible how to ask for a review."""
    if not told_in_full.in_force(asked.on):
        return
    event = asked.event
    outcome = file.continuing_healthcare.named(event.consideration).outcome
    facts = TellingFacts(
        in_writing=event.in_writing,
        reasons_given=event.reasons_given,
        eligible=outcome.is_eligible if outcome else None,
        review_route_told=event.review_route_told,
    )
    yield where_not_met(told_in_full(facts, on=asked.on), "the letter leaves that out", "Write again")


# Fast track


@judges("CHC-04", effect=FLAG)
def a_fast_track_tool_counts(file: CaseFile, asked: Proposal[FastTrackReceived], standing: Standing) -> Findings:
    """A fast track tool is completed by a nurse or doctor who treats the person, and says that they may be dying."""
    tool = file.continuing_healthcare.named(asked.event.consideration).fast_track
    if tool is not None and fast_track_counts.in_force(asked.on):
        yield where_not_met(fast_track_counts(tool.facts, on=asked.on), "the tool that was completed does not show it")


@judges("CHC-04", effect=BREACH, theme="P23")
def a_fast_track_tool_makes_eligible(
    file: CaseFile, asked: Proposal[HealthcareEligibilityDecided], standing: Standing
) -> Findings:
    """Whoever has a fast track tool that counts is found eligible when it is received."""
    one = file.continuing_healthcare.named(asked.event.consideration)
    if one.fast_track_on is None or one.fast_track is None or not eligible_on_receipt.in_force(asked.on):
        return
    counts = fast_track_counts(one.fast_track.facts, on=asked.on)
    facts = FastTrackAnswer(
        tool_counts=True if counts.met else False if counts.not_met else None,
        eligible=asked.event.decision.outcome.is_eligible,
    )
    yield where_not_met(eligible_on_receipt(facts, on=asked.on), "decision.outcome is not eligible")


ELIGIBILITY: tuple[Judge, ...] = (
    the_team_is_of_two_disciplines,
    needs_are_put_at_levels_of_the_tool,
    a_recommendation_is_looked_at_beside_its_levels,
    eligibility_is_decided_on_the_tool,
    a_primary_health_need_makes_eligible,
    the_recommendation_is_followed,
    a_late_decision_says_why,
    the_council_is_consulted,
    the_decision_is_told_in_full,
    a_fast_track_tool_counts,
    a_fast_track_tool_makes_eligible,
)
