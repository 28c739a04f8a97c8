"""What the law makes of assessing capacity, and of what is done because somebody lacks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.capacity.events import BestInterestsDecided, CapacityAssessed
from swp_domain.capacity.side_by_side import opposite
from swp_domain.capacity.state import Assessed
from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.law.finding import Finding
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s1_principles import (
    SupportFacts,
    helped_to_decide,
    not_inferred_from_the_person,
)
from swp_domain.law.mental_capacity_act_2005.s2_capacity import lacks_capacity
from swp_domain.law.rule import cited
from swp_domain.proposal import Proposal
from swp_domain.resting import RestsOnIncapacity
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


def result_of(finding: Finding) -> CapacityResult:
    """The result that the elements of the test bring: capacity is presumed as soon as one of them is absent."""
    if finding.met:
        return CapacityResult.LACKS
    return CapacityResult.HAS if finding.not_met else CapacityResult.NOT_ESTABLISHED


@judges("MCA-02-01", effect=REFUSE)
def a_result_follows_from_its_elements(
    file: CaseFile, asked: Proposal[CapacityAssessed], standing: Standing
) -> Findings:
    """Who is found to lack capacity is shown to be unable, to have an impairment, and the one because of the other."""
    if not lacks_capacity.in_force(asked.on):
        return
    finding = lacks_capacity(asked.event.found, on=asked.on)
    result = asked.event.decision.outcome
    # The presumption needs no proof: that somebody has capacity may be said without going through the elements.
    presumed = result is CapacityResult.HAS and not finding.met
    if result is result_of(finding) or presumed:
        yield finding
    else:
        remedy = "Complete the elements, or record a doubt instead"
        yield finding.contradicts(f"the result is: {result.value}", remedy)


@judges("MCA-01-01", effect=BREACH)
def somebody_is_helped_to_decide_first(
    file: CaseFile, asked: Proposal[CapacityAssessed], standing: Standing
) -> Findings:
    """Nobody is found to lack capacity before all practicable steps to help them decide were taken."""
    if asked.event.decision.outcome is not CapacityResult.LACKS or not helped_to_decide.in_force(asked.on):
        return
    told = asked.event.support.practicable_steps_taken
    one = file.capacity.decisions.get(asked.event.capacity_decision)
    if told is None and one is not None and one.supported_on is not None:
        told = True
    finding = helped_to_decide(SupportFacts(practicable_steps_taken=told), on=asked.on)
    yield finding if finding.met else finding.contradicts("support does not show what was done to help them decide")


@judges("MCA-01-04", effect=BREACH, theme="P17")
def incapacity_is_not_read_off_the_person(
    file: CaseFile, asked: Proposal[CapacityAssessed], standing: Standing
) -> Findings:
    """Incapacity is found neither because a decision is unwise nor by age, appearance, condition or behaviour."""
    if asked.event.decision.outcome is not CapacityResult.LACKS or not not_inferred_from_the_person.in_force(asked.on):
        return
    finding = not_inferred_from_the_person(asked.event.grounds, on=asked.on)
    yield finding.contradicts("grounds say that it was") if finding.not_met else finding


@judges("MCA-02-02", effect=FLAG, theme="P17")
def opposite_findings_are_explained(file: CaseFile, asked: Proposal[CapacityAssessed], standing: Standing) -> Findings:
    """A finding opposite to one made shortly before, on the same decision, says why it differs."""
    one = file.capacity.decisions.get(asked.event.capacity_decision)
    if one is None or not lacks_capacity.in_force(asked.on):
        return
    told = asked.event.differs_because is not None
    new = Assessed(on=asked.on, result=asked.event.decision.outcome, assessor=asked.by.id, explained=told)
    earlier = next((old for old in reversed(one.assessed) if opposite(old, new)), None)
    if earlier is not None:
        says = "the finding says why it differs from the one shortly before"
        finding = cited(MENTAL_CAPACITY_ACT["s 2(1), (4)"], on=asked.on, holds=False, says=says)
        yield finding.contradicts(f"the opposite was found on {earlier.on}", "Say in differs_because what changed")


@judges("MCA-05-01", effect=FLAG, theme="P17")
def what_rests_on_incapacity_has_an_assessment(
    file: CaseFile, asked: Proposal[RestsOnIncapacity], standing: Standing
) -> Findings:
    """What is done because somebody cannot decide has an assessment of incapacity in force, for that decision."""
    which = asked.event.rests_on
    if which is None or isinstance(asked.event, BestInterestsDecided) or not lacks_capacity.in_force(asked.on):
        return
    found = file.capacity.found(which, asked.on)
    says = "an assessment of incapacity is in force for that decision"
    finding = cited(MENTAL_CAPACITY_ACT["ss 1(2), 5(1)"], on=asked.on, holds=found.bears_incapacity, says=says)
    yield finding if finding.met else finding.contradicts(f"rests_on: the file holds {found.value}")


ASSESSMENT_RULES = (
    a_result_follows_from_its_elements,
    somebody_is_helped_to_decide_first,
    incapacity_is_not_read_off_the_person,
    opposite_findings_are_explained,
    what_rests_on_incapacity_has_an_assessment,
)
