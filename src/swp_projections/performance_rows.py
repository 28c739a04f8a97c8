"""What a commissioner's report is counted from: one row for each thing that happened, or that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from swp_projections.projection import Row


class Item(StrEnum):
    """What a row is about."""

    CALL = "call"
    REFERRAL = "referral to duty triage"
    DIRECT = "referral past duty triage"
    MOVED = "passed on by a case worker"
    COMPLETED = "assessment or review completed"
    STARTED = "service started"
    CONCERN = "safeguarding concern"
    APPLICATION = "application to the Court of Protection"
    BELOW = "helped below the threshold"
    DECISION = "decision"
    STANDING = "case as it stands"


class CameTo(StrEnum):
    """What became of something. What the record does not tell is said as that, and is never left out of a whole."""

    UNTOLD = ""
    RESOLVED = "resolved"
    TRIAGE = "duty triage"
    SHORT_TERM = "short-term case work"
    ASSESS = "assessment or review by others"
    COMPLEX = "complex case management"
    SAFEGUARDING = "safeguarding"
    ELSEWHERE = "passed on elsewhere"
    DECREASE = "decrease"
    UNCHANGED = "unchanged"
    INCREASE = "increase"
    ENDED = "ended"
    CARE_HOME = "a place in a care home"
    ALTERNATIVE = "support instead of a care home"
    OTHER = "other"
    LIBERTY = "deprivation of liberty"
    DECIDED = "taken in the record"
    RECORDED = "entered as already done"


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceRow(Row):
    """One thing that counts once, with the ids of the entries that it stands on.

    ``on`` is the day that puts it into a month: of a call and a referral the day on which it came in, whenever it
    came to anything. Of a case as it stands it is the first day, and ``until`` the first on which that was no
    longer so. ``how`` says more exactly what it was or came to, in the record's words. ``team``, ``level`` and
    ``pathway`` are those of the case at the end of what happened then; ``None`` where it had none or none is told.
    ``adult`` is the file in which work for this adult goes on, where files were merged.
    """

    item: Item
    on: date
    entries: tuple[str, ...]
    until: date | None = None
    came_to: CameTo = CameTo.UNTOLD
    how: str = ""
    about_service_user: bool | None = None
    team: str | None = None
    level: str | None = None
    pathway: str | None = None
    held: bool = False
    in_receipt: bool = False
    adult: str = ""

    def stands_on(self, day: date) -> bool:
        """Whether, of a case as it stands, it was so on a day."""
        return self.on <= day and (self.until is None or day < self.until)
