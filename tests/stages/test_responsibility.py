"""Whose a case is on a day: derived from contract and cohort, for every case, so that one entry moves all of them."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind
from swp_domain.admission import standing_on
from swp_domain.belonging import Belonging
from swp_domain.law.function import Function
from swp_domain.practice.answerable import Answerable
from swp_domain.practice.events import (
    CohortAgreed,
    CohortTransferred,
    ContractEnded,
    ContractExtended,
    ContractMade,
    FunctionsDelegated,
    ScopeChanged,
    TerminationDecided,
)
from swp_domain.practice.rules import (
    a_cohort_moves_with_a_window_of_joint_responsibility,
    a_contract_is_ended_into_somebodys_hands,
    a_period_does_not_end_before_it_begins,
    from_the_end_of_a_contract_every_case_has_a_body,
    only_a_contract_in_force_is_ended_or_extended,
    who_transfers_is_known_beforehand,
)
from swp_domain.practice.vocabulary import Instrument, TerminationGround
from swp_domain.refusal import Unlawful
from swp_domain.responsibility.events import (
    CaseTakenBack,
    CohortRecorded,
    OutOfHoursHandedBack,
    OutOfHoursHandedOver,
    ResponsibilityMoved,
)
from swp_domain.responsibility.rules import (
    a_notice_says_what_the_contract_makes_of_the_day,
    only_who_belongs_to_it_moves_to_a_practice,
)
from swp_domain.responsibility.vocabulary import MoveGround, TakingBack
from tests.cast import COUNCIL, PRACTICE, administrator, contract, council, delegated, joined, practice
from tests.papers import decided
from tests.telling import Given, Said, breaks, day, given, keeps

S79 = Instrument.CARE_ACT_S79


def told(event: object, on: str) -> Said:
    return administrator.tells(event, on)  # type: ignore[arg-type]


def made(until: str | None = None, on: str = "2016-04-01") -> tuple[Said, ...]:
    last = date.fromisoformat(until) if until else None
    staff = (joined(one, on) for one in (council, practice, administrator))
    return told(ContractMade(council=COUNCIL, practice=PRACTICE, until=last), on), *staff


def cohort(*areas: str, on: str = "2016-04-01") -> Said:
    return told(CohortAgreed(cohort="c1", client_groups=("older people",), areas=areas), on)


def taken_on(on: str = "2016-05-01", joint_until: str | None = "2016-07-31") -> Said:
    until = date.fromisoformat(joint_until) if joint_until else None
    return told(CohortTransferred(cohort="c1", joint_until=until), on)


def of(*groups: str, area: str = "South") -> Said:
    return council.tells(CohortRecorded(client_groups=groups, area=area), "2016-01-01")


def whose(record: Given, on: str) -> Answerable:
    file = record.file(as_at=on)
    return standing_on(day(on), record.streams).answerable(file.belonging)


BEGUN = (*made(), cohort("South"), taken_on())
SERVED = (*BEGUN, of("older people"))


# Who is responsible


@pytest.mark.parametrize(
    ("on", "body", "jointly"),
    [
        ("2016-04-30", COUNCIL, ""),
        ("2016-05-01", PRACTICE, COUNCIL),
        ("2016-07-31", PRACTICE, COUNCIL),
        ("2016-08-01", PRACTICE, ""),
        ("2024-01-01", PRACTICE, ""),
    ],
)
def test_a_practice_is_responsible_for_a_cohort_from_the_day_it_took_it_on(on: str, body: str, jointly: str) -> None:
    found = whose(given(SERVED), on)
    assert (found.body, found.jointly_with, found.council) == (body, jointly, COUNCIL)
    assert found.kind is (BodyKind.PRACTICE if body == PRACTICE else BodyKind.COUNCIL)


def test_one_entry_ends_it_for_all_and_the_council_is_responsible_from_that_day() -> None:
    record = given(SERVED, told(ContractEnded(returned_to=COUNCIL), "2020-03-31"))
    assert whose(record, "2020-03-30").body == PRACTICE
    assert whose(record, "2020-03-31") == Answerable(
        COUNCIL, BodyKind.COUNCIL, COUNCIL, "the contract ended, and its cases went there"
    )


def test_a_contract_can_hand_its_cases_to_another_body_and_the_council_answers() -> None:
    found = whose(given(SERVED, told(ContractEnded(returned_to="Other Practice"), "2020-04-01")), "2020-04-01")
    assert (found.body, found.kind, found.council) == ("Other Practice", BodyKind.OTHER, COUNCIL)


@pytest.mark.parametrize("who", [of("physical disability"), of("older people", area="North"), of(area="South")])
def test_only_whom_a_practice_had_goes_where_its_cases_go(who: Said) -> None:
    record = given(BEGUN, who, told(ContractEnded(returned_to="Other Practice"), "2020-04-01"))
    assert [whose(record, on).body for on in ("2020-03-31", "2020-04-01")] == [COUNCIL, COUNCIL]


def test_who_was_moved_on_since_the_end_of_a_contract_is_where_their_file_says() -> None:
    gone = (*SERVED, told(ContractEnded(returned_to="Other Practice"), "2020-04-01"))
    on = council.tells(ResponsibilityMoved(from_body="Other Practice", to_body=COUNCIL), "2021-01-01")
    assert [whose(given(gone, on), day).body for day in ("2020-12-31", "2021-01-01")] == ["Other Practice", COUNCIL]
    for no_later in ("2019-01-01", "2020-04-01"):
        early = council.tells(ResponsibilityMoved(from_body=PRACTICE, to_body=COUNCIL), no_later)
        assert whose(given(gone, early), "2020-04-01").body == "Other Practice"


def test_a_contract_that_ran_out_leaves_its_cases_with_the_council() -> None:
    rest = SERVED[len(made()) :]
    record = given(made(until="2019-03-31"), rest)
    assert whose(record, "2019-03-31").body == PRACTICE
    assert whose(record, "2019-04-01").body == COUNCIL
    longer = given(made(until="2019-03-31"), rest, told(ContractExtended(until=date(2020, 3, 31)), "2019-03-01"))
    assert whose(longer, "2020-03-31").body == PRACTICE
    assert whose(longer, "2020-04-01").body == COUNCIL


def test_a_contract_that_ran_out_and_is_made_anew_brings_nothing_of_the_old_one_back() -> None:
    record = given(made(until="2019-03-31"), SERVED[len(made()) :], made(on="2020-01-01"))
    assert [whose(record, on).body for on in ("2019-03-31", "2019-04-01", "2020-01-01")] == [PRACTICE, COUNCIL, COUNCIL]


def test_an_area_that_was_added_belongs_to_the_practice_from_its_day() -> None:
    record = given(BEGUN, cohort("South", "North", on="2018-04-01"), of("older people", area="North"))
    assert whose(record, "2018-03-31").body == COUNCIL
    assert whose(record, "2018-04-01").body == PRACTICE


def test_a_cohort_that_is_agreed_again_is_no_slip() -> None:
    given(BEGUN).when(cohort("South", "North", on="2018-04-01")).then(CohortAgreed).flags()


@pytest.mark.parametrize("who", [of("physical disability"), of("older people", area="North"), of(area="South")])
def test_others_are_the_councils(who: Said) -> None:
    assert whose(given(BEGUN, who), "2020-01-01").body == COUNCIL


def test_a_case_that_the_council_took_back_is_its_own() -> None:
    back = council.decides(CaseTakenBack(decision=decided(TakingBack.CONCERN)), "2020-01-01")
    record = given(SERVED, back)
    assert [whose(record, on).body for on in ("2019-12-31", "2020-01-01")] == [PRACTICE, COUNCIL]


def test_where_no_cohort_was_agreed_the_practice_has_those_it_is_authorised_for() -> None:
    event = FunctionsDelegated(delegation="d1", functions=(Function.REVIEW,), under=S79, areas=("South",))
    record = given(made(), told(event, "2016-05-01"), of("older people"))
    assert [whose(record, on).body for on in ("2016-04-30", "2016-05-01")] == [COUNCIL, PRACTICE]
    north = given(made(), told(event, "2016-05-01"), of("older people", area="North"))
    assert whose(north, "2016-05-01").body == COUNCIL
    wider = told(ScopeChanged(delegation="d1"), "2017-01-01")
    assert whose(given(made(), told(event, "2016-05-01"), wider, of(area="North")), "2017-01-01").body == PRACTICE


def test_whose_cohort_is_not_on_record_is_where_their_file_says_they_moved() -> None:
    moved = council.tells(
        ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE, joint_until=date(2016, 6, 30)), "2016-05-01"
    )
    record = given(BEGUN, moved)
    assert [whose(record, on).body for on in ("2016-04-30", "2016-05-01")] == [COUNCIL, PRACTICE]
    assert [whose(record, on).jointly_with for on in ("2016-07-31", "2016-08-01")] == [COUNCIL, ""]
    ended = given(BEGUN, moved, told(ContractEnded(), "2020-04-01"))
    assert whose(ended, "2020-04-01").body == COUNCIL


def test_with_no_practice_on_record_the_council_is_responsible() -> None:
    found = standing_on(day("2016-01-01"), {}).answerable(Belonging())
    assert (found.body, found.council, found.why) == (
        "the council",
        "the council",
        "no practice is responsible for them",
    )


def test_on_every_day_every_case_has_one_responsible_body() -> None:
    ended = told(ContractEnded(returned_to=COUNCIL), "2016-09-01")
    for who in (of("older people"), of("others"), of(area="North")):
        record = given(BEGUN, who, ended)
        for number in range(date(2016, 3, 1).toordinal(), date(2016, 10, 1).toordinal()):
            found = whose(record, date.fromordinal(number).isoformat())
            before = number < date(2016, 4, 1).toordinal()
            assert found.body in (("the council",) if before else (PRACTICE, COUNCIL))
            assert found.council == ("the council" if before else COUNCIL)


# Notices


@keeps(a_notice_says_what_the_contract_makes_of_the_day, only_who_belongs_to_it_moves_to_a_practice)
def test_a_notice_follows_the_transfer_of_a_cohort() -> None:
    notice = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE, ground=MoveGround.COHORT_TRANSFERRED)
    given(SERVED).when(council.tells(notice, "2016-05-01")).then(ResponsibilityMoved).flags()


@breaks(a_notice_says_what_the_contract_makes_of_the_day)
def test_a_notice_before_the_transfer_is_looked_at() -> None:
    notice = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE)
    then = given(SERVED).when(council.tells(notice, "2016-04-30")).then(ResponsibilityMoved).flags("GOV-05")
    assert f"{COUNCIL} is: no practice is responsible for them" in str(then.findings[0])


@breaks(only_who_belongs_to_it_moves_to_a_practice)
@pytest.mark.parametrize(
    ("who", "flags", "words"),
    [
        (of("physical disability"), ("GOV-05", "GOV-06"), "they belong to none of c1"),
        (of(area="South"), ("GOV-06",), "their client group or area is not on record: tell it with cohort-recorded"),
    ],
)
def test_somebody_outside_the_criteria_is_looked_at(who: Said, flags: tuple[str, ...], words: str) -> None:
    notice = ResponsibilityMoved(from_body=COUNCIL, to_body=PRACTICE)
    then = given(BEGUN, who).when(council.tells(notice, "2016-05-01")).then(ResponsibilityMoved).flags(*flags)
    assert any(words in str(one) for one in then.findings)


# The contract


@breaks(a_contract_is_ended_into_somebodys_hands)
@keeps(a_contract_is_ended_into_somebodys_hands)
def test_a_council_says_who_takes_the_cases_on_before_it_ends_a_contract() -> None:
    ends = TerminationDecided(ends_on=date(2020, 4, 1), decision=decided(TerminationGround.REPEATED_FAILURE))
    record = given(SERVED)
    record.when(council.decides(ends, "2020-01-01")).refused(
        Unlawful, "DEL-10", "returns_to is empty. Name the body to which the cases go"
    )
    record.when(council.decides(ends.model_copy(update={"returns_to": COUNCIL}), "2020-01-01")).then(TerminationDecided)


@breaks(from_the_end_of_a_contract_every_case_has_a_body)
@keeps(from_the_end_of_a_contract_every_case_has_a_body)
def test_a_contract_that_ended_into_nobodys_hands_is_a_breach_and_the_council_is_responsible() -> None:
    record = given(SERVED)
    ended = record.when(told(ContractEnded(), "2020-04-01")).then(ContractEnded).breaches("DEL-10")
    assert whose(Given(ended.streams), "2020-04-01").body == COUNCIL
    record.when(told(ContractEnded(returned_to=COUNCIL), "2020-04-01")).then(ContractEnded).breaches()


@breaks(a_cohort_moves_with_a_window_of_joint_responsibility)
@keeps(a_cohort_moves_with_a_window_of_joint_responsibility)
def test_a_cohort_moves_with_a_window_in_which_both_are_responsible() -> None:
    record = given(made(), cohort("South"))
    record.when(taken_on(joint_until="2016-04-30")).then(CohortTransferred).breaches("GOV-05")
    record.when(taken_on(joint_until=None)).then(CohortTransferred).breaches().flags("GOV-05")
    record.when(taken_on(joint_until="2016-05-01")).then(CohortTransferred).breaches().flags()


@breaks(who_transfers_is_known_beforehand)
@keeps(who_transfers_is_known_beforehand)
def test_who_transfers_is_agreed_in_clear_criteria() -> None:
    record = given(made())
    record.when(told(CohortAgreed(cohort="c1"), "2016-04-01")).then(CohortAgreed).flags("GOV-06")
    record.when(told(CohortAgreed(cohort="c1", criteria="hearing loss"), "2016-04-01")).then(CohortAgreed).flags()
    record.when(cohort()).then(CohortAgreed).flags()


def test_a_contract_for_a_period_says_in_time_what_follows() -> None:
    record = given(made(until="2019-03-31"))
    record.owes("extend the contract, or say who takes its cases on", as_at="2019-03-31", last_day="2019-03-31")
    longer = record.when(told(ContractExtended(until=date(2020, 3, 31)), "2019-02-01")).then(ContractExtended)
    first, second = longer.duties("extend the contract, or say who takes its cases on")
    assert (first.met_on, second.last_day) == (day("2019-02-01"), day("2020-03-31"))


# Out of hours


def test_a_case_comes_back_from_out_of_hours_on_the_next_working_day() -> None:
    over = practice.tells(OutOfHoursHandedOver(to_body="Night team"), "2023-12-22")
    record = given(SERVED, over)
    assert record.file().belonging.out_of_hours == "Night team"
    record.owes("take the case back from out of hours", as_at="2023-12-27", last_day="2023-12-27")
    back = record.when(practice.tells(OutOfHoursHandedBack(from_body="Night team"), "2023-12-27"))
    assert back.then(OutOfHoursHandedBack).file().belonging.out_of_hours == ""


def test_a_transfer_that_is_recorded_before_the_cohort_was_agreed_counts_all_the_same() -> None:
    agreed = administrator.tells(CohortAgreed(cohort="k1", areas=("north",)), "2015-05-01", recorded="2015-06-01")
    taken = administrator.tells(CohortTransferred(cohort="k1"), "2015-05-01", recorded="2015-06-01")
    told = council.tells(CohortRecorded(area="north"), "2015-05-01", recorded="2015-06-01")
    for order in ((agreed, taken), (taken, agreed)):
        record = given(contract("2015-04-01"), *order, told)
        belonging = record.file().belonging
        assert standing_on(day("2015-05-01"), record.streams).answerable(belonging).body == PRACTICE
        assert standing_on(day("2015-04-30"), record.streams).answerable(belonging).body != PRACTICE
    never = given(contract("2015-04-01"), taken, told)
    assert standing_on(day("2015-05-01"), never.streams).answerable(never.file().belonging).body != PRACTICE


def test_a_contract_that_takes_the_place_of_another_on_the_day_it_ends_stands_whichever_is_told_first() -> None:
    ended = administrator.tells(ContractEnded(returned_to=COUNCIL), "2016-04-01")
    anew = administrator.tells(ContractMade(council=COUNCIL, practice=PRACTICE), "2016-04-01")
    power = delegated(Instrument.CARE_ACT_S79, "2016-04-01", Function.REVIEW, delegation="new")
    found = []
    for order in ((ended, anew, power), (anew, ended, power), (anew, power, ended)):
        record = given(contract("2015-04-01"), delegated(Instrument.CARE_ACT_S79, "2015-04-01"), *order)
        standing = standing_on(day("2016-04-01"), record.streams)
        found.append([standing.delegation(PRACTICE, one) for one in (Function.REVIEW, Function.PLANNING)])
        assert standing.answerable(Belonging()).body == PRACTICE
        assert standing_on(day("2016-03-31"), record.streams).delegation(PRACTICE, Function.PLANNING) is not None
    assert found[0] == found[1] == found[2]
    assert [one and one.id for one in found[0]] == ["new", None]


@breaks(a_period_does_not_end_before_it_begins)
@keeps(a_period_does_not_end_before_it_begins)
def test_a_period_that_ends_before_it_begins_is_looked_at() -> None:
    given().when(*made(until="2016-03-31")[:1]).then(ContractMade).flags("DEL-PERIOD")
    given().when(*made(until="2016-04-01")[:1]).then(ContractMade).flags()
    event = FunctionsDelegated(delegation="d1", functions=(Function.REVIEW,), under=S79, until=date(2016, 4, 30))
    given(BEGUN).when(told(event, "2016-05-01")).then(FunctionsDelegated).flags("DEL-PERIOD")
    given(BEGUN).when(told(event, "2016-04-30")).then(FunctionsDelegated).flags()


@breaks(only_a_contract_in_force_is_ended_or_extended)
@keeps(only_a_contract_in_force_is_ended_or_extended)
def test_what_ends_is_a_contract_that_is_on_record() -> None:
    ended = told(ContractEnded(returned_to=COUNCIL), "2020-04-01")
    given(SERVED).when(ended).then(ContractEnded).flags()
    given(SERVED, ended).when(told(ContractEnded(returned_to=COUNCIL), "2020-05-01")).flags("DEL-10")
    assert "DEL-10" in [one.rule for one in given().when(ended).then(ContractEnded).findings if one.contradiction]
