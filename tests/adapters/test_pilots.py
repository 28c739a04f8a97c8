"""The seven pilots: what is kept of them is marked, and each can be lived with every entry judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

import pytest

from swp_adapters.pilots import NAMES, Mark, Pilot, Scenario, pilot, pilots, read
from swp_adapters.pilots.cases import COUNCIL_TEAM
from swp_adapters.pilots.told import Told
from swp_adapters.testing.recording import Recorder
from swp_adapters.testing.words import SYNTHETIC
from swp_domain.actor import Actor, BodyKind, Regulator
from swp_domain.admission import admit, standing_on
from swp_domain.belonging import Belonging
from swp_domain.case.events import CaseAllocated, CaseClosed, PersonRegistered
from swp_domain.case_file import CaseFile
from swp_domain.contact.events import ContactReceived
from swp_domain.decision import Decision
from swp_domain.eligibility.events import BandedEligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.entry import AnyEntry
from swp_domain.governance.vocabulary import PracticeForm
from swp_domain.history import history
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.nhs_act_2006.annexed_functions import APPENDIX_6, OnTheList, annexed, functions_of
from swp_domain.law.social_work_registration.title import registered_with_hcpc
from swp_domain.planning.events import ApprovalDecided, ServiceStarted
from swp_domain.practice.events import DecisionsReserved, FunctionsDelegated, StaffJoined
from swp_domain.practice.proof import proof_of
from swp_domain.practice.standing import Standing
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Submission, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.refusal import Invalid, Unlawful
from swp_domain.responsibility.events import CohortRecorded, ReservedDecisionAnswered, ResponsibilityMoved
from swp_domain.responsibility.vocabulary import MoveGround
from swp_domain.stored import to_bytes

HERE = "a 2014 report on the pilots"


@dataclass(frozen=True)
class Lived:
    """A pilot that was lived in memory: its practice, and its cases."""

    pilot: Pilot
    scenario: Scenario
    practices: dict[str, list[AnyEntry]]
    cases: dict[str, list[AnyEntry]]

    @property
    def practice(self) -> list[AnyEntry]:
        """The practice's own file."""
        return self.practices[self.scenario.staff.file]

    def standing(self, on: date) -> Standing:
        return standing_on(on, self.practices)

    def entries(self) -> Iterator[AnyEntry]:
        """Those of every case."""
        return chain.from_iterable(self.cases.values())

    def belonging(self, case: str, on: date) -> Belonging:
        """To which cohort a case belongs, and where it was moved, as its file has it on a day."""
        return CaseFile.fold(case, history(self.cases[case], as_at=on)).belonging

    def open_on(self, on: date) -> list[str]:
        """The cases that were open on a day."""
        return [
            case
            for case, entries in self.cases.items()
            if entries[0].occurred_on <= on
            and not any(isinstance(one.event, CaseClosed) and one.occurred_on <= on for one in entries)
        ]


@cache
def lived(name: str) -> Lived:
    scenario = Scenario.of(pilot(name))
    recorder = Recorder(scenario)
    numbers = range(scenario.pilot.cases.number)
    cases = {scenario.case(number): recorder.entries(number) for number in numbers}
    return Lived(scenario.pilot, scenario, recorder.practices, cases)


# What is kept


def _told(one: Pilot) -> Iterator[Told]:
    values = (getattr(one, field) for field in Pilot.model_fields)
    yield from (value for value in values if isinstance(value, Told))
    yield from (*one.facts, *one.life)


def test_there_are_seven_and_each_is_kept_under_its_own_name() -> None:
    assert [one.name for one in pilots()] == list(NAMES)
    assert len({one.council.value for one in pilots()}) == 7


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_says_how_sure_it_is_and_where_it_was_read(name: str) -> None:
    told = list(_told(pilot(name)))
    assert {one.mark for one in told} == set(Mark)
    assert all(one.source for one in told if one.mark is Mark.STATED)
    assert all(one.note for one in told if one.mark is Mark.UNCERTAIN)
    assert not any(one.source for one in told if one.mark is Mark.SYNTHETIC)
    assert pilot(name).staffing.mark is pilot(name).cases.mark is Mark.SYNTHETIC


