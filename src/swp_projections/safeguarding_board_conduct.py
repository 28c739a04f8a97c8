"""How it was done: each step against its clock, every decision, what was broken, and safeguarding adults reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from swp_domain.law.dates import Period
from swp_domain.law.finding import Force
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice
from swp_projections.safeguarding_board_cells import (
    Cell,
    Identity,
    Line,
    Table,
    among,
    longest,
    middle,
    one_column,
    ordered,
    slug,
    split,
)
from swp_projections.safeguarding_board_rows import STAGES, BreachRow, DecisionRow, ReviewRow, StepRow

_STANDINGS = {
    "in-time": ("met",),
    "done-late": ("met late",),
    "to-do": ("owed",),
    "to-do-late": ("late",),
    "ended": ("ended", "ended late"),
}


def place(force: str) -> int:
    """Law first, then guidance, then targets."""
    order = [one.value for one in Force]
    return order.index(force) if force in order else len(order)


def timeliness(steps: Sequence[StepRow], on: date) -> Table:
    """Each step that began in a period: done within its clock, later, or not yet, with the days that it took.

    A line is one duty under one clock of one force; what clocks of different force say is never put together.
    """
    by_clock: dict[tuple[str, str, str], list[StepRow]] = defaultdict(list)
    for one in steps:
        by_clock[one.binding, one.duty, one.limit].append(one)
    lines, identities = [], []
    for binding, duty, limit in sorted(by_clock, key=lambda key: (place(key[0]), *key)):
        rows, name = by_clock[binding, duty, limit], f"step/{slug(duty)}/{slug(limit or 'no clock')}/{slug(binding)}"
        parts = [
            Cell(f"{name}/{word}", ordered(one for one in rows if one.standing(on) in standings))
            for word, standings in _STANDINGS.items()
        ]
        cells = (Cell(name, ordered(rows)), *parts, middle(f"{name}/middle", rows), longest(f"{name}/longest", rows))
        lines.append(Line(f"{duty}: {limit or 'no clock'} ({binding})", cells))
        identities.append(Identity(name, tuple(one.name for one in parts)))
    return Table(
        "timeliness",
        "Each step, and how many days it took",
        (
            "begun", "done, in time", "done late", "to do, in time", "to do, late", "ended undone", "middle, in days",
            "longest, in days",
        ),
        tuple(lines),
        "Steps that began in the period, as they stand. Where there is no clock nothing is late. The Act sets no "
        "number of days for an enquiry: a missed local target is no breach of it. The days are of what was done.",
        tuple(identities),
    )  # fmt: skip


def decisions(rows: Sequence[DecisionRow]) -> Table:
    """Every decision of a period by its kind: what it holds, whose it is shown to be, and whether it came late."""
    by_event: dict[str, list[DecisionRow]] = defaultdict(list)
    for one in rows:
        by_event[one.event].append(one)
    lines, identities = [], []
    for event in sorted(by_event):
        name, found = f"decision/{event.replace('/', '-')}", by_event[event]
        parts = {
            "shown": [one for one in found if one.shown is True],
            "not-shown": [one for one in found if one.shown is False],
            "cannot-tell": [one for one in found if one.ours and one.shown is None],
            "others": [one for one in found if not one.ours],
            "without-reasons": [one for one in found if not one.reasons],
            "without-views": [one for one in found if not one.views],
            "late": [one for one in found if one.late],
            "recorded": [one for one in found if one.recorded],
            "purported": [one for one in found if one.purported],
        }
        cells = [Cell(f"{name}/{word}", ordered(told)) for word, told in parts.items()]
        lines.append(Line(_called(event), (Cell(name, ordered(found)), *cells)))
        identities.append(Identity(name, tuple(one.name for one in cells[:4])))
    return Table(
        "decisions",
        "Decisions",
        (
            "taken", "authority shown", "authority not shown", "authority cannot be told", "another body's",
            "without reasons", "without the person's views", "late", "entered as already done",
            "although the law said no",
        ),
        tuple(lines),
        "Taken in the period. The authority is shown where every link holds from the statute to whoever took it. That "
        "a decision came late says nothing of which clock it missed: see each step.",
        tuple(identities),
    )  # fmt: skip


def _called(event: str) -> str:
    """A kind of decision in words; that of a board says what it is on."""
    room, _, word = event.partition("/")
    return f"{'safeguarding adults review ' if room == 'adults-review' else ''}{word.replace('-', ' ')}"


def breaches(rows: Sequence[BreachRow]) -> Iterator[Table]:
    """What was broken in a period, a table a force: they are never added up."""
    for force in sorted({one.force for one in rows}, key=place):
        of_force = [one for one in rows if one.force == force]
        by_rule: dict[tuple[str, str, str], list[BreachRow]] = defaultdict(list)
        for one in of_force:
            by_rule[one.rule, one.provision, one.confidence].append(one)
        lines = tuple(
            Line(
                f"{rule} ({provision}; {confidence})",
                (Cell(f"breach/{slug(force)}/{slug(rule)}/{slug(provision)}/{slug(confidence)}", ordered(found)),),
            )
            for (rule, provision, confidence), found in sorted(by_rule.items())
        )
        yield Table(
            f"breaches-{slug(force)}", f"Breaches: {force}", ("breaches",), lines,
            "Each stands on the entry that made it, and never clears itself.",
        )  # fmt: skip


def reviews(rows: Sequence[ReviewRow], period: Period) -> Table:
    """Safeguarding adults reviews by stage, as they stand, and what happened in them in the period."""
    decided = [one for one in rows if one.decided_on is not None and one.decided_on in period]
    happened = [
        ("received", "Referred in the period", [one for one in rows if one.received_on and one.received_on in period]),
        ("reported", "Reported in the period", [one for one in rows if one.reported_on and one.reported_on in period]),
        ("published", "Published in the period", [o for o in rows if o.published_on and o.published_on in period]),
        ("chronologies", "A chronology is awaited from an agency", [one for one in rows if one.chronologies_awaited]),
        ("recommendations", "A recommendation is still open", [one for one in rows if one.recommendations_open]),
    ]
    return one_column(
        "reviews",
        "Safeguarding adults reviews (Care Act 2014, s 44)",
        split(
            "reviews",
            "On record, by stage",
            rows,
            [(slug(stage), stage, among(lambda one: (one.stage,), stage)) for stage in STAGES],
        ),
        split(
            "reviews-decided",
            "Decided on in the period",
            decided,
            [(slug(choice.value), choice.value, among(lambda one: (one.choice,), choice)) for choice in ReviewChoice],
        ),
        *(split(f"reviews-{name}", label, found, ()) for name, label, found in happened),
        note="One review may be about several adults.",
    )
