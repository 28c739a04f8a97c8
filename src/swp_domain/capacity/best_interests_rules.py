"""What the law makes of deciding for somebody in their best interests, and of moving them or limiting contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.capacity.authority import who_may_decide
from swp_domain.capacity.events import (
    AdvanceDecisionMade,
    BestInterestsDecided,
    ContactRestricted,
    PersonAccommodated,
)
from swp_domain.capacity.vocabulary import Found
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s1_principles import FreedomFacts, less_restrictive_way_considered
from swp_domain.law.mental_capacity_act_2005.s4_best_interests import (
    ConsultationFacts,
    Heard,
    person_takes_part,
    regaining_capacity_considered,
    those_concerned_consulted,
    wishes_considered,
)
from swp_domain.law.mental_capacity_act_2005.s25_advance_decisions import an_advance_decision_reaches_life
from swp_domain.law.mental_capacity_act_2005.s27_excluded import MatterFacts, may_be_decided_for_them
from swp_domain.law.rule import cited
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_FOR_THEM = BestInterestsDecided | PersonAccommodated
_IN_FORCE = those_concerned_consulted.in_force


def _decides(event: _FOR_THEM) -> bool:
    """Whether something was decided for the person, rather than by them, put off, or left to the court."""
    if isinstance(event, BestInterestsDecided):
        return event.decision.outcome.decides
    return event.rests_on is not None or event.person_agrees is False


def _decided_before(file: CaseFile, event: _FOR_THEM) -> bool:
    """Whether a move carries out a decision that has its own record of who was consulted."""
    one = file.capacity.decisions.get(event.rests_on or "")
    return isinstance(event, PersonAccommodated) and one is not None and one.decided_on is not None


@judges("MCA-04-01", effect=REFUSE, theme="P17")
def best_interests_begin_with_incapacity(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """Nothing is decided for somebody without an assessment that they lack capacity for that decision."""
    if not _decides(asked.event) or not _IN_FORCE(asked.on):
        return
    found = file.capacity.found(asked.event.rests_on, asked.on)
    says = "an assessment of incapacity for this decision is in force"
    # That the record of what was decided holds no assessment is no proof that there was none.
    holds = None if found is Found.NOTHING else found.bears_incapacity is not False
    finding = cited(MENTAL_CAPACITY_ACT["ss 1(2), 4(1)"], on=asked.on, holds=holds, says=says)
    if finding.met:
        yield finding
    else:
        yield finding.contradicts(f"rests_on: the file holds {found.value}", "Assess capacity for this decision first")


@judges("MCA-04-02", effect=FLAG, theme="P17")
def the_assessment_still_bears_it(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """A decision rests on an assessment that is neither contradicted nor due to be looked at again."""
    found = file.capacity.found(asked.event.rests_on, asked.on)
    if _decides(asked.event) and found.bears_incapacity is None and _IN_FORCE(asked.on):
        says = "the assessment can be relied on"
        finding = cited(MENTAL_CAPACITY_ACT["s 2(1)"], on=asked.on, holds=None, says=says)
        yield finding.contradicts(f"rests_on: the file holds {found.value}")


@judges("MCA-04-01", effect=BREACH, theme="P16")
def those_concerned_are_consulted(file: CaseFile, asked: Proposal[_FOR_THEM], standing: Standing) -> Findings:
    """Carers, family, whoever the person named, attorneys and deputies are consulted, as far as practicable."""
    event = asked.event
    if not _decides(event) or not _IN_FORCE(asked.on):
        return
    told = event.consultation
    heard = file.capacity.heard_about(event.rests_on)
    if told.carers_and_interested is None and heard:
        told = told.model_copy(update={"carers_and_interested": Heard.HEARD})
    finding = those_concerned_consulted(told, on=asked.on)
    if finding.not_met:
        yield finding.contradicts("consultation says that somebody who is asked for was not heard")
    elif told == ConsultationFacts() and not _decided_before(file, event):
        yield finding.contradicts("nothing shows that anybody was consulted")
    else:
        yield finding


@judges("MCA-04-03", effect=BREACH, theme="P16")
def wishes_are_considered(file: CaseFile, asked: Proposal[_FOR_THEM], standing: Standing) -> Findings:
    """The person's wishes, feelings, beliefs and values are considered."""
    if _decides(asked.event) and _IN_FORCE(asked.on):
        finding = wishes_considered(asked.event.person, on=asked.on)
        yield finding.contradicts("person says that they were not") if finding.not_met else finding


@judges("MCA-04-04", effect=BREACH, theme="P16")
def the_person_takes_part(file: CaseFile, asked: Proposal[_FOR_THEM], standing: Standing) -> Findings:
    """The person takes part in what is decided for them, as fully as they can."""
    if _decides(asked.event) and _IN_FORCE(asked.on):
        finding = person_takes_part(asked.event.person, on=asked.on)
        yield finding.contradicts("person.takes_part is no") if finding.not_met else finding


