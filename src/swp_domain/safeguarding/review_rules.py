"""What makes somebody think of a safeguarding adults review (s 44). The review itself is a file of the board's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.care_act_2014.s44_review import review_must_be_arranged
from swp_domain.law.finding import any_of
from swp_domain.law.local_targets.adults_reviews import referred
from swp_domain.owed import Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.safeguarding.events import AdultsReviewAskedFor, AdultsReviewNotAskedFor, ReviewConditionsNoted
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("SG-44-01", effect=FLAG)
def what_was_noted_is_held_against_the_conditions(
    file: CaseFile, asked: Proposal[ReviewConditionsNoted], standing: Standing
) -> Findings:
    """What is noted towards a review says of each condition whether it holds, as far as anybody knows."""
    if review_must_be_arranged.in_force(asked.on):
        finding = review_must_be_arranged(asked.event.conditions, on=asked.on)
        untold = ", ".join(one.letter for one in finding.limbs if one.shown is None)
        yield finding.contradicts(f"conditions does not tell ({untold})") if untold else finding


RULES = (what_was_noted_is_held_against_the_conditions,)


def _may_be_met(event: ReviewConditionsNoted) -> bool:
    """Whether a death or serious abuse is suspected, and nobody has ruled out concern about joint working."""
    facts = event.conditions
    harmed = any_of((facts.died_of_abuse, facts.seriously_abused)) is True
    return harmed and facts.joint_working_concern is not False and facts.has_needs is not False


DUTIES = (
    owed(
        "refer the case for a safeguarding adults review, or say why not",
        rule="SG-44-01",
        provision=CARE_ACT["s 44(1)-(3)"],
        by="council",
        to="the safeguarding adults board",
        opened_by={ReviewConditionsNoted: Opening(referred, when=_may_be_met)},
        discharged_by=(AdultsReviewAskedFor,),
        ended_by={AdultsReviewNotAskedFor: None},
        commenced=COMMENCED,
        theme="P27",
        survives_death=True,
    ),
)
