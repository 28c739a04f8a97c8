"""Where a board looks first: a short list in a fixed order, each line with its reason, its files and its entries.

There is no score. The order is that of :data:`REASONS`: what the law requires before what a target does; within a
reason, the longest first, and then by file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from swp_domain.law.finding import Force, unchecked
from swp_projections.safeguarding import AT_ONCE
from swp_projections.safeguarding_board import Board
from swp_projections.safeguarding_board_conduct import place
from swp_projections.safeguarding_board_look import Look, Reason, day_of, days_since, longest
from swp_projections.safeguarding_board_rows import (
    BreachRow,
    ConcernRow,
    DecisionRow,
    EnquiryRow,
    PlanRow,
    ReviewRow,
    StepRow,
)

_LAW: Final = frozenset(one.value for one in Force if one.is_law)


def first(board: Board) -> tuple[Reason, ...]:
    """Every reason for which there is something to look at, in the order in which to look."""
    found = (Reason(says, tuple(look(board))) for says, look in REASONS.items())
    return tuple(one for one in found if one.looks)


def _open_steps(board: Board) -> list[StepRow]:
    return [one for one in board.every(StepRow) if one.standing(board.on) == "late"]


def _late(board: Board, *, law: bool) -> Iterator[Look]:
    """What is late now, by the force of its clock, without what has a reason of its own."""
    shown = {row for look in _unsafe(board) for row in look.rows}
    late = [one for one in _open_steps(board) if one.duty not in _DECIDE and one not in shown]
    found = [one for one in late if (one.binding in _LAW) is law]
    for one in sorted(found, key=lambda one: (place(one.binding), one.last_day or date.max, one.file, one.key)):
        since = one.late_since(board.on)
        under = f"{one.provision}{unchecked(one.confidence)}"
        says = f"{one.duty}, late since {day_of(since)}: {one.limit} ({one.rule}; {under})"
        yield Look("late", says, (one,), one.binding)


def _late_by_law(board: Board) -> Iterator[Look]:
    return _late(board, law=True)


def _late_by_target(board: Board) -> Iterator[Look]:
    return _late(board, law=False)


_DECIDE: Final = ("decide on the concern", "decide again on the concern")


def _broken(board: Board) -> Iterator[Look]:
    rows = [one for one in board.within(BreachRow) if one.is_law]
    for one in sorted(rows, key=lambda one: (place(one.force), one.since, one.file, one.key)):
        yield Look("broken", f"{one.rule} ({one.provision}) since {day_of(one.since)}: {one.why}", (one,), one.force)


def _unprotected(board: Board) -> Iterator[Look]:
    """Whoever is owed an advocate and has none, while the enquiry goes on."""
    for one in longest(board.every(EnquiryRow)):
        if one.closed_on is None and one.advocate_owed and (missing := _without_advocate(one)):
            says = f"{one.enquiry}, begun {day_of(one.opened_on)}: an advocate is owed, and {missing}"
            yield Look("advocate", says, (one,), Force.STATUTE.value)


def _without_advocate(one: EnquiryRow) -> str:
    """Why the adult has none; nothing where one acts for them, or did to the end of their work."""
    if one.advocate_refused:
        return f"the adult refused one on {day_of(one.advocate_refused_on)}"
    if one.advocate_gone_on is not None:
        return f"the one who was arranged acts no more since {day_of(one.advocate_gone_on)}"
    return "none was arranged" if one.advocate_on is None else ""


def _unsafe(board: Board) -> Iterator[Look]:
    """Whoever was said not to be safe, with nothing put in place: no plan since, and not every enquiry closed."""
    concerns = {(one.file, one.concern): one for one in board.every(ConcernRow)}
    enquiries = {(one.file, one.enquiry): one for one in board.every(EnquiryRow)}
    planned = {(one.file, one.concern) for one in board.every(PlanRow)}
    for step in sorted(_open_steps(board), key=lambda one: (one.on, one.file, one.key)):
        if step.duty != AT_ONCE:
            continue
        concern = concerns.get((step.file, step.subject))
        into = [enquiries[step.file, which] for which in concern.enquiries] if concern else []
        plan = (step.file, step.subject) in planned or any(one.plans for one in into)
        if plan or (into and all(one.closed_on for one in into)):
            continue
        says = f"{step.subject} of {day_of(step.on)}: not safe, as it was told, and nothing done at once is on record: "
        yield Look("unsafe", says + days_since(step.on, board.on), (step,), step.binding)


def _undecided(board: Board) -> Iterator[Look]:
    for one in longest(board.every(ConcernRow)):
        if one.waits and (one.received_on or one.reopened_on):
            since = one.reopened_on or one.on
            again = "decided again" if one.reopened_on else "decided on"
            waits = f"{one.concern} of {day_of(since)} is not {again}: {days_since(since, board.on)}"
            paper = "; a decision that does not count is on record" if one.uncounted else ""
            yield Look("undecided", waits + _clock(board, one) + paper, (one,))


def _unreceived(board: Board) -> Iterator[Look]:
    """What is spoken of as a concern and was never received, or its receipt was taken back: it is in no count."""
    for one in longest(board.every(ConcernRow)):
        if one.received_on is None and (one.on in board.period or (one.waits and not one.reopened_on)):
            decided = (
                f"decided on {day_of(one.decided_on)}" if one.decided_on else "no decision that counts is on record"
            )
            says = f"{one.concern}, first spoken of on {day_of(one.on)}: {decided}"
            yield Look("unreceived", f"{says}; its receipt is not on record, or was taken back", (one,))


def _clock(board: Board, concern: ConcernRow) -> str:
    """By when it was to be decided on, and under what."""
    for one in _open_steps(board):
        if one.file == concern.file and one.subject == concern.concern and one.duty in _DECIDE:
            return f", late since {day_of(one.late_since(board.on))} under {one.binding}"
    return ""


def _unshown(board: Board) -> Iterator[Look]:
    for one in board.within(DecisionRow):
        if one.shown is not True and one.ours:
            told = "is not shown" if one.shown is False else "cannot be told"
            what = one.event.partition("/")[2].replace("-", " ")
            yield Look("authority", f"{what} on {day_of(one.on)}: its authority {told}, at the {one.fails}", (one,))


def _clustered(board: Board) -> Iterator[Look]:
    for one in board.clusters:
        if one.kind != "adult":
            who = "1 adult" if one.adults == 1 else f"{one.adults} adults"
            says = f"{one.kind} {one.name}: {len(one.concerns)} concerns within a year about {who}"
            yield Look("cluster", f"{says}, the last on {day_of(one.last_on)}", one.concerns)


def _again(board: Board) -> Iterator[Look]:
    for one in board.clusters:
        if one.kind == "adult":
            says = f"{len(one.concerns)} concerns within a year about one adult, the last on {day_of(one.last_on)}"
            yield Look("repeat", says, one.concerns)


def _unasked(board: Board) -> Iterator[Look]:
    for one in longest(board.every(EnquiryRow)):
        if one.closed_on is None and not one.asked and one.opened_on is not None:
            says = (
                f"{one.enquiry}, begun {day_of(one.opened_on)}: nobody is recorded to have asked what the adult wants"
            )
            yield Look("unasked", says, (one,), Force.STATUTORY_GUIDANCE.value)


def _reviews(board: Board) -> Iterator[Look]:
    for one in longest(board.every(ReviewRow)):
        if one.stage in ("not decided yet", "under way"):
            yield Look("review", f"referral of {day_of(one.on)}, {one.stage}: {days_since(one.on, board.on)}", (one,))


REASONS: Final = {
    "The law was broken in the period": _broken,
    "Late by law": _late_by_law,
    "Said not to be safe, and no protection is on record": _unsafe,
    "An advocate is owed and there is none": _unprotected,
    "Concerns not decided on, the longest first": _undecided,
    "Concerns that are in no count, since nobody received them": _unreceived,
    "Decisions whose authority is not shown": _unshown,
    "Concerns about one provider or place": _clustered,
    "Concerns about one adult": _again,
    "Enquiries that go on in which nobody asked the adult": _unasked,
    "Safeguarding adults reviews not finished": _reviews,
    "Late by guidance or by a local target": _late_by_target,
}
"""Every reason, in the order in which to look."""
