"""Everything that exists: every event by its stored name, every rule, every duty, and their digest."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from typing import Final

from swp_domain.case_file import FILES
from swp_domain.event import EntryRetracted, Event
from swp_domain.file import File
from swp_domain.law import register
from swp_domain.law.calendar import BANK_HOLIDAYS
from swp_domain.law.care_act_2014.s79_delegation import NEVER_DELEGATED
from swp_domain.law.contracting_out_orders.art3_authorisation import SCHEDULED_2011, SCHEDULED_2014
from swp_domain.law.limit import TimeLimit
from swp_domain.owed import Owed
from swp_domain.practice.every_decision import EVERY_DECISION
from swp_domain.refusal import Invalid
from swp_domain.stage import Judge

_LONGEST: Final = 80
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}")


@cache
def events() -> dict[str, type[Event]]:
    """Every class of event, by the name under which it is stored."""
    found = [event for kind in FILES for stage in kind.stages for event in stage.event_types] + [EntryRetracted]
    by_name = {event.name: event for event in found}
    if len(by_name) != len(found):
        raise TypeError("two events share a stored name")
    return by_name


def event_named(name: str) -> type[Event]:
    """The class of event stored under a name.

    Raises:
        Invalid: there is none.
    """
    found = events().get(name)
    if found is None:
        raise Invalid(
            "event.name",
            f"{name!r} is not an event that this version knows",
            "Look at the list of events, or at a newer version",
        )
    return found


def file_kind(stream: str) -> type[File]:
    """The kind of file a stream holds, from the first word of its id (``case/…``).

    Raises:
        Invalid: it is no kind of file.
    """
    kind, slash, rest = stream.partition("/")
    found = next((one for one in FILES if one.kind == kind), None)
    if found is None or not slash or not _FILE_NAME.fullmatch(rest):
        kinds = ", ".join(f"{one.kind}/…" for one in FILES)
        raise Invalid(
            "file",
            f"{stream[:_LONGEST]!a} is not the id of a file",
            f"Use one of {kinds}, then at most {_LONGEST} letters, digits and . _ : / -",
        )
    return found


def judges() -> tuple[Judge, ...]:
    """Every rule that is asked: of every decision, then stage by stage."""
    return EVERY_DECISION + tuple(judge for kind in FILES for judge in kind.judges())


def owed() -> tuple[Owed, ...]:
    """Every duty that a stage declares."""
    return tuple(duty for kind in FILES for duty in kind.owed())


@cache
def digest() -> str:
    """The SHA-256 of the rule register: kept in every entry, it says which register judged it."""
    lines = [repr(card) for card in register.cards()]
    lines += [repr(sorted(NEVER_DELEGATED)), repr(BANK_HOLIDAYS)]
    lines += [repr(sorted(SCHEDULED_2011)), repr(sorted(SCHEDULED_2014))]
    lines += [
        f"{one.rule}|{one.effect}|{one.regime}|{one.theme}|{sorted(event.name for event in one.events)}|{one.says}"
        for one in judges()
    ]
    lines += [_duty(one) for one in owed()]
    return sha256("\n".join(lines).encode()).hexdigest()


def _duty(duty: Owed) -> str:
    opens = sorted(
        f"{event.name} {how.limit if isinstance(how.limit, TimeLimit) else 'as stated'} {how.stated is not None} "
        f"{how.at_most is not None}"
        for event, how in duty.opened_by.items()
    )
    moved = (duty.discharged_by, duty.ended_by, duty.paused_by, duty.resumed_by, duty.extended_by, duty.settled_by)
    ends = (duty.closed_by, duty.expires_by)
    moves = [sorted(event.name for event in table) for table in (*moved, *ends)]
    longer = sorted(event.name for event, how in duty.extended_by.items() if how.lengthens)
    said = (duty.rule, duty.name, duty.provision, duty.by, duty.owed_to, duty.subject, duty.period, duty.regime)
    return "|".join(map(str, (*said, duty.theme, duty.recurring, duty.survives_death, opens, moves, longer)))
