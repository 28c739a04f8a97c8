"""A practice of a record told line by line, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date
from itertools import groupby

from swp_adapters.cli.practice_seen import Line, Seen
from swp_domain.actor import BodyKind, Registration
from swp_domain.law.dates import ONE_DAY

COLUMNS = ("practice", "about", "says", "since", "until", "under", "limited_to", "mark", "source")


def row(practice: str, line: Line) -> dict[str, object]:
    """A line by the names of its columns."""
    return {"practice": practice, **asdict(line)}


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
