"""What the law makes of instructing an independent mental capacity advocate, or of not doing so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import AdvocateInstructed, AdvocateInstructedByNhs, PersonAccommodated
from swp_domain.law.advocate_regulations_2006.reg3_wider_role import MAY
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised
from swp_domain.law.contracting_out_orders.art3_advocates import (
    ContractedAdvocate,
    advocate_is_arranged_by_the_council,
)
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s35_advocate import may_be_an_advocate
from swp_domain.law.mental_capacity_act_2005.s39_advocates import OWED, Trigger
from swp_domain.law.rule import Regime, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_Instructed = AdvocateInstructed | AdvocateInstructedByNhs
_STAYS = (Trigger.NHS_ACCOMMODATION, Trigger.COUNCIL_ACCOMMODATION)


@judges("DEL-07", effect=REFUSE)
def a_practice_instructs_under_the_first_order_only(
    file: CaseFile, asked: Proposal[AdvocateInstructed], standing: Standing
) -> Findings:
    """Only the order of 2011 lets a practice instruct an advocate, and only of a provider the council arranged."""
    if asked.by.kind is not BodyKind.PRACTICE:
        return
    given = standing.delegation(asked.by.body, Function.CAPACITY_ADVOCACY, file.regime_on(asked.on))
    if given is None:
        return  # DEL-01 says what there is no authority for.
    care_act, before = (given.under.serves(one) for one in (Regime.CARE_ACT, Regime.COMMUNITY_CARE))
    if care_act and before:
        return  # A partnership reaches both laws, and has terms of its own.
    if before and advocate_is_arranged_by_the_council.in_force(asked.on):
        facts = ContractedAdvocate(of_an_arranged_provider=asked.event.of_an_arranged_provider)
        finding = advocate_is_arranged_by_the_council(facts, on=asked.on)
        if finding.met:
            yield finding
        else:
            remedy = "Instruct an advocate whom the council's own provider supplies"
            yield finding.contradicts("of_an_arranged_provider does not say so", remedy)
    elif care_act:
        act = ExercisedFunction(function=Function.CAPACITY_ADVOCACY)
        finding = is_authorised(act, on=asked.on)
        yield finding.contradicts("the practice instructs the advocate", "Ask the council to instruct")


@judges("IMCA-INS", effect=REFUSE)
def the_body_that_decides_instructs(file: CaseFile, asked: Proposal[_Instructed], standing: Standing) -> Findings:
    """The NHS instructs for its treatment and its accommodation, the council for its own and as supervisory body."""
    trigger = asked.event.trigger
    if trigger.is_a_power:
        return
    nhs = isinstance(asked.event, AdvocateInstructedByNhs)
    theirs = trigger.by_the_nhs is nhs
    whose = "the NHS body" if trigger.by_the_nhs else "the council"
    provision = MENTAL_CAPACITY_ACT["ss 37(3), 38(1), 39(1), 39A(2), 39C(3), 39D"]
    finding = cited(provision, on=asked.on, holds=theirs, says=f"for {trigger.value}, {whose} instructs")
    if theirs:
        yield finding
    else:
        yield finding.contradicts("another body instructs", "Ask the body that is responsible")


@judges("IMCA-35", effect=REFUSE, theme="P12")
def an_advocate_is_approved_and_independent(
    file: CaseFile, asked: Proposal[_Instructed], standing: Standing
) -> Findings:
    """An advocate is approved, and independent of whoever decides and of whoever cares for the person."""
    if may_be_an_advocate.in_force(asked.on):
        finding = may_be_an_advocate(asked.event.advocate, on=asked.on)
        if finding.not_met:
            yield finding.contradicts("advocate says that they are not", "Instruct somebody independent")
        else:
            yield finding


@judges("IMCA-REG", effect=FLAG)
def the_wider_role_has_its_conditions(file: CaseFile, asked: Proposal[_Instructed], standing: Standing) -> Findings:
    """For a review, or in adult protection, an advocate is instructed where the regulations give the power."""
    one = file.capacity.advocacies.get(asked.event.advocacy)
    test = MAY.get(asked.event.trigger)
    if one is None or one.need is None or test is None or not test.in_force(asked.on):
        return
    finding = test(one.need, on=asked.on)
    yield finding.contradicts("the advocate is instructed all the same") if finding.not_met else finding


@judges("IMCA-39", effect=BREACH, theme="P12")
def an_advocate_comes_before_the_move(
    file: CaseFile, asked: Proposal[PersonAccommodated], standing: Standing
) -> Findings:
    """Somebody unbefriended is not moved for long before an advocate was instructed, unless it cannot wait."""
    one = file.capacity.advocacies.get(asked.event.advocacy or "")
    if one is None or one.trigger not in _STAYS or one.need is None or one.ended_on is not None:
        return
    test = OWED[one.trigger]
    if not test.in_force(asked.on):
        return
    finding = test(one.need, on=asked.on)
    if finding.met and one.instructed_on is None and not one.urgent:
        yield finding.contradicts("the person is moved, and no advocate was instructed")
    else:
        yield finding


ADVOCATE_RULES = (
    a_practice_instructs_under_the_first_order_only,
    the_body_that_decides_instructs,
    an_advocate_is_approved_and_independent,
    the_wider_role_has_its_conditions,
    an_advocate_comes_before_the_move,
)
