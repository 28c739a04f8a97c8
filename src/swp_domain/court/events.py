"""What can have happened before the Court of Protection."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import COURT, BodyKind
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import ApplicationId, OrderId
from swp_domain.personal import PersonalText


class ApplicationMade(Event, name="court/application-made", begins="application"):
    """The court was asked. Anybody may ask; the applicant is kept by kind."""

    application: ApplicationId
    kind: ApplicationKind
    applicant: BodyKind
    about: PersonalText | None = None


class OrderMade(Event, name="court/order-made", taken_by=COURT, begins="order"):
    """The court made an order. ``expires_on`` is its last day in force; ``review_by`` the day it comes back."""

    order: OrderId
    application: ApplicationId | None = None
    authorises_deprivation_of_liberty: bool | None = None
    review_by: date | None = None
    expires_on: date | None = None
    ends_application: bool = False
    decision: Decision[OrderOutcome]


class OrderReviewed(Event, name="court/order-reviewed"):
    """The court reviewed an order. ``review_by`` is the day by which it comes back again, where one was set.

    ``until_further_order`` says that it goes on to authorise a deprivation of liberty, and does not end by
    itself: the year to the next review then begins.
    """

    order: OrderId
    until_further_order: bool | None = None
    review_by: date | None = None