@pytest.mark.parametrize(
    ("name", "form", "mark", "year"),
    [
        ("focus", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.STATED, 2013),
        ("people2people", PracticeForm.SOCIAL_ENTERPRISE, Mark.UNCERTAIN, 2012),
        ("activ8", PracticeForm.CHARITY, Mark.SYNTHETIC, 2012),
        ("sensingchange", PracticeForm.COUNCIL_OWNED, Mark.SYNTHETIC, 2012),
        ("jmc", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.UNCERTAIN, 2011),
        ("topaz", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.SYNTHETIC, 2012),
        ("firstpoint", PracticeForm.COMMUNITY_INTEREST_COMPANY, Mark.SYNTHETIC, 2012),
    ],
)
def test_the_form_is_stated_and_a_first_day_that_nobody_gives_is_never_given_as_stated(
    name: str, form: PracticeForm, mark: Mark, year: int
) -> None:
    one = pilot(name)
    assert (one.form.value, one.form.mark) == (form, Mark.STATED)
    made = next(told for told in one.life if told.event == "practice/contract-made")
    assert (made.mark, made.on.year) == (mark, year)


def test_the_practice_of_stoke_has_two_names_in_one_report_and_neither_is_given_as_sure() -> None:
    stoke = pilot("jmc")
    assert stoke.also_called is not None
    assert {stoke.practice.value, stoke.also_called.value} == {"JMC Healthcare", "JMS Homecare"}
    assert stoke.practice.mark is stoke.also_called.mark is Mark.UNCERTAIN
    assert "inconsistent" in stoke.practice.note
    assert stoke.practice.source.startswith(HERE)


GOOD = """
name = "one"
practice = { is = "One", mark = "stated", source = "a report" }
council = { is = "Northmere Council", mark = "stated", source = "a report" }
form = { is = "charity", mark = "stated", source = "a report" }
serves = { is = ["older people"], mark = "stated", source = "a report" }
areas = { is = ["Northmere"], mark = "uncertain", note = "taken to be all of it" }
does = { is = "everything", mark = "stated", source = "a report" }
functions = { is = ["assessment of needs"], mark = "uncertain", note = "our reading" }
became = { is = "it ended", mark = "stated", source = "a report" }
staffing = { front_door = 2, case_management = 3, mark = "synthetic" }
cases = { number = 3, until = 2013-12-31, ways = { supported = 1 }, mark = "synthetic" }

[[life]]
on = 2012-02-01
event = "practice/contract-made"
mark = "synthetic"

[[life]]
on = 2012-02-02
event = "practice/functions-delegated"
tells = { delegation = "one", under = "SI 2011/1568", until = 2014-03-31 }
mark = "synthetic"
"""

