"""A record on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from swp_adapters.casework import Casework
from tests.cast import DELEGATE
from tests.desk import Desk, put
from tests.desk import desk as made


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    """A place to open the record at, which is verified afterwards."""
    yield from made(database_url, tmp_path)


@pytest.fixture
def casework(desk: Desk) -> Casework:
    """The record, with a practice that the council has authorised."""
    casework = desk.open()
    put(casework, *DELEGATE)
    return casework
