"""The words of a chronology: the closed list of acts, who can be said to have acted, and what some acts show.

An act is a thing that a published account of a case says happened. Most of them belong to stages that
the record does not have yet; they are known by name all the same, so that a checker can say which
part of a case it did not look at.
"""

from __future__ import annotations

from typing import Final

from swp_domain.actor import BodyKind

_GROUPS: Final = {
    "contact and access": """
        contact-received referral-received referral-triaged referral-made reply-sent information-given
        letter-sent report-received urgent-support-provided incident-occurred record-made visit-claimed
        backlog-counted policy-adopted""",
    "assessment": """
        assessment-requested assessment-required assessment-offered assessment-deferred
        assessment-allocated worker-unallocated assessment-started assessment-drafted
        assessment-completed assessment-refused assessment-field assessment-copy-given
        carer-assessment-requested carer-assessment-completed carer-unable advocate-requested
        advocate-appointed eligibility-determined decision-notified reasons-given""",
    "money": """
        financial-assessment-completed charge-issued budget-set funding-decided top-up-agreed
        direct-payment-requested direct-payment-started direct-payment-stopped""",
    "plan and service": """
        plan-drafted plan-agreed plan-copy-given service-requested service-started service-changed
        service-suspended service-ended service-self-funded provider-notice-given treatment-started
        review-requested review-completed case-closed case-transferred residence-dispute-raised
        residence-dispute-resolved""",
    "safeguarding": """
        safeguarding-concern-received safeguarding-decision enquiry-started enquiry-concluded
        safeguarding-meeting-held person-consulted outcome-notified protection-plan-agreed
        contact-restricted contact-restored whistleblower-report regulator-notified""",
    "capacity and liberty": """
        capacity-questioned capacity-assessed meeting-held best-interests-decided imca-instructed
        lpa-signed dols-urgent-granted dols-urgent-extended dols-standard-requested
        dols-assessment-completed dols-standard-granted dols-standard-refused dols-standard-expired
        dols-review-requested dols-review-completed rpr-appointed objection-recorded
        moved-accommodation""",
    "courts": """
        cop-application cop-hearing cop-order court-claim court-hearing court-order papers-served
        judgment-given""",
    "hospital and NHS": """
        hospital-admission hospital-assessment-notice hospital-discharge-notice discharge-ready
        hospital-discharge chc-checklist chc-dst chc-decision""",
    "complaint and review of deaths": """
        complaint-received complaint-responded remedy-agreed remedy-completed sar-referral-made
        sar-referral-received sar-decision sar-reviewer-appointed sar-published person-died
        person-turned-18""",
    "law": "law-commenced law-suspended law-resumed",
}

ACTS: Final = frozenset(act for group in _GROUPS.values() for act in group.split())
"""Every act that a chronology can name."""

ROLES: Final = {
    "adult": BodyKind.PERSON,
    "carer": BodyKind.CARER,
    "family": BodyKind.FAMILY,
    "friend": BodyKind.FAMILY,
    "representative": BodyKind.REPRESENTATIVE,
    "attorney": BodyKind.REPRESENTATIVE,
    "advocate": BodyKind.REPRESENTATIVE,
    "solicitor": BodyKind.REPRESENTATIVE,
    "council": BodyKind.COUNCIL,
    "first-council": BodyKind.COUNCIL,
    "second-council": BodyKind.OTHER_COUNCIL,
    "council-delegate": BodyKind.PRACTICE,
    "provider": BodyKind.PROVIDER,
    "care-home": BodyKind.CARE_HOME,
    "hospital-trust": BodyKind.HOSPITAL,
    "nhs": BodyKind.NHS_BODY,
    "gp": BodyKind.NHS_BODY,
    "health-professional": BodyKind.NHS_BODY,
    "ambulance": BodyKind.NHS_BODY,
    "imca": BodyKind.REPRESENTATIVE,
    "police": BodyKind.POLICE,
    "court": BodyKind.COURT,
    "appeal-court": BodyKind.COURT,
}
"""Who a role is to the record; any other role is ``BodyKind.OTHER``."""

PERSONS_SIDE: Final = frozenset(
    {"adult", "carer", "family", "friend", "representative", "attorney", "advocate", "solicitor"}
)
"""The adult, and whoever speaks for them."""

ALREADY_CARING: Final = frozenset({"provider", "care-home", "school"})
"""Bodies that look after the adult already: what they report is about a service, not a first sign of need."""

ENDINGS: Final = frozenset(
    {
        "assessment-completed", "assessment-refused", "assessment-copy-given", "carer-assessment-completed",
        "eligibility-determined", "decision-notified", "reasons-given", "budget-set", "plan-agreed",
        "plan-copy-given", "referral-triaged", "remedy-completed", "case-closed", "person-died",
        "safeguarding-decision", "enquiry-started", "enquiry-concluded", "safeguarding-meeting-held",
        "advocate-appointed", "assessment-offered", "assessment-deferred", "charge-issued",
        "direct-payment-stopped", "review-completed", "capacity-assessed", "person-consulted", "meeting-held",
        "best-interests-decided", "imca-instructed",
    }
)  # fmt: skip
"""Acts that end a wait. A vague one may be the answer to whatever began before its latest day."""

SERVED: Final = frozenset(
    {
        "eligibility-determined", "budget-set", "plan-drafted", "plan-agreed", "service-started",
        "service-changed", "direct-payment-started", "review-completed",
    }
)  # fmt: skip
"""Acts of a council that show that it already supports the adult."""

SERVED_FACTS: Final = frozenset(
    {"plan-element", "eligible-need", "delivered", "budget-content", "case-open", "deprivation-of-liberty"}
)
"""Standing facts that show the same."""
