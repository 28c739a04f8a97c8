"""What an entry did to a duty. Written without looking whether the duty is open: a fold matches them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from swp_domain.law.finding import Force


class Act(StrEnum):
    """What a mark does to a duty."""

    OPENS = "opens"
    DISCHARGES = "discharges"
    EXTENDS = "extends"
    PAUSES = "pauses"
    RESUMES = "resumes"
    EXPIRES = "expires"


class Mark(BaseModel):
    """One act on one duty (and subject), on the day it counts.

    ``on`` is the day the act counts: the day the entry was placed on, and for a discharge the earliest
    day its date can mean. ``last_day`` is the last day in time that an opening or an extension
    brings, and ``warn_day`` the day after which somebody should look. ``of`` is the stored name of the
    event; an extension names by it the opening event whose last day it replaces, and ``lengthens`` says that it
    only gives more time, and only while some is left. ``recurring`` says of
    an opening that each discharge ends a period, of a discharge that what opens after it begins a new one.
    ``lapses`` says of a discharge that the duty ended without being done: the adult died, or refused. What ``expires``
    ends by itself after ``last_day``, unless another day is named before; ``recurring`` says that it can begin again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    act: Act
    duty: str
    on: date
    subject: str = ""
    provision: str = ""
    owner: str = ""
    owed_to: str = ""
    last_day: date | None = None
    warn_day: date | None = None
    limit: str = ""
    limit_force: Force | None = None
    force: Force | None = None
    confidence: str = ""
    rule: str = ""
    theme: str | None = None
    recurring: bool = False
    lapses: bool = False
    lengthens: bool = False
    of: str = ""
