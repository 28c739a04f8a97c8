"""Services and cuts: what was active on a day, what may be taken away, and which days left a need unmet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.assessment.events import CaringEnded
from swp_domain.case.events import OldLawSupportRecorded, PersonDied, TransitionReviewCompleted
from swp_domain.case.vocabulary import TransitionConclusion
from swp_domain.case_file import CaseFile
from swp_domain.direct_payments.events import DirectPaymentResumed, DirectPaymentStarted, DirectPaymentStopped
from swp_domain.duty import DutyStanding
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.hospital.events import PatientAdmitted, PatientDischarged
from swp_domain.law.care_act_2014.s22_health import HealthFacts
from swp_domain.law.care_act_2014.s24_not_meeting import NotMeetingGround
from swp_domain.law.care_act_2014.s27_review import ReviewFacts
from swp_domain.law.finding import Outcome
from swp_domain.party import Party, Whose
from swp_domain.planning.cut_rules import (
    a_policy_did_not_decide,
    a_policy_does_not_decide,
    nobody_is_surprised_by_a_cut,
    old_support_goes_on_until_it_is_reviewed,
    support_does_not_stop_by_itself,
    what_remains_meets_the_needs,
)
from swp_domain.planning.events import (
    CareAndSupportPlanAgreed,
    ChangeDecided,
    ConsultedOnChange,
    NeedEnded,
    NeedsAccepted,
    NoticeOfChangeGiven,
    NotMeetingNeedsDecided,
    ProviderFailed,
    ServiceChanged,
    ServiceEnded,
    ServiceResumed,
    ServiceStarted,
    ServiceSuspended,
)
from swp_domain.planning.held import PlanningState
from swp_domain.planning.nhs_rules import nursing_has_the_consent_of_the_nhs, what_the_nhs_must_provide_is_looked_at
from swp_domain.planning.package import PlannedPayment
from swp_domain.planning.rules import (
    a_cut_follows_a_look_at_the_person,
    a_cut_follows_a_recent_look,
    a_cut_is_talked_over,
    a_lesser_budget_follows_one_too,
    before_the_care_act_it_did_too,
    the_other_council_is_told_first,
)
from swp_domain.planning.unmet_rules import (
    a_need_outlives_the_service,
    an_eligible_need_is_not_declined,
    not_meeting_needs_comes_with_advice,
    not_meeting_needs_has_reasons,
)
from swp_domain.planning.vocabulary import ChangeGround, ChangeKind, ServiceEnd, ServiceKind, Suspension
from swp_domain.referral.events import UrgentSupportProvided
from swp_domain.refusal import Unlawful
from swp_domain.residence.events import ContinuityBegan, NeedsMetMeanwhile, OtherCouncilNotified
from swp_domain.unmet_needs import unmet_needs
from swp_projections.package import Cost, Package, weekly_cost, weekly_cost_by
from tests.cast import PILOT, council, hospital, person, somebody
from tests.papers import (
    CRITERIA_MET,
    carer_determined,
    carers_completed,
    completed,
    decided,
    determined,
    request,
)
from tests.plan_papers import (
    MEALS,
    WASHING,
    agreed,
    budget,
    budget_set,
    carers_agreed,
    cut,
    not_meeting,
    reviewed,
    service,
    service_ended,
)
from tests.telling import CASE, Given, Record, Said, Then, breaks, day, given, keeps


def planning(record: Record) -> PlanningState:
    file = record.file()
    assert isinstance(file, CaseFile)
    return file.planning


def unmet(record: Record, as_at: str) -> list[tuple[str, str]]:
    """Each interval of days on which something was not met, with what."""
    file = record.file(as_at=as_at)
    assert isinstance(file, CaseFile)
    found = unmet_needs(file, day(as_at))
    return sorted((one.need, f"{one.days.first}/{one.days.last}") for one in found)


def served() -> Given:
    return given(council.decides(agreed(), "2024-06-10"), council.tells(service(), "2024-06-17"))


def eligible(outcome: Eligibility = Eligibility.ELIGIBLE) -> Given:
    needs = (
        CRITERIA_MET if outcome.is_eligible else CRITERIA_MET.model_copy(update={"from_impairment_or_illness": False})
    )
    return given(
        person.tells(request(), "2024-05-01"),
        council.decides(completed(), "2024-05-20"),
        council.decides(determined(needs=needs, decision=decided(outcome)), "2024-05-21"),
    )


def reviewed_since() -> Given:
    before = served()
    return Given(before.when(council.decides(reviewed(), "2024-09-01")).streams)


# Services


def test_what_was_active_on_a_day_is_told_with_its_terms_its_cost_and_its_entry() -> None:
    meals = service(service="s2", needs=("nutrition",), provider="Hot Lunch", weekly=Decimal("35.50"))
    more = ServiceChanged(service="s1", quantity=Decimal(14), weekly=Decimal(280))
    record = given(
        council.decides(agreed(), "2024-06-10"),
        council.tells(service(), "2024-06-17", entry="began"),
        council.tells(meals, "2024-07-01"),
        council.tells(more, "2024-08-01", entry="more"),
        council.tells(ServiceSuspended(service="s1", why=Suspension.HOSPITAL), "2024-09-01"),
        council.tells(ServiceResumed(service="s1"), "2024-09-15"),
        council.tells(service_ended(ServiceEnd.PERSON_DECLINED), "2024-10-01"),
    )
    held = planning(record)

    def on(when: str) -> list[tuple[str, Decimal | None, str]]:
        return [(one.service, one.terms.weekly, one.terms.entry) for one in held.active_on(day(when))]

    assert on("2024-06-16") == []
    assert on("2024-06-17") == [("s1", Decimal(200), "began")]
    assert [one[:2] for one in on("2024-07-31")] == [("s1", 200), ("s2", Decimal("35.50"))]
    assert on("2024-08-01")[0] == ("s1", Decimal(280), "more")
    assert [one[0] for one in on("2024-09-01")] == ["s2"]
    assert [one[0] for one in on("2024-09-15")] == ["s1", "s2"]
    assert [one[0] for one in on("2024-10-01")] == ["s2"]
    rows, by = Package().of(CASE, record.streams[CASE]), day("2024-08-01")
    assert weekly_cost(rows, by) == Cost(Decimal("315.50"), 0)
    of_providers = weekly_cost_by(rows, by, lambda one: one.provider)
    assert of_providers == {"Millrace Care": Cost(Decimal(280), 0), "Hot Lunch": Cost(Decimal("35.50"), 0)}
    of_needs = weekly_cost_by(rows, by, lambda one: one.needs)
    assert of_needs == {"nutrition, hygiene": Cost(Decimal(280), 0), "nutrition": Cost(Decimal("35.50"), 0)}


def test_what_a_provider_gives_of_its_own_is_not_the_councils_and_covers_nothing() -> None:
    own = service(commissioned=False)
    record = given(council.decides(agreed(), "2024-06-10"), council.tells(own, "2024-06-10"))
    assert weekly_cost(Package().of(CASE, record.streams[CASE]), day("2024-06-11")) == Cost(Decimal(0), 0)
    assert unmet(record, "2024-06-12") == [
        ("hygiene", "2024-06-10/2024-06-12"),
        ("nutrition", "2024-06-10/2024-06-12"),
    ]


# What is taken away


@keeps(
    a_cut_follows_a_look_at_the_person,
    a_cut_is_talked_over,
    what_remains_meets_the_needs,
    support_does_not_stop_by_itself,
    nobody_is_surprised_by_a_cut,
    a_policy_does_not_decide,
)
def test_a_cut_after_a_review_a_word_a_decision_and_notice_is_lawful() -> None:
    record = reviewed_since().when(council.decides(cut(), "2024-09-10")).then(ChangeDecided).breaches().flags()
    notice = NoticeOfChangeGiven(change="x1", takes_effect_on=day("2024-10-01"))
    told = record.when(council.tells(notice, "2024-09-11"))
    less = ServiceChanged(service="s1", change="x1", kind=ChangeKind.DECREASE, quantity=Decimal(7))
    told.when(council.tells(less, "2024-10-01")).then(ServiceChanged).breaches().flags()


@breaks(a_cut_follows_a_look_at_the_person)
def test_a_cut_without_a_review_since_the_plan_is_a_breach_whenever_the_last_one_was() -> None:
    served().when(council.decides(cut(), "2024-09-10")).then(ChangeDecided).breaches("CA-27-04")
    before = given(
        council.records(completed(), "2024-05-01"),
        council.decides(agreed(), "2024-06-10"),
        council.tells(service(), "2024-06-10"),
    )
    before.when(council.decides(cut(), "2024-09-10")).breaches("CA-27-04")
    again = before.when(council.records(completed(assessment="a2"), "2024-09-10"))
    again.when(council.decides(cut(), "2024-09-10")).breaches()


@breaks(a_cut_follows_a_look_at_the_person)
def test_a_cut_that_names_no_service_is_measured_from_its_plan_and_a_look_of_that_day_is_none() -> None:
    before = given(council.records(completed(), "2024-05-01"), council.decides(agreed(), "2024-06-10"))
    before.when(council.decides(cut(services=()), "2024-09-10")).breaches("CA-27-04")
    same_day = served().when(council.decides(reviewed(), "2024-06-17"))
    same_day.when(council.decides(cut(), "2024-09-10")).breaches("CA-27-04")


@breaks(a_cut_follows_a_look_at_the_person, a_cut_is_talked_over)
@keeps(a_cut_follows_a_look_at_the_person, a_cut_is_talked_over)
def test_of_several_reviews_the_last_says_what_changed_and_who_was_heard() -> None:
    no, yes = (
        ReviewFacts(involved=told, outcomes_looked_at=True, circumstances_changed=told) for told in (False, True)
    )
    silent = cut(ground=ChangeGround.COST, decision=decided(ChangeKind.DECREASE))
    for facts, breaches in (((no, yes), []), ((yes, no), ["CA-27-04", "CA-27-09"])):
        record = served()
        for number, each in enumerate(facts, start=1):
            review = reviewed(review=f"v{number}", facts=each)
            record = Given(record.when(council.records(review, f"2024-08-0{number}")).streams)
        record.when(council.decides(silent, "2024-09-10")).breaches(*breaches)


@breaks(a_cut_follows_a_look_at_the_person)
def test_a_review_that_found_no_change_carries_no_cut_for_cost() -> None:
    same = reviewed(facts=ReviewFacts(involved=True, circumstances_changed=False))
    record = served().when(council.decides(same, "2024-09-01"))
    record.when(council.decides(cut(ground=ChangeGround.COST), "2024-09-10")).breaches("CA-27-04")


@keeps(a_cut_follows_a_recent_look)
@breaks(a_cut_follows_a_recent_look)
def test_a_look_supports_a_cut_for_twelve_weeks_and_a_need_that_changed_is_told() -> None:
    record = served().when(council.decides(reviewed(), "2024-09-02"))
    dear = cut(ground=ChangeGround.COST)
    record.when(council.decides(dear, "2024-11-25")).then(ChangeDecided).breaches().flags()
    record.when(council.decides(dear, "2024-11-26")).then(ChangeDecided).breaches().flags("CUT-01")
    record.when(council.decides(cut(), "2024-11-26")).breaches().flags()


OLD_SERVICE = council.tells(service(plan=None), "2012-05-01")
LOOK = reviewed(plan=None)
LESS = ServiceChanged(service="s1", kind=ChangeKind.DECREASE)


@keeps(a_cut_follows_a_recent_look, before_the_care_act_it_did_too)
@breaks(a_cut_follows_a_recent_look, before_the_care_act_it_did_too)
def test_before_the_care_act_whoever_took_support_away_looked_at_the_person_first() -> None:
    dear = cut(ground=ChangeGround.COST, plan=None)
    for change in (council.decides(dear, "2012-09-24"), council.tells(LESS, "2012-09-24")):
        given(OLD_SERVICE).when(change).breaches().flags("CUT-01")
        given(OLD_SERVICE, council.decides(LOOK, "2012-07-01")).when(change).flags("CUT-01")
        given(OLD_SERVICE, council.decides(LOOK, "2012-07-02")).when(change).breaches().flags()
    decided_before = given(OLD_SERVICE, council.decides(LOOK, "2012-07-02"), council.decides(dear, "2012-09-01"))
    decided_before.when(council.tells(LESS, "2013-09-24")).breaches().flags()
    given(OLD_SERVICE).when(council.tells(service_ended(why=ServiceEnd.PROVIDER), "2012-09-24")).breaches().flags()


@keeps(a_policy_did_not_decide)
@breaks(a_policy_did_not_decide)
def test_before_the_care_act_too_a_policy_as_the_ground_is_looked_at() -> None:
    record = given(OLD_SERVICE, council.decides(LOOK, "2012-09-01"))
    policy, cost = cut(ground=ChangeGround.POLICY, plan=None), cut(ground=ChangeGround.COST, plan=None)
    record.when(council.decides(policy, "2012-09-10")).breaches().flags("CC-47-04")
    record.when(council.decides(cost, "2012-09-10")).breaches().flags().concludes("CC-47-04", Outcome.MET)


@pytest.mark.parametrize("ground", [ChangeGround.PERSON_WISHES, ChangeGround.PROVIDER, ChangeGround.DIED])
def test_what_the_person_wishes_or_a_provider_does_is_no_cut_of_the_councils(ground: ChangeGround) -> None:
    served().when(council.decides(cut(ChangeKind.END, ground=ground), "2024-09-10")).breaches()


def test_more_is_no_cut() -> None:
    served().when(council.decides(cut(ChangeKind.INCREASE), "2024-09-10")).breaches()


@pytest.mark.parametrize(
    "told",
    [
        {"ground": ChangeGround.PERSON_WISHES, "decision": decided(ChangeKind.END)},
        {"ground": ChangeGround.NEEDS_CHANGED, "decision": decided(ChangeKind.INCREASE)},
    ],
    ids=["what the person wishes", "more"],
)
@keeps(a_cut_is_talked_over, what_remains_meets_the_needs)
def test_of_what_is_no_cut_of_the_councils_nothing_is_asked(told: dict[str, Any]) -> None:
    change = cut(needs_now_met=False, **told)
    alone = served().when(council.decides(reviewed(facts=ReviewFacts(involved=False)), "2024-09-01"))
    alone.when(council.decides(change, "2024-09-10")).breaches().flags()


@pytest.mark.parametrize("how", ["views", "consulted", "before"])
@keeps(a_cut_is_talked_over)
def test_each_way_of_being_heard_on_a_cut_is_one(how: str) -> None:
    heard: dict[str, dict[str, Any]] = {
        "views": {"views": "As before, please."},
        "consulted": {"consulted": (Party(kind=BodyKind.FAMILY),)},
    }
    alone = reviewed(facts=ReviewFacts(involved=False, circumstances_changed=True))
    record = served().when(council.decides(alone, "2024-09-01"))
    if how == "before":
        record = record.when(council.tells(ConsultedOnChange(change="x1"), "2024-09-05"))
    change = cut(decision=decided(ChangeKind.DECREASE, **heard.get(how, {})))
    record.when(council.decides(change, "2024-09-10")).breaches()


@breaks(a_cut_is_talked_over)
def test_a_cut_that_nobody_was_heard_on_is_a_breach_where_that_is_told() -> None:
    alone = reviewed(facts=ReviewFacts(involved=False, circumstances_changed=True))
    silent = cut(decision=decided(ChangeKind.DECREASE))
    record = served().when(council.decides(alone, "2024-09-01"))
    record.when(council.decides(silent, "2024-09-10")).breaches("CA-27-09")
    heard = record.when(council.tells(ConsultedOnChange(change="x1"), "2024-09-05"))
    heard.when(council.decides(silent, "2024-09-10")).breaches()
    served().when(council.decides(reviewed(facts=ReviewFacts()), "2024-09-01")).when(
        council.decides(silent, "2024-09-10")
    ).breaches().flags("CA-27-09")


@breaks(what_remains_meets_the_needs)
def test_a_cut_shows_how_each_need_is_met_afterwards() -> None:
    reviewed_since().when(council.decides(cut(needs_now_met=False), "2024-09-10")).breaches("CA-27-10")
    reviewed_since().when(council.decides(cut(needs_now_met=None), "2024-09-10")).breaches().flags("CA-27-10")


@breaks(support_does_not_stop_by_itself)
def test_a_service_that_the_council_stops_without_a_decision_is_a_breach() -> None:
    record = reviewed_since()
    record.when(council.tells(service_ended(), "2024-10-01")).then(ServiceEnded).breaches("CA-27-04")
    paused = ServiceSuspended(service="s1", why=Suspension.COUNCIL)
    record.when(council.tells(paused, "2024-10-01")).breaches("CA-27-04")
    for less in (
        ServiceChanged(service="s1", kind=ChangeKind.DECREASE),
        ServiceChanged(service="s1", quantity=Decimal(9)),
    ):
        record.when(council.tells(less, "2024-10-01")).breaches("CA-27-04")
    cheaper = ServiceChanged(service="s1", provider="Fell View Care", weekly=Decimal(150))
    record.when(council.tells(cheaper, "2024-10-01")).breaches()
    hours_untold = reviewed_since().when(council.tells(service(service="s2", quantity=None), "2024-09-02"))
    hours_untold.when(council.tells(ServiceChanged(service="s2", weekly=Decimal(150)), "2024-10-01")).breaches(
        "CA-27-04"
    )
    provider = somebody(BodyKind.PROVIDER)
    record.when(provider.tells(service_ended(ServiceEnd.PROVIDER), "2024-10-01")).breaches()
    planned = record.when(council.decides(agreed(plan="p2", follows="p1"), "2024-09-20"))
    planned.when(council.tells(service_ended(), "2024-10-01")).breaches()


@keeps(a_cut_follows_a_look_at_the_person)
@breaks(a_cut_follows_a_look_at_the_person)
def test_a_change_that_carries_out_the_plan_made_after_a_review_stands_on_that_review() -> None:
    lesser = agreed(plan="p2", follows="p1", budget=budget(meals="60"))
    for on in ("2024-09-01", "2024-09-08"):
        record = reviewed_since().when(council.decides(lesser, on))
        record.when(council.decides(cut(plan="p2"), "2024-09-10")).breaches().flags()
        record.when(council.decides(cut(plan="p2"), "2024-12-10")).breaches("CA-27-04")
    anew = reviewed_since().when(council.tells(service(service="s2"), "2024-09-05"))
    of_new = cut(services=("s2",))
    anew.when(council.decides(of_new, "2024-09-10")).breaches().flags("CA-27-04")
    anew.when(council.decides(of_new, "2024-12-10")).breaches("CA-27-04")
    same = reviewed_since().when(council.decides(agreed(plan="p2", follows="p1"), "2024-09-08"))
    same.when(council.decides(cut(plan="p2"), "2024-09-10")).breaches().flags("CA-27-04")


@pytest.mark.parametrize(("on", "breaches"), [("2024-11-23", False), ("2024-11-24", False), ("2024-11-25", True)])
def test_a_lesser_plan_is_carried_out_within_twelve_weeks_of_the_review(on: str, breaches: bool) -> None:
    lesser = agreed(plan="p2", follows="p1", budget=budget(meals="60"))
    record = reviewed_since().when(council.decides(lesser, "2024-09-08"))
    record.when(council.decides(cut(plan="p2"), on)).breaches(*["CA-27-04"] * breaches)


@pytest.mark.parametrize("agreed_on", ["2024-09-01", "2024-09-03"])
def test_a_first_plan_was_not_looked_at_again_before_it_was_made(agreed_on: str) -> None:
    record = given(
        council.records(reviewed(), "2024-09-01"),
        council.records(agreed(), agreed_on),
        council.tells(service(), "2024-09-05"),
    )
    record.when(council.decides(cut(), "2024-09-10")).breaches("CA-27-04")


@pytest.mark.parametrize(
    ("was", "then", "now", "stands"),
    [
        ("120", "220", "170", True),
        ("120", None, "60", True),
        ("120", None, "120", False),
        ("120", None, "220", False),
        ("120", None, None, False),
        (None, None, "60", False),
    ],
)
def test_a_plan_is_a_lesser_one_by_the_last_budget_of_each(
    was: str | None, then: str | None, now: str | None, stands: bool
) -> None:
    def plan(meals: str | None, **told: Any) -> CareAndSupportPlanAgreed:
        return agreed(budget=budget(meals=meals) if meals else None, **told)

    record = given(council.records(plan(was), "2024-06-10"), council.tells(service(), "2024-06-17"))
    if then is not None:
        record = Given(record.when(council.records(budget_set(budget(meals=then)), "2024-08-01")).streams)
    record = Given(record.when(council.decides(reviewed(), "2024-09-01")).streams)
    after = record.when(council.records(plan(now, plan="p2", follows="p1"), "2024-09-08"))
    carried_out = after.when(council.decides(cut(plan="p2"), "2024-09-10"))
    assert ("CA-27-04" not in {one.rule for one in carried_out.findings if one.contradiction}) is stands


@breaks(a_cut_follows_a_look_at_the_person)
def test_a_plan_is_a_lesser_one_than_that_of_the_day_before_and_not_than_an_older_one() -> None:
    record = given(
        council.records(agreed(budget=budget(meals="220")), "2024-06-10"),
        council.tells(service(), "2024-06-17"),
        council.records(reviewed(), "2024-09-01"),
        council.records(agreed(plan="p2", follows="p1"), "2024-09-07"),
        council.records(agreed(plan="p3", follows="p2", budget=budget(meals="170")), "2024-09-08"),
    )
    record.when(council.decides(cut(plan="p3"), "2024-09-10")).breaches().flags("CA-27-04")


@keeps(support_does_not_stop_by_itself)
def test_what_is_more_or_not_the_councils_or_not_known_is_not_taken_away_by_it() -> None:
    more = ServiceChanged(service="s1", quantity=Decimal(14), weekly=Decimal(280))
    reviewed_since().when(council.tells(more, "2024-10-01")).breaches()
    own = given(council.decides(agreed(), "2024-06-10"), council.tells(service(commissioned=False), "2024-06-17"))
    own.when(council.tells(service_ended(), "2024-10-01")).breaches().flags()
    unknown = ServiceChanged(service="s9", quantity=Decimal(1))
    reviewed_since().when(council.records(unknown, "2024-10-01")).breaches()


@pytest.mark.parametrize(
    ("was", "told", "shrinks"),
    [
        ({}, {"quantity": 10}, False),
        ({}, {"quantity": 11}, False),
        ({}, {"quantity": 9}, True),
        ({}, {"weekly": 100}, False),
        ({"quantity": None, "unit": None}, {"weekly": 199}, True),
        ({"quantity": None, "unit": None}, {"weekly": 200}, False),
        ({"quantity": None, "unit": None}, {"weekly": 201}, False),
        ({"quantity": None, "unit": None}, {"provider": "Other Care"}, False),
        ({"quantity": None, "unit": None, "weekly": None}, {"weekly": 100}, False),
        ({"quantity": None, "unit": None, "weekly": None}, {"provider": "Other Care"}, False),
    ],
)
def test_a_service_shrinks_in_what_is_given_or_where_that_is_not_told_in_what_it_costs(
    was: dict[str, Any], told: dict[str, Any], shrinks: bool
) -> None:
    record = given(council.records(agreed(), "2024-06-10"), council.tells(service(**was), "2024-06-17"))
    change = ServiceChanged.model_validate({"service": "s1", **told})
    record.when(council.tells(change, "2024-10-01")).breaches(*["CA-27-04"] * shrinks)


@pytest.mark.parametrize(
    ("agreed_on", "breaches"), [("2024-06-17", True), ("2024-06-18", False), ("2024-10-01", False)]
)
def test_a_plan_speaks_of_the_end_of_a_service_if_it_is_later_than_its_beginning(
    agreed_on: str, breaches: bool
) -> None:
    record = reviewed_since().when(council.records(agreed(plan="p2", follows="p1"), agreed_on))
    record.when(council.tells(service_ended(), "2024-10-01")).breaches(*["CA-27-04"] * breaches)


@pytest.mark.parametrize(
    ("decided_on", "told", "breaches"),
    [
        ("2024-09-10", {}, False),
        ("2024-06-17", {}, False),
        ("2024-06-16", {}, True),
        ("2024-09-10", {"services": ("s2",)}, True),
        ("2024-09-10", {"services": ()}, False),
        ("2024-09-10", {"services": (), "plan": "p2"}, True),
    ],
)
def test_a_decision_is_behind_what_it_names_and_what_had_begun(
    decided_on: str, told: dict[str, Any], breaches: bool
) -> None:
    """Named are a service, or the plan with all that is of it; what began later is not what was decided on."""
    before = given(
        council.records(agreed(), "2024-06-10"),
        council.records(agreed(plan="p2", follows="p1"), "2024-06-11"),
        council.tells(service(), "2024-06-17"),
    )
    record = before.when(council.records(cut(ChangeKind.END, **told), decided_on))
    record.when(council.tells(service_ended(), "2024-10-01")).breaches(*["CA-27-04"] * breaches)


def test_the_decision_that_is_named_is_the_one_that_counts_and_a_service_need_not_be_known() -> None:
    record = reviewed_since().when(council.decides(cut(ChangeKind.END), "2024-09-10"))
    talked = record.when(council.tells(ConsultedOnChange(change="x2"), "2024-09-11"))
    talked.when(council.tells(service_ended(change="x2"), "2024-10-01")).breaches("CA-27-04")
    talked.when(council.tells(service_ended(change="x1"), "2024-10-01")).breaches()
    unknown = reviewed_since().when(council.decides(cut(ChangeKind.END, services=("s9",)), "2024-09-10"))
    unknown.when(council.records(service_ended(service="s9"), "2024-10-01")).breaches()


@keeps(support_does_not_stop_by_itself, a_cut_follows_a_look_at_the_person)
def test_reablement_is_for_a_specified_period_and_its_end_is_no_cut() -> None:
    began = council.tells(service(kind=ServiceKind.REABLEMENT, plan=None, needs=()), "2024-05-01")
    given(began).when(council.tells(service_ended(), "2024-06-12")).breaches()
    ends = cut(ChangeKind.END, plan=None, ground=ChangeGround.OTHER)
    given(began).when(council.decides(ends, "2024-06-10")).breaches()


def test_reablement_calls_for_no_plan_nor_a_review_of_one_and_other_support_does_while_it_runs() -> None:
    plan, look = "prepare a plan for the support that began", "hold the first review of the plan"
    for kind in (ServiceKind.REABLEMENT, ServiceKind.EQUIPMENT):
        record = given(council.tells(service(kind=kind, plan=None), "2024-05-01"))
        record.owes_no_duty_to(plan, as_at="2024-09-01").owes_no_duty_to(look, as_at="2024-09-01")
    care = given(council.tells(service(plan=None), "2024-05-01"))
    care.owes(plan, "s1", as_at="2024-05-29", last_day="2024-05-29")
    over = care.when(council.tells(service_ended(ServiceEnd.NO_LONGER_NEEDED), "2024-05-20"))
    over.owes(plan, "s1", as_at="2024-09-01", standing=DutyStanding.ENDED)


@keeps(a_lesser_budget_follows_one_too)
@breaks(a_lesser_budget_follows_one_too)
def test_what_one_carer_is_given_takes_nothing_from_another() -> None:
    anna = carers_agreed(plan="c1", carer="anna", determination="n1")
    record = given(council.records(anna, "2024-06-01"))
    little = carers_agreed(plan="c2", carer="ben", determination="n2", needs=(MEALS,), budget=budget(washing="0"))
    after = record.when(council.records(little, "2024-07-01")).breaches()
    assert ("hygiene", "2024-06-01/2024-08-01") in unmet(after, "2024-08-01")
    less = little.model_copy(update={"plan": "c3", "carer": "anna"})
    fewer = record.when(council.records(less, "2024-07-01")).breaches("CA-27-04")
    assert ("hygiene", "2024-06-01/2024-06-30") in unmet(fewer, "2024-08-01")
    record.when(council.decides(budget_set(budget(washing="0"), plan="c1"), "2024-07-01")).breaches("CA-27-04")


@keeps(a_cut_follows_a_look_at_the_person, a_cut_is_talked_over)
def test_what_the_review_of_a_carers_plan_found_says_nothing_of_the_adults() -> None:
    nothing_new = ReviewFacts(involved=False, circumstances_changed=False)
    theirs = reviewed(review="v2", whose=Whose.CARER, facts=nothing_new)
    record = reviewed_since().when(council.decides(theirs, "2024-09-05"))
    silent = cut(ground=ChangeGround.COST, decision=decided(ChangeKind.DECREASE))
    record.when(council.decides(silent, "2024-09-10")).breaches()


@pytest.mark.parametrize(
    ("told", "theirs"),
    [
        ({"services": ("s1",), "plan": None}, "the adult"),
        ({"services": ("s3",), "plan": None}, "the carer"),
        ({"services": ("s1", "s3"), "plan": None}, "the adult"),
        ({"services": (), "plan": None}, "the adult"),
        ({"services": (), "plan": "c1"}, "the carer"),
        ({"services": (), "plan": "p1"}, "the adult"),
    ],
)
def test_a_cut_stands_on_the_review_of_whoever_it_is_for(told: dict[str, Any], theirs: str) -> None:
    def reviews(whose: Whose, number: int, changed: bool) -> Said:
        facts = ReviewFacts(involved=True, outcomes_looked_at=True, circumstances_changed=changed)
        review = reviewed(review=f"v{number}", plan=None, whose=whose, facts=facts)
        return council.records(review, f"2024-09-0{number}")

    before = given(
        council.records(agreed(), "2024-06-10"),
        council.records(carers_agreed(plan="c1"), "2024-06-11"),
        council.tells(service(), "2024-06-17"),
        council.tells(service(service="s3", plan=None, kind=ServiceKind.CARER_SUPPORT), "2024-06-17"),
        reviews(Whose.ADULT, 1, changed=theirs == "the adult"),
        reviews(Whose.CARER, 2, changed=theirs == "the carer"),
    )
    before.when(council.decides(cut(ground=ChangeGround.COST, **told), "2024-09-10")).breaches()


@breaks(nobody_is_surprised_by_a_cut)
def test_a_cut_without_notice_or_before_its_day_is_looked_at() -> None:
    record = reviewed_since().when(council.decides(cut(ChangeKind.END), "2024-09-10"))
    unannounced = record.when(council.tells(service_ended(), "2024-10-01")).flags("CA-27-11", "CA-18-03")
    assert _words(unannounced, "CA-27-11") == ["no notice is on the file before it"]
    that_day = NoticeOfChangeGiven(change="x1", takes_effect_on=day("2024-10-05"))
    same_day = record.when(council.tells(that_day, "2024-10-01"))
    late = same_day.when(council.tells(service_ended(), "2024-10-01")).flags("CA-27-11", "CA-18-03")
    assert _words(late, "CA-27-11") == ["no notice is on the file before it"]
    notice = NoticeOfChangeGiven(change="x1", takes_effect_on=day("2024-10-02"))
    told = record.when(council.tells(notice, "2024-09-11"))
    early = told.when(council.tells(service_ended(), "2024-10-01")).flags("CA-27-11", "CA-18-03")
    assert _words(early, "CA-27-11") == ["it takes effect before the day that was told"]
    for on in ("2024-10-02", "2024-10-03"):
        told.when(council.tells(service_ended(), on)).flags("CA-18-03")


def _words(after: Then, rule: str) -> list[str]:
    return [one.contradiction for one in after.findings if one.rule == rule and one.contradiction]


@breaks(a_lesser_budget_follows_one_too)
@keeps(a_lesser_budget_follows_one_too)
def test_a_budget_or_a_plan_that_comes_to_less_stands_on_a_review_too() -> None:
    less = budget_set(budget(meals="119.99"))
    served().when(council.decides(less, "2024-10-01")).breaches("CA-27-04")
    reviewed_since().when(council.decides(less, "2024-10-01")).breaches()
    plan = agreed(plan="p2", follows="p1", budget=budget(meals="60"))
    served().when(council.decides(plan, "2024-10-01")).breaches("CA-27-04")
    for meals in ("120", "220"):
        served().when(council.decides(budget_set(budget(meals=meals)), "2024-10-01")).breaches()


@breaks(a_policy_does_not_decide)
def test_a_policy_as_the_ground_is_looked_at_and_cost_may_play_a_part() -> None:
    record = reviewed_since()
    record.when(council.decides(cut(ground=ChangeGround.POLICY), "2024-09-10")).breaches().flags("CA-18-02")
    cost = record.when(council.decides(cut(ground=ChangeGround.COST), "2024-09-10")).breaches().flags()
    cost.concludes("CA-18-02", Outcome.MET)
    plain = not_meeting(NotMeetingGround.POLICY, eligible=False)
    given(council.records(determined(), "2024-05-21")).when(council.decides(plain, "2024-06-01")).flags("CA-18-02")


def test_before_the_care_act_these_rules_are_not_asked() -> None:
    old = given(*PILOT, council.tells(service(plan=None), "2012-06-01"))
    old.when(council.tells(service_ended(), "2012-07-01")).then(ServiceEnded).breaches()


@breaks(old_support_goes_on_until_it_is_reviewed)
@keeps(old_support_goes_on_until_it_is_reviewed)
def test_support_from_before_the_care_act_is_not_ended_without_the_review_that_is_owed() -> None:
    """SI 2015/995, art 2(4): from 1 April 2016, whoever was not reviewed is treated as having eligible needs."""
    began = council.tells(service(plan=None), "2014-06-01")
    old = given(began, council.tells(OldLawSupportRecorded(), "2015-03-31"))
    old.when(council.tells(service_ended(), "2016-03-31")).breaches()
    ended = old.when(council.tells(service_ended(), "2016-04-01")).breaches("REG-02", "CA-27-04")
    ended.finds(
        "SI 2015/995, art 2(4): not met on 1 April 2016; not shown: (4) the review of the case is completed; but the "
        "council ends it, and the review of the case from before the Care Act is not completed."
    )
    old.when(council.tells(service_ended(ServiceEnd.PERSON_DECLINED), "2016-04-01")).breaches()
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS))
    late = old.when(council.decides(review, "2016-04-01")).when(council.tells(service_ended(), "2016-04-02"))
    late.breaches("CA-27-04").concludes("REG-02", Outcome.MET)
    given(began).when(council.tells(service_ended(), "2016-04-01")).breaches("CA-27-04")


# Not meeting needs


@breaks(an_eligible_need_is_not_declined, not_meeting_needs_has_reasons, not_meeting_needs_comes_with_advice)
@keeps(an_eligible_need_is_not_declined, not_meeting_needs_has_reasons, not_meeting_needs_comes_with_advice)
def test_an_eligible_need_is_left_unmet_only_on_a_ground_in_the_act() -> None:
    record = eligible()
    record.when(council.decides(not_meeting(), "2024-06-01")).then(NotMeetingNeedsDecided).breaches().flags()
    for ground in (NotMeetingGround.COST, NotMeetingGround.NOT_ELIGIBLE):
        record.when(council.decides(not_meeting(ground), "2024-06-01")).breaches("CA-18-01")
    record.when(council.decides(not_meeting(NotMeetingGround.OTHER), "2024-06-01")).breaches()
    named = not_meeting(NotMeetingGround.COST, needs=("transport",))
    record.when(council.decides(named, "2024-06-01")).breaches()
    record.when(council.decides(not_meeting(NotMeetingGround.COST, eligible=False), "2024-06-01")).breaches()
    bare = not_meeting(decision=decided(NotMeetingGround.MET_BY_CARER, reasons=None))
    record.when(council.decides(bare, "2024-06-01")).refused(
        Unlawful, "CA-24-02", "cannot tell", "decision.reasons is missing"
    )
    record.when(council.decides(not_meeting(advice_given=False), "2024-06-01")).breaches("CA-24-02")
    none = eligible(Eligibility.NOT_ELIGIBLE)
    none.when(council.decides(not_meeting(NotMeetingGround.NOT_ELIGIBLE), "2024-06-01")).breaches()


@breaks(an_eligible_need_is_not_declined)
@keeps(an_eligible_need_is_not_declined)
def test_whether_a_need_is_eligible_is_read_from_the_plan_where_it_is_named() -> None:
    below = WASHING.model_copy(update={"eligible": False, "to_be_met": False})
    record = eligible().when(council.records(agreed(needs=(MEALS, below)), "2024-05-30"))
    for needs, outcome in (
        (("nutrition",), Outcome.NOT_MET),
        (("nutrition", "hygiene"), Outcome.NOT_MET),
        (("hygiene",), Outcome.MET),
        (("hygiene", "transport"), Outcome.CANNOT_TELL),
        (("transport",), Outcome.CANNOT_TELL),
        ((), Outcome.NOT_MET),
    ):
        after = record.when(council.decides(not_meeting(NotMeetingGround.COST, needs=needs), "2024-06-01"))
        after.concludes("CA-18-01", outcome)


@pytest.mark.parametrize(
    ("told", "owed"),
    [({}, False), ({"needs": ("transport",)}, True), ({"whose": Whose.CARER}, True)],
    ids=["none is met", "one is not met", "a carer's"],
)
def test_a_plan_is_owed_while_some_need_is_to_be_met(told: dict[str, Any], owed: bool) -> None:
    after = eligible().when(council.decides(not_meeting(**told), "2024-06-01"))
    assert (after.duty("prepare a care and support plan", "n1").met_on is None) is owed


@pytest.mark.parametrize(
    ("told", "owed"),
    [({"whose": Whose.CARER}, False), ({"whose": Whose.CARER, "needs": ("rest",)}, True), ({}, True)],
    ids=["none is met", "one is not met", "the adult's"],
)
def test_a_carers_plan_is_owed_while_some_need_of_theirs_is_to_be_met(told: dict[str, Any], owed: bool) -> None:
    found = given(
        person.tells(request(whose=Whose.CARER), "2024-05-01"),
        council.decides(carers_completed(), "2024-05-20"),
        council.decides(carer_determined(), "2024-05-21"),
    )
    after = found.when(council.decides(not_meeting(**told), "2024-06-01"))
    assert (after.duty("prepare a support plan", "n1").met_on is None) is owed


@pytest.mark.parametrize(
    ("told", "owed"),
    [({"plan": None}, True), ({}, False), ({"plan": None, "commissioned": False}, False)],
    ids=["without a plan", "within a plan", "of their own"],
)
def test_support_of_ours_that_began_without_a_plan_is_owed_one(told: dict[str, Any], owed: bool) -> None:
    record = given(council.records(service(**told), "2024-06-17"))
    assert bool(record.duties("prepare a plan for the support that began")) is owed


@breaks(a_need_outlives_the_service)
@keeps(a_need_outlives_the_service)
def test_a_provider_that_leaves_leaves_the_need() -> None:
    left = service_ended(ServiceEnd.PROVIDER)
    served().when(council.tells(left, "2024-10-01")).breaches().flags("CA-18-03")
    for second in ("s0", "s2"):
        other = served().when(council.tells(service(service=second), "2024-09-30"))
        other.when(council.tells(left, "2024-10-01")).flags()
    own = given(council.decides(agreed(), "2024-06-10"), council.tells(service(commissioned=False), "2024-06-17"))
    own.when(council.tells(left, "2024-10-01")).flags()
    given().when(council.records(left, "2024-10-01")).flags("REC-SEQ")
    served().when(council.tells(service_ended(ServiceEnd.PERSON_DECLINED), "2024-10-01")).flags()


# Not this council's to give


@breaks(what_the_nhs_must_provide_is_looked_at, nursing_has_the_consent_of_the_nhs)
@keeps(what_the_nhs_must_provide_is_looked_at, nursing_has_the_consent_of_the_nhs)
def test_what_the_nhs_provides_is_not_commissioned_and_nursing_has_its_consent() -> None:
    def starts(kind: ServiceKind, **told: bool) -> Then:
        event = service(kind=kind, health=HealthFacts(**told))
        return given(council.decides(agreed(), "2024-06-10")).when(council.tells(event, "2024-06-17"))

    home, nursing = ServiceKind.HOME_CARE, ServiceKind.NURSING
    starts(home, nhs_required=True).flags("CA-22-01")
    starts(home, nhs_required=False).flags()
    starts(home).flags().concludes("CA-22-01")
    of_their_own = service(commissioned=False, health=HealthFacts(nhs_required=True))
    given(council.decides(agreed(), "2024-06-10")).when(council.tells(of_their_own, "2024-06-17")).flags()
    starts(nursing, nhs_consents=False, urgent_and_temporary=False).breaches("CA-22-01")
    starts(nursing, nhs_consents=False).breaches().flags("CA-22-01")
    starts(nursing).breaches().flags("CA-22-01")
    starts(nursing, nhs_consents=True).breaches().flags()
    starts(nursing, nhs_consents=False, urgent_and_temporary=True).breaches()


@breaks(the_other_council_is_told_first)
@keeps(the_other_council_is_told_first)
def test_needs_of_somebody_from_elsewhere_are_met_once_their_council_was_told() -> None:
    away = given(
        person.tells(request(), "2024-05-01"),
        council.decides(completed(), "2024-05-20"),
        council.decides(determined(ordinarily_resident=False), "2024-05-21"),
        council.decides(agreed(), "2024-06-10"),
    )
    away.owes_no_duty_to("prepare a care and support plan", as_at="2024-06-10")
    away.when(council.tells(service(), "2024-06-17")).then(ServiceStarted).breaches("CA-19-02")
    told = away.when(council.tells(OtherCouncilNotified(council="Southmere Council"), "2024-06-16"))
    told.when(council.tells(service(), "2024-06-17")).then(ServiceStarted).breaches()
    moved_in = away.when(council.records(determined(determination="n2"), "2024-06-12"))
    moved_in.when(council.tells(service(), "2024-06-17")).then(ServiceStarted).breaches()
    for wherever in (
        ContinuityBegan(move="m1"),
        NeedsMetMeanwhile(dispute="d1"),
        ProviderFailed(provider="Millrace Care"),
    ):
        owed = away.when(council.tells(wherever, "2024-06-16"))
        owed.when(council.tells(service(), "2024-06-17")).then(ServiceStarted).breaches()


# Which days left a need unmet


def test_a_need_is_unmet_from_the_plan_to_the_service_and_after_it() -> None:
    record = served().when(council.tells(service_ended(ServiceEnd.PROVIDER), "2024-07-01"))
    gaps = ["2024-06-10/2024-06-16", "2024-07-01/2024-07-03"]
    assert unmet(record, "2024-07-03") == [(one, gap) for one in ("hygiene", "nutrition") for gap in gaps]
    only_meals = service(service="s2", needs=("nutrition",))
    again = record.when(council.tells(only_meals, "2024-07-02"))
    assert ("nutrition", "2024-07-01/2024-07-01") in unmet(again, "2024-07-03")
    assert ("hygiene", "2024-07-01/2024-07-03") in unmet(again, "2024-07-03")
    assert unmet(again, "2024-06-09") == []


@pytest.mark.parametrize(
    ("why", "left"),
    [
        (Suspension.HOSPITAL, []),
        (Suspension.PERSON_WISHES, []),
        (Suspension.PROVIDER, ["2024-07-01/2024-07-09"]),
        (Suspension.COUNCIL, ["2024-07-01/2024-07-09"]),
    ],
)
def test_a_pause_leaves_a_need_unless_a_hospital_meets_it_or_nobody_wants_it(why: Suspension, left: list[str]) -> None:
    record = given(council.decides(agreed(), "2024-06-17"), council.tells(service(), "2024-06-17"))
    paused = record.when(council.tells(ServiceSuspended(service="s1", why=why), "2024-07-01"))
    resumed = paused.when(council.tells(ServiceResumed(service="s1"), "2024-07-10"))
    assert [gap for need, gap in unmet(resumed, "2024-07-31") if need == "hygiene"] == left


def test_direct_payments_urgent_support_and_carers_meet_needs_too() -> None:
    meals = MEALS.model_copy(update={"by_direct_payment": True})
    paid = PlannedPayment(needs=("nutrition",), amount=Decimal(120), every_weeks=4)
    carer = WASHING.model_copy(update={"to_be_met": False, "met_by_carer": True})
    record = given(
        council.tells(NeedsAccepted(needs=("nutrition",)), "2024-05-01"),
        council.tells(UrgentSupportProvided(assessment="a1"), "2024-05-03"),
        council.records(agreed(needs=(meals, carer), payments=(paid,)), "2024-06-10"),
        council.tells(DirectPaymentStarted(payment="dp1"), "2024-06-13"),
        council.tells(CaringEnded(carer="daughter", assessment="a9"), "2024-08-01"),
        council.tells(DirectPaymentStopped(payment="dp1"), "2024-09-01"),
    )
    assert unmet(record, "2024-09-02") == [
        ("hygiene", "2024-08-01/2024-09-02"),
        ("nutrition", "2024-05-01/2024-05-02"),
        ("nutrition", "2024-06-10/2024-06-12"),
        ("nutrition", "2024-09-01/2024-09-02"),
    ]


def test_a_service_that_is_no_longer_needed_leaves_what_another_one_meets() -> None:
    respite = service(service="s2", kind=ServiceKind.RESPITE)
    record = given(
        council.decides(agreed(), "2024-06-10"),
        council.tells(service(), "2024-06-10"),
        council.tells(respite, "2024-07-01"),
        council.tells(service_ended(ServiceEnd.NO_LONGER_NEEDED, service="s2"), "2024-07-15"),
        council.tells(service_ended(ServiceEnd.PROVIDER), "2024-08-01"),
        council.tells(NeedEnded(needs=("nutrition",)), "2024-08-03"),
    )
    assert unmet(record, "2024-08-10") == [
        ("hygiene", "2024-08-01/2024-08-10"),
        ("nutrition", "2024-08-01/2024-08-02"),
    ]


def test_nothing_is_owed_to_a_carer_who_no_longer_cares() -> None:
    def ended(carer: str) -> Said:
        return council.tells(CaringEnded(carer=carer, assessment="a9"), "2024-07-01")

    record = given(council.decides(carers_agreed(plan="c1", carer="anna", needs=(MEALS,)), "2024-06-01"))
    assert unmet(record.when(ended("anna")), "2024-09-01") == [("nutrition", "2024-06-01/2024-06-30")]
    assert unmet(record.when(ended("ben")), "2024-09-01") == [("nutrition", "2024-06-01/2024-09-01")]


def test_a_hospital_meets_the_needs_of_its_patients_until_the_day_they_leave() -> None:
    record = given(
        hospital.tells(PatientAdmitted(admission="h1"), "2024-06-01"),
        council.decides(agreed(needs=(MEALS,)), "2024-06-10"),
        hospital.tells(PatientDischarged(admission="h1"), "2024-06-20"),
        council.tells(service(), "2024-06-22"),
        hospital.tells(PatientAdmitted(admission="h2"), "2024-06-25"),
        hospital.tells(PatientDischarged(admission="h2"), "2024-06-25"),
    )
    assert unmet(record, "2024-12-01") == [("nutrition", "2024-06-20/2024-06-21")]


def test_a_payment_that_was_suspended_meets_needs_again_once_it_goes_on() -> None:
    paid = PlannedPayment(needs=("nutrition",), amount=Decimal(120), every_weeks=4)
    record = given(
        council.decides(agreed(needs=(MEALS,), payments=(paid,)), "2024-06-10"),
        council.tells(DirectPaymentStarted(payment="d1"), "2024-06-10"),
        council.tells(DirectPaymentStopped(payment="d1", suspended=True), "2024-07-01"),
        council.tells(DirectPaymentResumed(payment="d1"), "2024-07-08"),
    )
    assert unmet(record, "2024-12-01") == [("nutrition", "2024-07-01/2024-07-07")]


def test_what_is_declined_ended_not_ours_or_after_a_death_is_not_unmet() -> None:
    start = given(council.decides(agreed(), "2024-06-17"), council.tells(service(), "2024-06-17"))
    declined = start.when(person.tells(service_ended(ServiceEnd.PERSON_DECLINED), "2024-07-01"))
    assert unmet(declined, "2024-07-31") == []
    offered = declined.when(council.decides(agreed(plan="p2"), "2024-07-20"))
    assert unmet(offered, "2024-07-31")[0] == ("hygiene", "2024-07-20/2024-07-31")
    bare = given(council.tells(NeedsAccepted(needs=("nutrition", "hygiene")), "2024-06-01"))
    ended = bare.when(council.tells(NeedEnded(needs=("hygiene",)), "2024-06-11"))
    dead = ended.when(council.tells(PersonDied(), "2024-06-21"))
    assert unmet(dead, "2024-07-31") == [
        ("hygiene", "2024-06-01/2024-06-10"),
        ("nutrition", "2024-06-01/2024-06-20"),
    ]
    nhs = not_meeting(NotMeetingGround.NHS, needs=("nutrition",))
    theirs = bare.when(council.records(nhs, "2024-06-05"))
    assert ("nutrition", "2024-06-01/2024-06-04") in unmet(theirs, "2024-07-31")
    cost = not_meeting(NotMeetingGround.COST, needs=("nutrition",))
    assert ("nutrition", "2024-06-01/2024-07-31") in unmet(bare.when(council.records(cost, "2024-06-05")), "2024-07-31")


def test_a_plan_that_says_nothing_of_a_need_does_not_end_it_unless_needs_were_found_anew() -> None:
    record = given(council.decides(agreed(determination=None), "2024-06-01"))
    silent = record.when(council.decides(agreed(plan="p2", needs=(MEALS,)), "2024-07-01"))
    assert ("hygiene", "2024-06-01/2024-07-02") in unmet(silent, "2024-07-02")
    anew = given(council.records(determined(determination="n2"), "2024-06-20"), council.decides(agreed(), "2024-06-01"))
    found = anew.when(council.decides(agreed(plan="p2", determination="n2", needs=(MEALS,)), "2024-07-01"))
    assert ("hygiene", "2024-06-01/2024-06-30") in unmet(found, "2024-07-02")
