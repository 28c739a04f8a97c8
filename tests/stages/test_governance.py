"""How a practice is held to account: one person is named, the council hears of it, reviews and reports come round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest

from swp_domain.duty import DutyStanding
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    ContractReviewed,
    CouncilToldOfAccountablePerson,
    OutOfHoursArranged,
    PartnershipEnded,
    PartnershipMade,
    PracticeConstituted,
)
from swp_domain.governance.partnership import a_pooled_fund_has_a_manager, an_agreement_deals_with_every_head
from swp_domain.governance.rules import (
    a_professional_practice_is_its_social_workers,
    nobody_else_is_named,
    the_council_is_told_of_whom_is_named,
    two_at_once_is_a_breach,
    who_is_named_is_on_the_staff,
    whoever_stands_down_was_named,
)
from swp_domain.governance.state import GovernanceState
from swp_domain.governance.vocabulary import AgreementHead, PracticeForm, Reported
from swp_domain.law.dates import Period
from swp_domain.law.finding import Force, Outcome
from swp_domain.practice.events import ContractEnded
from swp_domain.practice_file import Practice
from swp_domain.refusal import Unlawful
from tests.cast import DELEGATE, PILOT, administrator, contract, council, practice
from tests.governance_papers import (
    appointed,
    exercise_report,
    nhs_body,
    partnership,
    pool_report,
    stood_down,
    told_of,
)
from tests.telling import PRACTICE, Given, Record, Said, breaks, day, given, keeps

NAMED = "have a named accountable person"
TOLD = "tell the council who is accountable"
REVIEW = "review the contract each year"
POOL_QUARTER, POOL_YEAR = "report on the pooled fund each quarter", "make the annual return of the pooled fund"
NHS_QUARTER = "report each quarter on the council's functions"
NHS_YEAR = "report each year on the council's functions"
LATE, MET = DutyStanding.LATE, DutyStanding.MET
ADA, BEN = appointed("ada"), appointed("ben")


def governance(record: Record, as_at: str | None = None) -> GovernanceState:
    file = record.file(PRACTICE, as_at=as_at)
    assert isinstance(file, Practice)
    return file.governance


def contracted(*more: Said, on: str = "2012-05-01") -> Given:
    return given(contract(on), *more)


# One named person


@keeps(nobody_else_is_named)
@breaks(nobody_else_is_named)
def test_nobody_is_appointed_while_another_is_named() -> None:
    record = contracted(practice.decides(ADA, "2012-05-01"))
    (
        record.when(practice.decides(BEN, "2012-06-01"))
        .refused(Unlawful)
        .in_these_words(
            "GOV-01: Social work practices for adults: questions and answers (Department of Health, 2010), "
            "question 15: not met on 1 June 2012; "
            "not shown: (15) nobody else is the named accountable person that day; "
            "but ada is named that day. Record accountable-person-stood-down first, for the same day."
        )
    )
    handed_over = record.when(administrator.tells(stood_down("ada"), "2012-06-01")).then(AccountablePersonStoodDown)
    handed_over.when(practice.decides(BEN, "2012-06-01")).then(AccountablePersonAppointed).breaches()


@keeps(two_at_once_is_a_breach)
@breaks(two_at_once_is_a_breach)
def test_an_appointment_beside_another_that_was_made_is_recorded_and_marked() -> None:
    record = contracted(practice.decides(ADA, "2012-05-01"))
    both = record.when(practice.records(BEN, "2012-06-01")).then(AccountablePersonAppointed).breaches("GOV-01")
    both.purported(False)
    assert governance(both, "2012-05-31").accountable_on(day("2012-05-31")) == ("ada",)
    assert governance(both).accountable_on(day("2012-06-01")) == ("ada", "ben")
    record.when(practice.records(ADA, "2012-06-01")).then(AccountablePersonAppointed).breaches()


def test_a_correction_is_no_decision_that_is_taken_now() -> None:
    record = contracted(
        practice.decides(ADA, "2012-05-01"),
        administrator.tells(stood_down("ada"), "2012-06-01"),
        practice.tells(BEN, "2012-06-01", entry="ben"),
    )
    mended = record.when(practice.corrects("ben", BEN, "2012-05-20", recorded="2012-07-01"))
    mended.then(AccountablePersonAppointed).breaches("GOV-01").purported(False)


def test_before_the_programme_nobody_had_to_be_named() -> None:
    record = given(contract("2010-12-31"), practice.decides(ADA, "2010-12-31"))
    record.owes_no_duty_to(NAMED, as_at="2011-06-01")
    record.when(practice.decides(BEN, "2010-12-31")).then(AccountablePersonAppointed).breaches()
    given(contract("2011-01-01")).owes(NAMED, as_at="2011-01-02", standing=LATE)


@pytest.mark.parametrize(
    ("made", "named", "standing", "late_since"),
    [
        ("2012-02-28", "2012-02-28", MET, None),
        ("2012-02-28", "2012-02-29", DutyStanding.MET_LATE, "2012-02-29"),
        ("2012-02-29", "2012-03-01", DutyStanding.MET_LATE, "2012-03-01"),
        ("2013-02-28", "2013-02-28", MET, None),
        ("2013-02-28", "2013-03-01", DutyStanding.MET_LATE, "2013-03-01"),
    ],
)
def test_somebody_is_named_on_the_day_of_the_contract_or_it_is_late(
    made: str, named: str, standing: DutyStanding, late_since: str | None
) -> None:
    record = contracted(practice.decides(ADA, named), on=made)
    record.owes(NAMED, as_at="2014-01-01", last_day=made, standing=standing, late_since=late_since)


def test_a_contract_without_a_named_person_is_late_from_the_next_day_on() -> None:
    record = contracted()
    record.owes(NAMED, as_at="2012-05-01", last_day="2012-05-01")
    record.owes(NAMED, as_at="2012-05-02", standing=LATE, late_since="2012-05-02")


_HANDOVER: dict[str, Callable[[str], Said]] = {
    "ada": lambda on: practice.records(ADA, "2012-05-01", recorded=on),
    "ada down": lambda on: administrator.tells(stood_down("ada"), "2012-06-01", recorded=on),
    "ben": lambda on: practice.records(BEN, "2012-06-01", recorded=on),
}


@pytest.mark.parametrize("order", list(permutations(("ada", "ada down", "ben"))), ids=", ".join)
def test_a_handover_on_one_day_leaves_no_gap_whatever_is_recorded_first(order: tuple[str, ...]) -> None:
    record = contracted(*(_HANDOVER[one](f"2013-01-0{number}") for number, one in enumerate(order, 1)))
    state = governance(record)
    for on, named in (("2012-05-01", ("ada",)), ("2012-05-31", ("ada",)), ("2012-06-01", ("ben",))):
        assert state.accountable_on(day(on)) == named
    assert state.days_without([Period(date(2012, 5, 1), None)], as_at=day("2012-12-31")) == []
    assert [one.standing(day("2013-02-01")) for one in record.duties(NAMED)] == [MET, MET]


@pytest.mark.parametrize("order", list(permutations(("ada", "ada down", "ben"))), ids=", ".join)
def test_a_gap_is_late_from_the_first_day_after_and_its_days_are_counted_in_every_order(
    order: tuple[str, ...],
) -> None:
    told: dict[str, Callable[[str], Said]] = {
        **_HANDOVER,
        "ada down": lambda on: administrator.tells(stood_down("ada"), "2012-05-28", recorded=on),
    }
    record = contracted(*(told[one](f"2013-01-0{number}") for number, one in enumerate(order, 1)))
    without = governance(record).days_without([Period(date(2012, 5, 1), None)], as_at=day("2012-12-31"))
    assert without == [Period(date(2012, 5, 28), date(2012, 5, 31))]
    _, second = record.duties(NAMED)
    assert (second.opened_on, second.met_on) == (day("2012-05-28"), day("2012-06-01"))
    assert second.late_since(day("2013-02-01")) == day("2012-05-29")


def test_somebody_who_stands_down_and_is_appointed_again_that_day_never_ceased_to_be_named() -> None:
    for again in ((stood_down("ada"), ADA), (ADA, stood_down("ada"))):
        record = contracted(
            practice.decides(ADA, "2012-05-01"), *(practice.records(one, "2012-06-01") for one in again)
        )
        assert governance(record).spells("ada") == (Period(date(2012, 5, 1), None),)


def test_somebody_who_comes_back_has_two_spells() -> None:
    record = contracted(
        practice.decides(ADA, "2012-05-01"),
        administrator.tells(stood_down("ada"), "2012-06-01"),
        practice.decides(ADA, "2012-09-01"),
        practice.decides(ADA, "2012-10-01"),
    )
    assert governance(record).spells("ada") == (
        Period(date(2012, 5, 1), date(2012, 5, 31)),
        Period(date(2012, 9, 1), None),
    )


@keeps(whoever_stands_down_was_named)
@breaks(whoever_stands_down_was_named)
def test_whoever_stands_down_was_named_and_who_was_named_beside_them_is_said() -> None:
    record = given(PILOT, practice.decides(ADA, "2012-05-01"), practice.records(BEN, "2012-05-10"))
    silent = record.when(administrator.tells(stood_down("ada"), "2012-06-01")).flags("GOV-01")
    assert silent.duties(NAMED)[-1].standing(day("2012-06-02")) is LATE
    told = record.when(administrator.tells(stood_down("ada", instead="ben"), "2012-06-01")).flags()
    told.owes(NAMED, as_at="2012-06-02", standing=DutyStanding.MET_LATE)
    record.when(administrator.tells(stood_down("ada", instead="cy"), "2012-06-01")).flags("GOV-01")
    record.when(administrator.tells(stood_down("cy", instead="ben"), "2012-06-01")).flags("GOV-01")


def test_a_contract_that_ended_needs_nobody() -> None:
    record = contracted(administrator.records(ContractEnded(returned_to="Northmere Council"), "2012-05-02"))
    record.owes(NAMED, as_at="2012-06-01", standing=DutyStanding.ENDED_LATE, late_since="2012-05-02")


@keeps(who_is_named_is_on_the_staff)
@breaks(who_is_named_is_on_the_staff)
def test_who_is_named_is_on_the_staff() -> None:
    record = given(DELEGATE)
    record.when(practice.decides(appointed("practice-worker"), "2016-05-01")).flags()
    record.when(practice.decides(ADA, "2016-05-01")).then(AccountablePersonAppointed).flags("GOV-STAFF")
    told = record.when(practice.decides(appointed("practice-worker"), "2016-05-01"))
    told.when(practice.tells(told_of("ada"), "2016-05-01")).flags("GOV-02", "GOV-STAFF")


# The council is told


@keeps(the_council_is_told_of_whom_is_named)
@breaks(the_council_is_told_of_whom_is_named)
def test_the_council_is_told_of_whom_is_named_that_day() -> None:
    record = contracted(practice.decides(appointed("practice-worker"), "2012-05-01"))
    record.when(practice.tells(told_of("practice-worker"), "2012-05-02")).concludes("GOV-02", Outcome.MET)
    record.when(practice.tells(told_of("ada"), "2012-05-02")).concludes("GOV-02", Outcome.NOT_MET)
    record.when(practice.tells(told_of(""), "2012-05-02")).concludes("GOV-02", Outcome.NOT_MET)
    empty = record.when(administrator.tells(stood_down("practice-worker"), "2012-05-03"))
    empty.when(practice.tells(told_of(""), "2012-05-03")).concludes("GOV-02", Outcome.MET)


@pytest.mark.parametrize(
    ("named", "last", "late"),
    [
        ("2012-02-27", "2012-03-05", "2012-03-06"),  # over a leap day
        ("2013-02-25", "2013-03-04", "2013-03-05"),
        ("2012-04-04", "2012-04-13", "2012-04-14"),  # over Good Friday and Easter Monday
        ("2012-05-31", "2012-06-11", "2012-06-12"),  # over the two bank holidays of the jubilee
        ("2012-12-24", "2013-01-03", "2013-01-04"),  # over Christmas and New Year
    ],
)
def test_the_council_is_told_within_five_working_days(named: str, last: str, late: str) -> None:
    record = contracted(practice.decides(ADA, named), on=named)
    record.owes(TOLD, as_at=named, last_day=last)
    record.owes(TOLD, as_at=last)
    record.owes(TOLD, as_at=late, standing=LATE, late_since=late)
    told = record.when(practice.tells(told_of(), last)).then(CouncilToldOfAccountablePerson)
    told.owes(TOLD, as_at=late, standing=MET)


def test_a_council_that_was_told_on_the_day_is_owed_nothing_more_in_either_order() -> None:
    said = (practice.records(ADA, "2012-05-01"), practice.tells(told_of(), "2012-05-01"))
    for order in (said, said[::-1]):
        contracted(*order).owes(TOLD, as_at="2012-06-01", standing=MET)


# The contract is reviewed


@pytest.mark.parametrize(
    ("made", "last", "late"),
    [
        ("2012-02-28", "2013-02-28", "2013-03-01"),
        ("2012-02-29", "2013-02-28", "2013-03-01"),
        ("2012-03-01", "2013-03-01", "2013-03-02"),
        ("2015-02-28", "2016-02-28", "2016-02-29"),
        ("2015-03-01", "2016-03-01", "2016-03-02"),
    ],
)
def test_the_contract_is_reviewed_within_twelve_months_and_again_after_each_review(
    made: str, last: str, late: str
) -> None:
    record = given(contract(made))
    record.owes(REVIEW, as_at=last, last_day=last)
    record.owes(REVIEW, as_at=late, standing=LATE, late_since=late)
    again = given(contract("2011-05-01"), council.tells(ContractReviewed(), made)).duties(REVIEW)
    assert [str(one.last_day) for one in again] == ["2012-05-01", last]


def test_a_review_late_by_a_day_stays_late_and_begins_the_next_year() -> None:
    record = given(contract("2012-05-01"), council.tells(ContractReviewed(), "2013-05-02"))
    first, second = record.duties(REVIEW)
    assert (first.standing(day("2014-01-01")), second.last_day) == (DutyStanding.MET_LATE, day("2014-05-02"))
    assert governance(record).reviewed_on == day("2013-05-02")
    ended = record.when(administrator.records(ContractEnded(returned_to="Northmere Council"), "2013-09-01"))
    assert ended.duties(REVIEW)[-1].standing(day("2015-01-01")) is DutyStanding.ENDED


# A professional practice


@keeps(a_professional_practice_is_its_social_workers)
@breaks(a_professional_practice_is_its_social_workers)
def test_a_professional_practice_is_owned_and_controlled_by_its_social_workers() -> None:
    for owned, controlled, outcome in (
        (51, 51, Outcome.MET),
        (50, 51, Outcome.NOT_MET),
        (51, 50, Outcome.NOT_MET),
        (100, None, Outcome.CANNOT_TELL),
        (0, None, Outcome.NOT_MET),
    ):
        event = PracticeConstituted(
            form=PracticeForm.COMMUNITY_INTEREST_COMPANY,
            owned_by_social_workers=owned,
            controlled_by_social_workers=controlled,
        )
        quiet = given(PILOT).when(administrator.tells(event, "2012-05-02")).flags()
        quiet.concludes("GOV-15", outcome)
        assert governance(quiet).constituted == event
        called = event.model_copy(update={"called_professional": True})
        flags = () if outcome is Outcome.MET else ("GOV-15",)
        given(PILOT).when(administrator.tells(called, "2012-05-02")).flags(*flags)


def test_before_the_programme_nothing_made_a_practice_professional() -> None:
    event = PracticeConstituted(form=PracticeForm.CHARITY, called_professional=True)
    given().when(administrator.tells(event, "2010-12-31")).then(PracticeConstituted).concludes("GOV-15")


# Partnerships


@keeps(an_agreement_deals_with_every_head)
@breaks(an_agreement_deals_with_every_head)
@pytest.mark.parametrize("head", list(AgreementHead))
def test_a_partnership_takes_effect_with_every_head_in_its_writing(head: AgreementHead) -> None:
    without = tuple(one for one in AgreementHead if one is not head)
    record = contracted()
    record.when(council.decides(partnership(), "2012-05-02")).then(PartnershipMade).breaches()
    for told in ({"functions_to_nhs_body": False}, {"pooled_fund": False}):
        asked = record.when(council.decides(partnership(heads=without, **told), "2012-05-02"))
        if head is AgreementHead.HOST and "pooled_fund" in told:
            asked.then(PartnershipMade)
        else:
            asked.refused(Unlawful, "GOV-12: SI 2000/617, reg ", "heads lacks a head")
    neither = partnership(heads=(), pooled_fund=False, functions_to_nhs_body=False)
    record.when(council.decides(neither, "2012-05-02")).then(PartnershipMade)
    recorded = record.when(council.records(partnership(heads=without), "2012-05-02")).purported()
    assert governance(recorded).partnerships == {}


def test_the_heads_of_a_pooled_fund_are_asked_for_from_the_day_of_the_regulations() -> None:
    record = given()
    record.when(council.decides(partnership(heads=()), "2000-03-31")).then(PartnershipMade)
    record.when(council.decides(partnership(heads=()), "2000-04-01")).refused(Unlawful, "GOV-12")


@keeps(a_pooled_fund_has_a_manager)
@breaks(a_pooled_fund_has_a_manager)
def test_a_pooled_fund_has_a_host_and_a_manager() -> None:
    record = given(PILOT)
    record.when(council.decides(partnership(), "2012-05-02")).flags()
    record.when(council.decides(partnership(pool_manager=""), "2012-05-02")).flags("GOV-10")
    record.when(council.decides(partnership(host=""), "2012-05-02")).flags("GOV-10")
    record.when(council.decides(partnership(host="", pooled_fund=False), "2012-05-02")).flags()


@pytest.mark.parametrize(
    ("made", "quarter", "year"),
    [
        ("2012-04-01", "2012-07-01", "2013-04-01"),
        ("2011-11-30", "2012-02-29", "2012-11-30"),
        ("2012-11-30", "2013-02-28", "2013-11-30"),
        ("2012-02-29", "2012-05-29", "2013-02-28"),
    ],
)
def test_reports_of_a_partnership_are_owed_each_quarter_and_each_year(made: str, quarter: str, year: str) -> None:
    record = given(contract("2011-08-01"), council.decides(partnership(), made))
    for name, last in ((POOL_QUARTER, quarter), (NHS_QUARTER, quarter), (POOL_YEAR, year), (NHS_YEAR, year)):
        record.owes(name, "s75", as_at=last, last_day=last)
        late = str(date.fromordinal(day(last).toordinal() + 1))
        record.owes(name, "s75", as_at=late, standing=LATE, late_since=late)


@pytest.mark.parametrize(
    ("up_to", "quarter", "year"),
    [
        ("2012-06-30", "2012-10-01", "2013-07-01"),
        ("2012-09-30", "2013-01-01", "2013-10-01"),
        ("2012-12-31", "2013-04-01", "2014-01-01"),
        ("2016-02-28", "2016-05-29", "2017-02-28"),
        ("2016-02-29", "2016-06-01", "2017-03-01"),
        ("2015-02-28", "2015-06-01", "2016-03-01"),
    ],
)
def test_the_next_report_is_owed_after_the_period_that_follows_what_the_last_one_covered(
    up_to: str, quarter: str, year: str
) -> None:
    for name, report, covers, last in (
        (POOL_QUARTER, pool_report, Reported.QUARTER, quarter),
        (POOL_YEAR, pool_report, Reported.YEAR, year),
        (NHS_QUARTER, exercise_report, Reported.QUARTER, quarter),
        (NHS_YEAR, exercise_report, Reported.YEAR, year),
    ):
        record = given(
            council.records(partnership(), "2011-09-01"), nhs_body.tells(report(up_to, covers), "2016-03-01")
        )
        first, following = record.duties(name, "s75")
        for one in (first, following):
            assert one.governing.force is Force.REGULATIONS, "the regulations ask for it"
            assert one.governing.limit_force is Force.LOCAL, "and name no day"
        assert following.last_day == max(day(last), day("2016-03-01")), name


def test_of_two_reports_on_one_day_the_one_that_reaches_furthest_says_when_the_next_is_owed() -> None:
    both = (pool_report("2012-06-30"), pool_report("2012-09-30"))
    for order in (both, both[::-1]):
        record = given(
            council.decides(partnership(), "2012-04-01"), *(nhs_body.tells(one, "2012-10-05") for one in order)
        )
        assert record.duties(POOL_QUARTER, "s75")[-1].last_day == day("2013-01-01")
        reported = governance(record).partnerships["s75"].reported
        assert reported == {("governance/pool-reported", "quarter"): day("2012-09-30")}


def test_a_quarterly_report_is_no_annual_return_and_a_pool_report_none_of_the_nhs_body() -> None:
    record = given(
        council.decides(partnership(), "2012-04-01"), nhs_body.tells(pool_report("2012-06-30"), "2012-06-30")
    )
    assert [one.met_on for one in record.duties(POOL_QUARTER)] == [day("2012-06-30"), None]
    for name in (POOL_YEAR, NHS_QUARTER, NHS_YEAR):
        assert record.duty(name).met_on is None


def test_without_a_pool_or_functions_that_went_over_nobody_reports() -> None:
    neither = partnership(pooled_fund=False, functions_to_nhs_body=False)
    record = given(council.decides(neither, "2012-04-01"))
    for name in (POOL_QUARTER, POOL_YEAR, NHS_QUARTER, NHS_YEAR):
        record.owes_no_duty_to(name, as_at="2014-01-01")
    only_pool = given(council.decides(partnership(functions_to_nhs_body=False), "2012-04-01"))
    only_pool.owes_no_duty_to(NHS_QUARTER, as_at="2014-01-01").owes(POOL_QUARTER, as_at="2014-01-01", standing=LATE)


def test_a_partnership_that_ended_owes_no_more_reports() -> None:
    record = given(
        council.decides(partnership(), "2012-04-01"),
        council.tells(PartnershipEnded(partnership="s75"), "2012-06-30"),
    )
    for name in (POOL_QUARTER, POOL_YEAR, NHS_QUARTER, NHS_YEAR):
        record.owes(name, "s75", as_at="2014-01-01", standing=DutyStanding.ENDED)
    kept = governance(record).partnerships["s75"]
    assert (kept.from_day, kept.ended_on) == (day("2012-04-01"), day("2012-06-30"))


def test_a_report_that_covers_what_is_not_encoded_is_held_and_says_nothing_of_the_next() -> None:
    for up_to in ("1999-12-31", "9999-12-31"):
        record = given(council.decides(partnership(), "2012-04-01"), nhs_body.tells(pool_report(up_to), "2012-06-30"))
        assert record.duties(POOL_QUARTER)[-1].last_day is None


# Out of hours


def test_who_answers_out_of_hours_is_known_of_any_day() -> None:
    record = contracted(
        administrator.tells(OutOfHoursArranged(provider="Northmere Emergency Duty Team"), "2012-05-01"),
        administrator.tells(OutOfHoursArranged(), "2013-04-01"),
    )
    assert governance(record, "2012-04-30").out_of_hours is None
    assert governance(record, "2012-05-01").out_of_hours == "Northmere Emergency Duty Team"
    assert governance(record, "2013-04-01").out_of_hours == ""
