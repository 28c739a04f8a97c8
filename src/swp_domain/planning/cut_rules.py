"""What the law makes of support that is taken away: decided on, told before, needs met after, not by policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s27_revision import (
    CutFacts,
    cut_is_decided,
    cut_is_told_before,
    needs_are_met_after,
)
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.rule import Regime, cited
from swp_domain.law.transitional_order_2015.art2_review import OldSupport, support_stands_until_reviewed
from swp_domain.planning.cuts import Less, decision_behind, is_a_cut, taken_away_by_council
from swp_domain.planning.events import ChangeDecided, NotMeetingNeedsDecided, ServiceEnded
from swp_domain.planning.vocabulary import ChangeGround, NotMeetingGround
from swp_domain.proposal import Conduct, Proposal
from swp_domain.stage import BREACH, FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def support_does_not_stop_by_itself(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """What the council ends, pauses or makes less of is decided before, or a plan was made that says so."""
    service = file.planning.services.get(asked.event.service)
    if not taken_away_by_council(asked, service, standing):
        return
    began = service.started_on if service else None
    planned = began is not None and any(
        plan.agreed_on is not None and began < plan.agreed_on <= asked.on for plan in file.planning.plans.values()
    )
    decided = planned or decision_behind(file, asked) is not None
    finding = cut_is_decided(CutFacts(decided_before=decided), on=asked.on)
    says = "the council takes it away, and no decision to do so, and no plan since it began, is on the file before"
    yield finding if decided else finding.contradicts(says, "Review the plan, and decide, before anything changes")


@judges("REG-02", effect=BREACH)
def old_support_goes_on_until_it_is_reviewed(
    file: CaseFile, asked: Proposal[ServiceEnded], standing: Standing
) -> Findings:
    """From April 2016 the council ends no support from before the Care Act without the review that is owed."""
    service = file.planning.services.get(asked.event.service)
    if not file.supported_before_care_act or not support_stands_until_reviewed.in_force(asked.on):
        return
    if not taken_away_by_council(asked, service, standing):
        return
    reviewed = file.case.transition_review_on is not None
    finding = support_stands_until_reviewed(OldSupport(reviewed=reviewed), on=asked.on)
    says = "the council ends it, and the review of the case from before the Care Act is not completed"
    yield finding if reviewed else finding.contradicts(says, "Complete the review, and decide on what it finds")


@judges("CA-27-10", effect=BREACH, regime=Regime.CARE_ACT)
def what_remains_meets_the_needs(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Whoever takes support away shows how each need that it met is met from then on."""
    event = asked.event
    if not is_a_cut(file, event):
        return
    finding = needs_are_met_after(CutFacts(needs_now_met=event.needs_now_met), on=asked.on)
    if finding.not_met or (asked.conduct is Conduct.DECIDING and not finding.met):
        yield finding.contradicts("needs_now_met is not yes", "Show how each need is met after the change")
    else:
        yield finding


@judges("CA-27-11", effect=FLAG, regime=Regime.CARE_ACT, theme="P05")
def nobody_is_surprised_by_a_cut(file: CaseFile, asked: Proposal[Less], standing: Standing) -> Findings:
    """The person is told of a cut before it takes effect, and it takes effect no sooner than they were told."""
    service = file.planning.services.get(asked.event.service)
    change = decision_behind(file, asked) if taken_away_by_council(asked, service, standing) else None
    if change is None:
        return  # That it was decided at all is asked elsewhere.
    told = change.told_on is not None and change.told_on < asked.on
    sooner = change.takes_effect_on is not None and asked.on < change.takes_effect_on
    finding = cut_is_told_before(CutFacts(told_before=told and not sooner), on=asked.on)
    says = "it takes effect before the day that was told" if told and sooner else "no notice is on the file before it"
    yield finding if finding.met else finding.contradicts(says, "Give notice before anything changes")


@judges("CA-18-02", effect=FLAG, regime=Regime.CARE_ACT, theme="P06")
def a_policy_does_not_decide(
    file: CaseFile, asked: Proposal[ChangeDecided | NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """A policy, cap, matrix or priority is no reason by itself: what the person needs decides."""
    event = asked.event
    ground = event.ground if isinstance(event, ChangeDecided) else event.decision.outcome
    by_policy = ground in (ChangeGround.POLICY, NotMeetingGround.POLICY)
    says = "what the person needs decides, and not a policy alone"
    finding = cited(CARE_ACT["s 18(1)"], on=asked.on, holds=None if by_policy else True, says=says)
    yield finding.contradicts("the ground is a policy", "Say what the person needs") if by_policy else finding


@judges("CC-47-04", effect=FLAG, regime=Regime.COMMUNITY_CARE, theme="P06")
def a_policy_did_not_decide(file: CaseFile, asked: Proposal[ChangeDecided], standing: Standing) -> Findings:
    """Before the Care Act, too, what was provided was decided on what the assessment had found."""
    by_policy = asked.event.ground is ChangeGround.POLICY
    says = "what the assessment found decides, and not a policy alone"
    finding = cited(COMMUNITY_CARE["s 47(1)(b)"], on=asked.on, holds=None if by_policy else True, says=says)
    yield finding.contradicts("the ground is a policy", "Say what the person needs") if by_policy else finding
