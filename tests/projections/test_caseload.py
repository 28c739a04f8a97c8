"""The rows of the caseload: who holds a case and since when, who waits and who looked, what was closed or merged."""

from __future__ import annotations

from datetime import date
from typing import Any

from swp_domain.case.events import (
    CaseAllocated,
    CaseHandedOver,
    CaseReopened,
    PersonDied,
    SupervisionHeld,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.correspondence.events import ContactAttempted, MessageReceived
from swp_domain.event import Event
from swp_domain.identity.events import CasesMerged, CasesUnmerged
from swp_projections import Caseload
from tests.cast import council
from tests.papers import closed, concern, request
from tests.telling import CASE, given

ADA = CaseAllocated(team="North", worker="ada")


def row(*told: tuple[Event, str], as_at: str | None = None) -> dict[str, Any]:
    record = given(*(council.records(event, on) for event, on in told))
    on = date.fromisoformat(as_at) if as_at else None
    (one,) = Caseload().of(CASE, record.streams[CASE], as_at=on)
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}


def days(found: dict[str, Any], *names: str) -> list[str | None]:
    return [str(found[name]) if found[name] is not None else None for name in names]


def test_a_worker_has_a_case_since_they_got_it_and_it_waits_before_that_and_after() -> None:
    told = (
        (request(), "2024-05-01"),
        (CaseAllocated(team="North"), "2024-05-03"),
        (WaitRechecked(safe_to_wait=True, look_again_by=date(2024, 6, 1)), "2024-05-10"),
        (ADA, "2024-05-20"),
        (CaseHandedOver(team="South", worker="ada"), "2024-06-01"),
        (SupervisionHeld(worker="ada", supervisor="eve"), "2024-06-05"),
        (WorkerWithdrawn(), "2024-07-01"),
    )
    names = ("worker", "worker_since", "allocated_on", "waiting_since", "rechecked_on", "look_again_by")
    assert days(row(*told, as_at="2024-05-10"), *names) == [
        None, None, "2024-05-03", "2024-05-01", "2024-05-10", "2024-06-01",
    ]  # fmt: skip
    assert days(row(*told, as_at="2024-06-05"), *names) == ["ada", "2024-05-20", "2024-06-01", None, None, None]
    assert days(row(*told), "team", "worker", "waiting_since", "supervised_on") == [
        "South", None, "2024-07-01", "2024-06-05",
    ]  # fmt: skip


def test_a_closed_case_keeps_who_held_it_and_opens_with_nobody() -> None:
    shut = ((ADA, "2024-05-01"), (closed(), "2024-05-20"))
    names = ("worker", "closed_on", "closed_as", "closures", "reopened_on", "waiting_since")
    assert days(row(*shut), *names) == ["ada", "2024-05-20", "needs met", "1", None, None]
    for event in (CaseReopened(), request(), concern()):
        assert days(row(*shut, (event, "2024-07-01")), *names) == [
            None, None, None, "1", "2024-07-01", "2024-07-01",
        ]  # fmt: skip
    back = row(*shut, (ADA, "2024-07-01"))
    assert days(back, "worker", "worker_since", "closed_on", "waiting_since") == ["ada", "2024-07-01", None, None]
    assert row(*shut, (WorkerWithdrawn(), "2024-07-01"))["worker"] == "ada"


def test_the_last_contact_is_one_that_reached_somebody() -> None:
    told = ((MessageReceived(message="m1"), "2024-05-01"), (ContactAttempted(reached=True), "2024-05-03"))
    assert days(row(*told), "last_contact_on") == ["2024-05-03"]
    missed = row(*told, (ContactAttempted(reached=False), "2024-05-09"))
    assert days(missed, "last_contact_on", "last_entry_on") == ["2024-05-03", "2024-05-09"]


def test_where_work_goes_on_is_said_while_files_are_merged() -> None:
    merged = (CasesMerged(other="case/two", goes_on_in="case/two"), "2024-05-01")
    assert days(row(merged), "merged_with", "merged_into") == ["case/two", "case/two"]
    here = (CasesMerged(other="case/two", goes_on_in=CASE), "2024-05-01")
    assert days(row(here), "merged_with", "merged_into") == ["case/two", None]
    assert (
        days(row(merged, (CasesUnmerged(other="case/two"), "2024-06-01")), "merged_with", "merged_into") == [None] * 2
    )
    kept = row(merged, (CasesUnmerged(other="case/three"), "2024-06-01"))
    assert days(kept, "merged_into") == ["case/two"]


def test_the_first_death_that_is_told_stands() -> None:
    assert days(row((PersonDied(), "2024-05-01"), (PersonDied(), "2024-05-03")), "died_on") == ["2024-05-01"]
