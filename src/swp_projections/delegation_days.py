"""What a practice's authorisations name, on each day on which that may change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.law.function import Function
from swp_domain.practice.arrangements import Delegation, Extent
from swp_domain.practice.events import (
    ContractEnded,
    ContractMade,
    DelegationEnded,
    FunctionsDelegated,
    FunctionsWithdrawn,
    ScopeChanged,
)
from swp_domain.practice.reach import days_of_law, for_whom, without_effect
from swp_domain.practice.state import PracticeState, evolve, gives
from swp_domain.practice.vocabulary import Instrument


class Stands(StrEnum):
    """What an interval of the ledger is."""

    HELD = "held"
    GAP = "gap"
    WITHOUT_EFFECT = "without effect"


@dataclass(frozen=True, slots=True)
class Named:
    """A function as an authorisation names it, for whom, and who the parties are; or a gap, under no authorisation.

    ``people`` says whom of them it reaches, on days on which two regimes are in force.
    """

    stands: Stands
    function: Function
    extent: Extent
    cohort: str
    practice: str
    council: str
    commissioner: str
    people: str = ""
    under: Instrument | None = None
    delegation: str = ""
    entry: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Void:
    """An authorisation that nobody had to give, and the entry that tells of it."""

    given: Delegation
    entry: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which something may change: the practice on that day and on the one before, and what happened.

    ``void`` are the authorisations of somebody who had none to give, and ``entries`` where each of the others was told.
    """

    day: date
    state: PracticeState
    before: PracticeState
    happened: tuple[AnyEntry, ...]
    void: dict[str, Void]
    entries: dict[str, str]


def turns(told: Sequence[AnyEntry]) -> list[Turn]:
    """The days of a history on which anything may begin or end: what is told, what runs out, and the law."""
    found: list[Turn] = []
    state, void, entries = PracticeState(), dict[str, Void](), dict[str, str]()
    for day in sorted(_days(told)):
        before, happened = state.on(day - ONE_DAY), tuple(one for one in told if one.occurred_on == day)
        for entry in happened:
            void = _void(void, entry, state.council)
            state = evolve(state, entry)
            given = entry.event
            if isinstance(given, FunctionsDelegated) and given.delegation not in void:
                entries = {**entries, given.delegation: entry.entry_id}
        found.append(Turn(day, state.on(day), before, happened, void, entries))
    return found


def _days(told: Sequence[AnyEntry]) -> set[date]:
    if not told:
        return set()
    days, state = set(days_of_law()), PracticeState()
    for entry in told:
        state = evolve(state, entry)
        ends = [state.until, getattr(entry.event, "until", None)]
        ends += [given.period.last for given in state.delegations.values()]
        days |= {entry.occurred_on, *(one + ONE_DAY for one in ends if one is not None and one < date.max)}
    return {one for one in days if one >= told[0].occurred_on}


def _void(void: dict[str, Void], entry: AnyEntry, council: str) -> dict[str, Void]:
    """The authorisations that somebody gave who had none to give, after one more entry: the state leaves them out."""
    match entry.event:
        case FunctionsDelegated(delegation=which) as given:
            others = {one: kept for one, kept in void.items() if one != which}
            on, until = entry.occurred_on, given.until
            if gives(entry.by, given.under, council) or (until is not None and until < on):
                return others
            extent = Extent(given.client_groups, given.areas)
            told = Delegation(which, given.functions, given.under, Period(on, until), extent)
            return {**others, which: Void(told, entry.entry_id)}
        case DelegationEnded(delegation=which):
            return {one: kept for one, kept in void.items() if one != which}
        case ContractEnded():
            return {}
    return void


def named(turn: Turn) -> Iterator[Named]:
    """What the authorisations of a day name: held, or without effect."""
    day, state = turn.day, turn.state
    for given in state.delegations.values():
        out = {one for one, since in given.withdrawn if day >= since}
        entry = turn.entries.get(given.id, "")
        for function in dict.fromkeys(given.functions):
            if day in given.period and function not in out:
                unheld = "" if state.practice else "no contract of that day names the practice"
                yield _named(turn, given, function, entry, without_effect(given.under, function, day) or unheld)
    for void in turn.void.values():
        for function in dict.fromkeys(void.given.functions):
            if day in void.given.period:
                why = "it was not given by the council whose function it is"
                yield _named(turn, void.given, function, void.entry, why)


def _named(turn: Turn, given: Delegation, function: Function, entry: str, why: str) -> Named:
    state = turn.state
    return Named(
        stands=Stands.WITHOUT_EFFECT if why else Stands.HELD,
        function=function,
        extent=given.extent,
        cohort=str(given.extent),
        practice=state.practice,
        council=state.council,
        commissioner=state.commissioner,
        people="" if why else for_whom(given.under, turn.day),
        under=given.under,
        delegation=given.id,
        entry=entry,
        why=why,
    )


def why_it_ended(one: Named, turn: Turn) -> str:
    """Why an authorisation gives a function no more, on the first day on which it does not: all that applies."""
    return "; ".join(dict.fromkeys(_reasons(one, turn))) or "the law of the day changed"


def _reasons(one: Named, turn: Turn) -> Iterator[str]:
    last = turn.day - ONE_DAY
    for entry in turn.happened:
        yield from _told(one, entry)
    if turn.before.until == last and turn.before.practice:
        yield "the contract runs out"
    void = turn.void.get(one.delegation)
    given = void.given if void and void.entry == one.entry else turn.before.delegations.get(one.delegation)
    if given is None:
        return
    if given.period.last == last:
        yield "its period runs out"
    if given.under.in_force(last) and not given.under.in_force(turn.day):
        yield f"{given.under.value} ceased to be in force"
    elif one.stands is Stands.HELD and (now := without_effect(given.under, one.function, turn.day)):
        yield now
    elif one.stands is Stands.HELD and (people := for_whom(given.under, turn.day)) != one.people:
        yield f"from then on it is for {people}" if people else "nobody is under the law before the Care Act any more"


def _told(one: Named, entry: AnyEntry) -> Iterator[str]:
    match entry.event:
        case ContractEnded(returned_to=body):
            yield f"the contract ended{f', and its cases went to {body}' if body else ''}"
        case ContractMade():
            yield "another contract was made"
        case DelegationEnded(delegation=which) if which == one.delegation:
            yield "the authorisation was ended"
        case FunctionsWithdrawn(delegation=which, functions=out) if which == one.delegation and one.function in out:
            yield "the council withdrew the function"
        case ScopeChanged(delegation=which) if which == one.delegation:
            yield "it was given for other people"
        case FunctionsDelegated(delegation=which) if which == one.delegation:
            yield "it was given anew under the same name"
