"""What can have happened to a referral."""

from __future__ import annotations

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AssessmentId, ContactId, ReferralId
from swp_domain.law.care_act_2014.s9_assessment import Appearance
from swp_domain.law.function import Function
from swp_domain.party import Party, Pathway
from swp_domain.personal import PersonalText
from swp_domain.referral.vocabulary import Route, Source, TriageOutcome, Urgency


class ReferralReceived(Event, name="referral/referral-received", begins="referral"):
    """An adult was referred. ``contact`` is the contact that was passed on, where there was one.

    ``to`` is the part of the practice that it came to; duty triage, where it is not told.
    """

    referral: ReferralId
    source: Source
    route: Route = Route.COMMUNITY
    urgency: Urgency = Urgency.ROUTINE
    contact: ContactId | None = None
    to: Pathway | None = None
    referrer: Party | None = None
    summary: PersonalText | None = None


class UrgentSupportProvided(Event, name="referral/urgent-support-provided", begins="assessment"):
    """Needs were met at once, before or without an assessment. ``assessment`` is the one that is owed for it."""

    assessment: AssessmentId
    support: PersonalText | None = None


class ReferralTriaged(
    Event,
    name="referral/referral-triaged",
    taken_by=council_or_delegate(Function.NEEDS_ASSESSMENT),
    begins="assessment",
):
    """Duty triage decided what the referral starts. ``assessment`` names the assessment that it starts."""

    referral: ReferralId
    appearance: Appearance = Appearance()
    assessment: AssessmentId | None = None
    decision: Decision[TriageOutcome]
