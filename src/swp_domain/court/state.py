"""What is before the court, and which orders were made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.court.events import ApplicationMade, OrderMade
from swp_domain.court.vocabulary import ApplicationKind
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class Application:
    """An application on a day; ``ended_on`` is ``None`` while it is before the court."""

    kind: ApplicationKind
    made_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class Order:
    """An order, and the days that it names."""

    made_on: date
    authorises_deprivation_of_liberty: bool | None
    review_by: date | None
    expires_on: date | None


@dataclass(frozen=True)
class CourtState:
    """Applications and orders, by identifier."""

    applications: dict[str, Application] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)


def evolve(state: CourtState, entry: AnyEntry) -> CourtState:
    """The court's business after one more entry."""
    match entry.event:
        case ApplicationMade(application=which, kind=kind):
            return changed(state, applications={**state.applications, which: Application(kind, entry.occurred_on)})
        case OrderMade() as made if entry.counts:
            order = Order(entry.occurred_on, made.authorises_deprivation_of_liberty, made.review_by, made.expires_on)
            applications = dict(state.applications)
            if made.ends_application and made.application in applications:
                applications[made.application] = changed(applications[made.application], ended_on=entry.occurred_on)
            return changed(state, applications=applications, orders={**state.orders, made.order: order})
    return state
