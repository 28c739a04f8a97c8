"""Each test and time limit by itself: the day before it is in force, its first day, its last, and the day after.

That the periods of one question join is in ``test_coverage``; here each piece of law is asked on the days beside its
own ends, and must answer or say that it does not know. What follows from that for a person is in
``test_dates_of_core_rules``.
"""

from __future__ import annotations

import typing
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pytest

from swp_domain.law import register
from swp_domain.law.calendar import BANK_HOLIDAYS
from swp_domain.law.dates import LawNotKnown, Unit, spoken
from swp_domain.law.finding import Facts, Finding
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Rule

DAY = timedelta(days=1)
FIRST_HOLIDAYS = min(BANK_HOLIDAYS).year
ALL: list[Rule[Any] | TimeLimit] = [*register.rules(), *register.limits()]


def _id(one: Rule[Any] | TimeLimit) -> str:
    return f"{one.family}, {one.provision}"


def ask(one: Rule[Any] | TimeLimit, on: date) -> Finding | date:
    """What a piece of law says on a day: of nothing that was told, or of a clock that starts then."""
    if isinstance(one, TimeLimit):
        return one.last_day(on)
    (kind,) = (hint for name, hint in typing.get_type_hints(one.test).items() if name != "return")
    return one(facts_of(kind), on=on)


def facts_of(kind: type[Facts]) -> Facts:
    """Facts of which nothing is told that need not be."""
    required = {name: field.annotation for name, field in kind.model_fields.items() if field.is_required()}
    return kind.model_validate({name: _any_of(told) for name, told in required.items()})


def _any_of(kind: Any) -> object:
    return next(iter(kind)) if issubclass(kind, StrEnum) else kind()


def asked_in_vain(one: Rule[Any] | TimeLimit, on: date) -> LawNotKnown:
    """The refusal of a piece of law to say anything on a day."""
    assert not one.in_force(on)
    with pytest.raises(LawNotKnown) as refusal:
        ask(one, on)
    return refusal.value


@pytest.mark.parametrize("one", [one for one in ALL if one.period], ids=_id)
def test_law_speaks_from_its_first_day_and_not_on_the_day_before(one: Rule[Any] | TimeLimit) -> None:
    assert one.period is not None
    first = one.period.first
    refusal = asked_in_vain(one, first - DAY)
    assert (refusal.on, refusal.encoded_from) == (first - DAY, first)
    assert f"not known on {spoken(first - DAY)}; encoded from {spoken(first)}" in str(refusal)
    assert one.in_force(first)
    if isinstance(one, TimeLimit) and one.unit is Unit.WORKING_DAYS and first.year < FIRST_HOLIDAYS:
        with pytest.raises(LawNotKnown, match="Bank holidays"):  # and not a day that is counted without them
            ask(one, first)
        first = date(FIRST_HOLIDAYS, 1, 1)
    said = ask(one, first)
    assert said >= first if isinstance(said, date) else said.on == first


@pytest.mark.parametrize("one", [one for one in ALL if one.period and one.period.last], ids=_id)
def test_law_speaks_on_its_last_day_and_not_on_the_day_after(one: Rule[Any] | TimeLimit) -> None:
    assert one.period is not None
    last = one.period.last
    assert last is not None
    assert one.in_force(last)
    said = ask(one, last)
    assert said >= last if isinstance(said, date) else said.on == last
    refusal = asked_in_vain(one, last + DAY)
    assert (refusal.on, refusal.encoded_to) == (last + DAY, last)


@pytest.mark.parametrize("one", [one for one in ALL if one.period and one.period.last is None], ids=_id)
def test_law_without_an_end_speaks_on_any_later_day(one: Rule[Any] | TimeLimit) -> None:
    assert one.in_force(date.max)
    if isinstance(one, Rule):
        said = ask(one, date.max)
        assert isinstance(said, Finding)
        assert said.on == date.max


@pytest.mark.parametrize("one", [one for one in ALL if one.period is None], ids=_id)
def test_law_that_is_not_commenced_never_speaks(one: Rule[Any] | TimeLimit) -> None:
    for on in (date(1993, 4, 1), date(2015, 4, 1), date.max):
        assert asked_in_vain(one, on).encoded_from is None


COURT_RULES_OF_2017 = (
    "participation considered, SI 2017/1035, r 1.2",
    "party is represented, SI 2017/1035, r 1.2(4)",
    "notice of a hearing to the person, SI 2017/1035, r 7.8",
    "time to notify the person of an application, a withdrawal or a decision, SI 2017/1035, r 7.8",
    "time to certify that the person was notified, SI 2017/1035, r 7.10",
    "permission asked or not needed, SI 2017/1035, r 8.2",
    "time to serve the respondents, SI 2017/1035, r 9.6",
    "time to certify service or notification, SI 2017/1035, rr 9.6, 9.10",
    "time to notify others of an application, SI 2017/1035, r 9.10",
    "time to acknowledge service or notification, SI 2017/1035, r 9.12(2)",
    "time to file evidence against an application, SI 2017/1035, r 9.12(5), (7)",
    "bundle is whole, Court of Protection Practice Direction 4B, contents",
    "consultation before a streamlined application, Court of Protection Practice Direction 11A, Part 2",
    "evidence for a streamlined application, Court of Protection Practice Direction 11A, Part 2",
    "what takes an application off the paper route, Court of Protection Practice Direction 11A, Part 2",
)


def test_what_began_or_ended_on_a_day_of_its_own_is_what_we_know() -> None:
    """The days of force as they stand in the texts, so that none is moved by a slip; most began with the Care Act."""
    ends = {one.period.last for one in ALL if one.period and one.period.last}
    assert {spoken(day) for day in ends} == {
        "30 April 2009",  # the first month of the safeguards
        "31 July 2012",  # the General Social Care Council closes
        "31 March 2013",  # the NHS as supervisory body of hospitals
        "18 March 2014",  # article 5 as read before Cheshire West
        "31 March 2014",  # SI 2011/1568
        "31 March 2015",  # SI 2014/829 for new cases; No Secrets
        "31 March 2016",  # the old law, of whoever was supported before and not reviewed
        "30 September 2018",  # the tools of continuing healthcare of 2012
        "1 December 2019",  # the Health and Care Professions Council hands over
        "30 June 2022",  # hospital notices, with Schedule 3
        "1 June 2026",  # the acid test of Cheshire West
    }
    own = {(_id(one), spoken(one.period.first)) for one in ALL if one.period and one.period.first > date(2015, 4, 1)}
    assert own == {
        ("use of the title social worker, SI 2018/893, reg 28", "2 December 2019"),
        ("threshold of the checklist, NHS CHC National Framework, checklist", "1 October 2018"),
        (
            "levels of the decision support tool, NHS CHC National Framework, decision support tool, levels",
            "1 October 2018",
        ),
        ("involving hospital patients, Care Act 2014, s 74", "1 July 2022"),
        ("whether it is a deprivation of liberty, [2026] UKSC 16, all the circumstances", "2 June 2026"),
        ("what a determination of a deprivation of liberty shows, [2026] UKSC 16, reasoning", "2 June 2026"),
        ("support of whoever was not reviewed, SI 2015/995, art 2(4)", "1 April 2016"),
        *((rule, "1 December 2017") for rule in COURT_RULES_OF_2017),
    }
