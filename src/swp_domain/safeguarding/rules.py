"""What the law makes of a decision on a concern. Section 42 binds by calendar, whatever the person's regime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.duty import Opening, owed
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty, enquiry_reaches_them
from swp_domain.law.local_targets.safeguarding_decision import enquiry_decision
from swp_domain.law.no_secrets_2000 import NO_SECRETS
from swp_domain.law.no_secrets_2000.vulnerable_adult import vulnerable_adult
from swp_domain.law.rule import cited, law_on
from swp_domain.proposal import Proposal
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("SG-42-01", effect=REFUSE, theme="P18")
def a_duty_is_not_declined(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """Once section 42(1) is met, deciding not to enquire is not open."""
    if not enquiry_duty.in_force(asked.on):
        return
    duty = enquiry_duty(asked.event.suspected, on=asked.on)
    yield duty
    outcome = asked.event.decision.outcome
    in_prison = asked.event.suspected.in_prison
    if duty.met and outcome is not EnquiryOutcome.ENQUIRE and not in_prison:
        remedy = "Decide to enquire, or record which limb is not shown"
        yield duty.contradicts(f"the decision is {outcome.value}", remedy)
    elif duty.not_met and outcome is EnquiryOutcome.ENQUIRE:
        yield duty.contradicts(f"the decision is to {outcome.value}", "Make another kind of enquiry")


@judges("SG-42-03", effect=BREACH, theme="P18")
def some_grounds_are_none(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """Want of consent, capacity, eligibility or residence is no reason not to enquire."""
    grounds = asked.event.grounds
    if not enquiry_duty.in_force(asked.on) or asked.event.decision.outcome is EnquiryOutcome.ENQUIRE:
        return
    if grounds and all(ground.is_no_ground for ground in grounds):
        if enquiry_duty(asked.event.suspected, on=asked.on).not_met:
            return
        says = "a ground is given that section 42 knows"
        finding = cited(CARE_ACT["s 42(1)"], on=asked.on, holds=False, says=says)
        yield finding.contradicts(f"the only grounds given are {', '.join(ground.value for ground in grounds)}")


@judges("SG-42-04", effect=REFUSE)
def prison_has_its_own_arrangements(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """Section 42 does not reach an adult in prison or in approved premises."""
    if asked.event.decision.outcome is EnquiryOutcome.ENQUIRE and enquiry_reaches_them.in_force(asked.on):
        finding = enquiry_reaches_them(asked.event.suspected, on=asked.on)
        if finding.not_met:
            yield finding.contradicts("the decision is to make a section 42 enquiry", "Make another kind of enquiry")


@judges("SG-42-07", effect=FLAG, theme="P18")
def a_decision_shows_each_limb(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """A decision says of each limb whether there is reasonable cause to suspect it."""
    if enquiry_duty.in_force(asked.on):
        duty = enquiry_duty(asked.event.suspected, on=asked.on)
        if not duty.met and not duty.not_met:
            yield duty.contradicts("the decision was taken without an answer to every limb")


@judges("SG-OLD-01", effect=FLAG, theme="P18")
def a_vulnerable_adult_was_protected(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """Before April 2015, guidance asked for a response to the abuse of a vulnerable adult."""
    law = law_on(asked.on, vulnerable_adult, enquiry_duty)
    if law is vulnerable_adult:
        finding = law(asked.event.suspected, on=asked.on)
        declined = asked.event.decision.outcome is EnquiryOutcome.NO_ENQUIRY
        yield finding.contradicts("the decision is no enquiry") if finding.met and declined else finding


@judges("SG-42-08", effect=REFUSE, theme="P18")
def section_42_begins_with_the_care_act(
    file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing
) -> Findings:
    """Nobody decides on an enquiry under section 42 before there was one: adult protection had other words."""
    if asked.event.decision.outcome is EnquiryOutcome.ENQUIRE and not enquiry_duty.in_force(asked.on):
        finding = cited(CARE_ACT["s 42"], on=asked.on, holds=False, says="section 42 is in force")
        yield finding.contradicts(
            "the decision is to make a section 42 enquiry", "Make another enquiry, as guidance asked"
        )


RULES = (
    section_42_begins_with_the_care_act,
    a_duty_is_not_declined,
    some_grounds_are_none,
    prison_has_its_own_arrangements,
    a_decision_shows_each_limb,
    a_vulnerable_adult_was_protected,
)


DUTIES = (
    owed(
        "decide on the concern",
        rule="SG-CLK-01",
        provision=CARE_ACT["s 42(1)-(2)"],
        subject="concern",
        opened_by={ConcernReceived: Opening(enquiry_decision)},
        discharged_by=(EnquiryDecided,),
        commenced="2015-04-01",
        theme="P18",
        survives_death=True,
    ),
    owed(
        "decide on the concern",
        rule="SG-OLD-01",
        provision=NO_SECRETS["part 5"].from_memory(),
        subject="concern",
        opened_by={ConcernReceived: Opening(enquiry_decision)},
        discharged_by=(EnquiryDecided,),
        commenced="2010-01-01",
        ceased="2015-03-31",
        theme="P18",
        survives_death=True,
    ),
)
