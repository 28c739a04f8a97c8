"""Cases are told who has them now: once each, of what the files bear out, however often and by however many."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.batch import Batch, Kept
from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE, REFUSED
from swp_adapters.cli.main import app
from swp_adapters.transfers import Progress, notify, planned
from swp_domain.actor import Actor
from swp_domain.case.events import CaseReopened
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import history
from swp_domain.identity.events import CasesMerged
from swp_domain.law.function import Function
from swp_domain.practice.events import (
    CohortAgreed,
    CohortTransferred,
    ContractEnded,
    ContractExtended,
    ContractMade,
    FunctionsDelegated,
    ScopeChanged,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.refusal import CaseHasMovedOn, Invalid
from swp_domain.responsibility.events import CaseTakenBack, CohortRecorded, ResponsibilityMoved
from swp_domain.responsibility.vocabulary import MoveGround, TakingBack
from swp_projections import VIEWS
from tests.cast import COUNCIL, PRACTICE, administrator, council
from tests.desk import Desk, put
from tests.desk import desk as made_desk
from tests.moving import BEGAN, ENDED, FILE, SERVED, TAKEN_ON, agreed, case, ended, made, taken_on, told
from tests.papers import closed, decided
from tests.telling import Said

OTHER = "Southmere Social Work Practice"
Notices = list[tuple[str, str, str, MoveGround]]


@pytest.fixture
def record(sqlite_url: str, tmp_path: Path) -> Iterator[Desk]:
    yield from made_desk(sqlite_url, tmp_path)


@pytest.fixture
def casework(record: Desk) -> Iterator[Casework]:
    """A record in which, afterwards, every view is what a fold makes of the log."""
    found = record.open()
    yield found
    for view in VIEWS:
        folded = [row for name, entries in found.files() for row in view().of(name, entries)]
        assert found.view(view) == sorted(folded, key=lambda row: (row.file, row.key))


def teller(casework: Casework) -> Actor:
    return casework.actor("council-worker", date(2016, 5, 1))


def tell(casework: Casework, on: str | None = None) -> tuple[int, int]:
    """Tell the cases; how many notices were given, and how many taken back."""
    found = notify(casework, FILE, teller(casework), date.fromisoformat(on) if on else None, at_once=2)
    assert not found.failed
    return found.notices, found.taken_back


def notices(casework: Casework, file: str) -> Notices:
    """What a case's file says of who took it on, as it stands."""
    return [
        (str(one.occurred_on), one.event.from_body, one.event.to_body, one.event.ground)
        for one in history(casework.entries(file))
        if isinstance(one.event, ResponsibilityMoved)
    ]


TOOK = (TAKEN_ON, COUNCIL, PRACTICE, MoveGround.COHORT_TRANSFERRED)
HOME = (ENDED, PRACTICE, COUNCIL, MoveGround.CONTRACT_ENDED)


# What is told to whom


