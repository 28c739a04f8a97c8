"""A fact and how sure of it anybody can be: stated by a source, uncertain, or invented here."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

V = TypeVar("V")


class Mark(StrEnum):
    """How sure a fact is."""

    STATED = "stated"
    UNCERTAIN = "uncertain"
    SYNTHETIC = "synthetic"


class Nonsense(ValueError):
    """What does not hold together in what was told of a pilot: the rule it breaks, and the remedy."""

    def __init__(self, rule: str, remedy: str) -> None:
        super().__init__(f"{rule}. {remedy}")
        self.rule, self.remedy = rule, remedy


class Told(BaseModel):
    """Something told with its mark.

    ``source`` is the plain title of what it was read in; ``note`` says what is not sure, or how it was read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mark: Mark
    source: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _says_how_sure(self) -> Told:
        if self.mark is Mark.STATED and not self.source:
            raise Nonsense("what is stated names its source", "Add source, or mark it uncertain")
        if self.mark is Mark.UNCERTAIN and not self.note:
            raise Nonsense("what is uncertain says what is not sure of it", "Add note")
        if self.mark is Mark.SYNTHETIC and self.source:
            raise Nonsense("what is invented was read nowhere", "Leave source out, or mark it stated")
        return self

    @property
    def where(self) -> str:
        """The source and what is to be said of it, in words."""
        return "; ".join(one for one in (self.source, self.note) if one)


class Value(Told, Generic[V]):
    """A value of a pilot, such as its council, with its mark."""

    value: V = Field(alias="is")


class Became(Value[str]):
    """What became of a pilot, as it was known from a day on."""

    since: date

    def known(self, on: date | None) -> bool:
        """Whether it had come to that by a day; asked about no day, it has."""
        return on is None or self.since <= on
