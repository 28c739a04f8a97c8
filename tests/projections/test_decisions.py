"""Every decision of ours with its chain of authority: what cannot be shown, at which link, and why."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_adapters.demo.audit import CASE as DEMO_2
from swp_adapters.demo.life import live
from swp_domain.actor import BodyKind, Role
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.event import EntryRetracted
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.law.function import Function
from swp_domain.planning.events import ApprovalAsked, ApprovalDecided, PlanDrafted
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_domain.practice.events import DecisionsReserved, RegistrationRecorded
from swp_domain.practice.vocabulary import Instrument
from swp_domain.responsibility.events import CohortRecorded, DecisionRatified
from swp_domain.responsibility.vocabulary import Ratification
from swp_domain.safeguarding_adults_review.events import ReviewDecided, ReviewReferralReceived
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice
from swp_projections import Decisions
from swp_projections.decisions import DecisionRow
from tests.cast import (
    COUNCIL,
    DELEGATE,
    PRACTICE,
    administrator,
    contract,
    council,
    court,
    delegated,
    joined,
    other_council,
    person,
    practice,
    somebody,
)
from tests.papers import application, completed, decided, enquiry, order, request
from tests.plan_papers import COUNCIL_WITH_LIMITS, approved, drafted, manager
from tests.telling import CASE, REVIEW, Said, day, given

ASKED = person.tells(request(), "2024-05-01")
S79 = Instrument.CARE_ACT_S79


def rows(*said: Said | tuple[Said, ...], as_at: str | None = None, known_at: str | None = None) -> list[DecisionRow]:
    entries = given(*said).streams.get(CASE, [])
    known = day(known_at) if known_at else None
    return Decisions().of(CASE, entries, as_at=day(as_at) if as_at else None, known_at=known)


def row(*said: Said | tuple[Said, ...], **days: Any) -> DecisionRow:
    (one,) = rows(*said, **days)
    return one


# The chain


def test_a_decision_within_an_authorisation_has_its_whole_chain_and_fails_nowhere() -> None:
    one = row(DELEGATE, ASKED, practice.decides(completed(), "2024-05-20", recorded="2024-05-24"))
    assert (one.shown, one.link, one.links, one.why, one.rule) == (True, "", "", "", "")
    assert (one.by, one.role, one.body, one.answerable) == ("practice-worker", "social worker", PRACTICE, COUNCIL)
    assert (one.statute, one.function) == ("Care Act 2014, s 9", "assessment of needs")
    assert (one.instrument, one.delegation) == ("Care Act 2014 s 79", "s79")
    assert (one.occurred_on, one.recorded_on, one.lag_days) == (day("2024-05-20"), day("2024-05-24"), 4)
    assert (one.conduct, one.purported, one.outcome) == ("deciding", False, "has needs")
    assert one.chain.endswith(f"taken by {PRACTICE}, and {COUNCIL} answers.")


def test_facts_and_the_decisions_of_other_bodies_are_none_of_ours() -> None:
    asked = council.tells(application(), "2024-03-01"), court.tells(order("2024-06-01", "2024-09-01"), "2024-04-01")
    assert rows(DELEGATE, ASKED, *asked, other_council.tells(enquiry(), "2024-05-02")) == []


def test_a_boards_decision_is_its_own_and_the_councils_in_its_place_is_ours() -> None:
    referred = council.tells(ReviewReferralReceived(cases=("case/one",)), "2024-01-10", file=REVIEW)
    facts = ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True, seriously_abused=False)
    choice = ReviewDecided(facts=facts, decision=decided(ReviewChoice.MANDATORY))
    board = somebody(BodyKind.SAFEGUARDING_BOARD, body="Northmere Safeguarding Adults Board")
    theirs = given(DELEGATE, referred, board.decides(choice, "2024-02-01", file=REVIEW))
    assert Decisions().of(REVIEW, theirs.streams[REVIEW]) == []
    ours = given(DELEGATE, referred, council.records(choice, "2024-02-01", file=REVIEW))
    (one,) = Decisions().of(REVIEW, ours.streams[REVIEW])
    assert (one.shown, one.link) == (False, "body")


def test_reasons_are_not_repeated_only_whether_there_are_any() -> None:
    with_reasons = row(DELEGATE, ASKED, practice.decides(completed(), "2024-05-20"))
    assert with_reasons.reasons is True
    event = completed()
    silent = event.model_copy(update={"decision": event.decision.model_copy(update={"reasons": None})})
    assert row(DELEGATE, ASKED, practice.decides(silent, "2024-05-20")).reasons is False


# Each link


def _reserved() -> DecisionRow:
    return row(
        DELEGATE,
        administrator.tells(DecisionsReserved(reservation="r1", decisions=(ApprovalDecided.name,)), "2024-04-01"),
        administrator.tells(PlanDrafted(plan="p1"), "2024-05-01"),
        administrator.tells(ApprovalAsked(plan="p1", weekly=Decimal(600)), "2024-05-01"),
        practice.records(
            ApprovalDecided(plan="p1", weekly=Decimal(600), decision=decided(ApprovalOutcome.APPROVED)), "2024-05-20"
        ),
    )


def _expired() -> DecisionRow:
    until = delegated(S79, "2015-04-01", Function.NEEDS_ASSESSMENT, until="2024-05-19")
    return row(
        contract("2015-04-01"),
        until,
        joined(practice, "2015-04-01"),
        ASKED,
        practice.records(completed(), "2024-05-20"),
    )


def _lapsed() -> DecisionRow:
    lapsed = administrator.tells(RegistrationRecorded(member="practice-worker"), "2024-05-10")
    return row(DELEGATE, lapsed, ASKED, practice.decides(completed(), "2024-05-20"))


def _never() -> DecisionRow:
    from tests.papers import concern

    return row(DELEGATE, council.tells(concern(), "2024-05-01"), practice.records(enquiry(), "2024-05-02"))


def _nobody_answers() -> DecisionRow:
    return row(ASKED, practice.records(completed(), "2024-05-20"))


def _beyond() -> DecisionRow:
    return row(
        COUNCIL_WITH_LIMITS, council.tells(drafted(), "2024-05-01"), manager.records(approved("900"), "2024-05-02")
    )


@pytest.mark.parametrize(
    ("made", "link", "rule", "force", "says"),
    [
        (_never, "statute", "DEL-02", "statute", "the practice takes the safeguarding enquiry decision"),
        (_nobody_answers, "council", "DEL-03", "statute", "no contract with a council is on record for that day"),
        (_expired, "instrument", "DEL-01", "statute", "not shown: an authorisation in force covers the function"),
        (_reserved, "reservation", "GOV-03", "local policy", "the contract reserves it"),
        (_lapsed, "post", "GOV-14", "regulations", "without that registration"),
        (_beyond, "limit", "GOV-APP-01", "local policy", "£900.00 a week is approved, and the limit is £500.00"),
    ],
)
def test_the_link_that_fails_is_named_with_its_rule_its_force_and_why(
    made: Any, link: str, rule: str, force: str, says: str
) -> None:
    one = made()
    assert (one.shown, one.link, one.rule, one.force) == (False, link, rule, force)
    assert link in one.links.split("; ")
    assert says in one.why
    assert f"Not shown, {link}: {rule}" in one.chain


def test_a_limit_and_an_amount_are_those_of_the_moment() -> None:
    one = _beyond()
    assert (one.amount, one.limit) == (Decimal(900), Decimal(500))


def test_what_cannot_be_told_is_neither_shown_nor_shown_to_be_wrong() -> None:
    stranger = somebody(BodyKind.PRACTICE, Role.CASE_WORKER, "stranger", PRACTICE)
    limited = contract("2015-04-01"), delegated(S79, "2015-04-01", Function.NEEDS_ASSESSMENT)
    known = joined(stranger, "2015-04-01")
    assert row(limited, known, ASKED, stranger.decides(completed(), "2024-05-20")).shown is True
    areas = limited[1].proposal.event.model_copy(update={"areas": ("South",)})
    one = row(
        limited[0], administrator.tells(areas, "2015-04-01"), known, ASKED, stranger.decides(completed(), "2024-05-20")
    )
    assert (one.shown, one.link) == (None, "instrument")
    assert one.why.startswith("cannot be told: ")
    elsewhere = council.tells(CohortRecorded(area="North"), "2024-05-02")
    said = (limited[0], administrator.tells(areas, "2015-04-01"), known, ASKED, elsewhere)
    assert row(*said, stranger.records(completed(), "2024-05-20")).shown is False


# What became of it


def _ratified(outcome: Ratification, entry: str, on: str = "2024-06-01") -> Said:
    return council.decides(DecisionRatified(entry=entry, decision=decided(outcome)), on)


def test_what_the_council_ratified_says_so_from_its_day_and_stays_unproven() -> None:
    record = given(contract("2015-04-01"), joined(practice, "2015-04-01"), ASKED)
    taken = record.when(practice.records(completed(), "2024-05-20"))
    entry = taken.entry.entry_id
    told = taken.when(_ratified(Ratification.NOT_RATIFIED, entry)).when(
        _ratified(Ratification.RATIFIED, entry, "2024-07-01")
    )
    entries = told.streams[CASE]

    def of(**days: Any) -> tuple[bool | None, Any, bool | None]:
        one = next(one for one in Decisions().of(CASE, entries, **days) if one.key == entry)
        return one.ratified, one.ratified_on, one.shown

    assert of(as_at=day("2024-05-31")) == (None, None, False)
    assert of(as_at=day("2024-06-30")) == (False, day("2024-06-01"), False)
    assert of() == (True, day("2024-07-01"), False)


def test_what_was_ratified_is_still_once_it_was_corrected_and_corrected_again() -> None:
    record = given(contract("2015-04-01"), joined(practice, "2015-04-01"), ASKED)
    taken = record.when(practice.records(completed(), "2024-05-20"))
    told = taken.when(_ratified(Ratification.RATIFIED, taken.entry.entry_id))
    for on in ("2024-05-21", "2024-05-22"):
        last = next(one for one in reversed(told.streams[CASE]) if isinstance(one.event, AssessmentCompleted))
        told = told.when(practice.corrects(last.entry_id, completed(), on))
    found = [one for one in Decisions().of(CASE, told.streams[CASE]) if one.event.startswith("assessment/")]
    assert [(one.occurred_on, one.ratified) for one in found] == [(day("2024-05-22"), True)]


def test_the_council_only_ratifies() -> None:
    record = given(contract("2015-04-01"), joined(practice, "2015-04-01"), ASKED)
    taken = record.when(practice.records(completed(), "2024-05-20"))
    event = DecisionRatified(entry=taken.entry.entry_id, decision=decided(Ratification.RATIFIED))
    told = taken.when(practice.records(event, "2024-06-01"))
    found = {one.event: one for one in Decisions().of(CASE, told.streams[CASE])}
    assert found["assessment/assessment-completed"].ratified is None
    assert (found[DecisionRatified.name].shown, found[DecisionRatified.name].link) == (False, "body")


def test_what_was_retracted_is_left_out_and_was_there_before() -> None:
    record = given(DELEGATE, ASKED).when(practice.decides(completed(), "2024-05-20"))
    told = record.when(council.corrects(record.entry.entry_id, EntryRetracted(), "2024-06-10", recorded="2024-06-10"))
    assert Decisions().of(CASE, told.streams[CASE]) == []
    assert len(Decisions().of(CASE, told.streams[CASE], known_at=day("2024-06-09"))) == 1


# At the terminal


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demonstration."""
    url = f"sqlite:///{tmp_path_factory.mktemp('lived') / 'record.db'}"
    casework = Casework(url, clock=lambda: datetime(2026, 1, 1, 9, tzinfo=UTC))
    list(live(casework))
    casework.close()
    return url


