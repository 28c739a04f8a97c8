"""What each power carries, of whom it is, and how the chain of a decision is printed; old law after the Care Act."""

from __future__ import annotations

import pytest

from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.capacity.events import CapacityAssessed
from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.case.events import OldLawSupportRecorded, PersonRegistered
from swp_domain.finance.events import ChargeDecided
from swp_domain.finance.vocabulary import ChargeOutcome
from swp_domain.law.function import Function
from swp_domain.law.functions_of_councils import conferred_by
from swp_domain.law.rule import Regime
from swp_domain.practice.authority_rules import (
    some_functions_stay_with_the_council,
    somebody_answers_for_it,
    what_an_authorisation_reaches_is_looked_at,
)
from swp_domain.practice.events import ContractEnded, ContractMade, ScopeChanged
from swp_domain.practice.order_rules import (
    contracted_out_for_adults_only,
    exercised_under_a_social_worker,
    whoever_is_no_social_worker_is_competent,
)
from swp_domain.practice.proof import Link, proof_of
from swp_domain.practice.rules import nobody_widens_their_own_powers
from swp_domain.practice.vocabulary import Instrument
from swp_domain.refusal import Unlawful
from swp_domain.responsibility.events import CaseGivenBack, CaseTakenBack
from swp_domain.responsibility.vocabulary import TakingBack
from swp_domain.safeguarding.events import EnquiryDecided
from tests.capacity_papers import instructed
from tests.cast import (
    COUNCIL,
    DELEGATE,
    PRACTICE,
    PRE_CARE_ACT,
    administrator,
    case_worker,
    contract,
    council,
    delegated,
    joined,
    person,
    practice,
)
from tests.papers import completed, concern, decided, enquiry, request
from tests.stages.test_authority import APPROVAL, DRAFTED, approval, asked, limited, of, reserving
from tests.telling import Given, Said, breaks, day, given, keeps

ORDER_2011, ORDER_2014 = Instrument.CONTRACTING_OUT_2011, Instrument.CONTRACTING_OUT_2014
S75, S79 = Instrument.NHS_ACT_S75, Instrument.CARE_ACT_S79
CHARGED = ChargeDecided(charge="c1", decision=decided(ChargeOutcome.CHARGE))
OLD = council.tells(OldLawSupportRecorded(), "2015-03-31")


def under(power: Instrument, on: str, *functions: Function) -> tuple[Said, ...]:
    return contract(on), delegated(power, on, *functions), joined(practice, on), joined(council, on)


# Whose it was, and what the law made of it, say the same


@pytest.mark.parametrize(("power", "on"), [(ORDER_2011, "2011-08-01"), (ORDER_2011, "2014-03-31"), (S75, "2015-03-31")])
def test_a_charge_that_was_delegated_before_the_care_act_was_the_practices_to_decide(
    power: Instrument, on: str
) -> None:
    record = given(under(power, "2011-08-01", Function.CHARGING))
    entry = record.when(practice.decides(CHARGED, on)).then(ChargeDecided).breaches().entry
    assert entry.authority is not None
    assert entry.authority.theirs is True


@breaks(what_an_authorisation_reaches_is_looked_at)
@pytest.mark.parametrize("on", ["2014-04-01", "2015-03-31"])
def test_whether_a_charge_is_for_accommodation_is_looked_at_under_the_order_of_2014(on: str) -> None:
    record = given(under(ORDER_2014, "2014-04-01", Function.CHARGING))
    entry = record.when(practice.decides(CHARGED, on)).then(ChargeDecided).breaches().entry
    assert entry.authority is not None
    assert (entry.authority.theirs, next(one.rule for one in entry.findings if one.contradiction)) == (None, "DEL-01")
    assert entry.authority.statute == (
        "National Assistance Act 1948, s 22 for accommodation, or HASSASSA 1983 s 17 for other services"
    )


@pytest.mark.parametrize(
    ("power", "on"), [(ORDER_2014, "2014-04-01"), (ORDER_2014, "2015-04-01"), (S79, "2015-04-01"), (S79, "2024-05-01")]
)
def test_what_a_power_cannot_carry_is_not_theirs_whatever_was_delegated(power: Instrument, on: str) -> None:
    record = given(under(power, on, Function.CAPACITY_ADVOCACY))
    entry = record.when(practice.records(instructed(), on)).purported().entry
    assert "DEL-01" in [one.rule for one in entry.breaches]
    assert entry.authority is not None
    assert entry.authority.theirs is False


