"""The strategies cover every class of the catalogue, and their lives are what they claim to be."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import Recorder, judged
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.strategies import ACTORS, events, every_event, lives, messy, messy_lives, proposals
from swp_domain import catalogue
from swp_domain.admission import admit, well_formed
from swp_domain.event import EntryRetracted, Event
from swp_domain.file import File
from swp_domain.history import history
from swp_domain.proposal import Conduct, Proposal, Submission, propose

few = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", catalogue.events().values(), ids=catalogue.events())
def test_every_class_of_the_catalogue_is_generated_and_validates(kind: type[Event]) -> None:
    told: Counter[str] = Counter()

    @few
    @given(events(kind))
    def drawn(event: Event) -> None:
        assert type(event) is kind
        assert kind.model_validate_json(event.model_dump_json()) == event
        well_formed(Submission("c", (a_proposal_of(event),)))
        told.update(name for name in kind.model_fields if getattr(event, name) is not None)

    drawn()
    required = {name for name, info in kind.model_fields.items() if info.is_required()}
    assert required <= set(told)


def a_proposal_of(event: Event) -> Proposal[Event]:
    return propose("case/one", event, ACTORS[0], "2024-05-01")


@settings(max_examples=300, deadline=None)
@given(every_event())
def test_any_event_is_of_the_catalogue(event: Event) -> None:
    assert catalogue.events()[event.name] is type(event)


@few
@given(proposals(conducts=(Conduct.RECORDING,)))
def test_a_proposal_is_well_formed(asked: Proposal[Event]) -> None:
    well_formed(Submission("c", (asked,)))


@few
@given(lives())
def test_a_life_is_let_in_as_it_is(told: tuple[Council, int, list[Sent]]) -> None:
    council, number, life = told
    entries = Recorder(council).entries(number)
    assert len(entries) == sum(len(one.proposals) for one in life)
    purported = {one.command_id for one in entries if one.purported}
    assert purported == {one.submission.command_id for one in life if one.wrong}


@few
@given(messy_lives())
def test_a_messy_life_is_never_refused_and_folds_at_every_step(told: tuple[Council, list[Sent]]) -> None:
    council, life = told
    streams = dict(Recorder(council).practices)
    for sent in life:
        for entry in admit(sent.submission, streams, recorded_at=sent.recorded_at, new_id=lambda: "new"):
            streams[entry.stream] = [*streams.get(entry.stream, []), entry]
    for stream, entries in streams.items():
        kind: type[File] = catalogue.file_kind(stream)
        assert kind.fold(stream, history(entries)).ledger is not None


def test_messy_lives_have_every_kind_of_mess() -> None:
    council = Council(1, calls=False)
    told = [messy(council.life(number)[:40], Random(number), council.last) for number in range(12)]
    asked = [one for life in told for sent in life for one in sent.proposals]
    assert any(not one.occurred.is_exact for one in asked)
    assert any(isinstance(one.event, EntryRetracted) for one in asked)
    assert any(one.corrects and not isinstance(one.event, EntryRetracted) for one in asked)
    orders = [[one.on for sent in life for one in sent.proposals] for life in told]
    assert any(days != sorted(days) for days in orders)


def test_judging_stops_at_what_the_engine_refuses() -> None:
    council = Council(3, calls=False)
    life = council.life(2)
    recorder = Recorder(council)
    twice = [*life, life[-1]]
    made = list(judged(life, recorder.practices, "k"))
    assert len(made) < len(list(judged(twice, recorder.practices, "k")))
