"""Personal text is sealed value by value, and forgotten with its key."""

from __future__ import annotations

import copy
import json
import multiprocessing
import os
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from swp_adapters.security.key_ring import always
from swp_adapters.security.keys import (
    FileKeys,
    KeyForgotten,
    KeyMissing,
    KeyRing,
    KeysHaveNoPlace,
    MemoryKeys,
    keys_beside,
)
from swp_adapters.security.seal import SealBroken, Sealer
from swp_domain.party import Party

TEXT = "Mrs Okonjo-Ärmel said: “leave me be” 🙂"


@pytest.fixture(params=["memory", "file"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> KeyRing:
    return MemoryKeys() if request.param == "memory" else FileKeys(tmp_path / "record.keys")


def test_what_was_sealed_can_be_opened(keys: KeyRing) -> None:
    sealer = Sealer(keys)
    sealed = sealer.seal("case/1", TEXT)
    assert set(sealed) == {"key", "nonce", "ciphertext"}
    assert sealed["key"] == "case/1"
    assert sealer.open(sealed) == TEXT
    assert sealer.open(sealer.seal("case/1", "")) == ""


def test_the_same_text_is_sealed_differently_each_time(keys: KeyRing) -> None:
    sealer = Sealer(keys)
    assert sealer.seal("case/1", TEXT)["ciphertext"] != sealer.seal("case/1", TEXT)["ciphertext"]


def test_a_destroyed_key_forgets_what_was_sealed_and_nothing_else(keys: KeyRing) -> None:
    sealer = Sealer(keys)
    forgotten, kept = sealer.seal("case/1", TEXT), sealer.seal("case/2", TEXT)
    keys.forget("case/1")
    assert sealer.open(forgotten) is None
    assert sealer.open(kept) == TEXT


def test_nothing_is_sealed_under_a_destroyed_key(keys: KeyRing) -> None:
    sealer = Sealer(keys)
    sealer.seal("case/1", TEXT)
    keys.forget("case/1")
    keys.forget("case/1")
    with pytest.raises(KeyForgotten, match="The key 'case/1' was destroyed"):
        sealer.seal("case/1", "more")


def test_a_key_that_never_was_opens_nothing(keys: KeyRing) -> None:
    assert keys.key("case/1") is None
    assert Sealer(keys).open(Sealer(MemoryKeys()).seal("case/1", TEXT)) is None


def test_no_second_key_of_a_name_is_made_for_what_was_sealed_under_the_first(keys: KeyRing) -> None:
    with pytest.raises(KeyMissing, match="Texts of case/1 were sealed before, but their key is not in") as missing:
        Sealer(keys).seal("case/1", TEXT, is_new=lambda: False)
    assert str(getattr(keys, "path", "the keys kept in memory")) in str(missing.value)
    assert keys.key("case/1") is None


def test_whether_a_name_is_new_is_not_asked_where_its_key_is_known(keys: KeyRing) -> None:
    keys.make("case/1")
    assert Sealer(keys).seal("case/1", TEXT, is_new=lambda: pytest.fail("nobody needed to know"))


def test_a_key_that_was_destroyed_is_told_from_one_that_never_was(keys: KeyRing) -> None:
    keys.make("case/1")
    keys.make("case/2")
    keys.forget("case/1")
    assert [keys.was_forgotten(f"case/{number}") for number in (1, 2, 3)] == [True, False, False]


@pytest.mark.parametrize("part", ["nonce", "ciphertext"])
@pytest.mark.parametrize("tamper", [lambda text: text[:-4] + ("AAAA" if text[-4:] != "AAAA" else "BBBB"), lambda _: ""])
def test_an_altered_value_is_not_opened(keys: KeyRing, part: str, tamper: Any) -> None:
    sealer = Sealer(keys)
    sealed = sealer.seal("case/1", TEXT)
    with pytest.raises(SealBroken, match="sealed under 'case/1' was altered"):
        sealer.open(sealed | {part: tamper(sealed[part])})


def test_a_text_cannot_be_passed_off_as_another_persons() -> None:
    class OneKey(MemoryKeys):
        def make(self, key_id: str, is_new: Callable[[], bool] = always) -> bytes:
            return bytes(32)

        def key(self, key_id: str) -> bytes:
            return bytes(32)

    sealer = Sealer(OneKey())
    with pytest.raises(SealBroken):
        sealer.open(sealer.seal("case/1", TEXT) | {"key": "case/2"})


def test_a_key_is_on_the_disk_before_it_is_used(tmp_path: Path) -> None:
    sealed = Sealer(FileKeys(tmp_path / "record.keys")).seal("case/1", TEXT)
    assert Sealer(FileKeys(tmp_path / "record.keys")).open(sealed) == TEXT


def test_a_destroyed_key_is_not_left_in_the_file(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path / "record.keys")
    made = [keys.make(f"case/{number}") for number in range(50)]
    assert made[7] in (tmp_path / "record.keys").read_bytes()
    keys.forget("case/7")
    assert keys.key("case/7") is None
    assert not [file for file in tmp_path.iterdir() if made[7] in file.read_bytes()]
    assert keys.key("case/8") == made[8]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_only_its_owner_may_read_the_file_of_keys(tmp_path: Path) -> None:
    file = tmp_path / "record.keys"
    FileKeys(file).make("case/1")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    FileKeys(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_destroyed_by_another_process_opens_nothing_after_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("swp_adapters.security.keys.REMEMBERED", 0.0)
    here, there = FileKeys(tmp_path / "record.keys"), FileKeys(tmp_path / "record.keys")
    sealed = Sealer(here).seal("case/1", TEXT)
    assert Sealer(here).open(sealed) == TEXT
    there.forget("case/1")
    assert Sealer(here).open(sealed) is None


def test_nothing_is_sealed_under_a_key_that_another_process_has_just_destroyed(tmp_path: Path) -> None:
    here, there = FileKeys(tmp_path / "record.keys"), FileKeys(tmp_path / "record.keys")
    here.make("case/1")
    assert here.key("case/1") is not None
    there.forget("case/1")
    with pytest.raises(KeyForgotten):
        Sealer(here).seal("case/1", TEXT)


def test_threads_get_one_key(keys: KeyRing) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(keys.make, ["case/1"] * 40))) == 1


def make_a_key(file: str, made: Any) -> None:
    made.put(FileKeys(file).make("case/1"))


def test_processes_get_one_key(tmp_path: Path) -> None:
    processes = multiprocessing.get_context("spawn")
    made = processes.Queue()
    started = [processes.Process(target=make_a_key, args=(str(tmp_path / "record.keys"), made)) for _ in range(4)]
    for one in started:
        one.start()
    assert len({made.get(timeout=30) for _ in started}) == 1
    for one in started:
        one.join()


def test_the_keys_of_a_file_lie_beside_it(tmp_path: Path) -> None:
    keys = keys_beside(f"sqlite:///{tmp_path / 'record.db'}")
    assert isinstance(keys, FileKeys)
    assert keys.path == tmp_path / "record.db.keys"
    assert isinstance(keys_beside("sqlite:///:memory:"), MemoryKeys)


def test_a_server_has_no_place_beside_it_for_keys() -> None:
    with pytest.raises(KeysHaveNoPlace, match=r"Say which file they are in: keys=FileKeys\('record.keys'\)"):
        keys_beside("postgresql://host/record")


def test_a_sealed_text_is_copied_with_what_holds_it_and_is_never_told_from_outside() -> None:
    sealer = Sealer(MemoryKeys())
    kept = sealer.seal("case/1", TEXT)
    party = Party.model_validate_json(json.dumps({"kind": "family or friend", "name": kept}), context=sealer)
    assert copy.deepcopy(party).name == party.model_copy(deep=True).name == TEXT
    with pytest.raises(ValidationError, match="is not text"):
        Party.model_validate({"kind": "family or friend", "name": kept})


def test_a_file_of_keys_that_cannot_be_written_opens_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "record.keys"
    sealed = Sealer(FileKeys(file)).seal("case/1", TEXT)

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(os, "open", refused)
    keys = FileKeys(file)
    assert Sealer(keys).open(sealed) == TEXT
    assert Sealer(keys).seal("case/1", "more")["key"] == "case/1"
    for change in (lambda: keys.make("case/2"), lambda: keys.forget("case/1")):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            change()
    assert Sealer(keys).open(sealed) == TEXT
    with pytest.raises(PermissionError):
        FileKeys(tmp_path / "none.keys")
