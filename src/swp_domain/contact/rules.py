"""What the law makes of a contact, and of ending it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.contact.events import ContactResolved
from swp_domain.contact.state import Status
from swp_domain.law.care_act_2014.s9_assessment import duty_to_assess, lawful_ground_for_not_assessing
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, REFUSE, Findings, judges

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
    if appears.met:
        yield appears.contradicts(
            "the contact ends although needs appear", "Pass the contact on, so that an assessment is owed"
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


@judges("CON-01", effect=REFUSE)
def a_contact_ends_once(file: Contact, asked: Proposal[ContactResolved], standing: Standing) -> Findings:
    """A contact that was passed on is not also resolved at the front door."""
    if file.contact.status is Status.PASSED_ON:
        finding = cited(RECORD["one ending"], on=asked.on, holds=False, says="the contact is still at the front door")
        yield finding.contradicts(
            "the contact was already passed on to a case", "Record what happens next on that case"
        )


RULES = (no_assessment_is_explained, means_and_level_are_no_reason, a_contact_ends_once)
