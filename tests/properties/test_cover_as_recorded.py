"""Days of deprivation as they are really recorded, counted one by one and by the fold; and what the examples reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from swp_domain.case.events import PersonDied
from swp_domain.court.events import ApplicationMade, OrderEnded, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import OrderOutcome
from swp_domain.deprivation_cover import Authority
from swp_domain.event import Event
from swp_domain.liberty.events import (
    AuthorisationSuspended,
    DeprivationBegan,
    DeprivationMoved,
    DeprivedForVitalAct,
    RespiteBegan,
    StandardAuthorisationDecided,
    SuspensionLifted,
    UrgentExtensionDecided,
)
from tests.properties.recorded_lives import Correct, Restore, Span, Step, TakeBack, Tell, entries_of, recorded, world
from tests.properties.test_deprivation_cover import LAST, NO, UNSURE, YES, Happened, count, engine, number

Days = dict[tuple[int, str], set[Authority]]


def counted(happened: list[Happened], until: int = LAST) -> Days:
    """The count day by day, with what the court did to what it was asked: what it dismissed is no order."""
    over: dict[str, int] = {}
    for on, told in happened:
        if isinstance(told, OrderMade) and told.ends_application and told.application:
            over.setdefault(told.application, on)
    stands = [
        (on, told)
        for on, told in happened
        if not (
            isinstance(told, OrderMade) and told.decision.outcome not in (OrderOutcome.GRANTED, OrderOutcome.INTERIM)
        )
    ]
    out: Days = {}
    ends = sorted({-1, *over.values(), LAST})
    for after, upto in pairwise(ends):
        gone = {name for name, on in over.items() if on <= after}
        still = [one for one in stands if not (isinstance(one[1], ApplicationMade) and one[1].application in gone)]
        out |= {day: found for day, found in count(still, until).items() if after < day[0] <= upto}
    return out


def happened(steps: list[Step]) -> list[Happened]:
    return [(span[0], told) for span, told in world(steps)]


# What an example is


def kinds_of(steps: list[Step]) -> Iterator[str]:
    """What an example has in it, in the words of what it is to try."""
    yield from _ways_of_recording(steps)
    told = happened(steps)
    yield from _authorities(told)
    yield from _persons(told)
    found = set().union(*counted(told).values()) if told else set()
    yield from (one.value for one in found)
    if found == {YES, NO, UNSURE}:
        yield "all three answers"


def _ways_of_recording(steps: list[Step]) -> Iterator[str]:
    corrected = [step.what for step in steps if isinstance(step, Correct)]
    if corrected:
        yield "a correction"
    if len(corrected) > len(set(corrected)):
        yield "a correction of a correction"
    if any(isinstance(step, TakeBack) and step.only_the_correction for step in steps):
        yield "a correction taken back"
    if any(isinstance(step, TakeBack) and not step.only_the_correction for step in steps):
        yield "a retraction"
    if any(isinstance(step, Restore) for step in steps):
        yield "a retraction taken back"
    spans = [step.on for step in steps if isinstance(step, Tell | Correct)]
    if any(first != last for first, last in spans):
        yield "a vague date"
    if [first for first, _ in spans] != sorted(first for first, _ in spans):
        yield "recorded out of order"


def _authorities(told: list[Happened]) -> Iterator[str]:
    last: dict[str, int | None] = {}
    since: dict[str, int] = {}
    asked: set[str] = set()
    for on, one in told:
        match one:
            case UrgentExtensionDecided() if on <= LAST and _days_with(told, UrgentExtensionDecided):
                yield "urgent with an extension that covers"
            case StandardAuthorisationDecided(authorisation=which):
                last[which] = number(one.until)
            case AuthorisationSuspended(authorisation=which) if which in last:
                since.setdefault(which, on)
            case SuspensionLifted(authorisation=which) if which in since:
                yield "a suspension lifted in time" if on <= since[which] + 27 else "a suspension lifted too late"
            case OrderMade(decision=decision) if one.authorises_deprivation_of_liberty:
                yield {OrderOutcome.GRANTED: "a final order", OrderOutcome.INTERIM: "an interim order"}.get(
                    decision.outcome, "an order that was not made"
                )
                expires = number(one.expires_on)
                if expires is not None and expires < LAST:
                    yield "an order that expired"
            case OrderMade() if one.ends_application and one.application in asked:
                yield "an application that ended"
            case OrderReviewed() | OrderEnded():
                yield "an order reviewed or ended"
            case ApplicationMade():
                asked.add(one.application)
            case DeprivedForVitalAct() if asked:
                yield "section 4B while the court is asked"


def _days_with(told: list[Happened], kind: type[Event]) -> bool:
    """Whether events of a kind change the answer of any day."""
    return counted(told) != counted([one for one in told if not isinstance(one[1], kind)])


def _persons(told: list[Happened]) -> Iterator[str]:
    began = False
    for _, one in told:
        match one:
            case DeprivationBegan():
                began = True
            case DeprivationMoved() if began:
                yield "a move"
            case PersonDied() if began:
                yield "a death"
            case RespiteBegan():
                agreed = number(one.agreed_until)
                if any(day > (agreed or 0) for day, _ in counted(told)) and (agreed or 0) < LAST:
                    yield "respite that outstays"
    days = [on for on, _ in told]
    if len(days) > len(set(days)):
        yield "two things on one day"


WANTED = {
    "a correction": 40,
    "a correction of a correction": 25,
    "a correction taken back": 25,
    "a retraction": 25,
    "a retraction taken back": 25,
    "a vague date": 25,
    "recorded out of order": 50,
    "urgent with an extension that covers": 6,
    "a suspension lifted in time": 5,
    "a suspension lifted too late": 5,
    "a final order": 4,
    "an interim order": 4,
    "an order that was not made": 4,
    "an order that expired": 8,
    "an order reviewed or ended": 10,
    "section 4B while the court is asked": 8,
    "an application that ended": 4,
    "respite that outstays": 4,
    "a move": 4,
    "a death": 6,
    "two things on one day": 25,
    "authorised": 30,
    "not authorised": 60,
    "cannot tell": 12,
    "all three answers": 4,
}
"""Of a hundred examples, at least this many have it."""


def measured(examples: int = 300) -> Counter[str]:
    """How many of some examples have what they are for."""
    seen: Counter[str] = Counter()

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(recorded(most_vague=2))
    def look(steps: list[Step]) -> None:
        seen.update(["all", *set(kinds_of(steps))])

    look()
    return seen


def test_the_examples_reach_what_they_are_for() -> None:
    seen = measured()
    reached = {kind: round(100 * seen[kind] / seen["all"]) for kind in WANTED}
    assert {kind: share for kind, share in reached.items() if share < WANTED[kind]} == {}, reached
    assert set(seen) - {"all"} == set(WANTED)


# The days


many = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(recorded(), st.data())
def test_as_known_at_any_time_every_day_has_the_answer_of_counting(steps: list[Step], data: st.DataObject) -> None:
    for kind in sorted(set(kinds_of(steps))):
        event(kind)
    known, until = data.draw(st.integers(0, len(steps))), data.draw(st.integers(0, LAST))
    for some, upto in ((steps, LAST), (steps[:known], LAST), (steps, until)):
        told = [one for one in happened(some) if one[0] <= upto]
        assert engine(entries_of(some), upto) == counted(told, upto)


@many
@given(recorded(), st.data())
def test_in_whatever_order_it_is_recorded_the_answer_is_the_same(steps: list[Step], data: st.DataObject) -> None:
    """Of two things on one day the one told first is first: here no two are."""
    apart = {span: Tell(what, span, one) for what, (span, one) in enumerate(world(steps))}
    told = list(apart.values())
    assert engine(entries_of(data.draw(st.permutations(told)))) == engine(entries_of(told))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(recorded(longest=2, most_vague=2))
def test_a_vague_date_accuses_nobody_and_excuses_nobody_whatever_was_put_right(steps: list[Step]) -> None:
    """Whatever day it was: what is said not to be authorised was not, and what is said to be authorised was."""
    found = engine(entries_of(steps))
    told = world(steps)
    order = [id(one) for _, one in told]
    said_no = {each for each, answers in found.items() if answers == {NO}}
    said_yes = {each for each, answers in found.items() if answers == {YES}}
    for days in product(*(range(first, last + 1) for (first, last), _ in told)):
        real = sorted(zip(days, (one for _, one in told), strict=True), key=lambda one: one[0])
        if [id(one) for _, one in real] != order:
            continue  # What was told in one order is read in that order.
        answers = counted(real)
        for each in said_no:
            assert NO in answers.get(each, {NO}), (each, days)
        for each in said_yes:
            assert answers.get(each, {YES}) == {YES}, (each, days)


# That the count would notice


@pytest.mark.parametrize("span", [(3, 3), (3, 6)])
def test_the_steps_and_their_entries_say_the_same_of_a_retraction(span: Span) -> None:
    began = DeprivationBegan(deprivation="d1", place="a")
    steps: list[Step] = [Tell(0, span, began), Correct(0, (9, 9), began), TakeBack(0, only_the_correction=True)]
    assert happened(steps) == [(3, began)]
    assert happened([*steps, Restore(0)]) == [(9, began)]
    assert happened([*steps, TakeBack(0)]) == []
    assert engine(entries_of([*steps, TakeBack(0)])) == {}
    assert min(day for day, _ in engine(entries_of([*steps, Restore(0)]))) == 9
