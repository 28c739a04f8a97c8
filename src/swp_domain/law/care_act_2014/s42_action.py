"""Section 42(2): what an enquiry is for is a decision whether to act, what is to be done and by whom."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule


class EnquiryEndFacts(Facts):
    """With what an enquiry ends. ``reason_to_stop`` is a reason, on record, to go no further than it went."""

    action_decided: bool | None = None
    reason_to_stop: bool | None = None


@rule(CARE_ACT["s 42(2)"], commenced=COMMENCED)
def enquiry_may_end(facts: EnquiryEndFacts) -> Limbs:
    """An enquiry ends with the decision that it was made for, or with the reason why it went no further."""
    says = "whether any action should be taken was decided, or it is recorded why the enquiry went no further"
    return (limb("2", says, any_of((facts.action_decided, facts.reason_to_stop))),)


class ActionFacts(Facts):
    """What a decision that something is to be done says."""

    what_is_told: bool | None = None
    by_whom_is_told: bool | None = None


@rule(CARE_ACT["s 42(2)"], commenced=COMMENCED, family="content of a decision on action")
def action_is_told(facts: ActionFacts) -> Limbs:
    """A decision to act says what is to be done, and who does it."""
    return (
        limb("what", "what is to be done is told", facts.what_is_told),
        limb("who", "by whom is told", facts.by_whom_is_told),
    )
