"""Each of the seven pilots is lived with every entry judged: what goes home, what grows, what the council keeps."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from swp_adapters.pilots import NAMES, Mark, Scenario, pilot
from swp_adapters.pilots.cases import COUNCIL_TEAM
from swp_adapters.testing.recording import Recorder
from swp_adapters.testing.words import SYNTHETIC
from swp_domain.actor import Actor, BodyKind, Regulator
from swp_domain.admission import admit
from swp_domain.case.events import CaseAllocated, PersonRegistered
from swp_domain.contact.events import ContactReceived
from swp_domain.decision import Decision
from swp_domain.eligibility.events import BandedEligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.governance.events import ExerciseReported, PartnershipMade, PoolReported
from swp_domain.governance.vocabulary import AgreementHead, Reported
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.nhs_act_2006.annexed_functions import APPENDIX_6, OnTheList, annexed, functions_of
from swp_domain.law.social_work_registration.title import registered_with_hcpc
from swp_domain.planning.events import ApprovalDecided, ServiceStarted
from swp_domain.practice.events import DecisionsReserved, FunctionsDelegated, StaffJoined
from swp_domain.practice.proof import proof_of
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Submission, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.refusal import Unlawful
from swp_domain.responsibility.events import CohortRecorded, ReservedDecisionAnswered, ResponsibilityMoved
from swp_domain.responsibility.vocabulary import MoveGround
from swp_domain.stored import to_bytes
from swp_domain.sub_pool.events import BudgetAgreed, CarryForwardAnswered, UnderspendCarriedForward, Vired
from tests.pilot_lives import Lived, lived


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


def test_a_pilot_goes_to_another_process_whole() -> None:
    for name in NAMES:
        there = pickle.loads(pickle.dumps(Scenario.of(pilot(name))))
        assert there == Scenario.of(pilot(name))
        first = Recorder(there).entries(0)
        assert [to_bytes(one) for one in first] == [
            to_bytes(one) for one in Recorder(Scenario.of(pilot(name))).entries(0)
        ]


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
        "responsibility/reserved-decision-answered", "contact/contact-received", "contact/contact-resolved",
        "contact/contact-passed-on",
    } <= found  # fmt: skip


def test_focus_stands_behind_a_partnership_with_a_pooled_fund_of_which_it_has_a_part() -> None:
    told = [one.event for one in lived("focus").practice]
    (made,) = (one for one in told if isinstance(one, PartnershipMade))
    assert made.nhs_body == made.host == "North East Lincolnshire Clinical Commissioning Group"
    assert set(made.heads) == set(AgreementHead)
    assert made.pooled_fund
    assert made.functions_to_nhs_body
    reports = [(one.covers, one.up_to) for one in told if isinstance(one, PoolReported)]
    assert reports == [(one.covers, one.up_to) for one in told if isinstance(one, ExerciseReported)]
    assert len([covers for covers, _ in reports if covers is Reported.QUARTER]) == 7
    kinds = {type(one) for one in told}
    assert {BudgetAgreed, Vired, CarryForwardAnswered, UnderspendCarriedForward} <= kinds


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
