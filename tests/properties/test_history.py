"""The order of the world, as known: against a slow reading of the same rules, for any corrections at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import chain_of, history
from tests.properties.entries import BEGAN, day, entry

many = settings(max_examples=120, deadline=None)


@dataclass(frozen=True)
class Step:
    """One entry of a log: an event, a correction of an earlier one, or a retraction of an earlier one."""

    on: int
    corrects: int | None = None
    retracts: int | None = None


@st.composite
def logs(draw: st.DrawFn) -> list[AnyEntry]:
    """Any log that could have been admitted: a correction takes an event, a retraction takes anything."""
    made: list[AnyEntry] = []
    for version in range(1, draw(st.integers(1, 10)) + 1):
        on = draw(st.integers(0, 6))
        events = [one.version for one in made if not isinstance(one.event, EntryRetracted)]
        kind = draw(st.sampled_from("eecrr")) if made else "e"
        if kind == "c" and events:
            made.append(entry(version, on, corrects=draw(st.sampled_from(events))))
        elif kind == "r":
            made.append(entry(version, on, retracts=draw(st.sampled_from([one.version for one in made]))))
        else:
            made.append(entry(version, on))
    return made


def log(*steps: Step) -> list[AnyEntry]:
    return [
        entry(version, step.on, corrects=step.corrects, retracts=step.retracts)
        for version, step in enumerate(steps, start=1)
    ]


def versions(entries: list[AnyEntry]) -> list[int]:
    return [one.version for one in entries]


def slowly(entries: list[AnyEntry]) -> list[int]:
    """The history by the words of its rules: who is withdrawn, then who stands for each original."""
    by_id = {one.entry_id: one for one in entries}

    def withdrawn(one: AnyEntry) -> bool:
        return any(
            isinstance(other.event, EntryRetracted) and other.corrects == one.entry_id and not withdrawn(other)
            for other in entries
        )

    def original(one: AnyEntry) -> AnyEntry:
        return original(by_id[one.corrects]) if one.corrects else one

    events = [one for one in entries if not isinstance(one.event, EntryRetracted)]
    stands = []
    for root in (one for one in events if not one.corrects):
        if not withdrawn(root):
            left = [one for one in events if original(one) is root and not withdrawn(one)]
            latest = max(left, key=lambda one: one.version)
            stands.append((latest.occurred_on, root.version, latest.version))
    return [version for _, _, version in sorted(stands)]


@many
@given(logs())
@example(log(Step(0), Step(0, retracts=1), Step(0, retracts=1), Step(0, retracts=2)))
def test_a_history_is_what_its_rules_say(entries: list[AnyEntry]) -> None:
    assert versions(history(entries)) == slowly(entries)


@many
@given(logs(), st.integers(0, 6), st.integers(0, 12))
def test_the_answer_for_a_day_as_known_on_a_day_is_never_changed_by_what_is_recorded_later(
    entries: list[AnyEntry], as_at: int, known: int
) -> None:
    known_at = BEGAN + timedelta(days=known)
    earlier = [one for one in entries if one.recorded_at <= known_at]
    answer = history(entries, as_at=day(as_at), known_at=known_at)
    assert answer == history(earlier, as_at=day(as_at))
    assert answer == history(earlier, as_at=day(as_at), known_at=known_at)


@many
@given(logs(), st.permutations(range(10)))
def test_the_order_in_which_entries_are_handed_over_makes_no_difference(
    entries: list[AnyEntry], order: list[int]
) -> None:
    shuffled = [entries[number] for number in order if number < len(entries)]
    assert history(shuffled) == history(entries)


@many
@given(logs(), st.integers(0, 6))
def test_as_at_a_day_is_the_beginning_of_the_whole_history(entries: list[AnyEntry], as_at: int) -> None:
    whole = history(entries)
    assert history(entries, as_at=day(as_at)) == [one for one in whole if one.occurred_on <= day(as_at)]
    assert whole == sorted(whole, key=lambda one: one.occurred_on)


@many
@given(logs())
def test_no_entry_is_shown_twice_and_no_retraction_is(entries: list[AnyEntry]) -> None:
    shown = history(entries)
    assert len({one.entry_id for one in shown}) == len(shown)
    assert not any(isinstance(one.event, EntryRetracted) for one in shown)


@many
@given(logs())
def test_a_chain_of_corrections_has_one_place(entries: list[AnyEntry]) -> None:
    shown = history(entries)
    for one in entries:
        chain = chain_of(entries, one.entry_id)
        assert one.entry_id in chain
        assert sum(other.entry_id in chain for other in shown) <= 1


# In words


def test_the_latest_correction_stands_in_the_place_of_the_original() -> None:
    entries = log(Step(3), Step(3), Step(3, corrects=1), Step(3, corrects=3))
    assert versions(history(entries)) == [4, 2]


def test_a_correction_takes_the_day_that_it_states() -> None:
    entries = log(Step(1), Step(2), Step(3, corrects=1))
    assert versions(history(entries)) == [2, 3]
    assert versions(history(entries, as_at=day(1))) == []


def test_retracting_a_correction_restores_what_it_replaced() -> None:
    entries = log(Step(1), Step(2, corrects=1), Step(2, corrects=2), Step(0, retracts=3))
    assert versions(history(entries)) == [2]
    assert versions(history([*entries, entry(5, 0, retracts=2)])) == [1]


def test_retracting_what_was_corrected_drops_its_corrections() -> None:
    assert versions(history(log(Step(1), Step(2, corrects=1), Step(0, retracts=1)))) == []


def test_retracting_a_retraction_undoes_it_and_retracting_that_does_it_again() -> None:
    steps = [Step(1), Step(0, retracts=1)]
    for number, shown in ((2, []), (3, [1]), (4, []), (5, [1])):
        assert versions(history(log(*steps))) == shown
        steps.append(Step(0, retracts=number))


def test_what_was_retracted_twice_stays_retracted_until_both_are_taken_back() -> None:
    twice = log(Step(1), Step(0, retracts=1), Step(0, retracts=1))
    assert versions(history(twice)) == []
    once = [*twice, entry(4, 0, retracts=2)]
    assert versions(history(once)) == []
    assert versions(history([*once, entry(5, 0, retracts=3)])) == [1]


def test_what_is_known_on_a_day_is_known_by_its_end_in_london() -> None:
    before, after = (
        entry(1, 0).model_copy(update={"recorded_at": datetime(2024, 5, 31, 22, 59, tzinfo=UTC)}),
        entry(2, 0).model_copy(update={"recorded_at": datetime(2024, 5, 31, 23, 1, tzinfo=UTC)}),
    )
    assert versions(history([before, after], known_at=date(2024, 5, 31))) == [1]
    assert versions(history([before, after], known_at=date(2024, 6, 1))) == [1, 2]
