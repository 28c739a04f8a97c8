"""Failure modes seen in public casework code (section 8 of the design): each a property of whole lives.

Each property is shown to fail on a defect of that kind, put in by hand: a check that cannot fail checks nothing.

1. Returning a form erased who had approved it: ``test_approvals``.
2. Somebody approved what they wrote: ``test_approvers``.
3. The rules sat in the user interface: here.
4. An approval kept neither amount nor limit: ``test_approvers``.
5. The audit entry was a second write: here.
6. Status was computed from today: here.
7. Data was put right with hand-run SQL: ``test_hand_run_sql``; corrections, ``test_proposals``.
8. A return was keyed on wording: here; the names of duties, ``tests/histories/test_duty_names``.
9. Eligibility was ticked: ``test_proposals``, and here.
10. A policy edited in place changed old cases: here.
11. New validation re-judged what was recorded: here.
12. A holiday list of another year, or none: here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import holidays
import pytest
from hypothesis import strategies as st

import swp_adapters
from swp_adapters.casework import Casework
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.store.runner import ViewRunner
from swp_adapters.store.views import View
from swp_domain.admission import admit
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.case.events import CaseClosed
from swp_domain.duty import Duty, duties
from swp_domain.eligibility import rules as eligibility
from swp_domain.entry import AnyEntry
from swp_domain.file import File
from swp_domain.history import history
from swp_domain.law import calendar
from swp_domain.law.dates import Counting, LawNotKnown, Period, Unit
from swp_domain.law.finding import Effect, Finding
from swp_domain.law.limit import TimeLimit
from swp_domain.law.ombudsman.assessment_times import needs_assessment
from swp_domain.law.rule import Regime, Rule, Text
from swp_domain.proposal import Conduct, Proposal, Submission
from swp_domain.refusal import Refusal, Unlawful
from swp_domain.stage import Judge
from swp_domain.stored import from_bytes, to_bytes
from swp_projections import AuditTrail, Caseload
from swp_projections.caseload import CaseloadRow
from swp_projections.projection import Rows
from tests.properties.holding import COUNCIL, caught, holds, life, messy_life, numbers
from tests.properties.proposals import DECISIONS, NOW, OURS, kind_of, proposals, worlds
from tests.properties.test_proposals import test_eligibility_is_derived_from_the_outcomes_and_never_ticked as derived

parts = st.floats(0, 1)


def some_day(part: float) -> date:
    """A day of the council's years."""
    return COUNCIL.first + timedelta(days=round(part * (COUNCIL.last - COUNCIL.first).days))


# 3. The rules sat in the user interface; the API wrote whatever it was sent.

PROPOSED = proposals(DECISIONS, OURS, (Conduct.DECIDING,))


def every_door_is_judged(asked: Proposal[Any], number: int) -> None:
    world = worlds()[number]
    casework = Casework("sqlite:///:memory:", keys=MemoryKeys(), clock=lambda: NOW)
    try:
        for entries in world.values():
            casework.events.put(entries)  # type: ignore[arg-type]
        answer = _answer(lambda: admit(Submission("c", (asked,)), world, recorded_at=NOW, new_id=lambda: "new"))
        assert _answer(lambda: casework.submit(asked, command_id="c")) == answer
        assert bool(casework.entries(asked.file)[len(world.get(asked.file, [])) :]) is (answer is None)
    finally:
        casework.close()


def _answer(attempt: Any) -> tuple[str, str] | None:
    """The refusal, or nothing."""
    try:
        attempt()
    except (Refusal, LawNotKnown) as no:
        return type(no).__name__, str(no)
    return None


def test_whatever_door_something_comes_in_by_it_is_judged() -> None:
    holds(every_door_is_judged, PROPOSED, st.integers(0, 4), examples=15)


def test_the_property_catches_a_door_that_writes_what_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def obliging(submission: Submission, streams: Any, **told: Any) -> list[AnyEntry]:
        asked = (replace(one, conduct=Conduct.RECORDING, reason="Sent by a form.") for one in submission.proposals)
        return admit(replace(submission, proposals=tuple(asked)), streams, **told)

    monkeypatch.setattr("swp_adapters.casework.admit", obliging)
    caught(every_door_is_judged, PROPOSED, st.integers(0, 4))


