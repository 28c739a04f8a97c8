"""What can have happened at the front door."""

from __future__ import annotations

from swp_domain.actor import council_or_delegate
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import CaseId, ContactId, ReferralId
from swp_domain.law.care_act_2014.s9_assessment import Appearance
from swp_domain.law.function import Function
from swp_domain.party import Party, Pathway
from swp_domain.personal import PersonalText


class ContactReceived(Event, name="contact/contact-received", begins="contact"):
    """Somebody got in touch. ``caller`` is ``None`` for an anonymous call, which is as good as any."""

    contact: ContactId
    channel: Channel
    caller: Party | None = None
    about: Party | None = None
    concerns_a_service_user: bool | None = None
    summary: PersonalText | None = None


class ContactResolved(
    Event, name="contact/contact-resolved", taken_by=council_or_delegate(Function.INFORMATION_AND_ADVICE)
):
    """The contact ended at the front door, with what was given, and why no assessment follows."""

    contact: ContactId
    appearance: Appearance
    decision: Decision[ContactOutcome]


class ContactPassedOn(Event, name="contact/contact-passed-on"):
    """The contact went on to a case, as a referral there. ``to`` is the part of the practice that it went to."""

    contact: ContactId
    case: CaseId
    referral: ReferralId
    to: Pathway | None = None
