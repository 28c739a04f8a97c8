"""What the law makes of growing into adult care, and what it owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.care_act_2014.s58_transition import (
    DUTY_TO,
    ServicesAfter18Facts,
    TransitionFacts,
    last_day_of_childhood,
    on_the_eighteenth_birthday,
    services_may_end,
)
from swp_domain.law.local_targets.transition import AHEAD_OF_EIGHTEEN, ahead_of_eighteen, request_answered
from swp_domain.law.ombudsman.assessment_times import needs_assessment
from swp_domain.law.rule import cited
from swp_domain.owed import Opening, Owed, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, Judge, judges
from swp_domain.transition.events import (
    AdultConclusionReached,
    AdulthoodReached,
    ChildrensServicesEnded,
    FundingDecided,
    TransitionAssessmentCompleted,
    TransitionAssessmentRequested,
    TransitionExpected,
    TransitionRequestDecided,
    TreatedAsNeedsAssessment,
)
from swp_domain.transition.state import OneTransition
from swp_domain.transition.vocabulary import RequestOutcome

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("CA-58-02", effect=REFUSE)
def a_duty_to_assess_before_eighteen_is_not_declined(
    file: CaseFile, asked: Proposal[TransitionRequestDecided], standing: Standing
) -> Findings:
    """Somebody likely to have needs after eighteen, to whom it is of significant benefit, is assessed."""
    event, duty = asked.event, DUTY_TO[asked.event.who]
    if not duty.in_force(asked.on):
        return
    finding = duty(event.facts, on=asked.on)
    if finding.met and event.decision.outcome is RequestOutcome.DECLINED:
        yield finding.contradicts("the request is declined", "Assess, or record which of these does not hold")
    else:
        yield finding


@judges("CA-58-03", effect=REFUSE)
def declining_has_written_reasons(
    file: CaseFile, asked: Proposal[TransitionRequestDecided], standing: Standing
) -> Findings:
    """Whoever asked for a transition assessment that is declined gets the reasons in writing."""
    decision = asked.event.decision
    if decision.outcome is not RequestOutcome.DECLINED or not on_the_eighteenth_birthday.in_force(asked.on):
        return
    provision = CARE_ACT["ss 58(5), 60(6), 63(5)"]
    finding = cited(provision, on=asked.on, holds=bool(decision.reasons), says="the reasons are given in writing")
    yield finding if finding.met else finding.contradicts("decision.reasons is missing", "Write down the reasons")


@judges("CA-58-04", effect=BREACH)
def declining_comes_with_advice(
    file: CaseFile, asked: Proposal[TransitionRequestDecided], standing: Standing
) -> Findings:
    """Whoever asked for a transition assessment that is declined gets advice on preventing and delaying needs."""
    event = asked.event
    if event.decision.outcome is not RequestOutcome.DECLINED or not on_the_eighteenth_birthday.in_force(asked.on):
        return
    provision = CARE_ACT["ss 58(5), 60(6), 63(5)"]
    finding = cited(provision, on=asked.on, holds=event.advice_given, says="advice and information are given")
    yield finding.contradicts("advice_given is no") if finding.not_met else finding


@judges("CA-59-01", effect=BREACH)
def a_transition_assessment_gives_advice(
    file: CaseFile, asked: Proposal[TransitionAssessmentCompleted], standing: Standing
) -> Findings:
    """A transition assessment tells which needs are likely to be eligible, and advises on them."""
    if not on_the_eighteenth_birthday.in_force(asked.on):
        return
    given = asked.event.advice_given
    finding = cited(CARE_ACT["s 59(4)"], on=asked.on, holds=given, says="advice and information are given")
    yield finding.contradicts("advice_given is no") if finding.not_met else finding


@judges("CA-66-01", effect=BREACH, theme="P24")
def services_go_on_until_adult_services_decide(
    file: CaseFile, asked: Proposal[ChildrensServicesEnded], standing: Standing
) -> Findings:
    """Services for a child do not end at eighteen before adult services have come to a conclusion."""
    one = file.transition.transitions.get(asked.event.transition, OneTransition())
    if not one.grown(asked.on) or not services_may_end.in_force(asked.on):
        return
    asked_for = bool(one.requested_on or one.assessed_on) and one.declined_on is None
    limbs = DUTY_TO[one.who].test(one.facts) if one.who and one.facts else ()
    duty = bool(limbs) and all(limb.shown for limb in limbs)
    facts = ServicesAfter18Facts(
        owed_an_assessment=asked_for or duty or None, adult_conclusion=one.concluded_on is not None
    )
    finding = services_may_end(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("they end, and no conclusion is on the file")


@judges("CA-58-05", effect=FLAG, theme="P24")
def funding_follows_an_assessment(file: CaseFile, asked: Proposal[FundingDecided], standing: Standing) -> Findings:
    """What is paid for after eighteen is decided on needs that were assessed."""
    one = file.transition.transitions.get(asked.event.transition, OneTransition())
    if not on_the_eighteenth_birthday.in_force(asked.on):
        return
    adult = any(each.completed_on and not each.of_a_carer for each in file.assessment.assessments.values())
    assessed = one.assessed_on is not None or adult
    finding = cited(CARE_ACT["ss 24-26"], on=asked.on, holds=assessed, says="the needs were assessed before")
    yield finding if assessed else finding.contradicts("funding is decided and no assessment is on the file")


RULES: tuple[Judge, ...] = (
    a_duty_to_assess_before_eighteen_is_not_declined,
    declining_has_written_reasons,
    declining_comes_with_advice,
    a_transition_assessment_gives_advice,
    services_go_on_until_adult_services_decide,
    funding_follows_an_assessment,
)


def _owed(event: TransitionExpected | TransitionRequestDecided) -> bool:
    return all(one.shown for one in DUTY_TO[event.who].test(event.facts))


def _likely(event: TransitionExpected) -> bool | None:
    facts: TransitionFacts = event.facts
    return facts.likely_needs_after_18 and facts.significant_benefit is not False


def _declined(event: TransitionRequestDecided) -> bool:
    return event.decision.outcome is RequestOutcome.DECLINED


def _found_not_owed(event: TransitionRequestDecided) -> bool:
    """Declined because something of the test was concluded not to hold: no need, no benefit, or no consent."""
    return _declined(event) and any(one.shown is False for one in DUTY_TO[event.who].test(event.facts))


DUTIES: tuple[Owed, ...] = (
    owed(
        "assess before eighteen",
        rule="CA-58-02",
        provision=CARE_ACT["ss 58(1), 60(1), 63(1)"],
        to="the young person or carer",
        subject="transition",
        opened_by={
            TransitionExpected: Opening(lambda event: last_day_of_childhood(event.birthday), when=_owed),
            TransitionRequestDecided: Opening(when=_owed),
        },
        discharged_by=(TransitionAssessmentCompleted,),
        # Nobody is assessed as a child once adult services have assessed, and concluded.
        ended_by={TransitionRequestDecided: _found_not_owed, AdultConclusionReached: None},
        commenced=COMMENCED,
        theme="P24",
    ),
    owed(
        "assess in time to plan for adult life",
        rule="CA-58-06",
        provision=AHEAD_OF_EIGHTEEN,
        to="the young person or carer",
        subject="transition",
        opened_by={TransitionExpected: Opening(lambda event: ahead_of_eighteen(event.birthday), when=_likely)},
        discharged_by=(TransitionAssessmentCompleted,),
        ended_by={TransitionRequestDecided: _declined, AdulthoodReached: None},
        commenced=COMMENCED,
        theme="P24",
    ),
    owed(
        "decide on a transition request",
        rule="CA-58-07",
        provision=CARE_ACT["ss 58(5), 60(6), 63(5)"],
        to="whoever asked",
        subject="transition",
        opened_by={TransitionAssessmentRequested: Opening(request_answered)},
        discharged_by=(TransitionRequestDecided, TransitionAssessmentCompleted),
        ended_by={AdulthoodReached: None, AdultConclusionReached: None},
        commenced=COMMENCED,
    ),
    owed(
        "decide what a transition assessment is at eighteen",
        rule="CA-58-01",
        provision=CARE_ACT["s 59(6)"],
        to="the young person or carer",
        subject="transition",
        opened_by={
            TransitionAssessmentCompleted: Opening(lambda event: event.birthday),
            AdulthoodReached: Opening(on_the_eighteenth_birthday, when=lambda event: event.assessed),
        },
        discharged_by=(TreatedAsNeedsAssessment,),
        ended_by={AdultConclusionReached: None},
        commenced=COMMENCED,
        theme="P24",
    ),
    owed(
        "assess anew at eighteen, and conclude",
        rule="CA-59-02",
        provision=CARE_ACT["s 66"],
        subject="transition",
        opened_by={TreatedAsNeedsAssessment: Opening(needs_assessment, when=lambda event: not event.decision.outcome)},
        discharged_by=(AdultConclusionReached,),
        commenced=COMMENCED,
        theme="P24",
    ),
)
