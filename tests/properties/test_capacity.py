"""Nothing rests on incapacity unseen, in whatever order it was told; and opposite findings never hide each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.capacity.events import AdvocateNeedArose, BestInterestsDecided, ContactRestricted, PersonAccommodated
from swp_domain.capacity.side_by_side import contradictory, unsupported
from swp_domain.capacity.vocabulary import CapacityResult, Found
from swp_domain.case_file import CaseFile
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Trigger
from swp_domain.resting import RestsOnIncapacity
from tests.capacity_papers import assessed, best_interests, named
from tests.cast import council, hospital
from tests.telling import Given, Record, day

BEGAN = day("2024-01-01")
WHICH = st.sampled_from(["q1", "q2"])
ACTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(PersonAccommodated, rests_on=WHICH | st.none()),
    st.builds(ContactRestricted, restriction=st.just("x1"), rests_on=WHICH | st.none()),
    st.builds(AdvocateNeedArose, advocacy=st.just("i1"), trigger=st.sampled_from(Trigger), rests_on=WHICH | st.none()),
    st.builds(lambda which: best_interests(which=which), WHICH),
)
LOOK_AGAIN = st.none() | st.integers(0, 12).map(lambda number: BEGAN + timedelta(days=number))
FINDINGS: st.SearchStrategy[Event] = st.builds(
    lambda result, which, again: assessed(result, which, look_again_on=again),
    st.sampled_from(CapacityResult),
    WHICH,
    LOOK_AGAIN,
)
TOLD = st.lists(st.tuples(st.integers(0, 10), ACTS | FINDINGS, st.booleans()), max_size=8)
FLAGGED = {"MCA-05-01", "MCA-04-01", "MCA-04-02"}


def case(record: Record) -> CaseFile:
    file = record.file()
    assert isinstance(file, CaseFile)
    return file


def recorded(told: Iterable[tuple[int, Event, bool]]) -> Iterator[tuple[Given, AnyEntry]]:
    """The record after each thing that was told, in the order given, with the entry that it made."""
    record = Given()
    for which in ("q1", "q2"):
        record._put((council.tells(named(which), str(BEGAN)),))
    for number, event, elsewhere in told:
        who = hospital if elsewhere else council
        (entry,) = record._put((who.records(event, str(BEGAN + timedelta(days=number)), recorded="2024-06-01"),))
        yield record, entry


def resting(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    return [one for one in entries if isinstance(one.event, RestsOnIncapacity) and one.event.rests_on]


@settings(max_examples=150, deadline=None)
@given(TOLD)
def test_what_rests_on_incapacity_has_an_assessment_in_force_or_a_warning(told: list[tuple[int, Event, bool]]) -> None:
    """As known when it was recorded, the entry itself carries the warning; as known now, the fold names it."""
    for record, entry in recorded(told):
        file = case(record)
        now = {one.entry.entry_id for one in unsupported(file.capacity, file.entries)}
        for act in resting(file.entries):
            assert isinstance(act.event, RestsOnIncapacity)
            which = act.event.rests_on or ""
            borne = file.capacity.found(which, act.occurred_on) is Found.LACKS
            assert borne is (act.entry_id not in now)
            if act.entry_id == entry.entry_id:
                warned = any(one.contradiction and one.rule in FLAGGED for one in act.findings)
                assert borne or warned, act.event.name
                if not isinstance(act.event, BestInterestsDecided):
                    assert borne is not any(one.contradiction and one.rule == "MCA-05-01" for one in act.findings)


@settings(max_examples=100, deadline=None)
@given(TOLD.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_answer_is_the_same_in_whatever_order_it_was_recorded(
    orders: tuple[list[tuple[int, Event, bool]], list[tuple[int, Event, bool]]],
) -> None:
    seen = []
    for told in orders:
        record = Given()
        for record, _ in recorded(told):  # noqa: B007 - the last one is what is wanted
            pass
        file = case(record)
        alone = sorted(
            (str(one.entry.occurred_on), one.decision, one.found, one.entry.event_name)
            for one in unsupported(file.capacity, file.entries)
        )
        pairs = {
            which: sorted((str(a.on), str(b.on), *sorted((a.result, b.result))) for a, b in contradictory(one))
            for which, one in file.capacity.decisions.items()
        }
        found = [file.capacity.found(which, BEGAN + timedelta(days=n)) for which in ("q1", "q2") for n in range(15)]
        seen.append((alone, pairs, found))
    assert seen[0] == seen[1]
