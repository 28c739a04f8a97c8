"""What the law makes of capacity: every rule of the room, and every duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import DutyEndedByRefusal
from swp_domain.capacity.advocate_rules import ADVOCATE_RULES
from swp_domain.capacity.assessment_rules import ASSESSMENT_RULES
from swp_domain.capacity.best_interests_rules import BEST_INTERESTS_RULES
from swp_domain.capacity.duties import DUTIES
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s2_capacity import lacks_capacity
from swp_domain.law.rule import cited
from swp_domain.proposal import Proposal
from swp_domain.safeguarding.events import EnquiryDecided
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

__all__ = ["DUTIES", "RULES"]


@judges("MCA-05-02", effect=FLAG)
def a_decision_taken_because_somebody_cannot_says_on_what_it_rests(
    file: CaseFile, asked: Proposal[EnquiryDecided | DutyEndedByRefusal], standing: Standing
) -> Findings:
    """A decision that is taken as it is because the adult cannot decide names the finding that they cannot."""
    event = asked.event
    if not lacks_capacity.in_force(asked.on):
        return
    match event:
        case EnquiryDecided(for_want_of_capacity=True, rests_on=None):
            where = "consent"
        case DutyEndedByRefusal(refusal=told) if told.has_capacity_to_refuse is False and not _incapacity(file, asked):
            where = "refusal.has_capacity_to_refuse"
        case _:
            return
    says = "an assessment for that decision is named, or on the file"
    finding = cited(MENTAL_CAPACITY_ACT["ss 1(2), 5(1)"], on=asked.on, holds=None, says=says)
    yield finding.contradicts(f"{where} says that the adult cannot decide, and on which assessment is not told")


def _incapacity(file: CaseFile, asked: Proposal[EnquiryDecided | DutyEndedByRefusal]) -> bool:
    """Whether any decision is on the file for which the adult was found to lack capacity by that day."""
    return any(file.capacity.found(one, asked.on).bears_incapacity for one in file.capacity.decisions)


RULES = (
    a_decision_taken_because_somebody_cannot_says_on_what_it_rests,
    *ASSESSMENT_RULES,
    *BEST_INTERESTS_RULES,
    *ADVOCATE_RULES,
)
