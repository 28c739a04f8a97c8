"""What the law makes of a contact, and of ending it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.contact.events import ContactResolved
from swp_domain.contact.state import Status
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s9_assessment import (
    NoAssessmentReason,
    duty_to_assess,
    lawful_ground_for_not_assessing,
)
from swp_domain.law.community_care_act_1990.s47_assessment import CommunityCareFacts, duty_to_assess_for_services
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.contact import Contact
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a contact", Force.RECORD, "our own")


@judges("CA-09-01", effect=REFUSE, theme="P01")
def no_assessment_is_explained(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """Ending a contact says why it does not appear that the adult may have needs."""
    facts = asked.event.appearance
    if not duty_to_assess.in_force(asked.on):
        return
    appears = duty_to_assess(facts, on=asked.on)
    yield appears
    if appears.met and not (facts.reason and facts.reason.stands_with_needs):
        yield appears.contradicts(
            "the contact ends although needs appear",
            "Pass the contact on, or say that the adult declined or was already assessed",
        )
    elif facts.reason is None:
        ground = lawful_ground_for_not_assessing(facts, on=asked.on)
        yield ground.contradicts(
            "appearance.reason is missing", "Say why it does not appear that the adult may have needs"
        )


@judges("CA-09-01", effect=BREACH, theme="P01")
def means_and_level_are_no_reason(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """The adult's means and the level of the needs are no reasons not to assess."""
    if not lawful_ground_for_not_assessing.in_force(asked.on) or asked.event.appearance.reason is None:
        return
    ground = lawful_ground_for_not_assessing(asked.event.appearance, on=asked.on)
    yield (
        ground if ground.met else ground.contradicts(f"the reason given is the {asked.event.appearance.reason.value}")
    )


@judges("CA-11-01", effect=FLAG)
def declining_ends_it_only_as_section_11_says(
    file: Contact, asked: Proposal[ContactResolved], standing: Standing
) -> Findings:
    """An adult who declines at the front door can do so, and is not at risk."""
    reason = asked.event.appearance.reason
    if reason is NoAssessmentReason.DECLINED and duty_to_assess.in_force(asked.on):
        finding = cited(CARE_ACT["s 11(2)"], on=asked.on, holds=None, says="the adult can refuse, and is not at risk")
        yield finding.contradicts("the contact ends because the adult declines; a contact does not show that")


@judges("CA-09-01", effect=FLAG)
def somebody_assessed_is_known(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """Whoever is said to be assessed already is known to the council."""
    reason = asked.event.appearance.reason
    if reason is NoAssessmentReason.ALREADY and not file.contact.concerns_a_service_user:
        finding = cited(RECORD["whom it is about"], on=asked.on, holds=None, says="it concerns somebody known")
        yield finding.contradicts("the contact does not say that it concerns a service user")


@judges("CC-47-03", effect=REFUSE, theme="P01")
def the_old_law_assessed_apparent_need(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """Before the Care Act, too, somebody who appeared to need services was not turned away unassessed."""
    facts = asked.event.appearance
    if duty_to_assess.in_force(asked.on) or not duty_to_assess_for_services.in_force(asked.on):
        return
    finding = duty_to_assess_for_services(
        CommunityCareFacts(may_need_services=facts.appears_to_have_needs), on=asked.on
    )
    if finding.met and not (facts.reason and facts.reason.stands_with_needs):
        yield finding.contradicts("the contact ends although needs appear", "Pass the contact on")
    else:
        yield finding


@judges("CON-01", effect=REFUSE)
def a_contact_ends_once(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """A contact that was passed on is not also resolved at the front door."""
    if file.contact.status is Status.PASSED_ON:
        finding = cited(RECORD["one ending"], on=asked.on, holds=False, says="the contact is still at the front door")
        yield finding.contradicts(
            "the contact was already passed on to a case", "Record what happens next on that case"
        )


RULES = (
    no_assessment_is_explained,
    means_and_level_are_no_reason,
    declining_ends_it_only_as_section_11_says,
    somebody_assessed_is_known,
    the_old_law_assessed_apparent_need,
    a_contact_ends_once,
)
