"""What can happen next in a file. Frontends build their buttons from this and from *consider*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import Actor
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.rule import Regime

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class NextStep:
    """An event that the file is ready for, and what it would do.

    ``about`` are the identifiers it can refer to, by field. ``discharges`` names the open duties it
    would end, each with its subject and last day. ``theirs`` says whether the actor may take it, for
    decisions of ours: what the law makes of its content, only ``consider`` can say.
    """

    event: type[Event]
    about: dict[str, tuple[str, ...]]
    discharges: tuple[tuple[str, str, date | None], ...]
    theirs: bool | None


def next_steps(file: File, by: Actor, standing: Standing) -> list[NextStep]:
    """Every event that the file can take: what it refers to is there, and it is not over, nor of another regime.

    Whether it can come next as its stage stands, the stage says (``Stage.offers``).

    What is owed soonest comes first.

    Args:
        file: as it stands on the standing's day.
        by: who would act.
        standing: practice and council on that day.
    """
    happened = {type(entry.event) for entry in file.entries}
    regimes = (Regime.CALENDAR, file.regime_on(standing.on))
    steps = [
        NextStep(event, about, _discharges(file, event), standing.may_take(event, by))
        for event, stage in file.homes().items()
        if event.regime in regimes and not (event.once and event in happened)
        if stage.offers is None or stage.offers(getattr(file, stage.name), event)
        if (about := _about(file, event)) is not None
    ]
    return sorted(
        steps,
        key=lambda step: (min((last or date.max for *_, last in step.discharges), default=date.max), step.event.name),
    )


def _about(file: File, event: type[Event]) -> dict[str, tuple[str, ...]] | None:
    """What each reference could name; ``None`` where a required one has nothing to name."""
    found: dict[str, tuple[str, ...]] = {}
    for field, kind in event.references.items():
        if field == event.begins or kind in file.elsewhere:
            continue
        found[field] = tuple(sorted(value for begun, value in file.named if begun == kind))
        if not found[field] and event.model_fields[field].is_required():
            return None
    return found


def _discharges(file: File, event: type[Event]) -> tuple[tuple[str, str, date | None], ...]:
    ended = {duty.name for duty in file.owed() if event in {**duty.discharged_by, **duty.undone_by}}
    return tuple((one.duty, one.subject, one.last_day) for one in file.ledger if one.awaits and one.duty in ended)
