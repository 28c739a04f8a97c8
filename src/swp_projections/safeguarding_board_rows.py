"""What a safeguarding adults board's report is counted from: one row for each thing that counts once.

Each row names the entries that it stands on. No row holds personal text: only days, codes and identifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.duty import late_since, standing_of
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AdvocateEnd,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    LackedCapacity,
    RiskAfter,
    RiskFound,
    Unasked,
)
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, Location, RiskSource
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice
from swp_projections.moment import Moment
from swp_projections.projection import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow(Row):
    """Something that counts once. ``on`` is the day that puts it into a period."""

    on: date
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRow(BoardRow):
    """A concern, and what became of it. ``received_on`` is ``None`` where only what followed it is on record.

    ``within_a_year`` is whether the adult had another within the year before, ``repeats`` whether it says that it is
    about an earlier one, ``uncounted`` whether a decision on it is on record that does not count: it was not theirs
    to take, or the law said no.
    """

    concern: str
    received_on: date | None
    called: str
    decided_on: date | None
    decision: EnquiryOutcome | None
    reopened_on: date | None
    types: tuple[AbuseType, ...]
    location: Location | None
    location_name: str
    provider: str
    sources: tuple[RiskSource, ...]
    repeats: bool
    uncounted: bool
    within_a_year: bool
    enquiries: tuple[str, ...]
    path: tuple[Moment, ...]

    @property
    def waits(self) -> bool:
        """Whether it is still, or again, to be decided on."""
        return self.decided_on is None or self.reopened_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryRow(BoardRow):
    """An enquiry, what it found, what the adult wanted and got, and how it ended.

    ``pairs`` are the kinds of abuse with the sources of risk, concern by concern; ``places`` the locations with the
    sources; ``kinds_at`` the kinds with the locations. ``advocate_owed`` is whether the record shows that an advocate
    is due (s 68); ``None`` cannot be told.
    """

    enquiry: str
    kind: EnquiryKind | None
    concerns: tuple[str, ...]
    opened_on: date | None
    pairs: tuple[tuple[AbuseType | None, RiskSource | None], ...]
    places: tuple[tuple[Location | None, RiskSource | None], ...]
    kinds_at: tuple[tuple[AbuseType | None, Location | None], ...]
    advocate_owed: bool | None
    advocate_on: date | None
    advocate_refused_on: date | None
    advocate_ended_on: date | None
    advocate_end: AdvocateEnd | None
    asked: tuple[AskedWhen, ...]
    expressed: bool | None
    action_on: date | None
    action: ActionOutcome | None
    risk: RiskFound | None
    plans: tuple[str, ...]
    closed_on: date | None
    end: EnquiryEnd | None
    risk_after: RiskAfter | None
    achieved: Achieved | None
    unasked: Unasked | None
    lacked: LackedCapacity | None
    supported: bool | None
    told_on: date | None

    @property
    def advocate_refused(self) -> bool:
        """Whether the adult wanted none when last that was told."""
        refused, arranged = self.advocate_refused_on, self.advocate_on
        return refused is not None and (arranged is None or arranged <= refused)

    @property
    def advocate_here(self) -> bool:
        """Whether one was arranged whom the adult did not refuse."""
        return self.advocate_on is not None and not self.advocate_refused

    @property
    def advocate_gone_on(self) -> date | None:
        """Since when an advocate who was arranged acts no more, although their work was not done."""
        gone = self.advocate_ended_on if self.advocate_end is not AdvocateEnd.WORK_DONE else None
        return gone if gone is not None and (self.advocate_on is None or self.advocate_on <= gone) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow(BoardRow):
    """A safeguarding plan, of one enquiry, or without one of a concern."""

    plan: str
    enquiry: str
    concern: str
    agreed_on: date | None
    reviewed_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow(BoardRow):
    """One period of a duty in safeguarding: when it began, by when it was due and under what, and when it was done."""

    duty: str
    subject: str
    rule: str
    provision: str
    force: str
    confidence: str
    limit: str
    limit_force: str
    last_day: date | None
    met_on: date | None
    lapsed: bool
    paused_on: date | None

    @property
    def binding(self) -> str:
        """The force by which it can be late: that of its clock, where it has one."""
        return self.limit_force or self.force

    def late_since(self, as_at: date) -> date | None:
        """The first day on which it was late, if it was by ``as_at``."""
        return late_since(self.last_day, self.met_on, self.paused_on, as_at)

    def standing(self, as_at: date) -> str:
        """``owed``, ``late``, ``met``, ``met late``, ``ended`` or ``ended late``."""
        over = self.met_on is not None and self.met_on <= as_at
        return standing_of(over=over, lapsed=self.lapsed, late=self.late_since(as_at) is not None).value

    @property
    def days(self) -> int | None:
        """How many days it took, where it was done."""
        return None if self.met_on is None or self.lapsed else (self.met_on - self.on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(BoardRow):
    """A decision. ``shown`` is whether its authority is; ``ours`` is false of a decision of another body.

    ``late`` are the duties that it did after their last day, each with the force of its clock.
    """

    event: str
    outcome: str
    ours: bool
    reasons: bool
    views: bool
    shown: bool | None
    fails: str
    recorded: bool
    purported: bool
    late: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRow(BoardRow):
    """A breach that an entry carries. It never clears itself, and breaches are never added up over forces."""

    rule: str
    provision: str
    force: str
    is_law: bool
    confidence: str
    since: date
    why: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(BoardRow):
    """A safeguarding adults review, as it stands."""

    cases: tuple[str, ...]
    harms: tuple[Harm, ...]
    received_on: date | None
    decided_on: date | None
    choice: ReviewChoice | None
    reviewer_on: date | None
    reported_on: date | None
    published_on: date | None
    chronologies_awaited: int
    recommendations_open: int

    @property
    def stage(self) -> str:
        """Where it stands: one of :data:`STAGES`."""
        if self.published_on is not None:
            return "published"
        if self.reported_on is not None:
            return "reported, not published"
        if self.choice is None:
            return "not decided yet"
        return "under way" if self.choice.is_a_review else "no review arranged"


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmRow(BoardRow):
    """One adult whom a safeguarding adults review is about, and what became of them, where that was told.

    ``reported_on`` is when the review was finished.
    """

    case: str
    harm: Harm | None
    reported_on: date | None


STAGES = ("not decided yet", "no review arranged", "under way", "reported, not published", "published")
"""Every stage of a review: each is in one."""
