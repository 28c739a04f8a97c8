"""What one case's file is still to be told: the notices that are missing, and those of ours that are not borne out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Final

from swp_domain.actor import Actor
from swp_domain.belonging import Belonging
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted, Event
from swp_domain.history import history
from swp_domain.practice.events import CohortTransferred, ContractEnded, ContractExtended, ContractMade
from swp_domain.practice.moves import Moved, Moves
from swp_domain.proposal import Proposal, propose
from swp_domain.responsibility.events import ResponsibilityMoved
from swp_domain.responsibility.state import evolve
from swp_domain.responsibility.vocabulary import MoveGround
from swp_projections import Caseload
from swp_projections.caseload import CaseloadRow

_COMMAND: Final = "responsibility-moved"
_NOT_BORNE_OUT: Final = "The files of practice and case, as they are now known, do not bear this notice out."


@dataclass(frozen=True, slots=True)
class Following:
    """What is to be recorded in one case's file about one day: together, under one command.

    ``notice`` is what is missing, and ``cause`` the id of the entry in the practice's file that it follows.
    ``taken_back`` are the notices of ours that are not borne out.
    """

    case: str
    on: date
    command: str
    cause: str
    notice: ResponsibilityMoved | None = None
    taken_back: tuple[AnyEntry, ...] = ()

    def proposals(self, by: Actor, today: date) -> Iterator[Proposal[Event]]:
        """What is submitted; ``today`` is the day on which it is."""
        for one in self.taken_back:
            told = EntryRetracted()
            yield propose(self.case, told, by, today, corrects=one.entry_id, reason=_NOT_BORNE_OUT)
        if self.notice is not None:
            yield propose(self.case, self.notice, by, self.on)


@dataclass(frozen=True, slots=True)
class _Day:
    """What a day brought a case but for its notices, those that stand in its file, and to whom it belonged before."""

    on: date
    before: Belonging
    after: Belonging
    notices: Sequence[AnyEntry]


def following(
    case: str,
    entries: Sequence[AnyEntry],
    moves: Moves,
    practice: str,
    asked: Callable[[date], bool] = lambda _: True,
) -> list[Following]:
    """What a case's file is still to be told of the moves that one practice's file brought, the earliest first.

    Args:
        case: the file of the case.
        entries: all that it holds.
        moves: what the practices' files moved, and when.
        practice: the practice's file of which it is told.
        asked: which days are asked about.

    A case is told that was open on both sides of the move. One that began that day never was anybody else's.
    """
    found: list[Following] = []
    walk = _days(history(entries), moves)
    state: Belonging | None = None
    while (day := _next(walk, state)) is not None:
        moved = moves.of(day.on, day.before, day.after) if asked(day.on) else None
        missing, wrong = _compared(moved, day.notices, practice) if asked(day.on) else (None, [])
        if missing is not None and not _open(case, entries, day.on):
            missing = None
        state = reduce(evolve, (one for one in day.notices if one not in wrong), day.after)
        if missing is not None:
            state = replace(state, moved_to=missing.to_body, moved_on=day.on, joint_until=missing.joint_until)
        if missing is not None or wrong:
            cause = moved.entry.entry_id if missing is not None and moved is not None else ""
            named = cause or f"not-borne-out/{wrong[0].entry_id}"
            command = _unused("/".join((_COMMAND, practice, named, case)), entries)
            found.append(Following(case, day.on, command, cause, missing, tuple(wrong)))
    return found


def untold(
    case: str, entries: Sequence[AnyEntry], moves: Moves, practice: str, asked: Callable[[date], bool] = lambda _: True
) -> bool:
    """Whether an open case stays where it is only because its file does not tell to which cohort it belongs."""
    known = history(entries)
    return any(
        moves.untold(day, practice, belonging_of(known, day)) and _open(case, entries, day)
        for day in moves.days
        if asked(day)
    )


def belonging_of(known: Sequence[AnyEntry], on: date) -> Belonging:
    """To whom a case belongs at the end of a day, from its history in the order of the world."""
    return reduce(evolve, known[: bisect_right(known, on, key=_day_of)], Belonging())


def _next(walk: Generator[_Day, Belonging, None], state: Belonging | None) -> _Day | None:
    try:
        return next(walk) if state is None else walk.send(state)
    except StopIteration:
        return None


def _days(known: Sequence[AnyEntry], moves: Moves) -> Generator[_Day, Belonging, None]:
    """Each day that can have moved a case, in order; it is sent back to whom the case belongs after it."""
    first = known[0].occurred_on if known else date.max
    noticed = {one.occurred_on for one in known if isinstance(one.event, ResponsibilityMoved)}
    state, place = Belonging(), 0
    for on in sorted({*(day for day in moves.days if day > first), *noticed}):
        earlier, place = place, bisect_left(known, on, lo=place, key=_day_of)
        state = reduce(evolve, known[earlier:place], state)
        earlier, place = place, bisect_right(known, on, lo=place, key=_day_of)
        notices = [one for one in known[earlier:place] if isinstance(one.event, ResponsibilityMoved)]
        others = (one for one in known[earlier:place] if not isinstance(one.event, ResponsibilityMoved))
        state = yield _Day(on, state, reduce(evolve, others, state), notices)


def _day_of(entry: AnyEntry) -> date:
    return entry.occurred_on


def _compared(
    moved: Moved | None, notices: Sequence[AnyEntry], practice: str
) -> tuple[ResponsibilityMoved | None, list[AnyEntry]]:
    """The notice that is missing, and those of ours that are wrong, or say what another said already."""
    due = _notice(moved) if moved is not None and moved.practice == practice else None
    ours = [one for one in notices if one.command_id.startswith(f"{_COMMAND}/{practice}/")]
    if due is None:
        return None, ours
    told = [one for one in notices if one.event == due or (one not in ours and _says(one, due))]
    wrong = [one for one in ours if one not in told[:1]]
    return (None if told else due), wrong


def _says(told: AnyEntry, due: ResponsibilityMoved) -> bool:
    """Whether a notice that somebody gave by hand says as much: which body is responsible now."""
    return isinstance(told.event, ResponsibilityMoved) and told.event.to_body == due.to_body


def _notice(moved: Moved) -> ResponsibilityMoved:
    return ResponsibilityMoved(
        from_body=moved.before.body,
        to_body=moved.after.body,
        ground=ground_of(moved),
        practice=moved.practice,
        joint_until=moved.after.joint_until,
    )


def _open(case: str, entries: Sequence[AnyEntry], on: date) -> bool:
    """Whether a case was open at the end of a day, and had begun before it."""
    return any(is_open(row) and row.opened_on < on for row in Caseload().of(case, entries, as_at=on))


def is_open(row: CaseloadRow) -> bool:
    """Whether work goes on in a case itself: not closed, nor in the file that it was merged into."""
    return row.closed_on is None and row.merged_into is None


def _unused(command: str, entries: Sequence[AnyEntry]) -> str:
    """The same id for the same cause and case; another where what it recorded was taken back and is due again."""
    used = {one.command_id for one in entries if one.command_id.startswith(command)}
    return f"{command}#{len(used)}" if used else command


def ground_of(moved: Moved) -> MoveGround:
    """Why a case moved, by what moved it."""
    match moved.entry.event:
        case ContractEnded():
            return MoveGround.CONTRACT_ENDED
        case ContractMade() | ContractExtended():
            return MoveGround.CONTRACT_ENDED if moved.ran_out else MoveGround.OTHER
        case CohortTransferred():
            return MoveGround.COHORT_TRANSFERRED
    return MoveGround.SCOPE_CHANGED
