"""NHS continuing healthcare: signs, checklist, team and tool, the NHS body's decision and its clocks."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.assessment.events import HealthcareReferralMade
from swp_domain.continuing_healthcare.eligibility_rules import (
    a_fast_track_tool_counts,
    a_fast_track_tool_makes_eligible,
    a_late_decision_says_why,
    a_primary_health_need_makes_eligible,
    a_recommendation_is_looked_at_beside_its_levels,
    eligibility_is_decided_on_the_tool,
    needs_are_put_at_levels_of_the_tool,
    the_council_is_consulted,
    the_decision_is_told_in_full,
    the_recommendation_is_followed,
    the_team_is_of_two_disciplines,
)
from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ChecklistOutcomeTold,
    ConsiderationEnded,
    DecisionToolCompleted,
    FastTrackReceived,
    HealthcareDecisionTold,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareReviewed,
    HealthcareSignsNoted,
    NotificationReceived,
    RecommendationSentBack,
    TeamMember,
)
from swp_domain.continuing_healthcare.screening_rules import (
    the_outcome_is_what_the_columns_come_to,
    the_outcome_of_screening_is_told_in_writing,
    the_tool_is_the_national_checklist,
    whoever_is_screened_agreed,
)
from swp_domain.continuing_healthcare.vocabulary import (
    ChecklistOutcome,
    Consent,
    ConsiderationEnd,
    DelayReason,
    HealthcareOutcome,
    Profession,
)
from swp_domain.duty import DutyStanding
from swp_domain.law.finding import Outcome
from swp_domain.law.healthcare_framework import VERSIONS, version_on
from swp_domain.law.healthcare_framework.checklist import (
    CHECKLIST,
    ColumnsFacts,
    Domain,
    threshold_reached,
    threshold_reached_2012,
)
from swp_domain.law.healthcare_framework.decision_tool import LEVELS, Level, LevelsFacts
from swp_domain.law.standing_rules_2012.reg21_primary_health_need import PrimaryNeedFacts
from swp_domain.refusal import Unlawful
from tests.cast import council, hospital
from tests.healthcare_papers import (
    DYING,
    ELIGIBLE,
    NOT_ELIGIBLE,
    NOT_TOLD,
    NURSE_AND_SOCIAL_WORKER,
    checklist,
    columns,
    fast_track,
    fast_track_received,
    found,
    funding_ended,
    levels,
    nhs,
    received,
    signs,
    told_in_writing,
    tool,
)
from tests.papers import completed
from tests.telling import breaks, day, given, keeps

CONSIDER = "have it considered whether somebody needs continuing healthcare"
DECIDE = "decide on continuing healthcare"
ANSWER = "answer the recommendation on continuing healthcare"
CARE_ON_FAST_TRACK = "put fast track care in place"
FIRST_REVIEW = "review continuing healthcare for the first time"
YEARLY = "review continuing healthcare"
BREATHING, SKIN, MOBILITY, COGNITION = Domain.BREATHING, Domain.SKIN, Domain.MOBILITY, Domain.COGNITION
NUTRITION, CONTINENCE, COMMUNICATION = Domain.NUTRITION, Domain.CONTINENCE, Domain.COMMUNICATION


# Signs


def test_signs_of_a_primary_health_need_are_followed_up_and_a_referral_of_the_assessment_does_it() -> None:
    record = given(council.tells(signs(assessment="a1"), "2024-05-01"))
    record.owes(CONSIDER, "h1", as_at="2024-05-15", last_day="2024-05-15")
    record.owes(CONSIDER, as_at="2024-05-16", standing=DutyStanding.LATE, late_since="2024-05-16")
    for consideration in ("h1", None):
        made = HealthcareReferralMade(assessment="a1", consideration=consideration)
        record.when(council.tells(made, "2024-05-10")).owes(CONSIDER, as_at="2024-06-01", standing=DutyStanding.MET)
    other = HealthcareReferralMade(assessment="a1", consideration="h2")
    record.when(council.tells(other, "2024-05-10")).owes(CONSIDER, as_at="2024-05-10")


def test_a_referral_from_an_assessment_begins_a_consideration() -> None:
    record = given(council.records(completed(), "2024-05-01"))
    made = HealthcareReferralMade(assessment="a1", consideration="h1")
    referred = record.when(council.tells(made, "2024-05-10")).then(HealthcareReferralMade).flags()
    referred.when(nhs.tells(received(), "2024-05-12")).flags()


def test_new_signs_after_a_decision_are_followed_up_anew() -> None:
    record = given(
        council.tells(signs(), "2023-05-01"),
        hospital.tells(checklist(), "2023-05-01"),
        council.tells(signs(), "2024-05-01"),
    )
    first, second = record.duties(CONSIDER, as_at="2024-06-01")
    assert (first.met_on, second.met_on) == (date(2023, 5, 1), None)


def test_what_is_no_longer_considered_is_not_owed() -> None:
    ended = ConsiderationEnded(consideration="h1", why=ConsiderationEnd.REFUSED)
    record = given(council.tells(signs(), "2024-05-01"), nhs.tells(received(), "2024-05-02"))
    after = record.when(council.tells(ended, "2024-05-10")).then(ConsiderationEnded)
    after.owes(DECIDE, as_at="2024-07-01", standing=DutyStanding.ENDED)


# Checklist


@pytest.mark.parametrize(
    ("chosen", "reached"),
    [
        (columns(), False),
        (columns(a=(SKIN,)), False),
        (columns(a=(SKIN, MOBILITY)), True),
        (columns(b=(SKIN, MOBILITY, COGNITION, NUTRITION)), False),
        (columns(b=(SKIN, MOBILITY, COGNITION, NUTRITION, CONTINENCE)), True),
        (columns(a=(SKIN,), b=(MOBILITY, COGNITION, NUTRITION)), False),
        (columns(a=(SKIN,), b=(MOBILITY, COGNITION, NUTRITION, CONTINENCE)), True),
        *((columns(a=(one,)), True) for one in CHECKLIST if Level.PRIORITY in LEVELS[one]),
        *((columns(a=(one,)), False) for one in CHECKLIST if Level.PRIORITY not in LEVELS[one]),
        (columns(b=(BREATHING,)), False),
        (columns(untold=(SKIN,)), False),
        (columns(untold=(BREATHING,)), None),
        (columns(a=(SKIN,), untold=(MOBILITY,)), None),
        (columns(b=(SKIN, MOBILITY, COGNITION, NUTRITION), untold=(CONTINENCE,)), None),
        (columns(b=(MOBILITY, COGNITION, NUTRITION), untold=(CONTINENCE,)), False),
        (columns(b=(MOBILITY, COGNITION, NUTRITION), untold=(CONTINENCE, SKIN)), None),
        (columns(a=(SKIN, MOBILITY), untold=(BREATHING,)), True),
        (columns(a=(Domain.NUTRITION, Domain.CONTINENCE, Domain.SKIN)), True),
        (ColumnsFacts(), None),
    ],
)
def test_the_threshold_of_the_checklist(chosen: ColumnsFacts, reached: bool | None) -> None:
    for rule, on in ((threshold_reached, date(2024, 5, 1)), (threshold_reached_2012, date(2015, 5, 1))):
        finding = rule(chosen, on=on)
        assert finding.outcome is {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.CANNOT_TELL}[reached]
    assert "memory" in threshold_reached_2012.provision.confidence
    assert "memory" not in threshold_reached.provision.confidence


@keeps(the_outcome_is_what_the_columns_come_to)
def test_a_checklist_is_put_down_with_its_columns_and_what_they_come_to() -> None:
    given().when(hospital.tells(checklist(columns=columns(a=(BREATHING,))), "2024-05-01")).then(
        ChecklistCompleted
    ).flags().finds("NHS CHC National Framework, checklist: met on 1 May 2024.")
    negative = checklist(ChecklistOutcome.NEGATIVE, columns=columns())
    given().when(hospital.tells(negative, "2018-09-30")).flags().concludes("CHC-20", Outcome.NOT_MET)
    untold = checklist(ChecklistOutcome.NEGATIVE, columns=columns(untold=(BREATHING,)))
    given().when(hospital.tells(untold, "2024-05-01")).flags()
    given().when(hospital.tells(checklist(columns=columns()), "2012-05-01")).flags()
    given().when(hospital.tells(checklist(), "2024-05-01")).flags().concludes("CHC-20")


@breaks(the_outcome_is_what_the_columns_come_to)
def test_an_outcome_against_the_columns_is_looked_at_unless_judgement_is_explained() -> None:
    over = checklist(ChecklistOutcome.NEGATIVE, columns=columns(a=(BREATHING,)))
    under = checklist(columns=columns(a=(SKIN,)))
    for event, says in ((over, "outcome is negative"), (under, "outcome is positive")):
        then = given().when(hospital.tells(event, "2024-05-01")).flags("CHC-20").breaches()
        assert [one.contradiction for one in then.findings if one.contradiction] == [says]
        explained = event.model_copy(update={"by_judgement": "Needs are about to rise."})
        given().when(hospital.tells(explained, "2024-05-01")).flags()


@breaks(the_tool_is_the_national_checklist)
@keeps(the_tool_is_the_national_checklist)
def test_screening_is_with_the_national_checklist() -> None:
    given().when(hospital.tells(checklist(national_checklist=False), "2024-05-01")).breaches("CHC-01")
    for told in (True, None):
        given().when(hospital.tells(checklist(national_checklist=told), "2024-05-01")).breaches().flags()
    given().when(hospital.tells(checklist(national_checklist=False), "2013-03-31")).breaches()


@breaks(whoever_is_screened_agreed)
@keeps(whoever_is_screened_agreed)
def test_screening_is_agreed_to_or_in_the_persons_best_interests() -> None:
    for consent, flags in (
        (Consent.GIVEN, []),
        (Consent.BEST_INTERESTS, []),
        (None, []),
        (Consent.REFUSED, ["CHC-11"]),
        (Consent.NOT_ASKED, ["CHC-11"]),
    ):
        given().when(hospital.tells(checklist(consent=consent), "2024-05-01")).flags(*flags).breaches()
    given().when(hospital.tells(checklist(consent=Consent.REFUSED), "2013-03-31")).flags()


@breaks(the_outcome_of_screening_is_told_in_writing)
@keeps(the_outcome_of_screening_is_told_in_writing)
def test_the_outcome_of_screening_is_told_in_writing() -> None:
    record = given(hospital.tells(checklist(), "2024-05-01"))
    for told, breaches in ((True, []), (None, []), (False, ["CHC-01"])):
        event = ChecklistOutcomeTold(consideration="h1", in_writing=told)
        record.when(nhs.tells(event, "2024-05-03")).then(ChecklistOutcomeTold).breaches(*breaches)


# The 28 days


@pytest.mark.parametrize(
    ("on", "last", "late"),
    [
        ("2013-04-01", "2013-04-29", "2013-04-30"),
        ("2020-02-18", "2020-03-17", "2020-03-18"),
        # The 28th day is the one before the pause.
        ("2020-02-19", "2020-03-18", "2020-03-19"),
        # It would have been the first of the pause: it is the first after it.
        ("2020-02-20", "2020-09-01", "2020-09-02"),
        ("2020-03-01", "2020-09-11", "2020-09-12"),
        ("2020-03-18", "2020-09-28", "2020-09-29"),
        ("2020-03-19", "2020-09-28", "2020-09-29"),
        ("2020-06-15", "2020-09-28", "2020-09-29"),
        ("2020-08-31", "2020-09-28", "2020-09-29"),
        ("2020-09-01", "2020-09-29", "2020-09-30"),
        ("2024-02-10", "2024-03-09", "2024-03-10"),
    ],
)
@keeps(a_late_decision_says_why)
def test_the_nhs_body_decides_within_28_days_which_stood_still_in_the_pause(on: str, last: str, late: str) -> None:
    record = given(nhs.tells(received(), on))
    record.owes(DECIDE, "h1", as_at=last, last_day=last)
    record.owes(DECIDE, as_at=late, standing=DutyStanding.LATE, late_since=late)
    in_time = record.when(nhs.decides(found(), last)).then(HealthcareEligibilityDecided).flags().breaches()
    in_time.owes(DECIDE, as_at=late, standing=DutyStanding.MET)
    too_late = record.when(nhs.decides(found(), late)).flags("CHC-23").breaches()
    too_late.owes(DECIDE, as_at=late, standing=DutyStanding.MET_LATE, late_since=late)


def test_before_the_regulations_nothing_is_counted() -> None:
    given(nhs.tells(received(), "2013-03-31")).owes_no_duty_to(DECIDE, as_at="2014-01-01")
    given(nhs.tells(received(), "2013-03-31")).when(nhs.decides(found(), "2014-01-01")).flags()


@breaks(a_late_decision_says_why)
def test_a_late_decision_says_why() -> None:
    record = given(nhs.tells(received(), "2024-05-01"))
    record.when(nhs.decides(found(), "2024-05-30")).flags("CHC-23").finds(
        "NHS CHC National Framework, reasons for delay: not met on 30 May 2024; not shown: (1) in time, or a reason is "
        "recorded; but the time ended on 29 May 2024, and delay says nothing."
    )
    record.when(nhs.decides(found(delay=DelayReason.EVIDENCE_AWAITED), "2024-05-30")).flags()


@pytest.mark.parametrize(
    ("on", "last", "late"),
    [
        ("2024-05-01", "2024-05-03", "2024-05-04"),
        ("2024-05-02", "2024-05-07", "2024-05-08"),
        ("2024-12-24", "2024-12-30", "2024-12-31"),
    ],
)
def test_a_recommendation_is_answered_within_two_working_days(on: str, last: str, late: str) -> None:
    record = given(nhs.tells(tool(), on))
    record.owes(ANSWER, as_at=last, last_day=last)
    record.owes(ANSWER, as_at=late, standing=DutyStanding.LATE, late_since=late)
    sent = record.when(nhs.tells(RecommendationSentBack(consideration="h1"), on)).then(RecommendationSentBack)
    sent.owes(ANSWER, as_at=late, standing=DutyStanding.MET)


# The team and its tool


@pytest.mark.parametrize(
    ("team", "lawful"),
    [
        (NURSE_AND_SOCIAL_WORKER, True),
        ((Profession.NURSE, Profession.DOCTOR), True),
        ((Profession.NURSE, Profession.OTHER_HEALTHCARE), True),
        ((Profession.OTHER_HEALTHCARE, Profession.OTHER_HEALTHCARE), None),
        ((Profession.NURSE, Profession.NURSE), False),
        ((Profession.NURSE,), False),
        ((Profession.OTHER_HEALTHCARE,), False),
        ((Profession.NURSE, Profession.SOCIAL_WORKER), None),
        ((Profession.NURSE, Profession.OTHER), None),
        ((Profession.NURSE, Profession.OCCUPATIONAL_THERAPIST), True),
        ((Profession.SOCIAL_WORKER, Profession.SOCIAL_WORKER), False),
        ((), None),
    ],
)
@breaks(the_team_is_of_two_disciplines)
@keeps(the_team_is_of_two_disciplines)
def test_a_team_is_of_two_health_professions_or_of_one_and_who_assesses_care(
    team: tuple[Profession | TeamMember, ...], lawful: bool | None
) -> None:
    members = tuple(one if isinstance(one, TeamMember) else TeamMember(profession=one) for one in team)
    then = given().when(nhs.tells(tool(team=members), "2024-05-01")).then(DecisionToolCompleted)
    then.breaches(*(["CHC-03"] if lawful is False else [])).flags()
    outcome = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.CANNOT_TELL}[lawful]
    then.concludes("CHC-03", outcome)
    # The regulations ask for no social worker by name.
    given().when(nhs.tells(tool(team=(TeamMember(profession=Profession.NURSE),)), "2024-05-01")).breaches("CHC-03")
    given().when(nhs.tells(tool(), "2024-05-01")).breaches()
    given().when(nhs.tells(tool(team=members), "2013-03-31")).breaches()


def test_a_social_worker_who_does_not_assess_care_makes_no_team() -> None:
    team = (TeamMember(profession=Profession.NURSE), TeamMember(profession=Profession.OTHER, assesses_care=False))
    given().when(nhs.tells(tool(team=team), "2024-05-01")).breaches("CHC-03")


@pytest.mark.parametrize("domain", Domain)
@pytest.mark.parametrize("level", Level)
@breaks(needs_are_put_at_levels_of_the_tool)
@keeps(needs_are_put_at_levels_of_the_tool)
def test_every_domain_has_the_levels_that_the_tool_gives_it(domain: Domain, level: Level) -> None:
    given().when(nhs.tells(tool(levels=levels(continence=Level.PRIORITY)), "2024-05-01")).flags("CHC-21")
    severe = {
        Domain.BREATHING, Domain.NUTRITION, Domain.SKIN, Domain.MOBILITY, Domain.COGNITION, Domain.BEHAVIOUR,
        Domain.DRUG_THERAPIES, Domain.OTHER,
    }  # fmt: skip
    priority = {Domain.BREATHING, Domain.BEHAVIOUR, Domain.DRUG_THERAPIES, Domain.ALTERED_STATES}
    offered = {Level.SEVERE: domain in severe, Level.PRIORITY: domain in priority}.get(level, True)
    chosen = levels(**{domain.name.lower(): level})
    for on in ("2015-05-01", "2024-05-01"):
        given().when(nhs.tells(tool(levels=chosen), on)).flags(*([] if offered else ["CHC-21"])).breaches()
    given().when(nhs.tells(tool(levels=chosen), "2013-03-31")).flags()


def test_a_domain_without_a_level_is_named() -> None:
    told = levels().model_copy(update={"skin": None, "mobility": None})
    then = given().when(nhs.tells(tool(levels=told), "2024-05-01")).flags("CHC-21")
    assert any("no level is told for skin, mobility" in str(one) for one in then.findings)
    given().when(nhs.tells(tool(levels=LevelsFacts()), "2024-05-01")).flags()


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (levels(breathing=Level.PRIORITY), True),
        (levels(skin=Level.SEVERE, mobility=Level.SEVERE), True),
        (levels(skin=Level.SEVERE), False),
        (levels(Level.HIGH), False),
        (levels(None, skin=Level.SEVERE), None),
        (levels(skin=Level.SEVERE).model_copy(update={"nutrition": None}), None),
        (levels().model_copy(update={"nutrition": None}), False),
        (levels().model_copy(update={"altered_states": None}), None),
        # Three that could all be severe: more than the two that would be enough.
        (levels().model_copy(update={"nutrition": None, "skin": None, "mobility": None}), None),
    ],
)
@breaks(a_recommendation_is_looked_at_beside_its_levels)
@keeps(a_recommendation_is_looked_at_beside_its_levels)
def test_levels_point_and_never_decide(chosen: LevelsFacts, points: bool | None) -> None:
    yes = given().when(nhs.tells(tool(levels=chosen), "2024-05-01"))
    outcome = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.CANNOT_TELL}[points]
    yes.concludes("CHC-22", outcome, Outcome.CANNOT_TELL)
    no = given().when(nhs.tells(tool(NOT_ELIGIBLE, levels=chosen), "2024-05-01")).then(DecisionToolCompleted)
    flags = [one for one in no.findings if one.rule == "CHC-22" and one.contradiction]
    assert bool(flags) is (points is True)
    no.breaches()
    given().when(nhs.tells(tool(NOT_ELIGIBLE, levels=levels(breathing=Level.PRIORITY)), "2024-05-01")).flags("CHC-22")


def test_a_team_that_finds_a_primary_health_need_and_recommends_no_is_looked_at() -> None:
    for need, flags in (
        (PrimaryNeedFacts(more_than_incidental=True), ["CHC-22"]),
        (PrimaryNeedFacts(beyond_what_a_council_provides=True), ["CHC-22"]),
        (PrimaryNeedFacts(more_than_incidental=False, beyond_what_a_council_provides=False), []),
        (PrimaryNeedFacts(more_than_incidental=False), []),
    ):
        given().when(nhs.tells(tool(NOT_ELIGIBLE, need=need), "2024-05-01")).flags(*flags)
        given().when(nhs.tells(tool(need=need), "2024-05-01")).flags()
    given().when(nhs.tells(tool(NOT_ELIGIBLE, need=need), "2013-03-31")).flags()


# The decision


@breaks(a_primary_health_need_makes_eligible)
@keeps(a_primary_health_need_makes_eligible)
def test_somebody_with_a_primary_health_need_who_is_found_not_eligible_is_a_breach_of_the_nhs_body() -> None:
    then = given().when(nhs.decides(found(NOT_ELIGIBLE, primary_health_need=True), "2024-05-01"))
    then.then(HealthcareEligibilityDecided).breaches("CHC-03").purported(False)
    assert then.entry.breaches[0].body == "Northmere ICB"
    assert then.entry.conduct is None
    for outcome, need in (
        (ELIGIBLE, True),
        (ELIGIBLE, None),
        (NOT_TOLD, True),
        (NOT_ELIGIBLE, False),
        (NOT_ELIGIBLE, None),
    ):
        given().when(nhs.decides(found(outcome, primary_health_need=need), "2024-05-01")).breaches().flags()
    given().when(nhs.decides(found(NOT_ELIGIBLE, primary_health_need=True), "2013-03-31")).breaches()


def test_what_was_decided_is_decided_again_and_counts() -> None:
    first = given(
        nhs.tells(received(), "2024-04-20"),
        nhs.tells(tool(NOT_ELIGIBLE), "2024-05-01"),
        nhs.decides(found(NOT_ELIGIBLE), "2024-05-02"),
    )
    better = first.when(nhs.tells(tool(), "2024-09-01")).then(DecisionToolCompleted).flags()
    again = better.when(nhs.decides(found(), "2024-09-02")).then(HealthcareEligibilityDecided).breaches().flags()
    assert again.entry.counts
    assert again.file().continuing_healthcare.named("h1").outcome is ELIGIBLE  # type: ignore[attr-defined]


def test_eligibility_is_not_the_councils_to_decide() -> None:
    given().when(council.decides(found(), "2024-05-01")).refused(Unlawful)


@breaks(eligibility_is_decided_on_the_tool)
@keeps(eligibility_is_decided_on_the_tool)
def test_eligibility_is_decided_on_a_tool_from_an_assessment_that_is_up_to_date() -> None:
    given().when(nhs.decides(found(tool_used=False), "2024-05-01")).breaches("CHC-03")
    given().when(nhs.decides(found(), "2024-05-01")).breaches().flags().concludes(
        "CHC-03", Outcome.CANNOT_TELL, Outcome.MET
    )
    for fresh, breaches in ((True, []), (None, []), (False, ["CHC-03"])):
        record = given(nhs.tells(tool(assessment_up_to_date=fresh), "2024-05-01"))
        record.when(nhs.decides(found(), "2024-05-02")).breaches(*breaches)
    for told in (fast_track(), fast_track_received()):
        given(nhs.tells(told, "2024-05-01")).when(nhs.decides(found(tool_used=False), "2024-05-01")).breaches()
    given().when(nhs.decides(found(tool_used=False), "2013-03-31")).breaches()


@breaks(the_recommendation_is_followed)
@keeps(the_recommendation_is_followed)
def test_a_recommendation_is_followed_save_for_exceptional_reasons() -> None:
    record = given(nhs.tells(tool(), "2024-05-01"))
    record.when(nhs.decides(found(), "2024-05-02")).breaches().flags()
    departs = record.when(nhs.decides(found(NOT_ELIGIBLE, exceptional_reasons=False), "2024-05-02"))
    departs.breaches("CHC-02").purported(False)
    assert departs.entry.breaches[0].force.value == "framework"
    record.when(nhs.decides(found(NOT_ELIGIBLE, exceptional_reasons=True), "2024-05-02")).breaches().flags()
    # Where it is not told whether there are reasons, somebody asks, and nothing is held against the NHS body.
    record.when(nhs.decides(found(NOT_ELIGIBLE), "2024-05-02")).breaches().flags("CHC-02")
    record.when(nhs.decides(found(NOT_TOLD), "2024-05-02")).breaches().flags()
    given(nhs.tells(tool(NOT_TOLD), "2024-05-01")).when(nhs.decides(found(), "2024-05-02")).breaches().flags()
    given(nhs.tells(tool(None), "2024-05-01")).when(nhs.decides(found(NOT_ELIGIBLE), "2024-05-02")).flags()
    given(nhs.tells(tool(), "2013-03-30")).when(nhs.decides(found(NOT_ELIGIBLE), "2013-03-31")).flags()


@breaks(the_council_is_consulted)
@keeps(the_council_is_consulted)
@pytest.mark.parametrize("event", [HealthcareEligibilityDecided, HealthcareFundingEnded])
def test_the_council_is_consulted_before_a_decision_and_before_an_end(event: type) -> None:
    make = found if event is HealthcareEligibilityDecided else funding_ended
    for told, breaches in ((True, []), (None, []), (False, ["CHC-08"])):
        given().when(nhs.decides(make(council_consulted=told), "2024-05-01")).then(event).breaches(*breaches)
    given().when(nhs.decides(make(council_consulted=False), "2013-03-31")).breaches()


FAST_TRACKED = (hospital.tells(fast_track(), "2024-05-01"), nhs.tells(fast_track_received(), "2024-05-01"))


@keeps(the_council_is_consulted)
def test_whoever_is_found_eligible_on_receipt_of_a_fast_track_tool_waits_for_nobody() -> None:
    """Reg 21(8)-(9): the decision is made on receipt. Any other decision on the fast track asks the council."""
    on_fast_track = given(*FAST_TRACKED)
    on_fast_track.when(nhs.decides(found(council_consulted=False), "2024-05-01")).breaches()
    on_fast_track.when(nhs.decides(found(NOT_ELIGIBLE, council_consulted=False), "2024-05-01")).breaches(
        "CHC-04", "CHC-08"
    )
    later = given(*FAST_TRACKED, nhs.decides(found(), "2024-05-01"))
    later.when(nhs.decides(found(council_consulted=False), "2024-09-01")).breaches("CHC-08")


@breaks(the_decision_is_told_in_full)
@keeps(the_decision_is_told_in_full)
@pytest.mark.parametrize("outcome", HealthcareOutcome)
def test_a_decision_is_told_in_writing_with_reasons_and_the_way_to_a_review(outcome: HealthcareOutcome) -> None:
    record = given(nhs.decides(found(outcome), "2024-05-01"))
    record.when(nhs.tells(told_in_writing(), "2024-05-03")).then(HealthcareDecisionTold).breaches().flags()
    for left_out in ("in_writing", "reasons_given"):
        record.when(nhs.tells(told_in_writing(**{left_out: False}), "2024-05-03")).breaches("CHC-05")
        record.when(nhs.tells(told_in_writing(**{left_out: None}), "2024-05-03")).breaches().flags()
    no_route = record.when(nhs.tells(told_in_writing(review_route_told=False), "2024-05-03"))
    no_route.breaches(*(["CHC-05"] if outcome is NOT_ELIGIBLE else []))
    given().when(nhs.tells(told_in_writing(review_route_told=False), "2024-05-03")).breaches()
    given().when(nhs.tells(told_in_writing(in_writing=False), "2013-03-31")).breaches()


# Fast track


@breaks(a_fast_track_tool_makes_eligible)
@keeps(a_fast_track_tool_makes_eligible)
def test_a_completed_fast_track_tool_is_not_refused() -> None:
    record = given(hospital.tells(fast_track(), "2024-05-01"), nhs.tells(fast_track_received(), "2024-05-01"))
    record.when(nhs.decides(found(), "2024-05-01")).then(HealthcareEligibilityDecided).breaches()
    refused = record.when(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01")).breaches("CHC-04")
    # It was refused, which is the breach: nothing is decided on receipt any more.
    refused.owes("find somebody on the fast track eligible", as_at="2024-06-01", standing=DutyStanding.ENDED)
    again = refused.when(nhs.tells(fast_track_received(), "2024-05-20"))
    stands = [one.standing(day("2024-06-01")) for one in again.duties("find somebody on the fast track eligible")]
    assert stands == [DutyStanding.ENDED, DutyStanding.OWED]
    for absent, breaches in ((False, []), (None, [])):
        other = DYING.model_copy(update={"nurse_or_doctor": absent})
        given(hospital.tells(fast_track(other), "2024-05-01"), nhs.tells(fast_track_received(), "2024-05-01")).when(
            nhs.decides(found(NOT_ELIGIBLE), "2024-05-02")
        ).breaches(*breaches)
    given(hospital.tells(fast_track(), "2024-05-01")).when(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01")).breaches()
    given(hospital.tells(fast_track(), "2013-03-30"), nhs.tells(fast_track_received(), "2013-03-30")).when(
        nhs.decides(found(NOT_ELIGIBLE), "2013-03-31")
    ).breaches()


@breaks(a_fast_track_tool_counts)
@keeps(a_fast_track_tool_counts)
def test_a_fast_track_tool_of_somebody_who_does_not_treat_the_person_is_looked_at() -> None:
    for field in type(DYING).model_fields:
        for told, flags in ((False, ["CHC-04"]), (None, []), (True, [])):
            tool_ = fast_track(DYING.model_copy(update={field: told}))
            record = given(hospital.tells(tool_, "2024-05-01"))
            record.when(nhs.tells(fast_track_received(), "2024-05-01")).then(FastTrackReceived).flags(*flags)


@pytest.mark.parametrize(("on", "last", "late"), [("2024-05-03", "2024-05-05", "2024-05-06")])
def test_care_on_the_fast_track_is_in_place_within_two_days(on: str, last: str, late: str) -> None:
    record = given(nhs.tells(fast_track_received(), on))
    record.owes(CARE_ON_FAST_TRACK, as_at=last, last_day=last)
    record.owes(CARE_ON_FAST_TRACK, as_at=late, standing=DutyStanding.LATE, late_since=late)
    no = record.when(nhs.decides(found(NOT_ELIGIBLE), on))
    no.owes(CARE_ON_FAST_TRACK, as_at=late, standing=DutyStanding.ENDED)
    record.when(nhs.decides(found(), on)).owes(CARE_ON_FAST_TRACK, as_at=late, standing=DutyStanding.LATE)


# Reviews of the package


@pytest.mark.parametrize(
    ("on", "first", "late", "reviewed", "next_year", "late_then"),
    [
        ("2024-05-01", "2024-08-01", "2024-08-02", "2024-08-01", "2025-08-01", "2025-08-02"),
        ("2023-11-30", "2024-02-29", "2024-03-01", "2024-02-29", "2025-02-28", "2025-03-01"),
        # Reviews stood still from 19 March to 31 August 2020: 166 days.
        ("2020-01-01", "2020-09-14", "2020-09-15", "2020-03-18", "2021-08-31", "2021-09-01"),
    ],
)
def test_a_package_is_reviewed_after_three_months_and_then_every_year(
    on: str, first: str, late: str, reviewed: str, next_year: str, late_then: str
) -> None:
    record = given(nhs.decides(found(), on))
    record.owes(FIRST_REVIEW, as_at=first, last_day=first)
    record.owes(FIRST_REVIEW, as_at=late, standing=DutyStanding.LATE, late_since=late)
    after = record.when(nhs.tells(HealthcareReviewed(consideration="h1"), reviewed)).then(HealthcareReviewed)
    after.owes(FIRST_REVIEW, as_at=late, standing=DutyStanding.MET)
    after.owes(YEARLY, as_at=next_year, last_day=next_year)
    after.owes(YEARLY, as_at=late_then, standing=DutyStanding.LATE, late_since=late_then)
    ended = after.when(nhs.decides(funding_ended(), next_year)).then(HealthcareFundingEnded)
    ended.owes(YEARLY, as_at=late_then, standing=DutyStanding.ENDED)
    no_longer = record.when(nhs.decides(found(NOT_ELIGIBLE), reviewed))
    no_longer.owes(FIRST_REVIEW, as_at=late, standing=DutyStanding.ENDED)
    nor_then = after.when(nhs.decides(found(NOT_ELIGIBLE), next_year))
    nor_then.owes(YEARLY, as_at=late_then, standing=DutyStanding.ENDED)
    record.when(nhs.decides(found(NOT_TOLD), reviewed)).owes(FIRST_REVIEW, as_at=late, standing=DutyStanding.LATE)


def test_nobody_reviews_a_package_that_there_is_not() -> None:
    given(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01")).owes_no_duty_to(FIRST_REVIEW, as_at="2025-05-01")


# How it stands


def test_a_consideration_is_kept_by_its_name_with_its_days() -> None:
    file = given(
        council.tells(HealthcareSignsNoted(consideration="h1"), "2024-04-01"),
        hospital.tells(checklist(), "2024-05-01"),
        nhs.tells(NotificationReceived(consideration="h1"), "2024-05-02"),
        nhs.tells(tool(), "2024-05-20"),
        nhs.decides(found(), "2024-05-21"),
        nhs.tells(told_in_writing(), "2024-05-22"),
    ).file()
    one = file.continuing_healthcare.named("h1")  # type: ignore[attr-defined]
    days = (one.signs_on, one.checklist_on, one.received_on, one.tool_on, one.decided_on, one.told_on)
    assert [str(day) for day in days] == [
        "2024-04-01", "2024-05-01", "2024-05-02", "2024-05-20", "2024-05-21", "2024-05-22",
    ]  # fmt: skip
    assert one.funded
    assert file.continuing_healthcare.funded  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("on", "title"),
    [
        ("2007-09-30", None), ("2007-10-01", "2007"), ("2009-09-30", "2007"), ("2009-10-01", "2009"),
        ("2013-03-31", "2009"), ("2013-04-01", "2012"), ("2018-09-30", "2012"), ("2018-10-01", "2018"),
        ("2022-06-30", "2018"), ("2022-07-01", "2022"),
    ],
)  # fmt: skip
def test_each_day_has_its_issue_of_the_framework(on: str, title: str | None) -> None:
    assert version_on(date.fromisoformat(on)) == title
    assert VERSIONS[-1].days.last is None
