"""The law has dates: for every question and regime its periods join, and on no day do two of them answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages
from typing import Any

import pytest

from swp_domain import law
from swp_domain.law import register
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.dates import LawNotKnown, Period
from swp_domain.law.limit import TimeLimit
from swp_domain.law.ombudsman.assessment_times import needs_assessment
from swp_domain.law.rule import Regime, Rule

Dated = Rule[Any] | TimeLimit
Key = tuple[str, Regime]
DAY = timedelta(days=1)

REPEALED_WITHOUT_A_SUCCESSOR = {
    # Section 79 of the Care Act has no condition of supervision; the orders before it had.
    ("supervision by a social worker", Regime.CALENDAR),
    # Nor can it reach the instruction of mental capacity advocates; the order of 2014 had dropped it before.
    ("advocates under the order", Regime.CALENDAR),
    # Nor one of age: Part 1 is about adults anyway, and says so itself.
    ("age under the orders", Regime.CALENDAR),
    # Who is competent is a term of the contract, or regulation 5 of the assessment regulations.
    ("competence under the orders", Regime.CALENDAR),
    # Hospital notices ended with Schedule 3; what came after is another duty, of the hospital.
    ("least time to assess a hospital patient", Regime.CALENDAR),
    ("notice of discharge", Regime.CALENDAR),
}


def families(law: Iterable[Dated]) -> dict[Key, list[Dated]]:
    """What is encoded, by the question it answers and the regime it belongs to; law not commenced is inert."""
    found: dict[Key, list[Dated]] = defaultdict(list)
    for one in law:
        if one.period is not None:
            found[one.family, one.regime].append(one)
    return dict(found)


def faults(key: Key, law: Sequence[Dated]) -> list[str]:
    """Where the periods of one question overlap, leave a gap, or end before their regime does."""
    periods = sorted((one.period for one in law if one.period), key=lambda period: period.first)
    out = []
    for one, following in pairwise(periods):
        if one.last is None or following.first <= one.last:
            out.append(f"{key}: {one} overlaps {following}")
        elif following.first > one.last + DAY:
            out.append(f"{key}: nothing between {one} and {following}")
    span = key[1].span
    if not all(_within(period, span) for period in periods):
        out.append(f"{key}: reaches beyond the regime, {span}")
    if max((period.last or date.max) for period in periods) != (span.last or date.max):
        out.append(f"{key}: ends before the regime does, {span}")
    return out


def _within(period: Period, span: Period) -> bool:
    return span.first <= period.first and (period.last or date.max) <= (span.last or date.max)


LIMITS = list(register.limits())
LAW: dict[str, dict[Key, list[Dated]]] = {"rules": families(register.rules()), "limits": families(LIMITS)}
QUESTIONS = [(kind, key) for kind, found in LAW.items() for key in found]


def _id(question: tuple[str, Key]) -> str:
    kind, (family, regime) = question
    return f"{kind}: {family}, {regime.value}"


@pytest.mark.parametrize("question", QUESTIONS, ids=_id)
def test_the_periods_of_a_question_join_without_gap_or_overlap(question: tuple[str, Key]) -> None:
    kind, key = question
    found = faults(key, LAW[kind][key])
    if key in REPEALED_WITHOUT_A_SUCCESSOR:
        found = [one for one in found if "ends before the regime does" not in one]
    assert found == []


@pytest.mark.parametrize("question", QUESTIONS, ids=_id)
def test_on_every_boundary_and_the_days_beside_it_one_law_answers_or_none_is_known(
    question: tuple[str, Key],
) -> None:
    kind, key = question
    law = LAW[kind][key]
    first = min(one.period.first for one in law if one.period)
    last = max((one.period.last or date.max) for one in law if one.period)
    for day in _boundaries(law):
        answering = [one for one in law if one.in_force(day)]
        assert len(answering) == (1 if first <= day <= last else 0), day
        for one in law:
            if one not in answering:
                with pytest.raises(LawNotKnown):
                    _ask(one, day)


def _boundaries(law: Iterable[Dated]) -> set[date]:
    ends = {end for one in law if one.period for end in (one.period.first, one.period.last) if end}
    return {end + beside for end in ends for beside in (-DAY, timedelta(0), DAY)}


def _ask(one: Dated, day: date) -> None:
    if isinstance(one, TimeLimit):
        one.last_day(day)
    else:
        one(None, on=day)


def test_a_question_that_ended_is_named_and_did_end() -> None:
    ended = {
        key
        for found in LAW.values()
        for key, law in found.items()
        if any("ends before" in one for one in faults(key, law))
    }
    assert ended == REPEALED_WITHOUT_A_SUCCESSOR


def test_every_regime_has_a_first_day_and_the_care_act_begins_before_the_old_law_ends() -> None:
    old, new = Regime.COMMUNITY_CARE.span, Regime.CARE_ACT.span
    assert old.last is not None
    assert new.first in old, "for a year two laws are in force, for different people"
    assert new.last is None


# The check can fail


def _made_up(*periods: tuple[str, str | None]) -> list[Dated]:
    made: list[Dated] = []
    for number, (first, last) in enumerate(periods):
        period = Period(date.fromisoformat(first), date.fromisoformat(last) if last else None)
        if number == 1:
            made.append(replace(needs_assessment, family="made up", period=period))
        else:
            made.append(replace(enquiry_duty, family="made up", period=period))
    return made


MADE_UP: Key = ("made up", Regime.CALENDAR)


def test_a_gap_of_one_day_is_found() -> None:
    law = _made_up(("2000-01-01", "2010-12-31"), ("2011-01-02", None))
    assert faults(MADE_UP, law) == [
        f"{MADE_UP}: nothing between from 1 January 2000 to 31 December 2010 and from 2 January 2011"
    ]


def test_an_overlap_of_one_day_is_found() -> None:
    law = _made_up(("2000-01-01", "2011-01-01"), ("2011-01-01", None))
    assert faults(MADE_UP, law) == [f"{MADE_UP}: from 1 January 2000 to 1 January 2011 overlaps from 1 January 2011"]


def test_an_open_end_before_a_successor_is_an_overlap() -> None:
    assert any("overlaps" in one for one in faults(MADE_UP, _made_up(("2000-01-01", None), ("2011-01-01", None))))


def test_an_end_before_the_end_of_the_regime_is_found() -> None:
    assert any("ends before the regime does" in one for one in faults(MADE_UP, _made_up(("2000-01-01", "2010-12-31"))))


def test_law_that_begins_before_its_regime_is_found() -> None:
    assert any("reaches beyond the regime" in one for one in faults(MADE_UP, _made_up(("1900-01-01", None))))


def test_joined_periods_are_no_fault() -> None:
    assert faults(MADE_UP, _made_up(("2000-01-01", "2010-12-31"), ("2011-01-01", None))) == []


def test_law_that_has_not_commenced_is_written_and_inert() -> None:
    written = replace(enquiry_duty, period=None)
    assert families([written]) == {}
    assert not written.in_force(date(2024, 5, 1))
    with pytest.raises(LawNotKnown, match="nothing of it is encoded"):
        _ask(written, date(2024, 5, 1))


# Provenance


@pytest.mark.parametrize("card", register.cards(), ids=lambda card: f"{card.family}, {card.provision}")
def test_everything_on_the_register_is_cited_and_says_how_sure_we_are(card: register.Card) -> None:
    assert card.provision
    assert card.force
    assert card.confidence
    assert card.says


def test_every_law_file_that_says_something_is_on_the_register() -> None:
    """Only what is named there is found by the coverage tests, the reference pages and the digest."""
    own = {
        name
        for _, name, package in walk_packages(law.__path__, f"{law.__name__}.")
        if not package and name.count(".") > law.__name__.count(".") + 1
    }
    saying = {
        name for name in own if any(isinstance(one, Rule | TimeLimit) for one in vars(import_module(name)).values())
    }
    # It says under which regime a person is, and tests nothing.
    assert own - saying == {"swp_domain.law.transitional_order_2015.art2_regime"}
    assert {module.__name__ for module in register.LAW} == saying


def test_nothing_is_on_the_register_twice() -> None:
    named = [(one.test.__module__, one.test.__qualname__) for one in register.rules()]
    assert len(named) == len(set(named))
