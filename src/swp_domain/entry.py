"""The one envelope that the log keeps around an event. Its format can never change."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from swp_domain.actor import Actor, BodyKind
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate
from swp_domain.law.finding import Finding, Force
from swp_domain.mark import Mark
from swp_domain.personal import PersonalText
from swp_domain.proposal import Conduct

E = TypeVar("E", bound=Event, covariant=True)


class Authority(BaseModel):
    """Whose act it was: who acted, who answers for it, under what, and whether it was theirs to take."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    acting: str
    acting_kind: BodyKind
    answerable: str
    under: str = ""
    delegation: str = ""
    theirs: bool | None = None


class Breach(BaseModel):
    """The record says the law was broken, by whom and since when. A breach never clears itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    provision: str
    force: Force
    confidence: str
    since: date
    why: str
    body: str
    theme: str | None = None

    def __str__(self) -> str:
        return f"{self.rule} ({self.provision}; {self.force.value}) since {self.since}: {self.why}"


class Entry(BaseModel, Generic[E]):
    """An event with everything an auditor asks of it, as it was when it was recorded.

    ``occurred`` is the date as told and ``occurred_on`` the day it was placed on. ``conduct`` is
    ``None`` for facts and for decisions of other bodies. ``purported`` marks a decision of ours that
    was done although the law said no. ``law`` is the digest of the rule register that judged it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1]
    stream: str
    version: int
    entry_id: str
    event_name: str
    event_version: int
    event: E
    occurred: PartialDate
    occurred_on: date
    recorded_at: datetime
    by: Actor
    recorded_by: Actor | None = None
    authority: Authority | None = None
    conduct: Conduct | None = None
    purported: bool = False
    reason: PersonalText | None = None
    findings: tuple[Finding, ...] = ()
    breaches: tuple[Breach, ...] = ()
    marks: tuple[Mark, ...] = ()
    law: str = ""
    corrects: str | None = None
    causation_id: str | None = None
    correlation_id: str | None = None
    command_id: str = ""

    @property
    def entered_by(self) -> Actor:
        """Who entered it: the one who acted, unless somebody else was named."""
        return self.recorded_by or self.by


AnyEntry = Entry[Event]


@cache
def entry_of(event: type[Event]) -> type[Entry[Any]]:
    """The envelope typed for one class of event: its own fields are then read and written, not its base's."""
    return Entry[event]  # type: ignore[valid-type]
