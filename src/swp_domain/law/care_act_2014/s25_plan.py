"""Section 25: what a care and support plan, or a support plan, contains."""

from __future__ import annotations

from swp_domain.law.finding import Facts


class PlanContent(Facts):
    """What a plan holds (s 25(1)-(2)), and the steps taken to agree it (s 25(3), (5)).

    The needs and the budget are fields of the event itself; these are what only the writer can tell.
    """

    eligibility_shown: bool | None = None
    matters_relevant: bool | None = None
    advice_included: bool | None = None
    involved: bool | None = None
    steps_to_agree: bool | None = None
