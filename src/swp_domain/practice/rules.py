"""Rules asked of every decision: whose it is, and whether whoever takes it may.

These are the ids DEL-01 to DEL-07 and GOV-14 of the rule catalogue, as far as the stages reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
    supervised_under_2011,
    supervised_under_2014,
)
from swp_domain.law.finding import Finding, Force
from swp_domain.law.nhs_act_2006.s75_partnership import PartnershipFacts, partnership_covers
from swp_domain.law.rule import Text, cited, law_on
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
    from swp_domain.file import File
    from swp_domain.practice.standing import Standing

DELEGATION = Text("Delegation", Force.LOCAL, "our own")
_TITLES = (registered_with_gscc, registered_with_hcpc, registered_with_swe)


@judges("DEL-01", effect=REFUSE)
def a_practice_decides_within_its_authorisation(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A practice takes only decisions that an authorisation in force on the day covers."""
    function = asked.event.taken_by.function if asked.event.taken_by else None
    if asked.by.kind is not BodyKind.PRACTICE or function is None:
        return
    if (
        may_be_delegated.in_force(asked.on)
        and not may_be_delegated(ExercisedFunction(function=function), on=asked.on).met
    ):
        return  # DEL-02 says so, and better.
    given = standing.delegation(asked.by.body, function)
    if given is not None and given.under is Instrument.NHS_ACT_S75:
        yield partnership_covers(PartnershipFacts(covered=True), on=asked.on)
        return
    if is_authorised.in_force(asked.on):
        finding = is_authorised(ExercisedFunction(function=function, authorised=given is not None), on=asked.on)
    else:
        order = law_on(asked.on, authorised_under_2011, authorised_under_2014)
        finding = order(ContractedAct(function=function, authorised=given is not None), on=asked.on)
    remedy = "Refer it to the council, or record the authorisation first"
    yield finding if finding.met else finding.contradicts(f"the practice decides on {function.value}", remedy)


@judges("DEL-02", effect=REFUSE)
def some_functions_stay_with_the_council(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Safeguarding and charging decisions are taken by the council itself from 1 April 2015."""
    function = asked.event.taken_by.function if asked.event.taken_by else None
    if asked.by.kind is not BodyKind.PRACTICE or function is None or not may_be_delegated.in_force(asked.on):
        return
    finding = may_be_delegated(ExercisedFunction(function=function), on=asked.on)
    if finding.not_met:
        yield finding.contradicts(
            f"the practice takes the {function.value}",
            "The practice may do the work; ask the council to take the decision",
        )


@judges("DEL-00", effect=REFUSE)
def a_decision_is_taken_by_a_body_entitled_to_it(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A decision belongs to the bodies that its event names: nobody else makes the court's orders."""
    entitled = asked.event.taken_by
    if entitled is None or not asked.by.kind.ours or asked.by.kind in entitled.kinds:
        return
    if asked.by.kind is BodyKind.PRACTICE and entitled.function is not None:
        return  # DEL-01 and DEL-02 know better.
    finding = cited(DELEGATION["who decides"], on=asked.on, holds=False, says=f"it belongs to the {entitled}")
    yield finding.contradicts(f"the {asked.by.kind.value} takes it", "Ask the body whose decision it is")


@judges("DEL-03", effect=REFUSE)
def somebody_answers_for_it(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A delegated act is treated as done by a council, and so needs one that answers for it."""
    if asked.by.kind is BodyKind.PRACTICE and asked.event.taken_by is not None and not standing.answers_for(asked.by):
        finding = cited(
            DELEGATION["an answerable council"],
            on=asked.on,
            holds=False,
            says="a contract names the council that answers",
        )
        yield finding.contradicts(
            "no contract with a council is on record for that day", "Record the practice's contract first"
        )


@judges("DEL-04", effect=BREACH)
def exercised_under_a_social_worker(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the contracting-out orders, functions are exercised by or under a registered social worker."""
    function = asked.event.taken_by.function if asked.event.taken_by else None
    if asked.by.kind is not BodyKind.PRACTICE or function is None:
        return
    if (given := standing.delegation(asked.by.body, function)) and given.under is Instrument.NHS_ACT_S75:
        return  # The orders bind those who act under them.
    registered = asked.by.role.is_social_worker and _title(asked, standing).met
    act = ContractedAct(
        function=function,
        by_registered_social_worker=registered,
        supervised_by_one=standing.supervised_by_social_worker(asked.by),
    )
    for supervision in (supervised_under_2011, supervised_under_2014):
        if supervision.in_force(asked.on):
            finding = supervision(act, on=asked.on)
            says = "no registered social worker took or supervised it"
            yield finding.contradicts(says) if finding.not_met else finding


@judges("GOV-14", effect=BREACH)
def a_social_worker_is_registered(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts as a social worker is registered on that day, with the regulator of that day."""
    if not asked.by.role.is_social_worker or not asked.by.kind.ours or not _TITLES[0].in_force_from(asked.on):
        return
    finding = _title(asked, standing)
    if not finding.met:
        yield finding.contradicts("somebody recorded as a social worker acts without that registration")


def _title(asked: Proposal[Event], standing: Standing) -> Finding:
    """Whether whoever acts is registered as the title asked on that day."""
    registration = standing.registration_of(asked.by)
    facts = TitleFacts(
        registered_with=carried_over(registration.regulator.value, asked.on) if registration else "nobody",
        valid_on_the_day=registration is not None,
    )
    return law_on(asked.on, *_TITLES)(facts, on=asked.on)


@judges("GOV-STAFF", effect=FLAG)
def whoever_acts_is_on_the_staff(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts for the practice or the council is on its staff that day."""
    if asked.by.kind.ours and standing.practices and standing.member(asked.by.id) is None:
        finding = cited(DELEGATION["the staff of the day"], on=asked.on, holds=False, says="is on the staff that day")
        yield finding.contradicts("by: is not on the staff that day")


EVERY_DECISION = (
    a_practice_decides_within_its_authorisation,
    some_functions_stay_with_the_council,
    a_decision_is_taken_by_a_body_entitled_to_it,
    somebody_answers_for_it,
    exercised_under_a_social_worker,
    a_social_worker_is_registered,
    whoever_acts_is_on_the_staff,
)
