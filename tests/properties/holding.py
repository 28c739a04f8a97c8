"""Running a property, over and over or until it fails; and the lives that properties are run on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import Recorder
from swp_adapters.testing.strategies import messy
from swp_domain.admission import admit
from swp_domain.entry import AnyEntry

COUNCIL = Council(11, calls=False)
numbers = st.integers(0, 29)
"""The numbers of the lives."""


def holds(check: Callable[..., None], *drawn: st.SearchStrategy[Any], examples: int = 25, sure: bool = False) -> None:
    """A property holds of whatever is drawn; ``sure`` draws the same every time."""
    run = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=sure,
        phases=(Phase.generate,),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run(given(*drawn)(check))()


def caught(check: Callable[..., None], *drawn: st.SearchStrategy[Any], examples: int = 60) -> None:
    """The same property fails, now that something was broken on purpose."""
    with pytest.raises(AssertionError):
        holds(check, *drawn, examples=examples, sure=True)


@cache
def _recorder() -> Recorder:
    return Recorder(COUNCIL)


@cache
def life(number: int) -> tuple[AnyEntry, ...]:
    """The case of a synthetic life, as it was recorded."""
    return tuple(one for one in _recorder().entries(number) if one.stream.startswith("case/"))


@cache
def messy_life(number: int) -> tuple[AnyEntry, ...]:
    """The same, told out of order, vaguely, with corrections and retractions."""
    told = messy(COUNCIL.life(number)[:60], Random(number), COUNCIL.last)
    streams: dict[str, list[AnyEntry]] = dict(_recorder().practices)
    for sent in told:
        for entry in admit(sent.submission, streams, recorded_at=sent.recorded_at, new_id=lambda: "never"):
            streams[entry.stream] = [*streams.get(entry.stream, []), entry]
    return tuple(streams.get(COUNCIL.case(number), ()))
