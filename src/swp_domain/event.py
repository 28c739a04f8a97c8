"""What can have happened: frozen facts with stored names that never follow a class's place in code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import ModuleType
from typing import Any, ClassVar

from pydantic import ConfigDict

from swp_domain.actor import Entitled
from swp_domain.law.rule import Regime
from swp_domain.personal import HoldsPersonalText, marks_on


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field that names something begun by another event: ``Annotated[str, Names("concern")]``."""

    kind: str


@dataclass(frozen=True, slots=True)
class NamesDecisions:
    """Marks a text that is the stored name of a class of decision."""


class Event(HoldsPersonalText):
    """Something that happened, as a named person asserts it, in the past tense and the field's own word.

    Subclasses say what they are in their class line: ``name`` is the stored name
    (``safeguarding/enquiry-decided``) and ``version`` (kept as ``event_version``) the shape of its
    fields; ``taken_by`` makes it a decision of the bodies named (it then has a ``decision`` field),
    without it the event is a fact;
    ``begins`` names the field that introduces an identifier which later events refer to. ``regime`` is
    the one regime under which it can come next, and ``once`` says that it comes once in the life of a
    file: both are for :mod:`swp_domain.next_steps`, and refuse nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str] = ""
    event_version: ClassVar[int] = 1
    taken_by: ClassVar[Entitled | None] = None
    begins: ClassVar[str] = ""
    regime: ClassVar[Regime] = Regime.CALENDAR
    once: ClassVar[bool] = False
    references: ClassVar[dict[str, str]] = {}

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        version: int = 1,
        taken_by: Entitled | None = None,
        begins: str = "",
        regime: Regime = Regime.CALENDAR,
        once: bool = False,
        **config: Any,
    ) -> None:
        super().__init_subclass__(**config)
        cls.name, cls.event_version, cls.taken_by, cls.begins = name, version, taken_by, begins
        cls.regime, cls.once = regime, once

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        super().__pydantic_init_subclass__()
        cls.references = {
            field: mark.kind
            for field, info in cls.model_fields.items()
            for mark in marks_on(info)
            if isinstance(mark, Names)
        }
        if cls.name and (cls.taken_by is not None) != ("decision" in cls.model_fields):
            raise TypeError(
                f"{cls.__name__}: an event that is taken_by somebody has a decision field, and no other has"
            )
        if cls.begins and cls.begins not in cls.references:
            raise TypeError(f"{cls.__name__}: begins={cls.begins!r} is not a field that Names something")

    def speaks_of(self) -> Iterator[tuple[str, str]]:
        """Everything that it names, as (kind, identifier)."""
        for field, kind in self.references.items():
            if value := getattr(self, field):
                yield kind, value

    def tells_of(self) -> Iterator[tuple[str, str]]:
        """What it tells of, as (kind, identifier): an older one of the kind that it begins is only mentioned."""
        begun = self.references.get(self.begins)
        for field, kind in self.references.items():
            if (kind != begun or field == self.begins) and (value := getattr(self, field)):
                yield kind, value

    @property
    def weekly_cost(self) -> Decimal | None:
        """What is decided with it about money, in pounds a week; it is held against what the decider may approve."""
        return None

    @classmethod
    def upcast(cls, version: int, stored: dict[str, Any]) -> dict[str, Any]:
        """The fields of an older version in the shape of this one; overridden where there is one.

        Raises:
            ValueError: the version is not one this class ever had.
        """
        raise ValueError(f"{cls.name} has no version {version}; this code knows version {cls.event_version}")


def declared_in(module: ModuleType) -> tuple[type[Event], ...]:
    """The events a stage's ``events`` module declares, in its order."""
    return tuple(
        found
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Event) and found.name and found.__module__ == module.__name__
    )


class EntryRetracted(Event, name="case/entry-retracted"):
    """An entry should not have been made. It may be said in any file.

    The proposal names the entry in ``corrects``, and says why in ``reason``.
    """
