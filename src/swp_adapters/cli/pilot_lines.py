"""A pilot told line by line, each with its mark: what is known of it, and what it held and had done by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from swp_adapters.cli.practice_seen import Line, Seen
from swp_adapters.pilots import Pilot, Scenario
from swp_adapters.pilots.told import Mark, Told
from swp_adapters.testing.recording import judged
from swp_domain.entry import AnyEntry
from swp_domain.law.nhs_act_2006.annexed_functions import APPENDIX_6, covered_by
from swp_domain.practice.events import FunctionsDelegated

APPENDIX = "the council's report of July 2012, Appendix 6"


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
    yield from _annexed(pilot, on)
    for happened, event in pilot.events():
        if on is None or happened.on <= on:
            about = type(event).name.partition("/")[2].replace("-", " ")
            says = _told(happened.tells or event.model_dump(mode="json", exclude_defaults=True))
            yield Line(about, says, happened.on, mark=happened.mark.value, source=happened.where)
    became = pilot.became
    if became.known(on):
        yield Line("became of it", became.value, became.since, mark=became.mark.value, source=became.where)
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


def _annexed(pilot: Pilot, on: date | None) -> Iterator[Line]:
    """The items of a list by which functions were delegated, and how far the order of the day held each."""
    for one, event in pilot.events():
        if not isinstance(event, FunctionsDelegated) or not event.listed or (on is not None and on < one.on):
            continue
        for item in APPENDIX_6:
            if item.number in event.listed:
                found = covered_by(item, on or one.on)
                part = f" ({found.part})" if found.part else ""
                held = f"in {found.order}: {found.covered.value}{part}" if found.order else "in no order that day"
                wrong = "; ".join((APPENDIX, *item.anomalies))
                says = f"{item.number}. {item.says}: {item.printed}"
                yield Line("function annexed", says, one.on, under=held, mark=Mark.STATED.value, source=wrong)


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
        return str(value.get("outcome", " ".join(map(str, value.values()))))
    if isinstance(value, list):
        if len(value) > 2 and all(type(one) is int for one in value) and value[-1] - value[0] == len(value) - 1:
            return f"{value[0]} to {value[-1]}"
        return ", ".join(map(_plainly, value)) or "all"
    return str(value)


LISTED = (
    "pilot", "practice", "council", "form", "serves", "areas", "since", "since_mark", "stands", "became",
    "became_mark",
)  # fmt: skip


def listed_pilot(one: Pilot, on: date | None) -> dict[str, object]:
    """A pilot in a row of the list; how it stands, where a day is asked about."""
    made = next(told for told in one.life if told.on == one.first and told.event == "practice/contract-made")
    return {
        "pilot": one.name,
        "practice": one.practice.value,
        "council": one.council.value,
        "form": one.form.value.value,
        "serves": "; ".join(one.serves.value) or "everybody",
        "areas": "; ".join(one.areas.value),
        "since": one.first,
        "since_mark": made.mark.value,
        "stands": "" if on is None else seen_pilot(one, on).stands(),
        "became": one.became.value if one.became.known(on) else "",
        "became_mark": one.became.mark.value if one.became.known(on) else "",
    }
