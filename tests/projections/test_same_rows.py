"""A view is the same rows whether it was kept live, made again, or folded in memory."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from swp_adapters.casework import Casework
from swp_adapters.demo.life import CASE, live
from swp_adapters.security.keys import MemoryKeys
from swp_domain.assessment.events import AssessmentRequested
from swp_domain.case.events import CaseAllocated
from swp_domain.event import EntryRetracted
from swp_domain.liberty.events import StandardAuthorisationRequested
from swp_domain.proposal import propose
from swp_domain.referral.events import ReferralReceived
from swp_domain.referral.vocabulary import Source
from swp_domain.sub_pool.events import BudgetAgreed, BudgetLine
from swp_projections import VIEWS, Caseload
from swp_projections.projection import Row
from tests.capacity_papers import assessed, named
from tests.healthcare_papers import signs


def rows(casework: Casework) -> dict[str, list[Row]]:
    return {view.name: sorted(casework.view(view), key=lambda row: (row.file, row.key)) for view in VIEWS}


def in_memory(casework: Casework) -> dict[str, list[Row]]:
    found = list(casework.files())
    return {
        view.name: sorted(
            (row for file, entries in found for row in view().of(file, entries)), key=lambda row: (row.file, row.key)
        )
        for view in VIEWS
    }


@pytest.fixture
def casework(database_url: str) -> Casework:
    moment = datetime(2026, 1, 1, 9, tzinfo=UTC)

    def clock() -> datetime:
        nonlocal moment
        moment += timedelta(days=1)
        return moment

    made = Casework(database_url, keys=MemoryKeys(), clock=clock)
    list(live(made))
    ada = made.actor("ada", date(2025, 1, 1))
    waiting = (
        ReferralReceived(referral="R9", source=Source.FRONT_DOOR),
        AssessmentRequested(assessment="A9"),
        named(),
        assessed(),
        signs(),
        StandardAuthorisationRequested(request="Q9"),
    )
    budget = BudgetAgreed(year_begins=date(2025, 4, 1), lines=(BudgetLine(line="home care", pounds=Decimal(1000)),))
    made.submit(propose("practice/budget", budget, ada, "2025-04-01"))
    made.submit(*(propose("case/waiting", one, ada, "2025-04-01") for one in waiting))
    return made


def test_live_rows_rebuilt_rows_and_rows_in_memory_are_the_same(casework: Casework) -> None:
    before = rows(casework)
    assert all(before.values())
    assert before == in_memory(casework)
    casework.rebuild()
    assert rows(casework) == before


def test_late_entries_corrections_and_retractions_change_live_rows_as_a_rebuild_would(casework: Casework) -> None:
    ada = casework.actor("ada", date(2025, 1, 1))
    casework.submit(propose(CASE, CaseAllocated(team="West", worker="olu"), ada, "2025-03-20"))
    casework.submit(propose(CASE, CaseAllocated(team="South", worker="edith"), ada, "2025-02-10"))
    (held,) = casework.view(Caseload, file=CASE)
    assert held.worker == "olu", "a February allocation typed in later does not take the case from the March worker"
    entry = next(one for one in casework.entries(CASE) if getattr(one.event, "team", "") == "West")
    mended = CaseAllocated(team="North", worker="olu")
    casework.submit(propose(CASE, mended, ada, "2025-03-20", corrects=entry.entry_id, reason="The wrong team."))
    last = casework.entries(CASE)[-1]
    casework.submit(propose(CASE, EntryRetracted(), ada, "2025-03-21", corrects=last.entry_id, reason="It was right."))
    (held,) = casework.view(Caseload, file=CASE)
    assert held.team == "West"
    live_rows = rows(casework)
    assert live_rows == in_memory(casework)
    casework.rebuild()
    assert rows(casework) == live_rows


def test_what_was_known_then_is_not_changed_by_what_was_recorded_later(casework: Casework) -> None:
    known = casework.clock()
    asked = {view.name: casework.view(view, as_at=date(2025, 3, 1), known_at=known) for view in VIEWS}
    ada = casework.actor("ada", date(2025, 1, 1))
    casework.submit(propose(CASE, CaseAllocated(team="West", worker="olu"), ada, "2025-02-01"))
    assert {view.name: casework.view(view, as_at=date(2025, 3, 1), known_at=known) for view in VIEWS} == asked
