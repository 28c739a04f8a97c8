"""A duty that was ever opened goes on under its name: what ends it is matched to what opened it by that name.

Marks are stored bytes. A duty that is given another name would never again be met by what ends it today.
"""

from __future__ import annotations

from pathlib import Path

from swp_domain import catalogue

RELEASED = Path(__file__).with_name("duties.txt")


def test_every_duty_that_was_released_is_still_declared_under_its_name() -> None:
    released = RELEASED.read_text(encoding="utf-8").splitlines()
    assert len(released) > 10
    assert set(released) <= {one.name for one in catalogue.owed()}