def test_of_two_authorisations_the_one_whose_power_carries_it_counts() -> None:
    both = (*under(ORDER_2014, "2014-04-01", Function.CAPACITY_ADVOCACY),
            delegated(S75, "2014-04-01", Function.CAPACITY_ADVOCACY, delegation="s75"))  # fmt: skip
    done = given(both).when(practice.records(instructed(), "2014-04-01"))
    assert done.entry.authority is not None
    assert (done.entry.authority.delegation, done.entry.authority.theirs) == ("s75", True)


def test_an_order_carries_nothing_about_somebody_under_the_care_act() -> None:
    record = asked(under(ORDER_2014, "2014-04-01", *PRE_CARE_ACT), on="2015-04-01")
    record.when(practice.decides(completed(), "2015-04-01")).refused(Unlawful, "DEL-01")
    authority = record.when(practice.records(completed(), "2015-04-01")).purported().entry.authority
    assert authority is not None
    assert authority.theirs is False


# The conditions of the order of 2014, for people who stayed under old law


def still_old(*more: Said) -> Given:
    staff = joined(case_worker, "2014-04-01", supervisor="nobody")
    return asked((*under(ORDER_2014, "2014-04-01", *PRE_CARE_ACT), staff, OLD, *more), on="2015-04-01")


@breaks(exercised_under_a_social_worker, whoever_is_no_social_worker_is_competent)
@pytest.mark.parametrize("on", ["2015-04-01", "2016-03-31"])
def test_the_order_of_2014_keeps_its_conditions_for_people_still_under_old_law(on: str) -> None:
    done = still_old().when(case_worker.decides(completed(), on)).then(AssessmentCompleted)
    assert {"DEL-04", "DEL-05"} <= {one.rule for one in done.entry.breaches}
    fine = still_old().when(practice.decides(completed(), on)).then(AssessmentCompleted).breaches()
    assert fine.entry.authority is not None
    assert fine.entry.authority.theirs is True


@breaks(contracted_out_for_adults_only)
def test_the_order_of_2014_is_for_adults_after_the_care_act_too() -> None:
    young = still_old(council.tells(PersonRegistered(birth_year=2000), "2015-03-31"))
    young.when(practice.decides(completed(), "2015-06-01")).refused(Unlawful, "DEL-06")


@keeps(exercised_under_a_social_worker, whoever_is_no_social_worker_is_competent)
def test_section_79_asks_none_of_it_of_people_under_the_care_act() -> None:
    world = (contract("2015-04-01"), delegated(S79, "2015-04-01"), joined(case_worker, "2015-04-01"))
    asked(world, on="2015-06-01").when(case_worker.decides(completed(), "2015-06-01")).breaches()


# What a partnership carries


@breaks(some_functions_stay_with_the_council)
@pytest.mark.parametrize("on", ["2015-04-01", "2024-05-01"])
def test_section_79_says_nothing_of_what_a_partnership_carries(on: str) -> None:
    record = given(under(S75, "2013-04-01", *Function), person.tells(concern(), on))
    record.when(practice.decides(enquiry(), on)).refused(Unlawful, "DEL-02: SI 2000/617, reg 6", "not encoded")
    done = record.when(practice.records(enquiry(), on)).then(EnquiryDecided).breaches().purported(False)
    proof = proof_of(done.entry)
    assert proof is not None
    assert (proof.fails, proof.shown, proof.authority.theirs) == (Link.STATUTE, None, None)
    delegate = given(DELEGATE, person.tells(concern(), on))
    delegate.when(practice.records(enquiry(), on)).breaches("DEL-02").purported()


def test_what_the_council_took_back_no_partnership_reaches() -> None:
    taken = council.decides(CaseTakenBack(decision=decided(TakingBack.CONCERN)), "2024-05-02")
    record = given(under(S75, "2013-04-01", *Function), person.tells(concern(), "2024-05-01"), taken)
    words = "DEL-02: NHS Act 2006, s 75: not met", "the council took the case back on 2024-05-02"
    record.when(practice.decides(enquiry(), "2024-05-10")).refused(Unlawful, *words)
    authority = record.when(practice.records(enquiry(), "2024-05-10")).purported().entry.authority
    assert authority is not None
    assert authority.theirs is False


@pytest.mark.parametrize(("on", "shown"), [("2015-04-01", None), ("2016-03-31", None), ("2016-04-01", True)])
def test_what_section_79_does_for_somebody_still_under_old_law_is_for_a_person_to_judge(
    on: str, shown: bool | None
) -> None:
    record = asked(DELEGATE, OLD, on="2015-04-01")
    done = record.when(practice.decides(completed(), on)).then(AssessmentCompleted).breaches()
    proof = proof_of(done.entry)
    assert proof is not None
    assert (proof.shown, proof.authority.theirs) == (shown, shown)


