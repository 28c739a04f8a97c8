"""What the national return on deprivations of liberty is counted from: a row for each application to authorise one.

No row holds personal text: only days, codes and identifiers. Each names the entries that it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.law.dates import PartialDate
from swp_domain.law.liberty_collection import TIME_TO_SIGN_OFF, Answer
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.vocabulary import AuthorisationOutcome, RequestGround, ReviewOutcome, Setting
from swp_projections.safeguarding_board_rows import BoardRow

WITHDRAWN, DIED, NOT_DECIDED = "withdrawn", "died before it was decided", "not decided"
"""How an application stands on which there is no decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A day as it was told, where a history places it, and the latest that it can have been."""

    told: PartialDate
    on: date
    latest: date

    @property
    def earliest(self) -> date:
        """The first day that it can have been."""
        return self.told.earliest


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The decision on an application: when, what, and the kind of body that took it."""

    when: Placed
    outcome: AuthorisationOutcome
    by: BodyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """The authorisation that was granted. ``planned_until`` is the last day it was granted for, ``until`` its last now.

    ``over_on`` is its last day as told, or the day of the adult's death.
    """

    authorisation: str
    begins_on: date | None
    planned_until: date | None
    until: date | None
    over_on: date | None
    suspended: bool
    reviews: int
    latest_review: ReviewOutcome | None

    def last_day(self, as_at: date) -> date | None:
        """The last day on which it stood, if that is past or was told by a day."""
        ran_out = self.until if self.until is not None and self.until < as_at else None
        return min((one for one in (self.over_on, ran_out) if one), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow(BoardRow):
    """An application to the supervisory body. ``received`` is ``None`` where only what followed it is on record.

    ``adult`` is the file in which work for the adult goes on, where files were merged. ``over_on`` is the first day on
    which nobody waited for an answer any more: it was decided or withdrawn, or the adult had died. ``due`` is the
    last day on which the assessments are in time, ``assessed_on`` when they were complete. ``uncounted`` is whether
    a decision on it is on record that does not count, ``left_on`` the person's last day in the place that it is for.
    """

    application: str
    adult: str
    received: Placed | None
    setting: Setting | None
    place: str | None
    ground: RequestGround | None
    urgent: bool
    answers: dict[Requirement, Answer]
    last_assessed: Placed | None
    due: date | None
    assessed_on: date | None
    signed: Signed | None
    granted: Granted | None
    withdrawn_on: date | None
    left_on: date | None
    died_on: date | None
    over_on: date | None
    uncounted: bool

    @property
    def stands(self) -> str:
        """How it stands, in one word or a few: every application has one of these."""
        if self.signed is not None:
            return self.signed.outcome.value
        if self.withdrawn_on is not None:
            return WITHDRAWN
        return DIED if self.died_on is not None else NOT_DECIDED

    @property
    def days(self) -> int | None:
        """Days from receipt to signing off, where both are told to the day."""
        if self.received is None or self.signed is None:
            return None
        if self.backwards or not (self.received.told.is_exact and self.signed.when.told.is_exact):
            return None
        return (self.signed.when.on - self.received.on).days

    @property
    def in_time(self) -> bool | None:
        """Whether it was signed off within the collection's time; ``None`` where it cannot be told.

        The day of receipt is the first day, and of vague days every one that is possible must give the same answer.
        """
        if self.received is None or self.signed is None or self.backwards:
            return None
        strictest, last = _by(self.received.earliest), _by(self.received.latest)
        if strictest is not None and self.signed.when.latest <= strictest:
            return True
        return False if last is not None and self.signed.when.earliest > last else None

    @property
    def backwards(self) -> bool:
        """Whether the record has it signed off before it was received."""
        return (
            self.received is not None and self.signed is not None and self.signed.when.latest < self.received.earliest
        )

    @property
    def not_met(self) -> tuple[Requirement, ...]:
        """The requirements that an assessment found not met."""
        return tuple(one for one, answer in self.answers.items() if answer is Answer.NOT_SATISFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnaskedRow(BoardRow):
    """A standard authorisation that was granted, and no application for it is on record."""

    authorisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdultRow(BoardRow):
    """An adult with the applications of a year: counted once, in however many files."""

    applications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRow(BoardRow):
    """A file that was merged away. ``goes_on_in`` is where work for the adult goes on."""

    goes_on_in: str


def _by(received: date) -> date | None:
    """The last day of the time that is counted from a receipt, where the law has it."""
    return TIME_TO_SIGN_OFF.last_day(received) if TIME_TO_SIGN_OFF.in_force(received) else None
