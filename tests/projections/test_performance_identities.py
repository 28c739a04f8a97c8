"""What does not add up is found in any table of figures, ours or printed, and never where nothing can be said."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

import pytest

from swp_projections.performance_identities import IDENTITIES, Mismatch, Number, mismatches
from swp_projections.performance_measures import MEASURES, RESIDUALS
from swp_projections.performance_shares import SHARES, denominators, per_cent, rounds_to


def printed(counts: Mapping[str, int], teams: Mapping[str, Mapping[str, int]] | None = None) -> Number:
    told = teams or {}
    return lambda measure, team: (told.get(team, {}) if team else counts).get(measure)


def found(counts: Mapping[str, int], teams: Mapping[str, Mapping[str, int]] | None = None) -> list[str]:
    return [str(one) for one in mismatches(printed(counts, teams), tuple(teams or ()))]


TRIAGE = {"triage-in": 151, "triage-resolved": 42, "triage-case-worker": 109}


def test_parts_that_make_the_whole_are_left_alone() -> None:
    assert found(TRIAGE) == []


@pytest.mark.parametrize(("whole", "said"), [(152, "1 unexplained"), (150, "1 too many")])
def test_a_whole_that_its_parts_do_not_make_is_said_with_the_difference(whole: int, said: str) -> None:
    assert found({**TRIAGE, "triage-in": whole}) == [
        f"Duty triage: Referrals to duty triage: {whole}, but its parts make 151: {said}"
    ]


def test_the_rest_of_which_nothing_is_told_is_a_part_where_it_is_counted() -> None:
    assert found({**TRIAGE, "triage-in": 160, "triage-untold": 9}) == []
    assert found({**TRIAGE, "triage-in": 160, "triage-untold": 8})[0].endswith("1 unexplained")


def test_nothing_is_said_where_a_part_that_cannot_be_left_out_was_not_printed() -> None:
    assert found({"triage-in": 151, "triage-resolved": 42}) == []
    assert found({"triage-resolved": 42, "triage-case-worker": 109}) == []


def test_parts_that_a_report_may_leave_out_count_where_they_are_told() -> None:
    assert found({**TRIAGE, "triage-safeguarding": 1})[0].endswith("1 too many")


def test_a_total_that_the_teams_do_not_make_is_found_and_a_blank_is_nobody() -> None:
    teams = {"North": {"level-1": 3, "level-2": 1}, "South": {"level-1": 4}}
    assert found({"level-1": 7, "level-2": 1, "levelled": 8}, teams) == []
    wrong = found({"level-1": 9, "level-2": 1, "levelled": 10}, teams)
    assert [one.split(": ", 1)[1] for one in wrong] == [
        "at a level that is told: 10, but the teams make 8: 2 unexplained",
        "at level 1: 9, but the teams make 7: 2 unexplained",
    ]


def test_a_team_whose_own_parts_do_not_make_its_whole_is_named() -> None:
    teams = {"North": {"completed": 5, "completed-decrease": 1, "completed-unchanged": 1, "completed-increase": 1}}
    (one,) = mismatches(printed({}, teams), ["North"])
    assert (one.team, one.unexplained) == ("North", 2)
    assert "(North)" in str(one)


def test_numbers_in_thousands_read_as_such() -> None:
    assert str(Mismatch("in-receipt", None, 3158, 1678, "the teams")).endswith(
        "3,158, but the teams make 1,678: 1,480 unexplained"
    )


@pytest.mark.parametrize(
    ("part", "whole", "told", "fits"),
    [
        (42, 151, "28", True),
        (32, 105, "30", True),
        (32, 105, "31", False),
        (53, 154, "34", True),
        (1, 200, "0", True),  # a half, either way
        (1, 200, "1", True),
        (1, 8, "12.5", True),
        (1, 8, "12.4", False),
        (0, 0, "0", False),
    ],
)
def test_a_printed_per_cent_is_that_of_two_counts_if_it_rounds_to_it(
    part: int, whole: int, told: str, fits: bool
) -> None:
    assert rounds_to(part, whole, Decimal(told)) is fits


def test_a_per_cent_is_to_one_decimal_and_of_nothing_there_is_none() -> None:
    assert per_cent(1, 3) == Decimal("33.3")
    assert per_cent(1, 2000) == Decimal("0.1")
    share = next(one for one in SHARES if one.name == "triage-resolved-share")
    assert share.of(printed(TRIAGE)) == Decimal("27.8")
    assert share.of(printed({"triage-in": 0, "triage-resolved": 0})) is None
    assert share.of(printed({"triage-in": 3})) is None


def test_of_which_counts_a_bare_per_cent_could_be_is_found_only_if_it_is_so_in_every_period() -> None:
    january = {"calls-in": 400, "calls-complex": 8, "triage-in": 100, "triage-resolved": 2}
    february = {"calls-in": 400, "calls-complex": 8, "triage-in": 100, "triage-resolved": 40}
    told = [(Decimal(2), partial(dict.get, one)) for one in (january, february)]
    assert denominators(told[:1]) == [
        ("calls-complex", "calls-in"), ("triage-resolved", "triage-in"),
    ]  # fmt: skip
    assert denominators(told) == [("calls-complex", "calls-in")]


def test_every_identity_and_share_is_of_measures_that_there_are_and_says_what_it_demands() -> None:
    for one in IDENTITIES:
        assert {one.whole, *one.parts, *one.rarely, *([one.rest] if one.rest else [])} <= set(MEASURES)
        assert one.says.startswith(f"{MEASURES[one.whole].label} = ")
    assert {one.rest for one in IDENTITIES if one.rest} == RESIDUALS
    assert {name for one in SHARES for name in (one.part, one.whole)} <= set(MEASURES)


def test_a_measure_stands_once_and_no_measure_is_a_score() -> None:
    assert len({one.title for one in MEASURES.values()}) == len(MEASURES)
    assert not [one for one in MEASURES if "complian" in one or "score" in one]
