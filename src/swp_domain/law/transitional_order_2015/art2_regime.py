"""Care Act 2014 (Transitional Provision) Order 2015, SI 2015/995: who is under which law, and until when."""

from __future__ import annotations

from datetime import date, timedelta

from swp_domain.law.rule import Regime

CARE_ACT_BEGAN = date(2015, 4, 1)
OLD_LAW_ENDED = date(2016, 4, 1)
EVE = CARE_ACT_BEGAN - timedelta(days=1)
"""The last day on which support had to stand for the person to stay under the old law at first."""

REVIEW_BY = OLD_LAW_ENDED - timedelta(days=1)
"""The last day for completing the review of a case from before (art 2(2)-(3))."""


def supported_immediately_before(until: date | None) -> bool:
    """Whether support stood immediately before 1 April 2015 (art 2(1)): it has not ended, or not before the eve."""
    return until is None or until >= EVE


def regime_of(day: date, *, supported_before: bool, review_completed_on: date | None) -> Regime:
    """The regime a person is under on a day (art 2(1)-(3)).

    Args:
        day: the day asked about.
        supported_before: support or services, or payments towards them, immediately before 1 April 2015.
        review_completed_on: the day on which the council *completed* its review of the case (art 2(5)).
    """
    if day < CARE_ACT_BEGAN:
        return Regime.COMMUNITY_CARE
    if not supported_before or day >= OLD_LAW_ENDED:
        return Regime.CARE_ACT
    return Regime.CARE_ACT if review_completed_on is not None and review_completed_on <= day else Regime.COMMUNITY_CARE
