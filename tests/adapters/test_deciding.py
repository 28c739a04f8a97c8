"""``swp decision``: one decision as it was known then, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE
from swp_adapters.cli.main import app
from swp_projections import AuditTrail
from tests.cast import DELEGATE, council, person
from tests.desk import put
from tests.papers import concern, enquiry, request


@pytest.fixture
def told(tmp_path: Path) -> tuple[str, dict[str, str]]:
    """A record with a decision in it, its address, and the id of each kind of entry."""
    url = f"sqlite:///{tmp_path}/record.db"
    casework = Casework(url)
    for one in (
        *DELEGATE, person.tells(concern(), "2024-05-01"), person.tells(request(), "2024-05-02"),
        council.tells(enquiry(), "2024-05-10"), person.tells(concern(concern="c2"), "2024-05-09"),
    ):  # fmt: skip
        put(casework, one)
    return url, {row.event: row.key for row in casework.view(AuditTrail)}


def swp(url: str, *words: str, code: int = DONE) -> str:
    ran = CliRunner().invoke(app, ["decision", *words, "--database", url], prog_name="swp")
    assert ran.exit_code == code, ran.output
    return ran.output


def test_a_decision_is_told_with_what_was_known_and_what_was_not(told: tuple[str, dict[str, str]]) -> None:
    url, ids = told
    said = swp(url, ids["safeguarding/enquiry-decided"])
    order = [
        "As it was taken on 10 May 2024", "authority: Care Act 2014, s 42 gives Northmere Council",
        "the person's views:", "judged by the rules of today", "What it speaks of, on record by then",
        "2024-05-01  safeguarding/concern-received", "Already true then, and recorded only afterwards",
        "2024-05-09  safeguarding/concern-received", "What followed in the same matter: nothing",
    ]  # fmt: skip
    places = [said.index(one) for one in order]
    assert places == sorted(places)


def test_a_program_gets_the_same(told: tuple[str, dict[str, str]]) -> None:
    url, ids = told
    found: dict[str, Any] = json.loads(swp(url, ids["safeguarding/enquiry-decided"], "--json"))
    assert found["entry"]["entry_id"] == found["stands"] == ids["safeguarding/enquiry-decided"]
    assert found["authority_shown"] is True
    assert found["law_is_unchanged"] is True
    assert [one["event_name"] for one in found["relied_on"]] == ["safeguarding/concern-received"]
    assert [one["event"]["concern"] for one in found["already_true"]] == ["c2"]


def test_what_is_no_entry_is_told_so(told: tuple[str, dict[str, str]]) -> None:
    assert "is not the id of an entry" in swp(told[0], "nonsense", code=BAD_INPUT)


def test_whoever_has_only_the_id_of_a_fact_is_told_what_it_is(told: tuple[str, dict[str, str]]) -> None:
    url, ids = told
    entry = ids["assessment/assessment-requested"]
    said = swp(url, entry)
    assert said.startswith("No decision, but a fact")
    assert "assessment/assessment-requested" in said
    assert "swp replay case/one" in said
    found: dict[str, Any] = json.loads(swp(url, entry, "--json"))
    assert (found["entry"]["entry_id"], found["authority"]) == (entry, None)
