"""A synthetic council is the same every time, says that it is synthetic, and is as varied as lives are."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

import pytest

from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import Recorder
from swp_adapters.testing.shape import north_east_lincolnshire
from swp_adapters.testing.words import SYNTHETIC, nhs_number
from swp_domain.case.nhs_number import checked
from swp_domain.case.vocabulary import Complexity
from swp_domain.entry import AnyEntry
from swp_domain.stored import to_bytes

OLD = Council(5, date(2011, 8, 1), date(2017, 12, 31), calls=False)
NEW = Council(5, date(2016, 1, 1), date(2025, 12, 31), calls=False)


@pytest.fixture(scope="module")
def entries() -> list[AnyEntry]:
    """Of many lives, through the transition and after it."""
    return [
        entry
        for council in (OLD, NEW)
        for recorder in [Recorder(council)]
        for number in range(90)
        for entry in recorder.entries(number)
    ]


def bytes_of(council: Council, *numbers: int) -> list[bytes]:
    recorder = Recorder(council)
    return [to_bytes(entry) for number in numbers for entry in recorder.entries(number)]


def test_a_life_is_the_same_whatever_else_is_asked_for_and_wherever_it_is_made() -> None:
    alone = bytes_of(NEW, 7)
    random.seed("something else entirely")
    assert bytes_of(Council(5, calls=False), 3, 1, 7)[-len(alone) :] == alone
    assert bytes_of(Council(6, calls=False), 7) != alone
    assert [one.submission for one in next(NEW.lives(1, start=7))] == [one.submission for one in NEW.life(7)]


def test_lives_are_made_one_at_a_time() -> None:
    endless = Council(1).lives(10**9)
    assert isinstance(endless, Iterator)
    assert len(list(islice(endless, 3))) == 3


def test_every_entry_says_that_it_is_synthetic(entries: list[AnyEntry]) -> None:
    for entry in (*entries, *(one for each in Recorder(NEW).practices.values() for one in each)):
        decision = getattr(entry.event, "decision", None)
        said = (entry.reason or "", (decision.reasons or "") if decision else "")
        assert any(one.startswith(SYNTHETIC) for one in said), entry.event_name


def test_lives_hold_what_lives_hold(entries: list[AnyEntry]) -> None:
    found = Counter(one.event_name for one in entries)
    assert {
        "contact/contact-passed-on",
        "assessment/duty-ended-by-refusal",
        "assessment/carers-assessment-completed",
        "assessment/advocate-arranged",
        "assessment/assessment-deferred",
        "eligibility/advice-given",
        "eligibility/banded-eligibility-determined",
        "eligibility/eligibility-determined",
        "case/old-law-support-recorded",
        "case/transition-review-completed",
        "case/person-died",
        "case/case-closed",
        "planning/approval-decided",
        "planning/care-and-support-plan-agreed",
        "planning/service-started",
        "planning/service-ended",
        "planning/change-decided",
        "direct-payments/direct-payment-decided",
        "finance/charge-decided",
        "review/review-completed",
        "review/circumstances-changed",
        "safeguarding/enquiry-decided",
        "capacity/best-interests-decided",
        "liberty/standard-authorisation-decided",
        "court/order-made",
        "continuing-healthcare/eligibility-decided",
        "correspondence/note-made",
        "complaints/complaint-responded",
    } <= set(found)
    assert any(one.purported for one in entries), "nothing unlawful was recorded"
    assert any(not one.occurred.is_exact for one in entries), "nothing was told vaguely"
    lags = [(one.recorded_at.date() - one.occurred_on).days for one in entries]
    assert max(lags) > 14, "nothing was recorded late"
    assert sorted(lags)[len(lags) // 2] <= 2, "most is recorded within days"


def test_the_days_are_those_asked_for_and_no_file_runs_back(entries: list[AnyEntry]) -> None:
    for entry in entries:
        assert date(2011, 7, 1) <= entry.occurred_on <= entry.recorded_at.date() <= date(2025, 12, 31)
    for number in range(20):
        moments: dict[str, list[datetime]] = {}
        for entry in Recorder(NEW).entries(number):
            moments.setdefault(entry.stream, []).append(entry.recorded_at)
        assert all(told == sorted(told) for told in moments.values())


def test_calls_to_the_front_door_come_at_the_published_rate() -> None:
    council = Council(2, date(2024, 1, 1), date(2024, 12, 31))
    calls = sum(
        1 for life in council.lives(60) for sent in life if sent.submission.command_id.partition("/")[0].endswith("c")
    )
    expected = council.shape.calls_a_person_a_month * 12 * 60
    assert abs(calls - expected) < expected / 10


def test_the_preset_is_as_published() -> None:
    shape = north_east_lincolnshire()
    assert (shape.people, shape.staff) == (3158, 138)
    assert sum(one.scored for one in shape.teams) == 1674
    scored = Counter({level: sum(dict(one.levels)[level] for one in shape.teams) for level in Complexity})
    assert list(scored.values()) == [796, 13, 366, 289, 210]
    assert sum(number for _, number in shape.printed_level_totals) == 1678
    assert [one.calls for one in shape.front_door] == [4321, 4225, 4425]
    for month in shape.front_door:
        assert month.referrals_to_triage - month.resolved_at_triage == month.passed_to_a_case_worker


def test_the_staff_are_as_many_as_published() -> None:
    joined = [one for one in Recorder(NEW).practices[NEW.staff.file] if one.event_name == "practice/staff-joined"]
    ours = [one for one in joined if getattr(one.event, "works_for", None) == "practice"]
    assert len(ours) == 138
    assert not [one for entries in Recorder(NEW).practices.values() for one in entries if one.breaches]


def test_nhs_numbers_are_of_the_range_for_tests() -> None:
    for number in range(3_000):
        assert checked(nhs_number(number)).startswith("999")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "last"), [(date(2011, 7, 31), date(2012, 1, 1)), (date(2016, 1, 1), date(2016, 1, 1))]
)
def test_days_before_there_were_practices_are_none(first: date, last: date) -> None:
    with pytest.raises(ValueError, match="give other days"):
        Council(1, first, last)
