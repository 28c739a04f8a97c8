"""What is owed about a concern and after an enquiry. What is owed in an enquiry is in ``enquiry_duties``."""

from __future__ import annotations

from datetime import date

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.local_targets import FRAMEWORK_2005, OURS, PROCEDURES
from swp_domain.law.local_targets.answers import telling
from swp_domain.law.local_targets.safeguarding_decision import enquiry_decision, protection_decision
from swp_domain.law.local_targets.safeguarding_enquiry import agreed_action, immediate_protection
from swp_domain.law.no_secrets_2000 import BEGAN, ENDED, NO_SECRETS
from swp_domain.law.safeguarding_guidance import chapter_14
from swp_domain.owed import Opening, owed
from swp_domain.safeguarding import enquiry_duties
from swp_domain.safeguarding.events import (
    ActionAgreed,
    ActionDone,
    ActionReleased,
    AdultFoundSafe,
    ConcernReceived,
    ConcernReopened,
    EnquiryDecided,
    PersonAlleged,
    PositionOfTrustConsidered,
    ProtectionPutInPlace,
    ReferrerNotTold,
    ReferrerTold,
    SafeguardingPlanAgreed,
)


def _limbs_left_open(event: EnquiryDecided) -> bool:
    """Whether the decision leaves open if section 42(1) is met, for an adult whom it may reach, here."""
    if event.suspected.in_prison or event.suspected.outside_the_area:
        return False
    answers = [one.shown for one in enquiry_duty.test(event.suspected)]
    return not all(answers) and False not in answers


def _not_at_risk(event: EnquiryDecided) -> bool:
    """Whether nobody enquires because the adult is not at risk: that another limb fails makes nobody safe."""
    return not event.decision.outcome.enquires and event.suspected.at_risk is False


def _says_from_what(event: SafeguardingPlanAgreed) -> bool:
    """Whether a plan names the concern from which it keeps the adult safe: it need not be from every one."""
    return event.concern is not None


def _by_day(event: ActionAgreed) -> date | None:
    return event.by_day


DUTIES = (
    owed(
        "decide on the concern",
        rule="SG-CLK-01",
        provision=CARE_ACT["s 42(1)-(2)"],
        subject="concern",
        opened_by={ConcernReceived: Opening(enquiry_decision)},
        discharged_by=(EnquiryDecided,),
        commenced=COMMENCED,
        theme="P18",
        survives_death=True,
    ),
    owed(
        "say of each limb of section 42(1) whether it is suspected",
        rule="SG-42-01",
        provision=CARE_ACT["s 42(1)"],
        subject="concern",
        opened_by={EnquiryDecided: Opening(when=_limbs_left_open)},
        discharged_by={EnquiryDecided: lambda event: not _limbs_left_open(event)},
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        "decide on the concern",
        rule="SG-OLD-01",
        provision=NO_SECRETS["part 5"].from_memory(),
        subject="concern",
        opened_by={ConcernReceived: Opening(protection_decision)},
        discharged_by=(EnquiryDecided,),
        commenced=BEGAN,
        ceased=ENDED,
        theme="P18",
        survives_death=True,
    ),
    owed(
        "decide again on the concern",
        rule="SG-CLK-02",
        provision=CARE_ACT["s 42(1)-(2)"],
        subject="concern",
        opened_by={ConcernReopened: Opening(enquiry_decision)},
        discharged_by=(EnquiryDecided,),
        settled_by=(EnquiryDecided,),
        commenced=COMMENCED,
        theme="P18",
        recurring=True,
        survives_death=True,
    ),
    owed(
        "decide again on the concern",
        rule="SG-OLD-02",
        provision=FRAMEWORK_2005["decision on a referral"],
        subject="concern",
        opened_by={ConcernReopened: Opening(protection_decision)},
        discharged_by=(EnquiryDecided,),
        settled_by=(EnquiryDecided,),
        commenced=BEGAN,
        ceased=ENDED,
        theme="P18",
        recurring=True,
        survives_death=True,
    ),
    owed(
        "protect the adult at once",
        rule="SG-IMM-01",
        provision=PROCEDURES["immediate protection"],
        subject="concern",
        opened_by={ConcernReceived: Opening(immediate_protection, when=lambda event: event.safe_now is False)},
        discharged_by=(ProtectionPutInPlace,),
        ended_by={AdultFoundSafe: None, SafeguardingPlanAgreed: _says_from_what, EnquiryDecided: _not_at_risk},
        commenced=BEGAN,
        theme="P18",
    ),
    owed(
        "tell whoever raised the concern",
        rule="SG-TEL-02",
        provision=PROCEDURES["feedback to the referrer"],
        to="whoever raised the concern",
        subject="concern",
        opened_by={EnquiryDecided: Opening(telling)},
        discharged_by=(ReferrerTold,),
        ended_by={ReferrerNotTold: None},
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        "consider what a position of trust asks for",
        rule="SG-POT-01",
        provision=chapter_14("people in positions of trust"),
        to="those whom they care for",
        subject="alleged",
        opened_by={PersonAlleged: Opening(when=lambda event: event.position_of_trust)},
        discharged_by=(PositionOfTrustConsidered,),
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        "do what was agreed to keep the adult safe",
        rule="SG-ACT-01",
        provision=OURS["what was agreed is done"],
        by="whoever took it on",
        subject="action",
        opened_by={ActionAgreed: Opening(agreed_action, stated=_by_day)},
        discharged_by=(ActionDone,),
        ended_by={ActionReleased: None},
        commenced=BEGAN,
        theme="P18",
    ),
    *enquiry_duties.DUTIES,
)