def test_no_order_is_printed_as_having_given_adult_protection_away() -> None:
    record = given(under(ORDER_2011, "2011-08-01", *Function), person.tells(concern(), "2012-05-01"))
    authority = record.when(practice.records(enquiry(), "2012-05-03")).entry.authority
    assert authority is not None
    assert (authority.under, authority.statute) == ("", "")


@pytest.mark.parametrize(("power", "through"), [(S75, "Northmere CCG"), (S79, "")])
def test_only_a_partnership_goes_through_the_commissioner(power: Instrument, through: str) -> None:
    made = contract("2015-04-01").proposal.event
    assert isinstance(made, ContractMade)
    through_ccg = administrator.tells(made.model_copy(update={"commissioner": "Northmere CCG"}), "2015-04-01")
    record = asked(through_ccg, *under(power, "2015-04-01", Function.NEEDS_ASSESSMENT)[1:], on="2015-06-01")
    authority = record.when(practice.decides(completed(), "2015-06-01")).then(AssessmentCompleted).entry.authority
    assert authority is not None
    assert authority.commissioner == through


# The statute that is printed


@pytest.mark.parametrize(
    ("function", "first"),
    [(Function.CAPACITY_ADVOCACY, "2007-04-01"), (Function.DEPRIVATION_OF_LIBERTY, "2009-04-01")],
)
def test_no_act_gave_a_function_before_its_first_day(function: Function, first: str) -> None:
    eve = day(first).replace(month=3, day=31)
    assert conferred_by(function, Regime.COMMUNITY_CARE, eve) is None
    assert conferred_by(function, Regime.COMMUNITY_CARE, day(first)) is not None


def test_meeting_needs_before_the_care_act_is_not_printed_as_services_at_home_alone() -> None:
    found = conferred_by(Function.MEETING_NEEDS, Regime.COMMUNITY_CARE, day("2012-05-01"))
    assert str(found) == "National Assistance Act 1948, ss 21 and 29, with CSDPA 1970 s 2"


# Who answers


def test_a_breach_of_the_contract_is_the_practices_and_one_of_the_law_its_councils() -> None:
    record = given(DELEGATE, reserving(APPROVAL), DRAFTED)
    (breach,) = record.when(practice.records(approval(), "2024-05-20")).entry.breaches
    assert (breach.rule, breach.body) == ("GOV-03", PRACTICE)
    (unlawful,) = asked(contract("2015-04-01")).when(practice.records(completed(), "2024-05-20")).entry.breaches
    assert (unlawful.rule, unlawful.body) == ("DEL-01", COUNCIL)


def test_the_council_of_a_contract_that_is_over_answers_for_what_is_still_purported() -> None:
    record = asked(DELEGATE, administrator.tells(ContractEnded(returned_to=COUNCIL), "2024-05-20"))
    entry = record.when(practice.records(completed(), "2024-05-20")).purported().entry
    assert [(one.rule, one.body) for one in entry.breaches] == [("DEL-01", COUNCIL), ("DEL-03", COUNCIL)]


# Whose it is to say


@keeps(somebody_answers_for_it)
def test_what_anybody_may_find_a_practice_finds_without_a_contract() -> None:
    found = CapacityAssessed(capacity_decision="d1", decision=decided(CapacityResult.HAS))
    done = given().when(practice.records(found, "2024-05-01")).then(CapacityAssessed).purported(False)
    assert "DEL-03" not in [one.rule for one in done.findings]


@breaks(nobody_widens_their_own_powers)
def test_a_practice_does_not_widen_its_authorisation() -> None:
    wider = ScopeChanged(delegation="d1", areas=("north", "south"))
    record = given(limited(areas=("north",)), of(area="south"), person.tells(request(), "2024-05-01"))
    own = record.when(practice.tells(wider, "2024-05-02")).then(ScopeChanged).flags("DEL-01")
    own.when(practice.decides(completed(), "2024-05-20")).refused(Unlawful, "DEL-01")
    given_by = record.when(administrator.tells(wider, "2024-05-02")).then(ScopeChanged).flags("GOV-STAFF")
    given_by.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches()


def test_a_practice_does_not_give_itself_a_case_back() -> None:
    taken = council.decides(CaseTakenBack(decision=decided(TakingBack.CONCERN)), "2024-05-10")
    record = asked(DELEGATE).when(taken).when(practice.tells(CaseGivenBack(), "2024-05-11")).flags("DEL-09")
    record.when(practice.decides(completed(), "2024-05-20")).refused(Unlawful, "the council took the case back")
