"""``swp undo``: a slip is taken back by an entry, by whoever made it, and by nobody unawares."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE, REFUSED
from swp_adapters.cli.main import app
from swp_adapters.demo.people import establish
from swp_domain.case.events import CaseAllocated
from swp_domain.contact.events import ContactPassedOn, ContactReceived
from swp_domain.contact.vocabulary import Channel
from swp_domain.event import EntryRetracted, Event
from swp_domain.proposal import propose
from swp_domain.referral.events import ReferralReceived
from swp_domain.referral.vocabulary import Source
from swp_projections import VIEWS, AuditTrail, Caseload

Run = Callable[..., Result]
PASSED: tuple[tuple[str, Event], ...] = (
    ("contact/1", ContactReceived(contact="C1", channel=Channel.TELEPHONE)),
    ("contact/1", ContactPassedOn(contact="C1", case="case/1", referral="R1")),
    ("case/1", ReferralReceived(referral="R1", source=Source.FRONT_DOOR, contact="C1")),
)


class Desk:
    """Somebody who records at a moment and then takes back."""

    def __init__(self, file: Path) -> None:
        self.url = f"sqlite:///{file}"
        self.ago = timedelta(minutes=1)
        self.casework = Casework(self.url, clock=lambda: datetime.now(UTC) - self.ago)
        self.ago = timedelta(days=2)
        establish(self.casework)
        self.ago = timedelta(minutes=1)

    def records(self, who: str, *told: tuple[str, Event], **more: Any) -> list[str]:
        by = self.casework.actor(who, date(2025, 1, 1))
        receipt = self.casework.submit(*(propose(file, event, by, "2025-01-06", **more) for file, event in told))
        return [one["entry_id"] for one in receipt.entries]

    def undo(self, who: str, *words: str, code: int = DONE, yes: bool = True, sent: str = "") -> Result:
        told = ["undo", "--as", who, *words, *(["--yes"] if yes else []), "--database", self.url]
        ran = CliRunner().invoke(app, told, input=sent, catch_exceptions=False, prog_name="swp")
        assert ran.exit_code == code, ran.output
        return ran

    def stands(self) -> list[str]:
        return [row.key for row in self.casework.view(AuditTrail) if row.stands and not row.file.startswith("practice")]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    made = Desk(tmp_path / "record.db")
    yield made
    assert made.casework.verify().intact
    for view in VIEWS:
        folded = [row for name, entries in made.casework.files() for row in view().of(name, entries)]
        assert made.casework.view(view) == sorted(folded, key=lambda row: (row.file, row.key))
    made.casework.close()


def test_all_that_was_sent_together_is_taken_back_together_and_nothing_is_deleted(desk: Desk) -> None:
    before = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    sent = desk.records("olu", *PASSED)
    ran = desk.undo("olu")
    for name in ("contact/contact-received", "contact/contact-passed-on", "referral/referral-received"):
        assert name in ran.stdout
    assert ran.stdout.endswith("Taken back: 3 entries. It stays in the audit trail.\n")
    rows = [row for row in desk.casework.view(AuditTrail) if row.recorded_by == "olu"]
    assert sorted(row.key for row in rows if not row.stands) == sorted(sent)
    undone = [row for row in rows if row.stands]
    assert {row.corrects for row in undone} == set(sent)
    assert len({row.command_id for row in undone}) == 1
    assert set(before) <= set(desk.stands())
    for file in ("case/1", "contact/1"):
        last = desk.casework.entries(file)[-1]
        assert isinstance(last.event, EntryRetracted)
        assert last.reason == "A slip, taken back by who recorded it."
        assert last.by.id == "olu"


def test_only_what_oneself_recorded_last_is_taken_back(desk: Desk) -> None:
    (mine,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    (theirs,) = desk.records("olu", ("case/2", CaseAllocated(team="West")))
    desk.undo("ada", "--reason", "The wrong case.")
    assert [row.file for row in desk.casework.view(Caseload)] == ["case/2"]
    ran = desk.undo("ada", "--entry", theirs, "--reason", "Not so.", code=REFUSED)
    assert f"NotUndone: {theirs} was recorded by olu, not by ada. Ask them to, or send case/entry-re" in ran.stderr
    assert theirs in desk.stands()
    assert mine not in desk.stands()
    assert "NotUndone: edith recorded nothing. There is nothing to take back" in desk.undo("edith", code=REFUSED).stderr


def test_where_others_have_recorded_since_it_has_to_be_named_with_a_reason(desk: Desk) -> None:
    (mine,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    desk.records("olu", ("case/1", CaseAllocated(team="West")))
    ran = desk.undo("ada", code=REFUSED)
    assert "NotUndone: olu recorded in case/1 since, and may have relied on it. If it is to be" in ran.stderr
    assert f"swp undo --entry {mine} --reason …" in ran.stderr
    assert "--reason: is missing" in desk.undo("ada", "--entry", mine, code=BAD_INPUT).stderr
    desk.undo("ada", "--entry", mine, "--reason", "The wrong team.")
    assert mine not in desk.stands()
    assert desk.casework.entries("case/1")[-1].reason == "The wrong team."


@pytest.mark.parametrize(("minutes", "code"), [(29, DONE), (31, REFUSED)])
def test_what_was_recorded_too_long_ago_has_to_be_named(desk: Desk, minutes: int, code: int) -> None:
    desk.ago = timedelta(minutes=minutes)
    (mine,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    ran = desk.undo("ada", code=code)
    if code:
        assert "UTC, more than 30 minutes ago. If it is to be taken back all the same, name it" in ran.stderr
        desk.undo("ada", "--entry", mine, "--reason", "The wrong case.")
    assert mine not in desk.stands()


def test_taking_back_twice_takes_back_nothing_else(desk: Desk) -> None:
    (first,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    (second,) = desk.records("ada", ("case/2", CaseAllocated(team="East")))
    (undone,) = (one["entry_id"] for one in json.loads(desk.undo("ada", "--json").stdout)["entries"])
    ran = desk.undo("ada", code=REFUSED)
    assert "NotUndone: What was recorded last took something back already. To take that back, name it" in ran.stderr
    assert first in desk.stands()
    ran = desk.undo("ada", "--entry", second, "--reason", "Again.", code=REFUSED)
    assert f"NotUndone: {second} was taken back already" in ran.stderr
    desk.undo("ada", "--entry", undone, "--reason", "It was right after all.")
    assert second in desk.stands()


def test_what_was_corrected_since_is_taken_back_from_the_newest(desk: Desk) -> None:
    (first,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    (newer,) = desk.records("ada", ("case/1", CaseAllocated(team="West")), corrects=first, reason="The wrong team.")
    ran = desk.undo("ada", "--entry", first, "--reason", "No.", code=REFUSED)
    assert f"NotUndone: {first} was corrected since by {newer}. Take that back first: --entry {newer}" in ran.stderr
    desk.undo("ada")
    assert [row.team for row in desk.casework.view(Caseload)] == ["East"]


def test_it_is_shown_and_asked_before_it_is_done(desk: Desk) -> None:
    (mine,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    ran = desk.undo("ada", yes=False, code=BAD_INPUT, sent="y\n")
    assert "case/case-allocated" in ran.stdout
    assert "Invalid: --yes: is missing, and there is nobody to ask" in ran.stderr
    assert mine in desk.stands()


def test_nonsense_is_bad_input(desk: Desk) -> None:
    assert (
        "--entry: is not the id of an entry"
        in desk.undo("ada", "--entry", "nonsense", "--reason", "x", code=BAD_INPUT).stderr
    )
    assert "nobody called oul is on the staff" in desk.undo("oul", code=REFUSED).stderr
    ran = CliRunner().invoke(app, ["undo", "--database", desk.url], prog_name="swp")
    assert (ran.exit_code, "--as: nobody is named" in ran.stderr) == (BAD_INPUT, True)


def test_who_is_asked_may_say_no(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from swp_adapters.cli import undoing

    class Terminal:
        def isatty(self) -> bool:
            return True

    class Stdin:
        stdin = Terminal()

    (mine,) = desk.records("ada", ("case/1", CaseAllocated(team="East")))
    monkeypatch.setattr(undoing, "sys", Stdin)
    assert "Take back this entry?" in desk.undo("ada", yes=False, code=REFUSED, sent="n\n").stderr
    assert mine in desk.stands()
    desk.undo("ada", yes=False, sent="y\n")
    assert mine not in desk.stands()
