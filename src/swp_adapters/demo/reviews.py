"""Two invented safeguarding adults reviews beside the quarter: one published, one that takes longer than six months."""

from __future__ import annotations

from typing import Final

from swp_adapters.casework import Casework
from swp_adapters.testing.council import Council
from swp_domain.actor import Actor, BodyKind
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.party import Party
from swp_domain.proposal import propose
from swp_domain.safeguarding_adults_review.events import (
    AdultHarmed,
    ReviewDecided,
    ReviewerAppointed,
    ReviewPublished,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice

_BOARD: Final = Actor(id="board-chair", kind=BodyKind.SAFEGUARDING_BOARD, body="Safeguarding Adults Board (invented)")
_REVIEWER: Final = Party(kind=BodyKind.OTHER, relation="independent reviewer")


def adults_reviews(casework: Casework, council: Council) -> None:
    """Tell them, once; done before, it does nothing."""
    for number, told in enumerate((_published(council.case(0)), _under_way(council.case(1))), start=1):
        file = f"adults-review/{council.key}-{number}"
        for on, event in told:
            said = propose(file, event, _BOARD, on, recorded_by=council.staff.clerk, reason="Invented.")
            casework.submit(said, command_id=f"demo/{file}/{event.name}")


_Told = tuple[tuple[str, Event], ...]


def _published(case: str) -> _Told:
    return (
        ("2023-09-04", ReviewReferralReceived(cases=(case,), referred_by=Party(kind=BodyKind.COUNCIL))),
        ("2023-09-04", AdultHarmed(case=case, harm=Harm.DIED)),
        ("2023-10-02", _decided(ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True))),
        ("2023-10-20", ReviewerAppointed(reviewer=_REVIEWER, independent=True)),
        ("2024-05-13", ReviewReported(report="Invented: what was learned.")),
        ("2024-07-01", ReviewPublished(in_full=True)),
    )


def _under_way(case: str) -> _Told:
    return (
        ("2024-07-15", ReviewReferralReceived(cases=(case,), referred_by=Party(kind=BodyKind.NHS_BODY))),
        ("2024-07-15", AdultHarmed(case=case, harm=Harm.SURVIVED)),
        ("2024-08-19", _decided(ReviewFacts(has_needs=True, joint_working_concern=True, seriously_abused=True))),
        ("2024-09-16", ReviewerAppointed(reviewer=_REVIEWER, independent=True)),
    )


def _decided(facts: ReviewFacts) -> ReviewDecided:
    reasons = "Invented: agencies could have worked better together."
    return ReviewDecided(facts=facts, decision=Decision(outcome=ReviewChoice.MANDATORY, reasons=reasons))
