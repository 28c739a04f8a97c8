"""Assessments of adults and carers, refusals, and determinations, before and under the Care Act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import BodyKind
from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentDeferred,
    AssessmentResumed,
    AssessmentStarted,
    DutyEndedByRefusal,
    InvolvementConsidered,
    RefusalExpressed,
)
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.decision import Decision
from swp_domain.eligibility.events import (
    AdviceGiven,
    BandedEligibilityDetermined,
    DeterminationGiven,
    EligibilityDetermined,
)
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import AssessmentCoverage
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultAbility, AdultNeeds, AdultOutcome
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.party import Party

_COVERED: Final = AssessmentCoverage(
    wellbeing=True, outcomes_wished=True, contribution=True, involved=True, other_help=True
)
_GAP: Final = AssessmentCoverage(wellbeing=True, outcomes_wished=True, contribution=False, involved=True)
_CONDUCT: Final = ConductFacts(
    self_assessment_offered=True,
    self_assessment_wanted=False,
    assessor_trained=True,
    deafblind=False,
    may_need_nhs_continuing_healthcare=False,
)


def assessed(pen: Pen, assessment: str, *, needs: float = 0.9) -> bool:
    """An assessment from its start to its copy; whether it found needs. Some wait for weeks, and are late."""
    slow = pen.maybe(0.12)
    if pen.maybe(0.03):
        pen.after(2, 10)
        pen.tell(AssessmentDeferred(assessment=assessment))
        pen.after(10, 40)
        pen.tell(AssessmentResumed(assessment=assessment))
    pen.after(*(40, 150) if slow else (3, 16))
    if not pen.old_law:
        _involved(pen, assessment)
        pen.tell(AssessmentStarted(assessment=assessment, conduct=_CONDUCT))
    pen.after(3, 18)
    found = pen.maybe(needs)
    said = "needs with everyday life were found" if found else "no needs for care and support were found"
    decision = Decision(outcome=Conclusion.NEEDS if found else Conclusion.NO_NEEDS, reasons=synthetic(said))
    if pen.old_law:
        pen.tell(AssessmentCompleted(assessment=assessment, decision=decision))
    else:
        if pen.maybe(0.02):
            with_a_gap = AssessmentCompleted(assessment=assessment, coverage=_GAP, conduct=_CONDUCT, decision=decision)
            pen.record(with_a_gap, "signed off on paper with a page missing", wrong="CA-09-02")
            pen.after(4, 30)
        pen.tell(AssessmentCompleted(assessment=assessment, coverage=_COVERED, conduct=_CONDUCT, decision=decision))
        pen.after(1, 30 if slow else 9)
        pen.tell(AssessmentCopyGiven(assessment=assessment))
    return found


def _involved(pen: Pen, assessment: str) -> None:
    difficulty = pen.maybe(0.25)
    alone = difficulty and pen.maybe(0.3)
    facts = InvolvementFacts(
        difficulty_understanding=False,
        difficulty_retaining=False,
        difficulty_weighing=difficulty,
        difficulty_communicating=False,
        appropriate_person=not alone,
        long_nhs_stay=False,
        disagreement=False,
    )
    pen.tell(InvolvementConsidered(assessment=assessment, involvement=facts))
    if alone and pen.maybe(0.85):
        pen.after(1, 10)
        outcome = Party(kind=BodyKind.REPRESENTATIVE, relation="independent advocate")
        reasons = synthetic("substantial difficulty, and nobody who could support them")
        decision = Decision(outcome=outcome, reasons=reasons)
        pen.tell(AdvocateArranged(assessment=assessment, works_for_council_or_delegate=False, decision=decision))


def declines(pen: Pen, assessment: str) -> None:
    """The adult does not want to be assessed, can decide that, and is not at risk."""
    pen.after(3, 15)
    pen.tell(RefusalExpressed(assessment=assessment, in_words=synthetic("wants no help")))
    pen.after(1, 5)
    facts = RefusalFacts(has_capacity_to_refuse=True, at_risk_of_abuse_or_neglect=False)
    decision = Decision(outcome=True, reasons=synthetic("a capacitous refusal, and no risk is known"))
    pen.tell(DutyEndedByRefusal(assessment=assessment, refusal=facts, decision=decision))


@dataclass(frozen=True, slots=True)
class Determined:
    """A determination, and the outcomes out of reach by which it was made."""

    id: str
    outcomes: tuple[AdultOutcome, ...]


def determined(pen: Pen, assessment: str, *, eligible: bool) -> Determined:
    """Whether needs are eligible, by the test that applies to the adult on that day."""
    pen.after(1, 10)
    return (_banded if pen.old_law else _by_the_criteria)(pen, assessment, eligible)


def _by_the_criteria(pen: Pen, assessment: str, eligible: bool) -> Determined:
    """The national criteria, outcome by outcome; given in writing, with advice where nothing is eligible."""
    determination = pen.named("determination")
    unable = tuple(pen.chance.sample(tuple(AdultOutcome), pen.chance.randint(2, 5) if eligible else 1))
    outcome = Eligibility.ELIGIBLE if eligible else Eligibility.NOT_ELIGIBLE
    pen.tell(
        EligibilityDetermined(
            determination=determination,
            assessment=assessment,
            needs=AdultNeeds(
                from_impairment_or_illness=True,
                abilities=tuple(_ability(one, one in unable) for one in AdultOutcome),
                significant_impact_on_wellbeing=eligible,
            ),
            wants_needs_met=True,
            ordinarily_resident=True,
            decision=Decision(outcome=outcome, reasons=synthetic("as the outcomes show")),
        )
    )
    if pen.maybe(0.95):
        pen.after(0, 12)
        pen.tell(DeterminationGiven(determination=determination))
    if not eligible:
        pen.tell(AdviceGiven(determination=determination, advice=synthetic("what the community offers")))
    return Determined(determination, unable)


def _ability(outcome: AdultOutcome, unable: bool) -> AdultAbility:
    return AdultAbility(
        outcome=outcome,
        needs_assistance=unable,
        pain_distress_or_anxiety=False,
        danger_to_health_or_safety=False,
        significantly_longer=False,
    )


def _banded(pen: Pen, assessment: str, eligible: bool) -> Determined:
    """The bands of the old law; the council's threshold here is substantial."""
    determination = pen.named("determination")
    bands = (Band.SUBSTANTIAL, Band.MODERATE) if eligible else (Band.MODERATE, Band.LOW)
    outcome = Eligibility.ELIGIBLE if eligible else Eligibility.NOT_ELIGIBLE
    decision = Decision(outcome=outcome, reasons=synthetic("by the bands that the council had set"))
    pen.tell(
        BandedEligibilityDetermined(determination=determination, assessment=assessment, bands=bands, decision=decision)
    )
    return Determined(determination, (AdultOutcome.NUTRITION, AdultOutcome.HYGIENE))
