"""Means and charges: what is free, what comes before a charge, who chooses the place and who pays the rest."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import OldLawSupportRecorded
from swp_domain.finance.charging import (
    a_charge_is_for_meeting_needs,
    a_charge_was_for_meeting_needs,
    after_care_is_not_charged,
    after_care_was_not_charged,
    carers_are_not_charged_for_the_adult,
    carers_were_not_charged_for_the_adult,
    the_home_is_disregarded_at_first,
    the_home_was_disregarded_at_first,
    the_older_charges_are_for_a_person,
    what_is_free_is_not_charged,
    what_is_free_was_not_charged,
)
from swp_domain.finance.choice import (
    a_place_that_must_be_arranged_is,
    a_preference_is_refused_with_reasons,
    a_top_up_has_a_payer_and_an_agreement,
    a_top_up_is_not_paid_without_an_agreement,
)
from swp_domain.finance.events import (
    ChargeDecided,
    ChargeIssued,
    DeferredPaymentOffered,
    FinancialAssessmentCompleted,
    FreePeriodNoted,
    PlacementDecided,
    TopUpAgreed,
    TopUpPaid,
)
from swp_domain.finance.rules import (
    a_charge_comes_after_means_and_words,
    an_outcome_is_that_of_the_capital,
    means_are_treated_as_assessed_only_where_they_may_be,
    nothing_is_charged_after_the_end,
    nothing_is_charged_in_a_free_time,
)
from swp_domain.finance.vocabulary import (
    ChargeOutcome,
    FreeGround,
    HowAssessed,
    MeansOutcome,
    PlacementOutcome,
    TopUpOutcome,
    TopUpPayer,
)
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.law.choice_of_accommodation_regulations_2014.reg3_preferred import SelfPayGround
from swp_domain.law.finding import Outcome
from swp_domain.party import Whose
from swp_domain.planning.events import ServiceEnded, ServiceStarted
from swp_domain.refusal import Unlawful
from tests.cast import DELEGATE, council, person, practice, somebody
from tests.papers import decided
from tests.papers_money import (
    charge,
    explained,
    invoice,
    means,
    means_refused,
    payment_started,
    payment_stopped,
    place,
    preference,
    top_up,
)
from tests.telling import Given, breaks, given, keeps

REFUSED = PlacementOutcome.REFUSED
provider = somebody(BodyKind.PROVIDER)


def told_and_assessed() -> Given:
    return given(council.tells(explained(), "2024-05-01"), council.decides(means(), "2024-05-10"))


# Whose decision


def test_a_practice_does_not_decide_to_charge_and_may_assess_means() -> None:
    record = given(*DELEGATE)
    record.when(practice.decides(charge(), "2024-05-10")).refused(Unlawful, "DEL-02: Care Act 2014, s 79(2)")
    record.when(practice.decides(means(), "2024-05-10")).then(FinancialAssessmentCompleted).breaches()


# Means


def test_the_financial_assessment_is_given_in_writing() -> None:
    record = given(council.decides(means(), "2024-05-10"))
    record.owes("give the financial assessment in writing", "f1", as_at="2024-05-24", last_day="2024-05-24")


@keeps(an_outcome_is_that_of_the_capital)
@pytest.mark.parametrize(
    ("capital", "outcome"), [("23250.00", MeansOutcome.CONTRIBUTES), ("23250.01", MeansOutcome.ABOVE_LIMIT)]
)
def test_the_capital_limit_is_above_and_not_at_its_figure(capital: str, outcome: MeansOutcome) -> None:
    assessed = means(outcome, capital=capital, permanent_care_home=True)
    given().when(council.decides(assessed, "2024-05-10")).flags()


@breaks(an_outcome_is_that_of_the_capital)
@pytest.mark.parametrize(
    ("capital", "outcome"), [("23250.00", MeansOutcome.ABOVE_LIMIT), ("23250.01", MeansOutcome.CONTRIBUTES)]
)
def test_an_outcome_that_is_not_that_of_the_capital_is_looked_at(capital: str, outcome: MeansOutcome) -> None:
    assessed = means(outcome, capital=capital, permanent_care_home=True)
    given().when(council.decides(assessed, "2024-05-10")).flags("CA-17-02")


@pytest.mark.parametrize(
    "told",
    [
        {"permanent_care_home": True},
        {"permanent_care_home": False, "capital": "100.00"},
        {"permanent_care_home": True, "capital": "100.00", "how": HowAssessed.LIGHT_TOUCH, "consented": True},
    ],
)
def test_of_capital_that_does_not_decide_alone_nothing_is_concluded(told: dict[str, object]) -> None:
    above = means(MeansOutcome.ABOVE_LIMIT, **told)
    given().when(council.decides(above, "2024-05-10")).flags().concludes("CA-17-02")


@keeps(means_are_treated_as_assessed_only_where_they_may_be)
def test_a_light_touch_needs_consent_and_a_deemed_assessment_a_refusal() -> None:
    light = means(how=HowAssessed.LIGHT_TOUCH, consented=True)
    given().when(council.decides(light, "2024-05-10")).then(FinancialAssessmentCompleted)
    deemed = means(MeansOutcome.ABOVE_LIMIT, how=HowAssessed.DEEMED)
    refused = given(person.tells(means_refused(), "2024-05-01"))
    refused.when(council.decides(deemed, "2024-05-10")).then(FinancialAssessmentCompleted)


@breaks(means_are_treated_as_assessed_only_where_they_may_be)
@pytest.mark.parametrize(
    "wrong",
    [
        means(how=HowAssessed.LIGHT_TOUCH, consented=False),
        means(how=HowAssessed.LIGHT_TOUCH),
        means(how=HowAssessed.DEEMED),
    ],
)
def test_means_are_not_treated_as_assessed_otherwise(wrong: FinancialAssessmentCompleted) -> None:
    given().when(council.decides(wrong, "2024-05-10")).refused(Unlawful, "CA-17-03: SI 2014/2672, reg 10")


@pytest.mark.parametrize(
    ("told", "owed"),
    [
        ({}, True),
        ({"other_capital": "23250.01"}, False),
        ({"counts_home": False}, False),
        ({"permanent_care_home": False}, False),
        ({"security": False}, False),
        ({"counts_home": None}, False),
    ],
)
def test_a_deferred_payment_is_offered_to_whoever_has_little_but_their_home(
    told: dict[str, object], owed: bool
) -> None:
    usual: dict[str, Any] = {"permanent_care_home": True, "counts_home": True, "other_capital": "23250.00"}
    record = given(council.decides(means(**{**usual, **told}), "2024-05-10"))
    assert bool(record.duties("offer a deferred payment agreement")) is owed
    if owed:
        offered = record.when(council.tells(DeferredPaymentOffered(), "2024-06-10"))
        assert offered.duty("offer a deferred payment agreement").met_on == date(2024, 6, 10)


# What is free


@keeps(
    what_is_free_is_not_charged,
    the_home_is_disregarded_at_first,
    carers_are_not_charged_for_the_adult,
    a_charge_is_for_meeting_needs,
    after_care_is_not_charged,
)
def test_care_is_charged_for() -> None:
    charged = told_and_assessed().when(council.decides(charge(weekly="45.10"), "2024-05-20"))
    charged.then(ChargeDecided).breaches().flags()


@breaks(what_is_free_is_not_charged)
@keeps(what_is_free_is_not_charged)
def test_reablement_is_free_for_six_weeks_of_which_the_first_day_is_one() -> None:
    began = date(2024, 5, 1)
    last_free = charge(ChargedFor.REABLEMENT, provision_began=began, from_day=date(2024, 6, 11))
    told_and_assessed().when(council.decides(last_free, "2024-05-20")).refused(
        Unlawful, "CA-14-02: SI 2014/2672, reg 3"
    )
    after = charge(ChargedFor.REABLEMENT, provision_began=began, from_day=date(2024, 6, 12))
    told_and_assessed().when(council.decides(after, "2024-05-20")).then(ChargeDecided)
    of_no_day = charge(ChargedFor.REABLEMENT, provision_began=began)
    told_and_assessed().when(council.decides(of_no_day, "2024-05-20")).refused(Unlawful, "cannot tell")


@breaks(what_is_free_is_not_charged)
@pytest.mark.parametrize(
    "wrong",
    [
        charge(ChargedFor.AID, cost="4000.00"),
        charge(ChargedFor.ADAPTATION, cost="1000.00"),
        charge(ChargedFor.ADAPTATION),
        charge(vcjd=True),
    ],
)
def test_aids_minor_adaptations_and_people_with_vcjd_are_not_charged(wrong: ChargeDecided) -> None:
    told_and_assessed().when(council.decides(wrong, "2024-05-20")).refused(Unlawful, "CA-14-02")


@keeps(what_is_free_is_not_charged)
def test_an_adaptation_that_costs_more_is_charged_for_and_what_is_free_is_waived() -> None:
    dearer = charge(ChargedFor.ADAPTATION, cost="1000.01")
    told_and_assessed().when(council.decides(dearer, "2024-05-20")).then(ChargeDecided)
    waived = charge(ChargedFor.AID, decision=decided(ChargeOutcome.NO_CHARGE))
    told_and_assessed().when(council.decides(waived, "2024-05-20")).then(ChargeDecided)


@breaks(the_home_is_disregarded_at_first)
@keeps(the_home_is_disregarded_at_first)
def test_the_home_is_disregarded_for_twelve_weeks_of_which_moving_in_is_the_first_day() -> None:
    def counting(day: str) -> ChargeDecided:
        told = {"counts_home": True, "provision_began": "2024-05-01", "from_day": day}
        return charge(ChargedFor.CARE_HOME, **told)

    refused = told_and_assessed().when(council.decides(counting("2024-07-23"), "2024-05-20"))
    refused.refused(Unlawful, "CA-14-03: SI 2014/2672, Sch 2 para 2")
    told_and_assessed().when(council.decides(counting("2024-07-24"), "2024-05-20")).then(ChargeDecided)


@breaks(carers_are_not_charged_for_the_adult)
def test_a_carer_is_not_charged_for_care_to_the_adult() -> None:
    wrong = charge(ChargedFor.CARE_TO_ADULT_OF_CARER)
    told_and_assessed().when(council.decides(wrong, "2024-05-20")).refused(Unlawful, "CA-14-04: Care Act 2014, s 14(3)")


@breaks(a_charge_is_for_meeting_needs)
@pytest.mark.parametrize("wrong", [charge(ChargedFor.ASSESSMENT), charge(ChargedFor.ARRANGING, asked_to_arrange=True)])
def test_assessing_and_arranging_for_people_within_the_limit_are_not_charged(wrong: ChargeDecided) -> None:
    told_and_assessed().when(council.decides(wrong, "2024-05-20")).refused(Unlawful, "CA-14-06: Care Act 2014, s 14(1)")


@keeps(a_charge_is_for_meeting_needs)
def test_arranging_is_charged_to_somebody_above_the_limit_who_asked() -> None:
    record = given(council.decides(means(MeansOutcome.ABOVE_LIMIT), "2024-05-10"))
    arranging = charge(ChargedFor.ARRANGING, asked_to_arrange=True)
    record.when(council.decides(arranging, "2024-05-20")).then(ChargeDecided)


@keeps(a_charge_is_for_meeting_needs)
@breaks(a_charge_is_for_meeting_needs)
def test_arranging_a_carers_support_is_held_against_the_carers_means() -> None:
    record = given(
        council.decides(means(MeansOutcome.NOTHING), "2024-05-10"),
        council.decides(means(MeansOutcome.ABOVE_LIMIT, financial="f2", whose=Whose.CARER), "2024-05-11"),
    )
    arranging = charge(ChargedFor.ARRANGING, asked_to_arrange=True, financial="f2")
    record.when(council.decides(arranging, "2024-05-20")).then(ChargeDecided)
    of_the_adult = charge(ChargedFor.ARRANGING, asked_to_arrange=True, financial="f1")
    record.when(council.decides(of_the_adult, "2024-05-20")).refused(Unlawful, "CA-14-06")


@breaks(a_charge_is_for_meeting_needs)
def test_whether_arranging_was_asked_for_and_by_whom_is_shown_before_it_is_charged() -> None:
    above = given(council.decides(means(MeansOutcome.ABOVE_LIMIT), "2024-05-10"))
    unasked = charge(ChargedFor.ARRANGING)
    above.when(council.decides(unasked, "2024-05-20")).refused(Unlawful, "CA-14-06", "cannot tell")
    asked = charge(ChargedFor.ARRANGING, asked_to_arrange=True)
    given().when(council.decides(asked, "2024-05-20")).refused(Unlawful, "CA-14-06", "cannot tell")


@breaks(after_care_is_not_charged)
@pytest.mark.parametrize("on", ["2012-05-20", "2024-05-20"])
def test_after_care_is_free_under_both_laws(on: str) -> None:
    given().when(council.decides(charge(ChargedFor.AFTER_CARE), on)).refused(Unlawful, "CA-14-07", "UKHL 34")


def test_a_charge_that_was_decided_all_the_same_is_recorded_with_its_breach() -> None:
    recorded = told_and_assessed().when(council.records(charge(ChargedFor.AID), "2024-05-20"))
    recorded.then(ChargeDecided).breaches("CA-14-02").purported()


# What was raised


@keeps(
    a_charge_comes_after_means_and_words,
    what_is_free_was_not_charged,
    the_home_was_disregarded_at_first,
    carers_were_not_charged_for_the_adult,
    a_charge_was_for_meeting_needs,
    after_care_was_not_charged,
    nothing_is_charged_after_the_end,
    nothing_is_charged_in_a_free_time,
)
def test_a_charge_is_raised_after_it_was_explained_and_means_were_assessed() -> None:
    charged = told_and_assessed().when(council.decides(charge(), "2024-05-20"))
    raised = charged.when(council.tells(invoice(from_day="2024-05-20"), "2024-06-01")).then(ChargeIssued)
    raised.breaches().flags().concludes("CA-14-05", Outcome.MET)


@breaks(
    what_is_free_was_not_charged,
    carers_were_not_charged_for_the_adult,
    a_charge_was_for_meeting_needs,
    after_care_was_not_charged,
)
def test_what_is_free_is_raised_in_breach() -> None:
    found = {
        ChargedFor.AID: "CA-14-02",
        ChargedFor.CARE_TO_ADULT_OF_CARER: "CA-14-04",
        ChargedFor.ASSESSMENT: "CA-14-06",
        ChargedFor.AFTER_CARE: "CA-14-07",
    }
    for what, rule in found.items():
        told_and_assessed().when(council.tells(invoice(charged_for=what), "2024-06-01")).breaches(rule)


@breaks(the_home_was_disregarded_at_first)
def test_an_invoice_is_held_against_what_was_decided_of_it() -> None:
    decision = charge(ChargedFor.CARE_HOME, counts_home=True, provision_began="2024-05-01", from_day="2024-07-24")
    record = told_and_assessed().when(council.decides(decision, "2024-05-20"))
    record.when(council.tells(invoice(from_day="2024-07-23"), "2024-08-01")).breaches("CA-14-03")
    record.when(council.tells(invoice(), "2024-08-01")).breaches()


@breaks(a_charge_comes_after_means_and_words)
def test_a_charge_before_means_and_words_is_a_breach_and_one_of_them_is_looked_at() -> None:
    raised = council.tells(invoice(), "2024-06-01")
    neither = given().when(raised)
    neither.breaches("CA-14-05")
    assert {one.theme for entry in neither.entries for one in entry.breaches} == {"P20"}
    only_words = given(council.tells(explained(), "2024-05-01")).when(raised)
    only_words.breaches()
    assert "CA-14-05" in {one.rule for one in only_words.findings if one.contradiction}
    given(council.decides(means(), "2024-05-10")).when(raised).breaches()


@breaks(a_charge_comes_after_means_and_words)
def test_what_cannot_be_proved_and_what_came_later_explains_nothing() -> None:
    unproved = given(
        council.tells(explained(proof=False), "2024-05-01"), person.tells(means_refused(proof=False), "2024-05-02")
    )
    unproved.when(council.tells(invoice(), "2024-06-01")).breaches("CA-14-05")
    later = given(council.decides(means(), "2024-06-02"))
    later.when(council.tells(invoice(), "2024-06-01", recorded="2024-06-10")).breaches("CA-14-05")


@keeps(a_charge_comes_after_means_and_words)
def test_a_refusal_to_have_means_assessed_stands_for_it_and_a_providers_invoice_is_its_own() -> None:
    refused = given(council.tells(explained(), "2024-05-01"), person.tells(means_refused(), "2024-05-02"))
    refused.when(council.tells(invoice(), "2024-06-01")).breaches()
    given().when(provider.tells(invoice(), "2024-06-01")).breaches()


@breaks(a_charge_comes_after_means_and_words)
def test_the_adults_means_are_not_the_carers() -> None:
    told_and_assessed().when(council.tells(invoice(whose=Whose.CARER), "2024-06-01")).flags("CA-14-05", "REC-SEQ")


def served(until: str) -> Given:
    record = told_and_assessed()
    record.streams = record.when(council.tells(ServiceStarted(service="s1"), "2024-05-12")).streams
    record.streams = record.when(council.tells(ServiceEnded(service="s1"), until)).streams
    return record


@breaks(nothing_is_charged_after_the_end)
def test_a_charge_from_the_first_day_without_the_service_is_a_breach() -> None:
    after = invoice(service="s1", from_day="2024-07-01")
    served("2024-07-01").when(council.tells(after, "2024-07-10")).breaches("CA-14-08")
    served("2024-07-01").when(council.tells(invoice(from_day="2024-07-01"), "2024-07-10")).breaches("CA-14-08")
    served("2024-07-01").when(council.tells(invoice(from_day="2024-07-02"), "2024-07-10")).breaches("CA-14-08")


@keeps(nothing_is_charged_after_the_end)
def test_a_service_that_began_again_has_not_ended() -> None:
    again = served("2024-07-01").when(council.tells(ServiceStarted(service="s1"), "2024-07-05"))
    again.when(council.tells(invoice(service="s1", from_day="2024-07-08"), "2024-07-10")).breaches()


@breaks(nothing_is_charged_after_the_end)
def test_what_somebody_arranged_for_themselves_is_no_service_that_is_charged() -> None:
    own = ServiceStarted(service="s2", commissioned=False)
    record = served("2024-07-01").when(council.tells(own, "2024-06-01"))
    record.when(council.tells(invoice(from_day="2024-07-01"), "2024-07-10")).breaches("CA-14-08")


@breaks(nothing_is_charged_after_the_end)
@keeps(nothing_is_charged_after_the_end)
def test_a_direct_payment_that_goes_on_is_charged_for_and_does_not_keep_a_service_from_its_end() -> None:
    record = served("2024-07-01").when(council.tells(payment_started(), "2024-06-01"))
    record.when(council.tells(invoice(from_day="2024-07-02"), "2024-07-10")).breaches()
    record.when(council.tells(invoice(service="s1", from_day="2024-07-02"), "2024-07-10")).breaches("CA-14-08")


@keeps(nothing_is_charged_after_the_end)
@breaks(nothing_is_charged_after_the_end)
def test_a_charge_goes_on_while_a_direct_payment_meets_needs_in_place_of_a_service() -> None:
    record = served("2024-07-01")
    record.streams = record.when(council.tells(payment_started(), "2024-07-01")).streams
    later = invoice(from_day="2024-08-01")
    record.when(council.tells(later, "2024-08-10")).breaches()
    stopped = record.when(person.tells(payment_stopped(), "2024-07-20"))
    stopped.when(council.tells(later, "2024-08-10")).breaches("CA-14-08")


@keeps(nothing_is_charged_after_the_end)
@breaks(nothing_is_charged_after_the_end)
def test_the_last_invoice_may_come_within_four_weeks_of_the_end() -> None:
    before = invoice(service="s1", from_day="2024-06-30")
    served("2024-07-01").when(council.tells(before, "2024-12-10")).breaches()
    for on in ("2024-07-28", "2024-07-29"):
        served("2024-07-01").when(council.tells(invoice(), on)).flags("REC-SEQ")
    served("2024-07-01").when(council.tells(invoice(), "2024-07-30")).flags("CA-14-08", "REC-SEQ")


@breaks(nothing_is_charged_in_a_free_time)
def test_a_charge_for_a_free_time_is_a_breach_and_one_of_no_day_is_looked_at() -> None:
    free = FreePeriodNoted(ground=FreeGround.REABLEMENT, until=date(2024, 6, 11))
    record = told_and_assessed().when(council.tells(free, "2024-05-12"))
    (broken,) = record.when(council.tells(invoice(from_day="2024-06-11"), "2024-06-20")).entry.breaches
    assert (broken.rule, broken.provision) == ("CA-14-09", "SI 2014/2672, reg 3")
    record.when(council.tells(invoice(from_day="2024-06-12"), "2024-06-20")).breaches()
    record.when(council.tells(invoice(), "2024-06-01")).flags("CA-14-09", "REC-SEQ")
    said = told_and_assessed().when(council.tells(FreePeriodNoted(), "2024-05-12"))
    (broken,) = said.when(council.tells(invoice(from_day="2024-06-11"), "2024-06-20")).entry.breaches
    assert (broken.rule, broken.force.is_law) == ("CA-14-09", False)


@keeps(the_older_charges_are_for_a_person)
@breaks(the_older_charges_are_for_a_person)
def test_charges_before_the_care_act_are_left_to_a_person() -> None:
    old = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    old.when(council.decides(charge(ChargedFor.AID), "2015-05-01")).flags("CHG-OLD-01", "CHG-OLD-01").breaches()
    waived = charge(decision=decided(ChargeOutcome.WAIVED))
    old.when(council.decides(waived, "2015-05-01")).flags()


# The place, and who pays what it costs more


def chosen() -> Given:
    return given(person.tells(preference(), "2024-05-01"))


@keeps(a_preference_is_refused_with_reasons, a_place_that_must_be_arranged_is)
def test_the_preferred_place_is_arranged_or_refused_for_a_reason_that_counts() -> None:
    chosen().when(council.decides(place(), "2024-05-10")).then(PlacementDecided).breaches()
    chosen().when(council.decides(place(REFUSED, suitable=False), "2024-05-10")).breaches().flags()


@breaks(a_preference_is_refused_with_reasons)
def test_a_refusal_of_the_preferred_place_needs_reasons() -> None:
    silent = place(REFUSED, suitable=False, decision=decided(REFUSED, reasons=None))
    chosen().when(council.decides(silent, "2024-05-10")).refused(
        Unlawful, "CA-30-01: SI 2014/2670, reg 9", "cannot tell"
    )


@breaks(a_place_that_must_be_arranged_is)
def test_a_place_that_must_be_arranged_is_refused_in_breach() -> None:
    chosen().when(council.decides(place(REFUSED), "2024-05-10")).breaches("CA-30-03")


@pytest.mark.parametrize("told", ["type_in_plan", "suitable", "available", "terms_agreed", "within_budget"])
def test_no_condition_for_the_preferred_place_is_left_out(told: str) -> None:
    for answer in (False, None):
        chosen().when(council.decides(place(REFUSED, **{told: answer}), "2024-05-10")).breaches()


def test_a_dearer_place_must_be_arranged_once_somebody_pays_the_rest() -> None:
    record = chosen().when(council.decides(top_up(), "2024-05-05"))
    record.when(council.decides(place(REFUSED, within_budget=False), "2024-05-10")).breaches("CA-30-03")


@keeps(a_top_up_has_a_payer_and_an_agreement, a_top_up_is_not_paid_without_an_agreement)
@pytest.mark.parametrize("ground", [one for one in SelfPayGround if one is not SelfPayGround.NONE])
def test_a_top_up_is_paid_by_a_third_party_or_on_a_ground_by_the_person(ground: SelfPayGround) -> None:
    chosen().when(council.decides(top_up(), "2024-05-10")).then(TopUpAgreed).breaches()
    own = top_up(payer=TopUpPayer.PERSON, ground=ground, weekly="50.00")
    agreed = chosen().when(council.decides(own, "2024-05-10")).then(TopUpAgreed)
    agreed.when(council.tells(TopUpPaid(placement="w1", payer=TopUpPayer.PERSON), "2024-06-10")).breaches()
    declined = top_up(decision=decided(TopUpOutcome.DECLINED), written=False)
    chosen().when(council.decides(declined, "2024-05-10")).then(TopUpAgreed)


@breaks(a_top_up_has_a_payer_and_an_agreement)
@pytest.mark.parametrize(
    ("told", "letter"),
    [
        ({"payer": TopUpPayer.PERSON, "ground": SelfPayGround.NONE}, "a"),
        ({"payer": TopUpPayer.PERSON}, "a"),
        ({"willing_and_able": False}, "b"),
        ({"written": False}, "c"),
        ({"written": None}, "c"),
    ],
)
def test_a_top_up_lacks_nothing(told: dict[str, object], letter: str) -> None:
    refused = chosen().when(council.decides(top_up(**told), "2024-05-10"))
    refused.refused(Unlawful, "CA-30-02: SI 2014/2670, reg 5", f"does not show ({letter})")


@breaks(a_top_up_is_not_paid_without_an_agreement)
def test_a_top_up_that_is_paid_without_an_agreement_that_stands_is_a_breach() -> None:
    paid = council.tells(TopUpPaid(placement="w1", payer=TopUpPayer.THIRD_PARTY, weekly=Decimal(40)), "2024-06-10")
    chosen().when(paid).breaches("CA-30-02")
    unwritten = given(person.tells(preference(), "2024-05-01"), council.records(top_up(written=False), "2024-05-10"))
    unwritten.when(paid).breaches("CA-30-02")
