"""What the law makes of assessors, of assessments used again, and of representatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import equivalent
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import (
    Requirement,
    equivalent_can_be_used,
    others_heard_on_equivalent,
)
from swp_domain.law.representatives_regulations_2008.reg3_eligibility import representative_is_eligible
from swp_domain.law.rule import cited
from swp_domain.law.standard_authorisations_regulations_2008.reg3_assessors import (
    SelectionFacts,
    assessor_is_eligible,
    assessor_is_independent,
)
from swp_domain.liberty.events import (
    AssessorSelected,
    EquivalentAssessmentUsed,
    RepresentativeAppointed,
    RequirementAssessed,
)
from swp_domain.liberty.state import Request
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.law.finding import Finding
    from swp_domain.practice.standing import Standing

_APART = {
    Requirement.MENTAL_HEALTH: Requirement.BEST_INTERESTS,
    Requirement.BEST_INTERESTS: Requirement.MENTAL_HEALTH,
}
"""The two assessments that one person may not both carry out."""


def _shown(finding: Finding, what: str) -> Finding:
    if finding.met:
        return finding
    letters = ", ".join(one.letter for one in finding.not_shown)
    return finding.contradicts(f"{what} do not show ({letters})")


@judges("DOL-08", effect=REFUSE)
def two_people_assess(file: CaseFile, asked: Proposal[AssessorSelected], standing: Standing) -> Findings:
    """Whoever assesses mental health does not assess best interests for the same request."""
    other = _APART.get(asked.event.decision.outcome)
    request = file.liberty.requests.get(asked.event.request, Request())
    if other is not None:
        same = request.assessors.get(other) == asked.event.assessor
        finding = _two_people(asked, same)
        yield finding.contradicts(f"assessor was selected for {other.value}", "Select another") if same else finding


@judges("DOL-08", effect=BREACH)
def two_people_assessed(file: CaseFile, asked: Proposal[RequirementAssessed], standing: Standing) -> Findings:
    """Whoever assessed mental health did not assess best interests for the same request."""
    other = _APART.get(asked.event.requirement)
    request = file.liberty.requests.get(asked.event.request, Request())
    if other is not None and asked.event.assessor is not None and other in request.assessed:
        same = request.assessed[other].assessor == asked.event.assessor
        finding = _two_people(asked, same)
        yield finding.contradicts(f"assessor assessed {other.value} too") if same else finding


def _two_people(asked: Proposal[AssessorSelected] | Proposal[RequirementAssessed], same: bool) -> Finding:
    says = "mental health and best interests are assessed by different people"
    return cited(MENTAL_CAPACITY_ACT["Sch A1 para 129(5)"], on=asked.on, holds=not same, says=says)


@judges("DOL-09", effect=REFUSE)
def an_assessor_may_carry_out_the_assessment(
    file: CaseFile, asked: Proposal[AssessorSelected], standing: Standing
) -> Findings:
    """Each assessment is by somebody who may carry it out, and who has no part in the matter."""
    facts = SelectionFacts(requirement=asked.event.decision.outcome, assessor=asked.event.facts)
    yield _shown(assessor_is_eligible(facts, on=asked.on), "facts")
    yield _shown(assessor_is_independent(facts, on=asked.on), "facts")


@judges("DOL-09", effect=BREACH)
def an_assessor_could_carry_out_the_assessment(
    file: CaseFile, asked: Proposal[RequirementAssessed], standing: Standing
) -> Findings:
    """What comes to light later of whoever assessed is held against the assessment."""
    facts = SelectionFacts(requirement=asked.event.requirement, assessor=asked.event.facts)
    for finding in (assessor_is_eligible(facts, on=asked.on), assessor_is_independent(facts, on=asked.on)):
        yield _shown(finding, "facts") if finding.not_met else finding


@judges("DOL-10", effect=REFUSE)
def an_assessment_used_again_is_recent_and_right(
    file: CaseFile, asked: Proposal[EquivalentAssessmentUsed], standing: Standing
) -> Findings:
    """An assessment made before is used again within twelve months, in writing, and where nothing speaks against it."""
    event = asked.event
    of_age = event.requirement is Requirement.AGE
    known = equivalent.in_force(event.assessed_on)
    recent = of_age or (known and asked.on <= equivalent.last_day(event.assessed_on))
    facts = event.facts.model_copy(update={"recent_enough": recent})
    yield _shown(equivalent_can_be_used(facts, on=asked.on), "facts and assessed_on")
    if event.requirement is Requirement.BEST_INTERESTS:
        yield _shown(others_heard_on_equivalent(facts, on=asked.on), "facts")


@judges("DOL-12", effect=REFUSE)
def a_representative_can_be_one(
    file: CaseFile, asked: Proposal[RepresentativeAppointed], standing: Standing
) -> Findings:
    """A representative is an adult, willing, able to keep in contact, without an interest, and not objected to."""
    yield _shown(representative_is_eligible(asked.event.facts, on=asked.on), "facts")


RULES = (
    two_people_assess,
    two_people_assessed,
    an_assessor_may_carry_out_the_assessment,
    an_assessor_could_carry_out_the_assessment,
    an_assessment_used_again_is_recent_and_right,
    a_representative_can_be_one,
)
