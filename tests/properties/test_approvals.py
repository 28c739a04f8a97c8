"""Returning a form for edits erased who had approved it, and when (section 8 of the design, number 1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

import pytest

from swp_domain.entry import AnyEntry
from swp_domain.history import known_by
from swp_domain.planning.events import ApprovalDecided
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_projections import AuditTrail
from tests.properties.holding import COUNCIL, caught, holds, life, numbers

Answer = tuple[str, str, datetime, ApprovalOutcome, Decimal]


def answers(number: int, known: Iterable[AnyEntry]) -> list[Answer]:
    """What every approver made of a plan, as the trail shows it: by whom, on which day, recorded when, and how much."""
    entries = list(known)
    by_id = {one.entry_id: one.event for one in entries}
    return [
        (row.by, row.occurred, row.recorded_at, event.decision.outcome, event.weekly)
        for row in AuditTrail().of(COUNCIL.case(number), entries)
        if isinstance(event := by_id[row.key], ApprovalDecided) and row.stands
    ]


def no_answer_is_ever_lost(number: int) -> None:
    entries = life(number)
    now = answers(number, entries)
    for place, entry in enumerate(entries, start=1):
        if isinstance(entry.event, ApprovalDecided):
            before = answers(number, entries[:place])
            assert now[: len(before)] == before


def test_lives_hold_plans_that_were_returned_and_approved_later() -> None:
    told = [one for number in range(30) for one in answers(number, life(number))]
    assert {one[3] for one in told} == {ApprovalOutcome.APPROVED, ApprovalOutcome.RETURNED}


def test_returning_a_plan_for_changes_erases_neither_who_answered_nor_when_nor_how_much() -> None:
    holds(no_answer_is_ever_lost, numbers)


def test_the_property_catches_a_trail_that_keeps_the_last_answer_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def last_only(entries: Iterable[AnyEntry], known_at: object = None) -> list[AnyEntry]:
        kept: dict[object, AnyEntry] = {}
        for one in known_by(entries, None):
            plan = one.event.plan if isinstance(one.event, ApprovalDecided) else one.entry_id
            kept[plan] = one
        return list(kept.values())

    monkeypatch.setattr("swp_projections.audit_trail.known_by", last_only)
    caught(no_answer_is_ever_lost, numbers)
