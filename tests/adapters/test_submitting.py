"""What the page on submitting says is what ``swp record`` does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from swp_adapters.cli.main import app
from swp_adapters.cli.staff import StaffMember
from swp_adapters.exchange.reference import Field, fields_of
from swp_adapters.exchange.submissions import ProposalIn, SubmissionIn
from swp_domain import catalogue
from swp_domain.actor import Actor

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "submitting.md").read_text(encoding="utf-8")


def block(after: str) -> str:
    found = re.search(rf"<!-- {after}.*?-->\n```\w*\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None, f"the page has no block after {after!r}"
    return found[1]


def test_the_example_is_recorded_as_the_page_says(tmp_path: Path) -> None:
    sent, staff = tmp_path / "submissions.jsonl", tmp_path / "staff.yaml"
    sent.write_text(block("submissions"))
    staff.write_text(block("staff"))
    words = ["record", str(sent), "--actor", str(staff), "--database", f"sqlite:///{tmp_path / 'record.db'}"]
    ran = CliRunner().invoke(app, words, catch_exceptions=False)
    assert (ran.exit_code, ran.stderr) == (0, block("said"))
    receipts = [json.loads(one) for one in ran.stdout.splitlines()]
    assert [len(one["entries"]) for one in receipts] == [1, 3, 1]
    again = CliRunner().invoke(app, words, catch_exceptions=False)
    assert [json.loads(one)["repeated"] for one in again.stdout.splitlines()] == 3 * [True]


@pytest.mark.parametrize("model", [SubmissionIn, ProposalIn, Actor, StaffMember])
def test_every_field_is_on_the_page_and_whether_it_is_required(model: type[BaseModel]) -> None:
    tables = [
        {name: required == "yes" for name, required in re.findall(r"^\| `(\w+)` \| (yes)? ?\|", table, re.MULTILINE)}
        for table in PAGE.split("| --- | --- | --- |")
    ]
    assert {name: info.is_required() for name, info in model.model_fields.items()} in tables


def test_the_page_of_events_has_every_field_with_the_words_it_may_hold() -> None:
    page = (DOCS / "reference" / "events.md").read_text(encoding="utf-8")
    sections = {part.partition("\n")[0]: part for part in page.split("\n### ")[1:]}
    assert set(sections) >= {f"`{name}`" for name in catalogue.events()}
    row = "| `decision.outcome` | word | yes | `make a section 42 enquiry`, `make another enquiry`, `no enquiry` |"
    assert row in sections["`safeguarding/enquiry-decided`"]
    assert "| `has_needs` | true or false |  |  |" in sections["SafeguardingFacts"]
    for name, event in catalogue.events().items():
        for one in fields_of(event):
            assert f"| `{one.field}` | " in sections[f"`{name}`"]
            assert not one.fields or f"](#{one.type_name.lower()})" in sections[f"`{name}`"]


def test_programs_are_told_the_fields_of_every_event() -> None:
    ran = CliRunner().invoke(app, ["rules", "--events", "--json"], catch_exceptions=False)
    told = {one["event"]: one["fields"] for one in map(json.loads, ran.stdout.splitlines())}
    assert set(told) == set(catalogue.events())
    for name, fields in told.items():
        assert [one["field"] for one in fields] == list(catalogue.events()[name].model_fields)
        assert [Field.model_validate(one).required for one in fields] == [
            info.is_required() for info in catalogue.events()[name].model_fields.values()
        ]
    (channel,) = (one for one in told["contact/contact-received"] if one["field"] == "channel")
    assert channel["words"][:2] == ["telephone", "e-mail"]
    assert "fields" not in CliRunner().invoke(app, ["rules", "--events"], catch_exceptions=False).stdout
