"""What must hold in a report, ours or printed: parts and the rest make the whole, a per cent is of two counts.

Each identity is a sentence about measures. It is asked of numbers, whoever counted them, and answers with what does
not add up: by how much, and whether the parts fall short of the whole or are more than it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import Final, TypeAlias

from swp_projections.performance_measures import LEVELS, MEASURES, STOCK

Number: TypeAlias = Callable[[str, str | None], int | None]
"""A number by measure and team (``None``: of all); ``None`` where it was not counted or not printed."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A whole and its parts. ``rest`` is the part of which nothing is told, where it is counted.

    ``rarely`` are parts that a report may leave out where there were none; without one of the others nothing can be
    said.
    """

    whole: str
    parts: tuple[str, ...]
    rest: str = ""
    rarely: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """What it demands, in words."""
        told = [MEASURES[one].label for one in (*self.parts, *self.rarely, self.rest) if one]
        return f"{MEASURES[self.whole].label} = {' + '.join(told)}"


_CHANGES = ("decrease", "unchanged", "increase")


def _completed(whole: str) -> Identity:
    parts = tuple(f"{whole}-{one}" for one in _CHANGES)
    return Identity(whole, parts, f"{whole}-untold", (f"{whole}-ended",))


IDENTITIES: Final = (
    Identity("calls-in", ("calls-service-user", "calls-others"), "calls-untold-about"),
    Identity(
        "calls-in",
        ("calls-resolved", "calls-triage", "calls-complex"),
        "calls-untold",
        ("calls-safeguarding", "calls-elsewhere"),
    ),
    Identity(
        "triage-in",
        ("triage-resolved", "triage-case-worker"),
        "triage-untold",
        ("triage-assess", "triage-complex", "triage-safeguarding"),
    ),
    _completed("access-completed"),
    _completed("completed"),
    Identity(
        "complex-total", ("calls-complex", "case-worker-complex"), rarely=("triage-complex", "direct-complex")
    ),
    Identity("levelled", (), rarely=tuple(LEVELS)),
    Identity("held", ("levelled",), "level-untold"),
    Identity("decisions", ("decisions-taken", "decisions-recorded")),
)  # fmt: skip
"""What is the sum of what."""

_PARTS: Final = {one.whole: one.rarely for one in IDENTITIES if not one.parts and not one.rest}
"""Wholes that nothing but their parts belongs to, so that the parts of a team make its whole."""

BY_TEAM: Final = tuple(one for one in MEASURES.values() if one.section == STOCK)
"""Measures whose number is the sum of the numbers of the teams."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that does not add up. ``parts`` is their sum; ``unexplained`` what the whole has beyond it.

    ``sum_of`` says what was added up.
    """

    what: str
    team: str | None
    whole: int
    parts: int
    sum_of: str

    @property
    def unexplained(self) -> int:
        """Whole less parts: what the parts do not account for; less than nothing where they are more."""
        return self.whole - self.parts

    def __str__(self) -> str:
        of = f" ({self.team})" if self.team else ""
        name = f"{MEASURES[self.what].title}{of}"
        if self.unexplained > 0:
            return f"{name}: {self.whole:,}, but {self.sum_of} make {self.parts:,}: {self.unexplained:,} unexplained"
        return f"{name}: {self.whole:,}, but {self.sum_of} make {self.parts:,}: {-self.unexplained:,} too many"


def mismatches(number: Number, teams: Sequence[str] = ()) -> Iterator[Mismatch]:
    """Everything that does not add up, over measures and over teams.

    Args:
        number: what was counted, or printed.
        teams: of which numbers are told apart.
    """
    for identity in IDENTITIES:
        for team in (None, *teams):
            if (found := _broken(identity, number, team)) is not None:
                yield found
    for measure in BY_TEAM:
        whole = number(measure.name, None)
        told = [one for team in teams if (one := _of_team(measure.name, number, team)) is not None]
        if whole is not None and told and whole != sum(told):
            yield Mismatch(measure.name, None, whole, sum(told), "the teams")


def _of_team(measure: str, number: Number, team: str) -> int | None:
    """A team's number: as it is told, or else the sum of the parts that are."""
    if (told := number(measure, team)) is not None:
        return told
    parts = _PARTS.get(measure, ())
    known = [one for part in parts if (one := number(part, team)) is not None]
    return sum(known) if known else None


def _broken(identity: Identity, number: Number, team: str | None) -> Mismatch | None:
    whole = number(identity.whole, team)
    needed = [number(one, team) for one in identity.parts]
    more = [number(one, team) for one in (*identity.rarely, identity.rest) if one]
    told = [one for one in (*needed, *more) if one is not None]
    # Of a part that is not told, and is not one that may be left out, nothing can be said, nor of the whole.
    if whole is None or None in needed or not told or sum(told) == whole:
        return None
    return Mismatch(identity.whole, team, whole, sum(told), "its parts")


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
