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
from swp_domain.law.contracting_out_orders import ORDER_2014
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
)
from swp_domain.law.finding import Force
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.nhs_act_2006.s75_partnership import PartnershipFacts, partnership_covers
from swp_domain.law.partnership_regulations_2000 import PARTNERSHIP
from swp_domain.law.rule import Regime, Text, cited, law_on
from swp_domain.practice.authority import delegation_for, exercised, reaches, regime_of
from swp_domain.practice.consent import agreed, can_be_reserved, emergency_since, reserved
from swp_domain.practice.functions import before_it_was_one, carries, kept
from swp_domain.practice.order_rules import ORDERS
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.file import File
    from swp_domain.practice.arrangements import Delegation
    from swp_domain.practice.standing import Standing

DELEGATION = Text("Delegation", Force.LOCAL, "our own")
_ORDERS = (authorised_under_2011, authorised_under_2014)
_REFER = "Refer it to the council, or record the authorisation first"


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
        says = "it reaches what is decided about somebody to whom Part 1 does not apply yet"
        finding = cited(CARE_ACT["s 79(1)"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("the person is still under the law before the Care Act")
    elif given is not None and given.under.contracts_out and carries(given.under, function, asked.on) is None:
        finding = cited(ORDER_2014["Sch"], on=asked.on, holds=None, says="the charge is for accommodation")
        yield finding.contradicts("of charges the schedule holds those for accommodation only (NAA 1948 s 22)")


@judges("DEL-02", effect=REFUSE)
def some_functions_stay_with_the_council(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Safeguarding and charging decisions are taken by the council itself from 1 April 2015.

    Section 79(2) says what an authorisation under section 79 cannot give. Of a partnership under section 75 it says
    nothing, and what the regulations of that day let one carry is not encoded: that cannot be told.
    """
    function = exercised(asked)
    if function is None or not kept(function, asked.on):
        return
    given = delegation_for(file, asked, standing)
    finding = may_be_delegated(ExercisedFunction(function=function), on=asked.on)
    words = f"the practice takes the {function.value}"
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        if reaches(file, given) is False:
            finding = partnership_covers(PartnershipFacts(covered=False), on=asked.on)
            words = _outside(file, given, function)
        else:
            says = "a partnership can carry the function"
            finding = cited(PARTNERSHIP["reg 6"].from_memory(), on=asked.on, holds=None, says=says)
            words += ", and what a partnership carries of Part 1 of the Care Act is not encoded"
    yield finding.contradicts(words, "The practice may do the work; ask the council to take the decision")


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


@judges("DEL-00", effect=FLAG)
def a_partners_decision_is_the_councils_to_answer_for(
    file: File, asked: Proposal[Event], standing: Standing
) -> Findings:
    """An NHS body to which a council's functions went decides in their exercise; which went, the agreement names."""
    partner, entitled = standing.partner(type(asked.event), asked.by), asked.event.taken_by
    if partner is None or entitled is None or entitled.function is None:
        return
    covered = partner.exercises(asked.by, entitled.function, asked.on)
    finding = partnership_covers(PartnershipFacts(covered=covered), on=asked.on)
    words = (
        f"{partner.partnership} is not told to name the {entitled.function.value}, or what it carries is not encoded"
    )
    yield finding if finding.met else finding.contradicts(words)


@judges("DEL-03", effect=REFUSE)
def somebody_answers_for_it(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A delegated act is treated as done by a council, and so needs one that answers for it.

    What anybody may decide, such as whether somebody has capacity, a practice decides for itself.
    """
    entitled = asked.event.taken_by
    delegated = asked.by.kind is BodyKind.PRACTICE and entitled is not None and entitled.kinds != frozenset(BodyKind)
    if delegated and not standing.answers_for(asked.by):
        where = CARE_ACT["s 79(6)"] if is_authorised.in_force(asked.on) else DELEGATION["an answerable council"]
        finding = cited(where, on=asked.on, holds=False, says="a contract names the council that answers")
        yield finding.contradicts(
            "no contract with a council is on record for that day", "Record the practice's contract first"
        )


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
    if not can_be_reserved(asked) or emergency_since(file, asked) is not None:
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
    since = emergency_since(file, asked) if can_be_reserved(asked) else None
    if since is not None and reserved(asked, standing) is not False:
        finding = cited(DELEGATION["reserved decisions"], on=asked.on, holds=None, says="the council agreed to it")
        yield finding.contradicts(f"it was taken in the emergency referred on {since}")


AUTHORITY = (
    a_practice_decides_within_its_authorisation,
    what_an_authorisation_reaches_is_looked_at,
    some_functions_stay_with_the_council,
    authorising_liberty_is_never_a_practices,
    a_reserved_decision_waits_for_the_council,
    what_could_not_wait_is_answered_afterwards,
    a_decision_is_taken_by_a_body_entitled_to_it,
    another_bodys_decision_is_not_ours,
    a_partners_decision_is_the_councils_to_answer_for,
    somebody_answers_for_it,
    *ORDERS,
)
