"""An entry in words: of the duties that it would end or move, those are told that were owed."""

from __future__ import annotations

from swp_adapters.cli.telling import tell
from swp_domain.case.events import PersonDied
from swp_domain.duty import duties
from swp_domain.entry import AnyEntry
from swp_domain.mark import Act
from tests.cast import council, person
from tests.papers import completed, request
from tests.telling import CASE, Said, given


def _discharged(*said: Said) -> dict[str, list[str]]:
    """What each entry tells that it discharged, by the name of its event."""
    entries: list[AnyEntry] = given(*said).history(CASE)
    owed = duties(entries)
    told = {}
    for entry in entries:
        lines = [line.strip() for line in tell(entry, owed)]
        told[entry.event_name] = [line.removeprefix("discharges: ") for line in lines if line.startswith("discharges")]
        every = [one for one in tell(entry) if "discharges: " in one]
        assert len(every) == sum(one.act is Act.DISCHARGES for one in entry.marks)
    return told


def test_a_death_tells_of_what_was_owed_and_of_nothing_else() -> None:
    died = person.tells(PersonDied(), "2024-06-01")
    assert _discharged(died) == {"case/person-died": []}
    told = _discharged(
        person.tells(request(), "2024-05-01"), died, person.tells(request(assessment="a2"), "2024-06-02")
    )
    assert told["case/person-died"] == ["assess needs"]


def test_an_assessment_tells_of_the_duty_that_it_did_once() -> None:
    asked, done = person.tells(request(), "2024-05-01"), council.decides(completed(), "2024-05-20")
    assert _discharged(asked, done)["assessment/assessment-completed"] == ["assess needs (a1)"]
    imported = council.records(completed(), "2024-05-20")
    assert _discharged(imported)["assessment/assessment-completed"] == []
    again = council.decides(completed(), "2024-06-20")
    entries = given(asked, done, again).history(CASE)
    second = list(tell(entries[-1], duties(entries)))
    assert not [line for line in second if "discharges" in line]
