"""What the law, guidance and the national collection make of an enquiry, from its opening to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s42_action import ActionFacts, EnquiryEndFacts, action_is_told, enquiry_may_end
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.care_act_2014.s68_advocacy import (
    EnquiryAdvocateFacts,
    enquiry_advocate_duty,
    enquiry_advocate_independent,
)
from swp_domain.law.dates import spoken
from swp_domain.law.rule import cited
from swp_domain.law.safeguarding_collection.concluded import ConcludedFacts, can_be_counted
from swp_domain.law.safeguarding_guidance.consent import wish_to_stop_prevails
from swp_domain.law.safeguarding_guidance.outcomes import PersonalFacts, made_personal
from swp_domain.proposal import Proposal
from swp_domain.safeguarding.concerns import Concern
from swp_domain.safeguarding.enquiries import Enquiry
from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryEnd, EnquiryKind, Unasked
from swp_domain.safeguarding.events import ActionDecided, EnquiryAdvocateArranged, EnquiryClosed, EnquiryOpened
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_DECIDED_ON = {EnquiryKind.SECTION_42: EnquiryOutcome.ENQUIRE, EnquiryKind.OTHER: EnquiryOutcome.OTHER_ENQUIRY}
_GOES_ON_ELSEWHERE = frozenset({EnquiryEnd.ADULT_DIED, EnquiryEnd.PASSED_ON, EnquiryEnd.MERGED})


@judges("SG-42-02", effect=REFUSE)
def an_enquiry_ends_with_what_it_was_made_for(
    file: CaseFile, asked: Proposal[EnquiryClosed], standing: Standing
) -> Findings:
    """A section 42 enquiry ends with a decision whether to act, what and by whom, or with the reason why not."""
    one = file.safeguarding.enquiries.get(asked.event.enquiry, Enquiry())
    if one.kind is EnquiryKind.OTHER or not enquiry_may_end.in_force(asked.on):
        return
    outcome, reasons = asked.event.decision.outcome, asked.event.decision.reasons
    decided = None if one.opened_on is None else one.decided_on is not None
    # Reasons that the record does not hold may still have been given: to stop, they are asked for, and no more.
    stops = False if outcome.needs_a_decision else reasons is not None or None
    finding = enquiry_may_end(EnquiryEndFacts(action_decided=decided, reason_to_stop=stops), on=asked.on)
    if finding.not_met:
        yield finding.contradicts(
            "the enquiry is closed as concluded, and no decision on action is on the file",
            "Record action-decided first, or say in the outcome why the enquiry goes no further",
        )
    elif decided is False and stops is None:
        yield finding.contradicts(f"the outcome is {outcome.value}, and gives no reasons", "Give the reasons")
    else:
        yield finding


@judges("SG-42-10", effect=FLAG)
def an_enquiry_is_of_the_kind_that_was_decided(
    file: CaseFile, asked: Proposal[EnquiryOpened], standing: Standing
) -> Findings:
    """An enquiry is opened on a decision to make one of its kind; an urgent one is decided on as soon as may be."""
    concern = file.safeguarding.concerns.get(asked.event.concern, Concern())
    if not enquiry_duty.in_force(asked.on):
        return
    holds = None if concern.outcome is None else concern.outcome is _DECIDED_ON[asked.event.kind]
    finding = cited(CARE_ACT["s 42"], on=asked.on, holds=holds, says="it is what was decided on the concern")
    if concern.outcome is None:
        yield finding.contradicts("the concern is not decided on yet", "Ask the council to decide on the concern")
    elif not holds:
        yield finding.contradicts(f"the decision on the concern is {concern.outcome.value}")
    else:
        yield finding


@judges("SG-42-12", effect=FLAG)
def a_decision_to_act_says_what_and_by_whom(
    file: CaseFile, asked: Proposal[ActionDecided], standing: Standing
) -> Findings:
    """A decision that action is taken says what is to be done, and by whom."""
    if asked.event.decision.outcome is not ActionOutcome.ACTION or not action_is_told.in_force(asked.on):
        return
    facts = ActionFacts(
        what_is_told=None if asked.event.action is None else True,
        by_whom_is_told=None if asked.event.by_whom is None else True,
    )
    finding = action_is_told(facts, on=asked.on)
    missing = " and ".join(name for name in ("action", "by_whom") if getattr(asked.event, name) is None)
    yield finding if finding.met else finding.contradicts(f"{missing} not told")


@judges("SG-68-01", effect=BREACH, theme="P12")
def an_advocate_comes_before_the_decision_on_action(
    file: CaseFile, asked: Proposal[ActionDecided], standing: Standing
) -> Findings:
    """Where an advocate is owed, an enquiry may begin without one (s 68(6)), and is not decided on without one."""
    one = file.safeguarding.enquiries.get(asked.event.enquiry, Enquiry())
    if one.involvement is None or one.kind is EnquiryKind.OTHER or not enquiry_advocate_duty.in_force(asked.on):
        return
    finding = enquiry_advocate_duty(one.involvement, on=asked.on)
    if finding.met and one.advocate_on is None and one.advocate_refused_on is not None:
        # Section 68 has no exception for it, and nobody can be made to accept an advocate: a person decides.
        says = "an advocate is arranged although the adult refused one"
        untold = cited(CARE_ACT["s 68(2)"], on=asked.on, holds=None, says=says)
        yield untold.contradicts(f"the adult refused an advocate on {spoken(one.advocate_refused_on)}")
    elif finding.met and one.advocate_on is None:
        yield finding.contradicts("action is decided on, and no advocate was arranged")
    else:
        yield finding


@judges("SG-68-02", effect=REFUSE)
def an_enquirys_advocate_is_independent(
    file: CaseFile, asked: Proposal[EnquiryAdvocateArranged], standing: Standing
) -> Findings:
    """An advocate for an enquiry is independent of the council."""
    if not enquiry_advocate_independent.in_force(asked.on):
        return
    finding = enquiry_advocate_independent(EnquiryAdvocateFacts(independent=asked.event.independent), on=asked.on)
    if finding.met:
        yield finding
    elif finding.not_met:
        yield finding.contradicts("the advocate is not independent of the council", "Arrange somebody independent")
    else:
        yield finding.contradicts("independent was not told", "Say whether the advocate is independent of the council")


@judges("SG-CON-02", effect=FLAG)
def a_wish_to_stop_is_not_the_whole_answer(
    file: CaseFile, asked: Proposal[EnquiryClosed], standing: Standing
) -> Findings:
    """An enquiry stops at the adult's request where they can and may choose, and nobody else is at risk."""
    if asked.event.decision.outcome is EnquiryEnd.CEASED_AT_REQUEST and wish_to_stop_prevails.in_force(asked.on):
        finding = wish_to_stop_prevails(asked.event.wish, on=asked.on)
        yield (
            finding
            if finding.met
            else finding.contradicts(
                "the enquiry stops at the adult's request",
                "Let it go on in the public interest, or say what shows this",
            )
        )


