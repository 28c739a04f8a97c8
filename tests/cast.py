"""Who speaks in the tests, and the practices they speak for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.law.care_act_2014.s79_delegation import DELEGABLE
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.function import Function
from swp_domain.law.social_work_registration.title import (
    registered_with_gscc,
    registered_with_hcpc,
    registered_with_swe,
)
from swp_domain.practice.events import CompetenceApproved, ContractMade, FunctionsDelegated, StaffJoined, ThresholdSet
from swp_domain.practice.vocabulary import Instrument
from tests.telling import Said, Voice

COUNCIL, PRACTICE = "Northmere Council", "Northmere Social Work Practice"

_REGULATORS = (
    (registered_with_gscc, Regulator.GSCC),
    (registered_with_hcpc, Regulator.HCPC),
    (registered_with_swe, Regulator.SWE),
)


def registration_on(day: date) -> Registration:
    """A registration with the regulator of the day."""
    regulator = next((one for title, one in _REGULATORS if title.in_force(day)), Regulator.GSCC)
    return Registration(regulator=regulator, number="N1")


def _social_worker(name: str, kind: BodyKind, body: str) -> Callable[[date], Actor]:
    return lambda day: Actor(id=name, kind=kind, body=body, role=Role.SOCIAL_WORKER, registration=registration_on(day))


def somebody(kind: BodyKind, role: Role = Role.OTHER, name: str = "", body: str = "") -> Voice:
    """Anybody else, who is the same on every day."""
    actor = Actor(id=name or kind.value.replace(" ", "-"), kind=kind, body=body, role=role)
    return Voice(lambda _: actor)


council = Voice(_social_worker("council-worker", BodyKind.COUNCIL, COUNCIL))
practice = Voice(_social_worker("practice-worker", BodyKind.PRACTICE, PRACTICE))
advice_officer = somebody(BodyKind.PRACTICE, Role.ADVICE_OFFICER, "advice-officer", PRACTICE)
case_worker = somebody(BodyKind.PRACTICE, Role.CASE_WORKER, "case-worker", PRACTICE)
administrator = somebody(BodyKind.COUNCIL, Role.ADMINISTRATOR, "administrator", COUNCIL)
unregistered = somebody(BodyKind.COUNCIL, Role.SOCIAL_WORKER, "unregistered", COUNCIL)
court = somebody(BodyKind.COURT, Role.JUDGE, "judge", "Court of Protection")
hospital = somebody(BodyKind.HOSPITAL, body="St Anne's")
other_council = somebody(BodyKind.OTHER_COUNCIL, body="Southmere Council")
person = somebody(BodyKind.PERSON)

_NO_OLD_LAW = (Function.ADVOCACY, Function.CONTINUITY, Function.TRANSITION, Function.FINANCIAL_ASSESSMENT)
PRE_CARE_ACT = tuple(one for one in DELEGABLE if one not in _NO_OLD_LAW)


def contract(on: str = "2011-08-01", council: str = COUNCIL, file: str | None = None, practice: str = PRACTICE) -> Said:
    """A council engaged the practice."""
    return administrator.tells(ContractMade(council=council, practice=practice), on, file=file)


def delegated(
    under: Instrument,
    on: str,
    *functions: Function,
    until: str | None = None,
    delegation: str = "d1",
    file: str | None = None,
) -> Said:
    """The council authorised the practice."""
    event = FunctionsDelegated(
        delegation=delegation,
        functions=functions or DELEGABLE,
        under=under,
        until=date.fromisoformat(until) if until else None,
    )
    return administrator.tells(event, on, file=file)


def joined(voice: Voice, on: str, supervisor: str = "") -> Said:
    """Somebody joined the staff of the practice or the council."""
    actor = voice.who(date.fromisoformat(on))
    event = StaffJoined(
        member=actor.id,
        works_for=actor.kind,
        role=actor.role,
        registration=actor.registration,
        supervisor=supervisor,
    )
    return administrator.tells(event, on)


def threshold(band: Band, on: str = "2010-04-01") -> Said:
    """The council's members set the band from which needs are eligible."""
    return administrator.tells(ThresholdSet(threshold=band), on)


def competent(voice: Voice, on: str, *functions: Function) -> Said:
    """The council considers somebody competent for functions, or for all."""
    who = voice.who(date.fromisoformat(on)).id
    return administrator.tells(CompetenceApproved(member=who, functions=functions or tuple(Function)), on)


def _staff(on: str) -> tuple[Said, ...]:
    return (
        joined(practice, on),
        joined(advice_officer, on, supervisor="practice-worker"),
        joined(case_worker, on),
        joined(council, on),
        joined(administrator, on),
        competent(advice_officer, on),
        competent(case_worker, on),
    )


PILOT = (
    contract(),
    delegated(Instrument.CONTRACTING_OUT_2011, "2011-08-01", *PRE_CARE_ACT, until="2014-03-31", delegation="pilot"),
    *_staff("2011-08-01"),
)
"""A practice of the pilots, under the order of 2011."""

SUCCESSOR = (
    contract(),
    delegated(Instrument.CONTRACTING_OUT_2014, "2014-04-01", *PRE_CARE_ACT, until="2015-03-31", delegation="after"),
    *_staff("2014-04-01"),
)
"""A practice under the order of 2014."""

DELEGATE = (
    contract("2015-04-01"),
    delegated(Instrument.CARE_ACT_S79, "2015-04-01", delegation="s79"),
    *_staff("2015-04-01"),
)
"""A practice authorised under section 79."""
