"""What must hold in a report, ours or printed: parts and the rest make the whole, and teams make all.

Each identity is a sentence about measures. It is asked of numbers, whoever counted them, and answers with what does
not add up: by how much, and whether the parts fall short of the whole or are more than it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
