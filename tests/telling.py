"""Tests told as over a desk: given what is on record, when this is proposed, then this follows.

    given(person.tells(request(), "2024-05-01"))
        .when(council.decides(completion(), "2024-05-20"))
        .then(AssessmentCompleted)

What is asserted are events, findings and marks, never the inside of a stage. ``breaks`` and ``keeps``
say which rules a test exercises, and fail it if it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import wraps
from itertools import count
from typing import ParamSpec, Self

from swp_domain.actor import Actor
from swp_domain.admission import admit, file_on, standing_on
from swp_domain.case_file import FILES
from swp_domain.catalogue import file_kind
from swp_domain.duty import Duty, DutyStanding
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.history import history
from swp_domain.judgement import placed
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.finding import Effect, Finding, Outcome
from swp_domain.law.rule import Regime
from swp_domain.proposal import Conduct, Proposal, Submission, propose
from swp_domain.refusal import Refusal
from swp_domain.stage import Judge
from swp_domain.stored import to_bytes

CASE, CONTACT, PRACTICE, REVIEW = "case/one", "contact/one", "practice/one", "adults-review/one"
_FILES = {"case": CASE, "contact": CONTACT, "practice": PRACTICE, "adults-review": REVIEW}


def day(text: str | date) -> date:
    """A day as tests write it."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def noon(when: str | date) -> datetime:
    """Noon of a day: the moment at which tests record, unless they say."""
    return datetime.combine(day(when), time(12), UTC)


@dataclass(frozen=True)
class Said:
    """A proposal, and the day on which it is recorded where the test says so."""

    proposal: Proposal[Event]
    recorded: str | None = None


@dataclass(frozen=True)
class Voice:
    """Somebody who can tell, decide and record; who they are may depend on the day."""

    who: Callable[[date], Actor]

    def tells(
        self, event: Event, on: str, *, recorded: str | None = None, entry: str = "", file: str | None = None
    ) -> Said:
        """A fact as this person asserts it; or a decision as they take it (the same proposal)."""
        return self._said(event, on, recorded=recorded, entry=entry, file=file)

    decides = tells

    def records(
        self,
        event: Event,
        on: str,
        *,
        because: str | None = "It was decided on paper.",
        recorded: str | None = None,
        entry: str = "",
        file: str | None = None,
    ) -> Said:
        """A decision that was taken all the same, and is only being recorded."""
        return self._said(
            event, on, recorded=recorded, entry=entry, file=file, conduct=Conduct.RECORDING, reason=because
        )

    def corrects(
        self,
        what: str,
        event: Event,
        on: str,
        *,
        because: str | None = "It was typed wrongly.",
        recorded: str | None = None,
        entry: str = "",
        file: str | None = None,
    ) -> Said:
        """The same event again, whole, in the place of an entry."""
        return self._said(event, on, recorded=recorded, entry=entry, file=file, corrects=what, reason=because)

    def _said(
        self,
        event: Event,
        on: str,
        *,
        recorded: str | None,
        entry: str,
        file: str | None,
        conduct: Conduct = Conduct.DECIDING,
        reason: str | None = None,
        corrects: str | None = None,
    ) -> Said:
        proposal = propose(file or home_of(event), event, self.who(_first(on)), on, conduct=conduct, reason=reason)
        return Said(replace(proposal, entry_id=entry, corrects=corrects), recorded)


def _first(on: str) -> date:
    return date.fromisoformat((on.rpartition(" ")[2][:10] + "-01-01")[:10])


def home_of(event: Event) -> str:
    """The file that an event goes to, where a test does not say."""
    return next((_FILES[kind.kind] for kind in FILES if type(event) in kind.homes()), CASE)