@judges("SG-MSP-01", effect=FLAG)
def an_enquiry_is_made_personal(file: CaseFile, asked: Proposal[EnquiryClosed], standing: Standing) -> Findings:
    """What the adult wants is asked, and whether they got it is recorded at the end."""
    if asked.event.decision.outcome in _GOES_ON_ELSEWHERE or not made_personal.in_force(asked.on):
        return
    one = file.safeguarding.enquiries.get(asked.event.enquiry, Enquiry())
    facts = PersonalFacts(
        asked=True if one.asked else False if asked.event.unasked is Unasked.NO else None,
        expressed=one.expressed,
        achieved_told=None if asked.event.achieved is None else True,
    )
    finding = made_personal(facts, on=asked.on)
    if finding.met:
        yield finding
    elif not one.asked and asked.event.unasked is Unasked.NO:
        yield finding.contradicts("the adult was not asked what they want")
    elif not one.asked:
        yield finding.contradicts("the file does not show that the adult was asked what they want")
    else:
        yield finding.contradicts("whether the adult got what they want was not told", "Say in achieved how far")


@judges("RET-05", effect=FLAG)
def a_concluded_enquiry_can_be_counted(file: CaseFile, asked: Proposal[EnquiryClosed], standing: Standing) -> Findings:
    """An enquiry that is concluded holds what the Safeguarding Adults Collection counts."""
    outcome = asked.event.decision.outcome
    if outcome not in (EnquiryEnd.CONCLUDED, EnquiryEnd.CEASED_AT_REQUEST) or not can_be_counted.in_force(asked.on):
        return
    one = file.safeguarding.enquiries.get(asked.event.enquiry, Enquiry())
    concerns = [file.safeguarding.concerns.get(name, Concern()) for name in one.concerns]
    facts = ConcludedFacts(
        type_told=any(each.types for each in concerns) or None,
        location_told=any(each.location for each in concerns) or None,
        source_told=any(each.risk_source for each in concerns) or None,
        risk_told=one.risk is not None or outcome is EnquiryEnd.CEASED_AT_REQUEST or None,
        capacity_told=asked.event.lacked_capacity is not None or None,
    )
    finding = can_be_counted(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("the enquiry is concluded without what is counted of it")


RULES = (
    an_enquiry_ends_with_what_it_was_made_for,
    an_enquiry_is_of_the_kind_that_was_decided,
    a_decision_to_act_says_what_and_by_whom,
    an_advocate_comes_before_the_decision_on_action,
    an_enquirys_advocate_is_independent,
    a_wish_to_stop_is_not_the_whole_answer,
    an_enquiry_is_made_personal,
    a_concluded_enquiry_can_be_counted,
)
