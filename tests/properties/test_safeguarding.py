"""Whatever is told of concerns and enquiries, none is left without its decision, its reason, or a duty that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.finding import Effect, Finding
from swp_domain.law.no_secrets_2000 import ENDED
from swp_domain.refusal import Refusal
from swp_domain.safeguarding.enquiries import Enquiry
from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryEnd, EnquiryKind
from swp_domain.safeguarding.events import ActionDecided, ConcernJoined, ConcernReopened, EnquiryClosed
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from tests.cast import council, other_council, person, practice
from tests.papers import SUSPECTED, concern, decided, enquiry
from tests.safeguarding_papers import action, ended, opened
from tests.telling import CASE, Given, Said

BEGAN = date(2015, 2, 1)
EVE = date.fromisoformat(ENDED)
concerns, enquiries = st.sampled_from(["k1", "k1", "k2"]), st.sampled_from(["q1", "q1", "q2"])
limbs = st.builds(
    SafeguardingFacts,
    has_needs=st.sampled_from([True, None]),
    at_risk=st.sampled_from([True, False]),
    unable_to_protect=st.just(True),
    in_prison=st.sampled_from([True, None, None]),
)
deciders = st.sampled_from([council, council, council, practice, other_council])
ends_without_a_decision = st.sampled_from([one for one in EnquiryEnd if not one.needs_a_decision])
reasons = st.sampled_from(["As discussed.", None])


ago = st.sampled_from([0, 0, 0, 0, 1, 20])
which_entry = st.integers(1, 5)
"""Counted back from the last."""


class Safeguarding(RuleBasedStateMachine):
    """One adult's file: told lawfully or only recorded, on the day or later, put right, and taken back."""

    reached: ClassVar[Counter[str]] = Counter()
    """What the examples came to, so that a test can ask whether they came to what they are for."""

    def __init__(self) -> None:
        super().__init__()
        self.record = Given()
        self.today = BEGAN
        self.seen: set[str] = set()

    def teardown(self) -> None:
        self.reached.update(self.seen)

    @initialize(already=st.integers(0, 8), end=ends_without_a_decision, days=st.integers(60, 120))
    def something_is_on_the_file(self, already: int, end: EnquiryEnd, days: int) -> None:
        """So that what comes at the end of an enquiry is tried as often as what comes at its beginning."""
        if already > 0:
            self.somebody_is_worried("k1", days, 0)
        if already == 7:
            # Closed as concluded when the file knew nothing of it: that counts, and its opening is told later.
            self.it_is_concluded("q1", council, 1, 0, True)
            self.an_enquiry_begins("k1", "q1", EnquiryKind.SECTION_42, 2, 20)
        elif already > 1:
            self.it_is_decided_on("k1", EnquiryOutcome.ENQUIRE, SUSPECTED, council, 1, 0, False)
            self.an_enquiry_begins("k1", "q1", EnquiryKind.SECTION_42, 1, 0)
        if already == 3:
            self.action_is_decided_on("q1", ActionOutcome.ACTION, council, 10, 0, False)
        if already == 4:
            self.it_goes_no_further("q1", end, "As discussed.", council, 10, 0, False)
        if already == 5:
            self.action_is_decided_on("q1", ActionOutcome.NO_ACTION, council, 10, 0, False)
            self.it_is_concluded("q1", council, 10, 0, False)
        if already == 6:
            self.it_goes_no_further("q1", end, None, council, 10, 0, True)
        if already == 8:
            self.what_was_told_is_taken_back(1, 10)  # Its opening, and then the decision to enquire.
            self.what_was_told_is_taken_back(3, 1)

    def tell(self, said: Said) -> None:
        """What is refused leaves the file as it was."""
        after = self.record.when(replace(said, recorded=str(self.today)))
        if isinstance(after.refusal, Refusal):
            self.seen.add("a refusal")
        else:
            self.record = Given(after.streams)

    def on(self, days: int, ago: int = 0) -> str:
        """The days go on; what is told today happened then."""
        self.today += timedelta(days=days)
        return str(self.today - timedelta(days=ago))

    days = st.integers(1, 60)

    @rule(which=concerns, days=days, ago=ago)
    def somebody_is_worried(self, which: str, days: int, ago: int) -> None:
        self.tell(person.tells(concern(concern=which), self.on(days, ago)))

    @rule(which=concerns, days=days, ago=ago)
    def something_new_is_known(self, which: str, days: int, ago: int) -> None:
        self.tell(council.tells(ConcernReopened(concern=which), self.on(days, ago)))

    @rule(
        which=concerns,
        outcome=st.sampled_from(EnquiryOutcome),
        suspected=limbs | st.just(SUSPECTED),
        who=deciders,
        days=days,
        ago=ago,
        forced=st.booleans(),
    )
    def it_is_decided_on(
        self,
        which: str,
        outcome: EnquiryOutcome,
        suspected: SafeguardingFacts,
        who: Any,
        days: int,
        ago: int,
        forced: bool,
    ) -> None:
        paper = enquiry(outcome, concern=which, suspected=suspected)
        self.tell((who.records if forced else who.decides)(paper, self.on(days, ago)))

    @rule(which=concerns, enquiry=enquiries, kind=st.sampled_from(EnquiryKind), days=days, ago=ago)
    def an_enquiry_begins(self, which: str, enquiry: str, kind: EnquiryKind, days: int, ago: int) -> None:
        if enquiry not in self.stands.enquiries:
            self.tell(council.tells(opened(kind, enquiry=enquiry, concern=which), self.on(days, ago)))

    @rule(which=concerns, enquiry=enquiries, days=days, ago=ago)
    def it_is_looked_into_with_another(self, which: str, enquiry: str, days: int, ago: int) -> None:
        self.tell(council.tells(ConcernJoined(concern=which, enquiry=enquiry), self.on(days, ago)))

    @rule(
        which=enquiries,
        outcome=st.sampled_from(ActionOutcome),
        who=deciders,
        days=days,
        ago=ago,
        forced=st.booleans(),
    )
    def action_is_decided_on(
        self, which: str, outcome: ActionOutcome, who: Any, days: int, ago: int, forced: bool
    ) -> None:
        paper = action(outcome, enquiry=which)
        self.tell((who.records if forced else who.decides)(paper, self.on(days, ago)))

    @rule(
        which=enquiries,
        end=ends_without_a_decision,
        why=reasons,
        who=deciders,
        days=days,
        ago=ago,
        forced=st.booleans(),
    )
    def it_goes_no_further(
        self, which: str, end: EnquiryEnd, why: str | None, who: Any, days: int, ago: int, forced: bool
    ) -> None:
        paper = ended(end, enquiry=which, decision=decided(end, reasons=why))
        self.tell((who.records if forced else who.decides)(paper, self.on(days, ago)))

    @rule(which=enquiries, who=deciders, days=days, ago=ago, forced=st.booleans())
    def it_is_concluded(self, which: str, who: Any, days: int, ago: int, forced: bool) -> None:
        self.tell((who.records if forced else who.decides)(ended(enquiry=which), self.on(days, ago)))

    @rule(days=days)
    def the_adult_dies(self, days: int) -> None:
        self.tell(person.tells(PersonDied(), self.on(days)))

    @rule(number=which_entry, days=days)
    def what_was_told_is_taken_back(self, number: int, days: int) -> None:
        entries = self.record.streams.get(CASE, [])
        if entries:
            which = entries[-min(number, len(entries))]
            self.seen.add(f"taken back: {which.event_name.partition('/')[2]}")
            self.tell(council.corrects(which.entry_id, EntryRetracted(), self.on(days)))

    @rule(days=days)
    def the_decision_on_action_is_taken_back(self, days: int) -> None:
        made = [one for one in self.record.history() if isinstance(one.event, ActionDecided)]
        if made:
            self.seen.add("taken back: action-decided")
            self.tell(council.corrects(made[-1].entry_id, EntryRetracted(), self.on(days)))

    @rule(number=which_entry, days=days, ago=st.integers(0, 90))
    def what_was_told_happened_on_another_day(self, number: int, days: int, ago: int) -> None:
        entries = [one for one in self.record.streams.get(CASE, []) if not isinstance(one.event, EntryRetracted)]
        if entries:
            which = entries[-min(number, len(entries))]
            self.seen.add("put right")
            self.tell(council.corrects(which.entry_id, which.event, self.on(days, ago)))

    @property
    def file(self) -> CaseFile:
        file = self.record.file()
        assert isinstance(file, CaseFile)
        return file

    @property
    def stands(self) -> Any:
        return self.file.safeguarding

    def owed(self, subject: str) -> set[str]:
        return {one.duty for one in self.file.ledger if one.met_on is None and one.subject == subject}

    @invariant()
    def no_concern_is_without_a_decision_or_a_duty_to_take_one(self) -> None:
        for which, one in self.stands.concerns.items():
            if one.received_on and one.decided_on is None:
                self.seen.add("a concern that waits")
                assert "decide on the concern" in self.owed(which), which
            if one.received_on and one.decided_on:
                self.seen.add("a concern decided on")
            if one.reopened_on:
                self.seen.add("a concern that waits again")
                assert "decide again on the concern" in self.owed(which), which

    @invariant()
    def no_decision_to_enquire_is_without_its_enquiry_or_a_duty_to_make_it(self) -> None:
        for which, one in self.stands.concerns.items():
            if one.outcome is not None and one.outcome.enquires and not one.enquiries:
                self.seen.add("an enquiry to be made")
                assert "make the enquiry that was decided on" in self.owed(which), which

    @invariant()
    def no_section_42_enquiry_is_without_its_decision_on_action_its_reason_or_a_duty_to_decide(self) -> None:
        ends = [one for one in self.record.history() if isinstance(one.event, EnquiryClosed)]
        reasoned = {
            entry.event.enquiry
            for entry in ends
            if isinstance(entry.event, EnquiryClosed)
            and entry.counts
            and not entry.event.decision.outcome.needs_a_decision
            and (entry.event.decision.reasons or entry.event.decision.outcome is not EnquiryEnd.OTHER)
        }
        if any(not entry.counts for entry in ends):
            self.seen.add("an end that does not count")
        if any(entry.counts and any(one.rule == "SG-42-02" for one in flagged(entry)) for entry in ends):
            self.seen.add("an end flagged for want of its reason")
        for which, one in self.stands.enquiries.items():
            if one.kind is not EnquiryKind.SECTION_42 or one.opened_on is None or one.opened_on <= EVE:
                continue
            self.seen.add(self.how_it_stands(one, which in reasoned))
            if one.decided_on is None and which not in reasoned:
                assert "decide what action is to be taken" in self.owed(which), which

    def how_it_stands(self, one: Enquiry, reasoned: bool) -> str:
        if one.closed_on is None:
            return "an enquiry that goes on"
        if one.decided_on is not None:
            return "ended on its decision"
        return "ended with its reason" if reasoned else "ended with neither"


_OFTEN = 2
WANTED = (
    "a concern that waits", "a concern decided on", "a concern that waits again", "an enquiry to be made",
    "an enquiry that goes on", "ended on its decision", "ended with its reason", "ended with neither",
    "an end that does not count", "an end flagged for want of its reason", "a refusal", "put right",
    "taken back: action-decided", "taken back: enquiry-closed", "taken back: enquiry-decided",
    "taken back: enquiry-opened", "taken back: entry-retracted",
)  # fmt: skip


def test_the_machine_reaches_every_state_that_it_is_for() -> None:
    Safeguarding.reached.clear()
    run_state_machine_as_test(
        Safeguarding,
        settings=settings(
            max_examples=120,
            stateful_step_count=16,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert {one: found for one in WANTED if (found := Safeguarding.reached[one]) < _OFTEN} == {}


def flagged(entry: AnyEntry) -> list[Finding]:
    """What somebody is warned of: an end that was only recorded, and whose reason nobody told, is flagged."""
    return [one for one in entry.findings if one.effect is Effect.FLAG]


TestSafeguarding = Safeguarding.TestCase
TestSafeguarding.settings = settings(
    max_examples=80, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
