"""What can have happened before the Court of Protection.

Orders, permission and how the person takes part are the court's, and never refused. What everybody else did is a fact.
"""

from __future__ import annotations

from datetime import date

from swp_domain.actor import COURT, BodyKind
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    DirectionKind,
    Form,
    HearingKind,
    LitigantRole,
    OnAuthorisation,
    OrderEnd,
    OrderOutcome,
    Participation,
    PermissionOutcome,
    RepresentativeKind,
    Told,
)
from swp_domain.decision import Decision
from swp_domain.document import Document
from swp_domain.event import Event
from swp_domain.identifiers import (
    ApplicationId,
    AuthorityId,
    DirectionId,
    HearingId,
    LitigantId,
    OrderId,
    ServingId,
)
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.law.court_of_protection_rules_2017.pd11a_streamlined import StreamlinedFacts
from swp_domain.party import Party
from swp_domain.personal import PersonalText

# Applications


class ApplicationMade(Event, name="court/application-made", begins="application"):
    """The court was asked. Anybody may ask; the applicant is kept by kind.

    ``order`` is the order that it brings back to the court: an application that names none brings none back.
    ``streamlined`` is what an application on paper says of itself.
    """

    application: ApplicationId
    kind: ApplicationKind
    applicant: BodyKind
    about: PersonalText | None = None
    form: Form | None = None
    order: OrderId | None = None
    permission_asked: bool | None = None
    streamlined: StreamlinedFacts | None = None


class PermissionDecided(Event, name="court/permission-decided", taken_by=COURT):
    """The court gave or refused permission to ask."""

    application: ApplicationId
    decision: Decision[PermissionOutcome]


class ApplicationIssued(Event, name="court/application-issued"):
    """The court issued an application: service and notification are counted from this day.

    ``told_before_filing`` says that the person and others were told before it was filed, as is done for deputies for
    property and affairs since January 2023 (Practice Direction 9H): then nothing is owed after issue.
    ``has_respondents`` is ``False`` where nobody is to be served as a respondent.
    """

    application: ApplicationId
    told_before_filing: bool = False
    has_respondents: bool = True


class PapersServed(Event, name="court/papers-served", begins="serving"):
    """Somebody was served or notified. The day it happened is the day of service, deemed where the rules deem it.

    ``everybody`` is whether with this all of that kind were told. ``hearing`` is told where it was of a hearing only.
    ``takes_part`` is whether they wish to take part in the proceedings: whoever does not owes the court no answer.
    """

    serving: ServingId
    application: ApplicationId
    told: Told
    who: Party | None = None
    hearing: HearingId | None = None
    everybody: bool = True
    takes_part: bool | None = None


class ServiceDispensedWith(Event, name="court/service-dispensed-with"):
    """The court said that nobody of that kind needs to be told, or there is nobody."""

    application: ApplicationId
    told: Told


class ServiceCertified(Event, name="court/service-certified"):
    """A certificate of service or notification was filed. ``understood`` is what the person was found to understand."""

    serving: ServingId
    understood: PersonalText | None = None


class ServiceAcknowledged(Event, name="court/service-acknowledged"):
    """Somebody who was told answered. ``served_on`` is the day they were told: evidence is counted from it."""

    serving: ServingId
    opposes: bool | None = None
    served_on: date | None = None


class EvidenceFiled(Event, name="court/evidence-filed"):
    """Somebody filed their evidence."""

    serving: ServingId | None = None
    document: Document | None = None


class ApplicationTransferred(Event, name="court/application-transferred"):
    """The proceedings went to another court or judge. They are still before the court."""

    application: ApplicationId
    to: PersonalText | None = None


# Who takes part


class LitigantJoined(Event, name="court/litigant-joined", begins="litigant"):
    """Somebody became a party, or is kept informed."""

    litigant: LitigantId
    application: ApplicationId
    role: LitigantRole
    who: Party


class LitigantLeft(Event, name="court/litigant-left"):
    """Somebody is a party no more."""

    litigant: LitigantId


class LitigationCapacityFound(Event, name="court/litigation-capacity-found"):
    """Whether the person can conduct these proceedings themselves was found."""

    application: ApplicationId
    can_conduct: bool


class ParticipationDecided(Event, name="court/participation-decided", taken_by=COURT):
    """The court considered how the person takes part (r 1.2)."""

    application: ApplicationId
    decision: Decision[Participation]


