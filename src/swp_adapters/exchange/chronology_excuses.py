"""What may excuse a council that stopped or did not begin: a death, a stay in hospital, a replacement, a move away.

Each is read from the account in the way that favours the council: a vague date counts on any day that it can mean.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk
from swp_adapters.exchange.chronology_facts import amounts_fall
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE, ROLES, SERVED
from swp_domain.actor import BodyKind
from swp_domain.law.dates import ONE_DAY

_MONTH: Final = timedelta(days=31)
_ADULT: Final = (None, "adult", "cared-for")
_BEGINNINGS: Final = frozenset({"service-started", "direct-payment-started"})
_LOOKS: Final = frozenset({"assessment-completed", "review-completed", "plan-agreed", "decision-notified"})
_FOUND_ELIGIBLE: Final = frozenset({"eligible", "yes", "granted", "met"})
_PLANNED: Final = ("plan-element", "eligible-need")
_ANOTHER_COUNCIL: Final = ("council", "authority", "borough")
_MOVES: Final = frozenset({"moved-accommodation", "case-transferred"})
AFTER_THE_CASE: Final = frozenset(
    {"complaint-received", "complaint-responded", "remedy-agreed", "remedy-completed", "judgment-given"}
)
"""Acts that look back on a case, and show nothing of what went on in it."""


def died_by(desk: Desk, source: Happening) -> bool:
    """Whether the adult can have died by the day of an act."""
    return any(
        one.act == "person-died" and one.subject in _ADULT and one.occurred.earliest <= source.occurred.latest
        for one in desk.told
    )


def in_hospital(desk: Desk, source: Happening) -> bool:
    """Whether the adult can have been in hospital on the day of an act."""
    day = source.occurred
    stays = [one.occurred for one in desk.told if one.act == "hospital-admission" and one.subject in _ADULT]
    leaves = [one.occurred for one in desk.told if one.act == "hospital-discharge" and one.subject in _ADULT]
    for admitted in (one for one in stays if one.earliest <= day.latest):
        if not any(admitted.latest <= one.earliest and one.latest < day.earliest for one in leaves):
            return True
    return False


def out_of_hospital(desk: Desk, day: date) -> date:
    """The first day, from one on, that lies in no stay in hospital of which the account tells both ends."""
    stays = [one for one in desk.told if one.act == "hospital-admission" and one.subject in _ADULT]
    for stay in (one for one in stays if one.occurred.earliest <= day):
        left = [one.occurred.latest for one in desk.later_than(stay) if one.act == "hospital-discharge"]
        if left and day < min(left):
            return out_of_hospital(desk, min(left))
    return day


def replaced(desk: Desk, source: Happening) -> bool:
    """Whether other support began when support ended, and what is planned did not become less."""
    first, last = source.occurred.earliest - ONE_DAY, source.occurred.latest + ONE_DAY
    begun = [one for one in desk.told if one.act in _BEGINNINGS and _is_arranged(one)]
    at_once = [one for one in begun if first <= one.occurred.latest and one.occurred.earliest <= last]
    had = [one for one in desk.told if one.act in SERVED and one not in at_once and council_acts(one.by)]
    before = any(one.occurred.earliest < source.occurred.earliest for one in had)
    planned = any(desk.chronology.facts(name) for name in _PLANNED)
    # Of two that can have begun about then, one is what ended.
    before = before or len(at_once) > 1
    return bool(at_once) and (before or planned) and not amounts_fall(desk, source.occurred.earliest)


def nhs_took_over(desk: Desk, source: Happening) -> bool:
    """Whether the NHS can have found by then that the care is its own to give."""
    return any(
        one.act == "chc-decision"
        and (one.result or one.decision or "").lower() in _FOUND_ELIGIBLE
        and one.occurred.earliest <= source.occurred.latest
        for one in desk.told
    )


def ran_out(desk: Desk, source: Happening) -> bool:
    """Whether what was planned ends, by the facts, when a service does: it may never have been planned for longer."""
    first, last = source.occurred.earliest - ONE_DAY, source.occurred.latest + ONE_DAY
    ends = [one.ends for one in desk.chronology.facts("plan-element")]
    near = [one for one in ends if one is not None and first <= one.latest and one.earliest <= last]
    return bool(near) and None not in ends and not amounts_fall(desk, source.occurred.earliest)


def looked_about_then(desk: Desk, source: Happening) -> bool:
    """Whether the council can have looked at the person, or told its decision, on the day of an act or just before it.

    Of two things on one vague date, nobody can tell which came first.
    """
    return any(
        one is not source
        and one.act in _LOOKS
        and council_acts(one.by)
        and one.statutory
        and one.occurred.earliest <= source.occurred.latest
        and source.occurred.earliest <= one.occurred.latest
        for one in desk.told
    )


def to_another_council(source: Happening) -> bool:
    """Whether an account names another council as where somebody went: by its role, or in words."""
    told = [one.lower() for one in (source.to, source.type) if one]
    roles = [kind_of(one) is BodyKind.OTHER_COUNCIL for one in told if one in ROLES]
    words = any(word in one for one in told if one not in ROLES for word in _ANOTHER_COUNCIL)
    handed = source.by == "first-council" and source.act == "case-transferred" and source.to != "first-council"
    return any(roles) or words or handed


def moved_between_councils(desk: Desk, source: Happening) -> bool:
    """Whether somebody moved from one council to another: the account says so, or tells of both."""
    if to_another_council(source):
        return True
    first = any(one.by == "first-council" and one.occurred.earliest <= source.occurred.latest for one in desk.told)
    later = (one.by for one in desk.later_than(source))
    return source.act in _MOVES and first and any(by in ("council", "second-council") for by in later)


def moved_away(desk: Desk, source: Happening) -> bool:
    """Whether the adult can have moved to another council within a month of an act."""
    first, last = source.occurred.earliest - _MONTH, source.occurred.latest + _MONTH
    moves = [one for one in desk.told if one.act in _MOVES and one.subject in _ADULT]
    near = [one for one in moves if first <= one.occurred.latest and one.occurred.earliest <= last]
    return any(moved_between_councils(desk, one) for one in near)


def left_for_good(desk: Desk) -> date | None:
    """The first day on which the adult can have been another council's, where this one then did nothing more."""
    moves = [one for one in desk.told if one.act in _MOVES and one.subject in _ADULT and to_another_council(one)]
    for move in moves:
        later = [one for one in desk.told if one.occurred.earliest > move.occurred.latest]
        if not any(council_acts(one.by) and one.act not in AFTER_THE_CASE for one in later):
            return move.occurred.earliest
    return None


def _is_arranged(source: Happening) -> bool:
    return source.commissioned and source.by not in PERSONS_SIDE
