"""What was stored loads for ever: the shape of every released event is frozen, and a row of each is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pydantic import BaseModel

from swp_domain.case_file import FILES
from swp_domain.catalogue import event_named, events
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.personal import FORGOTTEN
from swp_domain.refusal import Invalid
from swp_domain.stored import from_bytes, to_bytes
from tests.histories import freeze

SCHEMAS = freeze.schemas()
ROWS = sorted(freeze.ROWS.glob("*.json"))
HOW = "run `python -m tests.histories.freeze`; a released shape never changes: raise the version and write its upcast"


def stored(path: Path) -> tuple[str, bytes]:
    kept = json.loads(path.read_text())
    return kept["name"], kept["state"].encode()


# Schemas


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_shape_of_what_is_stored_is_frozen(name: str) -> None:
    path = freeze.SCHEMAS / f"{name}.json"
    assert path.exists(), f"{name} is new: {HOW}"
    assert SCHEMAS[name] == json.loads(path.read_text()), f"{name} changed: {HOW}"


def test_no_frozen_version_is_forgotten() -> None:
    frozen = {path.stem for path in freeze.SCHEMAS.glob("*.json")}
    versions = {
        freeze.label(event.name, one) for event in events().values() for one in range(1, event.event_version + 1)
    }
    assert frozen - {"envelope.format-1", "judged.format-1"} == versions
    assert {path.stem for path in ROWS} == versions


def test_words_may_change_and_shapes_may_not() -> None:
    class Worded(BaseModel):
        """One way of saying it."""

        description: str = "kept, for it is a field"

    class Reworded(BaseModel):
        """Another way of saying it."""

        description: str = "kept, for it is a field"

    class Reshaped(BaseModel):
        """One way of saying it."""

        description: str | None = "kept, for it is a field"

    shapes = [freeze._shape(kind.model_json_schema()) for kind in (Worded, Reworded, Reshaped)]
    assert shapes[0] == shapes[1]
    assert shapes[0] != shapes[2]
    assert "description" in shapes[0]["properties"]


# Rows


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.stem)
def test_a_stored_row_loads_for_ever(path: Path) -> None:
    name, state = stored(path)
    opened = from_bytes(state, name, freeze.Drawer())
    assert opened.event_name == name
    assert type(opened.event) is event_named(name)
    assert opened.reason == "imported from paper"
    assert opened.findings
    assert opened.breaches
    assert opened.marks
    assert FORGOTTEN not in list(_texts(opened))


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.stem)
def test_a_stored_row_loads_without_its_keys_and_every_fold_still_runs(path: Path) -> None:
    name, state = stored(path)
    forgotten = from_bytes(state, name)
    assert forgotten.reason is FORGOTTEN
    sealed = [text for text in _texts(forgotten) if isinstance(text, type(FORGOTTEN))]
    assert len(sealed) == state.count(b'"ciphertext"')
    for kind in FILES:
        file = kind.fold(f"{kind.kind}/one", [forgotten])
        assert file.entries == (forgotten,)
        assert [one.duty for one in file.ledger] == [one.duty for one in forgotten.marks if one.act == "opens"]
        file.regime_on(date(2024, 5, 1))


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.stem)
def test_the_bytes_of_a_row_are_those_that_were_written(path: Path) -> None:
    name, state = stored(path)
    assert freeze.leaf(state) == json.loads(path.read_text())["leaf"]
    entry = from_bytes(state, name, freeze.Drawer())
    if json.loads(state.splitlines()[0])["event_version"] == type(entry.event).event_version:
        assert to_bytes(entry, freeze.Drawer()) == state


def test_a_damaged_second_line_is_no_riddle() -> None:
    """It is read when somebody asks what was judged, and says then which entry is meant."""
    name, state = stored(ROWS[0])
    envelope, _, judged = state.partition(b"\n")
    entry = from_bytes(envelope + b"\n" + judged[:-7], name, freeze.Drawer())
    assert entry.event_name == name
    where = f"what was judged of {entry.stream} version {entry.version}: "
    with pytest.raises(Invalid, match=f"{where}(.|\n)*Verify the log: these bytes are not what was written"):
        _ = entry.findings


@pytest.mark.parametrize("event", events().values(), ids=lambda event: event.name)
def test_a_row_tells_every_field(event: type[Event]) -> None:
    told = json.loads(freeze.row(event)["state"].splitlines()[0])
    assert set(told["event"]) == set(event.model_fields)
    assert set(told) == set(SCHEMAS["envelope.format-1"]["properties"])


def test_no_personal_text_is_stored_in_the_clear() -> None:
    for event in events().values():
        told = freeze.row(event)["state"]
        entry = freeze.entry(event)
        for field, info in event.model_fields.items():
            value = getattr(entry.event, field)
            if isinstance(value, str) and "PersonalText" in repr(info) and "Names" not in repr(info):
                assert value not in told, f"{event.name}: {field}"
        assert "imported from paper" not in told


# What is not an entry


def test_an_event_that_no_version_knows_is_refused_by_name() -> None:
    _, state = stored(ROWS[0])
    with pytest.raises(Invalid, match=r"event.name: 'no/such' is not an event that this version knows"):
        from_bytes(state, "no/such")


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00", b"\xff\xfe", b"[1]"])
def test_bytes_that_were_not_written_here_are_refused(damage: bytes) -> None:
    with pytest.raises(Invalid, match="Verify the log"):
        from_bytes(damage, events()["case/person-died"].name)


def test_a_version_from_the_future_is_refused_and_not_guessed() -> None:
    name, state = stored(freeze.ROWS / "case.person-died.v1.json")
    newer = state.replace(b'"event_version":1', b'"event_version":2').replace(b'"cause_known"', b'"cause"')
    with pytest.raises(Invalid, match="Read this log with a newer version"):
        from_bytes(newer, name)


# A version to come


class DiedLater(Event, name="case/person-died", version=2):
    """A made-up second version, that says the cause in words."""

    cause: str

    @classmethod
    def upcast(cls, version: int, stored: dict[str, Any]) -> dict[str, Any]:
        if version != 1:
            return super().upcast(version, stored)
        return {"cause": "known" if stored["cause_known"] else "not known"}


def test_an_older_version_is_brought_up_to_date_before_it_is_read() -> None:
    name, state = stored(freeze.ROWS / "case.person-died.v1.json")
    with patch.dict(events(), {name: DiedLater}):
        entry = from_bytes(state, name, freeze.Drawer())
    assert entry.event == DiedLater(cause="known")
    assert entry.reason == "imported from paper"
    assert entry.findings
    assert to_bytes(from_bytes(state, name, freeze.Drawer()), freeze.Drawer()) == state, "what is stored stays"


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ((b'"event_version":1', b'"event_version":9'), "has no version 9; this code knows version 2"),
        ((b'"cause_known":true', b'"cause_knwon":true'), "Verify the log"),
        ((b'"occurred_on":"2024-05-01"', b'"occurred_on":"soon"'), "Verify the log"),
    ],
)
def test_an_older_version_that_cannot_be_brought_up_to_date_is_refused(damage: tuple[bytes, bytes], words: str) -> None:
    name, state = stored(freeze.ROWS / "case.person-died.v1.json")
    with patch.dict(events(), {name: DiedLater}), pytest.raises(Invalid, match=words):
        from_bytes(state.replace(*damage), name, freeze.Drawer())


class DiedSomewhere(Event, name="case/person-died", version=2):
    """A made-up second version, into which rows of the first would fit as they are."""

    cause_known: bool | None = None
    where: str | None = None

    @classmethod
    def upcast(cls, version: int, stored: dict[str, Any]) -> dict[str, Any]:
        return {**stored, "where": stored["place"]}


def test_an_older_version_is_never_taken_for_todays_because_it_happens_to_fit() -> None:
    name, state = stored(freeze.ROWS / "case.person-died.v1.json")
    with patch.dict(events(), {name: DiedSomewhere}), pytest.raises(Invalid, match="cannot be brought up to date"):
        from_bytes(state, name, freeze.Drawer())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


def test_the_texts_of_an_entry_are_all_seen() -> None:
    entry: AnyEntry = freeze.entry(events()["case/person-registered"])
    assert "family: “Ō’Neill”" in " ".join(_texts(entry))
