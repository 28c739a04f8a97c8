"""Rules asked of every decision: whether it is within the power of whoever takes it.

These are the ids DEL-00 to DEL-08 and GOV-03 of the rule catalogue; which link of the chain of authority each of them
tries, :mod:`swp_domain.practice.proof` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.event import Event
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
    competent_under_2011,
    competent_under_2014,
    grown_under_2011,
    grown_under_2014,
    supervised_under_2011,
    supervised_under_2014,
)
from swp_domain.law.finding import Finding, Force
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.nhs_act_2006.s75_partnership import PartnershipFacts, partnership_covers
from swp_domain.law.rule import Regime, Text, cited, law_on
from swp_domain.practice.authority import (
    agreed,
    before_it_was_one,
    can_be_reserved,
    delegation_for,
    exercised,
    kept,
    reaches,
    regime_of,
    reserved,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.file import File
    from swp_domain.practice.arrangements import Delegation
    from swp_domain.practice.standing import Standing

DELEGATION = Text("Delegation", Force.LOCAL, "our own")
_ORDERS = (authorised_under_2011, authorised_under_2014)
_REFER = "Refer it to the council, or record the authorisation first"


def _kept(asked: Proposal[Event], function: Function) -> Finding | None:
    """That only the council has the function, where that is so (s 79(2))."""
    return may_be_delegated(ExercisedFunction(function=function), on=asked.on) if kept(function, asked.on) else None


def _judged_elsewhere(asked: Proposal[Event], function: Function | None) -> bool:
    """Whether no authorisation is asked for: nobody's function, the council's alone, or none before it was one."""
    return (
        function is None
        or function is Function.DEPRIVATION_OF_LIBERTY
        or kept(function, asked.on)
        or before_it_was_one(function, asked.on)
    )


@judges("DEL-01", effect=REFUSE)
def a_practice_decides_within_its_authorisation(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A practice takes only decisions that an authorisation in force on the day covers, about people it is for."""
    function = exercised(asked)
    if function is None or _judged_elsewhere(asked, function):
        return
    regime, given = regime_of(file, asked.on), delegation_for(file, asked, standing)
    held = None if given is None else reaches(file, given)
    words = _outside(file, given, function) if held is False else f"the practice takes the {function.value}"
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        covered = partnership_covers(PartnershipFacts(covered=held), on=asked.on)
        yield covered.contradicts(words, _REFER) if covered.not_met else covered
        return
    serves = given is not None and given.under.serves(regime)
    authorised = held if serves else False
    if regime is Regime.CARE_ACT:
        finding = is_authorised(ExercisedFunction(function=function, authorised=authorised), on=asked.on)
    else:
        finding = law_on(asked.on, *_ORDERS)(ContractedAct(function=function, authorised=authorised), on=asked.on)
    other_regime = given is not None and not serves and given.under is Instrument.CARE_ACT_S79
    wrong = finding.not_met and not (other_regime and held is not False)
    yield finding.contradicts(words, _REFER) if wrong else finding


def _outside(file: File, given: Delegation | None, function: Function) -> str:
    """Why an authorisation is not for the person."""
    if given is None or file.belonging.taken_back_on is not None:
        return f"the council took the case back on {file.belonging.taken_back_on}"
    return f"the practice takes the {function.value}, and {given.id} is for {given.extent}"


