"""Whose an act is: the ends of the chain of authority, as they are at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.entry import Authority
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.care_act_2014.s79_delegation import is_authorised
from swp_domain.law.function import Function
from swp_domain.law.functions_of_councils import conferred_by
from swp_domain.law.rule import FROM_MEMORY, Provision, Regime
from swp_domain.practice.arrangements import Delegation
from swp_domain.practice.consent import agreed, can_be_reserved, emergency_since, reserved
from swp_domain.practice.functions import before_it_was_one, carries
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Proposal

if TYPE_CHECKING:
    from datetime import date

    from swp_domain.practice.partners import Partner
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
    given = standing.delegation(
        asked.by.body, function, regime_of(file, asked.on), belonging.client_groups, belonging.area
    )
    granted = given is not None and (not before_it_was_one(function, asked.on) or not given.under.contracts_out)
    return given if granted else None


def reaches(file: File, given: Delegation) -> bool | None:
    """Whether an authorisation is for the person of a file; ``None`` where their cohort was not told.

    What the council took back, none of its authorisations reaches.
    """
    belonging = file.belonging
    if belonging.taken_back_on is not None:
        return False
    return given.extent.holds(belonging.client_groups, belonging.area)


def authority_of(file: File, asked: Proposal[Event], standing: Standing) -> Authority:
    """Whose act it is: who acts, who answers, under what, and whether it is theirs to take.

    Where it decides about money, the amount and the limit of whoever acts are kept as they are at that moment.
    """
    by, entitled = asked.by, asked.event.taken_by
    ours = standing.is_ours(by)
    given = delegation_for(file, asked, standing)
    acting = by.body or by.kind.value
    amount = asked.event.weekly_cost if ours else None
    partner = None if ours else standing.partner(type(asked.event), by)
    function = entitled.function if entitled and (ours or partner) else None
    statute = conferred_by(function, regime_of(file, asked.on), asked.on) if function else None
    held_back = reserved(asked, standing) if can_be_reserved(asked) else None
    return Authority(
        acting=acting,
        acting_kind=by.kind,
        answerable=_answerable(asked, standing, partner),
        function=function.value if function else "",
        statute=_as_sure(statute) if statute else "",
        commissioner=standing.commissioner(by.body) if given and given.under is Instrument.NHS_ACT_S75 else "",
        under=Instrument.NHS_ACT_S75.value if partner else given.under.value if given else "",
        delegation=partner.partnership if partner else given.id if given else "",
        extent=str(given.extent) if given and given.extent.limited else "",
        theirs=theirs(file, asked, standing),
        reserved=held_back,
        agreed=agreed(file, asked) if held_back else None,
        limit=None if amount is None else standing.approval_limit(by),
        amount=amount,
    )


def _answerable(asked: Proposal[Event], standing: Standing, partner: Partner | None) -> str:
    """The council that answers for a body of ours, or for an NHS body that exercises its functions; or whoever acts."""
    if partner is not None:
        return partner.council or "the council"
    if standing.is_ours(asked.by):
        return standing.answers_for(asked.by) or standing.answered_for(asked.by) or "the council"
    return asked.by.body or asked.by.kind.value


def _as_sure(statute: Provision) -> str:
    """A provision as the chain prints it, which says where it was not checked."""
    return f"{statute} ({FROM_MEMORY})" if statute.confidence == FROM_MEMORY else str(statute)


def theirs(file: File, asked: Proposal[Event], standing: Standing) -> bool | None:
    """Whether a decision is theirs to take that day; ``None`` for facts, other bodies' decisions, and no law.

    And where the law of it is not encoded, or a person has to judge whether the power reaches it.
    """
    may = standing.may_take(type(asked.event), asked.by)
    if (partner := standing.partner(type(asked.event), asked.by)) is not None and asked.event.taken_by:
        function = asked.event.taken_by.function
        return None if function is None else partner.exercises(asked.by, function, asked.on)
    if exercised(asked) is not None:
        may = within(file, asked, standing)
    if may is False or asked.by.kind is not BodyKind.PRACTICE:
        return may
    if not reserved(asked, standing) or emergency_since(file, asked) is not None:
        return may
    consent = agreed(file, asked)
    return may if consent else consent


def within(file: File, asked: Proposal[Event], standing: Standing) -> bool | None:
    """Whether what a practice decides lies within an authorisation of that day, for this person."""
    function, given = exercised(asked), delegation_for(file, asked, standing)
    if function is None or before_it_was_one(function, asked.on):
        return None
    if given is None or reaches(file, given) is False:
        return False
    if given.under.serves(regime_of(file, asked.on)):
        too_young = given.under.contracts_out and file.grown_on(asked.on) is False
        return False if too_young else carries(given.under, function, asked.on)
    return None if given.under is Instrument.CARE_ACT_S79 and carries(given.under, function, asked.on) else False
