"""What is asked of concerns together, and of what the adult wants when one is decided on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.law.dates import spoken
from swp_domain.law.local_targets.safeguarding_enquiry import ClusterFacts, near_each_other, no_cluster
from swp_domain.law.safeguarding_guidance.consent import ConsentFacts, enquiry_without_consent_is_explained
from swp_domain.proposal import Proposal
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import Consent
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("SG-CLU-01", effect=FLAG, theme="P29")
def several_concerns_are_looked_at_together(
    file: CaseFile, asked: Proposal[ConcernReceived], standing: Standing
) -> Findings:
    """Whoever takes the third concern of a year is told of those before it: a pattern is no single event.

    The file is one adult's. By the provider and the place that each concern names, a view can do the same for many.
    """
    if not no_cluster.in_force(asked.on):
        return
    concerns = file.safeguarding.concerns
    days = [one.received_on for name, one in concerns.items() if one.received_on and name != asked.event.concern]
    near = sorted(one for one in days if _near(one, asked.on))
    if not near:
        return
    finding = no_cluster(ClusterFacts(concerns=len(near) + 1), on=asked.on)
    if finding.not_met:
        told = f"it is number {len(near) + 1} within a year, and the first was received on {spoken(near[0])}"
        yield finding.contradicts(told, "Look at them together")
    else:
        yield finding


def _near(one: date, on: date) -> bool:
    return near_each_other.in_force(one) and on <= near_each_other.last_day(one)


@judges("SG-CON-01", effect=FLAG)
def an_enquiry_without_consent_says_why(
    file: CaseFile, asked: Proposal[EnquiryDecided], standing: Standing
) -> Findings:
    """An enquiry that the adult does not agree to, or was not asked about, says why it is made."""
    consent = asked.event.consent
    if not asked.event.decision.outcome.enquires or consent is None:
        return
    if not enquiry_without_consent_is_explained.in_force(asked.on):
        return
    agrees = {Consent.GIVEN: True, Consent.NOT_ASKED: None}.get(consent, False)
    # That the adult cannot decide on it is itself why nobody waits until they do.
    told = True if asked.event.despite is not None or consent is Consent.CANNOT_DECIDE else None
    finding = enquiry_without_consent_is_explained(ConsentFacts(consents=agrees, reason_told=told), on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts(
            f"consent is {consent.value}, and despite was not told", "Say in despite why the enquiry is made"
        )
    )


RULES = (several_concerns_are_looked_at_together, an_enquiry_without_consent_says_why)