@judges("DEL-01", effect=FLAG)
def what_an_authorisation_reaches_is_looked_at(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """An authorisation with limits is held against a case whose cohort is not on record by a person."""
    function = exercised(asked)
    if function is None or kept(function, asked.on):
        return
    given = delegation_for(file, asked, standing)
    if before_it_was_one(function, asked.on):
        if given is not None:
            return
        finding = cited(DELEGATION["adult protection"], on=asked.on, holds=None, says="the council arranged for it")
        yield finding.contradicts("the practice takes the decision, which no order grants or withholds")
    elif given is not None and reaches(file, given) is None:
        says = f"the case is within what {given.id} is limited to"
        finding = cited(DELEGATION["scope"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("the record does not say to which client group or area the case belongs")
    elif (
        given is not None
        and given.under is Instrument.CARE_ACT_S79
        and not given.under.serves(regime_of(file, asked.on))
    ):
        says = "the function is one of Part 1 of the Care Act"
        finding = cited(CARE_ACT["s 79(1)"], on=asked.on, holds=False, says=says)
        yield finding.contradicts("the person is still under the law before the Care Act")


@judges("DEL-02", effect=REFUSE)
def some_functions_stay_with_the_council(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Safeguarding and charging decisions are taken by the council itself from 1 April 2015."""
    function = exercised(asked)
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
    if exercised(asked) is not None:
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


@judges("DEL-05", effect=BREACH)
def whoever_is_no_social_worker_is_competent(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the orders, whoever is no social worker has what the council considers that the function requires."""
    act = _contracted(file, asked, standing)
    for competence in (competent_under_2011, competent_under_2014):
        if act is not None and competence.in_force(asked.on):
            finding = competence(act, on=asked.on)
            says = "by is no registered social worker, and no competence-approved of the council names the function"
            yield finding.contradicts(says) if finding.not_met else finding


@judges("DEL-08", effect=REFUSE)
def authorising_liberty_is_never_a_practices(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What a supervisory body decides is in neither order, nor in section 79: a practice never takes it."""
    if exercised(asked) is Function.DEPRIVATION_OF_LIBERTY:
        says = "it is the supervisory body's own decision"
        finding = cited(MENTAL_CAPACITY_ACT["Sch A1"], on=asked.on, holds=False, says=says)
        yield finding.contradicts("the practice takes it", "The practice may do the work; ask the council to decide")


@judges("GOV-03", effect=REFUSE)
def a_reserved_decision_waits_for_the_council(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A decision that the contract reserves is taken once the council has agreed to it; one agreement is for one."""
    if not can_be_reserved(asked) or asked.event.name in file.belonging.emergencies:
        return
    held_back, consent = reserved(asked, standing), agreed(file, asked)
    if held_back is False:
        return
    holds = True if consent else None if held_back is None else consent
    finding = cited(DELEGATION["reserved decisions"], on=asked.on, holds=holds, says="the council agreed to it")
    words = "the contract reserves it" if held_back else "the contract reserves it above an amount, and none is told"
    remedy = "Refer it with reserved-decision-referred, or ask the council to take it"
    yield finding if finding.met else finding.contradicts(words, remedy)


@judges("GOV-03", effect=FLAG)
def what_could_not_wait_is_answered_afterwards(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A reserved decision that could not wait is taken, and the council says afterwards what it makes of it."""
    since = file.belonging.emergencies.get(asked.event.name)
    if since is not None and can_be_reserved(asked) and reserved(asked, standing) is not False:
        finding = cited(DELEGATION["reserved decisions"], on=asked.on, holds=None, says="the council agreed to it")
        yield finding.contradicts(f"it was taken in the emergency referred on {since}")


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
    function = exercised(asked)
    if function is None or function is Function.DEPRIVATION_OF_LIBERTY or before_it_was_one(function, asked.on):
        return None
    given = delegation_for(file, asked, standing)
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        return None  # The orders bind those who act under them.
    return ContractedAct(
        function=function,
        by_registered_social_worker=standing.registered(asked.by),
        supervised_by_one=standing.supervised_by_social_worker(asked.by),
        competent=standing.competent(asked.by, function),
        about_an_adult=file.grown_on(asked.on),
    )


AUTHORITY = (
    a_practice_decides_within_its_authorisation,
    what_an_authorisation_reaches_is_looked_at,
    some_functions_stay_with_the_council,
    authorising_liberty_is_never_a_practices,
    a_reserved_decision_waits_for_the_council,
    what_could_not_wait_is_answered_afterwards,
    a_decision_is_taken_by_a_body_entitled_to_it,
    another_bodys_decision_is_not_ours,
    somebody_answers_for_it,
    exercised_under_a_social_worker,
    whoever_is_no_social_worker_is_competent,
    contracted_out_for_adults_only,
)