def test_each_case_is_told_once_of_each_move_and_of_nothing_when_it_is_run_again(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"), *case("2"), *case("3", area="North"))
    assert tell(casework) == (4, 0)
    assert tell(casework) == (0, 0)
    assert [notices(casework, f"case/{number}") for number in (1, 2, 3)] == [[TOOK, HOME], [TOOK, HOME], []]
    (first, _) = [one for one in casework.entries("case/1") if isinstance(one.event, ResponsibilityMoved)]
    transfer = next(one for one in casework.entries(FILE) if isinstance(one.event, CohortTransferred))
    assert isinstance(first.event, ResponsibilityMoved)
    assert (first.event.practice, first.event.joint_until) == (FILE, date(2016, 7, 31))
    assert (first.causation_id, first.correlation_id) == (transfer.entry_id, FILE)
    assert first.command_id == f"responsibility-moved/{FILE}/{transfer.entry_id}/case/1"
    assert not [one for one in first.findings if one.contradiction]


def test_only_what_moved_on_a_day_is_told_where_a_day_is_named(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"))
    assert tell(casework, ENDED) == (1, 0)
    assert notices(casework, "case/1") == [HOME]
    assert tell(casework, "2020-01-01") == (0, 0)
    assert tell(casework) == (1, 0)


def test_who_is_not_open_on_the_day_is_not_told(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("closed"), council.records(closed(), "2020-01-01", file="case/closed"))
    away = CasesMerged(other="case/merged", goes_on_in="case/kept")
    put(casework, *case("merged"), *case("kept"))
    put(
        casework,
        council.tells(CasesMerged(other="case/kept", goes_on_in="case/kept"), "2020-01-01", file="case/merged"),
        council.tells(away, "2020-01-01", file="case/kept"),
    )
    put(casework, *case("later", on="2024-01-01"))
    by_hand = ResponsibilityMoved(from_body=PRACTICE, to_body=OTHER)
    put(casework, *case("that-day", on=ENDED), council.tells(by_hand, ENDED, file="case/that-day"))
    tell(casework)
    assert notices(casework, "case/closed") == [TOOK]
    assert notices(casework, "case/merged") == [TOOK]
    assert notices(casework, "case/kept") == [TOOK, HOME]
    assert notices(casework, "case/later") == []
    assert notices(casework, "case/that-day") == [(ENDED, PRACTICE, OTHER, MoveGround.OTHER)]


def test_a_case_that_began_on_the_day_never_was_anybody_elses(casework: Casework) -> None:
    everybody = told(CohortAgreed(cohort="c1"), BEGAN)
    put(casework, *made(), everybody, taken_on(), ended())
    by_hand = ResponsibilityMoved(from_body=PRACTICE, to_body=OTHER)
    put(casework, *case("1", on=ENDED), council.tells(by_hand, ENDED, file="case/1"))
    assert tell(casework) == (0, 0)


def test_what_is_recorded_meanwhile_is_found_by_running_again(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"), *case("2"), council.records(closed(), "2023-01-01", file="case/2"))
    assert tell(casework) == (3, 0)
    put(casework, *case("3", on="2023-01-01"))
    put(casework, council.tells(CaseReopened(), "2023-06-01", file="case/2"))
    assert tell(casework) == (2, 0)
    assert notices(casework, "case/2") == [TOOK, HOME]
    assert notices(casework, "case/3") == [HOME]


@pytest.mark.parametrize(
    ("practice", "area", "expected"),
    [
        (
            (*SERVED, agreed("South", "North", on="2018-04-01")),
            "North",
            [("2018-04-01", COUNCIL, PRACTICE, MoveGround.SCOPE_CHANGED)],
        ),
        (
            (*SERVED, agreed("West", on="2018-04-01")),
            "South",
            [TOOK, ("2018-04-01", PRACTICE, COUNCIL, MoveGround.SCOPE_CHANGED)],
        ),
        (
            (*made(until="2019-03-31"), agreed("South"), taken_on()),
            "South",
            [TOOK, ("2019-04-01", PRACTICE, COUNCIL, MoveGround.CONTRACT_ENDED)],
        ),
        (
            (
                *made(until="2019-03-31"),
                agreed("South"),
                taken_on(),
                told(ContractExtended(until=date(2020, 3, 31)), "2019-03-01"),
            ),
            "South",
            [TOOK, ("2020-04-01", PRACTICE, COUNCIL, MoveGround.CONTRACT_ENDED)],
        ),
        ((*SERVED, ended(returned_to=OTHER)), "South", [TOOK, (ENDED, PRACTICE, OTHER, MoveGround.CONTRACT_ENDED)]),
        ((*SERVED, ended(returned_to=OTHER)), "North", []),
        ((*SERVED, ended(), told(ContractEnded(returned_to=COUNCIL), "2023-12-01")), "South", [TOOK, HOME]),
        ((*SERVED, ended(), ended()), "South", [TOOK, HOME]),
    ],
)
def test_whatever_moved_them_is_told_on_its_day(
    casework: Casework, practice: tuple[Said, ...], area: str, expected: Notices
) -> None:
    put(casework, *practice)
    put(casework, *case("1", area=area))
    tell(casework)
    assert notices(casework, "case/1") == expected


def test_an_authorisation_that_ran_out_or_reached_further_moved_them_where_no_cohort_was_agreed(
    casework: Casework,
) -> None:
    event = FunctionsDelegated(
        delegation="d1",
        functions=(Function.REVIEW,),
        under=Instrument.CARE_ACT_S79,
        areas=("South",),
        until=date(2019, 3, 31),
    )
    put(casework, *made(), told(event, TAKEN_ON), told(ScopeChanged(delegation="d1"), "2018-01-01"))
    put(casework, *case("1"), *case("2", area="North"))
    tell(casework)
    ran_out = ("2019-04-01", PRACTICE, COUNCIL, MoveGround.SCOPE_CHANGED)
    assert notices(casework, "case/1") == [(TAKEN_ON, COUNCIL, PRACTICE, MoveGround.SCOPE_CHANGED), ran_out]
    assert notices(casework, "case/2") == [("2018-01-01", COUNCIL, PRACTICE, MoveGround.SCOPE_CHANGED), ran_out]


def test_who_moved_by_their_own_doing_or_was_taken_back_is_not_told(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    left = council.tells(CohortRecorded(client_groups=("older people",), area="West"), ENDED, file="case/1")
    elsewhere = CohortRecorded(client_groups=("older people",), area="North")
    put(casework, *case("1"), council.tells(elsewhere, TAKEN_ON, file="case/1"), left)
    back = council.decides(CaseTakenBack(decision=decided(TakingBack.CONCERN)), "2020-01-01", file="case/2")
    put(casework, *case("2"), back)
    tell(casework)
    assert notices(casework, "case/1") == []
    assert notices(casework, "case/2") == [TOOK]


def test_whose_cohort_is_not_on_record_is_counted_and_a_notice_by_hand_is_followed_home(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1", group=""), *case("2", group=""))
    by_hand = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE, ground=MoveGround.COHORT_TRANSFERRED)
    put(casework, council.tells(by_hand, TAKEN_ON, file="case/2"))
    found = planned(casework, FILE)
    assert (found.cases, found.untold) == (("case/2",), 1)
    assert tell(casework) == (1, 0)
    assert notices(casework, "case/1") == []
    assert notices(casework, "case/2") == [TOOK, HOME]


def test_what_somebody_told_by_hand_is_not_told_again(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    by_hand = ResponsibilityMoved(from_body=PRACTICE, to_body=COUNCIL)
    put(casework, *case("1"), council.tells(by_hand, ENDED, file="case/1"))
    assert tell(casework) == (1, 0)
    assert [one[3] for one in notices(casework, "case/1")] == [MoveGround.COHORT_TRANSFERRED, MoveGround.OTHER]


def test_whose_cohort_is_not_on_record_does_not_go_again_because_they_went_before(casework: Casework) -> None:
    again = told(ContractMade(council=COUNCIL, practice=PRACTICE), "2023-11-01")
    put(casework, *SERVED, ended(), again, agreed("South", on="2023-11-01"), taken_on("2023-12-01", None))
    by_hand = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE, ground=MoveGround.COHORT_TRANSFERRED)
    put(casework, *case("1"), *case("2", group=""), council.tells(by_hand, TAKEN_ON, file="case/2"))
    assert tell(casework) == (4, 0)
    once_more = ("2023-12-01", COUNCIL, PRACTICE, MoveGround.COHORT_TRANSFERRED)
    assert notices(casework, "case/1") == [TOOK, HOME, once_more]
    assert notices(casework, "case/2") == [TOOK, HOME]
    assert planned(casework, FILE).untold == 1


def test_of_several_entries_of_a_day_the_one_counts_that_brought_about_how_it_then_stood(casework: Casework) -> None:
    other = "practice/two"
    put(casework, *SERVED, ended(returned_to="Somebody else"))
    put(
        casework,
        *(
            administrator.tells(event, ENDED, file=other)
            for event in (
                ContractMade(council=COUNCIL, practice=OTHER),
                CohortAgreed(cohort="c2", areas=("South",)),
                CohortTransferred(cohort="c2"),
            )
        ),
    )
    put(casework, *case("1"))
    assert tell(casework) == (1, 0)
    found = notify(casework, other, teller(casework))
    assert (found.notices, found.taken_back) == (1, 0)
    assert notices(casework, "case/1") == [TOOK, (ENDED, PRACTICE, OTHER, MoveGround.COHORT_TRANSFERRED)]


# What is not borne out any more


def last(casework: Casework, kind: type, file: str = FILE) -> AnyEntry:
    return next(one for one in reversed(casework.entries(file)) if isinstance(one.event, kind))


def retract(casework: Casework, entry: AnyEntry) -> None:
    said = council.corrects(entry.entry_id, EntryRetracted(), "2024-06-01", file=entry.stream)
    put(casework, said)


def test_a_notice_is_taken_back_with_its_cause_and_given_again_when_the_cause_stands_again(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"))
    assert tell(casework) == (2, 0)
    for _ in range(2):
        retract(casework, last(casework, ContractEnded))
        assert tell(casework) == (0, 1)
        assert notices(casework, "case/1") == [TOOK]
        retract(casework, last(casework, EntryRetracted))
        assert tell(casework) == (1, 0)
        assert notices(casework, "case/1") == [TOOK, HOME]
    assert tell(casework) == (0, 0)


def test_a_notice_that_somebody_brought_back_beside_another_is_taken_back(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"))
    tell(casework)
    retract(casework, last(casework, ContractEnded))
    tell(casework)
    taken_back = last(casework, EntryRetracted, "case/1")
    retract(casework, last(casework, EntryRetracted))
    tell(casework)
    retract(casework, taken_back)
    assert notices(casework, "case/1") == [TOOK, HOME, HOME]
    assert tell(casework) == (0, 1)
    assert notices(casework, "case/1") == [TOOK, HOME]


def test_a_notice_that_says_something_else_is_replaced_on_its_day(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"))
    tell(casework)
    was = last(casework, ContractEnded)
    put(casework, council.corrects(was.entry_id, ContractEnded(returned_to=OTHER), ENDED, file=FILE))
    was = last(casework, CohortTransferred)
    longer = CohortTransferred(cohort="c1", joint_until=date(2016, 9, 30))
    put(casework, council.corrects(was.entry_id, longer, TAKEN_ON, file=FILE))
    assert tell(casework) == (2, 2)
    assert notices(casework, "case/1") == [TOOK, (ENDED, PRACTICE, OTHER, MoveGround.CONTRACT_ENDED)]


def test_a_window_that_a_later_transfer_took_away_is_not_brought_back_by_a_notice(
    casework: Casework,
) -> None:
    put(casework, *SERVED, taken_on("2016-06-01", None))
    put(casework, *case("1"))

    def beside() -> str:
        file = casework.file("case/1", as_at=date(2016, 6, 2))
        return casework.standing(date(2016, 6, 2)).answerable(file.belonging).jointly_with

    assert beside() == ""
    assert tell(casework)[0] == 1
    assert beside() == ""


def test_a_cause_that_is_put_on_another_day_takes_its_notices_with_it(casework: Casework) -> None:
    put(casework, *SERVED, ended())
    by_hand = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE, ground=MoveGround.COHORT_TRANSFERRED)
    put(casework, *case("1"), *case("2", group=""), council.tells(by_hand, TAKEN_ON, file="case/2"))
    tell(casework)
    was = last(casework, ContractEnded)
    put(casework, council.corrects(was.entry_id, ContractEnded(returned_to=OTHER), "2023-11-01", file=FILE))
    assert tell(casework) == (2, 2)
    for number in (1, 2):
        then = ("2023-11-01", PRACTICE, OTHER, MoveGround.CONTRACT_ENDED)
        assert notices(casework, f"case/{number}") == [TOOK, then]


def test_who_never_belonged_is_put_right_by_running_again(casework: Casework) -> None:
    put(casework, *SERVED)
    put(casework, *case("1"))
    assert tell(casework) == (1, 0)
    was = last(casework, CohortRecorded, "case/1")
    elsewhere = CohortRecorded(client_groups=("older people",), area="North")
    put(casework, council.corrects(was.entry_id, elsewhere, "2016-02-01", file="case/1"))
    assert tell(casework) == (0, 1)
    assert notices(casework, "case/1") == []


# Several at once, and what goes wrong


def before_keeping(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], times: int = 1) -> None:
    """Let something happen between the judging of a batch and its keeping."""
    keep, left = Batch.keep, [act] * times

    def kept(batch: Batch) -> Kept:
        if left and len(batch):
            left.pop()()
        return keep(batch)

    monkeypatch.setattr(Batch, "keep", kept)


def test_of_two_that_found_the_same_one_writes(
    record: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"), *case("2"), *case("3"))
    other = record.open()
    said: list[int] = []
    before_keeping(monkeypatch, lambda: said.append(tell(other)[0]))
    assert tell(casework) == (0, 0)
    assert said == [6]
    assert [notices(casework, f"case/{number}") for number in (1, 2, 3)] == [[TOOK, HOME]] * 3


def test_a_case_that_was_written_to_in_between_is_looked_at_again(
    record: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(casework, *SERVED)
    put(casework, *case("1"), *case("2"), *case("3"))
    other = record.open()
    was = last(casework, CohortRecorded, "case/1")
    elsewhere = CohortRecorded(client_groups=("older people",), area="North")
    said = council.corrects(was.entry_id, elsewhere, "2016-02-01", file="case/1")
    before_keeping(monkeypatch, lambda: put(other, said))
    assert tell(casework) == (2, 0)
    assert notices(casework, "case/1") == []
    assert notices(casework, "case/2") == notices(casework, "case/3") == [TOOK]


def test_where_others_keep_writing_it_is_given_up_and_running_again_goes_on(
    record: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(casework, *SERVED)
    put(casework, *case("1"))
    other = record.open()
    again = council.tells(CohortRecorded(client_groups=("older people",), area="South"), "2016-02-01", file="case/1")
    before_keeping(monkeypatch, lambda: put(other, again), times=100)
    with pytest.raises(CaseHasMovedOn):
        tell(casework)
    monkeypatch.undo()
    assert tell(casework) == (1, 0)


def test_a_case_that_cannot_be_told_keeps_nobody_else_from_it(record: Desk, casework: Casework) -> None:
    put(casework, *SERVED)
    put(casework, *case("1"))
    record.clock.set("2024-07-01")
    put(casework, *case("2"))
    record.clock.set("2024-06-15")
    found = notify(casework, FILE, teller(casework))
    assert found.notices == 1
    assert [(one, str(why)) for one, why in found.failed.items()] == [
        ("case/2", "recorded_at: earlier than the last entry of the file. Set the clock right")
    ]
    record.clock.set("2024-07-02")
    assert tell(casework) == (1, 0)


def test_a_case_whose_texts_were_forgotten_is_still_told_and_says_why_a_notice_cannot_be_taken_back(
    casework: Casework,
) -> None:
    put(casework, *SERVED, ended())
    put(casework, *case("1"), *case("2"), *case("3"))
    casework.sealer.keys.forget("case/2")
    assert tell(casework) == (6, 0)
    retract(casework, last(casework, ContractEnded))
    found = notify(casework, FILE, teller(casework))
    assert (found.taken_back, list(found.failed)) == (2, ["case/2"])


def test_progress_says_how_many_are_done(casework: Casework) -> None:
    put(casework, *SERVED)
    for number in range(5):
        put(casework, *case(str(number)))
    said: list[Progress] = []
    notify(casework, FILE, teller(casework), at_once=2, progress=said.append)
    assert said == [Progress(2, 5), Progress(4, 5), Progress(5, 5)]


@pytest.mark.parametrize(("practice", "on"), [("practice/none", None), ("case/1", None), (FILE, "2025-01-01")])
def test_what_is_asked_wrongly_is_told_so(casework: Casework, practice: str, on: str | None) -> None:
    put(casework, *SERVED)
    put(casework, *case("1"))
    with pytest.raises(Invalid):
        planned(casework, practice, date.fromisoformat(on) if on else None)


def test_nobody_is_told_of_a_day_that_has_not_come(record: Desk, casework: Casework) -> None:
    record.clock.set("2019-03-31")
    put(casework, *made(until="2019-03-31"), agreed("South"), taken_on())
    put(casework, *case("1"))
    assert tell(casework) == (1, 0)
    record.clock.set("2019-04-01")
    assert tell(casework) == (1, 0)


# The commands


@pytest.fixture
def swp(record: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    put(casework, *SERVED, ended())
    put(casework, *case("1"), *case("2"), *case("3", area="North"), *case("4", group=""))
    monkeypatch.setenv("SWP_KEYS", str(record.keys_file))
    monkeypatch.setenv("COLUMNS", "160")

    def run(*words: str, code: int = DONE) -> Result:
        told = ["practice", *words, "--database", record.url]
        ran = CliRunner().invoke(app, told, catch_exceptions=False, prog_name="swp")
        assert ran.exit_code == code, ran.output
        return ran

    return run


def test_the_command_shows_what_it_would_do_and_does_it_when_told(
    swp: Callable[..., Result], casework: Casework
) -> None:
    shown = swp("notify", FILE).stdout
    assert f"Notices to give: {FILE}" in shown
    assert "contract ended" in shown
    assert "LOOK: 1 open case may belong or not: the client group or area is not on record." in shown
    assert "Nothing was recorded. Give --as and --yes to do it." in shown
    assert notices(casework, "case/1") == []
    ran = swp("notify", FILE, "--as", "council-worker", "--yes")
    assert "Given: 4 notices. Taken back: 0." in ran.stdout
    assert ran.stderr.endswith("2 of 2 cases\n")
    assert notices(casework, "case/1") == [TOOK, HOME]
    assert "None: every case has been told." in swp("notify", FILE, "--as", "council-worker", "--yes").stdout


def test_the_command_answers_programs(swp: Callable[..., Result]) -> None:
    told = json.loads(swp("notify", FILE, "--on", ENDED, "--json").stdout)
    (group,) = told["notices"]
    assert (group["from_body"], group["to_body"], group["ground"], group["cases"]) == (*HOME[1:], 2)
    assert (told["on"], told["untold"], told["done"]) == (ENDED, 1, None)
    told = json.loads(swp("notify", FILE, "--on", ENDED, "--as", "council-worker", "--yes", "--json").stdout)
    assert told["done"] == {"notices": 2, "taken_back": 0, "failed": {}}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("notify", FILE, "--yes"), BAD_INPUT),
        (("notify", "practice/none"), BAD_INPUT),
        (("notify", FILE, "--on", "yesterday"), BAD_INPUT),
        (("notify", FILE, "--as", "nobody", "--yes"), REFUSED),
        (("responsible", FILE), BAD_INPUT),
        (("responsible", "case/none"), BAD_INPUT),
    ],
)
def test_the_commands_say_what_is_wrong(swp: Callable[..., Result], words: tuple[str, ...], code: int) -> None:
    assert swp(*words, code=code).stderr.startswith("swp: ")


def test_a_case_that_could_not_be_told_ends_the_command_with_a_refusal(
    swp: Callable[..., Result], record: Desk, casework: Casework
) -> None:
    swp("notify", FILE, "--as", "council-worker", "--yes")
    retract(casework, last(casework, ContractEnded))
    casework.sealer.keys.forget("case/2")
    ran = swp("notify", FILE, "--as", "council-worker", "--yes", code=REFUSED)
    assert "Given: 0 notices. Taken back: 1." in ran.stdout
    assert "swp: case/2: KeyForgotten" in ran.stderr


def test_who_is_responsible_can_be_asked_of_one_case(swp: Callable[..., Result]) -> None:
    said = swp("responsible", "case/1", "--as-at", TAKEN_ON).stdout
    assert f"Responsible: {PRACTICE} (practice), because they belong to the cohort c1, which it took on." in said
    assert f"Answers in law: {COUNCIL}." in said
    assert f"Jointly with {COUNCIL}, up to 2016-07-31." in said
    told = json.loads(swp("responsible", "case/1", "--as-at", ENDED, "--json").stdout)
    assert told == {
        "case": "case/1",
        "on": ENDED,
        "body": COUNCIL,
        "kind": "council",
        "council": COUNCIL,
        "jointly_with": "",
        "joint_until": None,
        "why": "the contract ended, and its cases went there",
        "client_groups": ["older people"],
        "area": "South",
    }


def test_of_a_case_that_was_not_open_that_day_it_says_so(swp: Callable[..., Result]) -> None:
    before = swp("responsible", "case/1", "--as-at", "1999-05-01")
    assert "swp: case/1 is not an open case on 1 May 1999" in before.stderr
    assert not swp("responsible", "case/1", "--as-at", TAKEN_ON).stderr


def test_who_is_responsible_can_be_asked_of_all_open_cases(swp: Callable[..., Result]) -> None:
    rows = [json.loads(line) for line in swp("responsible", "--as-at", TAKEN_ON, "--json").stdout.splitlines()]
    assert sorted((row["body"], row["cases"]) for row in rows) == [(COUNCIL, 2), (PRACTICE, 2)]
    assert "jointly_with" in swp("responsible", "--csv").stdout.splitlines()[0]
    assert "Open cases as at 2016-05-01" in swp("responsible", "--as-at", TAKEN_ON).stdout
    assert "Open cases as at 2016-01-01: None." in swp("responsible", "--as-at", "2016-01-01").stdout
    before = swp("responsible", "--as-at", TAKEN_ON, "--known-at", "2010-01-01", "--json").stdout
    assert before == ""
