"""The fold of duties: one answer in every order of recording, and the clock read day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.actor import BodyKind
from swp_domain.assessment.events import AssessmentCopyGiven
from swp_domain.case.events import PersonDied
from swp_domain.duty import Duty, DutyStanding, duties
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text
from swp_domain.mark import Act, Mark
from swp_domain.owed import Opening, owed
from tests.properties.entries import day, entry

many = settings(max_examples=120, deadline=None)
DUTY = "do it"
DAYS = 30
numbers = st.integers(0, DAYS)


def opens(on: int, last: int | None = None, *, subject: str = "a", recurring: bool = False, of: str = "asked") -> Mark:
    return Mark(
        act=Act.OPENS,
        duty=DUTY,
        on=day(on),
        subject=subject,
        owner="council",
        provision="An Act, s 1",
        last_day=None if last is None else day(last),
        recurring=recurring,
        of=of,
    )


def acts(act: Act, on: int, *, subject: str = "a", of: str = "done", last: int | None = None) -> Mark:
    return Mark(act=act, duty=DUTY, on=day(on), subject=subject, of=of, last_day=None if last is None else day(last))


def fold(marks: Sequence[Mark]) -> list[Duty]:
    return duties([entry(number, 0, marks=[mark]) for number, mark in enumerate(marks, start=1)])


Answer = tuple[str, date, date | None, date | None, date | None, frozenset[tuple[date, date | None]]]


def answers(found: list[Duty]) -> list[Answer]:
    """What a duty answers; which of several openings of one day came first is no part of it."""
    return sorted(
        (
            one.subject,
            one.opened_on,
            one.last_day,
            one.met_on,
            one.paused_on,
            frozenset((opener.on, opener.last_day) for opener in one.openers),
        )
        for one in found
    )  # fmt: skip


@st.composite
def any_marks(draw: st.DrawFn, recurring: bool) -> list[Mark]:
    """Openings with and without limits, ends, waits and extensions, of two subjects and of none."""
    subjects = st.sampled_from(["a", "b"])
    made: list[Mark] = []
    for _ in range(draw(st.integers(1, 8))):
        on = draw(numbers)
        match draw(st.sampled_from("oooodpre")):
            case "o":
                last = draw(st.none() | st.integers(on, DAYS + 10))
                made.append(
                    opens(on, last, subject=draw(subjects), recurring=recurring, of=draw(st.sampled_from("xy")))
                )
            case "d":
                made.append(acts(Act.DISCHARGES, on, subject=draw(subjects | st.just(""))))
            case "p":
                made.append(acts(Act.PAUSES, on, subject=draw(subjects)))
            case "r":
                made.append(acts(Act.RESUMES, on, subject=draw(subjects)))
            case _:
                last = draw(st.integers(on, DAYS + 10))
                of = draw(st.sampled_from("xy"))
                made.append(acts(Act.EXTENDS, on, subject=draw(subjects), last=last, of=of))
    return made


@pytest.mark.parametrize("recurring", [False, True], ids=["once", "recurring"])
def test_the_answer_is_the_same_in_every_order_of_recording(recurring: bool) -> None:
    @many
    @given(any_marks(recurring), st.permutations(range(8)))
    def same(marks: list[Mark], order: list[int]) -> None:
        shuffled = [marks[number] for number in order if number < len(marks)]
        assert answers(fold(shuffled)) == answers(fold(marks))

    same()


@pytest.mark.parametrize("recurring", [False, True], ids=["once", "recurring"])
def test_every_opening_belongs_to_one_period_and_none_is_lost(recurring: bool) -> None:
    @many
    @given(any_marks(recurring))
    def whole(marks: list[Mark]) -> None:
        found = fold(marks)
        opened = [mark for mark in marks if mark.act is Act.OPENS]
        assert sum(len(one.openers) for one in found) == len(opened)
        for one in found:
            assert one.opened_on == min(opener.on for opener in one.openers)
            assert one.mark.owner
            assert one.mark.provision
            assert one.met_on is None or one.met_on >= one.opened_on
            assert one.last_day == min((each.last_day for each in one.openers if each.last_day), default=None)

    whole()


# Once


@many
@given(
    st.lists(st.tuples(numbers, st.none() | st.integers(0, 40)), min_size=1, max_size=5), st.lists(numbers, max_size=3)
)
def test_once_the_strictest_limit_governs_and_the_first_end_counts(
    opened: list[tuple[int, int | None]], ends: list[int]
) -> None:
    marks = [opens(on, None if length is None else on + length) for on, length in opened]
    (one,) = fold([*marks, *(acts(Act.DISCHARGES, on) for on in ends)])
    first = min(on for on, _ in opened)
    assert one.opened_on == day(first)
    assert one.met_on == (day(max(first, min(ends))) if ends else None)
    assert one.last_day == min((day(on + length) for on, length in opened if length is not None), default=None)


# Recurring


@many
@given(st.lists(numbers, min_size=1, max_size=6), st.lists(numbers, max_size=4))
def test_recurring_an_end_ends_what_was_opened_before_it_and_later_openings_begin_anew(
    opened: list[int], ends: list[int]
) -> None:
    found = fold([*(opens(on, recurring=True) for on in opened), *(acts(Act.DISCHARGES, on) for on in ends)])
    for one in found:
        within = [end for end in ends if one.opened_on < day(end) and (one.met_on is None or day(end) < one.met_on)]
        assert within == [], "an end inside a period would have ended it"
        assert all(opener.on >= one.opened_on for opener in one.openers)
        assert one.met_on is None or all(opener.on < one.met_on for opener in one.openers)
    for earlier, later in pairwise(found):
        assert earlier.met_on is not None, "only the last period can be open"
        assert later.opened_on >= earlier.met_on


def test_recurring_work_done_before_the_opening_does_not_count_and_once_it_does() -> None:
    done = acts(Act.DISCHARGES, 1)
    (again,) = fold([done, opens(5, 10, recurring=True)])
    (once,) = fold([done, opens(5, 10)])
    assert (again.met_on, once.met_on) == (None, day(5))


@pytest.mark.parametrize("end_first", [True, False])
def test_an_end_and_an_opening_of_one_day_have_one_answer(end_first: bool) -> None:
    end, opening = acts(Act.DISCHARGES, 5), opens(5, recurring=True)
    found = fold([opens(1, recurring=True), *((end, opening) if end_first else (opening, end))])
    assert [(one.opened_on, one.met_on) for one in found] == [(day(1), day(5)), (day(5), None)]


def test_an_end_without_a_subject_ends_every_subject() -> None:
    found = fold([opens(1, subject="a"), acts(Act.DISCHARGES, 5, subject=""), opens(2, subject="b")])
    assert {one.subject: one.met_on for one in found} == {"a": day(5), "b": day(5)}


def test_an_end_of_another_subject_ends_nothing() -> None:
    (one,) = fold([opens(1, subject="a"), acts(Act.DISCHARGES, 5, subject="b")])
    assert one.met_on is None


def test_an_end_that_nobody_was_owed_leaves_no_duty() -> None:
    assert fold([acts(Act.DISCHARGES, 5), acts(Act.PAUSES, 6), acts(Act.EXTENDS, 7, last=9)]) == []


# An end that holds only until it is opened again: a refusal


@many
@given(st.lists(numbers, min_size=1, max_size=5), st.lists(numbers, max_size=3), st.lists(numbers, max_size=3))
def test_what_is_opened_after_a_refusal_is_owed_whatever_was_done_before_it(
    opened: list[int], refused: list[int], done: list[int]
) -> None:
    refusals = [acts(Act.DISCHARGES, on).model_copy(update={"recurring": True}) for on in refused]
    found = fold([*(opens(on) for on in opened), *refusals, *(acts(Act.DISCHARGES, on) for on in done)])
    by_opening = {opener.on: one for one in found for opener in one.openers}
    for on in opened:
        since = max((one for one in refused if one < on), default=-1)
        counts = [end for end in refused + done if end > since]
        expected = min(counts, default=None)
        found_end = by_opening[day(on)].met_on
        assert (found_end is None) == (expected is None)
        if expected is not None:
            assert found_end == max(day(expected), by_opening[day(on)].opened_on)


# Waiting


def late_by_hand(opened: int, length: int, pauses: list[int], resumes: list[int], as_at: int) -> int | None:
    """The first late day: the clock runs a day for every day on which nobody has asked to wait."""
    ran, waiting = 0, False
    for today in range(opened, as_at + 1):
        if ran > length:
            return today
        if today in resumes:
            waiting = False
        elif today in pauses:
            waiting = True
        ran += not waiting
    return None


@many
@given(
    st.integers(0, 10),
    st.integers(0, 15),
    st.lists(st.integers(0, 40), max_size=4),
    st.lists(st.integers(0, 40), max_size=4),
    st.integers(0, 60),
)
def test_the_clock_stands_still_while_somebody_waits(
    opened: int, length: int, pauses: list[int], resumes: list[int], as_at: int
) -> None:
    (one,) = fold(
        [
            opens(opened, opened + length),
            *(acts(Act.PAUSES, on) for on in pauses),
            *(acts(Act.RESUMES, on) for on in resumes),
        ]
    )
    expected = late_by_hand(opened, length, pauses, resumes, as_at)
    assert one.late_since(day(as_at)) == (None if expected is None else day(expected))


def test_a_wait_moves_no_opening_that_came_after_it() -> None:
    (one,) = fold([opens(0, 20), acts(Act.PAUSES, 5), acts(Act.RESUMES, 15), opens(18, 22)])
    assert one.last_day == day(22)


# Standing


@many
@given(numbers, st.none() | numbers, st.none() | numbers, st.integers(0, DAYS + 10))
def test_a_duty_stands_on_a_day_as_its_days_say(on: int, last: int | None, met: int | None, as_at: int) -> None:
    last = None if last is None else on + last
    marks = [opens(on, last), *([] if met is None else [acts(Act.DISCHARGES, on + met)])]
    (one,) = fold(marks)
    done = met is not None and on + met <= as_at
    end = on + met if met is not None and done else as_at
    late = last is not None and end > last
    expected = {
        (True, True): DutyStanding.MET_LATE,
        (True, False): DutyStanding.MET,
        (False, True): DutyStanding.LATE,
        (False, False): DutyStanding.OWED,
    }[done, late]
    assert one.standing(day(as_at)) is expected
    assert one.late_since(day(as_at)) == (day(last) + timedelta(days=1) if late and last is not None else None)


@many
@given(numbers, numbers, st.none() | numbers)
def test_what_was_late_on_a_day_is_late_since_then_on_every_later_day(on: int, length: int, met: int | None) -> None:
    marks = [opens(on, on + length), *([] if met is None else [acts(Act.DISCHARGES, on + met)])]
    (one,) = fold(marks)
    since = [one.late_since(day(as_at)) for as_at in range(3 * DAYS)]
    told = [late for late in since if late is not None]
    assert len(set(told)) <= 1
    assert since == [None] * (len(since) - len(told)) + told


# Extension


@many
@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 40)), min_size=1, max_size=4))
def test_the_latest_extension_governs_the_opening_that_it_names(extended: list[tuple[int, int]]) -> None:
    marks = [opens(0, 7, of="urgent"), opens(0, 35, of="request")]
    (one,) = fold([*marks, *(acts(Act.EXTENDS, on, last=last, of="urgent") for on, last in extended)])
    _, latest = max(extended)
    assert one.last_day == day(min(latest, 35))


def test_more_time_is_given_only_while_some_is_left_and_never_less() -> None:
    def given_more(*extended: tuple[int, int]) -> date | None:
        more = [
            acts(Act.EXTENDS, on, last=last, of="x").model_copy(update={"lengthens": True}) for on, last in extended
        ]
        (one,) = fold([opens(0, 10, of="x"), *more])
        return one.last_day

    assert given_more((10, 30)) == day(30)
    assert given_more((11, 30)) == day(10), "the time had run out"
    assert given_more((5, 8)) == day(10), "less is not more"
    assert given_more((20, 40), (9, 20)) == day(40), "each is in time for the one before"
    assert given_more((21, 40), (9, 20)) == day(20)


def test_a_warning_moves_with_the_last_day() -> None:
    opening = opens(0, 10).model_copy(update={"warn_day": day(4)})
    (one,) = fold([opening, acts(Act.PAUSES, 2), acts(Act.RESUMES, 5)])
    assert (one.warn_day, one.last_day) == (day(7), day(13))


@pytest.mark.parametrize("recurring", [False, True])
def test_what_settles_a_duty_ends_it_on_the_same_day_and_until_it_is_opened_again(recurring: bool) -> None:
    settled = acts(Act.DISCHARGES, 5).model_copy(update={"recurring": True})
    same, again = opens(5, 10, recurring=recurring), opens(8, 12, recurring=recurring)
    for marks in ([same, settled, again], [again, settled, same]):
        ended, owed_again = fold(marks)
        assert (ended.met_on, ended.lapsed) == (day(5), False)
        assert (owed_again.opened_on, owed_again.met_on) == (day(8), None)


# Declaring


def test_a_duty_whose_subject_is_no_field_of_what_opens_it_is_not_declared() -> None:
    with pytest.raises(TypeError, match="do it: PersonDied opens it but has no field 'assessment'"):
        owed(
            DUTY,
            rule="X-1",
            provision=Text("An Act", Force.STATUTE, "made up")["s 1"],
            by=BodyKind.COUNCIL.value,
            subject="assessment",
            opened_by={PersonDied: Opening()},
            discharged_by=(AssessmentCopyGiven,),
        )
