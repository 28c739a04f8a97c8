"""The practice decides, the council answers: whose decision it is, is asked of the day."""

from __future__ import annotations

import pytest

from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.admission import standing_on
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import OldLawSupportRecorded, PersonRegistered
from swp_domain.case_file import CaseFile
from swp_domain.contact.events import ContactResolved
from swp_domain.eligibility.events import EligibilityDetermined
from swp_domain.law.care_act_2014.s9_assessment import AssessmentCoverage
from swp_domain.law.finding import Effect, Outcome
from swp_domain.law.function import Function
from swp_domain.planning.events import CareAndSupportPlanAgreed, PlanDrafted
from swp_domain.planning.vocabulary import PlanOutcome
from swp_domain.practice.authority_rules import (
    a_decision_is_taken_by_a_body_entitled_to_it,
    a_practice_decides_within_its_authorisation,
    another_bodys_decision_is_not_ours,
    contracted_out_for_adults_only,
    exercised_under_a_social_worker,
    some_functions_stay_with_the_council,
    somebody_answers_for_it,
    what_an_authorisation_reaches_is_looked_at,
)
from swp_domain.practice.events import (
    ContractEnded,
    ContractMade,
    DelegationEnded,
    FunctionsDelegated,
    RegistrationRecorded,
    StaffAbsent,
    StaffJoined,
    StaffLeft,
    StaffReturned,
)
from swp_domain.practice.every_decision import (
    a_decision_of_ours_has_a_name_of_its_own,
    a_decision_says_why,
    a_social_worker_is_registered,
    part_1_is_about_adults,
    what_is_begun_has_a_name_of_its_own,
    whoever_acts_is_on_the_staff,
)
from swp_domain.practice.rules import (
    a_council_authorises_what_it_may,
    an_absence_is_covered_by_somebody_who_is_there,
    who_joins_as_a_social_worker_is_registered,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Conduct
from swp_domain.refusal import LawNotKnown, OutOfSequence, Unlawful
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_projections import CourtOfProtection
from tests.cast import (
    DELEGATE,
    PILOT,
    PRE_CARE_ACT,
    SUCCESSOR,
    administrator,
    advice_officer,
    case_worker,
    competent,
    contract,
    council,
    court,
    delegated,
    hospital,
    joined,
    other_council,
    person,
    practice,
    somebody,
    unregistered,
)
from tests.papers import completed, concern, contact, decided, determined, enquiry, order, request, resolved
from tests.telling import CASE, Given, Said, Voice, breaks, day, given, keeps

S79 = Instrument.CARE_ACT_S79


def asked(*world: Said | tuple[Said, ...], on: str = "2024-05-01") -> Given:
    return given(*world, person.tells(request(), on))


# Within an authorisation


@keeps(
    a_practice_decides_within_its_authorisation,
    some_functions_stay_with_the_council,
    somebody_answers_for_it,
    exercised_under_a_social_worker,
    a_social_worker_is_registered,
    whoever_acts_is_on_the_staff,
)
def test_a_pilot_practice_decides_under_the_order_of_2011_and_the_council_answers() -> None:
    after = asked(PILOT, on="2012-05-01").when(practice.decides(completed(), "2012-05-20"))
    authority = after.then(AssessmentCompleted).breaches().flags().entry.authority
    assert authority is not None
    assert authority.theirs
    assert (authority.acting, authority.acting_kind) == ("Northmere Social Work Practice", BodyKind.PRACTICE)
    assert (authority.answerable, authority.under, authority.delegation) == (
        "Northmere Council",
        "SI 2011/1568",
        "pilot",
    )


@keeps(a_practice_decides_within_its_authorisation, some_functions_stay_with_the_council)
def test_a_practice_decides_under_section_79() -> None:
    asked(DELEGATE).when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches().flags()


@breaks(a_practice_decides_within_its_authorisation)
def test_a_practice_does_not_decide_without_an_authorisation() -> None:
    (
        asked(contract("2015-04-01"), joined(practice, "2015-04-01"))
        .when(practice.decides(completed(), "2024-05-20"))
        .refused(Unlawful)
        .in_these_words(
            "DEL-01: Care Act 2014, s 79(1), (4)-(5): not met on 20 May 2024; not shown: "
            "(1) an authorisation in force covers the function; "
            "but the practice takes the assessment of needs. "
            "Refer it to the council, or record the authorisation first."
        )
    )


@breaks(a_practice_decides_within_its_authorisation)
@keeps(a_practice_decides_within_its_authorisation)
def test_an_authorisation_covers_the_functions_it_names() -> None:
    record = asked(
        contract("2015-04-01"), delegated(S79, "2015-04-01", Function.ELIGIBILITY), joined(practice, "2015-04-01")
    )
    record.when(practice.decides(completed(), "2024-05-20")).refused(Unlawful, "DEL-01")
    wider = asked(
        contract("2015-04-01"), delegated(S79, "2015-04-01", Function.NEEDS_ASSESSMENT), joined(practice, "2015-04-01")
    )
    wider.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)


