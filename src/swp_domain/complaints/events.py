"""What can have happened to complaints, and to what was promised in answer."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import PRACTICE_OR_COUNCIL, BodyKind
from swp_domain.complaints.vocabulary import ComplaintOutcome, RemedyKind
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import ComplaintId, RemedyId
from swp_domain.party import Party
from swp_domain.personal import PersonalText


class ComplaintReceived(Event, name="complaints/complaint-received", begins="complaint"):
    """Somebody complained (SI 2009/309). ``learned_on`` is when they learned of what it is about."""

    complaint: ComplaintId
    made_by: Party | None = None
    oral: bool | None = None
    learned_on: date | None = None
    about: PersonalText | None = None


class ComplaintSettledAtOnce(Event, name="complaints/settled-at-once"):
    """An oral complaint was settled by the end of the next working day, outside the regulations."""

    complaint: ComplaintId


class ComplaintAcknowledged(Event, name="complaints/complaint-acknowledged"):
    """Receipt was acknowledged."""

    complaint: ComplaintId
    handling_offered: bool | None = None


class ComplaintPeriodAgreed(Event, name="complaints/period-agreed"):
    """A longer time to answer was agreed with whoever complained, before the time ran out."""

    complaint: ComplaintId
    until: date


class ComplaintWithdrawn(Event, name="complaints/complaint-withdrawn"):
    """Whoever complained no longer does."""

    complaint: ComplaintId


class ComplaintResponded(Event, name="complaints/complaint-responded", taken_by=PRACTICE_OR_COUNCIL):
    """The complaint was answered, with what was found."""

    complaint: ComplaintId
    decision: Decision[ComplaintOutcome]


class RemedyPromised(Event, name="complaints/remedy-promised", begins="remedy"):
    """Something was promised to put a wrong right, by a day where one was named."""

    remedy: RemedyId
    kind: RemedyKind = RemedyKind.OTHER
    by_day: date | None = None
    complaint: ComplaintId | None = None
    recommended_by: BodyKind | None = None
    promise: PersonalText | None = None


class RemedyCarriedOut(Event, name="complaints/remedy-carried-out"):
    """What was promised was done."""

    remedy: RemedyId


class RemedyReleased(Event, name="complaints/remedy-released"):
    """Whoever it was promised to no longer wants it."""

    remedy: RemedyId
