"""Who speaks for somebody with nobody to speak for them: when an advocate is owed, by whom, and who may be one."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.capacity.advocate_rules import (
    a_practice_instructs_under_the_first_order_only,
    an_advocate_comes_before_the_move,
    an_advocate_is_approved_and_independent,
    the_body_that_decides_instructs,
    the_wider_role_has_its_conditions,
)
from swp_domain.capacity.events import (
    AdvocateInstructed,
    AdvocateInstructedByNhs,
    AdvocateNeedArose,
    AdvocateNeedEnded,
    PersonAccommodated,
)
from swp_domain.capacity.vocabulary import NeedEnd
from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005.s39_advocates import OWED, Accommodation, AdvocateNeed, Trigger
from swp_domain.practice.vocabulary import Instrument
from swp_domain.refusal import Unlawful
from tests.capacity_papers import (
    ALONE,
    INDEPENDENT,
    accommodated,
    instructed,
    instructed_by_nhs,
    need,
)
from tests.cast import DELEGATE, PILOT, SUCCESSOR, contract, council, delegated, hospital, joined, practice
from tests.telling import Given, Said, breaks, day, given, keeps

ON, PLANNED = "2024-05-01", day("2024-05-20")
DUTY, NHS_DUTY = "instruct a mental capacity advocate", "instruct a mental capacity advocate (NHS)"
DETAINED = "instruct a mental capacity advocate (Schedule A1)"
ACCOMMODATION, TREATMENT, NHS_STAY = (
    Trigger.COUNCIL_ACCOMMODATION,
    Trigger.SERIOUS_TREATMENT,
    Trigger.NHS_ACCOMMODATION,
)


def alone(**told: Any) -> AdvocateNeed:
    return ALONE.model_copy(update=told)


def arose(trigger: Trigger = ACCOMMODATION, on: str = ON, **told: Any) -> Given:
    return given(council.tells(need(trigger, **told), on))


# When one is owed


def test_an_advocate_is_owed_before_a_move_that_lasts_eight_weeks() -> None:
    record = arose(planned_for=PLANNED)
    record.owes(DUTY, "i1", as_at="2024-05-20", last_day="2024-05-20")
    record.owes(DUTY, "i1", as_at="2024-05-21", standing=DutyStanding.LATE, late_since="2024-05-21")
    done = record.when(council.decides(instructed(), "2024-05-20")).then(AdvocateInstructed)
    done.owes(DUTY, "i1", as_at="2024-06-01", standing=DutyStanding.MET)
    arose(need=alone(days=57)).owes(DUTY, "i1", as_at=ON)
    arose(need=alone(days=55), planned_for=PLANNED).owes_no_duty_to(DUTY, as_at="2024-06-01")


def test_an_urgent_move_is_made_first_and_the_duty_follows_it() -> None:
    record = arose(urgent=True, planned_for=PLANNED)
    record.owes(DUTY, "i1", as_at="2024-06-25", last_day="2024-06-25")
    record.owes(DUTY, "i1", as_at="2024-06-26", standing=DutyStanding.LATE, late_since="2024-06-26")
    short = record.when(council.tells(AdvocateNeedEnded(advocacy="i1", why=NeedEnd.NOT_LASTING), "2024-05-10"))
    short.owes(DUTY, "i1", as_at="2024-07-01", standing=DutyStanding.ENDED)
    moved = record.when(council.tells(accommodated(advocacy="i1", rests_on=None), "2024-05-01"))
    moved.then(PersonAccommodated).breaches()


@pytest.mark.parametrize(
    "told",
    [
        {"befriended": True},
        {"someone_with_authority": True},
        {"lacks_capacity": False},
        {"under_mental_health_act": True},
        {"days": 55},
        {"days": None},
        {"befriended": None},
    ],
    ids=str,
)
def test_no_advocate_is_owed_where_a_limb_is_wanting_or_not_told(told: dict[str, Any]) -> None:
    arose(need=alone(**told)).owes_no_duty_to(DUTY, as_at="2024-12-01")


@pytest.mark.parametrize(
    ("accommodation", "days", "owed"),
    [
        (Accommodation.HOSPITAL, 27, False),
        (Accommodation.HOSPITAL, 28, True),
        (Accommodation.CARE_HOME, 55, False),
        (Accommodation.CARE_HOME, 56, True),
        (Accommodation.HOSPITAL, 29, True),
        (Accommodation.OTHER, 400, False),
        (None, 400, False),
    ],
)
def test_the_nhs_instructs_for_28_days_in_hospital_or_eight_weeks_in_a_care_home(
    accommodation: Accommodation | None, days: int, owed: bool
) -> None:
    record = arose(NHS_STAY, need=alone(accommodation=accommodation, days=days), planned_for=PLANNED)
    if owed:
        record.owes(NHS_DUTY, "i1", as_at=ON, last_day="2024-05-20")
        (duty,) = record.duties(NHS_DUTY)
        assert duty.mark.owner == "the hospital"
        done = record.when(hospital.decides(instructed_by_nhs(NHS_STAY), "2024-05-02")).then(AdvocateInstructedByNhs)
        done.owes(NHS_DUTY, "i1", as_at="2024-06-01", standing=DutyStanding.MET)
    else:
        record.owes_no_duty_to(NHS_DUTY, as_at="2024-12-01")


def test_the_nhs_instructs_before_serious_treatment_that_can_wait() -> None:
    treatment = alone(accommodation=None, days=None)
    arose(TREATMENT, need=treatment).owes(NHS_DUTY, "i1", as_at=ON, last_day=None)
    arose(TREATMENT, need=treatment, urgent=True).owes_no_duty_to(NHS_DUTY, as_at="2024-12-01")


@pytest.mark.parametrize("trigger", [Trigger.DETENTION, Trigger.NO_REPRESENTATIVE])
def test_the_supervisory_body_instructs_for_somebody_detained_and_alone(trigger: Trigger) -> None:
    record = arose(trigger, need=AdvocateNeed(befriended=False, someone_with_authority=False))
    record.owes(DETAINED, "i1", as_at="2024-05-15", last_day="2024-05-15")
    record.owes(DETAINED, "i1", as_at="2024-05-16", standing=DutyStanding.LATE, late_since="2024-05-16")
    done = record.when(council.decides(instructed(trigger), "2024-05-15"))
    done.owes(DETAINED, "i1", as_at="2024-06-01", standing=DutyStanding.MET)
    arose(trigger, need=AdvocateNeed(befriended=True)).owes_no_duty_to(DETAINED, as_at="2024-12-01")


def test_an_unpaid_representative_gets_help_who_asks_or_is_unlikely_to_act() -> None:
    help_ = Trigger.UNPAID_REPRESENTATIVE
    for told, owed in (
        ({"help_asked_for": True}, True),
        ({"representative_unlikely_to_act": True, "befriended": True}, True),
        ({"help_asked_for": False, "representative_unlikely_to_act": False}, False),
        ({"help_asked_for": False}, False),
    ):
        record = arose(help_, need=AdvocateNeed.model_validate(told))
        if owed:
            record.owes(DETAINED, "i1", as_at=ON)
        else:
            record.owes_no_duty_to(DETAINED, as_at=ON)


@pytest.mark.parametrize("trigger", [Trigger.REVIEW, Trigger.PROTECTION])
def test_for_a_review_or_in_protection_nobody_has_to_instruct(trigger: Trigger) -> None:
    assert trigger.is_a_power
    assert trigger not in OWED
    record = arose(trigger, need=alone(lived_there_days=84, of_benefit=True, measures_proposed=True))
    assert record.file().ledger == []


def test_advocates_came_before_the_act_and_those_of_schedule_a1_after_it() -> None:
    arose(on="2007-03-31", planned_for=day("2007-04-20")).owes_no_duty_to(DUTY, as_at="2008-01-01")
    arose(on="2007-04-01", planned_for=day("2007-04-20")).owes(DUTY, as_at="2007-04-01", last_day="2007-04-20")
    detained = AdvocateNeed(befriended=False, someone_with_authority=False)
    early = arose(Trigger.DETENTION, "2009-03-31", need=detained)
    early.owes_no_duty_to(DETAINED, as_at="2010-01-01")
    arose(Trigger.DETENTION, "2009-04-01", need=detained).owes(DETAINED, as_at="2009-04-01", last_day="2009-04-15")


# Before the move


@breaks(an_advocate_comes_before_the_move)
@keeps(an_advocate_comes_before_the_move)
def test_somebody_alone_is_not_moved_for_long_before_an_advocate_was_instructed() -> None:
    moved = accommodated(advocacy="i1", rests_on=None)
    for trigger in (ACCOMMODATION, NHS_STAY):
        record = arose(trigger, planned_for=PLANNED)
        record.when(council.tells(moved, "2024-05-20")).then(PersonAccommodated).breaches("IMCA-39")
        arose(trigger, need=alone(befriended=True)).when(council.tells(moved, "2024-05-20")).breaches()
        arose(trigger, need=alone(days=None)).when(council.tells(moved, "2024-05-20")).breaches().flags()
        arose(trigger, urgent=True).when(council.tells(moved, "2024-05-20")).breaches()
        over = record.when(council.tells(AdvocateNeedEnded(advocacy="i1", why=NeedEnd.BEFRIENDED), "2024-05-19"))
        over.when(council.tells(moved, "2024-05-20")).breaches()
    done = arose().when(council.decides(instructed(), "2024-05-20"))
    done.when(council.tells(moved, "2024-05-20")).breaches()
    nhs = arose(NHS_STAY).when(hospital.decides(instructed_by_nhs(NHS_STAY), "2024-05-20"))
    nhs.when(council.tells(moved, "2024-05-20")).breaches()
    arose(TREATMENT).when(council.tells(moved, "2024-05-20")).breaches()
    arose(on="2007-03-01").when(council.tells(moved, "2007-03-31")).breaches()
    arose(on="2007-03-01").when(council.tells(moved, "2007-04-01")).breaches("IMCA-39")


# Who instructs, and whom


@breaks(the_body_that_decides_instructs)
@keeps(the_body_that_decides_instructs)
def test_each_body_instructs_for_its_own_decisions() -> None:
    for trigger in (TREATMENT, NHS_STAY):
        record = arose(trigger)
        record.when(council.decides(instructed(trigger), ON)).refused(
            Unlawful, "IMCA-INS", f"for {trigger.value}, the NHS body instructs", "Ask the body that is responsible"
        )
        record.when(hospital.decides(instructed_by_nhs(trigger), ON)).then(AdvocateInstructedByNhs).breaches()
    for trigger in (ACCOMMODATION, Trigger.DETENTION):
        record = arose(trigger)
        record.when(council.decides(instructed(trigger), ON)).then(AdvocateInstructed).breaches()
        wrong = record.when(hospital.decides(instructed_by_nhs(trigger), ON))
        wrong.then(AdvocateInstructedByNhs).breaches("IMCA-INS")
    for trigger in (Trigger.REVIEW, Trigger.PROTECTION):
        record = arose(trigger, need=alone(lived_there_days=84, of_benefit=True, measures_proposed=True))
        record.when(council.decides(instructed(trigger), ON)).breaches()
        record.when(hospital.decides(instructed_by_nhs(trigger), ON)).breaches()


@pytest.mark.parametrize(
    "tie", [{"approved": False}, {"works_for_who_decides": True}, {"cares_for_the_person": True}], ids=str
)
@breaks(an_advocate_is_approved_and_independent)
def test_some_may_not_be_an_advocate(tie: dict[str, bool]) -> None:
    advocate = INDEPENDENT.model_copy(update=tie)
    arose().when(council.decides(instructed(advocate=advocate), ON)).refused(
        Unlawful, "IMCA-35: Mental Capacity Act 2005, s 35(1)-(4)", "Instruct somebody independent"
    )
    nhs = arose(TREATMENT).when(hospital.decides(instructed_by_nhs(advocate=advocate), ON))
    nhs.then(AdvocateInstructedByNhs).breaches("IMCA-35")
    early = arose(on="2007-03-01").when(council.decides(instructed(advocate=advocate), "2007-03-31"))
    early.then(AdvocateInstructed)


@keeps(an_advocate_is_approved_and_independent)
def test_what_is_not_told_of_an_advocate_refuses_nothing() -> None:
    untold = dict.fromkeys(INDEPENDENT.model_dump())
    arose().when(council.decides(instructed(advocate=untold), ON)).then(AdvocateInstructed).breaches().flags()


@breaks(the_wider_role_has_its_conditions)
@keeps(the_wider_role_has_its_conditions)
def test_the_wider_role_has_its_conditions() -> None:
    full = alone(lived_there_days=84, of_benefit=True, measures_proposed=True)
    cases: tuple[tuple[Trigger, dict[str, Any], bool], ...] = (
        (Trigger.REVIEW, {}, True),
        (Trigger.REVIEW, {"lived_there_days": 83}, False),
        (Trigger.REVIEW, {"lived_there_days": 85}, True),
        (Trigger.REVIEW, {"befriended": True}, False),
        (Trigger.REVIEW, {"someone_with_authority": True}, False),
        (Trigger.REVIEW, {"someone_with_authority": None}, True),
        (Trigger.REVIEW, {"of_benefit": False}, False),
        (Trigger.REVIEW, {"of_benefit": None}, True),
        (Trigger.PROTECTION, {"befriended": True}, True),
        (Trigger.PROTECTION, {"measures_proposed": False}, False),
        (Trigger.PROTECTION, {"lacks_capacity": False}, False),
    )
    for trigger, told, right in cases:
        record = arose(trigger, need=full.model_copy(update=told))
        after = record.when(council.decides(instructed(trigger), ON)).then(AdvocateInstructed).breaches()
        after.flags(*([] if right else ["IMCA-REG"]))
    unknown = given(council.records(instructed(Trigger.REVIEW), ON))
    unknown.when(council.decides(instructed(Trigger.REVIEW), ON)).then(AdvocateInstructed).flags()
    early = arose(Trigger.PROTECTION, "2007-03-01", need=alone(measures_proposed=False))
    early.when(council.decides(instructed(Trigger.PROTECTION), "2007-03-31")).flags()


# What a practice may do


WITH_ADVOCATES = delegated(
    Instrument.CONTRACTING_OUT_2011, "2011-08-01", Function.CAPACITY_ADVOCACY, delegation="advocates"
)
PILOT_2011: tuple[Said, ...] = (*PILOT, WITH_ADVOCATES)


def practice_on(on: str, *staff: Said) -> Given:
    return given(*staff, council.tells(need(), on))


@keeps(a_practice_instructs_under_the_first_order_only)
@breaks(a_practice_instructs_under_the_first_order_only)
def test_a_practice_of_the_pilots_instructs_only_an_advocate_whom_the_council_arranged() -> None:
    for on in ("2011-08-01", "2014-03-31"):
        record = practice_on(on, *PILOT_2011)
        arranged = instructed(of_an_arranged_provider=True)
        after = record.when(practice.decides(arranged, on)).then(AdvocateInstructed).breaches().purported(False)
        assert after.entry.authority is not None
        assert (after.entry.authority.delegation, after.entry.authority.theirs) == ("advocates", True)
        for told in (False, None):
            record.when(practice.decides(instructed(of_an_arranged_provider=told), on)).refused(
                Unlawful, "DEL-07: SI 2011/1568, art 3(2)(e)", "Instruct an advocate whom the council's own provider"
            )
        record.when(practice.records(instructed(of_an_arranged_provider=False), on)).breaches("DEL-07").purported()


def test_before_the_first_order_and_after_it_a_practice_instructs_nobody() -> None:
    arranged = instructed(of_an_arranged_provider=True)
    practice_on("2011-07-31", contract("2011-07-01"), joined(practice, "2011-07-01")).when(
        practice.decides(arranged, "2011-07-31")
    ).refused(LawNotKnown, "not known on 31 July 2011")
    practice_on("2014-04-01", *PILOT_2011).when(practice.decides(arranged, "2014-04-01")).refused(
        Unlawful, "DEL-01: SI 2014/829, art 3, Sch: not met on 1 April 2014; not shown: (1) the function is in"
    )
    after = delegated(Instrument.CONTRACTING_OUT_2014, "2014-04-01", Function.CAPACITY_ADVOCACY, delegation="more")
    for on in ("2014-04-01", "2015-03-31"):
        practice_on(on, *SUCCESSOR, after).when(practice.decides(arranged, on)).refused(
            Unlawful, "DEL-01: SI 2014/829, art 3, Sch: not met", "(1) the function is in the schedule"
        )


@breaks(a_practice_instructs_under_the_first_order_only)
def test_section_79_does_not_reach_the_instruction_of_an_advocate() -> None:
    arranged = instructed(of_an_arranged_provider=True)
    practice_on("2015-04-01", *DELEGATE).when(practice.decides(arranged, "2015-04-01")).refused(
        Unlawful, "DEL-01: Care Act 2014, s 79(1), (4)-(5): not met"
    )
    # That a council authorised it all the same gives no power.
    void = delegated(Instrument.CARE_ACT_S79, "2015-04-01", Function.CAPACITY_ADVOCACY, delegation="void")
    for on in ("2015-04-01", "2024-05-01"):
        practice_on(on, *DELEGATE, void).when(practice.decides(arranged, on)).refused(
            Unlawful, "DEL-07: Care Act 2014, s 79(1), (4)-(5): not met", "Ask the council to instruct"
        )


@keeps(a_practice_instructs_under_the_first_order_only)
def test_a_partnership_has_terms_of_its_own_and_the_council_needs_none() -> None:
    partnership = delegated(Instrument.NHS_ACT_S75, "2012-05-01", Function.CAPACITY_ADVOCACY, delegation="s75")
    for on in ("2012-05-01", "2014-06-01", "2024-05-01"):
        record = practice_on(on, contract("2011-08-01"), partnership, joined(practice, "2012-05-01"))
        record.when(practice.decides(instructed(), on)).then(AdvocateInstructed).breaches()
    practice_on("2024-05-01", *DELEGATE).when(council.decides(instructed(), "2024-05-01")).then(AdvocateInstructed)


def test_what_an_advocate_is_needed_for_stays_in_the_file() -> None:
    file = arose().when(council.decides(instructed(), "2024-05-02")).file()
    assert isinstance(file, CaseFile)
    one = file.capacity.advocacies["i1"]
    assert (one.trigger, one.need, one.instructed_on) == (ACCOMMODATION, ALONE, day("2024-05-02"))
    assert [type(entry.event) for entry in file.entries] == [AdvocateNeedArose, AdvocateInstructed]
