"""What is owed: how stages declare duties, with what opens, moves, does and ends each.

The engine writes marks from that when an entry is judged; :mod:`swp_domain.duty` folds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.event import Event
from swp_domain.law.dates import Period
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Provision, Regime, period

Condition = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """How one event opens a duty: by when (a limit of the law, or a day the event states), and if.

    ``when`` looks at the event alone. ``stated`` is a day the event may state, which then takes the place of
    the limit. ``at_most`` is the limit, by the day of the event, beyond which a day that it states brings no more time.
    ``under`` is what a day is read from that the event states, where that is not what makes the duty: a
    reading of ours is not the law's.
    """

    limit: TimeLimit | Callable[[Any], date | None] | None = None
    when: Condition | None = None
    stated: Callable[[Any], date | None] | None = None
    at_most: Callable[[date], TimeLimit] | None = None
    under: Provision | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """How an event replaces the last day that another event's opening brought.

    ``lengthens`` says that it can only give more time, and only while some is left.
    """

    of: type[Event]
    until: Callable[[Any], date | None]
    lengthens: bool = False


@dataclass(frozen=True, slots=True)
class Expiry:
    """How an event names the last day of what a duty is about: after that day it is owed no longer, undone.

    ``until`` is that day, ``date.max`` where it names none any more, ``None`` where it says nothing of it. ``for_good``
    says that what is over begins no more.
    """

    until: Callable[[Any], date | None]
    for_good: bool = False


Openings = dict[type[Event], Opening]
"""The events that open a duty, each with its limit."""

Ends = dict[type[Event], Condition | None]
"""Events, each with the condition under which it counts."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty: what must be done, by whom, to whom, under what, and what opens and discharges it."""

    name: str
    rule: str
    provision: Provision
    by: str
    owed_to: str
    subject: str
    opened_by: Openings
    discharged_by: Ends
    ended_by: Ends
    paused_by: Ends
    resumed_by: Ends
    extended_by: dict[type[Event], Extension]
    regime: Regime
    period: Period
    theme: str | None
    recurring: bool
    survives_death: bool
    settled_by: frozenset[type[Event]] = frozenset()
    closed_by: Ends = field(default_factory=dict)
    expires_by: dict[type[Event], Expiry] = field(default_factory=dict)

    @property
    def undone_by(self) -> Ends:
        """The events that end it undone, until it is opened again or for good."""
        return {**self.ended_by, **self.closed_by}

    def concerns(self, event: type[Event]) -> bool:
        """Whether this class of event may do anything to it; a death may end whatever does not survive it."""
        tables = (
            self.opened_by, self.discharged_by, self.ended_by, self.closed_by, self.paused_by, self.resumed_by,
            self.extended_by, self.expires_by,
        )  # fmt: skip
        return any(event in table for table in tables)


def owed(
    name: str,
    *,
    rule: str,
    provision: Provision,
    by: str = "council",
    to: str = "the adult",
    subject: str = "",
    opened_by: Openings,
    discharged_by: Iterable[type[Event]] | Ends,
    ended_by: Ends | None = None,
    closed_by: Ends | None = None,
    expires_by: dict[type[Event], Expiry] | None = None,
    settled_by: Iterable[type[Event]] = (),
    paused_by: Iterable[type[Event]] = (),
    resumed_by: Iterable[type[Event]] = (),
    extended_by: dict[type[Event], Extension] | None = None,
    regime: Regime = Regime.CALENDAR,
    commenced: str | None = None,
    ceased: str | None = None,
    theme: str | None = None,
    recurring: bool = False,
    survives_death: bool = False,
) -> Owed:
    """Declare a duty.

    Args:
        name: what must be done, in words.
        rule: the id of the rule (``CA-12-01``).
        provision: what makes it a duty; a limit carries its own.
        by: who owes it. ``to``: to whom.
        subject: the field, of every opening event, that tells one such duty from another. An event
            that discharges and lacks the field ends every subject.
        opened_by: the events that open it, each with its limit.
        discharged_by: the events that do it, each with the condition under which it does.
        ended_by: the events that end it undone, until it is opened again: a refusal (s 11(3)-(4)), or
            something that shows that it was not owed. The adult's death ends every duty for good that
            does not survive it.
        closed_by: the events after which it is owed no more, whatever happens: what it was about is over for good.
        expires_by: the events that name the day after which it ends by itself.
        settled_by: those of ``discharged_by`` after which nothing is owed until it is opened again on a later day,
            although it recurs or was done before: a case that was given to a worker waits no more.
        regime: owed to people under this regime on the day of the opening.
        commenced, ceased: first and last day (ISO) on which an opening makes the duty; by default those
            of the regime.
        recurring: whether an opening on or after the last discharge begins a new period. Without it,
            what was done before the opening counts.
        survives_death: whether it is still owed when the adult has died.

    Raises:
        TypeError: an opening event has no field of the subject's name.
    """
    for event in opened_by:
        if subject and subject not in event.model_fields:
            raise TypeError(f"{name}: {event.__name__} opens it but has no field {subject!r}")
    ends = discharged_by if isinstance(discharged_by, dict) else dict.fromkeys(discharged_by)
    return Owed(
        name, rule, provision, by, to, subject, opened_by, ends, ended_by or {},
        dict.fromkeys(paused_by), dict.fromkeys(resumed_by), extended_by or {}, regime,
        period(commenced, ceased) or regime.span, theme, recurring, survives_death, frozenset(settled_by),
        closed_by or {}, expires_by or {},
    )  # fmt: skip
