"""Requests for a standard authorisation that wait: a priority puts none aside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from swp_domain.duty import DutyStanding
from swp_domain.liberty.events import RequestPutAside
from swp_domain.liberty.request_rules import ASSESSMENTS, a_request_is_not_put_aside
from swp_domain.liberty.vocabulary import PutAside
from tests.cast import council
from tests.liberty_papers import care_home, requested
from tests.papers import decided
from tests.telling import breaks, given, keeps

ASKED = care_home.tells(requested(), "2024-05-01")


def put_aside(outcome: PutAside = PutAside.LATER, **told: Any) -> RequestPutAside:
    return RequestPutAside.model_validate({"decision": decided(outcome), **told})


@keeps(a_request_is_not_put_aside)
def test_a_priority_may_set_the_order_within_the_days_that_a_request_has() -> None:
    last = put_aside(request="q1", until=date(2024, 5, 21))
    given(ASKED).when(council.decides(last, "2024-05-02")).then(RequestPutAside).breaches().flags()


@breaks(a_request_is_not_put_aside)
@pytest.mark.parametrize(
    "told",
    [
        {"request": "q1", "until": date(2024, 5, 22)},
        {"request": "q1"},
        {"until": date(2024, 5, 21)},
        {"request": "q1", "until": date(2024, 5, 21), "outcome": PutAside.NEVER},
    ],
    ids=["past its days", "no day", "every request", "never"],
)
def test_a_request_that_is_put_behind_others_is_flagged_and_stays_owed(told: dict[str, Any]) -> None:
    record = given(ASKED).when(council.decides(put_aside(**told), "2024-05-02")).then(RequestPutAside)
    record.flags("DOL-24").owes(ASSESSMENTS, "q1", as_at="2024-05-22", standing=DutyStanding.LATE)
