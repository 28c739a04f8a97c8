"""A practice told line by line, as it stands on a day: from its file in a record, or from what is kept of a pilot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from swp_adapters.pilots import Pilot, Scenario
from swp_adapters.pilots.told import Told
from swp_adapters.testing.recording import judged
from swp_domain.actor import BodyKind, Registration
from swp_domain.entry import AnyEntry
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    PartnershipMade,
    PracticeConstituted,
)
from swp_domain.history import history
from swp_domain.law.dates import ONE_DAY
from swp_domain.practice import Practice
from swp_domain.practice.events import ContractEnded, ContractMade, FunctionsDelegated
from swp_domain.practice.state import PracticeState


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told of a practice.

    ``limited_to`` is for whom a function is held. ``mark`` says how sure it is, where that is not the record itself.
    """

    about: str
    says: str
    since: date | None = None
    until: date | None = None
    under: str = ""
    limited_to: str = ""
    mark: str = ""
    source: str = ""


COLUMNS = ("practice", "about", "says", "since", "until", "under", "limited_to", "mark", "source")


def row(practice: str, line: Line) -> dict[str, object]:
    """A line by the names of its columns."""
    return {"practice": practice, **asdict(line)}


@dataclass(frozen=True)
class Seen:
    """A practice as it stands on a day, with the entries from which it was folded, in the order of the world."""

    file: str
    on: date
    told: Sequence[AnyEntry]

    @classmethod
    def of(cls, file: str, entries: Sequence[AnyEntry], on: date, known_at: date | None = None) -> Seen:
        """A practice from its entries."""
        return cls(file, on, history(entries, as_at=on, known_at=known_at))

    @cached_property
    def folded(self) -> PracticeState:
        """The contract as it was folded, run out or not."""
        return Practice.fold(self.file, self.told).contract

    @cached_property
    def state(self) -> PracticeState:
        """How it stands: a contract that has run out is none."""
        return self.folded.on(self.on)

    @property
    def practice(self) -> str:
        """What it is called, or was while it had a contract."""
        state = self.state
        return state.practice or state.former_practice or self.file

    @property
    def council(self) -> str:
        """Whose functions it has, or had."""
        return self.state.council or self.state.former_council

    def first(self) -> date | None:
        """The first day of the contract, or of the last one."""
        made = [one.occurred_on for one in self.told if isinstance(one.event, ContractMade)]
        return made[-1] if made else None

    def ended(self) -> date | None:
        """The first day without a contract, where it has ended or run out."""
        if self.state.practice or self.first() is None:
            return None
        told = [one.occurred_on for one in self.told if isinstance(one.event, ContractEnded)]
        last = self.folded.until
        return told[-1] if told else (last + ONE_DAY if last else None)

    def accountable(self) -> str:
        """The named person who is accountable, by their id on the staff."""
        named = ""
        for one in self.told:
            match one.event:
                case AccountablePersonAppointed(member=who) if one.counts:
                    named = who
                case AccountablePersonStoodDown(member=who) if who == named:
                    named = ""
        return named

    def form(self) -> str:
        """What it is in law."""
        told = [one.event.form.value for one in self.told if isinstance(one.event, PracticeConstituted)]
        return told[-1] if told else ""

    def partnership(self) -> str:
        """The NHS body that exercises functions of the council in between."""
        made = [one.event.nhs_body for one in self.told if isinstance(one.event, PartnershipMade) and one.counts]
        return made[-1] if made else ""

    def functions(self) -> Iterator[Line]:
        """What it may exercise that day, under what, and for whom."""
        for given in self.state.delegations.values():
            for function in given.functions:
                if given.gives(function, self.on):
                    first, last = given.period.first, given.period.last
                    yield Line("function held", function.value, first, last, given.under.value, str(given.extent))

    def staff(self, kind: BodyKind) -> list[str]:
        """The ids of those who work for a body."""
        return [one.id for one in self.state.staff.values() if one.works_for is kind]


def lines_of(seen: Seen, cases: int | None = None) -> Iterator[Line]:
    """A practice of a record, on a day."""
    state = seen.state
    yield Line("council", seen.council)
    if between := state.commissioner or seen.partnership():
        yield Line("commissioner", between)
    if form := seen.form():
        yield Line("form", form)
    ended = seen.ended()
    yield Line("contract", _contract(seen, ended), seen.first(), ended - ONE_DAY if ended else state.until)
    if ended and state.returned_to:
        yield Line("returned to", state.returned_to, ended)
    for cohort in state.cohorts.values():
        joint = f"; jointly with the council until {cohort.joint_until}" if cohort.joint_until else ""
        taken = "" if cohort.since else "; not taken on yet"
        yield Line("cohort", f"{cohort.id}: {cohort.extent}{taken}{joint}", cohort.since)
    yield from seen.functions()
    for kept in state.reservations.values():
        above = f" above £{kept.above:,} a week" if kept.above is not None else ""
        yield Line("decision reserved", f"{', '.join(kept.decisions)}{above}")
    if named := seen.accountable():
        yield Line("accountable person", named)
    for member in state.staff.values():
        if member.works_for is BodyKind.PRACTICE:
            told = [member.role.value, _registered(member.registration)]
            told += [f"supervised by {member.supervisor}"] if member.supervisor else []
            yield Line("staff", f"{member.id}: {', '.join(one for one in told if one)}")
    if cases is not None:
        yield Line("cases", f"{cases} open, held by its staff")


