"""How a provision is cited on a screen: what was encoded from memory says so, be it the duty or its length of time."""

from __future__ import annotations

from swp_domain.law.finding import unchecked


def cited(provision: str, confidence: str, limit: str = "") -> str:
    """A provision with its mark; and the limit, where that was not checked although the duty was."""
    marked = f"{provision}{unchecked(confidence)}"
    return f"{marked}; {limit}" if "memory" in limit and limit not in marked else marked
