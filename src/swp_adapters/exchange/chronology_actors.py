"""Who acts in a chronology: the council that answers, whoever it delegated its functions to, and everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology_vocabulary import ROLES
from swp_domain.actor import Actor, BodyKind
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s79_delegation import DELEGABLE
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN
from swp_domain.practice.events import ContractMade, FunctionsDelegated, StaffJoined
from swp_domain.practice.vocabulary import Instrument

COUNCIL: Final = Actor(id="council", kind=BodyKind.COUNCIL, body="the council")
DELEGATE: Final = Actor(id="delegate", kind=BodyKind.PRACTICE, body="the delegate")
# Long before any case: a chronology says nothing of the contract, and no rule asks how old it is.
_ALWAYS: Final = date(1948, 7, 5)
_FIRST_ORDER: Final = date(2011, 8, 1)


def contract(as_at: date) -> Iterator[tuple[Event, date]]:
    """What the practice stream holds by a day: the contract that names the council, its people, its powers."""
    begun = min(_ALWAYS, as_at)
    yield ContractMade(council=COUNCIL.body, practice=DELEGATE.body), begun
    for one in (COUNCIL, DELEGATE):
        yield StaffJoined(member=one.id, works_for=one.kind, role=one.role), begun
    powers = ((_FIRST_ORDER, Instrument.CONTRACTING_OUT_2011), (CARE_ACT_BEGAN, Instrument.CARE_ACT_S79))
    for first, under in powers:
        if first <= as_at:
            yield FunctionsDelegated(delegation=under.name.lower(), functions=DELEGABLE, under=under), first


def kind_of(role: str) -> BodyKind:
    """Who a role is to the record."""
    return ROLES.get(role, BodyKind.OTHER)


def council_acts(role: str) -> bool:
    """Whether it is the council, or a body to which the council delegated its functions."""
    return kind_of(role).ours


def acting(event: Event, role: str) -> Actor:
    """Who is recorded as acting: whoever did it, and the council for a decision that was the council's to take."""
    kind = kind_of(role)
    if kind is BodyKind.PRACTICE:
        return DELEGATE
    if kind is BodyKind.COUNCIL or (event.taken_by is not None and kind not in event.taken_by.kinds):
        return COUNCIL
    return Actor(id=role, kind=kind)
