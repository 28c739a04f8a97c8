"""What concerns are about: kinds of abuse, sources of risk, places and providers, and what many have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from swp_domain.law.dates import Period
from swp_domain.law.local_targets.safeguarding_enquiry import ClusterFacts, near_each_other, no_cluster
from swp_domain.safeguarding.vocabulary import AbuseType, Location, RiskSource
from swp_projections.clusters import as_compared
from swp_projections.safeguarding_board_cells import Cell, Line, Part, Table, among, one_column, ordered, slug, split
from swp_projections.safeguarding_board_rows import ConcernRow


@dataclass(frozen=True, slots=True)
class Together:
    """Concerns of one year that are looked at together: about one provider, one place or one adult."""

    kind: str
    name: str
    concerns: tuple[ConcernRow, ...]

    @property
    def last_on(self) -> date:
        """The day of the last of them."""
        return self.concerns[-1].on

    @property
    def adults(self) -> int:
        """How many files they stand in."""
        return len({one.file for one in self.concerns})


def together(concerns: Iterable[ConcernRow], period: Period) -> list[Together]:
    """What is a cluster whose last concern lies in a period; the most concerns first.

    Args:
        concerns: all that are on record, before the period as well.
        period: the days asked about.
    """
    rows: dict[tuple[str, str], dict[tuple[str, str], ConcernRow]] = defaultdict(dict)
    written: dict[tuple[str, str], str] = {}
    for one in ordered(concerns):
        if one.received_on is None or not near_each_other.in_force(one.received_on):
            continue
        for kind, name in (("provider", one.provider), ("place", one.location_name), ("adult", one.file)):
            if name:
                same = kind, name if kind == "adult" else as_compared(name)
                written.setdefault(same, name)
                rows[same][one.file, one.concern] = one
    found = []
    for same, about in rows.items():
        run = _fullest(ordered(about.values()), period)
        if run:
            found.append(Together(same[0], written[same], run))
    return sorted(found, key=lambda one: (-len(one.concerns), one.kind, one.name))


def _fullest(about: Sequence[ConcernRow], period: Period) -> tuple[ConcernRow, ...]:
    """The most concerns of a year that ends with one of the period, the latest of equals; none if it is no cluster."""
    best: tuple[ConcernRow, ...] = ()
    for number, last in enumerate(about, start=1):
        run = tuple(one for one in about[:number] if last.on <= near_each_other.last_day(one.on))
        if last.on in period and len(run) >= len(best):
            best = run
    if not best or not no_cluster(ClusterFacts(concerns=len(best)), on=best[-1].on).not_met:
        return ()
    return best


def themes(concerns: Sequence[ConcernRow]) -> Iterator[Table]:
    """The kinds of abuse, sources and places of concerns; providers and places by name, each with its concerns."""
    yield one_column(
        "kinds",
        "Kinds of abuse and neglect, sources of risk, and where",
        split("kind", "Concerns, by kind", concerns, _coded(AbuseType, lambda one: one.types), exactly=False),
        split("source", "Concerns, by source of risk", concerns, _coded(RiskSource, _sources), exactly=False),
        split("location", "Concerns, by where it happened", concerns, _coded(Location, _locations)),
        note="A concern of several kinds, or from several sources, stands under each: these do not add up.",
    )
    yield one_column(
        "named",
        "Providers and places that are named",
        split("provider", "Concerns, by provider", concerns, _named(concerns, _provider)),
        split("place", "Concerns, by place", concerns, _named(concerns, _place)),
        note="Names as they were first written. Those that differ only in capitals, marks, spaces or punctuation are "
        "one; other spellings are two.",
    )
    yield one_column(
        "again",
        "Repeat concerns",
        split(
            "again",
            "Concerns, by whether there was one before",
            concerns,
            (
                ("within-a-year", "the adult had another within the year before", _within_a_year),
                ("said-to-repeat", "said to be about an earlier one, none within the year", _said_to_repeat),
                ("first", "no other is on record within the year before", _first),
            ),
        ),
    )


def clusters_table(found: Sequence[Together]) -> Table:
    """Clusters, a line each."""
    lines = tuple(
        Line(f"{one.kind}: {one.name} ({_adults(one)})", (Cell(f"cluster/{one.kind}/{slug(one.name)}", one.concerns),))
        for one in found
    )
    note = "Three concerns or more within a year about one provider, place or adult, the last of them in the period."
    return Table("clusters", "Concerns that are looked at together", ("concerns",), lines, note)


def _adults(one: Together) -> str:
    return "1 adult" if one.adults == 1 else f"{one.adults} adults"


def _coded(
    codes: Iterable[AbuseType | RiskSource | Location], told: Callable[[ConcernRow], Sequence[object]]
) -> list[Part[ConcernRow]]:
    parts: list[Part[ConcernRow]] = [(slug(code.value), code.value, among(told, code)) for code in codes]
    return [*parts, ("not-told", "not told", lambda one: not told(one))]


def _named(concerns: Sequence[ConcernRow], told: Callable[[ConcernRow], str]) -> list[Part[ConcernRow]]:
    """A part a name; two names that would be called alike get a number."""
    parts: list[Part[ConcernRow]] = []
    taken: dict[str, int] = defaultdict(int)
    written: dict[str, str] = {}
    for name in filter(None, map(told, ordered(concerns))):
        written.setdefault(as_compared(name), name)
    for same, name in sorted(written.items(), key=lambda one: one[1]):
        word = slug(name)
        taken[word] += 1
        called = word if taken[word] == 1 and word != "not-told" else f"{word}.{taken[word]}"
        parts.append((called, name, among(lambda one: (as_compared(told(one)),), same)))
    return [*parts, ("not-told", "not named", lambda one: not told(one))]


def _sources(one: ConcernRow) -> Sequence[object]:
    return one.sources


def _locations(one: ConcernRow) -> Sequence[object]:
    return (one.location,) if one.location else ()


def _provider(one: ConcernRow) -> str:
    return one.provider


def _place(one: ConcernRow) -> str:
    return one.location_name


def _within_a_year(one: ConcernRow) -> bool:
    return one.within_a_year


def _said_to_repeat(one: ConcernRow) -> bool:
    return one.repeats and not one.within_a_year


def _first(one: ConcernRow) -> bool:
    return not one.repeats and not one.within_a_year
