"""Letters are answered, what is known is told, and what was said is kept once."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.correspondence.events import (
    AdvocateReported,
    AssertedLater,
    ContactAttempted,
    CooperationDecided,
    CooperationRequested,
    DocumentAttached,
    InformationGiven,
    MessageNeedsNoReply,
    MessageReceived,
    NoteMade,
    OutcomeLearned,
    OutcomeTold,
    ReplySent,
)
from swp_domain.correspondence.rules import (
    a_document_is_attached_once,
    information_can_be_used,
    what_was_done_was_written_down,
    who_does_not_cooperate_says_why,
)
from swp_domain.correspondence.vocabulary import How, OutcomeKind, Subject
from swp_domain.document import Document
from swp_domain.duty import DutyStanding
from swp_domain.law.finding import Force
from swp_domain.party import Party
from swp_domain.refusal import Unlawful
from tests.cast import DELEGATE, council, hospital, person, practice, somebody
from tests.papers import decided
from tests.telling import breaks, day, given, keeps

REPLY, TELL, RESPOND = "reply to the message", "tell what is known", "respond in writing to the advocate"
advocate = somebody(BodyKind.REPRESENTATIVE)


def message(**told: Any) -> MessageReceived:
    return MessageReceived(**{"message": "m1", "how": How.LETTER, "needs_reply": True, **told})


def document(digit: str = "a", title: str = "") -> DocumentAttached:
    return DocumentAttached(document=Document(reference="shelf/1", sha256=digit * 64, title=title))


def cooperation(agreed: bool, in_writing: bool | None = None) -> CooperationDecided:
    return CooperationDecided(message="m1", reasons_in_writing=in_writing, decision=decided(agreed))


# Replies


def test_a_message_that_waits_for_a_reply_gets_one_within_a_time_of_ours() -> None:
    record = given(person.tells(message(), "2024-05-01"))
    record.owes(REPLY, "m1", as_at="2024-05-15", last_day="2024-05-15")
    record.owes(REPLY, "m1", as_at="2024-05-16", standing=DutyStanding.LATE, late_since="2024-05-16")
    assert record.duty(REPLY).mark.force is Force.LOCAL
    replied = record.when(council.tells(ReplySent(message="m1"), "2024-05-15")).then(ReplySent)
    replied.owes(REPLY, as_at="2024-06-01", standing=DutyStanding.MET)


@pytest.mark.parametrize("needs_reply", [False, None])
def test_a_message_that_waits_for_nothing_owes_nothing(needs_reply: bool | None) -> None:
    given(person.tells(message(needs_reply=needs_reply), "2024-05-01")).owes_no_duty_to(REPLY, as_at="2024-06-01")


def test_each_message_is_answered_for_itself() -> None:
    record = given(person.tells(message(), "2024-05-01"), person.tells(message(message="m2"), "2024-05-02"))
    replied = record.when(council.tells(ReplySent(message="m2"), "2024-05-03")).then(ReplySent)
    replied.owes(REPLY, "m2", as_at="2024-05-03", standing=DutyStanding.MET).owes(REPLY, "m1", as_at="2024-05-03")


@pytest.mark.parametrize(("reached", "about", "over"), [(True, "m1", True), (False, "m1", False), (True, None, False)])
def test_a_call_that_reaches_somebody_about_their_message_answers_it(
    reached: bool, about: str | None, over: bool
) -> None:
    call = ContactAttempted(how=How.PHONE, reached=reached, message=about)
    after = given(person.tells(message(), "2024-05-01")).when(council.tells(call, "2024-05-02")).then(ContactAttempted)
    after.owes(REPLY, as_at="2024-05-02", standing=DutyStanding.MET if over else DutyStanding.OWED)


def test_a_letter_of_the_family_is_answered_although_the_adult_has_died() -> None:
    record = given(council.tells(PersonDied(), "2024-04-20"), person.tells(message(), "2024-05-01"))
    record.owes(REPLY, as_at="2024-05-15")
    over = record.when(council.tells(MessageNeedsNoReply(message="m1"), "2024-05-20")).then(MessageNeedsNoReply)
    over.owes(REPLY, as_at="2024-05-20", standing=DutyStanding.ENDED_LATE)


# Advocates


def test_an_advocates_report_is_answered_in_writing() -> None:
    record = given(advocate.tells(AdvocateReported(message="m1"), "2024-05-01"))
    record.owes(RESPOND, "m1", as_at="2024-05-15", last_day="2024-05-15")
    assert record.duty(RESPOND).mark.provision == "SI 2014/2889, reg 6(2)"
    said = record.when(council.tells(ReplySent(message="m1", how=How.PHONE), "2024-05-10")).then(ReplySent)
    said.owes(RESPOND, as_at="2024-05-16", standing=DutyStanding.LATE, late_since="2024-05-16")
    for how in (How.LETTER, How.EMAIL, How.ONLINE):
        wrote = record.when(council.tells(ReplySent(message="m1", how=how), "2024-05-10")).then(ReplySent)
        wrote.owes(RESPOND, as_at="2024-05-16", standing=DutyStanding.MET)


def test_before_the_care_act_no_regulation_asked_for_a_response_to_an_advocate() -> None:
    given(advocate.tells(AdvocateReported(message="m1"), "2014-05-01")).owes_no_duty_to(RESPOND, as_at="2015-01-01")


# What is known, and told


@pytest.mark.parametrize("kind", OutcomeKind)
def test_what_is_known_is_told(kind: OutcomeKind) -> None:
    record = given(council.tells(OutcomeLearned(outcome="u1", kind=kind), "2024-05-01"))
    record.owes(TELL, "u1", as_at="2024-05-15", last_day="2024-05-15")
    record.owes(TELL, "u1", as_at="2024-05-16", standing=DutyStanding.LATE)
    told = record.when(council.tells(OutcomeTold(outcome="u1"), "2024-05-15")).then(OutcomeTold)
    told.owes(TELL, as_at="2024-06-01", standing=DutyStanding.MET)


def test_what_an_adult_was_waiting_to_hear_is_owed_to_nobody_after_their_death() -> None:
    theirs = OutcomeLearned(outcome="u1", owed_to=Party(kind=BodyKind.PERSON))
    familys = OutcomeLearned(outcome="u2", owed_to=Party(kind=BodyKind.FAMILY))
    learned = (council.tells(one, "2024-05-01") for one in (theirs, familys))
    record = given(*learned, council.tells(PersonDied(), "2024-05-10"))
    record.owes("tell the adult what is known", "u1", as_at="2025-01-01", standing=DutyStanding.ENDED)
    record.owes(TELL, "u2", as_at="2025-01-01", standing=DutyStanding.LATE)


# Information, and notes


@pytest.mark.parametrize("accessible", [True, None])
@keeps(information_can_be_used)
def test_information_is_given_in_a_form_that_can_be_used(accessible: bool | None) -> None:
    event = InformationGiven(about=Subject.FINANCE, accessible=accessible)
    given().when(council.tells(event, "2024-05-01")).then(InformationGiven).flags()


@breaks(information_can_be_used)
def test_information_that_its_reader_cannot_use_is_a_warning() -> None:
    event = InformationGiven(accessible=False)
    given().when(council.tells(event, "2024-05-01")).then(InformationGiven).flags("CA-04-01").breaches()


def test_a_note_decides_nothing() -> None:
    made = given().when(council.tells(NoteMade(note="Rang; all well."), "2024-05-01")).then(NoteMade)
    assert (made.entry.marks, made.findings, made.entry.conduct) == ((), [], None)


# Documents


@keeps(a_document_is_attached_once)
def test_documents_are_attached_by_their_digest() -> None:
    record = given(council.tells(document("a"), "2024-05-01"))
    record.when(council.tells(document("b"), "2024-05-02")).then(DocumentAttached).flags()


@breaks(a_document_is_attached_once)
def test_the_same_document_under_another_title_is_the_same_document() -> None:
    record = given(council.tells(document("a"), "2024-05-01"), council.tells(document("a"), "2024-06-01"))
    again = record.when(council.tells(document("a", title="the letter"), "2024-07-01")).then(DocumentAttached)
    again.flags("REC-DOC")
    assert "attached on 1 May 2024" in str(again.findings[0])


# Co-operation


@keeps(who_does_not_cooperate_says_why)
def test_who_agrees_to_cooperate_needs_no_reasons() -> None:
    record = given(council.tells(CooperationRequested(message="m1"), "2024-05-01"))
    record.when(hospital.tells(cooperation(agreed=True), "2024-05-10")).then(CooperationDecided).breaches()


@pytest.mark.parametrize(("in_writing", "broken", "warned"), [(False, ["CA-07-01"], []), (None, [], ["CA-07-01"])])
@breaks(who_does_not_cooperate_says_why)
def test_who_declines_without_written_reasons_breaks_section_7(
    in_writing: bool | None, broken: list[str], warned: list[str]
) -> None:
    asked = CooperationRequested(message="m1", asked_of=Party(kind=BodyKind.COUNCIL))
    record = given(hospital.tells(asked, "2024-05-01"))
    paper = cooperation(agreed=False, in_writing=in_writing)
    made = record.when(council.decides(paper, "2024-05-10")).then(CooperationDecided).purported(False)
    made.breaches(*broken).flags(*warned)


@keeps(who_does_not_cooperate_says_why)
def test_who_declines_with_written_reasons_keeps_it() -> None:
    record = given(hospital.tells(CooperationRequested(message="m1"), "2024-05-01"))
    paper = cooperation(agreed=False, in_writing=True)
    record.when(council.decides(paper, "2024-05-10")).then(CooperationDecided).breaches()


def test_a_practice_does_not_decide_for_the_council_whether_it_cooperates() -> None:
    record = given(*DELEGATE, hospital.tells(CooperationRequested(message="m1"), "2024-05-01"))
    record.when(practice.decides(cooperation(agreed=True), "2024-05-10")).refused(Unlawful)


def test_what_came_in_and_went_out_is_kept_by_name() -> None:
    record = given(
        person.tells(message(), "2024-05-01"),
        council.tells(ReplySent(message="m1"), "2024-05-03"),
        council.tells(OutcomeLearned(outcome="u1", kind=OutcomeKind.FUNDING), "2024-05-04"),
    )
    state = record.file().correspondence  # type: ignore[attr-defined]
    assert state.messages["m1"].over_on == day("2024-05-03")
    assert (state.outcomes["u1"].kind, state.outcomes["u1"].told_on) == (OutcomeKind.FUNDING, None)


@keeps(what_was_done_was_written_down)
@breaks(what_was_done_was_written_down)
def test_what_is_only_said_afterwards_to_have_been_done_is_looked_at() -> None:
    for written_down, words in (
        (True, None),
        (False, "not shown: (1) a record of it was made at the time; but it is only said afterwards that it was done."),
        (None, "not told: (1) a record of it was made at the time; but written_down was not told."),
    ):
        after = given().when(council.tells(AssertedLater(how=How.VISIT, written_down=written_down), "2024-05-01"))
        after.then(AssertedLater).breaches().flags(*([] if words is None else ["REC-LATER"]))
        assert words is None or str(after.findings[0]).endswith(words)
    assert after.findings[0].theme == "P26"
