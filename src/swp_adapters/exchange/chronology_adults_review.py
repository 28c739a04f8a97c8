"""What a chronology tells of a safeguarding adults review: asked for in the case, then a file of the board."""

from __future__ import annotations

from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL
from swp_adapters.exchange.chronology_desk import REVIEW, Desk, Weight
from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.safeguarding.events import AdultsReviewAskedFor, ReviewConditionsNoted
from swp_domain.safeguarding_adults_review.events import (
    ReviewDecided,
    ReviewerAppointed,
    ReviewPublished,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice

_BOARD: Final = Actor(id="board", kind=BodyKind.SAFEGUARDING_BOARD)
_CRITERIA: Final = "sar-criteria"
_REFUSALS: Final = frozenset({"no", "none", "refused", "not-met", "declined"})


def conditions(desk: Desk) -> None:
    """From the day on which the account says that the conditions were met, the case is to be referred."""
    for fact in desk.chronology.facts(_CRITERIA):
        if fact.begins is not None and fact.begins.earliest <= desk.as_at:
            died = any(isinstance(one.event, PersonDied) for one in desk.entries)
            told = ReviewFacts(
                has_needs=True, joint_working_concern=True, died_of_abuse=died, seriously_abused=not died
            )
            desk.put(ReviewConditionsNoted(conditions=told), None, on=fact.begins.earliest, by=COUNCIL)


def asked_for(desk: Desk, source: Happening) -> str | None:
    """Somebody wrote a referral: the case was referred, and a review has a file."""
    desk.put(AdultsReviewAskedFor(review=REVIEW), source, by=COUNCIL)
    return None


def received(desk: Desk, source: Happening) -> str | None:
    """The referral reached the board."""
    desk.put(ReviewReferralReceived(), source, by=_BOARD, stream=REVIEW)
    if not any(isinstance(one.event, AdultsReviewAskedFor) for one in desk.entries):
        desk.put(AdultsReviewAskedFor(review=REVIEW), source, by=COUNCIL, weight=Weight.IMPLIED)
    return None


def decided(desk: Desk, source: Happening) -> str | None:
    """The board decided: on a review, unless the account says that there is none."""
    no = str(source.decision or source.result or "").lower() in _REFUSALS
    outcome = ReviewChoice.NONE if no else ReviewChoice.DISCRETIONARY
    facts = ReviewFacts(has_needs=None if no else True)
    decision = Decision(outcome=outcome, reasons="As the account tells it.")
    desk.put(ReviewDecided(facts=facts, decision=decision), source, by=_BOARD, stream=REVIEW)
    return None


def reviewer(desk: Desk, source: Happening) -> str | None:
    """Somebody was appointed to carry the review out."""
    desk.put(ReviewerAppointed(), source, by=_BOARD, stream=REVIEW)
    return None


def published(desk: Desk, source: Happening) -> str | None:
    """What was published was finished by then."""
    desk.put(ReviewReported(), source, by=_BOARD, stream=REVIEW, weight=Weight.IMPLIED)
    desk.put(ReviewPublished(), source, by=_BOARD, stream=REVIEW)
    return None
