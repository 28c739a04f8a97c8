"""What holds of every proposal: facts are never refused, what is refused can be recorded, nothing is half done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import count
from typing import NoReturn
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from swp_adapters.testing.values import models
from swp_domain.admission import admit, judge
from swp_domain.eligibility.events import EligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted, Event
from swp_domain.history import history
from swp_domain.judgement import placed
from swp_domain.law.dates import LawNotKnown, PartialDate, local_day
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds, AdultOutcome
from swp_domain.law.finding import Effect
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Rule
from swp_domain.mark import Act
from swp_domain.proposal import Conduct, Proposal, Submission
from swp_domain.refusal import Invalid, OutOfSequence, Unlawful
from swp_domain.stored import from_bytes, to_bytes
from tests.cast import council
from tests.histories.freeze import Drawer
from tests.papers import decided, determined, request
from tests.properties.proposals import (
    DECISIONS,
    EVENTS,
    FACTS,
    NOW,
    OTHERS,
    OURS,
    Streams,
    correcting,
    kind_of,
    proposals,
    worlds,
)
from tests.telling import CASE, noon
from tests.telling import given as on_record

SLOW = [HealthCheck.too_slow]  # a busy machine is no fault of what is tested
few = settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
many = settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
some_world = st.integers(0, 4).map(lambda number: worlds()[number])
_numbers = count(1)


def enter(asked: Proposal[Event], streams: Streams, at: datetime = NOW) -> AnyEntry:
    """Admit one proposal, and nothing else."""
    submission = Submission(f"command {next(_numbers)}", (asked,))
    (made,) = admit(submission, streams, recorded_at=at, new_id=lambda: f"new {next(_numbers)}")
    return made


def refusing(entry: AnyEntry) -> list[str]:
    """The rules that said no."""
    return [one.rule for one in entry.findings if one.contradiction and one.effect is Effect.REFUSE]


# Whatever is proposed


@pytest.mark.parametrize("event", FACTS, ids=lambda event: event.name)
def test_a_well_formed_fact_is_never_refused(event: type[Event]) -> None:
    @few
    @given(proposals((event,)), some_world)
    def accepted(asked: Proposal[Event], streams: Streams) -> None:
        entry = enter(asked, streams)
        assert entry.conduct is None
        assert not entry.purported
        assert entry.event == asked.event

    accepted()


@pytest.mark.parametrize("event", DECISIONS, ids=lambda event: event.name)
def test_what_another_body_decided_is_never_refused_and_is_not_purported(event: type[Event]) -> None:
    @few
    @given(proposals((event,), OTHERS), some_world)
    def accepted(asked: Proposal[Event], streams: Streams) -> None:
        entry = enter(asked, streams)
        assert entry.conduct is None
        assert not entry.purported

    accepted()


@pytest.mark.parametrize("event", DECISIONS, ids=lambda event: event.name)
def test_what_we_decided_already_can_always_be_recorded(event: type[Event]) -> None:
    @few
    @given(proposals((event,), OURS, (Conduct.RECORDING,)), some_world)
    def accepted(asked: Proposal[Event], streams: Streams) -> None:
        entry = enter(asked, streams)
        assert entry.conduct is Conduct.RECORDING
        assert entry.purported == bool(refusing(entry))
        assert {one.rule for one in entry.breaches} >= set(refusing(entry))

    accepted()


@pytest.mark.parametrize("event", DECISIONS, ids=lambda event: event.name)
def test_a_decision_being_taken_is_lawful_or_refused_with_what_can_then_only_be_recorded(event: type[Event]) -> None:
    @few
    @given(proposals((event,), OURS, (Conduct.DECIDING,)), some_world)
    def lawful_or_refused(asked: Proposal[Event], streams: Streams) -> None:
        try:
            entry = enter(asked, streams)
        except Unlawful as no:
            assert no.findings
            recorded = enter(replace(asked, conduct=Conduct.RECORDING, reason="It was done."), streams)
            spoken = {one.rule for one in recorded.findings if one.contradiction}
            assert {one.rule for one in no.findings} <= spoken
        except (OutOfSequence, LawNotKnown):
            enter(replace(asked, conduct=Conduct.RECORDING, reason="It was done."), streams)
        else:
            assert refusing(entry) == []
            assert not entry.purported
            assert entry.authority is not None
            assert entry.authority.theirs is not False, "it was not theirs to take"

    lawful_or_refused()


@many
@given(proposals(), some_world)
def test_an_objection_names_its_rule_its_provision_and_a_way_on(asked: Proposal[Event], streams: Streams) -> None:
    try:
        enter(asked, streams)
    except Unlawful as no:
        for line, finding in zip(str(no).splitlines(), no.findings, strict=True):
            assert line.startswith(f"{finding.rule}: {finding.provision}: ")
            assert finding.contradiction
            assert finding.remedy, f"{finding.rule} shows no lawful way on"
            assert line.endswith(f"{finding.remedy}.")
    except (OutOfSequence, LawNotKnown) as no:
        assert str(no)


@many
@given(proposals(), proposals(), some_world, st.booleans())
def test_a_correction_is_never_refused_and_mends_no_act(
    first: Proposal[Event], second: Proposal[Event], streams: Streams, recorded: bool
) -> None:
    original = enter(replace(first, conduct=Conduct.RECORDING, reason="Imported."), streams)
    after = {**streams, first.file: [*streams.get(first.file, []), original]}
    again = replace(second if second.event.name == first.event.name else first, file=first.file)
    if recorded:
        again = replace(again, conduct=Conduct.RECORDING)
    mended = enter(correcting(again, original.entry_id), after, NOW + timedelta(minutes=1))
    assert mended.corrects == original.entry_id
    assert mended.purported >= original.purported
    shown = [one.entry_id for one in history([*after[first.file], mended])]
    assert (original.entry_id in shown, mended.entry_id in shown) == (False, True)
    known = [one.entry_id for one in history([*after[first.file], mended], known_at=NOW)]
    assert (original.entry_id in known, mended.entry_id in known) == (True, False)


@many
@given(proposals(), some_world)
def test_any_entry_can_be_taken_back(asked: Proposal[Event], streams: Streams) -> None:
    original = enter(replace(asked, conduct=Conduct.RECORDING, reason="Imported."), streams)
    after = {**streams, asked.file: [*streams.get(asked.file, []), original]}
    retraction = replace(correcting(asked, original.entry_id), event=EntryRetracted())
    taken_back = enter(retraction, after, NOW + timedelta(minutes=1))
    assert not taken_back.purported
    assert history([*after[asked.file], taken_back]) == history(streams.get(asked.file, []))


# What is kept


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_what_is_stored_is_what_was_recorded(event: type[Event]) -> None:
    @few
    @given(proposals((event,)), some_world)
    def same(asked: Proposal[Event], streams: Streams) -> None:
        entry = enter(replace(asked, conduct=Conduct.RECORDING, reason="Imported."), streams)
        for sealer in (None, Drawer()):
            stored = to_bytes(entry, sealer)
            loaded = from_bytes(stored, entry.event_name, sealer)
            assert loaded == entry
            assert to_bytes(loaded, sealer) == stored
        forgotten = from_bytes(to_bytes(entry, Drawer()), entry.event_name)
        kind_of(entry.stream).fold(entry.stream, history([forgotten]))

    same()


@many
@given(proposals(), some_world)
def test_considering_says_what_recording_would_and_writes_nothing(asked: Proposal[Event], streams: Streams) -> None:
    before = {stream: list(entries) for stream, entries in streams.items()}
    asked = replace(asked, conduct=Conduct.RECORDING, reason="Imported.", recorded_on=local_day(NOW))
    (one,) = placed((asked,))
    judgement = judge(one, streams.get(one.file, []), streams)
    assert streams == before
    entry = enter(asked, streams)
    assert streams == before
    assert (entry.findings, entry.breaches, entry.marks) == (
        judgement.judged.findings,
        judgement.judged.breaches,
        judgement.judged.marks,
    )


@many
@given(proposals(), some_world)
def test_findings_breaches_and_marks_carry_their_source(asked: Proposal[Event], streams: Streams) -> None:
    entry = enter(replace(asked, conduct=Conduct.RECORDING, reason="Imported."), streams)
    for finding in entry.findings:
        assert finding.provision
        assert finding.confidence
        assert (finding.effect is not None) == (finding.contradiction is not None)
    for breach in entry.breaches:
        assert breach.rule
        assert breach.since == entry.occurred_on
        assert breach.body
        assert breach.confidence
    for mark in entry.marks:
        if mark.act is Act.OPENS:
            assert mark.owner
            assert mark.owed_to
            assert mark.provision
            assert mark.force is not None
            assert mark.rule
            assert (mark.last_day is None) == (mark.limit == "")
    told = [
        text
        for text in (entry.reason, *(value for value in dict(entry.event).values() if _is_text(value)))
        if text and " " in text
    ]
    for text in told:
        assert not any(text in str(finding) for finding in entry.findings), "findings name fields and never quote"


def _is_text(value: object) -> bool:
    """Words of a closed list are codes: a finding may use them too."""
    return isinstance(value, str) and not isinstance(value, Enum)


@many
@given(st.lists(proposals(files=("case/one", "case/two")), min_size=1, max_size=4), some_world)
def test_a_submission_is_all_or_nothing(asked: list[Proposal[Event]], streams: Streams) -> None:
    before = {stream: [to_bytes(one) for one in entries] for stream, entries in streams.items()}
    submission = Submission(f"command {next(_numbers)}", tuple(asked))
    try:
        made = admit(submission, streams, recorded_at=NOW, new_id=lambda: f"new {next(_numbers)}")
    except (Unlawful, OutOfSequence, Invalid, LawNotKnown):
        pass
    else:
        assert [one.event for one in made] == [one.event for one in asked]
        for stream in {one.stream for one in made}:
            numbers = [one.version for one in made if one.stream == stream]
            start = len(streams.get(stream, []))
            assert numbers == list(range(start + 1, start + 1 + len(numbers)))
    assert {stream: [to_bytes(one) for one in entries] for stream, entries in streams.items()} == before


# The same facts in another order


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_the_order_of_recording_makes_no_difference(data: st.DataObject) -> None:
    # From April 2016 no fact can change the law that another was judged under. One event a day, because
    # among events of one day the order of recording is all there is.
    days = data.draw(st.lists(st.dates(date(2016, 4, 1), date(2026, 1, 1)), unique=True, min_size=1, max_size=6))
    kinds = tuple(event for event in EVENTS if home(event) == "case")
    asked = []
    for number, on in enumerate(days):
        one = data.draw(proposals(kinds, OURS[:1] + OTHERS, (Conduct.RECORDING,)))
        asked.append(replace(one, occurred=PartialDate.on(on), on=on, entry_id=f"entry {number}"))
    files = []
    for order in (range(len(asked)), data.draw(st.permutations(range(len(asked))))):
        streams: Streams = {}
        for step, number in enumerate(order):
            entry = enter(asked[number], streams, NOW + timedelta(minutes=step))
            streams.setdefault(entry.stream, []).append(entry)
        files.append(kind_of(CASE).fold(CASE, history(streams[CASE])))
    first, other = files
    assert [entry.entry_id for entry in first.entries] == [entry.entry_id for entry in other.entries]
    assert first.ledger == other.ledger
    for stage in first.stages:
        assert getattr(first, stage.name) == getattr(other, stage.name)


def home(event: type[Event]) -> str:
    return next(
        kind for kind in ("case", "contact", "practice", "adults-review") if event in kind_of(f"{kind}/one").homes()
    )


# Failure modes of casework code (section 8 of the design), as far as the stages reach


def test_correcting_a_form_erases_neither_who_took_the_decision_nor_when() -> None:
    record = on_record(
        council.tells(request(), "2024-05-01"),
        council.records(determined(), "2024-05-21", entry="decision"),
    )
    before = record.bytes_of()[CASE]
    after = record.when(council.corrects("decision", determined(wants_needs_met=False), "2024-05-22"))
    assert after.bytes_of()[CASE][: len(before)] == before
    (old,) = [one for one in after.streams[CASE] if one.entry_id == "decision"]
    assert (old.by.id, old.recorded_at, old.reason) == (
        "council-worker",
        noon("2024-05-21"),
        "It was decided on paper.",
    )


@many
@given(models(AdultNeeds), st.sampled_from(Eligibility))
def test_eligibility_is_derived_from_the_outcomes_and_never_ticked(needs: AdultNeeds, ticked: Eligibility) -> None:
    streams = worlds()[2]
    paper = determined(assessment="assessment-1", needs=needs, decision=decided(ticked))
    asked = council.decides(paper, "2016-05-21").proposal
    unable = [
        outcome for outcome in AdultOutcome if any(one.unable for one in needs.abilities if one.outcome is outcome)
    ]
    shown = needs.from_impairment_or_illness and len(unable) >= 2 and needs.significant_impact_on_wellbeing
    try:
        entry = enter(asked, streams)
    except Unlawful as no:
        assert "CA-13-03" in {one.rule for one in no.findings}
    else:
        assert isinstance(entry.event, EligibilityDetermined)
        assert bool(shown) is (ticked is Eligibility.ELIGIBLE)


def asked_again(*_: object, **__: object) -> NoReturn:
    raise AssertionError("the law is asked when an entry is judged, and never when a history is read")


@many
@given(proposals(), some_world)
def test_reading_a_history_never_asks_the_law(asked: Proposal[Event], streams: Streams) -> None:
    entry = enter(replace(asked, conduct=Conduct.RECORDING, reason="Imported."), streams)
    entries = [*streams.get(asked.file, []), entry]
    stored = [(to_bytes(one), one.event_name) for one in entries]
    before = kind_of(asked.file).fold(asked.file, history(entries))
    ledger = before.ledger
    with (
        patch.object(Rule, "__call__", asked_again),
        patch.object(TimeLimit, "last_day", asked_again),
        patch.object(TimeLimit, "in_force", asked_again),
        patch.object(Rule, "in_force", asked_again),
    ):
        loaded = [from_bytes(state, name) for state, name in stored]
        after = kind_of(asked.file).fold(asked.file, history(loaded))
        assert after == before
        assert after.ledger == ledger
        for one in ledger:
            assert one.standing(date(2026, 11, 1))
