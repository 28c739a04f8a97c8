"""Rules asked of every decision: whose it is, and whether whoever takes it may.

These are the ids DEL-01 to DEL-07 and GOV-14 of the rule catalogue, as far as the stages reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.event import Event
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s2_adults import AgeFacts, is_an_adult
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
    grown_under_2011,
    grown_under_2014,
    supervised_under_2011,
    supervised_under_2014,
)
from swp_domain.law.finding import Finding, Force
from swp_domain.law.function import Function
from swp_domain.law.nhs_act_2006.s75_partnership import PartnershipFacts, partnership_covers
from swp_domain.law.rule import Regime, Text, cited, law_on
from swp_domain.law.social_work_registration.title import (
    TitleFacts,
    carried_over,
    registered_with_gscc,
    registered_with_hcpc,
    registered_with_swe,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.actor import Registration
    from swp_domain.file import File
    from swp_domain.practice.standing import Standing

DELEGATION = Text("Delegation", Force.LOCAL, "our own")
RECORD = Text("The record of a decision", Force.RECORD, "our own")
TITLES = (registered_with_gscc, registered_with_hcpc, registered_with_swe)
_ORDERS = (authorised_under_2011, authorised_under_2014)
_REFER = "Refer it to the council, or record the authorisation first"


def _function(asked: Proposal[Event]) -> Function | None:
    """The council function that a practice's decision exercises, if it is one."""
    entitled = asked.event.taken_by
    return entitled.function if entitled and asked.by.kind is BodyKind.PRACTICE else None


def _kept(asked: Proposal[Event], function: Function) -> Finding | None:
    """That only the council has the function, where that is so (s 79(2))."""
    if not may_be_delegated.in_force(asked.on):
        return None
    finding = may_be_delegated(ExercisedFunction(function=function), on=asked.on)
    return finding if finding.not_met else None


