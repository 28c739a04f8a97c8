"""Whose an act is: the ends of the chain of authority, as they are at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.entry import Authority
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.function import Function
from swp_domain.law.functions_of_councils import conferred_by
from swp_domain.law.rule import Regime
from swp_domain.practice.arrangements import Delegation
from swp_domain.proposal import Proposal

if TYPE_CHECKING:
    from datetime import date

    from swp_domain.practice.standing import Standing


def regime_of(file: File, on: date) -> Regime:
    """The regime of whom a decision is about; where nobody in particular is meant, that of the day."""
    regime = file.regime_on(on)
    if regime is Regime.CALENDAR:
        return Regime.CARE_ACT if is_authorised.in_force(on) else Regime.COMMUNITY_CARE
    return regime


def exercised(asked: Proposal[Event]) -> Function | None:
    """The council function that a practice's decision exercises, if it is one."""
    entitled = asked.event.taken_by
    return entitled.function if entitled and asked.by.kind is BodyKind.PRACTICE else None


def delegation_for(file: File, asked: Proposal[Event], standing: Standing) -> Delegation | None:
    """The authorisation on which a practice's decision about this person stands, if there is one."""
    function = exercised(asked)
    if function is None:
        return None
    belonging = file.belonging
    return standing.delegation(
        asked.by.body, function, regime_of(file, asked.on), belonging.client_groups, belonging.area
    )


def reaches(file: File, given: Delegation) -> bool | None:
    """Whether an authorisation is for the person of a file; ``None`` where their cohort was not told.

    What the council took back, none of its authorisations reaches.
    """
    belonging = file.belonging
    if belonging.taken_back_on is not None:
        return False
    return given.extent.holds(belonging.client_groups, belonging.area)


def before_it_was_one(function: Function, on: date) -> bool:
    """Before section 42 there was no safeguarding function that an order could grant or withhold."""
    return function is Function.SAFEGUARDING_ENQUIRY and not enquiry_duty.in_force(on)


def kept(function: Function, on: date) -> bool:
    """Whether only the council has a function (s 79(2))."""
    return may_be_delegated.in_force(on) and may_be_delegated(ExercisedFunction(function=function), on=on).not_met


def can_be_reserved(asked: Proposal[Event]) -> bool:
    """Whether it is a decision of a practice: of no other does the council keep any."""
    return asked.by.kind is BodyKind.PRACTICE and asked.event.taken_by is not None


def reserved(asked: Proposal[Event], standing: Standing) -> bool | None:
    """Whether the contract reserves a practice's decision; ``None`` where that turns on an amount not told."""
    answers = [one.reserves(asked.event.name, asked.event.weekly_cost) for one in standing.reservations(asked.by.body)]
    return True if True in answers else None if None in answers else False


def agreed(file: File, asked: Proposal[Event]) -> bool | None:
    """Whether the council agreed to this decision, which it reserved: one agreement is for one decision."""
    answer = file.belonging.answers.get(asked.event.name)
    if answer is None:
        return False
    since = next((place for place, one in enumerate(file.entries) if one.entry_id == answer.entry_id), 0)
    spent = any(
        one.event_name == asked.event.name and one.by.kind is BodyKind.PRACTICE and one.counts
        for one in file.entries[since + 1 :]
    )
    return False if spent else answer.covers(asked.event.weekly_cost)


def authority_of(file: File, asked: Proposal[Event], standing: Standing) -> Authority:
    """Whose act it is: who acts, who answers, under what, and whether it is theirs to take.

    Where it decides about money, the amount and the limit of whoever acts are kept as they are at that moment.
    """
    by, entitled = asked.by, asked.event.taken_by
    ours = standing.is_ours(by)
    given = delegation_for(file, asked, standing)
    acting = by.body or by.kind.value
    amount = asked.event.weekly_cost if ours else None
    function = entitled.function if entitled and ours else None
    statute = conferred_by(function, regime_of(file, asked.on), asked.on) if function else None
    held_back = reserved(asked, standing) if can_be_reserved(asked) else None
    return Authority(
        acting=acting,
        acting_kind=by.kind,
        answerable=(standing.answers_for(by) or "the council") if ours else acting,
        function=function.value if function else "",
        statute=str(statute) if statute else "",
        commissioner=standing.commissioner(by.body) if given else "",
        under=given.under.value if given else "",
        delegation=given.id if given else "",
        extent=str(given.extent) if given and given.extent.limited else "",
        theirs=theirs(file, asked, standing),
        reserved=held_back,
        agreed=agreed(file, asked) if held_back else None,
        limit=None if amount is None else standing.approval_limit(by),
        amount=amount,
    )


def theirs(file: File, asked: Proposal[Event], standing: Standing) -> bool | None:
    """Whether a decision is theirs to take that day; ``None`` for facts, other bodies' decisions, and no law."""
    may = standing.may_take(type(asked.event), asked.by)
    if not may or asked.by.kind is not BodyKind.PRACTICE:
        return may
    given = delegation_for(file, asked, standing)
    if given is not None and reaches(file, given) is False:
        return False
    if not reserved(asked, standing) or asked.event.name in file.belonging.emergencies:
        return True
    return agreed(file, asked)
