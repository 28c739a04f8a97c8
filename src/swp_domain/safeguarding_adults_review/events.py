"""What can have happened in a safeguarding adults review: referred, decided, carried out, published, followed up."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from swp_domain.actor import SAFEGUARDING_BOARD
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import CaseId, RecommendationId
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.party import Party
from swp_domain.personal import PersonalText
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice


class ReviewReferralReceived(Event, name="adults-review/referral-received"):
    """The board was asked to consider a review. ``cases`` are those of the adults concerned: there may be several.

    ``referred_on`` is the day the referral was written, where that was another.
    """

    cases: tuple[CaseId, ...] = ()
    referred_by: Party | None = None
    referred_on: date | None = None
    account: PersonalText | None = None


class AdultHarmed(Event, name="adults-review/adult-harmed"):
    """What became of one of the adults concerned."""

    case: CaseId
    harm: Harm


class ReviewDecided(Event, name="adults-review/decided", taken_by=SAFEGUARDING_BOARD):
    """The board decided whether a review is arranged, and of which kind."""

    facts: ReviewFacts = ReviewFacts()
    decision: Decision[ReviewChoice]


class ReviewerAppointed(Event, name="adults-review/reviewer-appointed"):
    """Somebody was appointed to carry the review out. ``independent`` is of the case and of those who worked on it."""

    reviewer: Party | None = None
    independent: bool | None = None


class FamilyInvited(Event, name="adults-review/family-invited"):
    """The adult, or their family, was told of the review and invited to contribute to it."""

    whom: Party | None = None
    contributes: bool | None = None


class ChronologyAsked(Event, name="adults-review/chronology-asked"):
    """An agency was asked for its chronology, or for other information (s 45), by a day where one was set."""

    agency: str = Field(min_length=1)
    by: date | None = None


class ChronologyReceived(Event, name="adults-review/chronology-received"):
    """An agency sent what it was asked for."""

    agency: str = Field(min_length=1)


class DelayExplained(Event, name="adults-review/delay-explained"):
    """Why the review takes longer than six months was recorded, and until when it does."""

    until: date
    why: PersonalText | None = None


class ReviewReported(Event, name="adults-review/reported"):
    """The review was finished: its report is with the board."""

    report: PersonalText | None = None


class RecommendationMade(Event, name="adults-review/recommendation-made", begins="recommendation"):
    """The review recommends something to an agency, to be done by a day where one was set."""

    recommendation: RecommendationId
    agency: str
    by: date | None = None
    what: PersonalText | None = None


class RecommendationCarriedOut(Event, name="adults-review/recommendation-carried-out"):
    """An agency did what was recommended, or the board said that it will not be done: ``done`` tells which."""

    recommendation: RecommendationId
    done: bool = True
    how: PersonalText | None = None


class ReviewPublished(Event, name="adults-review/published"):
    """The report was published; ``in_full`` is false where only a part of it was."""

    in_full: bool | None = None


class FindingsInAnnualReport(Event, name="adults-review/findings-in-annual-report"):
    """What the review found, and what was done about it, stands in the annual report of a year (Sch 2 para 4)."""

    year_begins: date
