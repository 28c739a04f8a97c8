"""What somebody asks to have recorded: all that a rule may look at beside the file and the standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from swp_domain.actor import Actor
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate

E = TypeVar("E", bound=Event, covariant=True)
S = TypeVar("S", bound=Event)


class Conduct(StrEnum):
    """Whether a decision of ours is being taken, or was taken and is only being recorded."""

    DECIDING = "deciding"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Proposal(Generic[E]):
    """An event offered to a file.

    ``by`` decided or did it, ``recorded_by`` entered it (the same unless told). ``on`` is the day the
    event is placed on; it is the earliest day of ``occurred`` until a submission places it after an
    earlier event of its own. ``recorded_on`` is the day of recording, once it is known: what is told
    vaguely cannot have happened after it. ``corrects`` is the entry id that this takes the place of.
    ``beside`` is what its submission tells in other files, each with its file: two files that belong
    together are told of in one.
    """

    file: str
    event: E
    by: Actor
    occurred: PartialDate
    on: date
    recorded_by: Actor
    conduct: Conduct = Conduct.DECIDING
    reason: str | None = None
    corrects: str | None = None
    entry_id: str = ""
    recorded_on: date | None = None
    beside: tuple[tuple[str, Event], ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """One or more proposals under one command id: one transaction, one receipt, all or nothing."""

    command_id: str
    proposals: tuple[Proposal[Event], ...]
    causation_id: str | None = None
    correlation_id: str | None = None
    expected_version: int | None = None


def propose(
    file: str,
    event: S,
    by: Actor,
    occurred: PartialDate | date | str,
    *,
    recorded_by: Actor | None = None,
    conduct: Conduct = Conduct.DECIDING,
    reason: str | None = None,
    corrects: str | None = None,
) -> Proposal[S]:
    """A proposal from what a caller usually has at hand; ``occurred`` may be a day or a vague date's text."""
    told = _told(occurred)
    return Proposal(file, event, by, told, told.placed(), recorded_by or by, conduct, reason, corrects)


def _told(occurred: PartialDate | date | str) -> PartialDate:
    if isinstance(occurred, PartialDate):
        return occurred
    return PartialDate.parse(occurred) if isinstance(occurred, str) else PartialDate.on(occurred)
