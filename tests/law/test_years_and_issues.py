"""The issues of the framework follow each other, and a year of the collection is a whole year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from swp_domain.law.healthcare_framework import VERSIONS
from swp_domain.law.safeguarding_collection import collection_year, collection_year_on


def test_each_issue_of_the_framework_begins_on_the_day_after_the_one_before() -> None:
    for before, after in pairwise(VERSIONS):
        assert before.days.last is not None
        assert after.days.first == before.days.last + timedelta(days=1), after.title


@pytest.mark.parametrize(("begins", "last"), [(2015, "2016-03-31"), (2023, "2024-03-31"), (2024, "2025-03-31")])
def test_a_year_of_the_collection_runs_from_april_to_march(begins: int, last: str) -> None:
    year = collection_year(begins)
    assert (str(year.first), str(year.last)) == (f"{begins}-04-01", last)
    for on in (year.first, date.fromisoformat(last)):
        assert collection_year_on(on) == year
    assert collection_year_on(date.fromisoformat(last) + timedelta(days=1)) == collection_year(begins + 1)
