"""Per cents of a report, each of two counts; and of which counts one could be that was printed without them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

from swp_projections.performance_identities import Number
from swp_projections.performance_measures import MEASURES


@dataclass(frozen=True, slots=True)
class Share:
    """A per cent of two counts. It is never told without them."""

    name: str
    label: str
    part: str
    whole: str

    @property
    def section(self) -> str:
        """Where it stands in a report: with what it is a part of."""
        return MEASURES[self.whole].section

    def of(self, number: Number, team: str | None = None) -> Decimal | None:
        """The per cent, to one decimal; ``None`` where there is nothing to take it of."""
        part, whole = number(self.part, team), number(self.whole, team)
        return None if part is None or not whole else per_cent(part, whole)


SHARES: Final = (
    Share("calls-resolved-share", "resolved by an advice officer, of calls in", "calls-resolved", "calls-in"),
    Share("advised-share", "resolved by information, advice or signposting, of calls in", "advised", "calls-in"),
    Share(
        "complex-share",
        "passed to complex case management, of calls about a service user",
        "calls-complex",
        "calls-service-user",
    ),
    Share("triage-resolved-share", "resolved at triage, of referrals to it", "triage-resolved", "triage-in"),
    Share("recorded-share", "entered as already done, of decisions", "decisions-recorded", "decisions"),
)
"""Every per cent of a report."""


def per_cent(part: int, whole: int) -> Decimal:
    """So many of a hundred, to one decimal."""
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def rounds_to(part: int, whole: int, printed: Decimal) -> bool:
    """Whether a printed per cent is what two counts come to, rounded as it is printed, a half either way."""
    if not whole:
        return False
    exactly = Decimal(100 * part) / whole
    return printed in (exactly.quantize(printed, ROUND_HALF_UP), exactly.quantize(printed, ROUND_HALF_DOWN))


def denominators(
    printed: Iterable[tuple[Decimal, Callable[[str], int | None]]],
) -> list[tuple[str, str]]:
    """Of which two printed counts a per cent that is printed without any could be, in every period.

    Args:
        printed: of each period, the per cent and the counts printed for it.

    Returns:
        every pair (part, whole) of measures that rounds to the per cent each time.
    """
    periods = list(printed)
    names = [one for one in MEASURES if all(number(one) is not None for _, number in periods)]
    return [
        (part, whole)
        for part in names
        for whole in names
        if part != whole and all(rounds_to(number(part) or 0, number(whole) or 0, told) for told, number in periods)
    ]