@dataclass
class Record:
    """What is on record, and the questions that can be put to it."""

    streams: dict[str, list[AnyEntry]] = field(default_factory=dict)

    def file(self, stream: str = CASE, *, as_at: str | None = None, known_at: str | None = None) -> File:
        """A file, as at a day, as known on a day."""
        return file_kind(stream).fold(stream, self.history(stream, as_at=as_at, known_at=known_at))

    def history(self, stream: str = CASE, *, as_at: str | None = None, known_at: str | None = None) -> list[AnyEntry]:
        """The entries of a file in the order of the world."""
        return history(
            self.streams.get(stream, []),
            as_at=day(as_at) if as_at else None,
            known_at=day(known_at) if known_at else None,
        )

    def duties(
        self,
        name: str,
        subject: str | None = None,
        *,
        as_at: str | None = None,
        known_at: str | None = None,
        stream: str = "",
    ) -> list[Duty]:
        """The periods of a duty, of one file or of all, as at a day, as known on a day."""
        files = [self.file(one, as_at=as_at, known_at=known_at) for one in ([stream] if stream else self.streams)]
        ledgers = [one for file in files for one in file.ledger]
        return [one for one in ledgers if one.duty == name and subject in (None, one.subject)]

    def duty(
        self,
        name: str,
        subject: str | None = None,
        *,
        as_at: str | None = None,
        known_at: str | None = None,
        stream: str = "",
    ) -> Duty:
        """The one period of a duty."""
        found = self.duties(name, subject, as_at=as_at, known_at=known_at, stream=stream)
        assert len(found) == 1, f"{len(found)} duties to {name} ({subject or 'of any subject'}), as at {as_at}"
        return found[0]

    def owes(
        self,
        name: str,
        subject: str | None = None,
        *,
        as_at: str,
        last_day: str | None = "any",
        standing: DutyStanding = DutyStanding.OWED,
        late_since: str | None = None,
        known_at: str | None = None,
        stream: str = "",
    ) -> Self:
        """A duty stands like this, as at a day."""
        found = self.duty(name, subject, as_at=as_at, known_at=known_at, stream=stream)
        stands = found.standing(day(as_at))
        assert stands is standing, f"{name}: {stands} as at {as_at}, not {standing}"
        if last_day != "any":
            assert found.last_day == (day(last_day) if last_day else None), f"{name}: last day {found.last_day}"
        if late_since is not None:
            late = found.late_since(day(as_at))
            assert late == day(late_since), f"{name}: late since {late} as at {as_at}, not {late_since}"
        return self

    def owes_no_duty_to(self, name: str, subject: str | None = None, *, as_at: str, stream: str = "") -> Self:
        """Nothing of that name is owed, or ever was, as at a day."""
        assert self.duties(name, subject, as_at=as_at, stream=stream) == []
        return self

    def bytes_of(self) -> dict[str, list[bytes]]:
        """Every entry as it is stored."""
        return {stream: [to_bytes(one) for one in entries] for stream, entries in self.streams.items() if entries}

    def _put(self, said: tuple[Said, ...]) -> list[AnyEntry]:
        """Admit one submission."""
        proposals = tuple(one.proposal for one in said)
        made = admit(
            Submission(f"command-{next(_numbers)}", proposals),
            self.streams,
            recorded_at=self._moment(said),
            new_id=lambda: f"entry-{next(_numbers)}",
        )
        for entry in made:
            self.streams.setdefault(entry.stream, []).append(entry)
        return made

    def _moment(self, said: tuple[Said, ...]) -> datetime:
        stated = [noon(one.recorded) for one in said if one.recorded]
        last = [entries[-1].recorded_at for entries in self.streams.values() if entries]
        if stated:
            return max(stated)
        return max([noon(one.proposal.on) for one in said] + [one + timedelta(minutes=1) for one in last])


_numbers = count(1)

MET_AND_AGAINST = frozenset(
    {
        "CA-09-01", "CA-13-03", "CA-17-02", "CA-30-03", "CA-31-02", "CA-39-01", "CA-58-02", "CA-67-01",
        "CC-47-03", "CC-FACS-01", "CHC-20", "CHC-22", "DOL-20-TEST", "IMCA-39", "MCA-02-01", "SG-42-01", "SG-44-02",
        "SG-68-01", "SG-OLD-01",
    }
)  # fmt: skip
"""Rules whose test speaks against the event when it is met: a duty, and somebody who will not do it. What any other
rule says against an event, it says because something is not met, or not told; a test fails where it does not.
"""


@dataclass
class Given(Record):
    """What is on record before the test begins."""

    def when(self, *said: Said) -> Then:
        """One submission."""
        before = self.bytes_of()
        asked = [_Asked(one, dict(self.streams)) for one in placed(tuple(one.proposal for one in said))]
        _heard.extend(asked)
        streams = {stream: list(entries) for stream, entries in self.streams.items()}
        after = Then(streams=streams)
        try:
            after.entries = after._put(said)
        except (Refusal, LawNotKnown) as refusal:
            after.refusal = refusal
            assert after.bytes_of() == before, "a refusal left something behind"
        for one in after.findings if after.refusal is None else getattr(after.refusal, "findings", ()):
            assert not (one.met and one.contradiction) or one.rule in MET_AND_AGAINST, f"{one.rule}: {one}"
        return after


def given(*said: Said | tuple[Said, ...]) -> Given:
    """What is on record: each submitted on its own, in the order given."""
    record = Given()
    for one in said:
        for each in (one,) if isinstance(one, Said) else one:
            record._put((each,))
    return record


