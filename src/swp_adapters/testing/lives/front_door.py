"""Calls to the front door, how an adult comes to notice, and what duty triage makes of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import RELATIONS, about, name, nhs_number, synthetic
from swp_domain.actor import BodyKind
from swp_domain.case.events import CaseAllocated, PersonRegistered
from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.party import Party, Pathway
from swp_domain.referral.events import ReferralReceived, ReferralTriaged, UrgentSupportProvided
from swp_domain.referral.vocabulary import Route, Source, TriageOutcome, Urgency

_NO_NEEDS: Final = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS)
_NEEDS: Final = Appearance(appears_to_have_needs=True)
_RESOLVED: Final = (ContactOutcome.INFORMATION_GIVEN, ContactOutcome.ADVICE_GIVEN, ContactOutcome.SIGNPOSTED)
_MONTH: Final = 365.25 / 12
_SOURCES: Final = (Source.GP, Source.HOSPITAL, Source.FAMILY_OR_FRIEND, Source.SELF, Source.POLICE, Source.HOUSING)


def calls(pen: Pen) -> None:
    """The calls that fall to one adult's share, each resolved with advice by an advice officer."""
    between = _MONTH / pen.shape.calls_a_person_a_month
    gap = pen.chance.expovariate(1 / between)
    while True:
        pen.after(int(gap), int(gap))
        gap = gap % 1 + pen.chance.expovariate(1 / between)
        _call(pen)


def _call(pen: Pen) -> None:
    contact = pen.named("call")
    officer = pen.chance.choice(pen.staff.front_door.others)
    received = ContactReceived(
        contact=contact,
        channel=pen.chance.choice((Channel.TELEPHONE, Channel.TELEPHONE, Channel.TELEPHONE, Channel.EMAIL)),
        concerns_a_service_user=pen.maybe(pen.shape.about_service_users),
        summary=synthetic(f"asks about {about(pen.chance)}"),
    )
    outcome = pen.chance.choice(
        (ContactOutcome.INFORMATION_GIVEN, ContactOutcome.ADVICE_GIVEN, ContactOutcome.SIGNPOSTED)
    )
    resolved = ContactResolved(
        contact=contact,
        appearance=_NO_NEEDS,
        decision=Decision(outcome=outcome, reasons=synthetic("no needs for care and support were told")),
    )
    file = f"contact/{pen.key}-{contact}"
    pen.elsewhere((file, received), (file, resolved), by=officer)


def comes_to_notice(pen: Pen) -> str:
    """A call that is passed on, or a referral; who the adult is. The id of the referral."""
    officer = pen.chance.choice(pen.staff.front_door.others)
    referral = pen.named("referral")
    urgency = pen.chance.choices((Urgency.ROUTINE, Urgency.URGENT, Urgency.IMMEDIATE), (85, 13, 2))[0]
    if pen.maybe(0.4):
        contact, file = pen.named("contact"), f"contact/{pen.key}-first"
        caller = Party(kind=BodyKind.FAMILY, relation=pen.chance.choice(RELATIONS), name=" ".join(name(pen.chance)))
        received = ContactReceived(
            contact=contact,
            channel=Channel.TELEPHONE,
            caller=caller,
            summary=synthetic(f"worried about {about(pen.chance)}"),
        )
        told = ReferralReceived(referral=referral, source=Source.FRONT_DOOR, urgency=urgency, contact=contact)
        pen.elsewhere(
            (file, received),
            (file, ContactPassedOn(contact=contact, case=pen.case, referral=referral, to=Pathway.TRIAGE)),
            (pen.case, told),
            (pen.case, person(pen)),
            by=officer,
        )
    else:
        source = pen.chance.choice(_SOURCES)
        route = Route.HOSPITAL_DISCHARGE if source is Source.HOSPITAL else Route.COMMUNITY
        summary = synthetic(f"difficulty with {about(pen.chance)}")
        told = ReferralReceived(referral=referral, source=source, route=route, urgency=urgency, summary=summary)
        pen.tell(told, person(pen), by=officer)
    return referral


def person(pen: Pen) -> PersonRegistered:
    """Who the adult is: an invented one, with a number of the range that is kept for tests."""
    given, family = name(pen.chance)
    born = pen.day - timedelta(days=round(pen.chance.triangular(19, 97, 82) * 365.25))
    return PersonRegistered(
        name_given=given,
        name_family=family,
        birth_date=born.isoformat(),
        birth_year=born.year,
        nhs_number=nhs_number(pen.chance.randrange(1_000_000)),
    )


def urgent_support(pen: Pen, assessment: str) -> None:
    """Needs are met at once, before anybody has assessed them."""
    pen.tell(UrgentSupportProvided(assessment=assessment, support=synthetic("meals and a daily visit")))


def triaged(pen: Pen, referral: str, *, ends: float) -> str:
    """Duty triage; the id of the assessment that it starts, or nothing: so often does a referral end there."""
    pen.after(0, 4)
    who = pen.staff.front_door.decider(pen.chance)
    if pen.maybe(ends):
        reasons = synthetic("settled at once, and no needs appear")
        decision = Decision(outcome=TriageOutcome.RESOLVED, reasons=reasons)
        pen.tell(ReferralTriaged(referral=referral, appearance=_NO_NEEDS, decision=decision), by=who)
        return ""
    assessment = pen.named("assessment")
    outcome = pen.chance.choices((TriageOutcome.ASSESS, TriageOutcome.SHORT_TERM, TriageOutcome.COMPLEX), (6, 3, 1))[0]
    decision = Decision(outcome=outcome, reasons=synthetic("needs appear, and are to be assessed"))
    pen.tell(ReferralTriaged(referral=referral, assessment=assessment, appearance=_NEEDS, decision=decision), by=who)
    if pen.maybe(0.06):
        urgent_support(pen, assessment)
    return assessment


def allocated(pen: Pen) -> None:
    """To a team and, soon or after a wait, to a worker; at a level, as that team's are."""
    level = None
    team = next(one for one in pen.shape.teams if one.name == pen.team.name)
    if pen.maybe(team.scored / team.receiving):
        level = pen.chance.choices([one for one, _ in team.levels], [number for _, number in team.levels])[0]
    if pen.maybe(0.12):
        pen.tell(CaseAllocated(team=pen.team.name))
        pen.after(20, 120)
    pen.tell(CaseAllocated(team=pen.team.name, worker=pen.worker.id, complexity=level))
