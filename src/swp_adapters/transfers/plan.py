"""What is to be told to which cases, found before anything is recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from swp_adapters.transfers.following import Following, following, untold
from swp_domain.catalogue import file_kind
from swp_domain.law.dates import local_day
from swp_domain.practice.moves import Moves
from swp_domain.refusal import Invalid
from swp_domain.responsibility.vocabulary import MoveGround

if TYPE_CHECKING:
    from swp_adapters.casework import Casework


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Notices that say the same. ``entry`` is the id of the entry in the practice's file that they follow."""

    on: date
    from_body: str
    to_body: str
    ground: MoveGround
    entry: str
    cases: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be told of one practice's file.

    ``cases`` are those whose file is to be written to, ``groups`` count the notices, ``taken_back`` those of ours that
    are not borne out any more. ``untold`` counts open cases that stay where they are because their client
    groups or area are not on record, and the practice's file turns on them.
    """

    practice: str
    cases: tuple[str, ...]
    groups: tuple[Group, ...]
    taken_back: int
    untold: int


def planned(casework: Casework, practice: str, on: date | None = None) -> Plan:
    """What the open cases are still to be told of one practice's file; nothing is written.

    Args:
        casework: the record.
        practice: the practice's file.
        on: only what moved on this day; otherwise on any day up to today.

    Raises:
        Invalid: there is no such practice, or the day has not come.
    """
    asked = asked_about(casework, practice, on)
    moves = Moves(casework.practices())
    cases: list[str] = []
    found: list[Following] = []
    unknown = 0
    for case, entries in casework.files():
        if not case.startswith("case/"):
            continue
        due = following(case, entries, moves, practice, asked)
        found += due
        cases += [case] if due else []
        unknown += 0 if due else untold(case, entries, moves, practice, asked)
    said = Counter((one.on, one.notice, one.cause) for one in found if one.notice is not None)
    groups = sorted(
        Group(day, notice.from_body, notice.to_body, notice.ground, cause, count)
        for (day, notice, cause), count in said.items()
    )
    return Plan(practice, tuple(cases), tuple(groups), sum(len(one.taken_back) for one in found), unknown)


def asked_about(casework: Casework, practice: str, on: date | None) -> Callable[[date], bool]:
    """Which days are asked about: what has not come yet, nobody is told.

    Raises:
        Invalid: there is no such practice, or the day has not come.
    """
    if file_kind(practice).kind != "practice" or not casework.entries(practice):
        raise Invalid("practice", f"nothing is recorded under {practice}", "Name the file of one, practice/…")
    today = local_day(casework.clock())
    if on is not None and on > today:
        raise Invalid("on", f"{on} has not come", "Cases are told of a move on its day, or later")
    return lambda day: day <= today and on in (None, day)