@judges("MCA-04-05", effect=BREACH)
def regaining_capacity_is_considered(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """Whether the person will have capacity at some time, and could decide then, is considered."""
    if _decides(asked.event) and _IN_FORCE(asked.on):
        finding = regaining_capacity_considered(asked.event.person, on=asked.on)
        yield finding.contradicts("person.may_regain_capacity is no") if finding.not_met else finding


@judges("MCA-01-06", effect=BREACH)
def a_less_restrictive_way_is_considered(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """Regard is had to a way that restricts the person's rights and freedom less."""
    event = asked.event
    if not _decides(event) or not _IN_FORCE(asked.on):
        return
    offered = any(one.less_restrictive for one in event.options)
    told = True if offered else event.freedom.less_restrictive_considered
    finding = less_restrictive_way_considered(FreedomFacts(less_restrictive_considered=told), on=asked.on)
    yield finding if finding.met else finding.contradicts("neither freedom nor options show one")


@judges("MCA-04-06", effect=FLAG)
def a_dispute_goes_to_the_court(file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing) -> Findings:
    """Where somebody objects to what is decided, the court is asked; a council does not settle it by itself."""
    before_the_court = any(one.ended_on is None for one in file.court.applications.values())
    objected = file.capacity.objected_to(asked.event.rests_on)
    if _decides(asked.event) and objected and not before_the_court and _IN_FORCE(asked.on):
        says = "a dispute that cannot be settled is before the court"
        finding = cited(MENTAL_CAPACITY_ACT["ss 15-16"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("an objection is open and no application is on the file")


@judges("MCA-11-01", effect=FLAG, theme="P16")
def who_may_decide_is_not_passed_over(file: CaseFile, asked: Proposal[_FOR_THEM], standing: Standing) -> Findings:
    """What an attorney or a deputy in scope could decide is not decided without consulting them."""
    event = asked.event
    if not _decides(event) or event.rests_on is None:
        return
    told = event.consultation
    able = who_may_decide(file.capacity, event.rests_on, asked.on)
    for held in (one.authority for one in able if one.answer is not False):
        heard = told.deputy if held.deputy else told.attorney
        if heard in (Heard.HEARD, Heard.NOT_PRACTICABLE):
            continue
        who = "deputy" if held.deputy else "attorney"
        provision = MENTAL_CAPACITY_ACT["ss 4(7)(d), 16" if held.deputy else "ss 4(7)(c), 9"]
        holds = None if heard is None else False
        finding = cited(provision, on=asked.on, holds=holds, says=f"the {who} within whose power it lies was consulted")
        yield finding.contradicts(f"{held.id} could take the decision, and consultation.{who} does not say so")


@judges("MCA-27-01", effect=REFUSE)
def some_matters_are_nobody_elses(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """Nobody consents to marriage, sexual relations or adoption for somebody who lacks capacity, nor votes for them."""
    one = file.capacity.decisions.get(asked.event.rests_on)
    if one is None or not _decides(asked.event) or not may_be_decided_for_them.in_force(asked.on):
        return
    finding = may_be_decided_for_them(MatterFacts(matter=one.matter), on=asked.on)
    if finding.not_met:
        yield finding.contradicts("it is decided in their best interests", "Record the finding on capacity alone")
    else:
        yield finding


@judges("MCA-39-06", effect=BREACH, theme="P16")
def an_advocates_report_is_taken_into_account(
    file: CaseFile, asked: Proposal[BestInterestsDecided], standing: Standing
) -> Findings:
    """What a mental capacity advocate reported about a decision is taken into account in taking it."""
    one = file.capacity.decisions.get(asked.event.rests_on)
    if one is None or one.reported_on is None or not _decides(asked.event):
        return
    told = asked.event.advocates_report_considered
    provision = MENTAL_CAPACITY_ACT["ss 37(5), 38(5), 39(6)"].from_memory()
    finding = cited(provision, on=asked.on, holds=told, says="what the advocate reported was taken into account")
    yield finding if finding.met else finding.contradicts("advocates_report_considered does not say so")


@judges("MCA-04-08", effect=FLAG, theme="P16")
def contact_is_limited_under_a_decision(
    file: CaseFile, asked: Proposal[ContactRestricted], standing: Standing
) -> Findings:
    """Contact is limited under a best interests decision, or an order of the court."""
    event = asked.event
    if not _IN_FORCE(asked.on):
        return
    decided = event.best_interests is not None and event.best_interests in file.capacity.best_interests
    if not decided and event.order is None:
        says = "a best interests decision, or an order of the court, allows it"
        finding = cited(MENTAL_CAPACITY_ACT["ss 4, 5, 16-17"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("neither best_interests nor order names one")


@judges("MCA-25-01", effect=FLAG)
def a_refusal_of_what_sustains_life_has_its_form(
    file: CaseFile, asked: Proposal[AdvanceDecisionMade], standing: Standing
) -> Findings:
    """An advance decision against what sustains life says so, in writing, signed and witnessed."""
    if an_advance_decision_reaches_life.in_force(asked.on):
        finding = an_advance_decision_reaches_life(asked.event.made, on=asked.on)
        yield finding.contradicts("made does not show its form") if finding.not_met else finding


BEST_INTERESTS_RULES = (
    best_interests_begin_with_incapacity,
    the_assessment_still_bears_it,
    those_concerned_are_consulted,
    wishes_are_considered,
    the_person_takes_part,
    regaining_capacity_is_considered,
    a_less_restrictive_way_is_considered,
    a_dispute_goes_to_the_court,
    who_may_decide_is_not_passed_over,
    some_matters_are_nobody_elses,
    an_advocates_report_is_taken_into_account,
    contact_is_limited_under_a_decision,
    a_refusal_of_what_sustains_life_has_its_form,
)
