"""How an authorisation of a deprivation of liberty is asked for: urgently, in time, late, or by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor, BodyKind
from swp_domain.decision import Decision
from swp_domain.law.deprivation_of_liberty.meaning import READINGS, DeprivationFacts, Reading
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import urgent_on
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import ExtensionFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg16_request import RequestContents
from swp_domain.liberty.events import (
    DeprivationBegan,
    DeprivationDetermined,
    StandardAuthorisationRequested,
    UnauthorisedDeprivationDecided,
    UnauthorisedDeprivationReported,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
    UrgentExtensionRequested,
)
from swp_domain.liberty.vocabulary import Determination, ExtensionOutcome, ReportOutcome, RequestGround, Setting
from swp_domain.party import Party

_ASKED: Final = RequestContents(
    name_and_gender=True,
    age=True,
    where_and_telephone=True,
    authoritys_contact=True,
    purpose=True,
    from_when=True,
    whether_urgent_given=True,
)
_PRESSED: Final = ExtensionFacts(standard_requested=True, exceptional_reasons=True, detention_essential=True)


@dataclass(frozen=True, slots=True)
class Detained:
    """Somebody deprived of their liberty: in what kind of place, its code, who runs it, whether anybody knows them."""

    deprivation: str
    setting: Setting
    place: str
    manager: Actor
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A request for a standard authorisation, and the day on which it was received."""

    id: str
    on: date
    follows: str | None = None


def begins(pen: Pen, setting: Setting, place: str, manager: Actor, *, alone: bool = False) -> Detained:
    """Somebody is deprived of their liberty from this day on; now and then somebody says so, and on what grounds."""
    one = Detained(pen.named("deprivation"), setting, place, manager, alone)
    pen.tell(
        DeprivationBegan(
            deprivation=one.deprivation,
            setting=setting,
            place=place,
            arranged_by=BodyKind.HOSPITAL if setting is Setting.HOSPITAL else BodyKind.COUNCIL,
            states_doing=True,
        ),
        by=manager,
    )
    if pen.maybe(0.3):
        determined(pen, one, manager)
    return one


def determined(pen: Pen, one: Detained, by: Actor) -> None:
    """Somebody says that it is a deprivation of liberty, by the reading of the day."""
    reading = next(name for name, law in READINGS.items() if law.in_force(pen.day))
    acid = reading is Reading.ACID_TEST
    facts = DeprivationFacts(
        continuous_supervision_and_control=True,
        free_to_leave=False,
        amounts_to_it=None if acid else True,
        purpose_and_normality_weighed=None if acid else True,
        valid_consent=False,
        wishes_considered=None if acid else True,
        consent_through_wishes=None if acid else False,
        states_doing=True,
    )
    decision = Decision(outcome=Determination.DEPRIVED, reasons=synthetic("watched all day, and the door is locked"))
    determination = DeprivationDetermined(deprivation=one.deprivation, facts=facts, reading=reading, decision=decision)
    pen.tell(determination, by=by)


def requested(
    pen: Pen, one: Detained, ground: RequestGround = RequestGround.FIRST, follows: str | None = None
) -> Request:
    """The managing authority asks; now and then it leaves out what every request must say."""
    request = pen.named("request")
    contents = _ASKED if pen.maybe(0.9) else _ASKED.model_copy(update={"purpose": False})
    pen.tell(_request(one, request, ground, follows, contents), by=one.manager)
    return Request(request, pen.day, follows)


def urgently(pen: Pen, one: Detained) -> Request:
    """It gives itself an urgent authorisation, now and then for too long, and asks; some ask for more days."""
    request = pen.named("request")
    until = urgent_on(pen.day).last_day(pen.day) + timedelta(days=3 if pen.maybe(0.04) else 0)
    pen.tell(
        UrgentAuthorisationGiven(request=request, deprivation=one.deprivation, place=one.place, until=until),
        _request(one, request, RequestGround.FIRST, None, _ASKED),
        by=one.manager,
    )
    on = pen.day
    if pen.maybe(0.25):
        pen.after(3, 5)
        pen.tell(UrgentExtensionRequested(request=request), by=one.manager)
        pen.after(0, 1)
        more = pen.maybe(0.8)
        outcome = ExtensionOutcome.EXTENDED if more else ExtensionOutcome.REFUSED
        extended = UrgentExtensionDecided(
            request=request,
            until=until + timedelta(days=7) if more else None,
            facts=_PRESSED if more else ExtensionFacts(standard_requested=True, exceptional_reasons=False),
            decision=Decision(outcome=outcome, reasons=synthetic("there is nobody to assess this week")),
        )
        pen.tell(extended, by=pen.staff.council_desk.decider(pen.chance))
    return Request(request, on)


def found_out(pen: Pen, one: Detained) -> Request:
    """Nobody asks; months later somebody tells the council, which treats what it finds as a request."""
    pen.after(40, 300)
    report, request = pen.named("report"), pen.named("request")
    told = UnauthorisedDeprivationReported(
        report=report,
        deprivation=one.deprivation,
        reported_by=Party(kind=BodyKind.FAMILY, relation="niece"),
        authority_was_asked_first=True,
    )
    pen.tell(told)
    pen.after(2, 12)
    decision = Decision(outcome=ReportOutcome.UNAUTHORISED, reasons=synthetic("the home had asked nobody"))
    decided = UnauthorisedDeprivationDecided(report=report, request=request, decision=decision)
    asked = _request(one, request, RequestGround.AFTER_REPORT, None, _ASKED)
    pen.tell(decided, by=pen.staff.council_desk.decider(pen.chance))
    pen.tell(asked, by=one.manager)
    return Request(request, pen.day)


def _request(
    one: Detained, request: str, ground: RequestGround, follows: str | None, contents: RequestContents
) -> StandardAuthorisationRequested:
    return StandardAuthorisationRequested(
        request=request,
        deprivation=one.deprivation,
        setting=one.setting,
        place=one.place,
        ground=ground,
        follows=follows,
        contents=contents,
    )
