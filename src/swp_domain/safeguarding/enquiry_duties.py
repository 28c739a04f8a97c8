"""What is owed from the decision to enquire to the telling of what came of it, and for as long as a plan lasts.

No enactment says how many days an enquiry takes: every last day here is a local target, or the framework's before 2015.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.care_act_2014.s68_advocacy import enquiry_advocate_duty
from swp_domain.law.finding import Outcome, outcome_of
from swp_domain.law.local_targets import FRAMEWORK_2005, PROCEDURES
from swp_domain.law.local_targets.answers import telling
from swp_domain.law.local_targets.safeguarding_enquiry import (
    action_decision,
    enquiry_begins,
    investigation,
    plan_review,
    protection_plan_review,
    strategy,
)
from swp_domain.law.local_targets.working_parameters import advocate
from swp_domain.law.no_secrets_2000 import BEGAN, ENDED
from swp_domain.law.safeguarding_guidance import chapter_14
from swp_domain.law.safeguarding_guidance.outcomes import MADE_PERSONAL
from swp_domain.owed import Ends, Opening, owed
from swp_domain.safeguarding.enquiry_vocabulary import EnquiryEnd, EnquiryKind
from swp_domain.safeguarding.events import (
    ActionDecided,
    ConcernJoined,
    EnquiryAdvocateArranged,
    EnquiryCaused,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    EnquiryOutcomeTold,
    EnquiryOutcomeWithheld,
    EnquiryReported,
    OutcomesAsked,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import EnquiryOutcome

_HEARS_FOR_THE_ADULT = (
    BodyKind.PERSON, BodyKind.REPRESENTATIVE, BodyKind.FAMILY, BodyKind.CARER,
)  # fmt: skip
_NOBODY_LEFT_TO_TELL = (EnquiryEnd.ADULT_DIED, EnquiryEnd.PASSED_ON, EnquiryEnd.MERGED)


def _enquires(event: EnquiryDecided) -> bool:
    return event.decision.outcome.enquires


def _to(make: EnquiryOutcome) -> Callable[[EnquiryDecided], bool]:
    return lambda event: event.decision.outcome is make


def _does_not_enquire(event: EnquiryDecided) -> bool:
    return not event.decision.outcome.enquires


def _goes_no_further(event: EnquiryClosed) -> bool:
    """Whether the end says why no decision comes of it: an outcome that is none of the reasons needs words."""
    outcome = event.decision.outcome
    says = outcome is not EnquiryEnd.OTHER or event.decision.reasons is not None
    return says and not outcome.needs_a_decision


def _comes_to_something(event: EnquiryClosed) -> bool:
    return event.decision.outcome not in _NOBODY_LEFT_TO_TELL


def _under_section_42(event: EnquiryOpened) -> bool:
    return event.kind is EnquiryKind.SECTION_42


def _not_under_section_42(event: EnquiryOpened) -> bool:
    return event.kind is not EnquiryKind.SECTION_42


def _report_by(event: EnquiryCaused) -> date | None:
    return event.report_by


def _review_by(event: SafeguardingPlanAgreed | SafeguardingPlanReviewed) -> date | None:
    return event.review_by


def _goes_on(event: SafeguardingPlanReviewed) -> bool:
    return event.goes_on


def _told_for_the_adult(event: EnquiryOutcomeTold) -> bool:
    return event.told is None or event.told.kind in _HEARS_FOR_THE_ADULT


def _advocacy(event: EnquiryInvolvementConsidered) -> Outcome:
    return outcome_of(enquiry_advocate_duty.test(event.involvement))


def _advocate_is_owed(event: EnquiryInvolvementConsidered) -> bool:
    return _advocacy(event) is Outcome.MET


def _no_advocate_is_owed(event: EnquiryInvolvementConsidered) -> bool:
    return _advocacy(event) is Outcome.NOT_MET


_BEGUN = (EnquiryOpened, ConcernJoined)
_NONE_TO_MAKE: Ends = {EnquiryDecided: _does_not_enquire}

DUTIES = (
    owed(
        "make the enquiry that was decided on",
        rule="SG-42-11",
        provision=CARE_ACT["s 42(2)"],
        subject="concern",
        opened_by={EnquiryDecided: Opening(enquiry_begins, when=_to(EnquiryOutcome.ENQUIRE))},
        discharged_by=_BEGUN,
        settled_by=_BEGUN,
        ended_by=_NONE_TO_MAKE,
        commenced=COMMENCED,
        theme="P18",
        recurring=True,
        survives_death=True,
    ),
    owed(
        "make the enquiry that was decided on",
        rule="SG-42-14",
        provision=PROCEDURES["an enquiry that is not under section 42"],
        subject="concern",
        opened_by={EnquiryDecided: Opening(enquiry_begins, when=_to(EnquiryOutcome.OTHER_ENQUIRY))},
        discharged_by=_BEGUN,
        settled_by=_BEGUN,
        ended_by=_NONE_TO_MAKE,
        commenced=COMMENCED,
        theme="P18",
        recurring=True,
        survives_death=True,
    ),
    owed(
        "make the enquiry that was decided on",
        rule="SG-OLD-03",
        provision=FRAMEWORK_2005["strategy"],
        subject="concern",
        opened_by={EnquiryDecided: Opening(strategy, when=_enquires)},
        discharged_by=_BEGUN,
        settled_by=_BEGUN,
        ended_by=_NONE_TO_MAKE,
        commenced=BEGAN,
        ceased=ENDED,
        theme="P18",
        recurring=True,
        survives_death=True,
    ),
    owed(
        "decide what action is to be taken",
        rule="SG-42-02",
        provision=CARE_ACT["s 42(2)"],
        subject="enquiry",
        opened_by={EnquiryOpened: Opening(action_decision, when=_under_section_42)},
        discharged_by=(ActionDecided,),
        ended_by={EnquiryClosed: _goes_no_further},
        commenced=COMMENCED,
        theme="P18",
        survives_death=True,
    ),
    owed(
        "bring the other enquiry to its end",
        rule="SG-CLK-04",
        provision=PROCEDURES["an enquiry outside section 42"],
        subject="enquiry",
        opened_by={EnquiryOpened: Opening(action_decision, when=_not_under_section_42)},
        discharged_by=(ActionDecided, EnquiryClosed),
        commenced=COMMENCED,
        theme="P18",
        survives_death=True,
    ),
    owed(
        "bring the investigation to its end",
        rule="SG-OLD-04",
        provision=FRAMEWORK_2005["assessment and investigation"],
        subject="enquiry",
        opened_by={EnquiryOpened: Opening(investigation)},
        discharged_by=(ActionDecided, EnquiryClosed),
        commenced=BEGAN,
        ceased=ENDED,
        theme="P18",
        survives_death=True,
    ),
    owed(
        "report what the enquiry found",
        rule="SG-42-13",
        provision=PROCEDURES["an enquiry that somebody is caused to make"],
        by="whoever makes the enquiry",
        to="the council",
        subject="enquiry",
        opened_by={EnquiryCaused: Opening(action_decision, stated=_report_by)},
        discharged_by=(EnquiryReported,),
        settled_by=(EnquiryReported,),
        ended_by={EnquiryClosed: None},
        commenced=COMMENCED,
        recurring=True,
        survives_death=True,
    ),
    owed(
        "arrange an advocate for the enquiry",
        rule="SG-68-01",
        provision=CARE_ACT["s 68(2)"],
        subject="enquiry",
        opened_by={EnquiryInvolvementConsidered: Opening(advocate, when=_advocate_is_owed)},
        discharged_by=(EnquiryAdvocateArranged,),
        ended_by={EnquiryInvolvementConsidered: _no_advocate_is_owed, EnquiryClosed: None},
        commenced=COMMENCED,
        theme="P12",
    ),
    owed(
        "ask what the adult wants from the enquiry",
        rule="SG-MSP-02",
        provision=MADE_PERSONAL,
        subject="enquiry",
        opened_by={EnquiryOpened: Opening()},
        discharged_by=(OutcomesAsked,),
        ended_by={EnquiryClosed: None},
        commenced=COMMENCED,
    ),
    owed(
        "tell the adult what came of the enquiry",
        rule="SG-TEL-01",
        provision=chapter_14("feedback"),
        subject="enquiry",
        opened_by={
            ActionDecided: Opening(telling),
            EnquiryClosed: Opening(telling, when=_comes_to_something),
        },
        discharged_by={EnquiryOutcomeTold: _told_for_the_adult},
        ended_by={EnquiryOutcomeWithheld: None},
        commenced=COMMENCED,
        theme="P19",
    ),
    owed(
        "review the safeguarding plan",
        rule="SG-CLK-03",
        provision=chapter_14("safeguarding plans"),
        subject="plan",
        opened_by={
            SafeguardingPlanAgreed: Opening(plan_review, stated=_review_by),
            SafeguardingPlanReviewed: Opening(plan_review, when=_goes_on, stated=_review_by),
        },
        discharged_by=(SafeguardingPlanReviewed,),
        commenced=COMMENCED,
        theme="P18",
        recurring=True,
    ),
    owed(
        "review the safeguarding plan",
        rule="SG-OLD-05",
        provision=FRAMEWORK_2005["review"],
        subject="plan",
        opened_by={
            SafeguardingPlanAgreed: Opening(protection_plan_review, stated=_review_by),
            SafeguardingPlanReviewed: Opening(_review_by, when=_goes_on),
        },
        discharged_by=(SafeguardingPlanReviewed,),
        commenced=BEGAN,
        ceased=ENDED,
        theme="P18",
        recurring=True,
    ),
)