def swp(database: str, *words: str) -> str:
    answer = CliRunner().invoke(app, ["decisions", *words, "--database", database])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def told(database: str, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in swp(database, *words, "--json").splitlines()]


LINKS = ["instrument", "instrument", "reservation", "post", "limit"]


def test_an_auditor_finds_in_the_demonstration_what_nobody_can_show_authority_for(database: str) -> None:
    found = told(database, "--unproven")
    assert [one["link"] for one in found] == LINKS
    assert {one["file"] for one in found} == {DEMO_2}
    assert all(one["reasons"] and one["shown"] is False for one in found)
    assert [one["ratified"] for one in found] == [True, None, None, None, None]
    shown = " ".join(swp(database, "--unproven").split())
    assert "2025-04-07 case/demo-2 direct payment decided (agreed), by grace (senior social worker, Haverby" in shown
    assert "payments-east is for everybody in East (DEL-01, Care Act 2014, s 79(1), (4)-(5); statute;" in shown
    assert "ratified by the council on 2025-05-06" in shown
    assert "£640.00 a week is approved, and the limit is £500.00" in shown
    assert "local policy 1 0" in shown, "what our own rules forbid is counted apart from what the law forbids"
    assert "Authority is shown for" not in shown


def test_the_rest_stands_after_what_is_unproven(database: str) -> None:
    found = told(database)
    assert [one["link"] for one in found[:5]] == LINKS
    assert {one["shown"] for one in found[5:]} == {True}
    page = swp(database)
    assert page.index("instrument: no authorisation") < page.index("Authority is shown for") < page.index("By the link")
    assert f"{len(found)} decisions; authority is shown for {len(found) - 5}." in page
    assert "Invented" not in page, "no narrative is repeated"


