"""What the law makes of a practice's own file: who is authorised, who joins, who covers, who may approve what.

What is asked of every decision, in whatever file, is in ``every_decision``.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, may_be_delegated
from swp_domain.law.rule import cited
from swp_domain.owed import Opening, owed
from swp_domain.practice.authority_rules import DELEGATION
from swp_domain.practice.events import (
    ApprovalLimitSet,
    CohortAgreed,
    CohortTransferred,
    CompetenceApproved,
    ContractEnded,
    ContractExtended,
    ContractMade,
    FunctionsDelegated,
    ReservationLifted,
    ScopeChanged,
    StaffAbsent,
    StaffJoined,
    TerminationDecided,
)
from swp_domain.practice.every_decision import TITLES, title_of
from swp_domain.practice.state import gives
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing
    from swp_domain.practice_file import Practice


@judges("DEL-02", effect=FLAG)
def a_council_authorises_what_it_may(
    file: Practice, asked: Proposal[FunctionsDelegated], standing: Standing
) -> Findings:
    """An authorisation is the council's to give; under section 79, of functions that can be delegated, for a period."""
    event = asked.event
    if not gives(asked.by, event.under, file.contract.council):
        where = CARE_ACT["s 79(1)-(2)"] if may_be_delegated.in_force(asked.on) else DELEGATION["who authorises"]
        finding = cited(where, on=asked.on, holds=False, says="the council of the contract gives the authorisation")
        yield finding.contradicts(
            f"by is the {asked.by.kind.value} {asked.by.body}".rstrip() + ": nobody is authorised by it"
        )
    if event.under is not Instrument.CARE_ACT_S79 or not may_be_delegated.in_force(asked.on):
        return
    for function in event.functions:
        finding = may_be_delegated(ExercisedFunction(function=function), on=asked.on)
        if finding.not_met:
            yield finding.contradicts(f"functions names the {function.value}")
    if event.until is None:
        finding = cited(CARE_ACT["s 79(5)(a)"], on=asked.on, holds=None, says="it is for a specified period")
        yield finding.contradicts("until was not told")


@judges("DEL-01", effect=FLAG)
def nobody_widens_their_own_powers(
    file: Practice, asked: Proposal[ScopeChanged | ReservationLifted], standing: Standing
) -> Findings:
    """Whom an authorisation is for, and what is no longer reserved, is said by whoever gave it, not by the practice."""
    own = asked.by.kind is BodyKind.PRACTICE
    finding = cited(DELEGATION["who authorises"], on=asked.on, holds=not own, says="whoever authorised it says so")
    yield finding.contradicts("by is the practice: nothing changes by it") if own else finding


@judges("GOV-14", effect=FLAG)
def who_joins_as_a_social_worker_is_registered(
    file: Practice, asked: Proposal[StaffJoined], standing: Standing
) -> Findings:
    """Nobody is put down as a social worker without the registration of that day."""
    if not asked.event.role.is_social_worker or not TITLES[0].in_force_from(asked.on):
        return
    finding = title_of(asked, asked.event.registration)
    if not finding.met:
        yield finding.contradicts("registration is missing, or not with the regulator of that day")


@judges("GOV-COVER", effect=FLAG)
def an_absence_is_covered_by_somebody_who_is_there(
    file: Practice, asked: Proposal[StaffAbsent], standing: Standing
) -> Findings:
    """The cases of somebody on the staff who is away are covered by another who is there, until a day that can be."""
    event = asked.event
    wrong = [
        f"{field} is not on the staff that day"
        for field, who in (("member", event.member), ("covered_by", event.covered_by))
        if who and standing.member(who) is None
    ]
    if not event.covered_by:
        wrong.append("covered_by is empty")
    elif event.covered_by == event.member:
        wrong.append("covered_by is the member who is away")
    elif standing.absence_of(event.covered_by) is not None:
        wrong.append("covered_by is away that day as well")
    if event.until is not None and event.until < asked.on:
        wrong.append("until is before the first day, so that it is no absence")
    if wrong:
        finding = cited(DELEGATION["cover"], on=asked.on, holds=False, says="somebody who is there covers the cases")
        yield finding.contradicts("; ".join(wrong))


@judges("GOV-APP-04", effect=FLAG)
def nobody_sets_their_own_limit(file: Practice, asked: Proposal[ApprovalLimitSet], standing: Standing) -> Findings:
    """What somebody may approve is set by another; a limit that they set for themselves lets them approve nothing."""
    own = asked.by.id == asked.event.member
    finding = cited(DELEGATION["limits of approval"], on=asked.on, holds=not own, says="it is set by somebody else")
    yield finding.contradicts("by is the member whose limit it is") if own else finding


@judges("DEL-PERIOD", effect=FLAG)
def a_period_does_not_end_before_it_begins(
    file: Practice, asked: Proposal[FunctionsDelegated | ContractMade | ContractExtended], standing: Standing
) -> Findings:
    """A contract or an authorisation for a period ends on its first day at the earliest: else it is none at all."""
    until = asked.event.until
    if until is not None:
        finding = cited(DELEGATION["periods"], on=asked.on, holds=until >= asked.on, says="it has a day in force")
        yield finding if finding.met else finding.contradicts(f"until, {until}, is before the day it begins")