def test_nothing_else_writes_to_the_log() -> None:
    """Casework, which judges; the batch that has judged already; and the bulk of synthetic lives, which has too."""
    root = Path(swp_adapters.__path__[0])
    writers = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("events.put", ".insert_events"))
    }
    assert writers - {"batch.py"} == {"casework.py", "testing/recording.py"}


# 5. The audit entry was a second write that could fail, or be swallowed, after the first.


def an_act_and_its_trail_are_one_write(number: int, fails_at: int) -> None:
    casework = Casework("sqlite:///:memory:", keys=MemoryKeys(), clock=lambda: NOW)
    catch_up, calls = ViewRunner.catch_up, iter(range(1000))

    def failing(runner: ViewRunner, *told: Any, **more: Any) -> int:
        if next(calls) == fails_at:
            raise OSError("the disk went away")
        return catch_up(runner, *told, **more)

    try:
        with patch.object(ViewRunner, "catch_up", failing):
            for sent in [*COUNCIL.established(), *COUNCIL.life(number)[:4]]:
                told = {"command_id": sent.submission.command_id}
                try:
                    casework.submit(*sent.proposals, **told)  # type: ignore[arg-type]
                except OSError:
                    assert _on_the_trail(casework) == _in_the_log(casework)
                    casework.submit(*sent.proposals, **told)  # type: ignore[arg-type]
                assert _on_the_trail(casework) == _in_the_log(casework)
    finally:
        casework.close()


def _in_the_log(casework: Casework) -> set[str]:
    return {one.entry_id for _, entries in casework.files() for one in entries}


def _on_the_trail(casework: Casework) -> set[str]:
    """What the table holds, as it is: nothing is brought up to date first."""
    with casework.engine.connect() as connection:
        return {row.key for row in View(AuditTrail()).rows(connection)}


def test_an_act_and_its_audit_entry_are_one_write() -> None:
    holds(an_act_and_its_trail_are_one_write, numbers, st.integers(0, 4), examples=12)


