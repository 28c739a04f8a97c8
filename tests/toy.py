"""A stage that exists only for tests: requests to deprive somebody of liberty, as far as two clocks reach.

The days are those of the law (SI 2008/1858 reg 13; Mental Capacity Act 2005 Sch A1 paras 76 to 78), so
that the situations read as they would; the stage itself is not the one that the engine will have.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar
from unittest.mock import patch

from swp_domain import catalogue
from swp_domain.case_file import FILES
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Force
from swp_domain.law.limit import limit
from swp_domain.law.rule import Text
from swp_domain.owed import Extension, Opening, owed
from swp_domain.stage import Stage

DUTY = "complete every assessment"
REVIEW = "review the authorisation"
_REGULATIONS = Text("SI 2008/1858", Force.REGULATIONS, "made up for tests")

twenty_one_days = limit(
    _REGULATIONS["reg 13(1)"],
    21,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time for the assessments",
    commenced="2009-04-01",
)


class Requested(Event, name="toy/requested"):
    """The supervisory body was asked for a standard authorisation."""

    request: str = "q1"


class UrgentGiven(Event, name="toy/urgent-given"):
    """The managing authority gave itself an urgent authorisation; ``until`` is its last day."""

    request: str = "q1"
    until: date


class UrgentExtended(Event, name="toy/urgent-extended"):
    """The urgent authorisation was extended once."""

    request: str = "q1"
    until: date


class AllCompleted(Event, name="toy/all-completed"):
    """Every assessment was completed."""

    request: str = "q1"


class Withdrawn(Event, name="toy/withdrawn"):
    """Every request was withdrawn; it names none."""


class ReviewPromised(Event, name="toy/review-promised"):
    """A review was promised by a day."""

    request: str = "q1"
    by: date


class Reviewed(Event, name="toy/reviewed"):
    """The authorisation was reviewed."""

    request: str = "q1"


DUTIES = (
    owed(
        DUTY,
        rule="TOY-01",
        provision=_REGULATIONS["reg 13"],
        by="supervisory body",
        subject="request",
        opened_by={Requested: Opening(twenty_one_days), UrgentGiven: Opening(lambda event: event.until)},
        discharged_by=(AllCompleted, Withdrawn),
        extended_by={UrgentExtended: Extension(UrgentGiven, lambda event: event.until)},
    ),
    owed(
        REVIEW,
        rule="TOY-02",
        provision=_REGULATIONS["made up"],
        by="supervisory body",
        subject="request",
        opened_by={ReviewPromised: Opening(lambda event: event.by)},
        discharged_by=(Reviewed,),
        recurring=True,
    ),
)


@dataclass(frozen=True)
class ToyState:
    """What happened, in the order of the world."""

    happened: tuple[tuple[str, date], ...] = field(default=())


def evolve(state: ToyState, entry: AnyEntry) -> ToyState:
    """One more thing happened."""
    return replace(state, happened=(*state.happened, (entry.event.name, entry.occurred_on)))


STAGE = Stage(name="toy", events=sys.modules[__name__], state=ToyState(), evolve=evolve, duties=DUTIES)


@dataclass(frozen=True)
class ToyFile(File):
    """A file of the toy stage alone."""

    kind: ClassVar[str] = "toy"
    stages: ClassVar = (STAGE,)

    toy: ToyState = ToyState()


TOY = "toy/one"


@contextmanager
def toy_files() -> Iterator[None]:
    """The engine as if it had this kind of file, too."""
    catalogue.digest()  # of the real rules, kept before the toy is there
    with patch.object(catalogue, "FILES", (*FILES, ToyFile)):
        yield
