"""What was done in a matter, step by step, in the record's codes: never anybody's words, and nobody's name.

A fold that is not kept: a row an entry, with the matter that it belongs to, also where it names only what belongs to
one (an order, a direction, a dispute).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, ClassVar

from swp_domain.decision import Decision
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.dates import spoken
from swp_domain.party import Party
from swp_projections.moment import Moment
from swp_projections.projection import Projection, Row

UNCOUNTED = "does not count: it was not theirs to take, or not lawful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """An entry: its ``key`` is the entry's identifier. ``matter`` is empty where none is told.

    ``names`` is what it speaks of, as (kind, identifier); ``what`` is its event with that and its codes.
    """

    on: date
    matter: str
    what: str
    names: tuple[tuple[str, str], ...]

    @property
    def moment(self) -> Moment:
        """The step as a timeline has it."""
        return Moment(self.on, self.what, self.key)


class Steps(Projection[Step]):
    """The steps of one room. ``room`` is how its events' stored names begin, ``root`` the field that names a matter."""

    row = Step
    stepwise = False
    room: ClassVar[str]
    root: ClassVar[str]

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[Step]:
        """Every entry of the room, in the order of the world."""
        ours = [one for one in told if one.event_name.startswith(f"{self.room}/")]
        matters = dict(self._belonging(ours))
        for entry in ours:
            yield Step(
                file=file,
                key=entry.entry_id,
                on=entry.occurred_on,
                matter=self._matter(entry.event, matters),
                what=_said(entry, self.root),
                names=tuple(entry.event.speaks_of()),
            )

    def _belonging(self, entries: Iterable[AnyEntry]) -> Iterator[tuple[tuple[str, str], str]]:
        """Everything that was begun in a matter, with that matter."""
        for entry in entries:
            event, matter = entry.event, getattr(entry.event, self.root, None)
            if matter and event.begins and event.begins != self.root:
                yield (event.references[event.begins], getattr(event, event.begins)), matter

    def _matter(self, event: Event, matters: dict[tuple[str, str], str]) -> str:
        named = getattr(event, self.root, None)
        return named or next((matters[one] for one in event.speaks_of() if one in matters), "")


class CourtSteps(Steps):
    """What was done before the Court of Protection, by application."""

    name = "court_steps"
    room = "court"
    root = "application"


class LibertySteps(Steps):
    """What was done about somebody's liberty, by deprivation."""

    name = "liberty_steps"
    room = "liberty"
    root = "deprivation"


class HealthcareSteps(Steps):
    """What was done about NHS continuing healthcare, by consideration."""

    name = "healthcare_steps"
    room = "continuing-healthcare"
    root = "consideration"


def by_matter(steps: Iterable[Step]) -> dict[tuple[str, str], list[Step]]:
    """The steps of each matter, by file and matter, in their order."""
    found: dict[tuple[str, str], list[Step]] = {}
    for one in steps:
        found.setdefault((one.file, one.matter), []).append(one)
    return found


def by_name(steps: Iterable[Step]) -> dict[tuple[str, str, str], list[str]]:
    """The entries that speak of something, by file, kind and identifier."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in steps:
        for kind, which in one.names:
            found.setdefault((one.file, kind, which), []).append(one.key)
    return found


def _said(entry: AnyEntry, root: str) -> str:
    name = entry.event_name.partition("/")[2].replace("-", " ")
    told = [*(said for field in type(entry.event).model_fields for said in _told(entry.event, field, root))]
    if not entry.occurred.is_exact:
        told.append(f"its day is told as {entry.occurred}")
    if not entry.counts:
        told.append(UNCOUNTED)
    return f"{name}: {'; '.join(told)}" if told else name


def _told(event: Event, field: str, root: str) -> Iterator[str]:
    """A field in words, where it holds an identifier, a code, a day, or yes or no that was told."""
    value: Any = getattr(event, field)
    words = field.replace("_", " ")
    if field in event.references:
        if value and field != root:
            yield f"{words} {value}"
    elif isinstance(value, bool):
        if value is not type(event).model_fields[field].default:
            yield f"{words}: {'yes' if value else 'no'}"
    elif isinstance(value, date):
        yield f"{words} {spoken(value)}"
    elif codes := list(_codes(value)):
        yield f"{words}: {', '.join(codes)}" if isinstance(value, tuple | Party) else codes[0]


def _codes(value: object) -> Iterator[str]:
    if isinstance(value, Decision):
        value = value.outcome
    if isinstance(value, Party):
        value = value.kind
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _codes(one)