STATED = '"One", mark = "stated", source = "a report"'
DOES = 'does = { is = "everything", mark = "stated", source = "a report" }'


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        (STATED, '"One", mark = "stated"', "one.toml.practice: what is stated names its source. Add source"),
        (', note = "our reading"', "", "functions: what is uncertain says what is not sure of it. Add note"),
        ("= 1 }, mark", '= 1 }, source = "x", mark', "cases: what is invented was read nowhere. Leave source out"),
        ('"charity", mark = "stated"', '"charity", mark = "sure"', "form.mark: input should be 'stated', 'uncertain'"),
        ('is = "charity"', 'is = "club"', "Use one of these"),
        ('["assessment of needs"]', '["assessing"]', "functions.is.0: input should be 'information and advice'"),
        ('name = "one"', 'name = "One of them"', "one.toml.name: string should match pattern"),
        (DOES, "", "one.toml.does: field required. Add it"),
        (DOES, f"{DOES}\nwho = 1", "one.toml.who: extra inputs are not permitted. Leave it out"),
        ("practice/functions-delegated", "practice/given", "life.1: event: 'practice/given' is not an event"),
        ('delegation = "one", ', "", "cannot tell delegation: Field required. See swp rules --events"),
        ("on = 2012-02-02", "on = 2012-01-02", "one.toml.life: what happened is told in the order in which it did"),
        ("practice/contract-made", "governance/practice-constituted", "one contract here, and 0 are told"),
        ("on = 2012-02-02", "on = 2014-04-01", "life.1: SI 2011/1568 gave no power on 2014-04-01. Name the power"),
        ('["assessment of needs"]', '["safeguarding enquiry decision"]', "SI 2011/1568 does not hold the safeguarding"),
        ("03-31 }", "03-31, listed = [6, 22] }", "the list annexed has no item 22. Name items 1 to 21"),
        ("until = 2013-12-31", "until = 2012-02-01", "cases.until is not after the contract of 2012-02-01"),
        ("2013-12-31,", "2013-12-31, later_in_services = 8,", "only people below the threshold come into"),
        ("number = 3", "number = 0", "cases.number: input should be greater than or equal to 1"),
        ("on = 2012-02-01", "on = 2012-02-31", "one.toml: is no TOML"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_the_field_and_the_remedy(wrong: str, right: str, says: str) -> None:
    assert read(GOOD).name == "one"
    assert wrong in GOOD
    with pytest.raises(Invalid) as refused:
        read(GOOD.replace(wrong, right, 1), "one.toml")
    assert says in str(refused.value)
    assert refused.value.remedy


def test_an_unknown_pilot_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(Invalid, match=r"there is no pilot called bath\. Name one of focus, people2people, activ8"):
        pilot("bath")


# The lives


@pytest.mark.parametrize("name", NAMES)
def test_a_pilot_is_lived_with_nothing_broken_and_every_decision_is_proven(name: str) -> None:
    life = lived(name)
    everything = [*life.practice, *life.entries()]
    assert len(life.cases) == pilot(name).cases.number
    assert not [entry.event_name for entry in everything if entry.breaches or entry.purported]
    proofs = [proof for entry in everything if (proof := proof_of(entry)) is not None]
    assert len(proofs) > 60
    assert [str(one) for one in proofs if one.shown is not True] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_life_is_the_same_for_a_seed_and_another_for_another(name: str) -> None:
    life = lived(name)
    again, other = Recorder(Scenario.of(pilot(name))), Recorder(Scenario.of(pilot(name), seed=2))
    first = [to_bytes(one) for one in life.cases[life.scenario.case(1)]]
    assert [to_bytes(one) for one in again.entries(1)] == first
    assert [to_bytes(one) for one in other.entries(1)] != first
    assert Scenario.of(pilot(name), seed=2).staff.file == f"practice/{name}-2"


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_says_whether_it_is_stated_or_invented(name: str) -> None:
    life = lived(name)
    for entry in life.practice:
        assert str(entry.reason).startswith(("Stated: ", "Uncertain: ", f"{SYNTHETIC}: ")), entry.event_name
    for entry in life.entries():
        decision = getattr(entry.event, "decision", None)
        said = (entry.reason or "", (decision.reasons or "") if decision else "")
        assert any(str(one).startswith(SYNTHETIC) for one in said), entry.event_name
    numbers = [one.event.nhs_number for one in life.entries() if isinstance(one.event, PersonRegistered)]
    assert all(str(number).replace(" ", "").startswith("999") for number in numbers)


@pytest.mark.parametrize("name", NAMES)
def test_its_social_workers_are_registered_with_the_regulator_of_the_day(name: str) -> None:
    life, period = lived(name), registered_with_hcpc.period
    assert period is not None
    joined = [one for one in life.practice if isinstance(one.event, StaffJoined) and one.event.registration]
    for entry in joined:
        assert isinstance(entry.event, StaffJoined)
        assert entry.event.registration is not None
        regulator = Regulator.HCPC if entry.occurred_on >= period.first else Regulator.GSCC
        assert entry.event.registration.regulator is regulator
    for day, regulator in ((period.first - ONE_DAY, Regulator.GSCC), (period.first, Regulator.HCPC)):
        members = [one for state in life.standing(day).practices for one in state.staff.values() if one.registration]
        assert {one.registration.regulator for one in members if one.registration} <= {regulator}
    assert life.pilot.first >= period.first or len(members) >= 3


def test_a_size_that_is_asked_for_is_lived_and_its_first_cases_are_the_same() -> None:
    recorder = Recorder(Scenario.of(pilot("topaz")))
    assert [to_bytes(one) for one in recorder.entries(40)], "more than it usually has"
    assert [one.entry_id for one in recorder.entries(3)] == [
        one.entry_id for one in lived("topaz").cases[lived("topaz").scenario.case(3)]
    ]


# Each on its own


def test_focus_has_the_functions_of_the_list_annexed_through_its_commissioner() -> None:
    life, all_of_it = lived("focus"), tuple(one.number for one in APPENDIX_6)
    (given,) = (one for one in life.practice if isinstance(one.event, FunctionsDelegated))
    assert isinstance(given.event, FunctionsDelegated)
    assert given.by.kind is BodyKind.NHS_BODY
    assert given.event.under is Instrument.NHS_ACT_S75
    assert given.event.listed == all_of_it
    assert set(given.event.functions) == set(functions_of(all_of_it))
    assert all(
        annexed(OnTheList(function=one, numbers=all_of_it), on=given.occurred_on).met for one in given.event.functions
    )
    taken = [
        one.authority
        for one in life.entries()
        if one.by.kind is BodyKind.PRACTICE and one.authority and one.authority.function
    ]
    assert {(one.under, one.delegation) for one in taken if one.function != "safeguarding enquiry decision"} == {
        ("NHS Act 2006 s 75", "nel-appendix-6")
    }
    assert {one.commissioner for one in taken} == {"North East Lincolnshire Clinical Commissioning Group"}
    assert {one.answerable for one in taken} == {"North East Lincolnshire Council"}


def test_focus_does_everything() -> None:
    found = {one.event_name for one in lived("focus").entries()}
    assert {
        "referral/referral-triaged", "assessment/assessment-completed", "assessment/carers-assessment-completed",
        "eligibility/banded-eligibility-determined", "planning/approval-decided", "planning/service-started",
        "direct-payments/direct-payment-decided", "review/review-completed", "safeguarding/concern-received",
        "responsibility/reserved-decision-answered",
    } <= found  # fmt: skip


@pytest.mark.parametrize(
    ("name", "last", "council"),
    [
        ("activ8", date(2013, 9, 15), "Birmingham City Council"),
        ("jmc", date(2014, 3, 31), "Stoke-on-Trent City Council"),
    ],
)
def test_where_the_contract_ended_the_whole_caseload_goes_home_on_one_day(name: str, last: date, council: str) -> None:
    life, home = lived(name), last + ONE_DAY
    open_then = life.open_on(last)
    assert len(open_then) >= 10
    for case in open_then:
        before = life.standing(last).answerable(life.belonging(case, last))
        after = life.standing(home).answerable(life.belonging(case, home))
        assert (before.body, before.council) == (life.pilot.practice.value, council)
        assert (after.body, after.kind, after.council) == (council, BodyKind.COUNCIL, council)
        told = [one for one in life.cases[case] if one.occurred_on == home]
        moved = [one.event for one in told if isinstance(one.event, ResponsibilityMoved)]
        assert [one.ground for one in moved] == [MoveGround.CONTRACT_ENDED]
        assert [one.event.team for one in told if isinstance(one.event, CaseAllocated)] == [COUNCIL_TEAM]
    since = [one for one in life.entries() if one.occurred_on >= home and one.by.kind.ours]
    assert len(since) > len(open_then)
    assert {one.by.kind for one in since} == {BodyKind.COUNCIL}
    assert not [one for one in life.standing(home).practices[0].staff.values() if one.works_for is BodyKind.PRACTICE]


def _refused(life: Lived, by: Actor, on: date, case: str = "case/new", *earlier: object) -> str:
    """What the engine says to a triage by somebody on a day; empty where it lets it in."""
    triage = ReferralTriaged(
        referral="R", decision=Decision(outcome=TriageOutcome.SIGNPOSTED, reasons="Synthetic: told where to go.")
    )
    cohort = [one for one in earlier if isinstance(one, CohortRecorded)]
    told = [propose(case, one, by, on) for one in (ReferralReceived(referral="R", source=Source.SELF), *cohort)]
    now = life.practice[-1].recorded_at.replace(year=2030)
    try:
        numbers = iter(range(100))
        admit(
            Submission("c", (*told, propose(case, triage, by, on))), {**life.practices, case: []},
            recorded_at=now, new_id=lambda: f"e{next(numbers)}",
        )  # fmt: skip
    except Unlawful as refusal:
        return str(refusal)
    return ""


def test_after_the_contract_the_practice_decides_nothing() -> None:
    life = lived("activ8")
    worker = life.standing(date(2013, 9, 15)).actor("activ8-003")
    of_it = CohortRecorded(client_groups=("people with physical disabilities",), area="Birmingham")
    assert _refused(life, worker, date(2013, 9, 15), "case/new", of_it) == ""
    said = _refused(life, worker, date(2013, 9, 16), "case/new", of_it)
    assert "DEL-01" in said
    assert "DEL-03" in said


def test_people_come_to_suffolk_themselves_and_are_sent_to_surrey() -> None:
    for name, direct in (("sensingchange", True), ("firstpoint", False)):
        received = [one for one in lived(name).entries() if isinstance(one.event, ReferralReceived)]
        sources = {one.event.source for one in received if isinstance(one.event, ReferralReceived)}
        assert received
        assert (Source.FRONT_DOOR in sources, Source.SELF in sources) == (not direct, direct)
        assert {one.by.kind for one in received} == {BodyKind.PRACTICE if direct else BodyKind.COUNCIL}
    assert not [one for one in lived("sensingchange").entries() if isinstance(one.event, ContactReceived)]


def test_lambeth_serves_people_below_the_threshold_and_8_per_cent_came_into_services_later() -> None:
    life = lived("topaz")
    year = (date(2012, 4, 1), date(2013, 3, 31))
    later = 0
    for entries in life.cases.values():
        assert year[0] <= entries[0].occurred_on <= year[1], "a user of 2012/13"
        found = [one.event for one in entries if isinstance(one.event, BandedEligibilityDetermined)]
        assert found[0].decision.outcome is Eligibility.NOT_ELIGIBLE
        served = [one for one in entries if isinstance(one.event, ServiceStarted)]
        later += bool(served)
        assert all(one.by.kind is BodyKind.COUNCIL for one in served), "the practice serves nobody above it"
    assert later / len(life.cases) == 0.08
    stated = next(one for one in life.pilot.facts if one.about == "users of 2012/13")
    assert stated.says.startswith("8 per cent")
    assert stated.mark is Mark.STATED


def test_exactly_8_of_each_hundred_come_later_however_many_are_asked_for() -> None:
    recorder = Recorder(Scenario.of(pilot("topaz"), seed=3))
    lives = [recorder.entries(number) for number in range(100)]
    assert sum(any(isinstance(one.event, ServiceStarted) for one in life) for life in lives) == 8


def test_shropshires_area_grows_twice() -> None:
    life = lived("people2people")
    south, north = date(2013, 1, 7), date(2013, 10, 7)
    begun = {
        entries[0].occurred_on: one.event.area
        for entries in life.cases.values()
        for one in entries
        if isinstance(one.event, CohortRecorded)
    }
    assert {area for day, area in begun.items() if day < south} == {"Shrewsbury"}
    assert {area for day, area in begun.items() if day < north} == {"Shrewsbury", "South Shropshire"}
    assert set(begun.values()) == {"Shrewsbury", "South Shropshire", "North Shropshire"}
    for area, first in (("South Shropshire", south), ("North Shropshire", north)):
        somebody = CohortRecorded(client_groups=("older people",), area=area)
        worker = life.standing(first).actor("people2people-005")
        assert "DEL-01" in _refused(life, worker, first - ONE_DAY, "case/new", somebody)
        assert _refused(life, worker, first, "case/new", somebody) == ""


def test_what_the_contract_reserves_is_decided_after_the_council_agreed() -> None:
    for name in ("focus", "people2people", "activ8", "jmc"):
        life = lived(name)
        (kept,) = (one.event for one in life.practice if isinstance(one.event, DecisionsReserved))
        assert kept.above is not None
        dear = 0
        for entries in life.cases.values():
            for place, one in enumerate(entries):
                if isinstance(one.event, ApprovalDecided) and (one.event.weekly or 0) > kept.above:
                    dear += 1
                    answers = [
                        each.event for each in entries[:place] if isinstance(each.event, ReservedDecisionAnswered)
                    ]
                    assert answers
                    assert one.authority is not None
                    assert (one.authority.reserved, one.authority.agreed) == (True, True)
        assert dear, name


def test_who_was_the_councils_is_taken_on_with_a_window_in_which_both_answer() -> None:
    life = lived("jmc")
    taken = [
        (case, one.occurred_on, one.event)
        for case, entries in life.cases.items()
        for one in entries
        if isinstance(one.event, ResponsibilityMoved) and one.event.ground is MoveGround.COHORT_TRANSFERRED
    ]
    assert len(taken) >= 10
    for case, on, moved in taken:
        assert on == life.pilot.first
        assert moved.joint_until is not None
        with_both = life.standing(moved.joint_until).answerable(life.belonging(case, moved.joint_until))
        assert (with_both.body, with_both.jointly_with) == ("JMC Healthcare", "Stoke-on-Trent City Council")
        after = moved.joint_until + ONE_DAY
        assert life.standing(after).answerable(life.belonging(case, after)).jointly_with == ""
