"""Part 9: serving an application after it was issued, certifying that, and answering it."""

from __future__ import annotations

from swp_domain.law.court_of_protection_rules_2017 import RULES_2017, RULES_BEGAN
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import TimeLimit, limit


def _clear_days(part: str, length: int, family: str) -> TimeLimit:
    return limit(RULES_2017[part], length, Unit.DAYS, Counting.CLEAR, family=family, commenced=RULES_BEGAN)


serving_respondents = _clear_days("r 9.6", 14, "time to serve the respondents")
notifying_others = _clear_days("r 9.10", 14, "time to notify others of an application")
certifying_service = _clear_days("rr 9.6, 9.10", 7, "time to certify service or notification")
acknowledging = _clear_days("r 9.12(2)", 14, "time to acknowledge service or notification")
answering_with_evidence = _clear_days("r 9.12(5), (7)", 28, "time to file evidence against an application")
