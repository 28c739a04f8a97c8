"""What the law makes of the place that a person prefers, and of who pays what it costs more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.finance.events import PlacementDecided, TopUpAgreed, TopUpPaid
from swp_domain.finance.vocabulary import PlacementOutcome, TopUpOutcome, TopUpPayer
from swp_domain.law.choice_of_accommodation_regulations_2014 import CHOICE
from swp_domain.law.choice_of_accommodation_regulations_2014.reg3_preferred import (
    PreferenceFacts,
    RefusalFacts,
    TopUpFacts,
    must_be_arranged,
    refused_with_reasons,
    top_up_stands,
)
from swp_domain.law.rule import Regime, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


def _refused(asked: Proposal[PlacementDecided]) -> bool:
    return asked.event.decision.outcome is PlacementOutcome.REFUSED


@judges("CA-30-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_preference_is_refused_with_reasons(
    file: CaseFile, asked: Proposal[PlacementDecided], standing: Standing
) -> Findings:
    """A council that does not arrange the preferred place says why in writing."""
    if not _refused(asked):
        return
    told = asked.event.decision.reasons is not None
    finding = refused_with_reasons(RefusalFacts(reasons_given=told or None), on=asked.on)
    yield finding if told else finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CA-30-03", effect=BREACH, regime=Regime.CARE_ACT)
def a_place_that_must_be_arranged_is(file: CaseFile, asked: Proposal[PlacementDecided], standing: Standing) -> Findings:
    """The preferred place is not refused where every condition for it is met."""
    if not _refused(asked):
        return
    event = asked.event
    place = file.finance.placements.get(event.placement)
    topped_up = place is not None and place.top_up_agreed_on is not None
    facts = PreferenceFacts(
        type_in_plan=event.type_in_plan,
        suitable=event.suitable,
        available=event.available,
        terms_agreed=event.terms_agreed,
        affordable=topped_up or event.within_budget,
    )
    finding = must_be_arranged(facts, on=asked.on)
    yield finding.contradicts("every condition is met, and the place is refused") if finding.met else finding


@judges("CA-30-02", effect=REFUSE, regime=Regime.CARE_ACT)
def a_top_up_has_a_payer_and_an_agreement(file: CaseFile, asked: Proposal[TopUpAgreed], standing: Standing) -> Findings:
    """A top-up is agreed in writing, with somebody who may pay it and is willing and able to."""
    event = asked.event
    if event.decision.outcome is not TopUpOutcome.AGREED:
        return
    facts = TopUpFacts(
        by_the_person=event.payer is TopUpPayer.PERSON,
        ground=event.ground,
        willing_and_able=event.willing_and_able,
        written=event.written,
    )
    finding = top_up_stands(facts, on=asked.on)
    if finding.met:
        yield finding
        return
    letters = ", ".join(one.letter for one in finding.not_shown)
    yield finding.contradicts(
        f"the top-up is agreed, and the record does not show ({letters})",
        "Find an eligible payer, and put the agreement in writing first",
    )


@judges("CA-30-02", effect=BREACH, regime=Regime.CARE_ACT)
def a_top_up_is_not_paid_without_an_agreement(
    file: CaseFile, asked: Proposal[TopUpPaid], standing: Standing
) -> Findings:
    """Nobody pays a top-up that was not agreed as the law asks."""
    place = file.finance.placements.get(asked.event.placement)
    agreed = place is not None and place.top_up_agreed_on is not None
    finding = cited(CHOICE["reg 5"], on=asked.on, holds=agreed, says="a top-up that stands was agreed before")
    yield finding if agreed else finding.contradicts("a top-up is paid, and no agreement that stands is on the file")


RULES = (
    a_preference_is_refused_with_reasons,
    a_place_that_must_be_arranged_is,
    a_top_up_has_a_payer_and_an_agreement,
    a_top_up_is_not_paid_without_an_agreement,
)
