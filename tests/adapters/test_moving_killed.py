"""A contract comes home while whoever tells the cases is killed again and again: nothing is lost, nothing doubled."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from swp_adapters.casework import Casework
from swp_adapters.transfers import planned, responsible
from swp_domain.responsibility.events import ResponsibilityMoved
from swp_domain.responsibility.vocabulary import MoveGround
from swp_projections import VIEWS
from tests.cast import COUNCIL, PRACTICE
from tests.desk import Desk, desk
from tests.moving import ENDED, FILE, TAKEN_ON, Mover, fill
from tests.telling import day


def see_all_told(casework: Casework, cases: list[str]) -> None:
    """Every case has one notice of each move, one body on every day, and every view is what a fold makes of it."""
    home = ResponsibilityMoved(from_body=PRACTICE, to_body=COUNCIL, ground=MoveGround.CONTRACT_ENDED, practice=FILE)
    taken = ResponsibilityMoved(
        from_body=COUNCIL,
        to_body=PRACTICE,
        ground=MoveGround.COHORT_TRANSFERRED,
        practice=FILE,
        joint_until=date(2016, 7, 31),
    )
    for one in cases:
        notices = [entry for entry in casework.entries(one) if entry.event_name == "responsibility/moved"]
        assert sorted((str(entry.occurred_on), entry.event == home, entry.event == taken) for entry in notices) == [
            (TAKEN_ON, False, True),
            (ENDED, True, False),
        ]
        assert not any(entry.breaches for entry in notices)
    for on, body in (
        ("2016-04-30", COUNCIL), (TAKEN_ON, PRACTICE), ("2023-09-30", PRACTICE), (ENDED, COUNCIL),
        ("2023-10-02", COUNCIL), ("2024-06-01", COUNCIL),
    ):  # fmt: skip
        found = list(responsible(casework, day(on)))
        assert [one.case for one in sorted(found, key=lambda one: cases.index(one.case))] == cases
        assert {one.answerable.body for one in found} == {body}
    assert planned(casework, FILE).cases == ()
    assert casework.verify().intact
    for view in VIEWS:
        folded = [row for name, entries in casework.files() for row in view().of(name, entries)]
        assert casework.view(view) == sorted(folded, key=lambda row: (row.file, row.key))


def moved_home(record: Desk, cases: int, kills: int, at_once: int, chance: Random) -> None:
    casework = record.open(clock=None)
    files = fill(casework, cases)
    killed, told = 0, [0]
    for _ in range(kills):
        killed += Mover(record.url, record.keys_file, at_once).killed(chance)
        told.append(sum(one.event_name == "responsibility/moved" for file in files for one in casework.entries(file)))
    assert killed
    assert told == sorted(told)
    assert any(0 < one < 2 * cases for one in told), told
    for still in (2 * cases - told[-1], 0):
        mover = Mover(record.url, record.keys_file, at_once)
        mover.goes()
        assert mover.ends() == f"told {still}"
    see_all_told(casework, files)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_contract_comes_home_although_whoever_tells_the_cases_is_killed(
    sqlite_url: str, tmp_path: Path, seed: int
) -> None:
    for record in desk(sqlite_url, tmp_path):
        moved_home(record, 150, kills=3, at_once=10, chance=Random(seed))


def test_the_same_on_a_server(postgres_url: str, tmp_path: Path) -> None:
    for record in desk(postgres_url, tmp_path):
        moved_home(record, 60, kills=3, at_once=5, chance=Random(3))


@pytest.mark.slow
def test_three_thousand_cases_come_home(sqlite_url: str, tmp_path: Path) -> None:
    for record in desk(sqlite_url, tmp_path):
        moved_home(record, 3_158, kills=10, at_once=100, chance=Random(4))


def test_two_processes_at_once_give_one_notice_each(database_url: str, tmp_path: Path) -> None:
    for record in desk(database_url, tmp_path):
        casework = record.open(clock=None)
        files = fill(casework, 60)
        movers = [Mover(record.url, record.keys_file, 7) for _ in range(2)]
        for one in movers:
            one.goes()
        said = [int(one.ends().removeprefix("told ")) for one in movers]
        assert sum(said) == 120
        see_all_told(casework, files)
