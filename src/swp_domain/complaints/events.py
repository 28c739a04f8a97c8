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
    """Somebody complained (SI 2009/309).

    ``happened_on`` is the day, or the last day, of what it is about, and ``learned_on`` when they learned of it.
    ``good_reason`` and ``can_be_investigated`` are about a complaint that came late: whether there was good reason
    for that, and whether it can still be looked at effectively and fairly.
    """

    complaint: ComplaintId
    made_by: Party | None = None
    oral: bool | None = None
    happened_on: date | None = None
    learned_on: date | None = None
    good_reason: bool | None = None
    can_be_investigated: bool | None = None
    about: PersonalText | None = None


class ComplaintSettledAtOnce(Event, name="complaints/settled-at-once", taken_by=PRACTICE_OR_COUNCIL):
    """Whether an oral complaint was settled by the end of the next working day, and so is outside the regulations."""

    complaint: ComplaintId
    decision: Decision[bool]


class LateComplaintDeclined(Event, name="complaints/late-complaint-declined", taken_by=PRACTICE_OR_COUNCIL):
    """Whether a complaint is declined because it came too late was decided."""

    complaint: ComplaintId
    good_reason: bool | None = None
    can_be_investigated: bool | None = None
    decision: Decision[bool]


class ComplaintAcknowledged(Event, name="complaints/complaint-acknowledged"):
    """Receipt was acknowledged. ``handling_offered``: how it is handled, and by when, was offered for discussion."""

    complaint: ComplaintId
    handling_offered: bool | None = None


class ComplaintPeriodAgreed(Event, name="complaints/period-agreed"):
    """A longer time to answer was agreed with whoever complained. It counts if there was time left."""

    complaint: ComplaintId
    until: date


class ComplaintDelayExplained(Event, name="complaints/delay-explained"):
    """Whoever complained was written to and told why the answer is late."""

    complaint: ComplaintId


class ComplaintCarriedOn(Event, name="complaints/complaint-carried-on"):
    """Somebody else carries the complaint on, because whoever made it died or no longer can. The clock runs on."""

    complaint: ComplaintId
    by: Party


class ComplaintWithdrawn(Event, name="complaints/complaint-withdrawn"):
    """Whoever complained no longer does, or died and nobody carries it on."""

    complaint: ComplaintId


class ComplaintResponded(Event, name="complaints/complaint-responded", taken_by=PRACTICE_OR_COUNCIL):
    """The complaint was answered, with what was found."""

    complaint: ComplaintId
    decision: Decision[ComplaintOutcome]


class RemedyPromised(Event, name="complaints/remedy-promised", begins="remedy"):
    """Something was promised to put a wrong right, by a day where one was named.

    What is promised in one letter is told one by one: each is owed by itself.
    """

    remedy: RemedyId
    kind: RemedyKind = RemedyKind.OTHER
    by_day: date | None = None
    complaint: ComplaintId | None = None
    recommended_by: BodyKind | None = None
    promise: PersonalText | None = None


class RemedyCarriedOut(Event, name="complaints/remedy-carried-out"):
    """What was promised was done, the whole of it."""

    remedy: RemedyId


class RemedyReleased(Event, name="complaints/remedy-released"):
    """Whoever it was promised to no longer wants it."""

    remedy: RemedyId
