"""Whatever is told of concerns and enquiries, none is left without its decision, its reason, or a duty that says so."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.entry import AnyEntry
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.finding import Effect, Finding
from swp_domain.law.no_secrets_2000 import ENDED
from swp_domain.refusal import Refusal
from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryEnd, EnquiryKind
from swp_domain.safeguarding.events import ConcernJoined, ConcernReopened, EnquiryClosed
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from tests.cast import council, other_council, person, practice
from tests.papers import SUSPECTED, concern, decided, enquiry
from tests.safeguarding_papers import action, ended, opened
from tests.telling import Given, Said

BEGAN = date(2015, 2, 1)
EVE = date.fromisoformat(ENDED)
concerns, enquiries = st.sampled_from(["k1", "k2", "k3"]), st.sampled_from(["q1", "q2", "q3"])
limbs = st.builds(
    SafeguardingFacts,
    has_needs=st.sampled_from([True, None]),
    at_risk=st.sampled_from([True, False]),
    unable_to_protect=st.just(True),
    in_prison=st.sampled_from([True, None, None]),
)
deciders = st.sampled_from([council, council, council, practice, other_council])
reasons = st.sampled_from(["As discussed.", None])


class Safeguarding(RuleBasedStateMachine):
    """One adult's file; every step is on a later day, told lawfully or only recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.record = Given()
        self.today = BEGAN
        self.numbers = count(1)

    @initialize(already=st.sampled_from(["nothing", "a concern", "an enquiry"]), days=st.integers(1, 120))
    def something_is_on_the_file(self, already: str, days: int) -> None:
        if already != "nothing":
            self.somebody_is_worried("k1", days)
        if already == "an enquiry":
            self.it_is_decided_on("k1", EnquiryOutcome.ENQUIRE, SUSPECTED, council, 1, False)
            self.an_enquiry_begins("k1", "q1", EnquiryKind.SECTION_42, 1)

    def tell(self, said: Said) -> None:
        """What is refused leaves the file as it was."""
        after = self.record.when(said)
        if not isinstance(after.refusal, Refusal):
            self.record = Given(after.streams)

    def on(self, days: int) -> str:
        self.today += timedelta(days=days)
        return str(self.today)

    days = st.integers(1, 60)

    @rule(which=concerns, days=days)
    def somebody_is_worried(self, which: str, days: int) -> None:
        self.tell(person.tells(concern(concern=which), self.on(days)))

    @rule(which=concerns, days=days)
    def something_new_is_known(self, which: str, days: int) -> None:
        self.tell(council.tells(ConcernReopened(concern=which), self.on(days)))

    @rule(
        which=concerns,
        outcome=st.sampled_from(EnquiryOutcome),
        suspected=limbs | st.just(SUSPECTED),
        who=deciders,
        days=days,
        forced=st.booleans(),
    )
    def it_is_decided_on(
        self, which: str, outcome: EnquiryOutcome, suspected: SafeguardingFacts, who: Any, days: int, forced: bool
    ) -> None:
        paper = enquiry(outcome, concern=which, suspected=suspected)
        self.tell((who.records if forced else who.decides)(paper, self.on(days)))

    @rule(which=concerns, enquiry=enquiries, kind=st.sampled_from(EnquiryKind), days=days)
    def an_enquiry_begins(self, which: str, enquiry: str, kind: EnquiryKind, days: int) -> None:
        if enquiry not in self.stands.enquiries:
            self.tell(council.tells(opened(kind, enquiry=enquiry, concern=which), self.on(days)))

    @rule(which=concerns, enquiry=enquiries, days=days)
    def it_is_looked_into_with_another(self, which: str, enquiry: str, days: int) -> None:
        self.tell(council.tells(ConcernJoined(concern=which, enquiry=enquiry), self.on(days)))

    @rule(which=enquiries, outcome=st.sampled_from(ActionOutcome), who=deciders, days=days, forced=st.booleans())
    def action_is_decided_on(self, which: str, outcome: ActionOutcome, who: Any, days: int, forced: bool) -> None:
        paper = action(outcome, enquiry=which)
        self.tell((who.records if forced else who.decides)(paper, self.on(days)))

    @rule(which=enquiries, end=st.sampled_from(EnquiryEnd), why=reasons, who=deciders, days=days, forced=st.booleans())
    def it_is_closed(self, which: str, end: EnquiryEnd, why: str | None, who: Any, days: int, forced: bool) -> None:
        paper = ended(end, enquiry=which, decision=decided(end, reasons=why))
        self.tell((who.records if forced else who.decides)(paper, self.on(days)))

    @rule(days=days)
    def the_adult_dies(self, days: int) -> None:
        self.tell(person.tells(PersonDied(), self.on(days)))

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
                assert "decide on the concern" in self.owed(which), which
            if one.reopened_on:
                assert "decide again on the concern" in self.owed(which), which

    @invariant()
    def no_decision_to_enquire_is_without_its_enquiry_or_a_duty_to_make_it(self) -> None:
        for which, one in self.stands.concerns.items():
            if one.outcome is not None and one.outcome.enquires and not one.enquiries:
                assert "make the enquiry that was decided on" in self.owed(which), which

    @invariant()
    def no_section_42_enquiry_is_without_its_decision_on_action_its_reason_or_a_duty_to_decide(self) -> None:
        reasoned = {
            entry.event.enquiry
            for entry in self.record.history()
            if isinstance(entry.event, EnquiryClosed)
            and entry.counts
            and not entry.event.decision.outcome.needs_a_decision
            and (entry.event.decision.reasons or any(one.rule == "SG-42-02" for one in flagged(entry)))
        }
        for which, one in self.stands.enquiries.items():
            if one.kind is not EnquiryKind.SECTION_42 or one.opened_on is None or one.opened_on <= EVE:
                continue
            if one.decided_on is None and which not in reasoned:
                assert "decide what action is to be taken" in self.owed(which), which


def flagged(entry: AnyEntry) -> list[Finding]:
    """What somebody is warned of: an end that was only recorded, and whose reason nobody told, is flagged."""
    return [one for one in entry.findings if one.effect is Effect.FLAG]


TestSafeguarding = Safeguarding.TestCase
TestSafeguarding.settings = settings(
    max_examples=100, stateful_step_count=16, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
