"""What is before the court, which orders were made, what is directed and listed, and who takes part."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.court.events import (
    AppealMade,
    ApplicationIssued,
    ApplicationMade,
    BundleFiled,
    DirectionComplied,
    DirectionDischarged,
    DirectionGiven,
    DirectionVaried,
    HearingHeld,
    HearingListed,
    HearingVacated,
    LitigantJoined,
    LitigationCapacityFound,
    OrderEnded,
    OrderMade,
    OrderReviewed,
    PapersServed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
    RepresentativeLeft,
)
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    DirectionKind,
    HearingKind,
    LitigantRole,
    OrderOutcome,
    Participation,
    PermissionOutcome,
    RepresentativeKind,
    Told,
)
from swp_domain.entry import AnyEntry
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.stage import changed


@dataclass(frozen=True)
class Application:
    """An application on a day; ``ended_on`` is ``None`` while it is before the court."""

    kind: ApplicationKind
    made_on: date
    ended_on: date | None = None
    applicant: BodyKind | None = None
    issued_on: date | None = None
    permission: PermissionOutcome | None = None
    participation: Participation | None = None
    can_conduct: bool | None = None
    person_is_a_party: bool = False
    representatives: frozenset[RepresentativeKind] = frozenset()


@dataclass(frozen=True)
class Order:
    """An order, the days that it names, and what it forbids. ``brought_back_on`` is when it last came back."""

    made_on: date
    authorises_deprivation_of_liberty: bool | None
    review_by: date | None
    expires_on: date | None
    application: str | None = None
    stands: bool = True
    forbids: frozenset[ActKind] = frozenset()
    ended_on: date | None = None
    brought_back_on: date | None = None
    appealed_on: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether somebody must keep to it on a day."""
        ended = self.ended_on is not None and self.ended_on <= on
        expired = self.expires_on is not None and self.expires_on < on
        return self.stands and self.made_on <= on and not ended and not expired

    def overdue(self, on: date) -> bool:
        """Whether the day by which it was to come back to the court has passed, and it did not."""
        return self.in_force(on) and self.review_by is not None and self.review_by < on and self.brought_back_on is None


@dataclass(frozen=True)
class Direction:
    """Something that somebody was directed to do; ``over_on`` is when it was done, or not asked for any more."""

    owner: BodyKind
    kind: DirectionKind
    due: date | None
    application: str | None = None
    over_on: date | None = None
    done: bool = False


@dataclass(frozen=True)
class Hearing:
    """A hearing that was listed; whether it was held or vacated; when the person was told; what bundle it has."""

    listed_for: date | None = None
    kind: HearingKind = HearingKind.OTHER
    application: str | None = None
    time_shortened: bool | None = None
    held_on: date | None = None
    vacated_on: date | None = None
    person_told_on: date | None = None
    bundle: tuple[BundlePart, ...] | None = None


@dataclass(frozen=True)
class CourtState:
    """Applications, orders, directions and hearings, by identifier."""

    applications: dict[str, Application] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    directions: dict[str, Direction] = field(default_factory=dict)
    hearings: dict[str, Hearing] = field(default_factory=dict)

    def in_force(self, on: date) -> dict[str, Order]:
        """The orders that are in force on a day."""
        return {name: one for name, one in self.orders.items() if one.in_force(on)}


