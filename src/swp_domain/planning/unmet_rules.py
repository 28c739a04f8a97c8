"""What the law makes of needs that are not met: declined, without reasons or advice, or left when a service ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s24_not_meeting import (
    UnmetNeed,
    advice_where_not_met,
    may_be_left_unmet,
    reasons_for_not_meeting,
)
from swp_domain.law.rule import Regime, cited
from swp_domain.planning.events import NotMeetingNeedsDecided, ServiceEnded
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("CA-18-01", effect=BREACH, regime=Regime.CARE_ACT)
def an_eligible_need_is_not_declined(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """An eligible need is left unmet only on a ground that the Act gives."""
    event = asked.event
    facts = UnmetNeed(eligible=_eligible(file, event), ground=event.decision.outcome)
    finding = may_be_left_unmet(facts, on=asked.on)
    says = f"the need is eligible, and the ground is: {event.decision.outcome.value}"
    yield finding.contradicts(says, "Meet it, or record the ground in the Act") if finding.not_met else finding


@judges("CA-24-02", effect=REFUSE, regime=Regime.CARE_ACT)
def not_meeting_needs_has_reasons(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """A decision not to meet needs is recorded with its reasons."""
    told = asked.event.decision.reasons is not None
    finding = reasons_for_not_meeting(UnmetNeed(reasons_recorded=told or None), on=asked.on)
    yield finding if told else finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CA-24-02", effect=BREACH, regime=Regime.CARE_ACT)
def not_meeting_needs_comes_with_advice(
    file: CaseFile, asked: Proposal[NotMeetingNeedsDecided], standing: Standing
) -> Findings:
    """Whoever's needs are not met gets advice and information."""
    finding = advice_where_not_met(UnmetNeed(advice_given=asked.event.advice_given), on=asked.on)
    yield finding.contradicts("advice_given is no") if finding.not_met else finding


@judges("CA-18-03", effect=FLAG, regime=Regime.CARE_ACT)
def a_need_outlives_the_service(file: CaseFile, asked: Proposal[ServiceEnded], standing: Standing) -> Findings:
    """A service that its provider ends, or nobody says why, leaves a need that somebody must meet from that day."""
    service = file.planning.services.get(asked.event.service)
    if service is None or not service.commissioned or not asked.event.why.leaves_need_unmet:
        return
    needs = service.terms.needs if service.terms else ()
    others = [one for one in file.planning.active_on(asked.on) if one.is_of.commissioned]
    met = {need for one in others if one.service != asked.event.service for need in one.terms.needs}
    left = [need for need in needs if need not in met]
    finding = cited(
        CARE_ACT["s 18(1)"], on=asked.on, holds=not left, says="another service meets each need that it met"
    )
    yield finding.contradicts("no other service on the file meets what it met") if left else finding


def _eligible(file: CaseFile, event: NotMeetingNeedsDecided) -> bool | None:
    """Whether the needs are eligible: as told, else as the plans have them, else as they were determined."""
    if event.eligible is not None:
        return event.eligible
    planned = {one.need: one.eligible for plan in file.planning.plans.values() for one in plan.needs}
    told = [planned.get(need) for need in event.needs]
    if event.needs and any(told):
        return True
    if event.needs:
        return False if all(one is False for one in told) else None
    determination = file.eligibility.determinations.get(event.determination)
    return None if determination is None else determination.outcome.is_eligible