@breaks(a_practice_decides_within_its_authorisation)
def test_an_authorisation_of_another_practice_is_none() -> None:
    other = delegated(S79, "2015-04-01", file="practice/two")
    theirs = contract("2015-04-01", practice="Southmere Practice", file="practice/two")
    (
        asked(contract("2015-04-01"), theirs, other, joined(practice, "2015-04-01"))
        .when(practice.decides(completed(), "2024-05-20"))
        .refused(Unlawful, "DEL-01")
    )


def test_an_authorisation_holds_on_its_first_and_its_last_day() -> None:
    record = given(
        contract("2015-04-01"),
        delegated(S79, "2016-01-01", until="2016-12-31"),
        joined(practice, "2015-04-01"),
        person.tells(request(), "2015-05-01"),
    )
    record.when(practice.decides(completed(), "2015-12-31")).refused(Unlawful, "DEL-01")
    record.when(practice.decides(completed(), "2016-01-01")).then(AssessmentCompleted)
    record.when(practice.decides(completed(), "2016-12-31")).then(AssessmentCompleted)
    record.when(practice.decides(completed(), "2017-01-01")).refused(Unlawful, "DEL-01")


def test_an_authorisation_that_was_revoked_is_none_from_that_day_and_was_one_before() -> None:
    record = given(DELEGATE, person.tells(request(), "2016-01-01"))
    ended = record.when(administrator.tells(DelegationEnded(delegation="s79"), "2016-06-01")).then(DelegationEnded)
    ended.when(practice.decides(completed(), "2016-05-31")).then(AssessmentCompleted)
    ended.when(practice.decides(completed(), "2016-06-01")).refused(Unlawful, "DEL-01")
    ended.when(council.decides(completed(), "2016-06-01")).then(AssessmentCompleted)


def test_noting_late_that_an_authorisation_ran_out_does_not_lengthen_it() -> None:
    record = given(
        contract("2015-04-01"),
        delegated(S79, "2016-01-01", until="2016-12-31"),
        joined(practice, "2015-04-01"),
        administrator.tells(DelegationEnded(delegation="d1"), "2017-06-01"),
        person.tells(request(), "2016-05-01"),
    )
    record.when(practice.decides(completed(), "2017-05-31")).refused(Unlawful, "DEL-01")


def test_an_authorisation_typed_with_its_days_the_wrong_way_round_spoils_nothing() -> None:
    record = given(
        contract("2015-04-01"),
        delegated(S79, "2016-01-01", until="2015-12-31"),
        joined(practice, "2015-04-01"),
        person.tells(request(), "2016-05-01"),
    )
    record.when(practice.decides(completed(), "2016-05-20")).refused(Unlawful, "DEL-01")
    record.when(council.decides(completed(), "2016-05-20")).then(AssessmentCompleted)


def test_a_decision_keeps_the_authority_it_had_when_the_contract_changes() -> None:
    record = asked(DELEGATE)
    after = record.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)
    kept = after.entry.authority
    later = after.when(administrator.tells(DelegationEnded(delegation="s79"), "2024-05-20", recorded="2024-09-01"))
    assert [one.authority for one in later.history() if isinstance(one.event, AssessmentCompleted)] == [kept]


# The orders of 2011 and 2014


@keeps(a_practice_decides_within_its_authorisation, exercised_under_a_social_worker)
def test_a_contractor_decides_under_the_order_of_2014() -> None:
    after = asked(SUCCESSOR, on="2014-05-01").when(practice.decides(completed(), "2014-05-20"))
    entry = after.then(AssessmentCompleted).breaches().entry
    assert entry.authority is not None
    assert entry.authority.under == "SI 2014/829"


