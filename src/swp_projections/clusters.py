"""What the concerns of one year have in common, over many files: by the provider and the place that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from swp_domain.law.local_targets.safeguarding_enquiry import ClusterFacts, near_each_other, no_cluster
from swp_projections.people import folded
from swp_projections.safeguarding import SafeguardingRow


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several concerns within a year about one provider or place, whoever the adults are."""

    kind: str
    name: str
    concerns: int
    files: int
    first_on: date
    last_on: date


def clusters(rows: Iterable[SafeguardingRow]) -> list[Cluster]:
    """Providers and places that concerns of a year have in common, the most concerns first.

    Rows of many files are looked at together; concerns that name neither a provider nor a place are in none. Names that
    differ only in capitals, marks, spaces or punctuation are one, shown as it was first written.
    """
    days: dict[tuple[str, str], dict[tuple[str, str], date]] = defaultdict(dict)
    written: dict[tuple[str, str], str] = {}
    for row in sorted(rows, key=lambda one: (one.received_on or date.max, one.file, one.key)):
        for kind, name in (("provider", row.provider), ("place", row.location_name)):
            if name and row.received_on is not None and near_each_other.in_force(row.received_on):
                about = kind, as_compared(name)
                written.setdefault(about, name)
                days[about][row.file, row.concern] = row.received_on
    found = (one for about, received in days.items() for one in _runs((about[0], written[about]), received))
    return sorted(found, key=lambda one: (-one.concerns, one.kind, one.name, one.first_on))


def _runs(about: tuple[str, str], received: dict[tuple[str, str], date]) -> Iterator[Cluster]:
    """The fullest year of concerns about one thing, where it is a cluster."""
    best: list[tuple[date, str]] = []
    for first in received.values():
        last = near_each_other.last_day(first)
        within = sorted((on, file) for (file, _), on in received.items() if first <= on <= last)
        best = max(best, within, key=len)
    if best and no_cluster(ClusterFacts(concerns=len(best)), on=best[-1][0]).not_met:
        files = len({file for _, file in best})
        yield Cluster(*about, concerns=len(best), files=files, first_on=best[0][0], last_on=best[-1][0])


def as_compared(name: str) -> str:
    """A name of a provider or a place as it is compared; one that is nothing but marks is itself."""
    return folded(name) or name
