"""What can have happened to reviews of a plan."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import PlanId, ReviewId
from swp_domain.law.care_act_2014.s27_review import RequestFacts, ReviewFacts
from swp_domain.law.function import Function
from swp_domain.party import Party, Whose
from swp_domain.personal import PersonalText
from swp_domain.review.vocabulary import CrisisAnswer, RequestAnswer, ReviewKind, ReviewOutcome, WhatChanged

BY = council_or_delegate(Function.REVIEW)


class ReviewPlanned(Event, name="review/review-planned", begins="review"):
    """A review was planned for a day."""

    review: ReviewId
    plan: PlanId | None = None
    whose: Whose = Whose.ADULT
    kind: ReviewKind = ReviewKind.PLANNED
    planned_for: date | None = None


class ReviewRequested(Event, name="review/review-requested", begins="review"):
    """Somebody asked for a review, or for something that only a review of the plan can answer."""

    review: ReviewId
    plan: PlanId | None = None
    whose: Whose = Whose.ADULT
    asked_by: Party | None = None
    wanted: PersonalText | None = None


class ReviewRequestAnswered(Event, name="review/request-answered", taken_by=BY):
    """A request for a review was granted, or refused with reasons (Care Act 2014 s 27(1)(b)).

    ``review`` may also name what a change called for: then it says whether a review follows it.
    """

    review: ReviewId
    request: RequestFacts = RequestFacts()
    decision: Decision[RequestAnswer]


class ReviewRequestWithdrawn(Event, name="review/request-withdrawn"):
    """Whoever asked for the review no longer does."""

    review: ReviewId


class CircumstancesChanged(Event, name="review/circumstances-changed", begins="review"):
    """Something changed around the person that may affect their plan.

    ``review`` names the review that is owed for it. ``crisis`` holds where somebody must act in days; where it is
    not told, a carer who cannot go on is taken for one. ``no_plan`` holds where there is no plan yet: then no review
    is owed, and a crisis is to be answered all the same (s 19(3)).
    """

    review: ReviewId
    what: WhatChanged = WhatChanged.OTHER
    crisis: bool | None = None
    no_plan: bool = False
    account: PersonalText | None = None


class CrisisAnswered(Event, name="review/crisis-answered"):
    """Somebody acted on a crisis at once. ``review`` is the one that is owed for it, and is not done by this."""

    review: ReviewId
    how: CrisisAnswer


class ReviewCompleted(Event, name="review/review-completed", taken_by=BY, begins="review"):
    """A review of the plan was finished, and what it came to.

    It does what is owed under the same ``review``; of whatever kind it is, the next one is counted from it.
    """

    review: ReviewId
    plan: PlanId | None = None
    whose: Whose = Whose.ADULT
    kind: ReviewKind = ReviewKind.PLANNED
    facts: ReviewFacts = ReviewFacts()
    decision: Decision[ReviewOutcome]


class ReviewOutcomeGiven(Event, name="review/outcome-given"):
    """The outcome of a review was told to the person."""

    review: ReviewId
    given_to: Party | None = None