@breaks(what_an_authorisation_reaches_is_looked_at)
def test_before_there_was_a_statutory_decision_no_order_kept_a_practice_from_protecting_adults() -> None:
    (
        given(PILOT, person.tells(concern(), "2012-05-01"))
        .when(practice.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-03"))
        .then(EnquiryDecided)
        .flags("DEL-01")
        .breaches()
    )


@breaks(what_an_authorisation_reaches_is_looked_at)
@keeps(what_an_authorisation_reaches_is_looked_at)
def test_an_authorisation_with_limits_is_held_against_the_case_by_a_person() -> None:
    wide = given(DELEGATE, person.tells(request(), "2024-05-01"))
    wide.when(practice.decides(completed(), "2024-05-20")).flags()
    event = FunctionsDelegated(
        delegation="d1",
        functions=(Function.NEEDS_ASSESSMENT,),
        under=S79,
        client_groups=("sight loss",),
        areas=("Suffolk Coastal",),
    )
    limited = asked(contract("2015-04-01"), administrator.tells(event, "2015-04-01"), joined(practice, "2015-04-01"))
    (
        limited.when(practice.decides(completed(), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches()
        .flags("DEL-01")
        .finds(
            "Care Act 2014, s 79(1), (4)-(5): cannot tell on 20 May 2024; not told: "
            "(1) an authorisation in force covers the function."
        )
    )


def test_somebody_still_under_the_old_law_is_decided_for_under_its_order() -> None:
    old = council.tells(OldLawSupportRecorded(), "2015-03-31")
    world = (contract("2014-04-01"), joined(practice, "2014-04-01"))
    order = delegated(Instrument.CONTRACTING_OUT_2014, "2014-04-01", *PRE_CARE_ACT)
    asked(world, order, old, on="2015-05-01").when(practice.decides(completed(), "2015-06-01")).then(
        AssessmentCompleted
    ).flags()
    s79 = delegated(S79, "2015-04-01")
    asked(world, s79, old, on="2015-05-01").when(practice.decides(completed(), "2015-06-01")).then(
        AssessmentCompleted
    ).flags("DEL-01")
    asked(world, order, on="2015-05-01").when(practice.decides(completed(), "2015-06-01")).refused(Unlawful, "DEL-01")


@breaks(contracted_out_for_adults_only)
@keeps(contracted_out_for_adults_only)
def test_under_the_orders_a_practice_decides_about_adults_only() -> None:
    for born, on, refused in (
        (1999, "2012-05-20", True),
        (1995, "2012-05-20", True),
        (1994, "2012-05-20", False),
        (1993, "2012-05-20", False),
    ):
        record = asked(PILOT, council.tells(PersonRegistered(birth_year=born), "2012-01-01"), on="2012-05-01")
        after = record.when(practice.decides(completed(), on))
        if refused:
            after.refused(Unlawful, "DEL-06: SI 2011/1568, art 3(2)(b): not met on 20 May 2012")
        else:
            after.then(AssessmentCompleted)
        record.when(council.decides(completed(), on)).then(AssessmentCompleted).flags()


@breaks(part_1_is_about_adults)
@keeps(part_1_is_about_adults)
def test_a_person_is_warned_of_a_decision_under_part_1_about_a_child() -> None:
    for born, flags in ((2012, ["REC-18"]), (2007, ["REC-18"]), (2006, []), (2005, []), (1941, [])):
        record = asked(council.tells(PersonRegistered(birth_year=born), "2024-01-01"))
        record.when(council.decides(completed(), "2024-05-20")).then(AssessmentCompleted).flags(*flags)


@breaks(a_decision_says_why)
@keeps(a_decision_says_why)
def test_a_decision_without_reasons_is_looked_at() -> None:
    silent = completed(decision=decided(Conclusion.NEEDS, reasons=None))
    asked().when(council.decides(silent, "2024-05-20")).then(AssessmentCompleted).flags("REC-WHY")
    asked().when(council.decides(completed(), "2024-05-20")).then(AssessmentCompleted).flags()


@breaks(a_decision_of_ours_has_a_name_of_its_own, what_is_begun_has_a_name_of_its_own)
@keeps(a_decision_of_ours_has_a_name_of_its_own, what_is_begun_has_a_name_of_its_own)
def test_two_things_do_not_go_by_one_name() -> None:
    record = asked().when(council.decides(completed(), "2024-05-20"))
    once = record.when(council.decides(determined(), "2024-05-21")).then(EligibilityDetermined).flags()
    once.when(council.decides(determined(), "2024-06-21")).refused(
        Unlawful, "determination: n1 is on the file already. Give it another identifier, or correct the entry."
    )
    once.when(council.decides(determined(determination="n2"), "2024-06-21")).then(EligibilityDetermined)
    first = given().when(person.tells(concern(), "2024-05-01")).flags()
    first.when(person.tells(concern(), "2024-05-02")).then(ConcernReceived).flags("REC-TWICE")
    asked().when(person.tells(request(), "2024-05-02")).flags()  # an assessment may be asked for again


@keeps(a_decision_of_ours_has_a_name_of_its_own)
def test_what_is_drafted_or_asked_for_and_then_decided_is_one_thing() -> None:
    """A plan is drafted and agreed, a payment asked for and granted, under one name."""
    agreed = CareAndSupportPlanAgreed(plan="b1", decision=decided(PlanOutcome.AGREED))
    given(council.tells(PlanDrafted(plan="b1"), "2024-05-01")).when(council.records(agreed, "2024-05-02")).then(
        CareAndSupportPlanAgreed
    )
    twice = given(council.records(agreed, "2024-05-02")).when(council.records(agreed, "2024-05-03"))
    assert "REC-TWICE" in {one.rule for one in twice.then(CareAndSupportPlanAgreed).entry.breaches}


def test_a_partnership_under_the_nhs_act_stands_beside_the_orders() -> None:
    world = (
        contract(),
        delegated(Instrument.NHS_ACT_S75, "2011-08-01", *Function),
        joined(practice, "2011-08-01"),
        joined(council, "2011-08-01"),
    )
    (
        given(world, person.tells(concern(), "2012-05-01"))
        .when(practice.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .flags()
    )


@pytest.mark.parametrize(("areas", "outcome"), [((), Outcome.MET), (("Northmere West",), Outcome.CANNOT_TELL)])
def test_a_partnership_with_limits_is_not_said_to_cover_what_nobody_held_against_them(
    areas: tuple[str, ...], outcome: Outcome
) -> None:
    event = FunctionsDelegated(
        delegation="d1", functions=(Function.NEEDS_ASSESSMENT,), under=Instrument.NHS_ACT_S75, areas=areas
    )
    world = (contract(), administrator.tells(event, "2011-08-01"), joined(practice, "2011-08-01"))
    record = given(*world, person.tells(request(), "2012-05-01"))
    after = record.when(practice.decides(completed(), "2012-05-20")).then(AssessmentCompleted)
    assert outcome in [one.outcome for one in after.findings if one.rule == "DEL-01"]


@pytest.mark.parametrize("on", ["2014-05-20", "2024-05-20"])
def test_an_authorisation_under_an_order_that_has_ended_is_none(on: str) -> None:
    pilot = (
        contract(),
        delegated(Instrument.CONTRACTING_OUT_2011, "2011-08-01", *PRE_CARE_ACT),
        joined(practice, "2011-08-01"),
    )
    asked(pilot, on="2012-05-01").when(practice.decides(completed(), on)).refused(Unlawful, "DEL-01")


def test_before_the_first_order_no_law_is_known_under_which_a_practice_decides() -> None:
    world = (contract("2010-04-01"), joined(practice, "2010-04-01"))
    record = asked(world, on="2011-05-01")
    record.when(practice.decides(completed(), "2011-07-31")).refused(LawNotKnown, "SI 2011/1568")
    record.when(practice.records(completed(), "2011-07-31")).then(AssessmentCompleted).flags("DEL-01")


# What stays with the council


@breaks(some_functions_stay_with_the_council)
@keeps(some_functions_stay_with_the_council)
def test_from_the_care_act_safeguarding_stays_with_the_council_whatever_was_delegated() -> None:
    world = (
        contract("2015-04-01"),
        delegated(S79, "2015-04-01", *Function),
        joined(practice, "2015-04-01"),
        joined(council, "2015-04-01"),
    )
    record = given(world, person.tells(concern(), "2024-05-01"))
    record.when(practice.decides(enquiry(), "2024-05-03")).refused(Unlawful, "DEL-02")
    record.when(council.decides(enquiry(), "2024-05-03")).then(EnquiryDecided).breaches()
    (record.when(practice.records(enquiry(), "2024-05-03")).then(EnquiryDecided).breaches("DEL-02").purported())
    asked(world).when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)


@breaks(somebody_answers_for_it)
def test_a_practice_without_a_contract_has_nobody_who_answers() -> None:
    (
        asked(delegated(S79, "2015-04-01"))
        .when(practice.decides(completed(), "2024-05-20"))
        .refused(
            Unlawful,
            "DEL-03: Care Act 2014, s 79(6): not met on 20 May 2024; not shown: "
            "(1) a contract names the council that answers; "
            "but no contract with a council is on record for that day. Record the practice's contract first.",
        )
    )


def test_the_contract_of_another_practice_does_not_answer_for_this_one() -> None:
    theirs = contract("2015-04-01", council="Southmere Council", practice="Southmere Practice", file="practice/two")
    refusal = asked(theirs).when(practice.decides(completed(), "2024-05-20")).refused(Unlawful).refusal
    assert isinstance(refusal, Unlawful)
    assert "DEL-03" in [one.rule for one in refusal.findings]


def test_each_practice_is_answered_for_by_its_own_council() -> None:
    aaa = (
        contract("2015-04-01", council="Southmere Council", practice="Southmere Practice", file="practice/a"),
        delegated(S79, "2015-04-01", file="practice/a", delegation="a"),
    )
    authority = asked(aaa, DELEGATE).when(practice.decides(completed(), "2024-05-20")).entry.authority
    assert authority is not None
    assert authority.answerable == "Northmere Council"


# Who acts


@keeps(exercised_under_a_social_worker)
def test_an_advice_officer_decides_under_the_supervision_of_a_social_worker() -> None:
    (
        given(PILOT, advice_officer.tells(contact(), "2012-05-01"))
        .when(advice_officer.decides(resolved(), "2012-05-01"))
        .then(ContactResolved)
        .breaches()
    )


@pytest.mark.parametrize(("world", "on"), [(PILOT, "2012-05-01"), (SUCCESSOR, "2014-05-01")], ids=["2011", "2014"])
@breaks(exercised_under_a_social_worker)
def test_under_the_orders_a_decision_without_a_social_worker_is_a_breach(world: tuple[Said, ...], on: str) -> None:
    (
        given(world, case_worker.tells(contact(), on))
        .when(case_worker.decides(resolved(), on))
        .then(ContactResolved)
        .breaches("DEL-04")
    )


def test_supervision_that_was_not_told_is_not_read_as_none() -> None:
    world = (contract(), delegated(Instrument.CONTRACTING_OUT_2011, "2011-08-01", *PRE_CARE_ACT))
    (
        given(world, case_worker.tells(contact(), "2012-05-01"))
        .when(case_worker.decides(resolved(), "2012-05-01"))
        .then(ContactResolved)
        .breaches()
        .flags("GOV-STAFF")
        .finds(
            "SI 2011/1568, art 3(2)(c): cannot tell on 1 May 2012; not told: "
            "(c) exercised by, or under the supervision of, a registered social worker."
        )
    )


def test_a_section_79_decision_needs_no_supervising_social_worker() -> None:
    (
        given(DELEGATE, case_worker.tells(contact(), "2024-05-01"))
        .when(case_worker.decides(resolved(), "2024-05-01"))
        .then(ContactResolved)
        .breaches()
    )


@breaks(a_social_worker_is_registered)
def test_somebody_who_acts_as_a_social_worker_without_registration_is_a_breach() -> None:
    (
        given()
        .when(unregistered.tells(request(), "2024-05-01"))
        .then(type(request()))
        .breaches("GOV-14")
        .finds(
            "SI 2018/893, reg 28: not met on 1 May 2024; not shown: "
            "(1) is registered with Social Work England, (2) the registration is valid on the day; "
            "but somebody recorded as a social worker acts without that registration."
        )
    )


@keeps(a_social_worker_is_registered)
def test_before_the_title_was_protected_and_of_others_no_registration_is_asked() -> None:
    unregistered_elsewhere = somebody(BodyKind.HOSPITAL, Role.SOCIAL_WORKER, "ward", "St Anne's")
    given().when(unregistered_elsewhere.tells(request(), "2024-05-01")).breaches().concludes("GOV-14")
    given().when(case_worker.tells(request(), "2024-05-01")).breaches().concludes("GOV-14")
    given().when(unregistered.records(request(), "2005-03-31")).concludes("GOV-14")
    given().when(unregistered.records(request(), "2005-04-01")).concludes("GOV-14", Outcome.NOT_MET)
    given().when(joined(unregistered, "2005-03-31")).flags()
    given().when(joined(unregistered, "2005-04-01")).flags("GOV-14")


@pytest.mark.parametrize(
    ("on", "regulator"),
    [
        ("2012-07-31", Regulator.GSCC),
        ("2012-08-01", Regulator.HCPC),
        ("2019-12-01", Regulator.HCPC),
    ],
)
@breaks(a_social_worker_is_registered)
@keeps(a_social_worker_is_registered)
def test_nobody_is_registered_with_a_regulator_that_has_not_begun(on: str, regulator: Regulator) -> None:
    """Each register was taken over whole by the next, so an entry in an earlier one counts."""
    english = [Regulator.GSCC, Regulator.HCPC, Regulator.SWE]
    for one in english:
        actor = Actor(
            id="w1",
            kind=BodyKind.COUNCIL,
            role=Role.SENIOR_SOCIAL_WORKER,
            registration=Registration(regulator=one, number="N1"),
        )
        said = Voice(lambda _, actor=actor: actor).tells(request(), on)  # type: ignore[misc]
        begun = english.index(one) <= english.index(regulator)
        given().when(said).breaches(*([] if begun else ["GOV-14"]))


@pytest.mark.parametrize(("on", "flags"), [("2012-05-01", []), ("2024-05-01", ["GOV-14"])])
def test_a_registration_elsewhere_in_the_kingdom_is_one_and_now_for_temporary_practice(
    on: str, flags: list[str]
) -> None:
    for one in (Regulator.WALES, Regulator.SCOTLAND, Regulator.NORTHERN_IRELAND):
        registration = Registration(regulator=one, number="N1")
        actor = Actor(id="w1", kind=BodyKind.COUNCIL, role=Role.SOCIAL_WORKER, registration=registration)
        said = Voice(lambda _, actor=actor: actor).tells(request(), on)  # type: ignore[misc]
        given().when(said).breaches().flags(*flags)


def test_a_registered_manager_is_a_registered_social_worker_to_the_orders() -> None:
    """The orders ask for a registration, and not for a post (art 2 of each)."""
    manager = Actor(
        id="manager",
        kind=BodyKind.PRACTICE,
        body="Northmere Social Work Practice",
        role=Role.MANAGER,
        registration=Registration(regulator=Regulator.GSCC, number="N1"),
    )
    voice = Voice(lambda _: manager)
    power = delegated(Instrument.CONTRACTING_OUT_2011, "2011-08-01", *PRE_CARE_ACT)
    staff = joined(voice, "2011-08-01"), joined(case_worker, "2011-08-01", supervisor="manager")
    world = (contract(), power, *staff, competent(case_worker, "2011-08-01"))
    for who in (voice, case_worker):
        record = given(world, who.tells(contact(), "2012-05-01"))
        record.when(who.decides(resolved(), "2012-05-01")).then(ContactResolved).breaches()


def test_a_supervisor_registered_with_a_regulator_yet_to_come_supervises_nobody() -> None:
    future = administrator.tells(
        RegistrationRecorded(
            member="practice-worker", registration=Registration(regulator=Regulator.SWE, number="SW1")
        ),
        "2012-01-01",
    )
    record = given(PILOT, future, advice_officer.tells(contact(), "2012-05-01"))
    record.when(advice_officer.decides(resolved(), "2012-05-01")).breaches("DEL-04")


@breaks(who_joins_as_a_social_worker_is_registered)
@keeps(who_joins_as_a_social_worker_is_registered)
def test_a_person_is_warned_of_a_social_worker_who_joins_unregistered() -> None:
    given().when(joined(unregistered, "2024-05-01")).then(StaffJoined).flags("GOV-14")
    given().when(joined(practice, "2024-05-01")).then(StaffJoined).flags()
    given().when(joined(case_worker, "2024-05-01")).then(StaffJoined).flags()


@breaks(a_council_authorises_what_it_may)
@keeps(a_council_authorises_what_it_may)
def test_an_authorisation_under_section_79_is_the_councils_for_a_period_of_what_can_be_delegated() -> None:
    good = delegated(S79, "2015-04-01", Function.NEEDS_ASSESSMENT, until="2020-03-31")
    given(DELEGATE).when(good).then(FunctionsDelegated).flags()
    given(DELEGATE).when(delegated(S79, "2015-04-01", Function.NEEDS_ASSESSMENT, delegation="d2")).flags("DEL-02")
    event = FunctionsDelegated(
        delegation="d3", functions=(Function.SAFEGUARDING_ENQUIRY,), under=S79, until=day("2030-01-01")
    )
    given(DELEGATE).when(council.tells(event, "2024-05-01")).flags("DEL-02").finds(
        "Care Act 2014, s 79(2): not met on 1 May 2024; not shown: "
        "(2) the function is one that can be delegated; but functions names the safeguarding enquiry decision."
    )


@breaks(a_council_authorises_what_it_may)
def test_nobody_is_authorised_by_whoever_has_not_the_function_to_give() -> None:
    world = (contract("2015-04-01"), joined(practice, "2015-04-01"), joined(council, "2015-04-01"))
    record = asked(*world)
    power = FunctionsDelegated(
        delegation="d1", functions=(Function.NEEDS_ASSESSMENT,), under=S79, until=day("2030-01-01")
    )
    mistyped = somebody(BodyKind.COUNCIL, Role.ADMINISTRATOR, "administrator", "Northmere Counci")
    for voice in (hospital, practice, other_council, mistyped):
        given_by = record.when(voice.tells(power, "2024-05-01", recorded="2024-05-02")).then(FunctionsDelegated)
        assert "DEL-02" in [one.rule for one in given_by.findings if one.effect is Effect.FLAG]
        given_by.when(practice.decides(completed(), "2024-05-20")).refused(Unlawful, "DEL-01")
    by_council = record.when(council.tells(power, "2024-05-01", recorded="2024-05-02")).flags()
    by_council.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)
    partnership = power.model_copy(update={"under": Instrument.NHS_ACT_S75})
    nhs = somebody(BodyKind.NHS_BODY, body="Northmere Care Trust Plus")
    by_nhs = record.when(nhs.tells(partnership, "2024-05-01", recorded="2024-05-02")).flags()
    by_nhs.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)


@pytest.mark.parametrize(
    ("under", "on", "provision"),
    [
        (S79, "2024-05-01", "Care Act 2014, s 79(1)-(2)"),
        (Instrument.CONTRACTING_OUT_2011, "2012-05-01", "Delegation, who authorises"),
    ],
)
def test_that_nobody_is_authorised_by_it_is_said_under_the_law_of_the_day(
    under: Instrument, on: str, provision: str
) -> None:
    event = FunctionsDelegated(delegation="d1", functions=(Function.NEEDS_ASSESSMENT,), under=under)
    world = (contract("2011-08-01"), joined(practice, "2011-08-01"), joined(council, "2011-08-01"))
    after = given(*world).when(hospital.tells(event, on)).then(FunctionsDelegated)
    assert provision in [one.provision for one in after.findings if one.rule == "DEL-02"]


def test_under_another_instrument_or_before_section_79_nothing_of_it_is_asked() -> None:
    world = (contract("2011-08-01"), joined(practice, "2011-08-01"), joined(council, "2011-08-01"))
    for under, on in (
        (Instrument.NHS_ACT_S75, "2024-05-01"),
        (Instrument.CONTRACTING_OUT_2011, "2012-05-01"),
        (S79, "2015-03-31"),
    ):
        event = FunctionsDelegated(delegation="d1", functions=(Function.SAFEGUARDING_ENQUIRY,), under=under)
        given(*world).when(council.tells(event, on)).flags()


@breaks(whoever_acts_is_on_the_staff)
@keeps(whoever_acts_is_on_the_staff)
def test_a_person_is_warned_when_somebody_acts_who_is_not_on_the_staff_that_day() -> None:
    record = given(DELEGATE, administrator.tells(StaffLeft(member="practice-worker"), "2024-05-01"))
    record.when(practice.tells(request(), "2024-04-30")).flags()
    record.when(practice.tells(request(), "2024-05-01")).flags("GOV-STAFF")
    record.when(hospital.tells(request(), "2024-05-01")).flags()


def test_a_registration_is_kept_as_it_was_and_changes_from_its_day() -> None:
    world = (
        contract(),
        delegated(Instrument.CONTRACTING_OUT_2011, "2011-08-01", *PRE_CARE_ACT),
        joined(practice, "2011-08-01"),
        joined(advice_officer, "2011-08-01", supervisor="practice-worker"),
        competent(advice_officer, "2011-08-01"),
        administrator.tells(RegistrationRecorded(member="practice-worker"), "2012-06-01"),
    )
    record = given(world, advice_officer.tells(contact(), "2012-05-01"))
    record.when(advice_officer.decides(resolved(), "2012-05-31")).breaches()
    record.when(advice_officer.decides(resolved(), "2012-06-01")).breaches("DEL-04")


def test_a_contract_and_an_authorisation_are_facts() -> None:
    given().when(contract(), delegated(S79, "2015-04-01")).then(ContractMade, FunctionsDelegated).breaches()


# Parties to the contract, and its end


def test_from_the_end_of_the_contract_nobody_answers_and_nothing_is_delegated() -> None:
    record = given(DELEGATE, person.tells(request(), "2024-05-01"))
    ended = record.when(administrator.tells(ContractEnded(), "2024-05-20")).then(ContractEnded)
    before = ended.when(practice.decides(completed(), "2024-05-19")).then(AssessmentCompleted)
    assert before.entry.authority is not None
    assert before.entry.authority.answerable == "Northmere Council"
    ended.when(practice.decides(completed(), "2024-05-20")).refused(Unlawful, "DEL-01", "DEL-03")


def test_a_council_that_does_not_say_which_it_is_is_the_council_of_the_contract() -> None:
    unnamed = somebody(BodyKind.COUNCIL, Role.MANAGER, "manager")
    (
        given(DELEGATE, person.tells(request(), "2024-05-01"))
        .when(unnamed.decides(completed(coverage=AssessmentCoverage(wellbeing=False)), "2024-05-20"))
        .refused(Unlawful, "CA-09-02")
    )


@breaks(another_bodys_decision_is_not_ours)
@keeps(another_bodys_decision_is_not_ours)
def test_the_decision_of_a_body_that_it_does_not_belong_to_does_no_duty_of_ours() -> None:
    record = asked(DELEGATE)
    for voice in (hospital, other_council, somebody(BodyKind.FAMILY)):
        after = record.when(voice.decides(completed(), "2024-05-20")).then(AssessmentCompleted)
        after.flags("DEL-00").owes("assess needs", "a1", as_at="2024-05-20")
        (said,) = (one.contradiction for one in after.findings if one.rule == "DEL-00")
        assert said is not None
        assert said.startswith("the decision is that of the ")
    record.when(council.decides(completed(), "2024-05-20")).flags()
    record.when(court.decides(order(), "2024-05-20")).flags()


def test_what_another_body_decides_builds_nothing_here_and_opens_nothing() -> None:
    record = asked(DELEGATE)
    assessed = record.when(hospital.decides(completed(), "2024-05-20"))
    assert not assessed.entry.counts
    assessed.owes_no_duty_to("give a copy of the assessment", as_at="2024-05-20")
    assessed.when(council.decides(determined(), "2024-05-21")).refused(Unlawful, "CA-13-01")
    ordered = record.when(hospital.decides(order("2025-05-01"), "2024-05-20")).then(type(order())).flags("DEL-00")
    ordered.owes_no_duty_to("bring the order back to the court", as_at="2024-05-20")
    assert CourtOfProtection().of(CASE, ordered.streams[CASE]) == []
    raised = given(DELEGATE, person.tells(concern(), "2024-05-01"))
    police = somebody(BodyKind.POLICE)
    decided_by_police = raised.when(police.decides(enquiry(), "2024-05-03")).flags("DEL-00")
    decided_by_police.owes("decide on the concern", "k1", as_at="2024-05-03")
    file = decided_by_police.file()
    assert isinstance(file, CaseFile)
    assert not file.safeguarding.suspected_at_risk


def test_putting_right_whose_decision_it_was_puts_nothing_past_the_law() -> None:
    mistyped = somebody(BodyKind.COUNCIL, Role.MANAGER, "manager", "Northmere Counci")
    record = asked(DELEGATE)
    first = record.when(mistyped.decides(completed(coverage={"wellbeing": False}), "2024-05-20"))
    wrong = first.then(AssessmentCompleted).entry
    assert (wrong.conduct, wrong.counts) == (None, False)
    put_right = council.corrects(wrong.entry_id, completed(coverage={"wellbeing": False}), "2024-05-20")
    after = first.when(put_right).then(AssessmentCompleted).breaches("CA-09-02").purported()
    assert after.entry.conduct is Conduct.RECORDING
    after.owes("assess needs", "a1", as_at="2024-05-20")


@breaks(a_decision_is_taken_by_a_body_entitled_to_it)
@keeps(a_decision_is_taken_by_a_body_entitled_to_it)
def test_we_do_not_make_the_orders_of_the_court() -> None:
    record = asked(DELEGATE)
    record.when(council.decides(order(), "2024-05-20")).refused(
        Unlawful, "DEL-00: Delegation, who decides", "Ask the body whose decision it is."
    )
    record.when(council.decides(completed(), "2024-05-20")).then(AssessmentCompleted)


def test_whoever_is_on_the_staff_of_one_body_does_not_act_for_the_other() -> None:
    turncoat = somebody(BodyKind.PRACTICE, Role.SOCIAL_WORKER, "council-worker", "Northmere Social Work Practice")
    asked(DELEGATE).when(turncoat.tells(request(), "2024-05-02")).flags("GOV-STAFF").finds(
        "Delegation, the staff of the day: not met on 2 May 2024; not shown: (1) is on the staff that day; "
        "but by: is on the staff of the council, not of the practice."
    )


def test_a_council_that_is_no_party_decides_for_itself() -> None:
    other = somebody(BodyKind.COUNCIL, Role.MANAGER, "manager", "Southmere Council")
    entry = (
        given(DELEGATE, person.tells(request(), "2024-05-01"))
        .when(other.decides(completed(coverage=AssessmentCoverage(wellbeing=False)), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches("CA-09-02")
        .flags("DEL-00", "GOV-STAFF")
        .purported(False)
        .owes("assess needs", "a1", as_at="2024-05-20")
        .entry
    )
    assert entry.conduct is None
    assert entry.authority is not None
    assert entry.authority.answerable == "Southmere Council"


@pytest.mark.parametrize("on", ["2024-05-19", "2024-05-20"])
def test_a_registration_is_asked_of_the_staff_records_and_not_of_whoever_claims_it(on: str) -> None:
    lapsed = administrator.tells(RegistrationRecorded(member="practice-worker"), "2024-05-20")
    breaches = ["GOV-14"] if on == "2024-05-20" else []
    given(DELEGATE, lapsed).when(practice.tells(request(), on)).then(type(request())).breaches(*breaches)


def test_the_staff_of_the_day_can_be_asked_to_act() -> None:
    record = given(DELEGATE, administrator.tells(StaffLeft(member="case-worker"), "2024-05-01"))
    before, after = (standing_on(day(on), record.streams) for on in ("2024-04-30", "2024-05-01"))
    assert before.actor("case-worker") == case_worker.who(day("2024-04-30"))
    assert before.actor("council-worker").body == "Northmere Council"
    with pytest.raises(OutOfSequence, match="by: nobody called case-worker is on the staff on 2024-05-01"):
        after.actor("case-worker")


# Who is away, and who covers


def away(member: str, on: str, *, by: str = "", until: str | None = None) -> Said:
    event = StaffAbsent(member=member, covered_by=by, until=day(until) if until else None)
    return administrator.tells(event, on)


def back(member: str, on: str) -> Said:
    return administrator.tells(StaffReturned(member=member), on)


def covered(record: Given, who: str, on: str) -> tuple[str, ...]:
    return standing_on(day(on), record.streams).covered_by(who)


@breaks(an_absence_is_covered_by_somebody_who_is_there)
@keeps(an_absence_is_covered_by_somebody_who_is_there)
def test_an_absence_that_nobody_can_cover_is_looked_at() -> None:
    record = given(DELEGATE)
    record.when(away("practice-worker", "2024-05-01", by="case-worker", until="2024-05-01")).flags()
    record.when(away("practice-worker", "2024-05-01", by="case-worker", until="2024-05-02")).flags()
    record.when(away("case-worker", "2024-05-01", by="practice-worker", until="2024-05-02")).flags()
    record.when(away("practice-worker", "2024-05-01")).flags("GOV-COVER").finds(
        "Delegation, cover: not met on 1 May 2024; not shown: (1) somebody who is there covers the cases; "
        "but covered_by is empty."
    )
    for wrong in (
        away("practice-worker", "2024-05-01", by="practice-worker"),
        away("practice-worker", "2024-05-01", by="nobody"),
        away("nobody", "2024-05-01", by="case-worker"),
        away("practice-worker", "2024-05-02", by="case-worker", until="2024-05-01"),
    ):
        record.when(wrong).flags("GOV-COVER")
    other_away = given(DELEGATE, away("case-worker", "2024-04-20", by="council-worker", until="2024-05-10"))
    other_away.when(away("practice-worker", "2024-05-10", by="case-worker")).flags("GOV-COVER")
    other_away.when(away("practice-worker", "2024-05-11", by="case-worker")).flags()


def test_somebody_is_covered_from_the_first_day_to_the_last_or_until_they_are_back() -> None:
    record = given(DELEGATE, away("practice-worker", "2024-05-01", by="case-worker", until="2024-05-10"))
    days = ("2024-04-30", "2024-05-01", "2024-05-10", "2024-05-11")
    assert [covered(record, "case-worker", on) for on in days] == [(), ("practice-worker",), ("practice-worker",), ()]
    early = given(
        DELEGATE, away("practice-worker", "2024-05-01", by="case-worker"), back("practice-worker", "2024-05-08")
    )
    assert covered(early, "case-worker", "2024-05-07") == ("practice-worker",)
    assert covered(early, "case-worker", "2024-05-08") == ()
    left = given(
        DELEGATE,
        away("practice-worker", "2024-05-01", by="case-worker"),
        administrator.tells(StaffLeft(member="practice-worker"), "2024-05-08"),
    )
    assert covered(left, "case-worker", "2024-05-08") == ()


def test_what_is_said_again_of_an_absence_takes_the_place_of_what_was_said() -> None:
    record = given(
        DELEGATE,
        away("practice-worker", "2024-05-01", by="case-worker", until="2024-05-10"),
        away("practice-worker", "2024-05-05", by="council-worker", until="2024-05-20"),
    )
    assert covered(record, "case-worker", "2024-05-04") == ("practice-worker",)
    assert covered(record, "case-worker", "2024-05-05") == ()
    assert covered(record, "council-worker", "2024-05-20") == ("practice-worker",)


def test_whoever_covers_somebody_who_covers_sees_to_both() -> None:
    record = given(
        DELEGATE,
        away("practice-worker", "2024-05-01", by="case-worker"),
        away("case-worker", "2024-05-03", by="council-worker"),
    )
    assert covered(record, "council-worker", "2024-05-02") == ()
    assert covered(record, "council-worker", "2024-05-03") == ("case-worker", "practice-worker")
    ring = given(
        DELEGATE,
        away("practice-worker", "2024-05-01", by="case-worker"),
        away("case-worker", "2024-05-01", by="practice-worker"),
    )
    assert covered(ring, "practice-worker", "2024-05-01") == ("case-worker",)