class RepresentativeAppointed(Event, name="court/representative-appointed"):
    """Somebody speaks for the person in these proceedings."""

    application: ApplicationId
    kind: RepresentativeKind
    who: Party | None = None


class RepresentativeLeft(Event, name="court/representative-left"):
    """Somebody speaks for the person no more."""

    application: ApplicationId
    kind: RepresentativeKind


# Directions and hearings


class DirectionGiven(Event, name="court/direction-given", begins="direction"):
    """The court directed somebody to do something, by a day. A section 49 report is one of these."""

    direction: DirectionId
    application: ApplicationId | None = None
    order: OrderId | None = None
    owner: BodyKind
    kind: DirectionKind
    due: date | None = None
    in_words: PersonalText | None = None


class DirectionVaried(Event, name="court/direction-varied"):
    """The court, or the parties with its leave, set another day: also one that had passed (r 3.1(2)(a))."""

    direction: DirectionId
    due: date


class DirectionComplied(Event, name="court/direction-complied"):
    """What was directed was done: the statement filed, the report sent, the papers served."""

    direction: DirectionId
    document: Document | None = None


class DirectionDischarged(Event, name="court/direction-discharged"):
    """The court does not ask for it any more."""

    direction: DirectionId


class HearingListed(Event, name="court/hearing-listed", begins="hearing"):
    """A hearing was listed. ``time_shortened`` says that the court shortened the time for telling the person."""

    hearing: HearingId
    application: ApplicationId | None = None
    kind: HearingKind = HearingKind.OTHER
    listed_for: date
    time_shortened: bool | None = None


class HearingVacated(Event, name="court/hearing-vacated"):
    """A hearing will not take place."""

    hearing: HearingId


class HearingHeld(Event, name="court/hearing-held"):
    """The court heard the case."""

    hearing: HearingId | None = None
    application: ApplicationId | None = None


class BundleFiled(Event, name="court/bundle-filed"):
    """A bundle was filed for a hearing. A later one for the same hearing takes its place."""

    hearing: HearingId
    parts: tuple[BundlePart, ...] = ()


# Orders


class OrderMade(Event, name="court/order-made", taken_by=COURT, begins="order"):
    """The court made an order. ``expires_on`` is its last day in force; ``review_by`` the day it comes back.

    ``forbids`` are kinds of act that nobody may do while it is in force. ``authorisation`` is what it did with an
    authorisation of a deprivation of liberty that was challenged.
    """

    order: OrderId
    application: ApplicationId | None = None
    authorises_deprivation_of_liberty: bool | None = None
    review_by: date | None = None
    expires_on: date | None = None
    ends_application: bool = False
    forbids: tuple[ActKind, ...] = ()
    authorisation: OnAuthorisation | None = None
    decision: Decision[OrderOutcome]


class OrderReviewed(Event, name="court/order-reviewed"):
    """The court reviewed an order. ``review_by`` is the day by which it comes back again, where one was set.

    ``until_further_order`` says that it goes on to authorise a deprivation of liberty, and does not end by
    itself: the year to the next review then begins. ``expires_on`` is a new last day, where one was set.
    """

    order: OrderId
    until_further_order: bool | None = None
    review_by: date | None = None
    expires_on: date | None = None


class OrderEnded(Event, name="court/order-ended"):
    """An order is not in force from this day on, whatever last day it named."""

    order: OrderId
    why: OrderEnd


class AppealMade(Event, name="court/appeal-made"):
    """Somebody asked a higher judge to look at an order. The order stays in force until it is set aside or stayed."""

    order: OrderId
    appellant: BodyKind


class RestrictionImposed(Event, name="court/restriction-imposed"):
    """Something was done to the person that an order can speak of and no other part of the record holds.

    ``order`` is the order that it relies on.
    """

    kind: ActKind
    order: OrderId | None = None
    how: PersonalText | None = None


# Disputes and deputies


class ChallengeConsidered(Event, name="court/challenge-considered"):
    """Whether an authorisation is challenged in court, or reviewed, was considered, and by whom."""

    considered_by: Party
    why: PersonalText | None = None


class DeputyReported(Event, name="court/deputy-reported"):
    """A deputy reported to the Public Guardian. ``next_by`` is the last day for the next report, where one was set."""

    authority: AuthorityId
    next_by: date | None = None
