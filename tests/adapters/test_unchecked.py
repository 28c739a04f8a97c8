"""What was encoded from memory says so wherever it speaks: in refusals, in every reading of a record, in every form."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.citing import cited
from swp_adapters.cli.errors import DONE
from swp_adapters.cli.main import app
from swp_domain.actor import BodyKind
from swp_domain.catalogue import owed
from swp_domain.law.finding import Finding, Force, Outcome, unchecked
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import FROM_MEMORY
from swp_domain.mark import Act
from swp_domain.party import Party
from swp_domain.refusal import Unlawful
from tests import healthcare_papers as healthcare
from tests.capacity_papers import deputy, doubted
from tests.cast import DELEGATE, council, court, person
from tests.desk import put
from tests.papers import concern
from tests.safeguarding_papers import opened
from tests.stages.test_duties import WAYS
from tests.telling import given

ON = "2024-05-01"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record with duties from memory, and with duties whose length alone is."""
    url = f"sqlite:///{tmp_path_factory.mktemp('unchecked')}/record.db"
    casework = Casework(url)
    for one in (
        *DELEGATE,
        person.tells(concern(safe_now=False), ON),
        council.tells(doubted(), ON),
        court.tells(deputy(deputy=Party(kind=BodyKind.COUNCIL)), ON),
        council.tells(opened(), ON),
        council.tells(healthcare.signs(), ON),
    ):
        put(casework, one)
    return url


def swp(url: str, *words: str) -> str:
    ran = CliRunner().invoke(app, [*words, "--database", url], prog_name="swp", env={"COLUMNS": "1000"})
    assert ran.exit_code == DONE, ran.output
    return ran.output


NOW = ("--as-at", "2025-06-30")
SCREENS = [
    ("duties", *NOW), ("duties", *NOW, "--json"), ("duties", *NOW, "--csv"),
    ("silence", *NOW), ("silence", *NOW, "--json"), ("silence", *NOW, "--csv"),
    ("case", "case/one", *NOW), ("replay", "case/one"), ("chc", *NOW), ("chc", *NOW, "--json"), ("chc", *NOW, "--csv"),
]  # fmt: skip


@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_every_reading_of_the_record_shows_the_mark(url: str, words: tuple[str, ...]) -> None:
    said = swp(url, *words)
    assert FROM_MEMORY in said
    if words[0] in ("duties", "case", "silence", "replay"):
        # The duty was checked against the Act, and its five working days were not.
        assert f"decision on a concern ({FROM_MEMORY})" in said


def test_the_mark_of_a_length_of_time_is_kept_with_the_length_for_every_duty_that_has_one() -> None:
    seen = set()
    for duty in owed():
        for way in WAYS[duty.rule]:
            limit = duty.opened_by[type(way.opens)].limit
            if not isinstance(limit, TimeLimit) or "memory" not in limit.provision.confidence:
                continue
            record = given(way.by.records(way.opens, way.on[0]))
            marks = [mark for entries in record.streams.values() for one in entries for mark in one.marks]
            (mark,) = [one for one in marks if one.act is Act.OPENS and one.rule == duty.rule]
            stated = mark.limit == "the day stated"
            assert stated or mark.limit.endswith(f"({limit.provision.confidence})"), duty.rule
            assert mark.confidence == duty.provision.confidence
            seen.add(duty.rule)
    assert {"SG-CLK-01", "SG-42-02", "SG-CLK-03", "CHC-15-NHSE", "COP-05", "COP-09"} <= seen


def test_a_refusal_on_what_was_not_checked_says_so_and_on_what_was_does_not() -> None:
    def refused(confidence: str) -> str:
        finding = Finding(
            provision="An Act, s 1",
            force=Force.STATUTE,
            confidence=confidence,
            on="2024-05-01",  # type: ignore[arg-type]
            outcome=Outcome.NOT_MET,
            limbs=(),
            rule="X-01",
        )
        return str(Unlawful((finding,)))

    assert refused(FROM_MEMORY).endswith(f"({FROM_MEMORY})")
    assert "checked" not in refused("checked against the Act")


def test_a_provision_is_cited_with_its_mark_and_with_the_limit_that_has_one() -> None:
    assert cited("s 1", "checked against the Act", "5 days, there") == "s 1"
    assert cited("s 1", FROM_MEMORY) == f"s 1 ({FROM_MEMORY})"
    assert cited("s 1", "checked", f"5 days, there ({FROM_MEMORY})") == f"s 1; 5 days, there ({FROM_MEMORY})"
    assert unchecked("in part from memory, not checked") == " (in part from memory, not checked)"
