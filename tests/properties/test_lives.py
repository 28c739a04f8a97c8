"""Whole lives of several files, told in any order, in both conducts, corrected and taken back.

The invariants are said apart from the rules: they know nothing of any stage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from swp_domain.admission import admit
from swp_domain.assessment.events import AssessmentDeferred, AssessmentResumed
from swp_domain.duty import Duty
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted, Event
from swp_domain.file import File
from swp_domain.history import chain_of, history
from swp_domain.law.dates import LawNotKnown, PartialDate, local_day
from swp_domain.law.finding import Effect
from swp_domain.proposal import Conduct, Proposal, Submission
from swp_domain.refusal import CaseHasMovedOn, CommandReused, Invalid, OutOfSequence, Refusal, Unlawful
from swp_domain.stored import from_bytes, to_bytes
from tests import cast
from tests.histories.freeze import Drawer
from tests.papers import closed, completed, concern, determined, ended_by_refusal, enquiry, referral, request, triaged
from tests.properties.proposals import DECISIONS, EVENTS, FACTS, Streams, correcting, kind_of, proposals
from tests.telling import Voice, given

FILES = ("case/one", "case/two", "contact/one", "contact/two", "practice/one")
LAWFUL = (
    referral(),
    triaged(),
    triaged(),
    request(),
    completed(),
    completed(),
    ended_by_refusal(),
    determined(),
    concern(),
    enquiry(),
    closed(),
    AssessmentDeferred(assessment="a1"),
    AssessmentResumed(assessment="a1"),
)
BEGAN = datetime(2016, 6, 1, 12, tzinfo=UTC)
SEALER = Drawer()


@dataclass(frozen=True)
class Question:
    """A file, as at a day, as known at a moment, and the answer that was given then."""

    stream: str
    as_at: date
    known_at: datetime
    entries: tuple[str, ...]
    duties: tuple[Duty, ...]


class Lives(RuleBasedStateMachine):
    """A record, and everything that anybody may send to it."""

    def __init__(self) -> None:
        super().__init__()
        self.streams: Streams = {}
        self.stored: dict[str, list[bytes]] = {}
        self.now = BEGAN
        self.asked: list[Question] = []
        self.touched: set[str] = set()
        self.added: list[AnyEntry] = []
        self.number = 0

    @initialize(world=st.sampled_from(["none", "pilot", "delegate"]))
    def a_practice_or_none(self, world: str) -> None:
        practices = {"none": (), "pilot": cast.PILOT, "delegate": cast.DELEGATE}
        for entries in given(practices[world]).streams.values():
            self._keep(entries)

    # What is sent

    @rule(data=st.data(), kinds=st.sampled_from([FACTS, DECISIONS]))
    def somebody_proposes(self, data: st.DataObject, kinds: tuple[type[Event], ...]) -> None:
        self._submit(data, data.draw(proposals(kinds, files=FILES, latest=self.now.date(), earliest=date(2009, 1, 1))))

    @rule(data=st.data())
    def several_at_once(self, data: st.DataObject) -> None:
        one = proposals(files=FILES, latest=self.now.date(), earliest=date(2009, 1, 1))
        self._submit(data, *data.draw(st.lists(one, min_size=2, max_size=4)))

    @rule(data=st.data(), paper=st.sampled_from(LAWFUL), voice=st.sampled_from([cast.council, cast.practice]))
    def somebody_does_what_is_usual(self, data: st.DataObject, paper: Event, voice: Voice) -> None:
        on = data.draw(st.dates(date(2016, 4, 1), self.now.date()))
        self._submit(data, voice.decides(paper, str(on), file=data.draw(st.sampled_from(FILES[:2]))).proposal)

    @precondition(lambda self: any(self.streams.values()))
    @rule(data=st.data())
    def somebody_corrects(self, data: st.DataObject) -> None:
        wrong = data.draw(st.sampled_from(self._all()))
        if type(wrong.event) in EVENTS:
            again = data.draw(proposals((type(wrong.event),), latest=self.now.date(), earliest=date(2009, 1, 1)))
            self._submit(data, replace(correcting(again, wrong.entry_id), file=wrong.stream))

    @precondition(lambda self: any(self.streams.values()))
    @rule(data=st.data())
    def somebody_takes_back(self, data: st.DataObject) -> None:
        wrong = data.draw(st.sampled_from(self._all()))
        asked = data.draw(proposals(latest=self.now.date()))
        self._submit(data, replace(correcting(asked, wrong.entry_id), file=wrong.stream, event=EntryRetracted()))

    @rule(data=st.data())
    def something_malformed(self, data: st.DataObject) -> None:
        asked = data.draw(proposals(files=FILES, latest=self.now.date()))
        tomorrow = PartialDate.on(local_day(self.now) + timedelta(days=1))
        ahead = replace(asked, occurred=tomorrow, on=tomorrow.earliest)
        for malformed, kind in (
            (ahead, Invalid),
            (replace(asked, corrects="nothing", reason="It was wrong."), OutOfSequence),
            (replace(asked, corrects="nothing", reason=None), Invalid),
            (replace(asked, event=EntryRetracted()), Invalid),
            (replace(asked, file="nowhere/one"), Invalid),
        ):
            try:
                self._admit((malformed,))
            except kind:
                pass
            else:
                raise AssertionError(f"accepted: {malformed}")
        self._nothing_was_left_behind()

    def _submit(self, data: st.DataObject, *asked: Proposal[Event]) -> None:
        self.now += timedelta(minutes=data.draw(st.integers(1, 500_000)))
        try:
            made = self._admit(asked)
        except Invalid as no:
            self._nothing_was_left_behind()
            (one,) = asked
            assert "was retracted" in str(no)
            entries = self.streams[one.file]
            chain = chain_of(entries, one.corrects or "")
            assert not any(entry.entry_id in chain for entry in history(entries))
            return
        except (Unlawful, OutOfSequence, LawNotKnown) as no:
            self._nothing_was_left_behind()
            assert str(no)
            deciding = [one for one in asked if one.event.taken_by and one.by.kind.ours and not one.corrects]
            assert any(one.conduct is Conduct.DECIDING for one in deciding), f"nothing here may be refused: {no}"
            return
        assert [entry.event for entry in made] == [one.event for one in asked]
        self._keep(made)
        self._question(data, made[-1].stream)

    def _admit(self, asked: tuple[Proposal[Event], ...]) -> list[AnyEntry]:
        return admit(
            Submission(f"command {self.number}", asked), self.streams, recorded_at=self.now, new_id=self._new_id
        )

    def _new_id(self) -> str:
        self.number += 1
        return f"entry {self.number}"

    def _keep(self, made: list[AnyEntry]) -> None:
        for entry in made:
            self.streams.setdefault(entry.stream, []).append(entry)
            self.stored.setdefault(entry.stream, []).append(to_bytes(entry, SEALER))
            self.touched.add(entry.stream)
            self.added.append(entry)

    def _question(self, data: st.DataObject, stream: str) -> None:
        as_at = data.draw(st.dates(date(2009, 1, 1), self.now.date()))
        self.asked.append(self._answered(stream, as_at, self.now))

    def _answered(self, stream: str, as_at: date, known_at: datetime) -> Question:
        told = history(self.streams[stream], as_at=as_at, known_at=known_at)
        file = kind_of(stream).fold(stream, told)
        return Question(stream, as_at, known_at, tuple(one.entry_id for one in told), tuple(file.ledger))

    def _all(self) -> list[AnyEntry]:
        return [entry for entries in self.streams.values() for entry in entries]

    def _nothing_was_left_behind(self) -> None:
        """Byte for byte what was stored, and no more."""
        now = {stream: [to_bytes(one, SEALER) for one in entries] for stream, entries in self.streams.items()}
        assert now == self.stored

    # What always holds

    @invariant()
    def what_is_stored_folds_to_what_is_live(self) -> None:
        for stream in self.touched:
            live = kind_of(stream).fold(stream, history(self.streams[stream]))
            loaded = [
                from_bytes(state, entry.event_name, SEALER)
                for state, entry in zip(self.stored[stream], self.streams[stream], strict=True)
            ]
            stored = kind_of(stream).fold(stream, history(loaded))
            assert stored == live
            assert stored.ledger == live.ledger
            self._every_duty_has_an_owner_and_a_provision(live)
            without_keys = [
                from_bytes(state, entry.event_name) for state, entry in zip(self.stored[stream], loaded, strict=True)
            ]
            forgotten = kind_of(stream).fold(stream, history(without_keys))
            assert forgotten.ledger == live.ledger
        self.touched = set()

    def _every_duty_has_an_owner_and_a_provision(self, file: File) -> None:
        for duty in file.ledger:
            for opener in duty.openers:
                assert opener.mark.owner
                assert opener.mark.owed_to
                assert opener.mark.provision
            assert duty.governing.provision
            assert duty.met_on is None or duty.met_by
            standings = {duty.standing(day) for day in (duty.opened_on, self.now.date())}
            assert standings

    @invariant()
    def a_log_only_grows_and_its_clock_never_runs_back(self) -> None:
        for stream, entries in self.streams.items():
            assert [one.version for one in entries] == list(range(1, len(entries) + 1))
            assert all(one.stream == stream for one in entries)
            moments = [one.recorded_at for one in entries]
            assert moments == sorted(moments)
            assert all(one.occurred_on <= local_day(one.recorded_at) for one in entries)
            assert all(one.occurred.earliest <= one.occurred_on <= one.occurred.latest for one in entries)

    @invariant()
    def what_was_added_is_lawful_or_says_what_it_breaks(self) -> None:
        for one in self.added:
            self._lawful_or_open_about_it(one)
            self._says_who_what_and_under_which_register(one)
        self.added = []

    def _lawful_or_open_about_it(self, one: AnyEntry) -> None:
        refusing = {each.rule for each in one.findings if each.contradiction and each.effect is Effect.REFUSE}
        if one.corrects is None and one.conduct is not Conduct.RECORDING:
            assert not one.purported
            assert not (refusing and one.conduct is Conduct.DECIDING)
        assert refusing <= {each.rule for each in one.breaches}
        corrected = next((each for each in self._all() if each.entry_id == one.corrects), None)
        if corrected is not None and corrected.purported and not isinstance(one.event, EntryRetracted):
            assert one.purported, "a correction mends the record, and not the act"

    def _says_who_what_and_under_which_register(self, one: AnyEntry) -> None:
        assert one.by.id
        assert one.command_id
        assert len(one.law) == 64
        assert one.authority is not None
        assert one.authority.answerable
        assert one.reason or not (one.conduct is Conduct.RECORDING or one.corrects)

    def teardown(self) -> None:
        for one in self.asked:
            again = self._answered(one.stream, one.as_at, one.known_at)
            assert again == one, "an answer was changed by what was recorded after it"


# A failing life is short enough to read as it is, and making it shorter takes minutes.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
Lives.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    phases=UNSHRUNK,
    suppress_health_check=[HealthCheck.too_slow],
)
TestLives = Lives.TestCase


def test_every_refusal_is_of_a_known_kind() -> None:
    of_the_domain = {one for one in Refusal.__subclasses__() if one.__module__.startswith("swp_domain.")}
    assert of_the_domain == {
        Invalid,
        OutOfSequence,
        Unlawful,
        CommandReused,
        CaseHasMovedOn,
    }