def test_the_property_catches_an_audit_entry_that_is_written_after_the_act(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_two(casework: Casework, entries: Any, receipt: Any, streams: Any) -> None:
        casework.events.put(entries, receipt=receipt)
        try:
            with casework.engine.begin() as connection:
                casework.runner.catch_up(connection)
        except OSError:
            pass

    monkeypatch.setattr(Casework, "_append", in_two)
    caught(an_act_and_its_trail_are_one_write, numbers, st.integers(0, 4))


# 6. Status was computed from today, so "what was active on 3 May?" could not be asked.


def a_status_is_that_of_the_day_asked_about(number: int, asked: float, knew: float) -> None:
    entries, day = messy_life(number), some_day(asked)
    known = entries[: round(knew * len(entries))]
    then = known[-1].recorded_at if known else COUNCIL_BEGAN
    file = COUNCIL.case(number)
    (row, *_) = [*Caseload().of(file, entries, as_at=day, known_at=then), None]
    assert row == next(iter(Caseload().of(file, known, as_at=day)), None)
    if row is not None:
        told = [row.opened_on, row.last_entry_on, row.closed_on, row.died_on, row.allocated_on]
        assert max(one for one in told if one is not None) <= day


COUNCIL_BEGAN = datetime.combine(COUNCIL.first, datetime.min.time(), NOW.tzinfo)


def test_a_status_is_that_of_the_day_that_is_asked_about_as_it_was_known() -> None:
    holds(a_status_is_that_of_the_day_asked_about, numbers, parts, parts, examples=80)


@pytest.mark.parametrize("ignored", ["as_at", "known_at"])
def test_the_property_catches_a_status_of_today(monkeypatch: pytest.MonkeyPatch, ignored: str) -> None:
    def of_today(entries: Iterable[AnyEntry], **told: Any) -> list[AnyEntry]:
        return history(entries, **{name: value for name, value in told.items() if name != ignored})

    monkeypatch.setattr("swp_projections.projection.history", of_today)
    caught(a_status_is_that_of_the_day_asked_about, numbers, parts, parts, examples=200)


# 8. A return keyed on the wording of a question broke when the question was reworded.


def wording_changes_nothing_but_words(number: int) -> None:
    entries = life(number)
    before, after = _read(entries), _read([_reworded(one) for one in entries])
    assert after == before


def _read(entries: Sequence[AnyEntry]) -> tuple[Any, ...]:
    stream = entries[0].stream if entries else COUNCIL.case(0)
    file = kind_of(stream).fold(stream, history(entries))
    owed = [(one.duty, one.subject, one.opened_on, one.last_day, one.met_on, one.met_by) for one in file.ledger]
    rows = Caseload().of(stream, entries)
    return owed, [(row.opened_on, row.closed_on, row.died_on, row.team, row.worker) for row in rows]


def _reworded(entry: AnyEntry) -> AnyEntry:
    """The same facts; every sentence of the law, of a rule and of a reason in other words."""
    findings = tuple(_said_otherwise(one) for one in entry.findings)
    event, decision = entry.event, getattr(entry.event, "decision", None)
    if decision is not None:
        other = decision.model_copy(update={"reasons": "In other words.", "views": None})
        event = event.model_copy(update={"decision": other})
    judged = entry.judged.model_copy(update={"findings": findings})
    return entry.model_copy(update={"event": event, "reason": "In other words."}).with_judged(judged)


def _said_otherwise(one: Finding) -> Finding:
    limbs = tuple(limb.model_copy(update={"says": "in other words"}) for limb in one.limbs)
    contradiction = one.contradiction and "in other words"
    return one.model_copy(update={"limbs": limbs, "provision": "elsewhere", "contradiction": contradiction})


def test_rewording_the_law_or_a_reason_changes_no_fold() -> None:
    holds(wording_changes_nothing_but_words, numbers)


def test_the_property_catches_a_view_that_is_keyed_on_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    apply = Caseload.apply

    def by_words(view: Caseload, rows: Rows[CaseloadRow], entry: AnyEntry) -> None:
        apply(view, rows, entry)
        if isinstance(entry.event, CaseClosed) and "synthetic" not in str(entry.event.decision.reasons).lower():
            row = rows.get(entry.stream)
            assert row is not None
            rows.put(replace(row, closed_on=None))

    monkeypatch.setattr(Caseload, "apply", by_words)
    caught(wording_changes_nothing_but_words, numbers)


# 9. Eligibility was ticked by hand rather than derived from the outcomes recorded above it.


def test_the_property_catches_eligibility_that_is_ticked(monkeypatch: pytest.MonkeyPatch) -> None:
    derived()
    monkeypatch.setattr(eligibility, "_derived", lambda finding, claimed: finding)
    with pytest.raises(AssertionError):
        derived()


# 10. A policy that was edited in place changed the reading of old cases.


def editing_policy_changes_no_old_reading(number: int) -> None:
    entries = life(number)
    stored = [(to_bytes(one), one.event_name) for one in entries]
    before = _whole(stored)
    with (
        patch.object(TimeLimit, "last_day", lambda _, start: start),
        patch.object(TimeLimit, "warn_day", lambda _, start: start),
        patch.object(Rule, "__call__", lambda *_, on: Finding(**_UNKNOWN, on=on)),
    ):
        assert _whole(stored) == before


_UNKNOWN: dict[str, Any] = {
    "provision": "edited",
    "force": Text("x", needs_assessment.provision.force, "y").force,
    "confidence": "edited",
    "outcome": "not met",
}


def _whole(stored: Sequence[tuple[bytes, str]]) -> tuple[Any, ...]:
    entries = [from_bytes(state, name) for state, name in stored]
    stream = entries[0].stream if entries else COUNCIL.case(0)
    file = kind_of(stream).fold(stream, history(entries))
    return file, tuple(file.ledger), [one.judged for one in entries]


def test_editing_a_policy_changes_no_reading_of_old_cases() -> None:
    holds(editing_policy_changes_no_old_reading, numbers)


def test_the_property_catches_a_reading_that_asks_the_policy_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    def counted_again(entries: Iterable[AnyEntry]) -> list[Duty]:
        def again(mark: Any) -> Any:
            return mark.model_copy(update={"last_day": needs_assessment.last_day(mark.on)}) if mark.last_day else mark

        def entry(one: AnyEntry) -> AnyEntry:
            marks = tuple(map(again, one.marks))
            return one.model_copy().with_judged(one.judged.model_copy(update={"marks": marks}))

        return duties(map(entry, entries))

    monkeypatch.setattr("swp_domain.file.duties", counted_again)
    caught(editing_policy_changes_no_old_reading, numbers)


# 11. Adding validation re-judged events already recorded.


def a_new_rule_judges_nothing_that_is_recorded(number: int) -> None:
    casework = Casework("sqlite:///:memory:", keys=MemoryKeys(), remembered=0)
    try:
        entries = life(number)
        if entries:
            casework.events.put(entries)  # type: ignore[arg-type]
        stream = COUNCIL.case(number)
        before = casework.file(stream)
        new = Judge("NEW-01", Effect.REFUSE, (AssessmentCompleted,), Regime.CALENDAR, None, _never)
        with patch.object(File, "judges", classmethod(lambda _: (new,))):
            after = casework.file(stream)
            assert [one.judged for one in after.entries] == [one.judged for one in before.entries]
            assert (after, after.ledger) == (before, before.ledger)
    finally:
        casework.close()


def _never(*_: object) -> Any:
    raise Unlawful([])


def test_a_rule_that_is_new_judges_nothing_that_is_recorded() -> None:
    holds(a_new_rule_judges_nothing_that_is_recorded, numbers, examples=12)


def test_the_property_catches_a_reading_that_judges_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def validating(state: bytes, name: str, sealer: Any = None) -> AnyEntry:
        entry = from_bytes(state, name, sealer)
        for judge in kind_of(entry.stream).judges():
            assert not (judge.rule == "NEW-01" and judge.concerns(type(entry.event))), "it was judged again"
        return entry

    monkeypatch.setattr("swp_adapters.casework.from_bytes", validating)
    caught(a_new_rule_judges_nothing_that_is_recorded, numbers)


# 12. A holiday list for this year judged last year's deadline; no list meant no holidays.

_DAY = timedelta(days=1)
DAYS = st.dates(date(2009, 1, 1), date(2030, 12, 31))
KNOWN = range(2010, 2029)
THEIRS = holidays.country_holidays("GB", subdiv="ENG", years=KNOWN)


def a_deadline_is_counted_in_the_holidays_of_its_own_days(start: date, length: int) -> None:
    day, left = start, length
    while left and (day + _DAY).year in KNOWN:  # the first day is not counted, and may lie before what is known
        day += _DAY
        left -= day.weekday() < 5 and day not in THEIRS
    try:
        counted = calendar.deadline(start, length, Unit.WORKING_DAYS, Counting.AFTER)
    except LawNotKnown:
        assert (day + _DAY).year not in KNOWN or day.year not in KNOWN
    else:
        assert left == 0, "holidays of a year that is not known were taken for none"
        assert counted == day


def test_a_deadline_is_counted_in_the_holidays_of_its_own_days() -> None:
    holds(a_deadline_is_counted_in_the_holidays_of_its_own_days, DAYS, st.integers(1, 40), examples=200)


@pytest.mark.parametrize(
    ("what", "broken"),
    [
        ("BANK_HOLIDAYS", {day: one for day, one in calendar.BANK_HOLIDAYS.items() if day.year == 2026}),
        ("ENCODED", Period(date(1900, 1, 1), date(2100, 12, 31))),
    ],
)
def test_the_property_catches_a_list_of_this_year_and_a_list_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, what: str, broken: Any
) -> None:
    monkeypatch.setattr(calendar, what, broken)
    caught(a_deadline_is_counted_in_the_holidays_of_its_own_days, DAYS, st.integers(1, 40), examples=400)