@dataclass
class Then(Record):
    """What came of it."""

    entries: list[AnyEntry] = field(default_factory=list)
    refusal: Refusal | LawNotKnown | None = None

    def then(self, *events: type[Event]) -> Self:
        """It entered the record, as these events in this order."""
        if self.refusal is not None:
            raise AssertionError(f"refused: {self.refusal}") from self.refusal
        found = [type(entry.event) for entry in self.entries]
        assert found == list(events), found
        return self

    def refused(self, kind: type[Refusal | LawNotKnown], *words: str) -> Self:
        """It did not enter the record; the refusal is of this kind and has these words in it."""
        assert self.refusal is not None, f"it entered the record: {self.entries}"
        assert type(self.refusal) is kind, f"{type(self.refusal).__name__}: {self.refusal}"
        for one in words:
            assert one in str(self.refusal), str(self.refusal)
        return self

    def in_these_words(self, *lines: str) -> Self:
        """The refusal, word for word."""
        assert str(self.refusal) == "\n".join(lines), str(self.refusal)
        return self

    def breaches(self, *rules: str) -> Self:
        """The record says that exactly these rules were broken."""
        self._entered()
        found = sorted(one.rule for entry in self.entries for one in entry.breaches)
        assert found == sorted(rules), found
        return self

    def flags(self, *rules: str) -> Self:
        """Somebody is warned of exactly these rules."""
        self._entered()
        found = sorted(one.rule for one in self.findings if one.effect is Effect.FLAG)
        assert found == sorted(rules), found
        return self

    def finds(self, *sentences: str) -> Self:
        """These printed findings are kept in the record."""
        self._entered()
        printed = [str(one) for one in self.findings]
        for sentence in sentences:
            assert sentence in printed, "\n".join(printed)
        return self

    def concludes(self, rule: str, *outcomes: Outcome) -> Self:
        """The findings of a rule come to these outcomes, in this order, whether they contradict the event or not."""
        self._entered()
        found = [one.outcome for one in self.findings if one.rule == rule]
        assert found == list(outcomes), found
        return self

    def purported(self, is_so: bool = True) -> Self:
        """Whether the record marks it as done although the law said no."""
        self._entered()
        found = [entry.purported for entry in self.entries]
        assert found == [is_so] * len(self.entries), found
        return self

    @property
    def findings(self) -> list[Finding]:
        return [one for entry in self.entries for one in entry.findings]

    @property
    def entry(self) -> AnyEntry:
        """The one entry that was made."""
        self._entered()
        (one,) = self.entries
        return one

    def _entered(self) -> None:
        if self.refusal is not None:
            raise AssertionError(f"refused: {self.refusal}") from self.refusal

    def when(self, *said: Said) -> Then:
        """Another submission after this one."""
        self._entered()
        return Given(self.streams).when(*said)


# Which rules a test exercises

P = ParamSpec("P")


@dataclass(frozen=True)
class _Asked:
    proposal: Proposal[Event]
    streams: dict[str, list[AnyEntry]]

    def of(self, rule: Judge) -> list[Finding] | None:
        """What a rule makes of it; ``None`` where it is not asked."""
        asked = self.proposal
        entries = self.streams.get(asked.file, [])
        file = file_on(asked.file, entries, asked.on, without=asked.corrects)
        if not rule.concerns(type(asked.event)) or rule.regime not in (Regime.CALENDAR, file.regime_on(asked.on)):
            return None
        return list(rule.ask(file, asked, standing_on(asked.on, self.streams)))


_heard: list[_Asked] = []


def breaks(*rules: Judge) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """The test proposes something that these rules contradict; it fails if it does not."""

    def contradicted(rule: Judge, found: list[Finding] | None) -> bool:
        return any(one.contradiction for one in found or ())

    return _exercises("breaks", rules, contradicted)


def keeps(*rules: Judge) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """The test proposes something that these rules are asked of and do not contradict; it fails if not."""

    def satisfied(rule: Judge, found: list[Finding] | None) -> bool:
        return found is not None and not any(one.contradiction for one in found)

    return _exercises("keeps", rules, satisfied)


def _exercises(
    how: str, rules: tuple[Judge, ...], holds: Callable[[Judge, list[Finding] | None], bool]
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    def mark(test: Callable[P, None]) -> Callable[P, None]:
        @wraps(test)
        def told(*args: P.args, **kwargs: P.kwargs) -> None:
            _heard.clear()
            test(*args, **kwargs)
            for rule in rules:
                assert any(holds(rule, one.of(rule)) for one in _heard), (
                    f"nothing in this test {how} {rule.rule} ({rule.says})"
                )

        setattr(told, how, (*getattr(test, how, ()), *rules))
        return told

    return mark