def _contract(seen: Seen, ended: date | None) -> str:
    if ended is not None:
        return "ended"
    return "in force" if seen.state.practice else "none yet"


def _registered(registration: Registration | None) -> str:
    return f"{registration.regulator.value} {registration.number}" if registration else ""


def together(lines: Iterable[Line]) -> Iterator[Line]:
    """The same for people: functions that are held alike in one line."""
    for _, alike in groupby(lines, key=lambda one: (one.about, *asdict(replace(one, about="", says="")).values())):
        first, *others = alike
        if others and first.about in ("function", "function held"):
            says = ", ".join(one.says for one in (first, *others))
            yield replace(first, about=first.about.replace("function", "functions"), says=says)
        else:
            yield from (first, *others)


# Pilots


def seen_pilot(pilot: Pilot, on: date) -> Seen:
    """A pilot as its scenario has it on a day, folded without a database."""
    scenario, entries = Scenario.of(pilot), list[AnyEntry]()
    for number, sent in enumerate(scenario.established(), start=1):
        entries += judged([sent], {scenario.staff.file: entries}, f"{pilot.name}-{number}")
    return Seen.of(scenario.staff.file, entries, on)


def lines_of_pilot(pilot: Pilot, on: date | None) -> Iterator[Line]:
    """What is known of a pilot, each with its mark; asked about a day, what held on it and had happened by then."""
    values: dict[str, Told | None] = {
        "practice": pilot.practice, "also called": pilot.also_called, "council": pilot.council,
        "commissioner": pilot.commissioner, "form": pilot.form, "serves": pilot.serves, "areas": pilot.areas,
        "does": pilot.does,
    }  # fmt: skip
    for about, value in values.items():
        if value is not None:
            yield Line(about, _words(value), mark=value.mark.value, source=value.where)
    for fact in pilot.facts:
        if fact.holds(on):
            yield Line(fact.about, fact.says, fact.since, fact.until, mark=fact.mark.value, source=fact.where)
    if on is None:
        for function in pilot.functions.value:
            told = pilot.functions
            yield Line("function", function.value, mark=told.mark.value, source=told.where)
    else:
        yield from _held(pilot, on)
    for happened, event in pilot.events():
        if on is None or happened.on <= on:
            about = type(event).name.partition("/")[2].replace("-", " ")
            says = _told(happened.tells or event.model_dump(mode="json", exclude_defaults=True))
            yield Line(about, says, happened.on, mark=happened.mark.value, source=happened.where)
    yield Line("became of it", pilot.became.value, mark=pilot.became.mark.value, source=pilot.became.where)
    people = pilot.staffing.front_door + pilot.staffing.case_management + pilot.staffing.safeguarding
    people += pilot.staffing.other
    scenario = f"{pilot.cases.number} cases, told until {pilot.cases.until}, and {people} staff"
    yield Line("scenario", scenario, mark=pilot.cases.mark.value, source=pilot.cases.where)


def _held(pilot: Pilot, on: date) -> Iterator[Line]:
    """The functions held on a day, with the mark of what delegated them."""
    given = {event.delegation: one for one, event in pilot.events() if isinstance(event, FunctionsDelegated)}
    state = seen_pilot(pilot, on).state
    for held in state.delegations.values():
        told = given[held.id]
        for function in held.functions:
            if held.gives(function, on):
                yield Line(
                    "function held", function.value, held.period.first, held.period.last,
                    held.under.value, str(held.extent), told.mark.value, told.where,
                )  # fmt: skip


def _words(value: object) -> str:
    said = getattr(value, "value", value)
    if isinstance(said, tuple):
        return "; ".join(map(str, said)) or "everybody"
    return str(said)


def _told(tells: dict[str, object]) -> str:
    """What an event of the data tells, in words."""
    return "; ".join(f"{name.replace('_', ' ')}: {_plainly(value)}" for name, value in tells.items())


def _plainly(value: object) -> str:
    if isinstance(value, dict):
        return str(value.get("outcome", "; ".join(map(str, value.values()))))
    if isinstance(value, list):
        if len(value) > 2 and all(type(one) is int for one in value) and value[-1] - value[0] == len(value) - 1:
            return f"{value[0]} to {value[-1]}"
        return ", ".join(map(str, value)) or "all"
    return str(value)
