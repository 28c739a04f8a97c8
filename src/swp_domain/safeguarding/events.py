"""What can have happened about the safety of an adult."""

from __future__ import annotations

from swp_domain.actor import council_alone
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import ConcernId
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.function import Function
from swp_domain.party import Party
from swp_domain.personal import PersonalText
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, NoEnquiryGround


class ConcernReceived(Event, name="safeguarding/concern-received", begins="concern"):
    """Somebody was worried that an adult is, or may be, abused or neglected. It can always be recorded."""

    concern: ConcernId
    raised_by: Party | None = None
    types: tuple[AbuseType, ...] = ()
    account: PersonalText | None = None
    immediate_safety: PersonalText | None = None


class EnquiryDecided(Event, name="safeguarding/enquiry-decided", taken_by=council_alone(Function.SAFEGUARDING_ENQUIRY)):
    """Whether the duty to make enquiries is met, and what was decided."""

    concern: ConcernId
    suspected: SafeguardingFacts
    grounds: tuple[NoEnquiryGround, ...] = ()
    decision: Decision[EnquiryOutcome]
