"""Checking a published chronology: what the engine, and the law it holds, makes of it on a day.

Run it as ``python -m swp_adapters.exchange.check CASE.yaml --as-at 2024-05-01 --json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from swp_adapters.exchange.chronology import Chronology, read_chronology
from swp_adapters.exchange.chronology_acts import replay
from swp_adapters.exchange.chronology_desk import Desk
from swp_adapters.exchange.chronology_flags import flags
from swp_adapters.exchange.flag import Flag
from swp_domain.deprivation_cover import Authority, deprived_days
from swp_domain.refusal import Refusal


class LeftOut(BaseModel):
    """An act that was not checked, with its date as told, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    act: str
    on: str
    why: str


class Days(BaseModel):
    """A stretch of days on which the adult was deprived of their liberty, and whether anything authorised it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: date
    last: date
    authority: Authority
    why: str


class Checked(BaseModel):
    """What a check found; ``model_dump(mode="json")`` is what the tool prints."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)

    case: str
    as_at: date
    flags: tuple[Flag, ...]
    days: tuple[Days, ...] = ()
    not_understood: tuple[LeftOut, ...]


def check(chronology: Chronology, as_at: date) -> Checked:
    """Let the clock run to a day, and say what is then late, broken or to be looked at.

    Nothing is written anywhere: the case is made in memory, from the chronology and its standing facts
    alone.
    """
    desk, left_out = replay(chronology, as_at)
    return Checked(
        case=chronology.id,
        as_at=as_at,
        flags=tuple(flags(desk)),
        days=tuple(_days(desk, as_at)),
        not_understood=tuple(LeftOut(act=one.act, on=one.on, why=one.why) for one in left_out),
    )


def _days(desk: Desk, as_at: date) -> Iterator[Days]:
    for one in deprived_days(desk.file, as_at):
        yield Days(first=one.days.first, last=one.days.last or as_at, authority=one.authority, why=one.why)


def main(given: Sequence[str] | None = None) -> int:
    """Check one file, and print what was found; 2 where the file cannot be read."""
    asks = argparse.ArgumentParser(prog="swp check", description="Check a published chronology against the law.")
    asks.add_argument("case", type=Path)
    asks.add_argument("--as-at", type=date.fromisoformat, required=True, help="the day to which the clock runs")
    asks.add_argument("--json", action="store_true", dest="as_json")
    told = asks.parse_args(given)
    try:
        found = check(read_chronology(told.case), told.as_at)
    except Refusal as refusal:
        print(f"swp check: {refusal}", file=sys.stderr)
        return 2
    if told.as_json:
        print(json.dumps(found.model_dump(mode="json"), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(found)))
    return 0


def _lines(found: Checked) -> list[str]:
    lines = [f"{one.level.value:5} {one.theme} {one.rule} {one.provision}: {one.why}" for one in found.flags]
    lines += [f"left  {one.act} of {one.on}: {one.why}" for one in found.not_understood]
    return lines or ["nothing to say"]


if __name__ == "__main__":
    raise SystemExit(main())
