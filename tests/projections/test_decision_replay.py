"""A decision as it was taken: what was known then, true but unrecorded, what came later, what was put right."""

from __future__ import annotations

import pytest
from hypothesis import given as some
from hypothesis import strategies as st

from swp_domain.event import EntryRetracted
from swp_projections.decision_replay import Replayed, replayed
from tests.cast import DELEGATE, council, person
from tests.papers import completed, concern, enquiry, request
from tests.telling import CASE, Given, given

WORLD = (
    person.tells(concern(), "2024-05-01", entry="concern"),
    person.tells(request(), "2024-05-02", entry="asked"),
    council.tells(enquiry(), "2024-05-10", recorded="2024-05-13", entry="decided"),
    person.tells(concern(concern="c2"), "2024-05-09", recorded="2024-05-20", entry="late"),
    council.decides(completed(), "2024-05-30", entry="after"),
)


def told(record: Given, entry: str = "decided") -> Replayed:
    return replayed(record.streams[CASE], entry)


def ids(entries: object) -> list[str]:
    return [one.entry_id for one in entries]  # type: ignore[attr-defined]


def test_a_decision_is_shown_with_what_was_known_when_it_was_recorded() -> None:
    found = told(given(DELEGATE, WORLD))
    assert ids(found.known) == ["concern", "asked"]
    assert ids(found.relied_on) == ["concern"]
    assert ids(found.already_true) == ["late"]
    assert ids(found.later) == ["after"]
    assert ids(found.followed) == []
    assert found.put_right == ()
    assert found.stands is not None
    assert found.stands.entry_id == "decided"


def test_what_was_known_and_is_put_right_later_is_shown_as_it_was_known() -> None:
    mended = council.corrects("concern", concern(), "2024-05-08", recorded="2024-06-01", entry="mended")
    gone = council.corrects("asked", EntryRetracted(), "2024-06-02", recorded="2024-06-02", entry="gone", file=CASE)
    found = told(given(DELEGATE, WORLD, mended, gone))
    assert ids(found.known) == ["concern", "asked"]
    assert [(before.entry_id, after.entry_id) for before, after in found.put_right] == [
        ("concern", "mended"), ("asked", "gone"),
    ]  # fmt: skip
    assert "mended" not in ids(found.already_true)


@pytest.mark.parametrize("retracted", [False, True])
def test_a_decision_that_was_put_right_says_what_stands_now(retracted: bool) -> None:
    event = EntryRetracted() if retracted else enquiry()
    mended = council.corrects("decided", event, "2024-06-01" if retracted else "2024-05-11",
                              recorded="2024-06-01", entry="mended", file=CASE)  # fmt: skip
    found = told(given(DELEGATE, WORLD, mended))
    assert found.entry.entry_id == "decided"
    assert (found.stands.entry_id if found.stands else None) == (None if retracted else "mended")


def test_what_follows_in_the_same_matter_is_told_apart() -> None:
    again = council.tells(enquiry(), "2024-06-10", entry="again")
    assert ids(told(given(DELEGATE, WORLD, again)).followed) == ["again"]


@some(order=st.permutations([0, 1, 3]), day=st.integers(1, 28))
def test_everything_in_the_file_stands_in_one_place(order: list[int], day: int) -> None:
    late = tuple(
        person.tells(concern(concern=f"x{number}"), f"2024-04-{day:02}", entry=f"x{number}") for number in order
    )
    record = given(DELEGATE, WORLD[:3], late, WORLD[4])
    found = told(record)
    placed = [*ids(found.known), *ids(found.already_true), *ids(found.later)]
    assert sorted([*placed, "decided"]) == sorted(ids(record.streams[CASE]))


def test_an_entry_of_another_file_is_not_found() -> None:
    with pytest.raises(KeyError):
        told(given(DELEGATE, WORLD), "nowhere")
