"""Every limit that a rule of six rooms judges by, or by which days of deprivation are covered: its last day, the next.

The rooms are asked which rules go by a limit of the law. A new one fails here until it has a row.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pkgutil import iter_modules
from types import CodeType, FunctionType
from typing import Any

import pytest

from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.case_file import CaseFile
from swp_domain.continuing_healthcare.events import IndependentReviewRequested, LocalReviewRequested, RefundDecided
from swp_domain.continuing_healthcare.vocabulary import RefundGround
from swp_domain.court.events import HearingHeld
from swp_domain.court.vocabulary import Told
from swp_domain.deprivation_cover import Authority, deprived_days
from swp_domain.deprivation_cover import court as of_court
from swp_domain.deprivation_cover import days as of_days
from swp_domain.deprivation_cover import schedule_a1 as of_schedule_a1
from swp_domain.law.limit import TimeLimit
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.events import AuthorisationSuspended, SuspensionLifted
from swp_domain.liberty.vocabulary import Setting
from swp_domain.stage import Judge
from tests import healthcare_papers as healthcare
from tests import telling
from tests.capacity_papers import assessed, named
from tests.cast import council, court, other_council, person
from tests.clock_days import (
    SIX_MONTHS,
    TWELVE_MONTHS,
    TWELVE_MONTHS_BEGINNING_WITH,
    TWENTY_EIGHT_DAYS,
    TWENTY_EIGHT_DAYS_WITHOUT_THE_PAUSE,
    Spans,
)
from tests.court_papers import listed, served
from tests.liberty_papers import all_met, began, care_home, extended, granted, requested, urgent, used_again
from tests.papers import concern, decided, order
from tests.stages.test_clocks import ONE_DAY, ROOMS
from tests.telling import Said, Then, day, given


def _room(name: str) -> Iterator[Any]:
    package = importlib.import_module(f"swp_domain.{name}")
    yield from (importlib.import_module(f"{package.__name__}.{one}") for _, one, _ in iter_modules(package.__path__))


# What a rule looks at

_GENERAL = {f"swp_domain.law.{one}" for one in ("dates", "rule", "finding", "limit", "calendar")}


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _names(one)


def _counts_days(value: object) -> bool:
    """Whether it is a limit of the law, or a function of the law that is asked about days."""
    if isinstance(value, FunctionType) and value.__module__.startswith("swp_domain.law"):
        return value.__module__ not in _GENERAL and any("date" in str(one) for one in value.__annotations__.values())
    return isinstance(value, TimeLimit)


def limits_of(function: object, seen: set[object] | None = None) -> set[str]:
    """The limits that a function goes by, itself or through those of its house that it calls."""
    seen = set() if seen is None else seen
    found: set[str] = set()
    if not isinstance(function, FunctionType) or function in seen:
        return found
    seen.add(function)
    for name in _names(function.__code__):
        value = function.__globals__.get(name)
        if _counts_days(value):
            found.add(name)
        elif getattr(value, "__module__", "").startswith("swp_domain.") and not isinstance(value, Judge):
            found |= limits_of(value, seen)
    return found


NO_LENGTH = {"instructed_by_the_nhs", "is_the_supervisory_body", "is_a_rate"}
"""Asked about a day, and not how long something lasts: who had a task on it, and what sum was paid."""


def _judges() -> list[Judge]:
    return [one for room in ROOMS for module in _room(room) for one in vars(module).values() if isinstance(one, Judge)]


def rule_named(name: str) -> Judge:
    return next(one for one in _judges() if one.ask.__name__ == name)


NO_LENGTH_HERE = "_needed"
"""Asks the longest standard authorisation only on which day there first was one: tried apart, below."""


def judged() -> dict[str, set[str]]:
    """By its name, each rule of the rooms that goes by a limit, and each part of the cover that does."""
    rules = {one.ask.__name__: limits_of(one.ask) - NO_LENGTH for one in _judges()}
    cover = {
        name: {each for each in _names(one.__code__) if _counts_days(one.__globals__.get(each))}
        for module in (of_court, of_days, of_schedule_a1)
        for name, one in vars(module).items()
        if isinstance(one, FunctionType) and one.__module__ == module.__name__ and name != NO_LENGTH_HERE
    }
    return {name: limits for name, limits in {**rules, **cover}.items() if limits}


# The table


@dataclass(frozen=True)
class Judged:
    """A limit as one rule puts it: what is asked on a day, of something that began on another.

    ``before`` says that it speaks up to the last day, and not after it.
    """

    ask: Callable[[str, str], Then]
    spans: Spans
    before: bool = False


def _third_concern(first: str, on: str) -> Then:
    two = given(person.tells(concern(concern="k1"), first), person.tells(concern(concern="k2"), first))
    return two.when(person.tells(concern(concern="k3"), on))


def _opposite(first: str, on: str) -> Then:
    found = given(council.tells(named(), first), council.decides(assessed(), first))
    return found.when(council.decides(assessed(CapacityResult.HAS), on))


def _used_again(first: str, on: str) -> Then:
    return given(care_home.tells(requested(), on)).when(
        council.records(used_again(Requirement.MENTAL_HEALTH, first), on)
    )


def _urgent(first: str, on: str) -> Then:
    return given().when(care_home.tells(urgent(on), first))


def _extended(first: str, on: str) -> Then:
    """``first`` is the last day that the urgent authorisation had."""
    start = str(day(first) - timedelta(days=6))
    record = given(care_home.tells(requested(), start), care_home.tells(urgent(first), start))
    return record.when(council.records(extended(on), first))


def _granted(first: str, on: str) -> Then:
    record = given(care_home.tells(requested(), first), *all_met(first))
    return record.when(council.records(granted(on), first))


def _heard(hearing: str, told_on: str) -> Then:
    told = council.tells(served(Told.PERSON, hearing="h1"), told_on)
    record = given(court.tells(listed(hearing), "2024-01-02"), told)
    return record.when(court.tells(HearingHeld(hearing="h1"), hearing))


def _ordered(first: str, on: str) -> Then:
    return given().when(court.decides(order(on, authorises_deprivation_of_liberty=True), first))


def _found(first: str, on: str) -> Then:
    return given(healthcare.nhs.tells(healthcare.received(), first)).when(
        healthcare.nhs.decides(healthcare.found(), on)
    )


def _locally(first: str, on: str) -> Then:
    asked = LocalReviewRequested(review="v1", consideration="h1", letter_on=day(first))
    return given().when(person.tells(asked, on))


def _independently(first: str, on: str) -> Then:
    asked = IndependentReviewRequested(review="v1", consideration="h1", letter_on=day(first))
    return given().when(person.tells(asked, on))


def _refunded(first: str, paid_from: str) -> Then:
    paper = RefundDecided(
        refund="r1",
        consideration="h1",
        ground=RefundGround.LATE,
        paid_from=day(paid_from),
        decision=decided(Decimal(100)),
    )
    return given(healthcare.nhs.tells(healthcare.received(), first)).when(healthcare.nhs.decides(paper, "2025-06-01"))


_A_WEEK_MORE: Spans = (("2024-05-07", "2024-05-14"), ("2024-02-25", "2024-03-03"), ("2023-02-25", "2023-03-04"))
JUDGED: dict[str, tuple[Judged, ...]] = {
    "several_concerns_are_looked_at_together": (Judged(_third_concern, TWELVE_MONTHS, before=True),),
    "opposite_findings_are_explained": (Judged(_opposite, TWENTY_EIGHT_DAYS, before=True),),
    "an_assessment_used_again_is_recent_and_right": (
        Judged(_used_again, (("2009-04-01", "2010-04-01"), *TWELVE_MONTHS)),
    ),
    "an_urgent_authorisation_is_short": (
        Judged(
            _urgent,
            (("2024-05-01", "2024-05-08"), ("2009-05-01", "2009-05-08"), ("2009-04-30", "2009-05-21")),
        ),
    ),
    "an_urgent_authorisation_counts_its_first_day": (
        Judged(
            _urgent,
            (("2024-05-01", "2024-05-07"), ("2009-05-01", "2009-05-07"), ("2009-04-30", "2009-05-20")),
        ),
    ),
    "an_urgent_authorisation_is_extended_once_and_for_a_week": (Judged(_extended, _A_WEEK_MORE),),
    "an_authorisation_lasts_no_longer_than_it_may": (Judged(_granted, TWELVE_MONTHS_BEGINNING_WITH),),
    # Clear days lie between: the last day of telling is counted back from the hearing.
    "the_person_is_told_of_a_hearing": (
        Judged(
            _heard,
            (("2024-06-17", "2024-06-02"), ("2024-03-14", "2024-02-28"), ("2025-01-08", "2024-12-24")),
        ),
    ),
    "a_deprivation_comes_back_to_the_court": (Judged(_ordered, (("2009-04-01", "2010-04-01"), *TWELVE_MONTHS)),),
    "a_late_decision_says_why": (Judged(_found, TWENTY_EIGHT_DAYS_WITHOUT_THE_PAUSE),),
    "a_review_is_asked_for_in_time": (
        Judged(_locally, SIX_MONTHS),
        Judged(_independently, SIX_MONTHS),
    ),
    # From the day after the last: the 29th.
    "a_refund_begins_when_it_is_due": (
        Judged(
            _refunded,
            tuple((first, str(day(last) + ONE_DAY)) for first, last in TWENTY_EIGHT_DAYS_WITHOUT_THE_PAUSE),
        ),
    ),
}


@pytest.mark.parametrize(
    ("name", "row"), [pytest.param(name, row, id=name) for name, rows in JUDGED.items() for row in rows]
)
def test_a_rule_speaks_on_the_day_after_the_last_and_not_on_the_last(name: str, row: Judged) -> None:
    def speaks(first: str, on: date) -> bool:
        after = row.ask(first, str(on))
        assert after.refusal is None, after.refusal
        return any(one.contradiction for one in telling._heard[-1].of(rule_named(name)) or ())

    for first, last in row.spans:
        said = (speaks(first, day(last)), speaks(first, day(last) + ONE_DAY))
        assert said == ((True, False) if row.before else (False, True)), f"{name}: {first} to {last}"


# Days of deprivation


def authority(on: date, *said: Said, setting: Setting = Setting.CARE_HOME) -> Authority:
    """What a day of a deprivation that began on the first of these days is."""
    first = min(one.proposal.on for one in said)
    record = given(care_home.tells(began(setting=setting), str(first)), *said)
    file = record.file()
    assert isinstance(file, CaseFile)
    (found,) = [one.authority for one in deprived_days(file, on) if on in one.days]
    return found


def _standard(first: str, until: str | None) -> tuple[Said, ...]:
    return (care_home.tells(requested(), first), *all_met(first), council.decides(granted(until), first))


@dataclass(frozen=True)
class Covers:
    """An authority that something gives on its last day, and what is left on the day after."""

    said: Callable[[str], tuple[Said, ...]]
    spans: Spans
    on_the_last: Authority = Authority.AUTHORISED
    after_it: Authority = Authority.NOT_AUTHORISED
    setting: Setting = Setting.CARE_HOME


def _urgent_until(until: str) -> Callable[[str], tuple[Said, ...]]:
    return lambda first: (care_home.tells(urgent(until), first),)


def _given_for_too_long(first: str) -> tuple[Said, ...]:
    """On paper, for more than a year."""
    until = str(day(first) + timedelta(days=400))
    return (care_home.tells(requested(), first), *all_met(first), council.records(granted(until), first))


def _suspended(first: str, *, detained: bool) -> tuple[Said, ...]:
    """Suspended on a day, of an authorisation that was given a month before it."""
    told = AuthorisationSuspended(authorisation="s1", detained_under_mental_health_act=detained)
    until = str(day(first) + timedelta(days=100))
    return (*_standard(str(day(first) - timedelta(days=30)), until), council.tells(told, first))


def _more(until: str | None) -> Callable[[str], tuple[Said, ...]]:
    def said(first: str) -> tuple[Said, ...]:
        seventh = str(day(first) + timedelta(days=6))
        return care_home.tells(urgent(seventh), first), council.decides(extended(until), seventh)

    return said


LONG = "2030-01-01"
COVER: dict[str, tuple[Covers, ...]] = {
    "_of_urgent": (
        # Longer than it can be: the seventh day is certain, the eighth hangs on how its days are counted.
        Covers(_urgent_until(LONG), (("2024-05-01", "2024-05-07"),), after_it=Authority.CANNOT_TELL),
        Covers(_urgent_until(LONG), (("2024-05-01", "2024-05-08"),), on_the_last=Authority.CANNOT_TELL),
        Covers(_urgent_until(LONG), (("2009-04-30", "2009-05-20"),), after_it=Authority.CANNOT_TELL),
        Covers(_urgent_until(LONG), (("2009-04-30", "2009-05-21"),), on_the_last=Authority.CANNOT_TELL),
        Covers(_urgent_until("2024-05-05"), (("2024-05-01", "2024-05-05"),)),
        # How long it was extended for was not told: it cannot have been longer than a week.
        Covers(_more(None), (("2024-05-01", "2024-05-07"),), after_it=Authority.CANNOT_TELL),
        Covers(_more(None), (("2024-05-01", "2024-05-14"),), on_the_last=Authority.CANNOT_TELL),
        Covers(_more("2024-05-10"), (("2024-05-01", "2024-05-10"),)),
    ),
    "_of_standard": (
        Covers(lambda first: _standard(first, None), TWELVE_MONTHS_BEGINNING_WITH, on_the_last=Authority.CANNOT_TELL),
        Covers(lambda first: _standard(first, "2024-08-01"), (("2024-05-15", "2024-08-01"),)),
    ),
    # Given for longer than a year: perhaps it is one for a year, and perhaps it is none.
    "_of_too_long": (
        Covers(
            lambda first: _given_for_too_long(first),
            TWELVE_MONTHS_BEGINNING_WITH,
            on_the_last=Authority.CANNOT_TELL,
        ),
    ),
    # A suspension that is told to be a detention under that Act runs out after 28 days; then nobody tells here.
    "_of_mental_health_act": (
        Covers(
            lambda first: _suspended(first, detained=True),
            (("2024-07-01", "2024-07-28"), ("2024-02-10", "2024-03-08")),
            after_it=Authority.CANNOT_TELL,
            setting=Setting.HOSPITAL,
        ),
    ),
}


@pytest.mark.parametrize(
    ("name", "row"),
    [pytest.param(name, row, id=f"{name}-{n}") for name, rows in COVER.items() for n, row in enumerate(rows)],
)
def test_a_deprivation_is_covered_to_the_last_day_and_not_on_the_next(name: str, row: Covers) -> None:
    for first, last in row.spans:
        found = tuple(authority(on, *row.said(first), setting=row.setting) for on in (day(last), day(last) + ONE_DAY))
        assert found == (row.on_the_last, row.after_it), f"{name}: {first} to {last}"


@pytest.mark.parametrize(
    ("since", "last"), [("2024-07-01", "2024-07-28"), ("2024-02-10", "2024-03-08"), ("2023-02-10", "2023-03-09")]
)
def test_a_suspended_authorisation_comes_back_up_to_its_last_day_and_has_ended_on_the_next(
    since: str, last: str
) -> None:
    """28 days, the day of suspending the first of them; none of them is authorised."""
    held = _standard(str(day(since) - timedelta(days=30)), str(day(since) + timedelta(days=100)))
    for lifted, then in ((day(last), Authority.AUTHORISED), (day(last) + ONE_DAY, Authority.NOT_AUTHORISED)):
        said = (
            *held,
            council.tells(AuthorisationSuspended(authorisation="s1"), since),
            council.tells(SuspensionLifted(authorisation="s1"), str(lifted)),
        )
        assert authority(day(since) - ONE_DAY, *said) is Authority.AUTHORISED
        assert authority(day(since), *said) is Authority.NOT_AUTHORISED
        assert authority(lifted - ONE_DAY, *said) is Authority.NOT_AUTHORISED
        assert authority(lifted, *said) is then


@pytest.mark.parametrize("on", ["2009-04-01", "2009-04-30"])
def test_what_was_given_in_the_first_month_could_not_be_extended(on: str) -> None:
    """SI 2009/139, Sch paras 2-4: three weeks instead of one, and no way to more."""
    last = day(on) + timedelta(days=20)
    more = extended(str(last + timedelta(days=7)))
    record = given(care_home.tells(requested(), on), care_home.tells(urgent(str(last)), on))
    longer = record.when(other_council.tells(more, str(last)))
    spoken_on = {"2009-04-01": "1 April 2009", "2009-04-30": "30 April 2009"}[on]
    assert f"it was given on {spoken_on}" in [one.contradiction for one in longer.findings]
    said = (care_home.tells(urgent(str(last)), on), other_council.tells(more, str(last), recorded="2024-05-01"))
    for told in (said, (said[1], replace(said[0], recorded="2024-05-02"))):
        assert authority(last, *told) is Authority.AUTHORISED
        assert authority(last + 2 * ONE_DAY, *told) is Authority.NOT_AUTHORISED


@pytest.mark.parametrize(("first", "deprived"), [("2009-03-31", False), ("2009-04-01", True)])
def test_days_before_the_safeguards_began_are_not_looked_at(first: str, deprived: bool) -> None:
    file = given(care_home.tells(began(), "2009-03-01")).file()
    assert isinstance(file, CaseFile)
    assert any(day(first) in one.days for one in deprived_days(file, day("2009-05-01"))) is deprived


# That none is missing


def _without_a_row(rows: Iterable[str]) -> set[str]:
    return set(judged()) - set(rows)


def test_every_rule_that_goes_by_a_limit_has_its_row_and_every_row_its_rule() -> None:
    assert _without_a_row([*JUDGED, *COVER]) == set()
    assert {*JUDGED, *COVER} == set(judged())


@pytest.mark.parametrize("name", [*JUDGED, *COVER])
def test_a_rule_whose_row_is_taken_away_is_missed(name: str) -> None:
    assert _without_a_row(one for one in (*JUDGED, *COVER) if one != name) == {name}
