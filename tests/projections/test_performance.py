"""A commissioner's report: what each cell counts, that parts make wholes, and what a correction moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import pytest

from swp_domain.assessment.vocabulary import Support
from swp_domain.case.events import CaseAllocated, CaseHandedOver, ComplexityChanged, PersonDied
from swp_domain.case.vocabulary import Complexity
from swp_domain.contact.events import ContactPassedOn
from swp_domain.contact.vocabulary import ContactOutcome
from swp_domain.court.vocabulary import ApplicationKind
from swp_domain.direct_payments.events import DirectPaymentStarted
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.event import EntryRetracted
from swp_domain.identity.events import CasesMerged, CasesUnmerged
from swp_domain.law.care_act_2014.s9_assessment import Appearance
from swp_domain.law.dates import Period
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.party import Pathway, Whose
from swp_domain.planning.events import ServiceEnded, ServiceResumed, ServiceStarted, ServiceSuspended
from swp_domain.planning.vocabulary import ServiceKind, Suspension, Unit
from swp_domain.referral.vocabulary import TriageOutcome
from swp_domain.review.vocabulary import ReviewOutcome
from swp_projections.performance import NO_TEAM, Cell, Performance, PerformanceRow, Table
from swp_projections.performance_identities import mismatches
from swp_projections.performance_later import came_into_services_later
from swp_projections.performance_measures import MEASURES
from swp_projections.performance_shares import SHARES
from tests.cast import DELEGATE, PILOT, advice_officer, council, hospital, person, practice, threshold
from tests.papers import (
    NO_NEEDS,
    application,
    banded,
    carers_completed,
    closed,
    completed,
    concern,
    contact,
    decided,
    determined,
    enquiry,
    referral,
    request,
    resolved,
    triaged,
)
from tests.review_papers import carers_reviewed, reviewed
from tests.telling import CASE, Given, Said, given

MAY, JUNE = Period(date(2024, 5, 1), date(2024, 5, 31)), Period(date(2024, 6, 1), date(2024, 6, 30))


def rows(record: Given | Sequence[Said], **when: Any) -> list[PerformanceRow]:
    """The rows of everything on record."""
    told = record if isinstance(record, Given) else given(*DELEGATE, *record)
    return [row for file, entries in told.streams.items() for row in Performance().of(file, entries, **when)]


def cell(told: Sequence[Said], measure: str, period: Period = MAY, team: str | None = None, **when: Any) -> Cell:
    return Table(rows(told, **when)).cell(measure, period, team)


def counts(told: Sequence[Said], period: Period = MAY, team: str | None = None, **when: Any) -> dict[str, int]:
    """Every measure that is not nought; and whatever is told, everything adds up."""
    table = Table(rows(told, **when))
    adds_up(table, period)
    found = {name: table.cell(name, period, team).count for name in MEASURES}
    return {name: count for name, count in found.items() if count}


def adds_up(table: Table, *periods: Period) -> None:
    for period in periods:
        found = mismatches(partial(count_of, table, period), (*table.teams, NO_TEAM))
        assert [str(one) for one in found] == []


def count_of(table: Table, period: Period, measure: str, team: str | None) -> int:
    return table.cell(measure, period, team).count


def asked_for(*which: str) -> tuple[Said, ...]:
    """Assessments asked for long before, by their names."""
    return tuple(person.tells(request(assessment=one), "2024-03-01") for one in which or ("a1",))


def passed(to: Pathway | None, **told: Any) -> ContactPassedOn:
    return ContactPassedOn(contact="c1", case="case/one", referral="r1", to=to, **told)


def allocated(team: str = "North", **told: Any) -> CaseAllocated:
    return CaseAllocated(team=team, worker="w1", **told)


# Calls


def test_a_call_counts_in_the_month_in_which_it_came_and_under_what_became_of_it() -> None:
    call = person.tells(contact(concerns_a_service_user=True), "2024-05-30", entry="came")
    ends = advice_officer.decides(resolved(), "2024-06-02", entry="ended")
    assert counts([call, ends]) == {
        "calls-in": 1, "calls-service-user": 1, "calls-resolved": 1, "advised": 1,
    }  # fmt: skip
    assert counts([call, ends], JUNE) == {"decisions": 1, "decisions-taken": 1}
    assert cell([call, ends], "calls-resolved").entries == ("came", "ended")
    assert counts([call, ends], as_at=date(2024, 5, 31)) == {"calls-in": 1, "calls-service-user": 1, "calls-untold": 1}


@pytest.mark.parametrize(
    ("to", "measure"),
    [
        (Pathway.TRIAGE, "calls-triage"),
        (Pathway.COMPLEX, "calls-complex"),
        (Pathway.SAFEGUARDING, "calls-safeguarding"),
        (Pathway.HEALTHCARE, "calls-elsewhere"),
        (None, "calls-elsewhere"),
    ],
)
def test_a_call_that_is_passed_on_counts_where_it_went(to: Pathway | None, measure: str) -> None:
    told = [person.tells(contact(), "2024-05-02"), council.tells(passed(to), "2024-05-02")]
    found = counts(told)
    assert found.pop("complex-total", 0) == (to is Pathway.COMPLEX)
    assert found == {"calls-in": 1, "calls-untold-about": 1, measure: 1}


@pytest.mark.parametrize(("known", "measure"), [(True, "service-user"), (False, "others"), (None, "untold-about")])
def test_whom_a_call_is_about_is_told_or_said_not_to_be(known: bool | None, measure: str) -> None:
    found = counts([person.tells(contact(concerns_a_service_user=known), "2024-05-02")])
    assert found == {"calls-in": 1, f"calls-{measure}": 1, "calls-untold": 1}


def test_a_call_that_ends_without_advice_is_resolved_and_not_advised() -> None:
    nothing = resolved(decision=decided(ContactOutcome.NO_FURTHER_ACTION))
    found = counts([person.tells(contact(), "2024-05-02"), advice_officer.decides(nothing, "2024-05-02")])
    assert found["calls-resolved"] == 1
    assert "advised" not in found


def test_a_call_whose_beginning_was_never_told_counts_from_the_first_that_was() -> None:
    assert counts([council.records(resolved(), "2024-05-02")])["calls-in"] == 1


# Duty triage

NEEDS = Appearance(appears_to_have_needs=True)
_SEEN = {True: NO_NEEDS, False: NEEDS}


@pytest.mark.parametrize(
    ("outcome", "measure"),
    [
        (TriageOutcome.RESOLVED, "triage-resolved"),
        (TriageOutcome.SIGNPOSTED, "triage-resolved"),
        (TriageOutcome.SHORT_TERM, "triage-case-worker"),
        (TriageOutcome.ASSESS, "triage-assess"),
        (TriageOutcome.ASSESS_CARER, "triage-assess"),
        (TriageOutcome.REASSESS, "triage-assess"),
        (TriageOutcome.COMPLEX, "triage-complex"),
        (TriageOutcome.SAFEGUARDING, "triage-safeguarding"),
    ],
)
def test_a_referral_counts_in_the_month_in_which_it_came_under_what_triage_made_of_it(
    outcome: TriageOutcome, measure: str
) -> None:
    made = triaged(
        outcome, assessment="a1" if outcome.names_an_assessment else None, appearance=_SEEN[outcome.ends_here]
    )
    told = [
        hospital.tells(referral(), "2024-05-31", entry="came"),
        practice.decides(made, "2024-06-03", entry="triaged"),
    ]
    assert cell(told, measure).entries == ("came", "triaged")
    assert counts(told, JUNE).get("triage-in", 0) == 0
    assert counts(told)["triage-in"] == 1
    assert cell(told, "triage-untold", as_at=date(2024, 5, 31)).entries == ("came",)


def test_a_triage_that_the_law_did_not_let_be_decided_decided_nothing() -> None:
    made = triaged(TriageOutcome.RESOLVED, appearance=NEEDS)
    told = [hospital.tells(referral(), "2024-05-02", entry="came"), practice.records(made, "2024-05-02")]
    assert cell(told, "triage-untold").entries == ("came",)
    assert cell(told, "below").count == 0


def test_a_referral_whose_coming_is_told_after_its_triage_is_one_referral() -> None:
    told = [
        practice.records(triaged(TriageOutcome.ASSESS), "2024-05-02", entry="triaged"),
        hospital.tells(referral(), "2024-05-03", entry="came"),
    ]
    assert cell(told, "triage-in").entries == ("triaged", "came")
    assert cell(told, "triage-assess").count == 1


def test_a_referral_straight_to_complex_teams_is_none_to_triage() -> None:
    told = [hospital.tells(referral(to=Pathway.COMPLEX), "2024-05-02")]
    assert counts(told) == {"direct-complex": 1, "complex-total": 1}
    called = [hospital.tells(referral(to=Pathway.COMPLEX, contact="c1"), "2024-05-02")]
    assert counts(called) == {}, "it is counted with the call"
    after = [*told, practice.decides(triaged(TriageOutcome.COMPLEX), "2024-05-03")]
    found = counts(after)
    assert (found["triage-in"], found["triage-complex"], found["complex-total"]) == (1, 1, 1)
    assert "direct-complex" not in found


# Work


def test_what_an_assessment_did_to_support_is_counted_and_so_is_that_it_was_not_told() -> None:
    told = [
        *asked_for("a1", "a2"),
        person.tells(request(assessment="a3", whose=Whose.CARER), "2024-03-01"),
        practice.decides(completed(assessment="a1", support=Support.DECREASE), "2024-05-02", entry="less"),
        practice.decides(completed(assessment="a2"), "2024-05-02", entry="untold"),
        practice.decides(carers_completed(assessment="a3", support=Support.INCREASE), "2024-05-02", entry="more"),
        practice.decides(reviewed(ReviewOutcome.ENDED), "2024-05-02", entry="over"),
        practice.decides(reviewed(ReviewOutcome.NOT_TOLD, review="v2"), "2024-05-02", entry="not told"),
        practice.decides(carers_reviewed(ReviewOutcome.UNCHANGED, review="v3"), "2024-05-02", entry="same"),
    ]
    table = Table(rows(told))
    adds_up(table, MAY)
    found = {end: table.cell(f"completed-{end}", MAY).entries for end in ("decrease", "unchanged", "increase", "ended")}
    assert found == {"decrease": ("less",), "unchanged": ("same",), "increase": ("more",), "ended": ("over",)}
    assert table.cell("completed-untold", MAY).entries == ("untold", "not told")
    assert table.cell("completed", MAY).count == 6


def test_an_assessment_that_is_told_twice_is_completed_once_and_came_to_what_was_told_last() -> None:
    told = [
        *asked_for(),
        practice.decides(completed(), "2024-05-30", entry="first"),
        practice.decides(completed(support=Support.UNCHANGED), "2024-06-02", entry="again"),
    ]
    assert cell(told, "completed-unchanged").entries == ("first", "again")
    assert cell(told, "completed", JUNE).count == 0


def test_short_term_work_is_what_was_done_while_the_case_was_in_that_pathway() -> None:
    told = [
        hospital.tells(referral(), "2024-05-01"),
        practice.decides(triaged(TriageOutcome.SHORT_TERM), "2024-05-01"),
        practice.decides(completed(support=Support.INCREASE), "2024-05-02", entry="at the door"),
        practice.tells(allocated("A3", pathway=Pathway.SHORT_TERM), "2024-05-03"),
        practice.tells(CaseHandedOver(team="A3", worker="w2"), "2024-05-04"),
        practice.decides(reviewed(), "2024-05-05", entry="the same team"),
        practice.tells(allocated("Hope"), "2024-05-06"),
        practice.decides(reviewed(review="v2"), "2024-05-07", entry="a team of no pathway that is told"),
    ]
    assert cell(told, "access-completed").entries == ("at the door", "the same team")
    assert cell(told, "completed", team="A3").entries == ("the same team",)
    assert cell(told, "completed", team="Hope").entries == ("a team of no pathway that is told",)
    assert cell(told, "completed", team=NO_TEAM).entries == ("at the door",)


def test_a_case_that_a_case_worker_passes_on_to_a_complex_team_counts_once_and_no_other_does() -> None:
    told = [
        practice.tells(allocated("A3", pathway=Pathway.SHORT_TERM), "2024-05-01"),
        practice.tells(CaseHandedOver(team="Hope", pathway=Pathway.COMPLEX), "2024-05-02", entry="on"),
        practice.tells(allocated("Lincs", pathway=Pathway.COMPLEX), "2024-05-03"),
    ]
    assert cell(told, "case-worker-complex").entries == ("on",)
    assert cell(told, "complex-total").entries == ("on",)
    assert cell(told[1:], "complex-total").count == 0


def test_a_referral_of_somebody_whom_a_complex_team_holds_makes_no_short_term_work_of_what_that_team_does() -> None:
    told = [
        practice.tells(allocated("Hope", pathway=Pathway.COMPLEX), "2024-05-01"),
        hospital.tells(referral(), "2024-05-02"),
        practice.decides(triaged(TriageOutcome.SHORT_TERM), "2024-05-02"),
        practice.decides(reviewed(), "2024-05-03", entry="the team's"),
        practice.decides(completed(), "2024-05-04", entry="started for a case worker"),
    ]
    assert cell(told, "access-completed").entries == ("started for a case worker",)
    assert cell(told, "completed", team="Hope").count == 2
    given_on = [*told[:4], practice.tells(allocated("Hope", pathway=Pathway.COMPLEX), "2024-05-03"), told[4]]
    assert cell(given_on, "access-completed").count == 0
    assert cell(given_on, "complex-total").count == 0, "it was theirs all along"


def test_what_triage_or_a_referral_sends_on_from_a_case_worker_is_passed_on_once() -> None:
    held = practice.tells(allocated("A3", pathway=Pathway.SHORT_TERM), "2024-05-01")
    taken = practice.tells(allocated("Hope", pathway=Pathway.COMPLEX), "2024-05-04", entry="taken")
    straight = [held, hospital.tells(referral(to=Pathway.COMPLEX), "2024-05-02", entry="straight"), taken]
    assert cell(straight, "complex-total").entries == ("straight",)
    came = hospital.tells(referral(), "2024-05-02", entry="came")
    by_triage = practice.decides(triaged(TriageOutcome.COMPLEX), "2024-05-03", entry="triaged")
    assert cell([held, came, by_triage, taken], "complex-total").entries == ("came", "triaged")
    assert cell([held, came, taken], "complex-total").entries == ("taken",)


def test_a_case_opened_again_is_in_no_pathway_before_that_is_told() -> None:
    told = [
        practice.tells(allocated("A3", pathway=Pathway.SHORT_TERM), "2024-05-01"),
        practice.decides(closed(), "2024-05-02"),
        practice.decides(reviewed(), "2024-05-03"),
    ]
    assert cell(told, "access-completed").count == 0
    assert cell(told, "completed").count == 1


# Who is held, at which level, and who gets anything


def _service(kind: ServiceKind = ServiceKind.HOME_CARE, which: str = "s1", **told: Any) -> ServiceStarted:
    return ServiceStarted(service=which, kind=kind, **told)


def test_adults_in_receipt_are_counted_by_the_team_of_the_day() -> None:
    told = [
        practice.tells(allocated("North", complexity=Complexity.LEVEL_2), "2024-05-01", entry="given"),
        practice.tells(_service(), "2024-05-10", entry="began"),
        practice.tells(allocated("South"), "2024-06-10", entry="given on"),
        practice.tells(ComplexityChanged(complexity=Complexity.LEVEL_3), "2024-06-30", entry="harder"),
        practice.tells(ServiceEnded(service="s1"), "2024-07-01"),
    ]
    assert cell(told, "in-receipt", MAY, "North").entries == ("given", "began")
    assert cell(told, "level-2", MAY).count == 1
    assert cell(told, "in-receipt", Period(date(2024, 5, 1), date(2024, 5, 9))).count == 0
    assert cell(told, "in-receipt", JUNE, "North").count == 0
    assert cell(told, "level-3", JUNE, "South").entries == ("given on", "harder", "began")
    july = Period(date(2024, 7, 1), date(2024, 7, 31))
    assert counts(told, july) == {"held": 1, "levelled": 1, "level-3": 1}
    assert cell(told, "in-receipt", july).count == 0
    assert cell(told, "in-receipt", JUNE, as_at=date(2024, 6, 5)).count == 1


def test_what_is_suspended_or_given_once_or_not_by_the_council_makes_nobody_in_receipt() -> None:
    began = practice.tells(_service(), "2024-05-01")
    away = practice.tells(ServiceSuspended(service="s1", why=Suspension.HOSPITAL), "2024-05-10")
    back = practice.tells(ServiceResumed(service="s1"), "2024-05-20")
    assert cell([began, away], "in-receipt").count == 0
    assert cell([began, away, back], "in-receipt").count == 1
    chair = practice.tells(_service(ServiceKind.EQUIPMENT, unit=Unit.ITEM), "2024-05-01")
    own = practice.tells(_service(commissioned=False), "2024-05-01")
    assert cell([chair], "in-receipt").count == cell([own], "in-receipt").count == 0
    paid = practice.tells(DirectPaymentStarted(payment="p1"), "2024-05-01", entry="paid")
    assert cell([paid], "in-receipt").entries == ("paid",)


def test_who_died_or_whose_case_was_closed_is_not_held_and_services_may_go_on_only_for_the_living() -> None:
    told = [practice.tells(allocated(), "2024-05-01"), practice.tells(_service(), "2024-05-02")]
    shut = [*told, practice.decides(closed(), "2024-05-10")]
    assert (cell(shut, "held").count, cell(shut, "in-receipt", team="North").count) == (0, 1)
    died = [*told, person.tells(PersonDied(), "2024-05-10")]
    assert (cell(died, "held").count, cell(died, "in-receipt").count) == (0, 0)


def test_a_case_without_a_team_is_held_by_nobody_and_one_without_a_level_says_so() -> None:
    assert counts([person.tells(request(), "2024-05-01")]) == {}
    assert counts([practice.tells(allocated(), "2024-05-01")]) == {"held": 1, "level-untold": 1}


def _in_two_files(*more: Said) -> list[Said]:
    merged = [CasesMerged(other=other, goes_on_in="case/two") for other in ("case/two", "case/one")]
    return [
        practice.tells(allocated("North"), "2024-05-01", entry="north"),
        practice.tells(_service(), "2024-05-02", entry="given in one"),
        practice.tells(allocated("South"), "2024-05-01", file="case/two", entry="south"),
        practice.tells(merged[0], "2024-06-10"),
        practice.tells(merged[1], "2024-06-10", file="case/two"),
        *more,
    ]


def test_one_adult_in_two_merged_files_is_one_adult_of_the_team_that_goes_on() -> None:
    told = _in_two_files()
    assert counts(told, JUNE, "North") == {}
    assert cell(told, "in-receipt", JUNE, "South").entries == ("south", "north", "given in one")
    assert cell(told, "held", JUNE).count == 1
    assert cell(told, "held", MAY).count == 1, "they were one adult all along, as is now known"
    assert cell(told, "held", MAY, as_at=date(2024, 5, 31)).count == 2
    parted = [CasesUnmerged(other=other) for other in ("case/two", "case/one")]
    again = _in_two_files(
        practice.tells(parted[0], "2024-06-20"), practice.tells(parted[1], "2024-06-20", file="case/two")
    )
    assert cell(again, "held", JUNE).count == 2


def test_files_that_each_say_that_work_goes_on_in_the_other_are_two_adults_until_that_is_put_right() -> None:
    told = [
        practice.tells(allocated("North"), "2024-05-01"),
        practice.tells(allocated("South"), "2024-05-01", file="case/two"),
        practice.tells(_service(), "2024-05-02"),
        practice.tells(_service(), "2024-05-02", file="case/two"),
        practice.tells(CasesMerged(other="case/two", goes_on_in="case/two"), "2024-05-03"),
        practice.tells(CasesMerged(other="case/one", goes_on_in="case/one"), "2024-05-03", file="case/two"),
    ]
    assert counts(told) == {"in-receipt": 2, "alternatives": 2}


# Outcomes, and how decisions came into the record


def test_outcomes_are_counted_each_for_itself() -> None:
    told = [
        practice.tells(_service(ServiceKind.NURSING, "s1"), "2024-05-02"),
        practice.tells(_service(ServiceKind.SHARED_LIVES, "s2"), "2024-05-02"),
        practice.tells(_service(ServiceKind.RESPITE, "s3"), "2024-05-02"),
        practice.tells(_service(ServiceKind.RESIDENTIAL, "s4", commissioned=False), "2024-05-02"),
        practice.tells(DirectPaymentStarted(payment="p1"), "2024-05-02"),
        person.tells(concern(), "2024-05-02"),
        council.tells(application(kind=ApplicationKind.WELFARE), "2024-05-02"),
        council.tells(application(application="x2", kind=ApplicationKind.COMMUNITY_DEPRIVATION), "2024-05-02"),
    ]
    found = counts(told)
    found.pop("in-receipt")
    assert found == {"care-homes": 1, "alternatives": 2, "concerns": 1, "court": 2, "court-liberty": 1}


def test_a_decision_entered_as_already_done_counts_for_the_team_that_had_the_case_then() -> None:
    told = [
        *asked_for("a1", "a2"),
        practice.tells(allocated("North"), "2024-05-01"),
        practice.tells(allocated("South"), "2024-06-01"),
        practice.records(completed(), "2024-05-20", recorded="2024-06-10", entry="typed in"),
        practice.decides(completed(assessment="a2"), "2024-06-05", entry="taken"),
        person.tells(concern(), "2024-06-02"),
        council.decides(enquiry(), "2024-06-06", entry="the council's"),
    ]
    assert cell(told, "decisions-recorded", MAY, "North").entries == ("typed in",)
    assert cell(told, "decisions-taken", JUNE, "South").entries == ("taken", "the council's")
    table = Table(rows(told))
    share = next(one for one in SHARES if one.name == "recorded-share")
    assert share.of(lambda measure, team: table.cell(measure, MAY, team).count) == 100
    assert share.of(lambda measure, team: table.cell(measure, JUNE, "North").count) is None, "of nothing, no per cent"


# Of those helped below the threshold, who came later


def helped(on: str, file: str = CASE, entry: str = "") -> Said:
    """A referral that ended at triage; how it came was never told."""
    return practice.records(triaged(TriageOutcome.RESOLVED, appearance=NO_NEEDS), on, file=file, entry=entry)


def test_who_was_helped_below_the_threshold_and_came_into_services_later() -> None:
    told = [
        helped("2024-05-02", file="case/later", entry="helped"),
        practice.tells(_service(), "2024-06-20", file="case/later", entry="came"),
        helped("2024-05-02", file="case/never"),
        practice.tells(_service(), "2024-05-01", file="case/before"),
        helped("2024-05-02", file="case/before"),
        practice.tells(allocated("South"), "2024-05-30", file="case/before"),
        helped("2024-06-02", file="case/another"),
    ]
    found = came_into_services_later(rows(told), MAY)
    assert sorted(found.helped) == ["case/later", "case/never"]
    assert found.later == {"case/later": (date(2024, 6, 20), ("came",))}
    assert str(found) == "Of 2 adults helped below the threshold, 1 came into services later"
    assert came_into_services_later(rows(told), MAY, date(2024, 6, 19)).later == {}


def test_who_was_helped_in_one_file_and_came_into_services_in_the_file_it_was_merged_into_is_seen() -> None:
    merged = CasesMerged(other="case/two", goes_on_in="case/two")
    told = [
        helped("2024-05-02"),
        practice.tells(_service(), "2024-06-20", file="case/two"),
        practice.tells(merged, "2024-06-21"),
    ]
    assert list(came_into_services_later(rows(told), MAY).later) == ["case/two"]
    assert came_into_services_later(rows(told[:2]), MAY).later == {}


def test_a_determination_of_no_eligible_needs_is_help_below_the_threshold_under_either_law() -> None:
    none = determined(needs=AdultNeeds(from_impairment_or_illness=False), decision=decided(Eligibility.NOT_ELIGIBLE))
    told = [*asked_for(), practice.decides(completed(), "2024-05-02"), practice.decides(none, "2024-05-03", entry="no")]
    assert cell(told, "below").entries == ("no",)
    yes = [*told[:2], practice.decides(determined(), "2024-05-03")]
    assert cell(yes, "below").count == 0
    assert came_into_services_later(rows(told), MAY).helped == {CASE: ("no",)}
    pilot = (
        *PILOT,
        threshold(Band.SUBSTANTIAL),
        person.tells(request(), "2012-05-01"),
        practice.decides(completed(), "2012-05-02"),
        practice.decides(banded(Band.LOW, decision=decided(Eligibility.NOT_ELIGIBLE)), "2012-06-01", entry="low"),
    )
    before = Period(date(2012, 6, 1), date(2012, 6, 30))
    assert Table(rows(given(*pilot))).cell("below", before).entries == ("low",)


# A correction


def test_a_correction_moves_exactly_its_cells() -> None:
    came, wrong = (
        hospital.tells(referral(), "2024-05-31"),
        practice.decides(triaged(TriageOutcome.SHORT_TERM), "2024-06-02", entry="wrong"),
    )
    record = given(*DELEGATE, came, wrong)
    before = counts_of(record)
    right = practice.corrects("wrong", triaged(TriageOutcome.COMPLEX), "2024-06-02", recorded="2024-06-20")
    after = record.when(right)
    moved = {"triage-case-worker": -1, "triage-complex": 1, "complex-total": 1}
    assert changed(before, counts_of(after)) == {(name, "2024-05"): by for name, by in moved.items()}
    assert counts_of(after, known_at=date(2024, 6, 19)) == before
    again = practice.tells(EntryRetracted(), "2024-06-21")
    taken_back = after.when(_about(again, after.entries[0].entry_id))
    assert counts_of(taken_back) == before


def _about(said: Said, what: str) -> Said:
    from dataclasses import replace

    return Said(replace(said.proposal, corrects=what, reason="It was right."), "2024-06-21")


def counts_of(record: Any, **when: Any) -> dict[tuple[str, str], int]:
    found = [row for file, told in record.streams.items() for row in Performance().of(file, told, **when)]
    table = Table(found)
    return {
        (name, str(period.first)[:7]): table.cell(name, period).count for name in MEASURES for period in (MAY, JUNE)
    }


def changed(before: dict[tuple[str, str], int], after: dict[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    return {key: after[key] - before[key] for key in before if after[key] != before[key]}


def test_a_correction_of_the_day_moves_it_to_another_month() -> None:
    record = given(*DELEGATE, *asked_for(), practice.decides(completed(), "2024-05-31", entry="wrong"))
    after = record.when(practice.corrects("wrong", completed(), "2024-06-01", recorded="2024-06-20"))
    found = changed(counts_of(record), counts_of(after))
    names = ("completed", "completed-untold", "decisions", "decisions-taken")
    assert found == {**{(one, "2024-05"): -1 for one in names}, **{(one, "2024-06"): 1 for one in names}}


def test_of_an_empty_file_and_of_a_practice_nothing_is_counted() -> None:
    assert list(Performance().fold(CASE, [])) == []
    assert rows(given(*DELEGATE)) == []


def test_what_stands_is_asked_of_a_day() -> None:
    with pytest.raises(ValueError, match="give the period its last one"):
        Table([]).cell("held", Period(date(2024, 5, 1), None))
    with pytest.raises(KeyError):
        Table([]).cell("compliance", MAY)