@judges("DEL-10", effect=FLAG)
def only_a_contract_in_force_is_ended_or_extended(
    file: Practice, asked: Proposal[ContractEnded | ContractExtended], standing: Standing
) -> Findings:
    """What is ended or extended is a contract that is on record: else the file, or the day, is another."""
    holds = bool(file.contract.practice)
    finding = cited(DELEGATION["the end of a contract"], on=asked.on, holds=holds, says="a contract is on record")
    yield finding if holds else finding.contradicts("no contract with a practice stands in this file on that day")


@judges("DEL-10", effect=REFUSE)
def a_contract_is_ended_into_somebodys_hands(
    file: Practice, asked: Proposal[TerminationDecided], standing: Standing
) -> Findings:
    """A council does not decide to end a contract without saying who is responsible for its cases from then on."""
    holds = bool(asked.event.returns_to)
    finding = cited(DELEGATION["the end of a contract"], on=asked.on, holds=holds, says="somebody takes the cases on")
    yield finding if holds else finding.contradicts("returns_to is empty", "Name the body to which the cases go")


@judges("DEL-10", effect=BREACH)
def from_the_end_of_a_contract_every_case_has_a_body(
    file: Practice, asked: Proposal[ContractEnded], standing: Standing
) -> Findings:
    """From the first day without the contract every case has a responsible body; where none is named, the council."""
    holds = bool(asked.event.returned_to)
    finding = cited(DELEGATION["the end of a contract"], on=asked.on, holds=holds, says="somebody took the cases on")
    yield finding if holds else finding.contradicts("returned_to is empty, so that the council is responsible")


@judges("GOV-05", effect=BREACH)
def a_cohort_moves_with_a_window_of_joint_responsibility(
    file: Practice, asked: Proposal[CohortTransferred], standing: Standing
) -> Findings:
    """When people move to a practice, council and practice are both responsible for a while, so that nobody is lost."""
    joint = asked.event.joint_until
    holds = None if joint is None else joint >= asked.on
    finding = cited(DELEGATION["joint responsibility"], on=asked.on, holds=holds, says="both are responsible at first")
    words = "joint_until was not told" if joint is None else f"joint_until, {joint}, is before the transfer"
    yield finding if finding.met else finding.contradicts(words)


@judges("GOV-06", effect=FLAG)
def who_transfers_is_known_beforehand(file: Practice, asked: Proposal[CohortAgreed], standing: Standing) -> Findings:
    """Which people a practice is to serve is agreed in clear criteria, before anybody moves."""
    event = asked.event
    clear = bool(event.criteria.strip() or event.client_groups or event.areas)
    finding = cited(DELEGATION["criteria"], on=asked.on, holds=clear, says="the criteria are clear")
    yield finding if clear else finding.contradicts("no client group, area or other criterion is told")


@judges("DEL-05", effect=FLAG)
def the_council_approves_competence(
    file: Practice, asked: Proposal[CompetenceApproved], standing: Standing
) -> Findings:
    """Whether somebody has what a function requires, the council considers, and of people on the staff."""
    says = "the council considers them competent"
    own = asked.by.kind is BodyKind.COUNCIL
    finding = cited(DELEGATION["competence"], on=asked.on, holds=own, says=says)
    yield finding if own else finding.contradicts(f"by is the {asked.by.kind.value}: nobody is approved by it")
    if standing.member(asked.event.member) is None:
        told = cited(DELEGATION["competence"], on=asked.on, holds=False, says="they are on the staff that day")
        yield told.contradicts("member is not on the staff that day")


RULES = (
    a_period_does_not_end_before_it_begins,
    only_a_contract_in_force_is_ended_or_extended,
    a_contract_is_ended_into_somebodys_hands,
    from_the_end_of_a_contract_every_case_has_a_body,
    a_cohort_moves_with_a_window_of_joint_responsibility,
    who_transfers_is_known_beforehand,
    the_council_approves_competence,
    a_council_authorises_what_it_may,
    nobody_widens_their_own_powers,
    who_joins_as_a_social_worker_is_registered,
    an_absence_is_covered_by_somebody_who_is_there,
    nobody_sets_their_own_limit,
)


def _for_a_period(event: ContractMade | ContractExtended) -> bool:
    return event.until is not None


def _last_day(event: ContractMade | ContractExtended) -> date | None:
    return event.until


DUTIES = (
    owed(
        "extend the contract, or say who takes its cases on",
        rule="DEL-10",
        provision=DELEGATION["the end of a contract"],
        to="the people of the practice",
        opened_by={
            ContractMade: Opening(_last_day, when=_for_a_period),
            ContractExtended: Opening(_last_day, when=_for_a_period),
        },
        discharged_by=(ContractExtended, ContractEnded, TerminationDecided),
        recurring=True,
    ),
)
