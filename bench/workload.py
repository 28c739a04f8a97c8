"""The same lives for everybody: one invented case of twenty entries, under as many names as are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from swp_adapters.casework import Casework
from swp_adapters.demo.life import CASE, live
from swp_domain.entry import AnyEntry

PER_CASE: Final = 20


def pattern() -> list[AnyEntry]:
    """The entries of one case, judged by the engine: findings, breaches, marks and all."""
    casework = Casework("sqlite:///:memory:")
    list(live(casework))
    entries = casework.entries(CASE)
    while len(entries) < PER_CASE:
        entries += entries[: PER_CASE - len(entries)]
    return entries[:PER_CASE]


def cases(number: int, first: int = 0) -> Iterator[list[AnyEntry]]:
    """Cases of twenty entries each; no two have an entry id or a command in common."""
    made = pattern()
    for case in range(first, first + number):
        yield [
            one.model_copy(
                update={
                    "stream": f"case/bench-{case}",
                    "version": version,
                    "entry_id": f"{case}-{version}",
                    "command_id": f"command-{case}-{version}",
                    "corrects": None,
                }
            )
            for version, one in enumerate(made, start=1)
        ]
