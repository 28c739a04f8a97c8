"""Years without liberty in a care home: asked for, waited for, authorised for a time, and asked for again."""

from __future__ import annotations

from functools import partial
from typing import Final

from swp_adapters.testing.lives.authorising import Standard, answered
from swp_adapters.testing.lives.court import challenged
from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.lives.requesting import Detained, Request, begins, found_out, requested, urgently
from swp_adapters.testing.others import ADULT
from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import BodyKind
from swp_domain.capacity.events import ObjectionRecorded
from swp_domain.capacity.vocabulary import Objecting
from swp_domain.decision import Decision
from swp_domain.law.dates import ONE_DAY
from swp_domain.liberty.events import (
    AuthorisationEnded,
    AuthorisationReviewed,
    AuthorisationReviewRequested,
    ConditionChecked,
    DeprivationEnded,
    DeprivationObjectedTo,
    RepresentativeVisited,
    RequestWithdrawn,
)
from swp_domain.liberty.vocabulary import (
    AuthorisationEnd,
    DeprivationEnd,
    RequestGround,
    ReviewOutcome,
    Setting,
)
from swp_domain.party import Party

_NEXT: Final = RequestGround.RENEWAL


class _Held:
    """What runs at this moment, for whoever moves away: a request that waits, an authorisation in force."""

    def __init__(self) -> None:
        self.request: Request | None = None
        self.standard: Standard | None = None


def deprived(pen: Pen, housing: Housing) -> None:
    """Somebody who cannot agree to it is kept in a care home, from the day on which they came until it ends."""
    if housing.since is None or housing.home is None:
        raise Over
    pen.until(housing.since)
    one = begins(pen, Setting.CARE_HOME, housing.home.code, housing.home.manager, alone=housing.alone)
    held = _Held()
    try:
        _asked_and_answered(pen, one, held)
    except Over:
        _moved_away(pen, one, held)
        raise


def _asked_and_answered(pen: Pen, one: Detained, held: _Held) -> None:
    """Request after request, until one is refused or a review ends what was authorised."""
    held.request = _first(pen, one)
    if pen.maybe(0.12):
        _objected(pen, one)
    while held.request is not None:
        standard = answered(pen, one, held.request, held.standard)
        held.request, held.standard = None, standard
        if standard is None or not _lasts(pen, one, standard):
            _free(pen, one)
            return
        held.request = _next(pen, one, standard)


def _first(pen: Pen, one: Detained) -> Request:
    """Asked for at once, a little late, or by nobody until somebody else finds out."""
    drawn = pen.chance.random()
    if drawn < 0.6:
        return urgently(pen, one)
    if drawn < 0.95:
        pen.after(0, 4 if pen.maybe(0.7) else 40)
        return requested(pen, one)
    return found_out(pen, one)


def _next(pen: Pen, one: Detained, standard: Standard) -> Request:
    """The next is asked for before the last day, after it, or so late that somebody must have forgotten."""
    drawn = pen.chance.random()
    if drawn < 0.8:
        pen.until(standard.until - pen.chance.randint(10, 28) * ONE_DAY)
    else:
        pen.until(
            standard.until + (pen.chance.randint(2, 30) if drawn < 0.94 else pen.chance.randint(60, 200)) * ONE_DAY
        )
    return requested(pen, one, _NEXT, standard.id)


def _lasts(pen: Pen, one: Detained, standard: Standard) -> bool:
    """What happens while it lasts; whether it does until its last day."""
    while (standard.until - pen.day).days > 130:
        pen.after(40, 90)
        drawn = pen.chance.random()
        if drawn < 0.35:
            pen.tell(RepresentativeVisited(authorisation=standard.id))
        elif drawn < 0.55:
            looked = ConditionChecked(authorisation=standard.id, kept=pen.maybe(0.8))
            pen.tell(looked)
        elif drawn < 0.65 and not _reviewed(pen, standard):
            return False
        elif 0.65 <= drawn < 0.69:
            _objected(pen, one)
    return True


def _reviewed(pen: Pen, standard: Standard) -> bool:
    """The representative asks for a review; whether the authorisation still stands after it."""
    review = pen.named("review-of-liberty")
    asked = AuthorisationReviewRequested(
        review=review, authorisation=standard.id, asked_by=Party(kind=BodyKind.REPRESENTATIVE, relation="daughter")
    )
    pen.tell(asked)
    pen.after(4, 35)
    outcomes = (ReviewOutcome.UNCHANGED, ReviewOutcome.CONDITIONS_VARIED, ReviewOutcome.TERMINATED)
    outcome = pen.chance.choices(outcomes, (5, 3, 2))[0]
    ends = outcome is ReviewOutcome.TERMINATED
    reviewed = AuthorisationReviewed(
        review=review,
        authorisation=standard.id,
        negative=ends,
        decision=Decision(outcome=outcome, reasons=synthetic("the assessor came again")),
    )
    pen.tell(reviewed, by=pen.staff.council_desk.lead)
    return not ends


def _objected(pen: Pen, one: Detained) -> None:
    """The person wants to leave; more often than not somebody puts that before the court."""
    pen.tell(
        DeprivationObjectedTo(deprivation=one.deprivation, objector=ADULT),
        ObjectionRecorded(to=Objecting.DEPRIVATION, objector=ADULT, in_words=synthetic("asks for the keys")),
    )
    if pen.maybe(0.6):
        pen.meanwhile("challenge", partial(challenged, alone=one.alone))


def _free(pen: Pen, one: Detained) -> None:
    """Nothing authorises it any more: soon, or not so soon, it is none."""
    pen.after(0, 3 if pen.maybe(0.75) else 40)
    how = pen.chance.choice((DeprivationEnd.ARRANGEMENTS_CHANGED, DeprivationEnd.REGAINED_CAPACITY))
    pen.tell(DeprivationEnded(deprivation=one.deprivation, how=how), by=one.manager)


def _moved_away(pen: Pen, one: Detained, held: _Held) -> None:
    """The case ends because the person lives elsewhere now: nothing is left to authorise here."""
    ending = pen.ending
    if ending is None or ending.died:
        return
    pen.day = ending.on
    pen.tell(DeprivationEnded(deprivation=one.deprivation, how=DeprivationEnd.LEFT), by=one.manager)
    if held.request is not None:
        pen.tell(RequestWithdrawn(request=held.request.id), by=one.manager)
    if held.standard is not None and held.standard.until >= pen.day:
        ended = AuthorisationEnded(authorisation=held.standard.id, why=AuthorisationEnd.LEFT)
        pen.tell(ended, by=pen.staff.council_desk.lead)
