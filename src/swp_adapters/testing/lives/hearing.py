"""The steps of a matter before the Court of Protection: asking, serving, hearing, directing, ordering."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.testing.others import ADULT
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import BodyKind
from swp_domain.court.events import (
    ApplicationIssued,
    ApplicationMade,
    BundleFiled,
    DirectionComplied,
    DirectionGiven,
    HearingHeld,
    HearingListed,
    LitigantJoined,
    LitigationCapacityFound,
    OrderEnded,
    OrderMade,
    PapersServed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
    ServiceAcknowledged,
    ServiceCertified,
)
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
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.law.court_of_protection_rules_2017.pd11a_streamlined import StreamlinedFacts
from swp_domain.party import Party

_PAPERS: Final = tuple(BundlePart)
_RELATIVE: Final = Party(kind=BodyKind.FAMILY, relation="daughter")
_SOLICITOR: Final = Party(kind=BodyKind.REPRESENTATIVE, relation="Official Solicitor")
_TOLD_FIRST: Final = date(2023, 1, 1)
"""Since then the person and others are told before a deputy for property is asked for."""


def asked(
    pen: Pen,
    kind: ApplicationKind,
    applicant: BodyKind,
    form: Form,
    *,
    permission: bool | None = None,
    paper: StreamlinedFacts | None = None,
    order: str | None = None,
) -> str:
    """The court is asked, and whether permission is given where it is needed; the id of the application."""
    application = pen.named("application")
    made = ApplicationMade(
        application=application,
        kind=kind,
        applicant=applicant,
        about=synthetic("where and how the person is to live"),
        form=form,
        order=order,
        permission_asked=permission,
        streamlined=paper,
    )
    pen.tell(made, by=pen.staff.council_desk.lead)
    if permission:
        pen.after(3, 20)
        decision = Decision(outcome=PermissionOutcome.GIVEN, reasons=synthetic("there is a question to be tried"))
        pen.tell(PermissionDecided(application=application, decision=decision), by=pen.staff.court)
    return application


def issued(pen: Pen, application: str, *, respondents: bool) -> None:
    """The application is issued; those who must be told are, most in time, and some certificates are missing."""
    pen.after(3, 20)
    before = not respondents and pen.day >= _TOLD_FIRST
    pen.tell(
        ApplicationIssued(application=application, has_respondents=respondents, told_before_filing=before),
        by=pen.staff.court,
    )
    if before:
        return
    pen.after(2, 13 if pen.maybe(0.8) else 30)
    of_whom: tuple[tuple[Told, Party], ...] = ((Told.PERSON, ADULT), (Told.OTHER, _RELATIVE))
    if respondents:
        of_whom = (*of_whom, (Told.RESPONDENT, _RELATIVE))
    for told, who in of_whom:
        serving = pen.named("serving")
        pen.tell(PapersServed(serving=serving, application=application, told=told, who=who))
        if pen.maybe(0.85):
            pen.tell(ServiceCertified(serving=serving))
        if told is Told.RESPONDENT and pen.maybe(0.8):
            served_on = pen.day
            pen.after(3, 12)
            pen.tell(ServiceAcknowledged(serving=serving, opposes=False, served_on=served_on))


def spoken_for(pen: Pen, application: str, *, alone: bool) -> None:
    """The person becomes a party, cannot conduct proceedings, and somebody does it for them; now and then nobody."""
    pen.tell(
        LitigantJoined(litigant=pen.named("litigant"), application=application, role=LitigantRole.PERSON, who=ADULT),
        LitigationCapacityFound(application=application, can_conduct=False),
    )
    if alone or pen.maybe(0.85):
        kind = RepresentativeKind.OFFICIAL_SOLICITOR if alone or pen.maybe(0.7) else RepresentativeKind.ACCREDITED
        appointed = RepresentativeAppointed(application=application, kind=kind, who=_SOLICITOR)
        pen.tell(appointed, by=pen.staff.court)


def in_part(pen: Pen, application: str, how: Participation) -> None:
    """The court says how the person takes part; now and then it does not say so."""
    if pen.maybe(0.9):
        decision = Decision(outcome=how, reasons=synthetic("it was considered at the outset"))
        pen.tell(ParticipationDecided(application=application, decision=decision), by=pen.staff.court)


def heard(pen: Pen, application: str, kind: HearingKind) -> None:
    """A hearing is listed, the person is told of it, a bundle is filed, and it takes place."""
    hearing = listed(pen, application, kind, pen.day + timedelta(days=pen.chance.randint(25, 50)))
    pen.after(2, 9 if pen.maybe(0.85) else 20)
    pen.tell(
        PapersServed(
            serving=pen.named("serving"), application=application, told=Told.PERSON, who=ADULT, hearing=hearing.id
        )
    )
    pen.until(hearing.on - timedelta(days=3))
    parts = _PAPERS if pen.maybe(0.8) else _PAPERS[:6]
    pen.tell(BundleFiled(hearing=hearing.id, parts=parts))
    pen.until(hearing.on)
    pen.tell(HearingHeld(hearing=hearing.id, application=application), by=pen.staff.court)


class Listed:
    """A hearing, and its day."""

    def __init__(self, which: str, on: date) -> None:
        self.id, self.on = which, on


def listed(pen: Pen, application: str, kind: HearingKind, on: date) -> Listed:
    """A hearing is listed for a day."""
    one = Listed(pen.named("hearing"), on)
    pen.tell(
        HearingListed(hearing=one.id, application=application, kind=kind, listed_for=on, time_shortened=False),
        by=pen.staff.court,
    )
    return one


def directed(pen: Pen, application: str, kind: DirectionKind, owner: BodyKind, days: int) -> None:
    """Somebody is directed to do something by a day: most do, some late, and of some nothing more is heard."""
    direction, due = pen.named("direction"), pen.day + timedelta(days=days)
    given = DirectionGiven(
        direction=direction, application=application, owner=owner, kind=kind, due=due, in_words=synthetic("as asked")
    )
    pen.tell(given, by=pen.staff.court)
    drawn = pen.chance.random()
    if drawn < 0.88:
        done = due - timedelta(days=2) if drawn < 0.65 else due + timedelta(days=pen.chance.randint(2, 25))
        pen.meanwhile(f"complied-{direction}", lambda later: _complied(later, direction, done))


def _complied(pen: Pen, direction: str, on: date) -> None:
    pen.until(on)
    pen.tell(DirectionComplied(direction=direction))


def ordered(
    pen: Pen,
    application: str,
    outcome: OrderOutcome,
    *,
    final: bool = False,
    review_by: date | None = None,
    expires: date | None = None,
    deprives: bool = False,
    forbids: tuple[ActKind, ...] = (),
    authorisation: OnAuthorisation | None = None,
    replaces: str | None = None,
) -> str:
    """The court makes an order, which may take the place of another; the id of the order."""
    order = pen.named("order")
    made = OrderMade(
        order=order,
        application=application,
        authorises_deprivation_of_liberty=deprives,
        review_by=review_by,
        expires_on=expires,
        ends_application=final,
        forbids=forbids,
        authorisation=authorisation,
        decision=Decision(outcome=outcome, reasons=synthetic("it is in the person's best interests")),
    )
    pen.tell(made, by=pen.staff.court)
    if replaces is not None:
        pen.tell(OrderEnded(order=replaces, why=OrderEnd.REPLACED), by=pen.staff.court)
    return order
