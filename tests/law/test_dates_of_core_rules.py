"""The rules that a record cannot do without, each asked through the engine beside the days on which its law changes.

A row is something that a rule speaks against, or that opens a duty. The rule must speak on the first day of its law
and be silent on the day before, and where its law ended, speak on the last day and be silent on the day after.
Under the Care Act that is asked twice: of somebody new, who came under it on 1 April 2015, and of somebody supported
before and never reviewed, who came under it on 1 April 2016 (SI 2015/995, art 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from swp_domain import catalogue
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.law.dates import LawNotKnown
from swp_domain.mark import Act
from swp_domain.refusal import Unlawful
from tests.cast import COUNCIL, council
from tests.law.core_rules import (
    BY_CALENDAR,
    CARE_ACT,
    CLOCKS,
    DAY,
    DUTY,
    OLD_LAW,
    REFUSE,
    REVIEWED_OR_NOT,
    SUPPORTED,
    UNDER_THE_CARE_ACT,
    Row,
)
from tests.law.dated_rules import DATED
from tests.papers import COVERED, completed, request
from tests.telling import Said, Voice, given


def spoken_on(row: Row, on: date, *, supported: bool) -> set[tuple[str, str]]:
    """Which rules speak, each with its effect, and which duties open, when a row's event is told on a day."""
    before: list[Said] = [council.records(one, str(on)) for one in row.after]
    record = given(*([SUPPORTED] if supported else []), *before)
    then = record.when(row.by.decides(row.event, str(on), recorded=str(max(on, CARE_ACT) + DAY)))
    if isinstance(then.refusal, Unlawful):
        return {(one.rule, str(one.effect)) for one in then.refusal.findings}
    if isinstance(then.refusal, LawNotKnown):
        return set()
    assert then.refusal is None, then.refusal
    marks = [mark for entry in then.entries for mark in entry.marks if mark.act is Act.OPENS]
    against = [(one.rule, str(one.effect)) for one in then.findings if one.contradiction]
    return {*against, *((mark.rule, DUTY) for mark in marks)}


def sides() -> Iterator[Any]:
    """Each day beside a change, with whether the rule is to speak."""
    for row in UNDER_THE_CARE_ACT:
        for supported, first in ((False, CARE_ACT), (True, REVIEWED_OR_NOT)):
            yield from _beside(row, first, supported=supported, before=False)
    for row in (*BY_CALENDAR, *OLD_LAW, *DATED):
        if row.first:
            yield from _beside(row, row.first, supported=row.supported, before=False)
        if row.last:
            yield from _beside(row, row.last + DAY, supported=row.supported, before=True)


def _beside(row: Row, day: date, *, supported: bool, before: bool) -> Iterator[Any]:
    who = "of somebody supported before" if supported else "of anybody"
    for on, speaks in ((day - DAY, before), (day, not before)):
        yield pytest.param(row, on, supported, speaks, id=f"{row} {on} {who}")


@pytest.mark.parametrize(("row", "on", "supported", "speaks"), list(sides()))
def test_a_rule_speaks_while_its_law_is_in_force_and_not_on_the_day_beside(
    row: Row, on: date, supported: bool, speaks: bool
) -> None:
    found = spoken_on(row, on, supported=supported)
    assert ((row.rule, row.effect) in found) is speaks, sorted(found)


@pytest.mark.parametrize("row", CLOCKS, ids=str)
def test_a_clock_runs_out_on_the_day_that_is_counted_by_hand(row: Row) -> None:
    assert row.first is not None
    record = given(*(council.records(one, str(row.first)) for one in row.after))
    entry = record.when(council.decides(row.event, str(row.first))).entry
    (mark,) = (one for one in entry.marks if one.rule == row.rule and one.act is Act.OPENS)
    assert mark.last_day == row.last
    (duty,) = (one for one in record.when(council.decides(row.event, str(row.first))).duties(mark.duty))
    assert (duty.late_since(row.last or date.max), duty.late_since(date.max)) == (None, (row.last or date.min) + DAY)


def test_every_row_is_of_a_rule_that_has_that_effect() -> None:
    bound = {(one.rule, one.effect.value) for one in catalogue.judges()} | {
        (one.rule, DUTY) for one in catalogue.owed()
    }
    assert {(row.rule, row.effect) for row in (*UNDER_THE_CARE_ACT, *BY_CALENDAR, *OLD_LAW, *DATED, *CLOCKS)} <= bound


def test_a_covered_assessment_is_what_the_rows_leave_out() -> None:
    """The rows trip what they are about, and not for want of what any paper holds."""
    row = Row("CA-09-02", REFUSE, completed(coverage=COVERED), (request(),))
    assert ("CA-09-02", REFUSE) not in spoken_on(row, CARE_ACT, supported=False)


@pytest.mark.parametrize(
    ("regulator", "first"), [(Regulator.HCPC, "2012-08-01"), (Regulator.SWE, "2019-12-02")], ids=str
)
def test_a_register_counts_from_the_day_on_which_it_was_taken_over(regulator: Regulator, first: str) -> None:
    """Nobody could be on it the day before; whoever was on the one before it is on it from that day (GOV-14)."""
    newcomer = Registration(regulator=regulator, number="N1")
    actor = Actor(id="w", kind=BodyKind.COUNCIL, body=COUNCIL, role=Role.SOCIAL_WORKER, registration=newcomer)
    worker, eve = Voice(lambda _: actor), str(date.fromisoformat(first) - DAY)
    for on, breaches in ((eve, ["GOV-14"]), (first, [])):
        given(council.tells(request(), on)).when(worker.decides(completed(), on)).breaches(*breaches)
