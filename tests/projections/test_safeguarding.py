"""The safeguarding view: the path of each concern and enquiry, what is owed next, and what many have in common."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_adapters.cli.output import shortened
from swp_domain.actor import BodyKind
from swp_domain.case.events import CaseAllocated
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.party import Party
from swp_domain.safeguarding.enquiry_vocabulary import AdvocateEnd, EnquiryKind, RiskAfter, Unasked
from swp_domain.safeguarding.events import (
    AdultFoundSafe,
    ConcernReopened,
    EnquiryAdvocateEnded,
    EnquiryAdvocateRefused,
    EnquiryOutcomeTold,
    ReferrerTold,
)
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.safeguarding.words import words_on
from swp_projections import Safeguarding
from swp_projections.clusters import Cluster, clusters
from swp_projections.safeguarding import SafeguardingRow
from tests.cast import council, person
from tests.desk import put
from tests.papers import concern, enquiry
from tests.safeguarding_papers import COUNTED, THE_ADULT, action, asked, ended, opened, safe_plan
from tests.telling import Said, day, given

NOT_MET = SafeguardingFacts(has_needs=False, at_risk=True, unable_to_protect=False)
PROVIDER = Party(kind=BodyKind.PROVIDER)
RECEIVED = person.tells(concern(**COUNTED, raised_by=PROVIDER, provider="Elmcare"), "2024-05-01")
DECIDED = council.decides(enquiry(), "2024-05-03")
OPENED = council.tells(opened(), "2024-05-07")
ASKED = council.tells(asked(), "2024-05-07")
ACTION = council.decides(action(), "2024-05-20")
CLOSED = council.decides(ended(risk_after=RiskAfter.REDUCED), "2024-05-21")
TOLD = council.tells(EnquiryOutcomeTold(enquiry="q1", told=THE_ADULT), "2024-05-22")
REFERRER = council.tells(ReferrerTold(concern="k1"), "2024-05-22")


def rows(*said: Said, as_at: str, known_at: str | None = None) -> list[SafeguardingRow]:
    record = given(*said)
    known = day(known_at) if known_at else None
    return Safeguarding().of("case/one", record.streams["case/one"], as_at=day(as_at), known_at=known)


def test_a_concern_has_a_row_that_says_by_when_it_is_decided_on() -> None:
    allocated = council.tells(CaseAllocated(team="East", worker="edith"), "2024-04-01")
    (row,) = rows(allocated, RECEIVED, as_at="2024-05-02")
    assert (row.key, row.called, row.raised_by, row.types) == ("k1", "concern", "provider", "financial or material")
    assert (row.location, row.risk_source, row.provider) == ("own home", "other - known to individual", "Elmcare")
    assert (row.team, row.worker, row.enquiry, row.over) == ("East", "edith", "", False)
    assert (row.due, row.last_day, row.limit_force) == ("decide on the concern", day("2024-05-09"), "local policy")
    assert (row.standing(day("2024-05-09")), row.late_since(day("2024-05-09"))) == ("owed", None)
    assert (row.standing(day("2024-05-10")), row.late_since(day("2024-05-10"))) == ("late", day("2024-05-10"))


def test_the_path_of_an_enquiry_is_told_by_its_four_decisions_and_what_the_adult_wanted_and_got() -> None:
    path = (RECEIVED, DECIDED, OPENED, ASKED, ACTION, CLOSED, TOLD, REFERRER)
    (row,) = rows(*path, as_at="2024-06-01")
    assert row.key == "k1|q1"
    assert [row.decided_on, row.opened_on, row.action_on, row.closed_on] == [
        day("2024-05-03"), day("2024-05-07"), day("2024-05-20"), day("2024-05-21"),
    ]  # fmt: skip
    assert (row.decision, row.enquiry_called, row.action) == (
        "make a section 42 enquiry", "section 42 enquiry", "action is taken",
    )  # fmt: skip
    assert (row.asked, row.expressed, row.achieved, row.risk, row.risk_after) == (
        "at the start", True, "fully achieved", "risk identified", "risk reduced",
    )  # fmt: skip
    assert (row.told_on, row.due, row.standing(day("2024-06-01")), row.over) == (
        day("2024-05-22"), "", "nothing due", True,
    )  # fmt: skip
    (then,) = rows(*path, as_at="2024-05-19")
    assert (then.action_on, then.due, then.last_day) == (None, "tell whoever raised the concern", day("2024-05-17"))


def test_what_is_known_later_was_not_known_before() -> None:
    late_entry = council.decides(action(), "2024-05-20", recorded="2024-07-01")
    told = (RECEIVED, DECIDED, OPENED, REFERRER, late_entry)
    (before,) = rows(*told, as_at="2024-06-30", known_at="2024-06-30")
    (after,) = rows(*told, as_at="2024-06-30")
    assert (before.action_on, before.due) == (None, "decide what action is to be taken")
    assert (after.action_on, after.due) == (day("2024-05-20"), "tell the adult what came of the enquiry")


def test_each_enquiry_of_a_concern_has_its_own_row_and_a_plan_is_owed_in_that_of_its_enquiry() -> None:
    second = council.tells(opened(enquiry="q2"), "2024-05-08")
    plan = council.tells(safe_plan(), "2024-05-21")
    found = rows(RECEIVED, DECIDED, OPENED, second, ACTION, plan, CLOSED, TOLD, REFERRER, as_at="2024-06-01")
    by_key = {one.key: one for one in found}
    assert by_key["k1|q1"].due == "review the safeguarding plan"
    assert by_key["k1|q2"].due == "decide what action is to be taken"
    assert not by_key["k1|q1"].over, "a plan outlives its enquiry"


def test_what_was_to_be_done_at_once_does_not_hide_what_comes_next_once_there_is_a_plan_or_an_end() -> None:
    unsafe = person.tells(concern(**COUNTED, raised_by=PROVIDER, safe_now=False), "2024-05-01")
    at_once = "protect the adult at once"
    (before,) = rows(unsafe, DECIDED, OPENED, ASKED, as_at="2024-05-20")
    assert before.due == at_once
    for said in (council.tells(safe_plan(), "2024-05-20"), council.tells(safe_plan(concern="k1"), "2024-05-20")):
        (planned,) = rows(unsafe, DECIDED, OPENED, ASKED, said, as_at="2024-05-20")
        assert planned.due == "tell whoever raised the concern"
    told = (unsafe, DECIDED, OPENED, ASKED, ACTION, CLOSED)
    (closed,) = rows(*told, as_at="2024-05-21")
    assert closed.due == "tell whoever raised the concern"
    (last,) = rows(*told, TOLD, REFERRER, as_at="2024-05-22")
    assert last.due == at_once, "it does not end by that"
    safe = council.tells(AdultFoundSafe(concern="k1"), "2024-05-22")
    (over,) = rows(*told, TOLD, REFERRER, safe, as_at="2024-05-22")
    assert over.over


def test_a_plan_without_an_enquiry_is_owed_in_the_row_of_its_concern() -> None:
    alone = council.tells(safe_plan(enquiry=None, concern="k1"), "2024-05-02")
    decided = council.decides(enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=NOT_MET), "2024-05-03")
    (row,) = rows(RECEIVED, alone, decided, REFERRER, as_at="2024-06-01")
    assert (row.due, row.last_day) == ("review the safeguarding plan", day("2024-08-02"))


def test_what_became_of_an_advocate_and_that_nobody_asked_the_adult_are_told() -> None:
    refused = council.tells(EnquiryAdvocateRefused(enquiry="q1"), "2024-05-08")
    gone = council.tells(EnquiryAdvocateEnded(enquiry="q1", why=AdvocateEnd.UNAVAILABLE), "2024-05-09")
    unasked = council.decides(ended(unasked=Unasked.NOT_KNOWN), "2024-05-21")
    (row,) = rows(RECEIVED, DECIDED, OPENED, refused, gone, ACTION, unasked, as_at="2024-05-21")
    assert (row.advocate_refused_on, row.advocate_ended_on) == (day("2024-05-08"), day("2024-05-09"))
    assert (row.asked, row.unasked) == ("", "don't know")
    (row,) = rows(RECEIVED, DECIDED, OPENED, ASKED, ACTION, unasked, as_at="2024-05-21")
    assert (row.asked, row.unasked) == ("at the start", None), "an asking that is on record is more than that"


def test_a_concern_that_is_reopened_waits_again() -> None:
    again = council.tells(ConcernReopened(concern="k1"), "2024-09-02")
    (row,) = rows(RECEIVED, DECIDED, OPENED, ACTION, CLOSED, TOLD, REFERRER, again, as_at="2024-09-03")
    assert (row.reopened_on, row.due, row.over) == (day("2024-09-02"), "decide again on the concern", False)


def test_before_april_2015_they_were_alerts_and_investigations() -> None:
    old = council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-02")
    investigated = council.tells(opened(EnquiryKind.OTHER), "2012-05-03")
    (row,) = rows(person.tells(concern(), "2012-05-01"), old, investigated, as_at="2012-05-04")
    assert (row.called, row.enquiry_called, row.due) == ("alert", "investigation", "bring the investigation to its end")
    eve, first = words_on(day("2015-03-31")), words_on(day("2015-04-01"))
    assert (eve.adult, eve.plan, eve.planning_meeting) == ("vulnerable adult", "protection plan", "strategy meeting")
    assert (first.adult, first.plan, first.planning_meeting) == (
        "adult at risk", "safeguarding plan", "planning meeting",
    )  # fmt: skip
    assert (first.of(EnquiryKind.OTHER), first.of(EnquiryKind.SECTION_42)) == ("other enquiry", "section 42 enquiry")


def test_a_file_without_concerns_has_no_row() -> None:
    assert rows(council.tells(CaseAllocated(team="East"), "2024-04-01"), as_at="2024-05-01") == []


# Over many files


def row(file: str, on: str, provider: str = "", location_name: str = "") -> SafeguardingRow:
    return SafeguardingRow(
        file=file, key="k1", concern="k1", received_on=day(on), provider=provider, location_name=location_name
    )


def test_three_concerns_of_a_year_about_one_provider_are_seen_together_whoever_the_adults_are() -> None:
    found = [
        row("case/1", "2024-01-10", provider="Elmcare", location_name="Elm House"),
        row("case/2", "2024-06-10", provider="Elmcare", location_name="Elm House"),
        row("case/3", "2025-01-10", provider="Elmcare"),
        row("case/4", "2024-06-10", provider="Oakcare"),
        row("case/5", "2024-06-10"),
    ]
    assert clusters(found) == [
        Cluster("provider", "Elmcare", concerns=3, files=3, first_on=day("2024-01-10"), last_on=day("2025-01-10"))
    ]
    spelt = [replace(found[0], provider="Elm-Care Ltd."), replace(found[1], provider="  ELM CARE  ltd")]
    (one,) = clusters([replace(found[2], provider="elm care ltd"), *spelt])
    assert (one.name, one.concerns) == ("Elm-Care Ltd.", 3), "the first spelling is shown"
    marks = [replace(found[0], provider="-"), replace(found[1], provider="."), replace(found[2], provider="!")]
    assert clusters(marks) == []
    assert clusters([*found[:2], replace(found[2], received_on=day("2025-01-11"))]) == []


def test_a_concern_with_two_enquiries_is_one_concern() -> None:
    one = row("case/1", "2024-01-10", provider="Elmcare")
    assert clusters([one, replace(one, key="k1|q1"), replace(one, key="k1|q2")]) == []


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    casework = Casework(url)
    put(casework, council.tells(CaseAllocated(team="East", worker="edith"), "2024-04-01"), RECEIVED, DECIDED, OPENED)
    for number in (2, 3):
        told = concern(provider="Elmcare")
        put(casework, person.tells(told, f"2024-0{number}-01", file=f"case/{number}"))
    return url


def test_a_board_reads_what_is_late_and_what_concerns_have_in_common(database: str) -> None:
    runner = CliRunner()
    asked = ["safeguarding", "--database", database, "--as-at", "2024-07-01"]
    late = runner.invoke(app, [*asked, "--late", "--team", "East", "--json"])
    assert late.exit_code == 0, late.output
    (told,) = [json.loads(line) for line in late.stdout.splitlines()]
    assert (told["key"], told["due"], told["late_since"]) == ("k1|q1", "tell whoever raised the concern", "2024-05-18")
    page = runner.invoke(app, asked)
    assert "as at 2024-07-01" in page.stdout
    together = runner.invoke(app, [*asked, "--clusters", "--csv"])
    (cluster,) = csv.DictReader(io.StringIO(together.stdout))
    assert (cluster["name"], cluster["concerns"], cluster["files"]) == ("Elmcare", "3", "3")
    assert "Elmcare" in runner.invoke(app, [*asked, "--clusters"]).stdout
    assert "k1 (concern)" in page.stdout
    nobody = runner.invoke(app, [*asked, "--worker", "olu", "--json"])
    assert nobody.stdout == ""


def test_a_name_of_any_length_leaves_the_tables_readable_and_is_whole_for_programs(tmp_path: Path) -> None:
    url, wild = f"sqlite:///{tmp_path / 'record.db'}", "Elm" * 30_000
    casework = Casework(url)
    for number in (1, 2, 3):
        told = concern(provider=wild, location_name="Elm House " * 5_000)
        put(casework, person.tells(told, f"2024-0{number}-01", file=f"case/{number}"))
    put(casework, council.records(enquiry(concern="k9"), "2024-03-02", file="case/9"))
    casework.close()
    runner = CliRunner()
    for words in (["safeguarding"], ["safeguarding", "--clusters"], ["board", "--year", "2023"]):
        shown = runner.invoke(app, [*words, "--database", url, "--as-at", "2024-03-31"])
        assert shown.exit_code == 0, shown.output
        assert len(shown.stdout) < 30_000
        assert "\u2026" in shown.stdout
        assert "Elm\u2026" in "".join(shown.stdout.split())
    listed = runner.invoke(app, ["safeguarding", "--database", url, "--as-at", "2024-03-31"]).stdout
    assert "k9 (its receipt is not on record)" in " ".join(listed.split())
    whole = runner.invoke(app, ["safeguarding", "--clusters", "--database", url, "--as-at", "2024-03-31", "--json"])
    assert wild in {json.loads(line)["name"] for line in whole.stdout.splitlines()}


def test_what_is_looked_up_is_never_cut() -> None:
    longest, digest = "i" * 80, "f" * 64
    told = f"{longest} {digest} of practice/{longest}"
    assert shortened(told) == told
    assert shortened("w" * 121) == "w" * 120 + "\u2026"
    assert shortened("a b " * 250) == "a b " * 250
    longer = "a " * 500 + "about nobody"
    assert (shortened(longer)[:700], shortened(longer)[700:]) == (longer[:700], "\u2026" + longer[-300:])
