"""A file: one stream, one consistency boundary, an immutable value folded from a history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, ClassVar, Self

from swp_domain.belonging import Belonging
from swp_domain.duty import Duty, duties
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.rule import Regime
from swp_domain.owed import Owed
from swp_domain.stage import Judge, Stage

_NOBODYS = Belonging()


@dataclass(frozen=True)
class File:
    """The base of every kind of file. A kind lists its stages, each the field of the same name.

    ``elsewhere`` are the kinds of identifier that are begun in other files.
    ``ends_with`` is the event after which nothing more is owed, save what survives it.
    ``entries`` is the history that was folded, in the order of the world. Folding never refuses, never
    asks the law and never looks at a clock: history is taken as recorded.
    """

    kind: ClassVar[str]
    stages: ClassVar[tuple[Stage[Any], ...]]
    elsewhere: ClassVar[frozenset[str]] = frozenset()
    ends_with: ClassVar[type[Event] | None] = None

    id: str
    entries: tuple[AnyEntry, ...] = ()

    @classmethod
    def fold(cls, file_id: str, entries: Iterable[AnyEntry]) -> Self:
        """The file as a history leaves it."""
        kept = tuple(entries)
        states = {stage.name: stage.state for stage in cls.stages}
        homes = cls.homes()
        for entry in kept:
            stage = homes.get(entry.event.__class__)
            if stage is not None:
                name = stage.name
                states[name] = stage.evolve(states[name], entry)
        return cls(file_id, kept, **states)

    @classmethod
    def homes(cls) -> dict[type[Event], Stage[Any]]:
        """Which stage each class of event belongs to."""
        return _homes(cls)  # type: ignore[arg-type]

    @classmethod
    def judges(cls) -> tuple[Judge, ...]:
        """Every rule that the stages of this kind of file bind."""
        return tuple(judge for stage in cls.stages for judge in stage.rules)

    @classmethod
    def owed(cls) -> tuple[Owed, ...]:
        """Every duty that the stages of this kind of file declare."""
        return tuple(one for stage in cls.stages for one in stage.duties)

    @classmethod
    def judges_for(cls, event: type[Event]) -> tuple[Judge, ...]:
        """The rules that have anything to say of this class of event: of most events few have."""
        return _judges_for(cls, event)  # type: ignore[arg-type]

    @classmethod
    def owed_for(cls, event: type[Event]) -> tuple[Owed, ...]:
        """The duties to which this class of event may do anything: most events concern few."""
        return _owed_for(cls, event)  # type: ignore[arg-type]

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """Everything the history tells of, as (kind, identifier): an import may begin in the middle."""
        return frozenset(named for entry in self.entries for named in entry.event.tells_of())

    @cached_property
    def ledger(self) -> list[Duty]:
        """The duties of the file, owed and met."""
        return duties(self.entries)

    @property
    def belonging(self) -> Belonging:
        """Whose the file is, where it can tell: of files about nobody in particular, nothing is known."""
        return _NOBODYS

    def regime_on(self, day: date) -> Regime:
        """The regime the file is under on a day; files about nobody in particular go by calendar."""
        return Regime.CALENDAR

    def grown_on(self, day: date) -> bool | None:
        """Whether the person of the file is 18 or over on a day, where the file can tell."""
        return None


@cache
def _judges_for(kind: type[File], event: type[Event]) -> tuple[Judge, ...]:
    return tuple(one for one in kind.judges() if one.concerns(event))


@cache
def _owed_for(kind: type[File], event: type[Event]) -> tuple[Owed, ...]:
    ends = kind.ends_with is event
    return tuple(one for one in kind.owed() if one.concerns(event) or (ends and not one.survives_death))


@cache
def _homes(kind: type[File]) -> dict[type[Event], Stage[Any]]:
    return {event: stage for stage in kind.stages for event in stage.event_types}
