"""Sections 58 to 66: assessing before eighteen, and not letting go before adult services decide."""

from __future__ import annotations

from swp_domain.law.finding import Facts


class TransitionFacts(Facts):
    """What was concluded about a child, a child's carer or a young carer (ss 58, 60, 63)."""

    likely_needs_after_18: bool | None = None
    significant_benefit: bool | None = None
    consent: bool | None = None
    abuse_or_neglect: bool | None = None
