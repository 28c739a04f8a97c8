"""The pages that are written from the code are the code's."""

from __future__ import annotations

from pathlib import Path

import pytest

from swp_adapters.exchange.reference import pages

FOLDER = Path(__file__).parent.parent / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_reference_page_is_not_stale(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], (
        "run python -m swp_adapters.exchange.reference docs/reference"
    )


def test_no_page_is_left_that_nothing_writes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(pages())
