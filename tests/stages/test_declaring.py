"""What cannot be declared: mistakes in a stage are found when it is imported, and not when somebody works."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from swp_domain.actor import COUNCIL, COURT, PRACTICE_OR_COUNCIL, council_alone, council_or_delegate
from swp_domain.assessment.events import AssessmentRequested, RefusalExpressed
from swp_domain.case.events import CaseClosed
from swp_domain.catalogue import event_named, file_kind
from swp_domain.contact.events import ContactReceived
from swp_domain.contact.vocabulary import Channel
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.function import Function
from swp_domain.practice.standing import Standing
from swp_domain.proposal import Proposal
from swp_domain.refusal import CaseHasMovedOn, CommandReused, Invalid
from swp_domain.stage import BREACH, REFUSE, Findings, judges


def about_a_fact(file: File, asked: Proposal[RefusalExpressed], standing: Standing) -> Findings:
    """A fact is refused."""
    yield from ()


def about_both(file: File, asked: Proposal[CaseClosed | RefusalExpressed], standing: Standing) -> Findings:
    """A decision or a fact is refused."""
    yield from ()


def about_everything(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Anything is judged."""
    yield from ()


def about_nothing(file: File, standing: Standing) -> Findings:
    """Nobody knows what it judges."""
    yield from ()


@pytest.mark.parametrize("ask", [about_a_fact, about_both])
def test_a_rule_that_would_refuse_a_fact_is_not_declared(ask: object) -> None:
    words = "X-1: facts are never refused, and RefusalExpressed is not a decision"
    with pytest.raises(TypeError, match=words):
        judges("X-1", effect=REFUSE)(ask)  # type: ignore[arg-type]
    assert judges("X-1", effect=BREACH)(ask).concerns(RefusalExpressed)  # type: ignore[arg-type]


def test_a_rule_that_refuses_anything_still_refuses_no_fact() -> None:
    rule = judges("X-1", effect=REFUSE)(about_everything)
    assert rule.concerns(CaseClosed)
    assert not rule.concerns(RefusalExpressed)


def test_a_rule_says_which_events_it_judges() -> None:
    with pytest.raises(TypeError, match=r"about_nothing: a rule takes \(file, asked: Proposal\[...\], standing\)"):
        judges("X-1", effect=BREACH)(about_nothing)


def test_a_decision_says_who_takes_it_and_a_fact_decides_nothing() -> None:
    words = "an event that is taken_by somebody has a decision field, and no other has"
    with pytest.raises(TypeError, match=words):

        class NobodyTookIt(Event, name="x/nobody-took-it"):
            decision: Decision[bool]

    with pytest.raises(TypeError, match=words):

        class NothingWasDecided(Event, name="x/nothing-was-decided", taken_by=COUNCIL):
            pass


def test_what_an_event_begins_is_something_that_can_be_referred_to() -> None:
    with pytest.raises(TypeError, match="begins='text' is not a field that Names something"):

        class Unnamed(Event, name="x/unnamed", begins="text"):
            text: str


def test_whose_decision_it_is_is_said_in_words() -> None:
    assert str(COURT) == "court"
    assert str(PRACTICE_OR_COUNCIL) == "council or practice"
    assert str(council_or_delegate(Function.ADVOCACY)) == "council or practice, under arranging advocacy"
    assert str(council_alone(Function.CHARGING)) == "council, under decision to charge"


def test_an_event_cannot_be_changed_and_has_no_field_that_was_not_declared() -> None:
    event = ContactReceived(contact="c1", channel=Channel.LETTER)
    with pytest.raises(ValidationError, match="Instance is frozen"):
        event.contact = "c2"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        ContactReceived.model_validate({"contact": "c1", "channel": "letter", "note": "…"})


@pytest.mark.parametrize("bad", ["", "with space", "-first", "x" * 81, "ä"])
def test_an_identifier_is_short_and_plain(bad: str) -> None:
    with pytest.raises(ValidationError):
        AssessmentRequested(assessment=bad)


def test_an_event_knows_no_version_but_its_own() -> None:
    with pytest.raises(ValueError, match="case/case-closed has no version 7; this code knows version 1"):
        CaseClosed.upcast(7, {})


def test_what_nobody_declared_is_refused_by_name() -> None:
    with pytest.raises(Invalid, match=r"event.name: 'x/y' is not an event that this version knows"):
        event_named("x/y")


@pytest.mark.parametrize("stream", ["x/1", "case", "case/", "/1", ""])
def test_a_stream_is_named_by_the_kind_of_file_it_holds(stream: str) -> None:
    with pytest.raises(Invalid, match=r"is not the id of a file\. Use one of case/…, contact/…, practice/…"):
        file_kind(stream)


def test_refusals_of_the_log_say_what_helps() -> None:
    assert str(CommandReused("c1")) == (
        "command_id: c1 was used before for something else. Send a new command under a new id"
    )
    assert str(CaseHasMovedOn("case/one", 3, 5)) == (
        "expected_version: case/one is at version 5, not 3. Read it again, then decide"
    )
