"""What the law makes of a determination, limb by limb, and what it owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import AssessmentCompleted, CarersAssessmentCompleted
from swp_domain.eligibility.events import (
    AdviceGiven,
    BandedEligibilityDetermined,
    CarersEligibilityDetermined,
    DeterminationGiven,
    EligibilityDetermined,
)
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s13_eligibility import (
    DeterminationFacts,
    has_reasons,
    stands_on_an_assessment,
)
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.community_care_act_1990.s47_assessment import CommunityCareFacts, decision_has_regard_to_assessment
from swp_domain.law.eligibility_regulations_2015.reg2_adults import adult_eligible
from swp_domain.law.eligibility_regulations_2015.reg3_carers import carer_eligible
from swp_domain.law.fair_access_to_care import FACS
from swp_domain.law.fair_access_to_care.bands import BandedNeeds, banded_eligible
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.working_parameters import advice, written_record
from swp_domain.law.rule import Regime, cited
from swp_domain.law.transitional_order_2015 import TRANSITION
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN, OLD_LAW_ENDED
from swp_domain.owed import Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

CareActDetermination = EligibilityDetermined | CarersEligibilityDetermined
_NO_ASSESSMENT = "no such assessment of that person is completed by then"
AnyDetermination = EligibilityDetermined | CarersEligibilityDetermined | BandedEligibilityDetermined


@judges("REG-03", effect=REFUSE)
def each_regime_has_its_own_test(file: CaseFile, asked: Proposal[AnyDetermination], standing: Standing) -> Findings:
    """Bands belong to the old law, the two-outcome test to the Care Act, and nobody is under both on one day."""
    banded = isinstance(asked.event, BandedEligibilityDetermined)
    regime = file.regime_on(asked.on)
    wanted = Regime.COMMUNITY_CARE if banded else Regime.CARE_ACT
    test = "bands" if banded else "the national criteria"
    both = CARE_ACT_BEGAN <= asked.on < OLD_LAW_ENDED
    finding = cited(
        TRANSITION["art 2"] if both else FACS["eligibility bands"] if banded else CARE_ACT["s 13(1)"],
        on=asked.on,
        holds=regime is wanted,
        says=f"{test} apply to the person on that day",
    )
    if regime is wanted:
        yield finding
    else:
        yield finding.contradicts(
            f"the person is under the {regime.value} regime", "Determine it by the test of that regime"
        )


@judges("CA-13-01", effect=REFUSE, regime=Regime.CARE_ACT)
def it_stands_on_an_assessment(file: CaseFile, asked: Proposal[CareActDetermination], standing: Standing) -> Findings:
    """Eligibility is determined only after an assessment is completed."""
    one = file.assessment.named(asked.event.assessment)
    carers = isinstance(asked.event, CarersEligibilityDetermined)
    done = one is not None and one.completed_on is not None and one.of_a_carer is carers
    needs = one.conclusion.found_needs if one is not None and one.conclusion and done else None
    finding = stands_on_an_assessment(DeterminationFacts(assessment_completed=done, needs_found=needs), on=asked.on)
    if not done:
        yield finding.contradicts(_NO_ASSESSMENT, "Complete the assessment first")
    elif finding.not_met and asked.event.decision.outcome is Eligibility.ELIGIBLE:
        yield finding.contradicts("the assessment concluded that there are none", "Assess again, or correct it")
    else:
        yield finding


@judges("CC-47-02", effect=REFUSE, regime=Regime.COMMUNITY_CARE)
def the_old_decision_has_regard_to_one(
    file: CaseFile, asked: Proposal[BandedEligibilityDetermined], standing: Standing
) -> Findings:
    """Whether needs call for services is decided only after an assessment."""
    one = file.assessment.named(asked.event.assessment)
    done = one is not None and one.completed_on is not None and not one.of_a_carer
    finding = decision_has_regard_to_assessment(CommunityCareFacts(assessment_completed=done), on=asked.on)
    yield finding if done else finding.contradicts(_NO_ASSESSMENT, "Complete the assessment first")


@judges("CA-13-02", effect=REFUSE, regime=Regime.CARE_ACT)
def it_has_reasons(file: CaseFile, asked: Proposal[CareActDetermination], standing: Standing) -> Findings:
    """A determination is recorded with its reasons."""
    told = asked.event.decision.reasons is not None
    finding = has_reasons(DeterminationFacts(reasons_recorded=told or None), on=asked.on)
    yield finding if told else finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CA-13-03", effect=REFUSE, regime=Regime.CARE_ACT)
def an_adult_is_eligible_by_the_criteria(
    file: CaseFile, asked: Proposal[EligibilityDetermined], standing: Standing
) -> Findings:
    """An adult is eligible when the three limbs are shown, and not otherwise."""
    yield _derived(adult_eligible(asked.event.needs, on=asked.on), asked.event.decision.outcome)


@judges("CA-13-04", effect=REFUSE, regime=Regime.CARE_ACT)
def a_carer_is_eligible_by_the_criteria(
    file: CaseFile, asked: Proposal[CarersEligibilityDetermined], standing: Standing
) -> Findings:
    """A carer is eligible when the three limbs are shown; taking longer does not count for them."""
    yield _derived(carer_eligible(asked.event.needs, on=asked.on), asked.event.decision.outcome)


@judges("CC-FACS-01", effect=BREACH, regime=Regime.COMMUNITY_CARE)
def a_need_above_the_threshold_is_eligible(
    file: CaseFile, asked: Proposal[BandedEligibilityDetermined], standing: Standing
) -> Findings:
    """A need in or above the council's own threshold is eligible."""
    finding = _banded(asked, standing)
    if asked.event.decision.outcome is Eligibility.ELIGIBLE or finding.not_met:
        yield finding
    else:
        yield finding.contradicts(f"the decision is that the person {asked.event.decision.outcome.value}")


