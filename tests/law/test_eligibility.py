"""Regulations 2 and 3: what makes needs eligible, limb by limb, with what was not looked at left open."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from swp_adapters.testing.values import models
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.eligibility_regulations_2015.reg2_adults import (
    AdultAbility,
    AdultNeeds,
    AdultOutcome,
    adult_eligible,
)
from swp_domain.law.eligibility_regulations_2015.reg3_carers import (
    CarerAbility,
    CarerNeeds,
    CarerOutcome,
    carer_eligible,
)
from swp_domain.law.fair_access_to_care.bands import Band, BandedNeeds, banded_eligible
from swp_domain.law.finding import Outcome

ON = date(2024, 5, 1)
some = settings(max_examples=60, deadline=None)
OLD = date(2012, 5, 1)
WAYS = ("needs_assistance", "pain_distress_or_anxiety", "danger_to_health_or_safety", "significantly_longer")
abilities = st.lists(models(AdultAbility), max_size=12)
carers_abilities = st.lists(models(CarerAbility), max_size=10)


def unable(outcome: AdultOutcome, is_so: bool | None = True) -> AdultAbility:
    told = dict.fromkeys(WAYS, False) if is_so is False else {}
    return AdultAbility(outcome=outcome, **{**told, **({"needs_assistance": True} if is_so else {})})


def adult(*abilities: AdultAbility) -> AdultNeeds:
    return AdultNeeds(from_impairment_or_illness=True, abilities=abilities, significant_impact_on_wellbeing=True)


def carer(*abilities: CarerAbility, health: bool | None = None) -> CarerNeeds:
    return CarerNeeds(
        from_necessary_care=True, health_at_risk=health, abilities=abilities, significant_impact_on_wellbeing=True
    )


# Adults


@pytest.mark.parametrize("first", list(AdultOutcome))
@pytest.mark.parametrize("second", list(AdultOutcome))
def test_any_two_different_outcomes_out_of_reach_are_enough(first: AdultOutcome, second: AdultOutcome) -> None:
    finding = adult_eligible(adult(unable(first), unable(second)), on=ON)
    assert finding.met is (first is not second)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_being_unable_counts_for_an_adult(way: str) -> None:
    for told in (True, None, False):
        others = dict.fromkeys(WAYS, False)
        assert AdultAbility(outcome=AdultOutcome.HOME, **{**others, way: told}).unable is told


def test_one_outcome_out_of_reach_is_not_enough_once_all_others_are_known() -> None:
    one, *others = AdultOutcome
    known = [unable(outcome, False) for outcome in others]
    assert adult_eligible(adult(unable(one), *known), on=ON).outcome is Outcome.NOT_MET
    assert adult_eligible(adult(unable(one), *known[1:]), on=ON).outcome is Outcome.CANNOT_TELL
    assert adult_eligible(adult(unable(one), unable(others[0]), *known[1:]), on=ON).outcome is Outcome.MET


@pytest.mark.parametrize("missing", ["from_impairment_or_illness", "significant_impact_on_wellbeing"])
@pytest.mark.parametrize(("told", "outcome"), [(False, Outcome.NOT_MET), (None, Outcome.CANNOT_TELL)])
def test_outcomes_alone_are_not_enough(missing: str, told: bool | None, outcome: Outcome) -> None:
    full = adult(*(unable(one) for one in AdultOutcome))
    assert adult_eligible(full.model_copy(update={missing: told}), on=ON).outcome is outcome


@some
@given(abilities, st.randoms(use_true_random=False))
def test_the_order_of_the_outcomes_makes_no_difference(told: list[AdultAbility], chance: Random) -> None:
    before = adult_eligible(adult(*told), on=ON)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert adult_eligible(adult(*shuffled), on=ON) == before


@some
@given(abilities, st.sampled_from(AdultOutcome))
def test_looking_at_one_more_outcome_never_unsettles_an_answer(told: list[AdultAbility], more: AdultOutcome) -> None:
    looked_at = {one.outcome for one in told}
    if more in looked_at:
        return
    before = adult_eligible(adult(*told), on=ON).outcome
    for answer in (True, False, None):
        after = adult_eligible(adult(*told, unable(more, answer)), on=ON).outcome
        assert before in (after, Outcome.CANNOT_TELL)


@some
@given(abilities)
def test_an_adults_outcomes_are_counted_as_by_hand(told: list[AdultAbility]) -> None:
    by_outcome = {outcome: [one.unable for one in told if one.outcome is outcome] for outcome in AdultOutcome}
    sure = sum(True in answers for answers in by_outcome.values())
    open_still = sum(True not in answers and (None in answers or not answers) for answers in by_outcome.values())
    expected = True if sure >= 2 else None if sure + open_still >= 2 else False
    assert adult_eligible(adult(*told), on=ON).limbs[1].shown is expected


# Carers


def test_taking_significantly_longer_is_no_field_for_a_carer() -> None:
    assert "significantly_longer" not in CarerAbility.model_fields
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        CarerAbility.model_validate({"outcome": CarerOutcome.HOME, "significantly_longer": True})


def test_a_carer_needs_no_impairment() -> None:
    assert "from_impairment_or_illness" not in CarerNeeds.model_fields


@pytest.mark.parametrize("outcome", list(CarerOutcome))
@pytest.mark.parametrize("way", WAYS[:3])
def test_any_one_outcome_is_enough_for_a_carer(outcome: CarerOutcome, way: str) -> None:
    assert carer_eligible(carer(CarerAbility.model_validate({"outcome": outcome, way: True})), on=ON).met


def test_health_at_risk_is_enough_for_a_carer() -> None:
    assert carer_eligible(carer(health=True), on=ON).met
    assert carer_eligible(carer(health=False), on=ON).outcome is Outcome.CANNOT_TELL
    all_in_reach = [
        CarerAbility(
            outcome=one, needs_assistance=False, pain_distress_or_anxiety=False, danger_to_health_or_safety=False
        )
        for one in CarerOutcome
    ]
    assert carer_eligible(carer(*all_in_reach, health=False), on=ON).outcome is Outcome.NOT_MET
    assert carer_eligible(carer(*all_in_reach), on=ON).outcome is Outcome.CANNOT_TELL


@some
@given(carers_abilities, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_for_a_carer(told: list[CarerAbility], chance: Random) -> None:
    before = carer_eligible(carer(*told), on=ON)
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert carer_eligible(carer(*shuffled), on=ON) == before


# Bands


@pytest.mark.parametrize("threshold", list(Band))
@pytest.mark.parametrize("band", list(Band))
def test_a_need_is_eligible_in_or_above_the_band(band: Band, threshold: Band) -> None:
    gravest_first = [Band.CRITICAL, Band.SUBSTANTIAL, Band.MODERATE, Band.LOW]
    in_or_above = gravest_first.index(band) <= gravest_first.index(threshold)
    assert banded_eligible(BandedNeeds(bands=(Band.LOW, band), threshold=threshold), on=OLD).met is (
        in_or_above or threshold is Band.LOW
    )


def test_bands_tell_nothing_without_a_threshold_or_a_need() -> None:
    assert banded_eligible(BandedNeeds(bands=(Band.CRITICAL,)), on=OLD).outcome is Outcome.CANNOT_TELL
    assert banded_eligible(BandedNeeds(threshold=Band.LOW), on=OLD).outcome is Outcome.CANNOT_TELL


def test_each_test_answers_only_for_its_own_days() -> None:
    with pytest.raises(LawNotKnown, match="SI 2015/313, reg 2"):
        adult_eligible(adult(), on=OLD)
    with pytest.raises(LawNotKnown, match="Fair Access to Care Services"):
        banded_eligible(BandedNeeds(), on=ON)
