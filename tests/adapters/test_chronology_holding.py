"""Who held a case in a chronology: gaps between workers, closures told and untold, counts and claims."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from swp_adapters.exchange.check import Checked, check
from swp_adapters.exchange.chronology import Chronology
from swp_adapters.exchange.flag import Level

END = date(2025, 1, 1)


def checked(
    *events: tuple[str, str] | tuple[str, str, dict[str, Any]], context: tuple[dict[str, Any], ...] = ()
) -> Checked:
    told = [{"on": one[0], "act": one[1], "by": "council", **(one[2] if len(one) == 3 else {})} for one in events]
    return check(Chronology.model_validate({"id": "made-up", "chronology": told, "context": context}), END)


def flags(found: Checked) -> list[tuple[str, str, str | None]]:
    return [
        (one.rule, str(one.since), str(one.until) if one.until else None) for one in found.flags if one.theme == "P21"
    ]


@pytest.mark.parametrize(
    ("back", "found"), [("2024-03-15", []), ("2024-03-16", [("CASE-06", "2024-03-16", "2024-03-16")])]
)
def test_an_open_case_without_a_worker_for_more_than_two_weeks_is_to_look_at(back: str, found: list[Any]) -> None:
    answer = checked(
        ("2024-01-10", "assessment-allocated"), ("2024-03-01", "worker-unallocated"), (back, "assessment-allocated")
    )
    assert flags(answer) == found
    assert {one.level for one in answer.flags} <= {Level.AMBER}
    assert answer.not_understood == ()


def test_a_case_that_nobody_says_was_ever_allocated_has_no_gap() -> None:
    assert flags(checked(("2024-01-10", "letter-sent"))) == []


def test_nobody_leaves_a_case_that_is_closed_or_was_not_open() -> None:
    closed = (("2024-02-01", "case-closed"), ("2024-02-02", "decision-notified"))
    assert flags(checked(*closed, ("2024-03-01", "worker-unallocated"))) == []
    span = ({"fact": "case-open", "from": "2023", "to": "2024-02-01"},)
    assert flags(checked(("2024-03-01", "worker-unallocated"), context=span)) == []


def test_a_closure_that_the_adult_is_not_told_of_is_to_look_at() -> None:
    assert flags(checked(("2024-02-01", "case-closed"))) == [("CASE-04", "2024-02-16", None)]
    assert flags(checked(("2024-02-01", "case-closed"), ("2024-02-15", "decision-notified"))) == []
    late = checked(("2024-02-01", "case-closed"), ("2024-03-01", "decision-notified"))
    assert flags(late) == [("CASE-04", "2024-02-16", "2024-03-01")]


def test_counts_are_about_many_and_claims_are_notes() -> None:
    answer = checked(
        ("2024-02-01", "case-closed", {"count": 1957}),
        ("2024-02-02", "backlog-counted", {"count": 3000}),
        ("2024-02-03", "record-made"),
        ("2024-02-04", "visit-claimed"),
    )
    assert (answer.flags, answer.not_understood) == ((), ())
