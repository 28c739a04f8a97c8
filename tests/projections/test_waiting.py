"""Nobody drops out of the list of those who wait because their file was merged."""

from __future__ import annotations

from datetime import date

from swp_domain.case.events import CaseAllocated
from swp_domain.identity.events import CasesMerged
from swp_projections.waiting import ALLOCATION, ASSESSMENT, Waiting
from tests.cast import council, person
from tests.papers import request
from tests.telling import CASE, Said, given

_MERGED = CasesMerged(other="case/two", goes_on_in="case/two")


def waits(*said: Said) -> list[tuple[str, date]]:
    return [(one.waits_for, one.since) for one in Waiting().of(CASE, given(*said).streams[CASE])]


def test_an_assessment_asked_for_in_a_file_that_was_merged_away_is_still_waited_for() -> None:
    before = (person.tells(request(), "2024-05-01"), council.tells(_MERGED, "2024-06-01"))
    after = (council.tells(_MERGED, "2024-06-01"), person.tells(request(), "2024-06-10"))
    assert (ASSESSMENT, date(2024, 5, 1)) in waits(*before)
    assert (ASSESSMENT, date(2024, 6, 10)) in waits(*after)


def test_nobody_waits_for_a_worker_in_a_file_in_which_no_work_goes_on() -> None:
    unheld = council.tells(CaseAllocated(team="North"), "2024-05-01")
    assert waits(unheld) == [(ALLOCATION, date(2024, 5, 1))]
    assert waits(unheld, council.tells(_MERGED, "2024-06-01")) == []
