"""Deprivations of liberty as they are really recorded: out of order, wrongly, put right, taken back, with vague dates.

What is told are steps. :func:`world` keeps what stands, by hand and without looking at entries; :func:`entries_of`
makes of the same steps the entries that the engine reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.court.events import ApplicationMade, OrderEnded, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderEnd, OrderOutcome
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate, Precision
from swp_domain.liberty.events import (
    AuthorisationEnded,
    AuthorisationSuspended,
    DeprivationBegan,
    DeprivationEnded,
    DeprivationMoved,
    DeprivedForVitalAct,
    RespiteBegan,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    SuspensionLifted,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
    VitalActEnded,
)
from swp_domain.liberty.vocabulary import AuthorisationOutcome, ExtensionOutcome
from tests.papers import decided
from tests.properties.entries import day, entry
from tests.properties.test_deprivation_cover import LAST, MET, Happened, places

Span = tuple[int, int]


@dataclass(frozen=True)
class Tell:
    """Something is recorded, of the days within which it happened: ``what`` it is called here."""

    what: int
    on: Span
    event: Event


@dataclass(frozen=True)
class Correct:
    """It is recorded anew, in the place of what was said of it before."""

    what: int
    on: Span
    event: Event


@dataclass(frozen=True)
class TakeBack:
    """All that was said of it is taken back; or, if ``only_the_correction``, the last that was."""

    what: int
    only_the_correction: bool = False


@dataclass(frozen=True)
class Restore:
    """The last taking back of it is itself taken back."""

    what: int


Step = Tell | Correct | TakeBack | Restore


def world(steps: Iterable[Step]) -> list[tuple[Span, Event]]:
    """What stands, in the order in which it happened; of one day, in the order in which it was first told."""
    told: dict[int, list[tuple[Span, Event]]] = {}
    away: dict[int, list[list[tuple[Span, Event]]]] = {}
    for step in steps:
        match step:
            case Tell():
                told[step.what] = [(step.on, step.event)]
            case Correct():
                told[step.what].append((step.on, step.event))
            case TakeBack():
                away.setdefault(step.what, []).append(list(told[step.what]))
                told[step.what] = told[step.what][:-1] if step.only_the_correction else []
            case Restore():
                told[step.what] = away[step.what].pop()
    return sorted((one[-1] for one in told.values() if one), key=lambda one: one[0][0])


def entries_of(steps: Iterable[Step]) -> list[AnyEntry]:
    """The entries of these steps, each a version of its own."""
    made: list[AnyEntry] = []
    said: dict[int, list[int]] = {}
    taken_back: dict[int, list[tuple[int, list[int]]]] = {}
    for version, step in enumerate(steps, start=1):
        match step:
            case Tell() | Correct():
                corrects = said[step.what][-1] if isinstance(step, Correct) else None
                one = entry(version, step.on[0], told=step.event, corrects=corrects)
                if step.on[0] != step.on[1]:
                    vague = PartialDate(day(step.on[0]), day(step.on[1]), Precision.RANGE)
                    one = one.model_copy(update={"occurred": vague})
                made.append(one)
                said.setdefault(step.what, []).append(version)
            case TakeBack():
                named = said[step.what][-1] if step.only_the_correction else said[step.what][0]
                made.append(entry(version, LAST, retracts=named))
                taken_back.setdefault(step.what, []).append((version, list(said[step.what])))
                if step.only_the_correction:
                    said[step.what].pop()
            case Restore():
                named, before = taken_back[step.what].pop()
                made.append(entry(version, LAST, retracts=named))
                said[step.what] = before
    return made


# What happened


def _ahead(on: int, days: int | None) -> date | None:
    return None if days is None else day(on + days)


def _grant(which: str, request: str, until: date | None) -> StandardAuthorisationDecided:
    return StandardAuthorisationDecided(
        authorisation=which, request=request, until=until, decision=decided(AuthorisationOutcome.GRANTED)
    )


def _order(
    name: str, authorises: bool | None, outcome: OrderOutcome, expires: date | None = None, ends: str | None = None
) -> OrderMade:
    return OrderMade(
        order=name,
        application=ends,
        ends_application=ends is not None,
        authorises_deprivation_of_liberty=authorises,
        expires_on=expires,
        decision=decided(outcome),
    )


@st.composite
def _urgent(draw: st.DrawFn) -> list[Happened]:
    """An urgent authorisation of its days or some others, and its extension."""
    on, which = draw(st.integers(0, 20)), draw(st.sampled_from(["q1", "q2"]))
    days = draw(st.sampled_from([6, 6, 6, 3, 7, 9, None]))
    told: list[Happened] = [
        (on, StandardAuthorisationRequested(request=which, place=draw(st.none() | places))),
        (on, UrgentAuthorisationGiven(request=which, deprivation="d1", until=_ahead(on, days))),
    ]
    if draw(st.integers(0, 3)):
        last = on + (days or 6)
        more = UrgentExtensionDecided(
            request=which,
            until=_ahead(last, draw(st.sampled_from([7, 7, 4, 10, None]))),
            decision=decided(ExtensionOutcome.EXTENDED),
        )
        told.append((draw(st.integers(max(on, last - 3), last + 1)), more))
    return told


@st.composite
def _standard(draw: st.DrawFn) -> list[Happened]:
    """A standard authorisation, its suspension, and its end."""
    on, which = draw(st.integers(0, 20)), draw(st.sampled_from(["s1", "s2"]))
    request = draw(st.sampled_from(["q1", "q2"]))
    told: list[Happened] = [(on, _grant(which, request, _ahead(on, draw(st.sampled_from([20, 50, 70, None])))))]
    if draw(st.integers(0, 2)):
        since = on + draw(st.integers(0, 12))
        told.append((since, AuthorisationSuspended(authorisation=which)))
        if draw(st.integers(0, 3)):
            lifted = since + draw(st.sampled_from([14, 26, 27, 28, 29, 30]))
            told.append((min(lifted, LAST), SuspensionLifted(authorisation=which)))
    if not draw(st.integers(0, 3)):
        told.append((min(on + draw(st.integers(1, 40)), LAST), AuthorisationEnded(authorisation=which)))
    return told


@st.composite
def _ordered(draw: st.DrawFn) -> list[Happened]:
    """An order, final or interim, that expires or does not; what becomes of it; or one that was not made."""
    on, name = draw(st.integers(0, 40)), draw(st.sampled_from(["o1", "o2"]))
    outcome = draw(st.sampled_from([*OrderOutcome, OrderOutcome.GRANTED, OrderOutcome.INTERIM]))
    authorises = draw(st.sampled_from([True, True, True, False, None]))
    told: list[Happened] = [
        (on, _order(name, authorises, outcome, _ahead(on, draw(st.sampled_from([0, 7, 14, None])))))
    ]
    if not draw(st.integers(0, 3)):
        told.append((min(on + draw(st.integers(0, 20)), LAST), OrderReviewed(order=name, expires_on=day(on + 25))))
    if not draw(st.integers(0, 3)):
        told.append((min(on + draw(st.integers(1, 20)), LAST), OrderEnded(order=name, why=OrderEnd.REPLACED)))
    return told


@st.composite
def _vital_act(draw: st.DrawFn) -> list[Happened]:
    """A question before the court, and section 4B meanwhile."""
    on, name = draw(st.integers(0, 30)), draw(st.sampled_from(["p1", "p2"]))
    asked = ApplicationMade(application=name, kind=ApplicationKind.COMMUNITY_DEPRIVATION, applicant=BodyKind.COUNCIL)
    facts = {"facts": MET} if draw(st.booleans()) else {}
    told: list[Happened] = [
        (on, asked),
        (on + draw(st.integers(0, 5)), DeprivedForVitalAct.model_validate({"deprivation": "d1", **facts})),
    ]
    if draw(st.booleans()):
        told.append((on + draw(st.integers(5, 20)), VitalActEnded(deprivation="d1")))
    if draw(st.booleans()):
        ends = _order("o3", False, draw(st.sampled_from(OrderOutcome)), ends=name)
        told.append((on + draw(st.integers(3, 20)), ends))
    return told


@st.composite
def _elsewhere(draw: st.DrawFn) -> list[Happened]:
    """A move, respite that may outstay its agreed end, or going home."""
    on = draw(st.integers(5, 50))
    kind = draw(st.integers(0, 4))
    if kind > 2:
        return [(on, DeprivationMoved(deprivation="d1", place=draw(places)))]
    if kind == 1:
        return [(on, DeprivationEnded(deprivation="d1"))]
    return [(on, RespiteBegan(deprivation="d1", place=draw(places), agreed_until=day(on + draw(st.integers(0, 12)))))]


_BLOCKS = st.one_of(
    _urgent(), _urgent(), _standard(), _standard(), _ordered(), _ordered(), _vital_act(), _elsewhere(), _elsewhere()
)


@st.composite
def lives(draw: st.DrawFn, longest: int = 5) -> list[Happened]:
    """A deprivation, what authorised it, and perhaps a death."""
    began = DeprivationBegan(deprivation="d1", place=draw(places))
    told: list[Happened] = [(draw(st.integers(0, 5)), began)] if draw(st.integers(0, 9)) else []
    for block in draw(st.lists(_BLOCKS, min_size=1, max_size=longest)):
        told += block
    if not draw(st.integers(0, 5)):
        told.append((draw(st.integers(10, LAST)), PersonDied()))
    return told


# How it was recorded


def _otherwise(event: Event, on: int) -> Event:
    """The same paper, wrongly typed."""
    field = "until" if "until" in type(event).model_fields else "expires_on"
    return event.model_copy(update={field: day(on + 2)}) if field in type(event).model_fields else event


@st.composite
def recorded(draw: st.DrawFn, longest: int = 5, most_vague: int = 0) -> list[Step]:
    """A life as it is recorded. Which steps there are, the one who draws decides; their order is mixed."""
    told = draw(st.permutations(draw(lives(longest))))
    vague = draw(st.sets(st.integers(0, len(told) - 1), max_size=most_vague)) if told else set()
    spans = [(on, on + draw(st.integers(1, 3))) if n in vague else (on, on) for n, (on, _) in enumerate(told)]
    first: list[Step] = []
    later: list[list[Step]] = []
    for what, (span, (on, event)) in enumerate(zip(spans, told, strict=True)):
        right, wrong = Tell(what, span, event), min(on + draw(st.sampled_from([-3, 3, 9])), LAST)
        mistaken = (max(wrong, 0), max(wrong, 0))
        match draw(st.integers(0, 9)):
            case 0:
                first.append(Tell(what, mistaken, _otherwise(event, on)))
                later.append([Correct(what, span, event)])
            case 1:
                first.append(Tell(what, mistaken, event))
                later.append([Correct(what, mistaken, _otherwise(event, on)), Correct(what, span, event)])
            case 2:
                first.append(right)
                later.append([Correct(what, mistaken, _otherwise(event, on)), TakeBack(what, only_the_correction=True)])
            case 3:
                first.append(right)
                later.append([TakeBack(what), Restore(what)])
            case 4:
                first.append(right)
                later.append([TakeBack(what)])
            case _:
                first.append(right)
    flat = [step for steps in draw(st.permutations(later)) for step in steps]
    return first + flat