@judges("CC-FACS-01", effect=FLAG, regime=Regime.COMMUNITY_CARE)
def more_than_the_threshold_asks_is_looked_at(
    file: CaseFile, asked: Proposal[BandedEligibilityDetermined], standing: Standing
) -> Findings:
    """A need below the threshold that is taken as eligible departs from guidance, for which there may be a reason."""
    finding = _banded(asked, standing)
    if not finding.met and asked.event.decision.outcome is Eligibility.ELIGIBLE:
        yield finding.contradicts("the decision is that the person has eligible needs")


@judges("CA-13-06", effect=FLAG, regime=Regime.CARE_ACT)
def wishes_and_residence_are_recorded(
    file: CaseFile, asked: Proposal[EligibilityDetermined], standing: Standing
) -> Findings:
    """Where needs are eligible, what the adult wants and where they ordinarily live is recorded."""
    event = asked.event
    if event.decision.outcome is Eligibility.ELIGIBLE and (
        event.wants_needs_met is None or event.ordinarily_resident is None
    ):
        finding = cited(
            CARE_ACT["s 13(3)"],
            on=asked.on,
            holds=None,
            says="the adult's wishes and ordinary residence are recorded",
        )
        yield finding.contradicts("wants_needs_met or ordinarily_resident was not told")


def _banded(asked: Proposal[BandedEligibilityDetermined], standing: Standing) -> Finding:
    """What the bands come to, by the threshold that the council had set."""
    needs = BandedNeeds(bands=asked.event.bands, threshold=standing.threshold_for(asked.by))
    return banded_eligible(needs, on=asked.on)


def _derived(finding: Finding, claimed: Eligibility) -> Finding:
    """A claim that the outcomes recorded do not bear out, or cannot yet bear out, contradicts them."""
    if finding.met is (claimed is Eligibility.ELIGIBLE) and (finding.met or finding.not_met):
        return finding
    return finding.contradicts(
        f"the decision is that the person {claimed.value}",
        "Decide as the outcomes recorded show, or record what is missing",
    )


RULES = (
    each_regime_has_its_own_test,
    it_stands_on_an_assessment,
    the_old_decision_has_regard_to_one,
    it_has_reasons,
    an_adult_is_eligible_by_the_criteria,
    a_carer_is_eligible_by_the_criteria,
    a_need_above_the_threshold_is_eligible,
    more_than_the_threshold_asks_is_looked_at,
    wishes_and_residence_are_recorded,
)


def _none_eligible(event: CareActDetermination) -> bool:
    return event.decision.outcome is Eligibility.NOT_ELIGIBLE


def _needs_found(event: AssessmentCompleted | CarersAssessmentCompleted) -> bool:
    return event.decision.outcome.found_needs


DUTIES = (
    owed(
        "determine whether needs are eligible",
        rule="CA-13-01",
        provision=CARE_ACT["s 13(1)"],
        to="the person assessed",
        subject="assessment",
        opened_by={
            AssessmentCompleted: Opening(when=_needs_found),
            CarersAssessmentCompleted: Opening(when=_needs_found),
        },
        discharged_by=(EligibilityDetermined, CarersEligibilityDetermined),
        regime=Regime.CARE_ACT,
    ),
    owed(
        "determine whether needs are eligible",
        rule="CC-47-02",
        provision=COMMUNITY_CARE["s 47(1)(b)"],
        to="the person assessed",
        subject="assessment",
        opened_by={AssessmentCompleted: Opening(when=_needs_found)},
        discharged_by=(BandedEligibilityDetermined,),
        regime=Regime.COMMUNITY_CARE,
    ),
    owed(
        "give the determination in writing",
        rule="CA-13-02",
        provision=CARE_ACT["s 13(2)"],
        to="the person assessed",
        subject="determination",
        opened_by={
            EligibilityDetermined: Opening(written_record),
            CarersEligibilityDetermined: Opening(written_record),
        },
        discharged_by=(DeterminationGiven,),
        regime=Regime.CARE_ACT,
        theme="P08",
    ),
    owed(
        "give advice where no needs are eligible",
        rule="CA-13-05",
        provision=CARE_ACT["s 13(5)"],
        to="the person assessed",
        subject="determination",
        opened_by={
            EligibilityDetermined: Opening(advice, when=_none_eligible),
            CarersEligibilityDetermined: Opening(advice, when=_none_eligible),
        },
        discharged_by=(AdviceGiven,),
        regime=Regime.CARE_ACT,
    ),
)
