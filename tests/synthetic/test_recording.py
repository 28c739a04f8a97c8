"""Filling a record in bulk leaves what submitting one by one would have left."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from swp_adapters.casework import Casework
from swp_adapters.security.keys import FileKeys, MemoryKeys
from swp_adapters.testing import Council, fill
from swp_domain.entry import AnyEntry
from swp_domain.stored import to_bytes
from swp_projections import Caseload, Duties

COUNCIL = Council(4, date(2023, 1, 1), date(2023, 12, 31))


def filled(path: Path, *, lives: int = 4, processes: int = 1) -> Casework:
    casework = Casework(f"sqlite:///{path}", keys=MemoryKeys())
    fill(casework, COUNCIL, lives, processes=processes)
    return casework


def all_of(casework: Casework) -> dict[str, list[bytes]]:
    return {stream: [to_bytes(one) for one in entries] for stream, entries in casework.files()}


def test_what_is_filled_is_what_submitting_would_have_left(tmp_path: Path) -> None:
    bulk = filled(tmp_path / "bulk.db")
    moment = datetime.min
    seen = 0
    single = Casework("sqlite:///:memory:", keys=MemoryKeys(), clock=lambda: moment)
    for sent in [*COUNCIL.established(), *(one for life in COUNCIL.lives(4) for one in life)]:
        moment = sent.recorded_at
        single.submit(
            *sent.proposals,
            command_id=sent.submission.command_id,
            correlation_id=sent.submission.correlation_id,
        )
    one_by_one = dict(single.files())
    for stream, entries in bulk.files():
        assert [_said(one) for one in entries] == [_said(one) for one in one_by_one[stream]]
        seen += len(entries)
    assert seen == sum(map(len, one_by_one.values()))
    assert bulk.view(Caseload) == single.view(Caseload)
    assert bulk.view(Duties) == single.view(Duties)
    assert bulk.verify().intact
    bulk.close()
    single.close()


def _said(entry: AnyEntry) -> tuple[object, ...]:
    """All of an entry but its id, which the one takes from the life and the other from chance."""
    return entry.model_copy(update={"entry_id": ""}), entry.judged


def test_several_processes_write_the_same_record_as_one(tmp_path: Path) -> None:
    one, two = filled(tmp_path / "one.db"), filled(tmp_path / "two.db", processes=2)
    assert all_of(one) == all_of(two)
    assert two.verify().intact
    one.close()
    two.close()


def test_asked_twice_does_no_harm_and_asked_for_more_adds_the_rest(tmp_path: Path) -> None:
    casework = filled(tmp_path / "x.db", lives=2)
    before = all_of(casework)
    again = fill(casework, COUNCIL, 2)
    assert (again.lives, again.entries) == (0, 0)
    assert all_of(casework) == before
    assert fill(casework, COUNCIL, 3).lives == 1
    after = all_of(casework)
    assert {stream: after[stream] for stream in before} == before
    assert len(after) > len(before)
    casework.close()


def test_keys_of_many_files_are_on_the_disk_when_they_are_made(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path / "the.keys")
    keys.make_several(["case/1", "case/2"])
    known = keys.key("case/1")
    keys.make_several(["case/1"])
    assert FileKeys(tmp_path / "the.keys").key("case/1") == known
    keys.forget("case/2")
    keys.make_several(["case/2"])
    assert keys.key("case/2") is None
    assert keys.was_forgotten("case/2")
