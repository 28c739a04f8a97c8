"""The delegation ledger: who held which function, for whom, on which days, under what; why it ended; and the gaps."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.admission import standing_on
from swp_domain.event import Event
from swp_domain.history import history
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime
from swp_domain.practice.arrangements import Extent
from swp_domain.practice.events import (
    ContractEnded,
    ContractExtended,
    ContractMade,
    DelegationEnded,
    FunctionsDelegated,
    FunctionsWithdrawn,
    ScopeChanged,
)
from swp_domain.practice.reach import without_effect
from swp_domain.practice.vocabulary import Instrument
from swp_domain.practice_file import Practice
from swp_projections import Delegations
from swp_projections.delegation import DelegationRow
from tests.cast import COUNCIL, PRACTICE, administrator, contract, council, delegated, other_council, practice
from tests.desk import put
from tests.telling import Said, day, given

F = Function
ORDER_2011, ORDER_2014, S79, S75 = (
    Instrument.CONTRACTING_OUT_2011,
    Instrument.CONTRACTING_OUT_2014,
    Instrument.CARE_ACT_S79,
    Instrument.NHS_ACT_S75,
)
Told = Said | tuple[Said, ...]


def ledger(*said: Told, **days: Any) -> list[DelegationRow]:
    (found,) = [
        Delegations().of(name, entries, **days)
        for name, entries in given(*said).streams.items()
        if name.startswith("practice/")
    ]
    return found


def lines(found: Iterable[DelegationRow], stands: str, function: Function | None = None) -> list[tuple[str, ...]]:
    """From when to when, and why it ended; of a gap or of what has no effect, why it is so as well."""
    return [
        (str(one.from_day), str(one.last_day or ""), *((one.why,) if stands != "held" else ()), one.ended)
        for one in found
        if one.stands == stands and function in (None, one.function)
    ]


def tells(event: Event, on: str) -> Said:
    return administrator.tells(event, on)


def authorised(on: str, *functions: Function, **told: Any) -> Said:
    """Under section 79, for some people."""
    event = FunctionsDelegated.model_validate(
        {"delegation": "d1", "functions": functions or (F.REVIEW,), "under": S79, **told}
    )
    return tells(event, on)


CONTRACT = contract("2015-04-01")


# Held


def test_a_function_is_held_from_its_day_under_its_authorisation_and_by_whom_it_was_given() -> None:
    (one,) = ledger(CONTRACT, authorised("2016-04-01", client_groups=("older people",), areas=("South", "East")))
    assert (one.stands, one.function, one.practice, one.council) == ("held", F.REVIEW, PRACTICE, COUNCIL)
    assert (one.instrument, one.delegation, one.cohort) == (S79, "d1", "older people in South, East")
    assert (one.client_groups, one.areas, one.last_day, one.ended) == ("older people", "South; East", None, "")
    assert [one.holds_on(day(on)) for on in ("2016-03-31", "2016-04-01", "2030-01-01")] == [False, True, True]


ENDS: list[tuple[str, tuple[Told, ...], str, str]] = [
    ("ran out", (authorised("2016-04-01", until="2018-03-31"),), "2018-03-31", "its period runs out"),
    ("revoked", (authorised("2016-04-01"), tells(DelegationEnded(delegation="d1"), "2017-05-02")), "2017-05-01",
     "the authorisation was ended"),
    ("withdrawn", (authorised("2016-04-01"), tells(FunctionsWithdrawn(delegation="d1", functions=(F.REVIEW,)),
     "2017-05-02")), "2017-05-01", "the council withdrew the function"),
    ("contract ended", (authorised("2016-04-01"), tells(ContractEnded(returned_to="Northmere Council"), "2017-05-02")),
     "2017-05-01", "the contract ended, and its cases went to Northmere Council"),
    ("another scope", (authorised("2016-04-01"), tells(ScopeChanged(delegation="d1", areas=("South",)), "2017-05-02")),
     "2017-05-01", "it was given for other people"),
    ("given anew", (authorised("2016-04-01"), authorised("2017-05-02")), "2017-05-01",
     "it was given anew under the same name"),
    ("contract ran out", (authorised("2016-04-01"), tells(ContractExtended(until=date(2017, 5, 1)), "2017-01-01")),
     "2017-05-01", "the contract runs out"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "last", "why"), [one[1:] for one in ENDS], ids=[one[0] for one in ENDS])
def test_it_says_on_which_day_it_ended_and_why(said: tuple[Told, ...], last: str, why: str) -> None:
    assert lines(ledger(CONTRACT, *said), "held")[0] == ("2016-04-01", last, why)


def test_the_order_ended_by_law_on_its_own_last_day_whatever_the_paper_said() -> None:
    said = contract(), delegated(ORDER_2011, "2011-08-01", F.REVIEW, until="2015-07-31")
    found = ledger(*said)
    assert lines(found, "held") == [("2011-08-01", "2014-03-31", "SI 2011/1568 ceased to be in force")]
    because = "SI 2011/1568 ceased to be in force"
    assert lines(found, "gap") == [("2014-04-01", "", because, "")]
    assert lines(found, "without effect") == [
        ("2014-04-01", "2015-07-31", "SI 2011/1568 is not in force", "its period runs out")
    ]


def test_where_two_reasons_apply_both_are_told() -> None:
    pilot = contract(), delegated(ORDER_2011, "2011-08-01", F.REVIEW, until="2014-03-31", delegation="pilot")
    after = delegated(ORDER_2014, "2014-04-01", F.REVIEW, until="2016-03-31", delegation="after")
    found = ledger(pilot, after)
    first, *_ = lines(found, "held")
    assert first == ("2011-08-01", "2014-03-31", "its period runs out; SI 2011/1568 ceased to be in force")
    assert lines(found, "gap")[0][0] == "2015-04-01", "the second order begins on the day after the first"


def test_between_the_two_regimes_an_order_reaches_those_under_the_old_law_only() -> None:
    order = delegated(ORDER_2014, "2014-04-01", F.REVIEW, until="2016-03-31", delegation="order")
    found = ledger(contract("2014-04-01"), order, authorised("2015-07-01"))
    held = [(one.delegation, str(one.from_day), str(one.last_day), one.people) for one in found if one.stands == "held"]
    assert held == [
        ("order", "2014-04-01", "2015-03-31", ""),
        ("order", "2015-04-01", "2016-03-31", "people still under the law before the Care Act"),
        ("d1", "2015-07-01", "2016-03-31", "people under the Care Act; of others a person judges"),
        ("d1", "2016-04-01", "None", ""),
    ]
    gaps = [(str(one.from_day), str(one.last_day), one.people) for one in found if one.stands == "gap"]
    assert gaps == [("2015-04-01", "2015-06-30", "people under the Care Act")]


# Without effect


@pytest.mark.parametrize(
    ("under", "function", "why"),
    [
        (S79, F.CHARGING, "only the council has it (Care Act 2014, s 79(2))"),
        (S79, F.SAFEGUARDING_ENQUIRY, "only the council has it (Care Act 2014, s 79(2))"),
        (S79, F.CAPACITY_ADVOCACY, "Care Act 2014 s 79 does not reach it (Care Act 2014, s 79(1), (4)-(5))"),
        (S79, F.DEPRIVATION_OF_LIBERTY, "the supervisory body's own decision (Mental Capacity Act 2005, Sch A1)"),
        (ORDER_2014, F.REVIEW, "SI 2014/829 is not in force"),
    ],
)
def test_what_cannot_be_delegated_is_named_as_such_where_somebody_delegated_it(
    under: Instrument, function: Function, why: str
) -> None:
    found = ledger(CONTRACT, authorised("2017-04-01", function, under=under))
    assert [one.stands for one in found] == ["without effect"]
    assert why in found[0].why


def test_what_only_the_council_has_since_the_care_act_ends_on_the_day_before_it() -> None:
    order = delegated(ORDER_2011, "2011-08-01", F.CHARGING, F.ADVOCACY)
    found = ledger(contract(), order)
    assert lines(found, "held", F.CHARGING) == [("2011-08-01", "2014-03-31", "SI 2011/1568 ceased to be in force")]
    assert lines(found, "held", F.ADVOCACY) == []
    why = "SI 2011/1568 does not reach it (SI 2011/1568, art 3, Sch)"
    assert lines(found, "without effect", F.ADVOCACY)[0][2] == why
    partnership = delegated(S75, "2012-04-01", F.CHARGING, delegation="p")
    shared = ledger(contract(), partnership)
    until = ("2012-04-01", "2015-03-31", "only the council has it (Care Act 2014, s 79(2))")
    assert lines(shared, "held", F.CHARGING) == [until]


@pytest.mark.parametrize("who", [practice, other_council])
def test_what_was_not_given_by_the_council_is_named_and_held_by_nobody(who: Any) -> None:
    event = FunctionsDelegated(delegation="d1", functions=(F.REVIEW,), under=S79, until=date(2017, 3, 31))
    found = ledger(CONTRACT, who.tells(event, "2016-04-01"))
    why = "it was not given by the council whose function it is"
    assert lines(found, "held") == []
    assert [one[:3] for one in lines(found, "without effect")] == [("2016-04-01", "2017-03-31", why)]
    mended = ledger(CONTRACT, who.tells(event, "2016-04-01"), authorised("2016-06-01"))
    assert [one[:2] for one in lines(mended, "without effect")] == [("2016-04-01", "2016-05-31")]
    assert lines(mended, "held") == [("2016-06-01", "", "")]


def test_what_somebody_gives_who_cannot_breaks_nothing_of_what_the_council_gave() -> None:
    event = FunctionsDelegated(delegation="d1", functions=(F.REVIEW,), under=S79)
    record = given(CONTRACT, authorised("2016-04-01"), practice.tells(event, "2017-04-01"))
    ((name, entries),) = record.streams.items()
    found = Delegations().of(name, entries)
    assert lines(found, "held") == [("2016-04-01", "", "")]
    assert [one.entry for one in found] == [one.entry_id for one in entries[1:]]


def test_without_a_contract_an_authorisation_gives_nobody_anything() -> None:
    found = ledger(authorised("2016-04-01"), contract("2016-07-01"))
    assert [one[:3] for one in lines(found, "without effect")] == [
        ("2016-04-01", "2016-06-30", "no contract of that day names the practice")
    ]
    assert lines(found, "held") == [("2016-07-01", "", "")]


# Gaps


def test_a_gap_is_what_was_held_before_and_lasts_to_the_next_authorisation() -> None:
    again = authorised("2018-06-01", delegation="d2")
    found = ledger(CONTRACT, authorised("2016-04-01", until="2018-03-31"), again)
    assert lines(found, "gap") == [("2018-04-01", "2018-05-31", "its period runs out", "held again")]


def test_what_was_never_held_is_no_gap_and_neither_is_a_day_without_a_contract() -> None:
    ended = tells(ContractEnded(), "2017-04-01")
    assert lines(ledger(CONTRACT, authorised("2016-04-01"), ended), "gap") == []
    once_more = ledger(CONTRACT, authorised("2016-04-01"), ended, contract("2018-04-01"))
    assert lines(once_more, "gap") == [("2018-04-01", "", "the contract ended", "")]
    another = ledger(CONTRACT, authorised("2016-04-01"), ended, contract("2018-04-01", practice="Another Practice"))
    assert lines(another, "gap") == []


def test_a_gap_ends_with_the_contract() -> None:
    said = CONTRACT, authorised("2016-04-01", until="2016-09-30"), tells(ContractEnded(), "2017-04-01")
    assert lines(ledger(*said), "gap") == [("2016-10-01", "2017-03-31", "its period runs out", "the contract ended")]


def test_an_area_that_is_taken_out_is_a_gap_for_that_area() -> None:
    narrower = tells(ScopeChanged(delegation="d1", areas=("South",)), "2017-04-01")
    wider = tells(ScopeChanged(delegation="d1", areas=("south", "North")), "2018-04-01")
    found = ledger(CONTRACT, authorised("2016-04-01", areas=("South", "North")), narrower, wider)
    (gap,) = [one for one in found if one.stands == "gap"]
    assert (gap.cohort, str(gap.from_day), str(gap.last_day)) == ("everybody in North", "2017-04-01", "2018-03-31")
    all_of_them = ledger(CONTRACT, authorised("2016-04-01"), narrower)
    (gap,) = [one for one in all_of_them if one.stands == "gap"]
    assert gap.cohort == "everybody, save everybody in South"


def test_two_authorisations_side_by_side_leave_no_gap_when_one_of_them_ends() -> None:
    other = authorised("2016-04-01", delegation="d2")
    found = ledger(CONTRACT, authorised("2016-04-01", until="2017-03-31"), other)
    assert lines(found, "gap") == []
    assert len(lines(found, "held")) == 2


def test_what_was_told_later_was_not_known_before() -> None:
    late = administrator.tells(DelegationEnded(delegation="d1"), "2017-05-02", recorded="2018-01-01")
    said = CONTRACT, authorised("2016-04-01"), late
    assert lines(ledger(*said, known_at=day("2017-12-31")), "held") == [("2016-04-01", "", "")]
    assert lines(ledger(*said, as_at=day("2017-05-01")), "held") == [("2016-04-01", "", "")]
    assert lines(ledger(*said, as_at=day("2017-05-02")), "held")[0][1] == "2017-05-01"


# Whatever happened, day by day

FIRST, LAST = date(2013, 10, 1), date(2016, 8, 1)
_DAYS = st.dates(FIRST, LAST)
_FUNCTIONS = st.lists(st.sampled_from([F.REVIEW, F.CHARGING, F.CAPACITY_ADVOCACY]), min_size=1, max_size=2, unique=True)
_NAMES = st.sampled_from(["d1", "d2"])
_AREAS = st.sampled_from([(), ("South",), ("North",), ("South", "North")])


@st.composite
def _happenings(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from(["made", "extended", "ended", "given", "given", "given", "out", "scope", "over"]))
    match kind:
        case "made":
            name = draw(st.sampled_from([PRACTICE, PRACTICE, "Another Practice"]))
            return ContractMade(council=COUNCIL, practice=name, until=draw(st.none() | _DAYS))
        case "extended":
            return ContractExtended(until=draw(st.none() | _DAYS))
        case "ended":
            return ContractEnded()
        case "given":
            return FunctionsDelegated(
                delegation=draw(_NAMES),
                functions=tuple(draw(_FUNCTIONS)),
                under=draw(st.sampled_from(list(Instrument))),
                until=draw(st.none() | _DAYS),
                areas=draw(_AREAS),
            )
        case "out":
            return FunctionsWithdrawn(delegation=draw(_NAMES), functions=tuple(draw(_FUNCTIONS)))
        case "scope":
            return ScopeChanged(delegation=draw(_NAMES), areas=draw(_AREAS))
    return DelegationEnded(delegation=draw(_NAMES))


_PEOPLE = ("South", "North", "")
"""Somebody of each area, and everybody."""


def _held_on(entries: Any, on: date) -> set[tuple[str, str, str, str]]:
    """What a decision of that day could stand on: practice, function, authorisation, for whom."""
    state = Practice.fold("practice/x", history(entries, as_at=on)).contract.on(on)
    return {
        (state.practice, function.value, given.id, str(given.extent))
        for given in state.delegations.values()
        for function in given.functions
        if state.practice and given.gives(function, on) and not without_effect(given.under, function, on)
    }


@settings(max_examples=40, deadline=None)
@whatever(story=st.lists(st.tuples(_DAYS, _happenings(), st.booleans()), min_size=1, max_size=8))
def test_day_by_day_who_held_a_function_is_what_the_intervals_say(story: list[tuple[date, Event, bool]]) -> None:
    told = [(council if theirs else administrator).tells(event, on.isoformat()) for on, event, theirs in story]
    record = given(contract(FIRST.isoformat()), *told)
    ((name, entries),) = [one for one in record.streams.items() if one[0].startswith("practice/")]
    found = Delegations().of(name, entries)
    assert len({one.key for one in found}) == len(found)
    ever: set[tuple[str, str, str]] = set()
    for number in range((LAST - FIRST).days + 40):
        on = FIRST + timedelta(days=number)
        expected = _held_on(entries, on)
        today = [one for one in found if one.holds_on(on)]
        held = [one for one in today if one.stands == "held"]
        assert sorted((one.practice, one.function, one.delegation, one.cohort) for one in held) == sorted(expected), on
        _agrees_with_the_standing(record.streams, on, held)
        ever |= _for_each_area(held)
        # For whom of those it was ever held for nobody holds it, if the practice has a contract that day.
        parties = {one.practice for one in standing_on(on, record.streams).practices if one.practice}
        under_the_care_act = [one for one in held if not _order_after_it(one, on)]
        missing = {one for one in ever - _for_each_area(under_the_care_act) if one[0] in parties}
        gaps = {(one.practice, one.function) for one in today if one.stands == "gap"}
        assert gaps == {one[:2] for one in missing}, on


def _order_after_it(one: DelegationRow, on: date) -> bool:
    return on in Regime.CARE_ACT.span and not Instrument(one.instrument).serves(Regime.CARE_ACT)


def _for_each_area(held: Iterable[DelegationRow]) -> set[tuple[str, str, str]]:
    """For people of which area each function is held; the last of them stands for everybody else."""
    return {
        (one.practice, one.function, area or "elsewhere")
        for one in held
        for area in _PEOPLE
        if Extent(areas=tuple(one.areas.split("; ")) if one.areas else ()).holds((), area) is True
    }


def _agrees_with_the_standing(streams: Any, on: date, held: Iterable[DelegationRow]) -> None:
    """Whoever decides asks the standing of the day: it finds an authorisation for whatever is held, and no other."""
    standing = standing_on(on, streams)
    by_practice = {(one.practice, one.function) for one in held}
    for practice_name in (PRACTICE, "Another Practice"):
        for function in (F.REVIEW, F.CHARGING):
            given = standing.delegation(practice_name, function)
            has_effect = given is not None and not without_effect(given.under, function, on)
            if not has_effect and given is not None:
                continue  # Of two, the standing may name the one without effect.
            assert has_effect == ((practice_name, function.value) in by_practice), (on, function)


# At the terminal


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    said = CONTRACT, authorised("2016-04-01", F.REVIEW, F.PLANNING, until="2018-03-31")
    put(Casework(url), *said, authorised("2018-06-01", F.REVIEW, F.CHARGING, delegation="d2"))
    return url


def swp(database: str, *words: str, code: int = 0) -> str:
    answer = CliRunner().invoke(app, ["delegation", *words, "--database", database], env={"COLUMNS": "240"})
    assert answer.exit_code == code, answer.output
    return " ".join((answer.stdout or answer.stderr).split())


def test_on_a_day_it_says_who_holds_what_and_what_is_the_councils(database: str) -> None:
    shown = swp(database, "--as-at", "2018-05-31")
    assert "Delegation as at 2018-05-31 Held under an authorisation: nothing." in shown
    assert "Gaps" in shown
    assert "care and support planning; review of plans" in shown
    now = swp(database, "--as-at", "2018-06-01", "--function", "REVIEW OF")
    assert "review of plans everybody Northmere Social Work Practice Care Act 2014 s 79 d2 2018-06-01 no end set" in now
    assert "Held by nobody but the council" not in now
    assert "Held by nobody but the council: decision to charge." in swp(
        database, "--as-at", "2018-06-01", "--function", "charge"
    )


def test_without_a_day_the_whole_ledger_is_shown_and_only_the_gaps_where_asked(database: str) -> None:
    answer = CliRunner().invoke(app, ["delegation", "--gaps", "--json", "--database", database])
    told = [json.loads(line) for line in answer.stdout.splitlines()]
    assert {(one["function"], one["stands"], one["from_day"], one["last_day"]) for one in told} == {
        ("care and support planning", "gap", "2018-04-01", None),
        ("review of plans", "gap", "2018-04-01", "2018-05-31"),
        ("decision to charge", "without effect", "2018-06-01", None),
    }
    shown = swp(database)
    assert "d1 2016-04-01 2018-03-31 its period runs out" in shown
    assert "only the council has it (Care Act 2014, s 79(2))" in shown
    header = CliRunner().invoke(app, ["delegation", "--csv", "--database", database]).stdout.splitlines()[0]
    assert header.split(",") == list(told[0])


def test_what_there_is_not_is_said(database: str) -> None:
    assert "no function is called 'no such'" in swp(database, "--function", "no such", code=65)
    assert "nothing is recorded under practice/none" in swp(database, "practice/none", code=65)
    assert swp(database, "practice/none", "--json", code=65)