def evolve(state: CourtState, entry: AnyEntry) -> CourtState:
    """The court's business after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ApplicationMade(application=which, kind=kind) as made:
            new = Application(kind, on, applicant=made.applicant)
            state = changed(state, applications={**state.applications, which: new})
            return _order(state, made.order, brought_back_on=on)
        case OrderMade():
            return _ordered(state, entry) if entry.counts else state
        case OrderReviewed(order=which, review_by=again, expires_on=until) as reviewed:
            named = {"review_by": again, "expires_on": until}
            state = _order(state, which, **{name: day for name, day in named.items() if day})
            if reviewed.until_further_order and until is None:
                state = _order(state, which, expires_on=None)
            # A day of its own begins another wait.
            return _order(state, which, brought_back_on=None if again else on)
        case OrderEnded(order=which):
            return _order(state, which, ended_on=on)
        case AppealMade(order=which):
            return _order(state, which, appealed_on=on)
    return _directions(_hearings(_proceedings(state, entry), entry), entry)


def application_ended_by(entry: AnyEntry) -> str | None:
    """The application about which nothing is asked of the court any more, after an entry.

    An order can say so; what was withdrawn, or may not be asked for want of permission, is asked no more.
    """
    match entry.event:
        case OrderMade() as made if entry.counts:
            over = made.ends_application or made.decision.outcome is OrderOutcome.WITHDRAWN
            return made.application if over else None
        case PermissionDecided(application=which, decision=decision) if entry.counts:
            return which if decision.outcome is PermissionOutcome.REFUSED else None
    return None


def _ordered(state: CourtState, entry: AnyEntry) -> CourtState:
    made = entry.event
    if not isinstance(made, OrderMade):
        return state
    order = Order(
        entry.occurred_on,
        made.authorises_deprivation_of_liberty,
        made.review_by,
        made.expires_on,
        application=made.application,
        stands=made.decision.outcome.stands,
        forbids=frozenset(made.forbids),
    )
    state = changed(state, orders={**state.orders, made.order: order})
    over = application_ended_by(entry)
    return _application(state, over, ended_on=entry.occurred_on) if over else state


def _proceedings(state: CourtState, entry: AnyEntry) -> CourtState:
    match entry.event:
        case ApplicationIssued(application=which):
            return _application(state, which, issued_on=entry.occurred_on)
        case PermissionDecided(application=which, decision=decision) if entry.counts:
            ended = {"ended_on": entry.occurred_on} if application_ended_by(entry) else {}
            return _application(state, which, permission=decision.outcome, **ended)
        case ParticipationDecided(application=which, decision=decision) if entry.counts:
            joined = {"person_is_a_party": True} if decision.outcome is Participation.JOINED else {}
            return _application(state, which, participation=decision.outcome, **joined)
        case LitigantJoined(application=which, role=LitigantRole.PERSON):
            return _application(state, which, person_is_a_party=True)
        case LitigationCapacityFound(application=which, can_conduct=able):
            return _application(state, which, can_conduct=able)
        case RepresentativeAppointed(application=which, kind=kind) if which in state.applications:
            return _application(state, which, representatives=state.applications[which].representatives | {kind})
        case RepresentativeLeft(application=which, kind=kind) if which in state.applications:
            return _application(state, which, representatives=state.applications[which].representatives - {kind})
    return state


def _hearings(state: CourtState, entry: AnyEntry) -> CourtState:
    on = entry.occurred_on
    match entry.event:
        case HearingListed(hearing=which) as listed:
            told: dict[str, object] = {"listed_for": listed.listed_for, "application": listed.application}
            return _hearing(state, which, **told, kind=listed.kind, time_shortened=listed.time_shortened)
        case HearingVacated(hearing=which):
            return _hearing(state, which, vacated_on=on)
        case HearingHeld(hearing=which) if which:
            return _hearing(state, which, held_on=on)
        case PapersServed(hearing=which, told=Told.PERSON) if which:
            return _hearing(state, which, person_told_on=on)
        case BundleFiled(hearing=which, parts=parts):
            return _hearing(state, which, bundle=parts)
    return state


def _directions(state: CourtState, entry: AnyEntry) -> CourtState:
    on = entry.occurred_on
    match entry.event:
        case DirectionGiven(direction=which) as given:
            new = Direction(given.owner, given.kind, given.due, given.application)
            return changed(state, directions={**state.directions, which: new})
        case DirectionVaried(direction=which, due=due):
            changes: dict[str, object] = {"due": due}
        case DirectionComplied(direction=which):
            changes = {"over_on": on, "done": True}
        case DirectionDischarged(direction=which):
            changes = {"over_on": on}
        case _:
            return state
    if which not in state.directions:
        return state
    one = changed(state.directions[which], **changes)
    return changed(state, directions={**state.directions, which: one})


def _application(state: CourtState, which: str | None, **changes: object) -> CourtState:
    if which is None or which not in state.applications:
        return state
    one = changed(state.applications[which], **changes)
    return changed(state, applications={**state.applications, which: one})


def _order(state: CourtState, which: str | None, **changes: object) -> CourtState:
    if which is None or which not in state.orders:
        return state
    return changed(state, orders={**state.orders, which: changed(state.orders[which], **changes)})


def _hearing(state: CourtState, which: str, **changes: object) -> CourtState:
    one = changed(state.hearings.get(which, Hearing()), **changes)
    return changed(state, hearings={**state.hearings, which: one})