@judges("DEL-01", effect=REFUSE)
def a_practice_decides_within_its_authorisation(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A practice takes only decisions that an authorisation in force on the day covers."""
    function = _function(asked)
    if function is None or _kept(asked, function) or _before_it_was_one(asked, function):
        return
    regime = _regime(file, asked)
    given = standing.delegation(asked.by.body, function, regime)
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        yield partnership_covers(PartnershipFacts(covered=None if given.limited_to else True), on=asked.on)
        return
    reaches = given is not None and given.under.serves(regime)
    authorised = None if given is not None and given.limited_to else reaches
    if regime is Regime.CARE_ACT:
        finding = is_authorised(ExercisedFunction(function=function, authorised=authorised), on=asked.on)
    else:
        finding = law_on(asked.on, *_ORDERS)(ContractedAct(function=function, authorised=authorised), on=asked.on)
    wrong = finding.not_met and not (given is not None and given.under is Instrument.CARE_ACT_S79)
    yield finding.contradicts(f"the practice takes the {function.value}", _REFER) if wrong else finding


def _regime(file: File, asked: Proposal[Event]) -> Regime:
    """The regime of whom a decision is about; where nobody in particular is meant, that of the day."""
    regime = file.regime_on(asked.on)
    if regime is Regime.CALENDAR:
        return Regime.CARE_ACT if is_authorised.in_force(asked.on) else Regime.COMMUNITY_CARE
    return regime


def _before_it_was_one(asked: Proposal[Event], function: Function) -> bool:
    """Before section 42 there was no safeguarding function that an order could grant or withhold."""
    return function is Function.SAFEGUARDING_ENQUIRY and not enquiry_duty.in_force(asked.on)


@judges("DEL-01", effect=FLAG)
def what_an_authorisation_reaches_is_looked_at(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """An authorisation with limits, or of the other regime, is held against the case by a person."""
    function = _function(asked)
    if function is None or _kept(asked, function):
        return
    regime = _regime(file, asked)
    given = standing.delegation(asked.by.body, function, regime)
    if _before_it_was_one(asked, function):
        if given is not None:
            return
        finding = cited(DELEGATION["adult protection"], on=asked.on, holds=None, says="the council arranged for it")
        yield finding.contradicts("the practice takes the decision, which no order grants or withholds")
    elif given is not None and given.limited_to:
        says = f"the case is within what {given.id} is limited to"
        finding = cited(DELEGATION["scope"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("the record does not say to which client group or area the case belongs")
    elif given is not None and not given.under.serves(regime) and given.under is Instrument.CARE_ACT_S79:
        says = "the function is one of Part 1 of the Care Act"
        finding = cited(CARE_ACT["s 79(1)"], on=asked.on, holds=False, says=says)
        yield finding.contradicts("the person is still under the law before the Care Act")


@judges("DEL-02", effect=REFUSE)
def some_functions_stay_with_the_council(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Safeguarding and charging decisions are taken by the council itself from 1 April 2015."""
    function = _function(asked)
    finding = _kept(asked, function) if function is not None else None
    if function is not None and finding is not None:
        yield finding.contradicts(
            f"the practice takes the {function.value}",
            "The practice may do the work; ask the council to take the decision",
        )


@judges("DEL-00", effect=REFUSE)
def a_decision_is_taken_by_a_body_entitled_to_it(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A decision belongs to the bodies that its event names: nobody else makes the court's orders."""
    entitled = asked.event.taken_by
    if entitled is None or not standing.is_ours(asked.by) or asked.by.kind in entitled.kinds:
        return
    if _function(asked) is not None:
        return  # DEL-01 and DEL-02 know better.
    finding = cited(DELEGATION["who decides"], on=asked.on, holds=False, says=f"it belongs to the {entitled}")
    yield finding.contradicts(f"the {asked.by.kind.value} takes it", "Ask the body whose decision it is")


@judges("DEL-00", effect=FLAG)
def another_bodys_decision_is_not_ours(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What a body decides that is neither ours nor entitled to it stands on the record, and does no duty of ours."""
    entitled = asked.event.taken_by
    if entitled is None or standing.counts(type(asked.event), asked.by):
        return
    finding = cited(DELEGATION["who decides"], on=asked.on, holds=False, says=f"it belongs to the {entitled}")
    if asked.by.kind.ours:
        yield finding.contradicts(
            f"by.body is no {asked.by.kind.value} that a contract of that day names: is it spelt as there?"
        )
    else:
        yield finding.contradicts(f"the decision is that of the {asked.by.kind.value}")


@judges("DEL-03", effect=REFUSE)
def somebody_answers_for_it(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A delegated act is treated as done by a council, and so needs one that answers for it."""
    if asked.by.kind is BodyKind.PRACTICE and asked.event.taken_by is not None and not standing.answers_for(asked.by):
        where = CARE_ACT["s 79(6)"] if is_authorised.in_force(asked.on) else DELEGATION["an answerable council"]
        finding = cited(where, on=asked.on, holds=False, says="a contract names the council that answers")
        yield finding.contradicts(
            "no contract with a council is on record for that day", "Record the practice's contract first"
        )


@judges("DEL-04", effect=BREACH)
def exercised_under_a_social_worker(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the contracting-out orders, functions are exercised by or under a registered social worker."""
    act = _contracted(file, asked, standing)
    for supervision in (supervised_under_2011, supervised_under_2014):
        if act is not None and supervision.in_force(asked.on):
            finding = supervision(act, on=asked.on)
            says = "no registered social worker took or supervised it"
            yield finding.contradicts(says) if finding.not_met else finding


@judges("DEL-06", effect=REFUSE)
def contracted_out_for_adults_only(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the contracting-out orders, a practice decides about people aged 18 or over only."""
    act = _contracted(file, asked, standing)
    for age in (grown_under_2011, grown_under_2014):
        if act is not None and age.in_force(asked.on):
            finding = age(act, on=asked.on)
            if finding.not_met:
                yield finding.contradicts("the person is under 18 by their year of birth", "Ask the council")


def _contracted(file: File, asked: Proposal[Event], standing: Standing) -> ContractedAct | None:
    """A practice's decision as the orders see it; ``None`` where it acts under another power."""
    function = _function(asked)
    if function is None or _before_it_was_one(asked, function):
        return None
    given = standing.delegation(asked.by.body, function, _regime(file, asked))
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        return None  # The orders bind those who act under them.
    return ContractedAct(
        function=function,
        by_registered_social_worker=standing.registered(asked.by),
        supervised_by_one=standing.supervised_by_social_worker(asked.by),
        about_an_adult=file.grown_on(asked.on),
    )


@judges("REC-TWICE", effect=REFUSE)
def a_decision_of_ours_has_a_name_of_its_own(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What a decision of ours begins has an identifier that the file does not know yet."""
    if asked.event.taken_by is not None and (finding := _begun_before(file, asked)) is not None:
        yield finding


@judges("REC-TWICE", effect=FLAG)
def what_is_begun_has_a_name_of_its_own(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What an event begins has an identifier that the file does not know yet, or two things are read as one."""
    if asked.event.taken_by is None and (finding := _begun_before(file, asked)) is not None:
        yield finding


def _begun_before(file: File, asked: Proposal[Event]) -> Finding | None:
    """That an identifier is in use for another of its kind.

    An assessment or a review may be asked for, and owed, more than once. What is drafted or asked for by one class
    of event and decided by another is one thing, whichever of them is told first; only the same class twice means two.
    """
    event = asked.event
    kind = event.references.get(event.begins, "")
    name = getattr(event, event.begins, None)
    if kind in ("", "assessment", "review") or not any(
        type(entry.event) is type(event) and getattr(entry.event, event.begins) == name for entry in file.entries
    ):
        return None
    finding = cited(RECORD["identifiers"], on=asked.on, holds=False, says=f"{kind} {name} is new to the file")
    return finding.contradicts(
        f"{event.begins}: {name} is on the file already", "Give it another identifier, or correct the entry"
    )


@judges("REC-18", effect=FLAG)
def part_1_is_about_adults(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Decisions under Part 1 of the Care Act are about people aged 18 or over, save those of sections 58 to 66."""
    entitled = asked.event.taken_by
    if entitled is None or entitled.function in (None, Function.TRANSITION) or not is_an_adult.in_force(asked.on):
        return
    finding = is_an_adult(AgeFacts(aged_18=file.grown_on(asked.on)), on=asked.on)
    if finding.not_met:
        yield finding.contradicts("the person is under 18 by their year of birth")


@judges("REC-WHY", effect=FLAG)
def a_decision_says_why(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A decision of ours is recorded with its reasons."""
    decision = getattr(asked.event, "decision", None)
    if decision is not None and decision.reasons is None and standing.is_ours(asked.by):
        finding = cited(RECORD["reasons"], on=asked.on, holds=None, says="the reasons are recorded")
        yield finding.contradicts("decision.reasons was not told")


@judges("GOV-14", effect=BREACH)
def a_social_worker_is_registered(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts as a social worker is registered on that day, with the regulator of that day."""
    if not asked.by.role.is_social_worker or not asked.by.kind.ours or not TITLES[0].in_force_from(asked.on):
        return
    finding = title_of(asked, standing.registration_of(asked.by))
    if not finding.met:
        yield finding.contradicts("somebody recorded as a social worker acts without that registration")


def title_of(asked: Proposal[Event], registration: Registration | None) -> Finding:
    """Whether a registration, or none, is what the title asks for on that day."""
    facts = TitleFacts(
        registered_with=carried_over(registration.regulator.value, asked.on) if registration else "nobody",
        valid_on_the_day=registration is not None,
    )
    return law_on(asked.on, *TITLES)(facts, on=asked.on)


@judges("GOV-STAFF", effect=FLAG)
def whoever_acts_is_on_the_staff(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts for the practice or the council is on its staff that day."""
    if not asked.by.kind.ours or not standing.practices:
        return
    member = standing.member(asked.by.id)
    finding = cited(DELEGATION["the staff of the day"], on=asked.on, holds=False, says="is on the staff that day")
    if member is None:
        yield finding.contradicts("by: is not on the staff that day")
    elif member.works_for is not asked.by.kind:
        yield finding.contradicts(f"by: is on the staff of the {member.works_for.value}, not of the {asked.by.kind}")


EVERY_DECISION = (
    a_practice_decides_within_its_authorisation,
    what_an_authorisation_reaches_is_looked_at,
    some_functions_stay_with_the_council,
    a_decision_is_taken_by_a_body_entitled_to_it,
    another_bodys_decision_is_not_ours,
    somebody_answers_for_it,
    exercised_under_a_social_worker,
    contracted_out_for_adults_only,
    a_decision_of_ours_has_a_name_of_its_own,
    what_is_begun_has_a_name_of_its_own,
    part_1_is_about_adults,
    a_decision_says_why,
    a_social_worker_is_registered,
    whoever_acts_is_on_the_staff,
)