def test_decisions_are_asked_for_by_case_link_person_team_and_day(database: str) -> None:
    assert [one["link"] for one in told(database, "--link", "post")] == ["post"]
    assert {one["by"] for one in told(database, "--by", "grace")} == {"grace"}
    assert len(told(database, "--by", "grace", "--unproven")) == 3
    assert {one["file"] for one in told(database, "--team", "East")} == {"case/demo-1"}
    assert told(database, "--unproven", "--team", "East") == []
    assert len(told(database, DEMO_2)) == 6
    assert [one["link"] for one in told(database, "--unproven", "--as-at", "2025-03-31")] == ["reservation", "post"]
    assert told(database, "--unproven", "--known-at", "2020-01-01") == []
    assert "By the link that fails: authority is shown for every one." in swp(database, "case/demo-1")


def test_they_come_as_csv_with_the_same_columns(database: str) -> None:
    (first, *_) = told(database)
    table = list(csv.DictReader(io.StringIO(swp(database, "--unproven", "--csv"))))
    assert list(table[0]) == list(first)
    assert [one["link"] for one in table] == LINKS


def test_whoever_decided_nothing_is_said_to_have(database: str) -> None:
    answer = CliRunner().invoke(app, ["decisions", "--by", "nobody", "--json", "--database", database])
    assert answer.stdout == ""
    assert "no decision of anybody called nobody is among them" in answer.stderr
    assert CliRunner().invoke(app, ["decisions", "--link", "no such", "--database", database]).exit_code == 2
    assert CliRunner().invoke(app, ["decisions", "case/404", "--database", database]).exit_code == 65


def test_the_database_holds_no_narrative_in_the_view(database: str, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(database.removeprefix("sqlite:///")) as opened:
        (name,) = opened.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'view_decisions_%' AND type = 'table'"
        ).fetchone()
        cells = [str(cell) for one in opened.execute(f"SELECT * FROM {name}") for cell in one]
    assert cells
    assert not [one for one in cells if "Invented" in one]
