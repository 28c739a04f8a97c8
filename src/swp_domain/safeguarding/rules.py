"""What the law makes of a decision on a concern. Section 42 binds by calendar, whatever the person's regime.

What is asked of concerns together is in ``concern_rules``, of enquiries in ``enquiry_rules``, what is owed in
``duties`` and ``enquiry_duties``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.case.events import PersonDied
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts, refusal_counts_for_safety
from swp_domain.law.care_act_2014.s42_enquiry import (
    SafeguardingFacts,
    enquiry_duty,
    enquiry_reaches_them,
    in_the_area,
)
from swp_domain.law.care_act_2014.s44_review import review_must_be_arranged
from swp_domain.law.no_secrets_2000.vulnerable_adult import vulnerable_adult
from swp_domain.law.rule import cited, law_on
from swp_domain.proposal import Proposal
from swp_domain.safeguarding import concern_rules, duties, enquiry_rules, review_rules
from swp_domain.safeguarding.events import EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome, NoEnquiryGround
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
    if duty.met and outcome is not EnquiryOutcome.ENQUIRE and not _elsewhere(asked.event.suspected):
        remedy = "Decide to enquire, or record which limb is not shown"
        yield duty.contradicts(f"the decision is {outcome.value}", remedy)
    elif duty.not_met and outcome is EnquiryOutcome.ENQUIRE:
        yield duty.contradicts(f"the decision is to {outcome.value}", "Make another kind of enquiry")


def _elsewhere(suspected: SafeguardingFacts) -> bool:
    """Whether section 42 does not reach the adult, or not this council."""
    return bool(suspected.in_prison or suspected.outside_the_area)


@judges("SG-42-01", effect=FLAG, theme="P18")
def a_concern_from_elsewhere_is_passed_on(
    file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing
) -> Findings:
    """A concern about an adult in another area is passed to the council there, whose duty it is."""
    suspected = asked.event.suspected
    if not suspected.outside_the_area or not in_the_area.in_force(asked.on):
        return
    finding = in_the_area(suspected, on=asked.on)
    if asked.event.decision.outcome is EnquiryOutcome.ENQUIRE:
        yield finding.contradicts("the decision is to make a section 42 enquiry")
    elif NoEnquiryGround.NOT_HERE not in asked.event.grounds:
        yield finding.contradicts("grounds do not say that the adult is in another council's area")
    else:
        yield finding


@judges("SG-42-03", effect=BREACH, theme="P18")
def some_grounds_are_none(file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing) -> Findings:
    """Want of consent, capacity, eligibility or residence is no reason not to enquire."""
    grounds = asked.event.grounds
    if not enquiry_duty.in_force(asked.on) or asked.event.decision.outcome is EnquiryOutcome.ENQUIRE:
        return
    if _elsewhere(asked.event.suspected):
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


@judges("CA-11-03", effect=FLAG)
def a_refusal_ends_nothing_once_somebody_is_at_risk(
    file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing
) -> Findings:
    """An adult who is suspected to be at risk is assessed, although they refused before."""
    if asked.event.decision.outcome is not EnquiryOutcome.ENQUIRE or not refusal_counts_for_safety.in_force(asked.on):
        return
    refused = [one for one in file.assessment.assessments.values() if one.ended_by_refusal_on and not one.of_a_carer]
    finding = refusal_counts_for_safety(RefusalFacts(at_risk_of_abuse_or_neglect=True), on=asked.on)
    if any(one.completed_on is None for one in refused):
        yield finding.contradicts("a refusal ended the duty to assess, and a risk is now suspected: assess again")


@judges("SG-44-01", effect=FLAG)
def a_death_while_somebody_was_at_risk_is_thought_about(
    file: CaseFile, asked: Proposal[PersonDied], standing: Standing
) -> Findings:
    """When an adult dies about whom a concern was open or an enquiry went on, somebody considers a review."""
    if not review_must_be_arranged.in_force(asked.on):
        return
    state = file.safeguarding
    undecided = [name for name, one in state.concerns.items() if one.outcome is None and one.received_on]
    going_on = [
        name for name, one in state.concerns.items() if one.outcome and one.outcome.enquires and state.goes_on(name)
    ]
    if not undecided and not going_on:
        return
    finding = cited(
        CARE_ACT["s 44(1)-(2)"], on=asked.on, holds=None, says="whether abuse or neglect was why was considered"
    )
    names = ", ".join((*undecided, *going_on))
    yield finding.contradicts(f"{names} had not come to an end: note the conditions with review-conditions-noted")


RULES = (
    a_death_while_somebody_was_at_risk_is_thought_about,
    a_refusal_ends_nothing_once_somebody_is_at_risk,
    section_42_begins_with_the_care_act,
    a_duty_is_not_declined,
    a_concern_from_elsewhere_is_passed_on,
    some_grounds_are_none,
    prison_has_its_own_arrangements,
    a_decision_shows_each_limb,
    a_vulnerable_adult_was_protected,
    *concern_rules.RULES,
    *enquiry_rules.RULES,
    *review_rules.RULES,
)
DUTIES = (*duties.DUTIES, *review_rules.DUTIES)
