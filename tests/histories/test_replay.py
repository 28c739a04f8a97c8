"""Replay never judges: what is read back is what was made of it then, whatever has become of the law."""

from __future__ import annotations

import pytest

from swp_domain.catalogue import file_kind
from swp_domain.history import history
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Rule
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.stage import Judge
from swp_domain.stored import from_bytes, to_bytes
from swp_projections import VIEWS
from tests.cast import DELEGATE, council, court, person, practice
from tests.papers import completed, concern, determined, enquiry, order, request
from tests.telling import given


def test_replay_asks_nothing_of_the_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test, limit and rule fails if it is asked: what was judged reads as it did."""
    record = given(
        DELEGATE,
        person.tells(request(), "2024-05-01"),
        practice.decides(completed(), "2024-05-20"),
        practice.decides(determined(), "2024-05-21"),
        person.tells(concern(), "2024-05-22"),
        council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-23"),
        court.decides(order("2025-05-02", authorises_deprivation_of_liberty=True), "2024-05-30"),
    )
    stored = {
        stream: [(one.event_name, to_bytes(one)) for one in entries] for stream, entries in record.streams.items()
    }
    before = _read(stored)
    assert before[1]

    def asked(*_: object, **__: object) -> None:
        raise AssertionError("the law was asked")

    for kind, name in ((Rule, "__call__"), (Rule, "in_force"), (TimeLimit, "last_day"), (Judge, "concerns")):
        monkeypatch.setattr(kind, name, asked)
    with pytest.raises(AssertionError, match="the law was asked"):
        record.when(practice.decides(determined(determination="n2"), "2024-06-01"))
    assert _read(stored) == before


def _read(stored: dict[str, list[tuple[str, bytes]]]) -> tuple[list[object], list[object], list[object]]:
    """The files, their duties, and the rows of every view, from stored bytes."""
    streams = {name: [from_bytes(state, event) for event, state in kept] for name, kept in stored.items()}
    files = [file_kind(name).fold(name, history(entries)) for name, entries in streams.items()]
    rows = [row for view in VIEWS for name, entries in streams.items() for row in view().of(name, entries)]
    return list(files), [duty for file in files for duty in file.ledger], list(rows)
