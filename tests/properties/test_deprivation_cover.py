"""Days of deprivation and what authorises them, against a count that goes through them one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.court.events import ApplicationMade, OrderEnded, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OnAuthorisation, OrderEnd, OrderOutcome
from swp_domain.deprivation_cover import Authority, deprived_days, joined, not_authorised
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.history import history
from swp_domain.law.dates import PartialDate, Period, Precision
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import VitalActFacts
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
from swp_domain.liberty.vocabulary import AuthorisationOutcome, ExtensionOutcome, Setting
from tests.papers import decided
from tests.properties.entries import day, entry

many = settings(max_examples=200, deadline=None)
LAST = 60
NO, YES, UNSURE = Authority.NOT_AUTHORISED, Authority.AUTHORISED, Authority.CANNOT_TELL
MET = VitalActFacts(for_treatment_or_vital_act=True, necessary=True)
Happened = tuple[int, Event]


@dataclass
class Spell:
    place: str
    first: int
    last: int | None = None
    not_before: int = -1
    moved: bool = False


@dataclass
class Counted:
    """Everything that happened, read once in its order, as plain numbers of days."""

    spells: list[Spell] = field(default_factory=list)
    requests: dict[str, str | None] = field(default_factory=dict)
    urgents: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    longer: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    standards: dict[str, tuple[int, int | None, str | None]] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    still: dict[str, list[list[int | None]]] = field(default_factory=dict)
    orders: list[tuple[int, str, Event]] = field(default_factory=list)
    asked: list[list[int | None]] = field(default_factory=list)
    acts: list[list[Any]] = field(default_factory=list)
    died: int | None = None
    early: int | None = None


def number(day_: date | None) -> int | None:
    return None if day_ is None else (day_ - day(0)).days


def read(happened: list[Happened]) -> Counted:
    told = Counted()
    for on, event in happened:
        match event:
            case DeprivationBegan(place=place) | DeprivationMoved(place=place) | RespiteBegan(place=place):
                close(told, on)
                agreed = number(event.agreed_until) if isinstance(event, RespiteBegan) else None
                last = on if told.early == on else None
                moved = isinstance(event, DeprivationMoved)
                told.spells.append(Spell(place or "", on, last, -1 if agreed is None else agreed + 1, moved))
                told.early = None
            case DeprivationEnded():
                if not any(one.last is None for one in told.spells):
                    told.early = on
                close(told, on)
            case StandardAuthorisationRequested(request=which, place=place):
                told.requests[which] = place
            case UrgentAuthorisationGiven(request=which, until=until):
                told.urgents.setdefault(which, (on, number(until)))
            case UrgentExtensionDecided(request=which, until=until) if which in told.urgents:
                told.longer.setdefault(which, (on, number(until)))
            case StandardAuthorisationDecided(authorisation=which, request=request, until=until, decision=decision):
                if decision.outcome is AuthorisationOutcome.GRANTED:
                    told.standards[which] = (on, number(until), request)
                    told.refused.pop(request or "", None)
                else:
                    told.refused[request or ""] = on
            case AuthorisationEnded(authorisation=which):
                told.ended.setdefault(which, on)
            case AuthorisationSuspended(authorisation=which):
                if not any(one[1] is None for one in told.still.get(which, [])):
                    told.still.setdefault(which, []).append([on, None])
            case SuspensionLifted(authorisation=which):
                for one in told.still.get(which, []):
                    one[1] = on if one[1] is None else one[1]
            case OrderMade(order=which) | OrderReviewed(order=which) | OrderEnded(order=which):
                told.orders.append((on, which, event))
            case ApplicationMade():
                told.asked.append([on])
            case DeprivedForVitalAct(facts=facts):
                told.acts.append([on, None, facts])
            case VitalActEnded():
                for one in told.acts:
                    one[1] = on if one[1] is None else one[1]
            case PersonDied():
                told.died = on if told.died is None else told.died
    return told


def close(told: Counted, on: int) -> None:
    for one in told.spells:
        if one.last is None:
            one.last = on


def answer(told: Counted, spell: Spell, on: int) -> Authority:
    """Whether one day is authorised, asked of each thing that can authorise it."""
    found = [*of_urgents(told, spell, on), *of_standards(told, spell, on), *of_court(told, spell, on)]
    return YES if YES in found else UNSURE if UNSURE in found else NO


def of_urgents(told: Counted, spell: Spell, on: int) -> Iterator[Authority]:
    end = LAST if spell.last is None else spell.last
    mine = sorted(
        (begins, which)
        for which, (begins, _) in told.urgents.items()
        if begins <= end and told.requests.get(which) in (None, spell.place)
    )
    before = [one for one in mine if one[0] < spell.first]
    again = [one for one in mine if one[0] >= spell.first]
    for begins, which in before:
        found = of_urgent(told, begins, which, on)
        untold = spell.moved and told.requests.get(which) is None
        yield UNSURE if untold and found is YES else found
    # One for one detention; of two that were given on one day nobody can tell which it is.
    either = {of_urgent(told, *one, on) for one in again if one[0] == again[0][0]}
    yield from either if len(either) == 1 else [UNSURE] if either else []


def of_urgent(told: Counted, begins: int, which: str, on: int) -> Authority:
    until = told.urgents[which][1]
    sure = -1 if until is None else min(until, begins + 6)
    maybe = begins + 7 if until is None else min(until, begins + 7)
    if which in told.longer:
        decided_on, more = told.longer[which]
        if until is not None and more is not None and decided_on <= sure:
            sure = max(sure, min(more, sure + 7))
        if decided_on <= maybe:
            maybe = max(maybe, maybe + 7 if more is None else min(more, maybe + 7))
    if which in told.refused:
        sure, maybe = min(sure, told.refused[which]), min(maybe, told.refused[which])
    return YES if begins <= on <= sure else UNSURE if begins <= on <= maybe else NO


def of_standards(told: Counted, spell: Spell, on: int) -> Iterator[Authority]:
    for which, (begins, until, request) in told.standards.items():
        elsewhere = told.requests.get(request or "") not in (None, spell.place)
        over = which in told.ended and on > told.ended[which]
        if elsewhere or over or on < begins or (until is not None and on > until):
            yield NO
            continue
        stopped = False
        for since, lifted in told.still.get(which, []):
            assert since is not None
            ended = lifted is None or lifted > since + 27
            stopped = stopped or (on >= since and (ended or on < (lifted or 0)))
        untold = until is None or (spell.moved and begins < spell.first and told.requests.get(request or "") is None)
        yield NO if stopped else UNSURE if untold else YES


def of_court(told: Counted, spell: Spell, on: int) -> Iterator[Authority]:
    until_now = [(which, event) for when, which, event in told.orders if when <= on]
    for place, (which, event) in enumerate(until_now):
        if isinstance(event, OrderMade):
            found = of_order(event, [other for name, other in until_now[place + 1 :] if name == which], on)
            looked = [
                when
                for when, name, one in told.orders[place:]
                if name == which and spell.first <= when <= on and not isinstance(one, OrderEnded)
            ]
            yield UNSURE if found is YES and spell.moved and not looked else found
    for since, until, facts in told.acts:
        relied = since <= on and (until is None or on <= until)
        if relied and any(one[0] is not None and one[0] <= on for one in told.asked) and False not in facts:
            yield YES if facts == MET else UNSURE


def of_order(made: OrderMade, happened: list[Event], on: int) -> Authority:
    """What an order says on a day, after what happened to it until then."""
    if made.authorises_deprivation_of_liberty is False:
        return NO
    last = number(made.expires_on)
    for one in happened:
        if isinstance(one, OrderEnded):
            return NO
        if isinstance(one, OrderReviewed):
            last = number(one.expires_on) if one.expires_on or one.until_further_order else last
    if last is not None and on > last:
        return NO
    return YES if made.authorises_deprivation_of_liberty else UNSURE


def count(happened: list[Happened], until: int = LAST) -> dict[tuple[int, str], set[Authority]]:
    told = read(happened)
    out: dict[tuple[int, str], set[Authority]] = {}
    for spell in told.spells:
        end = min(one for one in (spell.last, told.died, until) if one is not None)
        for on in range(max(spell.first, spell.not_before), end + 1):
            out.setdefault((on, spell.place), set()).add(answer(told, spell, on))
    return out


def engine(entries: list[AnyEntry], until: int = LAST) -> dict[tuple[int, str], set[Authority]]:
    file = CaseFile.fold("case/one", history(entries, as_at=day(until)))
    out: dict[tuple[int, str], set[Authority]] = {}
    for one in deprived_days(file, day(until)):
        assert one.days.last is not None
        for each in range((one.days.first - day(0)).days, (one.days.last - day(0)).days + 1):
            out.setdefault((each, one.place or ""), set()).add(one.authority)
    return out


numbers = st.integers(0, LAST)
which_o = st.sampled_from(["o1", "o2"])
which_q, which_s, places = st.sampled_from(["q1", "q2"]), st.sampled_from(["s1", "s2"]), st.sampled_from(["a", "b"])


@st.composite
def events(draw: st.DrawFn, on: int) -> Event:
    def ahead(least: int = 0) -> date | None:
        told = draw(st.none() | st.integers(least, 20))
        return None if told is None else day(on + told)

    kind = draw(st.integers(0, 16))
    match kind:
        case 0 | 1:
            return DeprivationBegan(deprivation="d1", place=draw(places))
        case 2:
            return DeprivationMoved(deprivation="d1", place=draw(places))
        case 3:
            return DeprivationEnded(deprivation="d1")
        case 4:
            return StandardAuthorisationRequested(request=draw(which_q), place=draw(st.none() | places))
        case 5:
            return UrgentAuthorisationGiven(request=draw(which_q), deprivation="d1", until=ahead())
        case 6:
            return UrgentExtensionDecided(
                request=draw(which_q), until=ahead(), decision=decided(ExtensionOutcome.EXTENDED)
            )
        case 7 | 8:
            outcome = draw(st.sampled_from([AuthorisationOutcome.GRANTED] * 3 + [AuthorisationOutcome.REFUSED]))
            return StandardAuthorisationDecided(
                authorisation=draw(which_s), request=draw(which_q), until=ahead(), decision=decided(outcome)
            )
        case 9:
            return AuthorisationSuspended(authorisation=draw(which_s))
        case 10:
            return SuspensionLifted(authorisation=draw(which_s))
        case 11:
            return AuthorisationEnded(authorisation=draw(which_s))
        case 12:
            authorises = draw(st.sampled_from([True, False, None]))
            return OrderMade(
                order=draw(which_o),
                authorises_deprivation_of_liberty=authorises,
                expires_on=ahead(),
                decision=decided(OrderOutcome.GRANTED),
            )
        case 15:
            return OrderReviewed(order=draw(which_o), expires_on=ahead(), until_further_order=draw(st.booleans()))
        case 16:
            return OrderEnded(order=draw(which_o), why=OrderEnd.DISCHARGED)
        case 13:
            return RespiteBegan(deprivation="d1", place=draw(places), agreed_until=ahead() or day(on))
    return draw(
        st.sampled_from(
            [
                ApplicationMade(
                    application=f"p{on}", kind=ApplicationKind.COMMUNITY_DEPRIVATION, applicant=BodyKind.COUNCIL
                ),
                DeprivedForVitalAct(deprivation="d1", facts=MET),
                DeprivedForVitalAct(deprivation="d1"),
                VitalActEnded(deprivation="d1"),
                PersonDied(),
            ]
        )
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Happened]:
    days = draw(st.lists(numbers, max_size=12))
    told = [(on, draw(events(on))) for on in days]
    return [(0, DeprivationBegan(deprivation="d1", place="a")), *told] if draw(st.booleans()) else told


@many
@given(histories(), st.data())
def test_every_day_of_deprivation_has_the_answer_that_counting_gives(told: list[Happened], data: st.DataObject) -> None:
    until = data.draw(st.integers(0, LAST))
    entries = [entry(version, on, told=event) for version, (on, event) in enumerate(told, start=1)]
    in_order = [one for one in sorted(told, key=lambda each: each[0]) if one[0] <= until]
    assert engine(entries, until) == count(in_order, until)


@many
@given(histories(), st.randoms(use_true_random=False), st.data())
def test_the_order_of_recording_changes_nothing_and_a_correction_takes_the_place_of_what_it_corrects(
    told: list[Happened], mixed: Any, data: st.DataObject
) -> None:
    """No two on one day: of those, what was recorded first is first."""
    told = list({on: (on, event) for on, event in told}.values())
    shuffled = list(told)
    mixed.shuffle(shuffled)
    wrong = data.draw(st.sets(st.integers(1, max(len(shuffled), 1)), max_size=2))
    entries: list[AnyEntry] = []
    for version, (on, event) in enumerate(shuffled, start=1):
        mistaken = (on + 3) % LAST if version in wrong else on
        entries.append(entry(version, mistaken, told=event))
    for version, (on, event) in enumerate(shuffled, start=1):
        if version in wrong:
            entries.append(entry(len(entries) + 1, on, told=event, corrects=version))
    assert engine(entries) == count(sorted(told, key=lambda each: each[0]))


@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_a_vague_date_accuses_nobody_and_excuses_nobody(told: list[Happened], data: st.DataObject) -> None:
    """Whatever day it was: what is said not to be authorised was not, and what is said to be authorised was."""
    told = told[:7]
    vague = data.draw(st.sets(st.integers(0, max(len(told) - 1, 0)), max_size=2))
    entries: list[AnyEntry] = []
    ranges: list[range] = []
    for place, (on, event) in enumerate(told):
        made = entry(place + 1, on, told=event)
        if place in vague:
            made = made.model_copy(update={"occurred": PartialDate(day(on), day(on + 2), Precision.RANGE)})
        ranges.append(range(on, on + 3) if place in vague else range(on, on + 1))
        entries.append(made)
    found = engine(entries)
    said_no = {each for each, answers in found.items() if answers == {NO}}
    said_yes = {each for each, answers in found.items() if answers == {YES}}
    for days in product(*ranges):
        world = sorted(zip(days, (event for _, event in told), strict=True), key=lambda one: one[0])
        if [event for _, event in world] != [event for _, event in sorted(told, key=lambda one: one[0])]:
            continue  # What was told in one order is read in that order.
        real = count(world)
        for each in said_no:
            assert NO in real.get(each, {NO}), (each, days)
        for each in said_yes:
            assert real.get(each, {YES}) == {YES}, (each, days)


# By hand


def told_of(*happened: tuple[str, Event]) -> CaseFile:
    entries = []
    for version, (on, event) in enumerate(happened, start=1):
        made = entry(version, 0, told=event)
        occurred = PartialDate.parse(on)
        entries.append(made.model_copy(update={"occurred": occurred, "occurred_on": occurred.placed()}))
    return CaseFile.fold("case/one", history(entries))


BEGAN = DeprivationBegan(deprivation="d1", place="elms")


def periods(file: CaseFile, as_at: str = "2023-12-31") -> list[tuple[str, str, str]]:
    return [
        (str(one.days.first), str(one.days.last), one.why) for one in not_authorised(file, date.fromisoformat(as_at))
    ]


def answers(file: CaseFile, as_at: str) -> list[tuple[str, str, Authority]]:
    found = deprived_days(file, date.fromisoformat(as_at))
    return [(str(one.days.first), str(one.days.last), one.authority) for one in joined(found)]


def test_respite_that_outstays_its_agreed_end_is_a_deprivation_from_the_day_after() -> None:
    stay = RespiteBegan(deprivation="d1", place="elms", agreed_until=date(2023, 5, 14))
    urgent = UrgentAuthorisationGiven(request="q1", deprivation="d1", until=date(2023, 6, 7))
    file = told_of(("2023-05-01", stay), ("2023-06-01", urgent))
    assert periods(file, "2023-05-14") == []
    assert periods(file, "2023-06-09") == [
        ("2023-05-15", "2023-05-31", "the stay was agreed up to 14 May 2023"),
        ("2023-06-08", "2023-06-09", "the urgent authorisation ended, or stood still, after 7 June 2023"),
    ]
    home = told_of(("2023-05-01", stay), ("2023-05-14", DeprivationEnded(deprivation="d1")))
    assert periods(home) == []


def test_an_authorisation_stays_with_the_place_when_the_person_moves() -> None:
    request = StandardAuthorisationRequested(request="q1", deprivation="d1", place="elms")
    grant = StandardAuthorisationDecided(
        authorisation="s1", request="q1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    moved = DeprivationMoved(deprivation="d1", place="oaks")
    file = told_of(("2023-05-01", request), ("2023-05-01", BEGAN), ("2023-05-01", grant), ("2023-07-01", moved))
    assert periods(file, "2023-07-03") == [("2023-07-01", "2023-07-03", "nothing authorised it")]


def test_after_a_move_what_was_in_force_before_cannot_be_told_to_cover_a_place_that_has_no_name() -> None:
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    moved = DeprivationMoved(deprivation="d1")
    file = told_of(("2023-05-01", BEGAN), ("2023-05-01", grant), ("2023-07-01", moved))
    assert answers(file, "2023-07-03") == [("2023-05-01", "2023-07-01", YES), ("2023-07-01", "2023-07-03", UNSURE)]
    ahead = grant.model_copy(update={"begins_on": date(2023, 7, 1)})
    file = told_of(("2023-06-20", ahead), ("2023-07-01", BEGAN), ("2023-07-01", moved))
    assert answers(file, "2023-07-03")[-1] == ("2023-07-01", "2023-07-03", YES)


@pytest.mark.parametrize("setting", [one for one in Setting if not one.under_the_schedule])
def test_no_authorisation_of_the_schedule_reaches_beyond_hospitals_and_care_homes(setting: Setting) -> None:
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    urgent = UrgentAuthorisationGiven(request="q1", until=date(2023, 5, 7))
    at_home = DeprivationBegan(deprivation="d1", setting=setting)
    file = told_of(("2023-05-01", at_home), ("2023-05-01", grant), ("2023-05-01", urgent))
    assert answers(file, "2023-05-10") == [("2023-05-01", "2023-05-10", NO)]


ORDER = OrderMade(
    order="o1",
    authorises_deprivation_of_liberty=True,
    expires_on=date(2023, 6, 30),
    decision=decided(OrderOutcome.GRANTED),
)


def test_a_review_moves_the_last_day_of_an_order_and_an_order_ends_when_it_is_discharged() -> None:
    began, made = ("2023-05-01", BEGAN), ("2023-05-01", ORDER)
    alone = told_of(began, made)
    assert answers(alone, "2023-07-31") == [("2023-05-01", "2023-06-30", YES), ("2023-07-01", "2023-07-31", NO)]
    longer = told_of(began, made, ("2023-06-20", OrderReviewed(order="o1", expires_on=date(2023, 7, 15))))
    assert answers(longer, "2023-07-31") == [("2023-05-01", "2023-07-15", YES), ("2023-07-16", "2023-07-31", NO)]
    on = told_of(began, made, ("2023-06-20", OrderReviewed(order="o1", until_further_order=True)))
    assert answers(on, "2024-07-31") == [("2023-05-01", "2024-07-31", YES)]
    shorter = told_of(began, made, ("2023-05-20", OrderReviewed(order="o1", expires_on=date(2023, 5, 31))))
    assert answers(shorter, "2023-06-30") == [("2023-05-01", "2023-05-31", YES), ("2023-06-01", "2023-06-30", NO)]
    late = told_of(began, made, ("2023-07-10", OrderReviewed(order="o1", expires_on=date(2023, 8, 31))))
    assert answers(late, "2023-07-31")[1:] == [("2023-07-01", "2023-07-09", NO), ("2023-07-10", "2023-07-31", YES)]
    over = told_of(began, made, ("2023-06-01", OrderEnded(order="o1", why=OrderEnd.SET_ASIDE)))
    assert answers(over, "2023-06-30") == [("2023-05-01", "2023-05-31", YES), ("2023-06-01", "2023-06-30", NO)]
    other = told_of(began, made, ("2023-06-01", OrderEnded(order="o2", why=OrderEnd.DISCHARGED)))
    assert answers(other, "2023-06-30") == [("2023-05-01", "2023-06-30", YES)]


def test_whether_an_order_is_for_the_place_after_a_move_is_not_told_until_the_court_looks_again() -> None:
    moved = ("2023-05-20", DeprivationMoved(deprivation="d1", setting=Setting.SUPPORTED_LIVING, place="flat"))
    before = told_of(("2023-05-01", BEGAN), ("2023-05-01", ORDER), moved)
    assert answers(before, "2023-06-10") == [("2023-05-01", "2023-05-20", YES), ("2023-05-20", "2023-06-10", UNSURE)]
    review = ("2023-06-01", OrderReviewed(order="o1", expires_on=date(2023, 6, 30)))
    reviewed = told_of(("2023-05-01", BEGAN), ("2023-05-01", ORDER), moved, review)
    assert answers(reviewed, "2023-06-10")[1:] == [
        ("2023-05-20", "2023-05-31", UNSURE),
        ("2023-06-01", "2023-06-10", YES),
    ]
    that_day = told_of(("2023-05-01", BEGAN), moved, ("2023-05-20", ORDER))
    assert answers(that_day, "2023-06-10")[-1] == ("2023-05-20", "2023-06-10", YES)
    dismissed = ORDER.model_copy(update={"decision": decided(OrderOutcome.DISMISSED)})
    refused = told_of(("2023-05-01", BEGAN), ("2023-05-01", ORDER), moved, ("2023-06-01", dismissed))
    assert answers(refused, "2023-06-10")[-1] == ("2023-05-20", "2023-06-10", UNSURE)


def test_what_the_court_terminated_authorises_nothing_from_the_next_day_and_what_is_given_after_stands() -> None:
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    order = OrderMade(
        order="o1",
        authorises_deprivation_of_liberty=False,
        authorisation=OnAuthorisation.TERMINATED,
        decision=decided(OrderOutcome.GRANTED),
    )
    before = (("2023-05-01", BEGAN), ("2023-05-01", grant))
    over = told_of(*before, ("2023-06-01", order))
    assert answers(over, "2023-06-30") == [("2023-05-01", "2023-06-01", YES), ("2023-06-02", "2023-06-30", NO)]
    for left in (OnAuthorisation.VARIED, OnAuthorisation.LEFT, None):
        other = told_of(*before, ("2023-06-01", order.model_copy(update={"authorisation": left})))
        assert answers(other, "2023-06-30") == [("2023-05-01", "2023-06-30", YES)]
    again = grant.model_copy(update={"authorisation": "s2"})
    file = told_of(*before, ("2023-06-01", order), ("2023-06-10", again))
    assert answers(file, "2023-06-30")[1:] == [("2023-06-02", "2023-06-09", NO), ("2023-06-10", "2023-06-30", YES)]
    the_same_day = told_of(*before, ("2023-06-01", order), ("2023-06-01", again))
    assert answers(the_same_day, "2023-06-30")[-1] == ("2023-06-02", "2023-06-30", UNSURE)
    dismissed = order.model_copy(update={"decision": decided(OrderOutcome.DISMISSED)})
    assert answers(told_of(*before, ("2023-06-01", dismissed)), "2023-06-30") == [("2023-05-01", "2023-06-30", YES)]
    vague = told_of(*before, ("2023-06", order))
    assert answers(vague, "2023-07-31") == [
        ("2023-05-01", "2023-06-01", YES),
        ("2023-06-02", "2023-06-30", UNSURE),
        ("2023-07-01", "2023-07-31", NO),
    ]


def test_in_a_hospital_the_mental_health_act_may_authorise_what_a_suspension_does_not() -> None:
    began = DeprivationBegan(deprivation="d1", setting=Setting.HOSPITAL)
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    lifted = ("2023-07-21", SuspensionLifted(authorisation="s1"))
    for told, meanwhile in ((None, UNSURE), (True, YES), (False, NO)):
        suspended = AuthorisationSuspended(authorisation="s1", detained_under_mental_health_act=told)
        before = (("2023-05-01", began), ("2023-05-01", grant), ("2023-07-01", suspended))
        found = {first: answer for first, _, answer in answers(told_of(*before, lifted), "2023-08-31")}
        assert found.get("2023-07-01", YES) is meanwhile
        assert answers(told_of(*before, lifted), "2023-08-31")[-1][2] is YES
        # Nobody told that eligibility is met again: the authorisation is over after 28 days.
        last = answers(told_of(*before), "2023-08-31")[-1]
        assert last[1:] == ("2023-08-31", NO if told is False else UNSURE)
    at_home = DeprivationBegan(deprivation="d1")
    suspended = AuthorisationSuspended(authorisation="s1", detained_under_mental_health_act=True)
    file = told_of(("2023-05-01", at_home), ("2023-05-01", grant), ("2023-07-01", suspended))
    assert answers(file, "2023-07-10")[-1] == ("2023-07-01", "2023-07-10", NO)


def test_days_before_the_safeguards_began_are_not_looked_at() -> None:
    assert periods(told_of(("2008-05-01", BEGAN)), "2009-03-31") == []
    assert periods(told_of(("2008-05-01", BEGAN)), "2009-04-01") == [
        ("2009-04-01", "2009-04-01", "nothing authorised it")
    ]


def test_what_is_not_the_states_doing_needs_no_authority() -> None:
    at_home = BEGAN.model_copy(update={"states_doing": False})
    assert deprived_days(told_of(("2023-05-01", at_home)), date(2023, 6, 1)) == []


def test_a_purported_authorisation_authorises_nothing() -> None:
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    entries = [entry(1, 120, told=BEGAN), entry(2, 120, told=grant).model_copy(update={"counts": False})]
    file = CaseFile.fold("case/one", history(entries))
    assert len(not_authorised(file, day(125))) == 1


@pytest.mark.parametrize(("lifted", "again"), [("2023-07-28", True), ("2023-07-29", False)])
def test_a_suspension_of_28_days_can_be_lifted_and_after_that_the_authorisation_has_ended(
    lifted: str, again: bool
) -> None:
    """The day of suspension is the first: of 1 July, 28 July is the last."""
    grant = StandardAuthorisationDecided(
        authorisation="s1", until=date(2023, 12, 31), decision=decided(AuthorisationOutcome.GRANTED)
    )
    file = told_of(
        ("2023-05-01", BEGAN),
        ("2023-05-01", grant),
        ("2023-07-01", AuthorisationSuspended(authorisation="s1")),
        (lifted, SuspensionLifted(authorisation="s1")),
    )
    last = "2023-07-27" if again else "2023-08-31"
    why = "the standard authorisation ended, or stood still, after 30 June 2023"
    assert periods(file, "2023-08-31") == [("2023-07-01", last, why)]


def test_a_vague_end_told_before_the_beginning_ends_it() -> None:
    ended = ("2023-05", DeprivationEnded(deprivation="d1"))
    file = told_of(ended, ("2023-05-10", BEGAN))
    assert periods(file, "2023-08-31") == []
    found = deprived_days(file, date(2023, 8, 31))
    assert [(one.days, one.authority) for one in found] == [(Period(date(2023, 5, 10), date(2023, 5, 31)), UNSURE)]


def test_stretches_that_follow_one_another_are_joined() -> None:
    file = told_of(("2023-05-01", BEGAN), ("2023-05-03", DeprivationMoved(deprivation="d1", place="oaks")))
    found = joined(not_authorised(file, date(2023, 5, 5)))
    assert [one.days for one in found] == [Period(date(2023, 5, 1), date(2023, 5, 5))]
    assert timedelta(days=4) == date(2023, 5, 5) - date(2023, 5, 1)
