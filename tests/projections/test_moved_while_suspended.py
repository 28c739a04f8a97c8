"""Somebody is moved while an authorisation is suspended: what was given for the place before does not go with them."""

from __future__ import annotations

import pytest

from swp_domain.case_file import CaseFile
from swp_domain.deprivation_cover import Authority, deprived_days
from swp_domain.liberty.events import AuthorisationSuspended, DeprivationMoved, SuspensionLifted
from tests.cast import council
from tests.liberty_papers import all_met, began, care_home, granted, requested
from tests.telling import day, given


@pytest.mark.parametrize(
    ("place", "suspended", "answer"),
    [
        (None, "2024-05-01", Authority.CANNOT_TELL),
        (None, "2024-05-02", Authority.CANNOT_TELL),
        ("oaks", "2024-05-01", Authority.AUTHORISED),
        ("elms", "2024-05-01", Authority.NOT_AUTHORISED),
    ],
)
def test_it_is_for_the_new_place_only_where_that_is_told(place: str | None, suspended: str, answer: Authority) -> None:
    file = given(
        care_home.tells(began(), "2024-05-01"),
        care_home.tells(requested(place=place), "2024-05-01"),
        *all_met("2024-05-01"),
        council.decides(granted("2024-07-31"), "2024-05-01"),
        care_home.tells(AuthorisationSuspended(authorisation="s1"), suspended),
        care_home.tells(DeprivationMoved(deprivation="d1", place="oaks"), "2024-05-06"),
        care_home.tells(SuspensionLifted(authorisation="s1"), "2024-05-15"),
    ).file()
    assert isinstance(file, CaseFile)
    (found,) = [one for one in deprived_days(file, day("2024-06-30")) if day("2024-05-20") in one.days]
    assert (found.authority, found.place) == (answer, "oaks")
