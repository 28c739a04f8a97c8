"""What came of an assessment, and whether the person was told: determinations, copies, notices."""

from __future__ import annotations

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_desk import Desk
from swp_adapters.exchange.chronology_needs import implied
from swp_domain.assessment.events import AssessmentCopyGiven
from swp_domain.decision import Decision
from swp_domain.eligibility.events import BandedEligibilityDetermined, DeterminationGiven, EligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.rule import Regime
from swp_domain.party import Whose

_OF_THE_OUTCOME = ("assess", "eligib", "plan", "decision", "outcome")
_NOT_ELIGIBLE = frozenset({"not-eligible", "no", "none", "ineligible", "not eligible"})


def determined(desk: Desk, source: Happening) -> str | None:
    """A determination by the test of the day; it cannot be made before an assessment is finished."""
    if not council_acts(source.by):
        return None
    implied(desk, source)
    assessments = desk.file.assessment.assessments
    adults = [name for name, one in assessments.items() if one.whose is Whose.ADULT and one.completed_on]
    assessment = adults[-1] if adults else desk.new("needs-assessment")
    named = desk.new("determination")
    # The account says that it was made, often not how: the record then takes needs as eligible, which owes no less.
    refused = (source.result or source.decision or "").lower() in _NOT_ELIGIBLE
    decision = Decision(outcome=Eligibility.NOT_ELIGIBLE if refused else Eligibility.ELIGIBLE)
    if desk.file.regime_on(source.occurred.placed()) is Regime.COMMUNITY_CARE:
        banded = BandedEligibilityDetermined(determination=named, assessment=assessment, bands=(), decision=decision)
        desk.put(banded, source)
    else:
        event = EligibilityDetermined(determination=named, assessment=assessment, needs=AdultNeeds(), decision=decision)
        desk.put(event, source)
    return None


def copy_given(desk: Desk, source: Happening) -> str | None:
    """A copy ends every wait for one: which of several assessments it was is rarely told."""
    to_carer = "carer" in (source.to, source.subject, source.type)
    given = {one.event.assessment for one in desk.entries if isinstance(one.event, AssessmentCopyGiven)}
    for name, one in desk.file.assessment.assessments.items():
        if one.completed_on and name not in given and (one.whose is Whose.CARER or not to_carer):
            desk.put(AssessmentCopyGiven(assessment=name), source)
    return None


def told(desk: Desk, source: Happening) -> str | None:
    """A notified decision, its reasons or the copy of a plan tell the person what came of it."""
    if council_acts(source.by):
        copy_given(desk, source)
        for name, one in desk.file.eligibility.determinations.items():
            if one.given_on is None:
                desk.put(DeterminationGiven(determination=name), source)
    return None


def written(desk: Desk, source: Happening) -> None:
    """A letter that is said to be of an assessment, a plan or a decision tells of it, whatever it is called."""
    said = (source.type or source.decision or "").lower()
    if source.act == "outcome-notified" or any(word in said for word in _OF_THE_OUTCOME):
        told(desk, source)
