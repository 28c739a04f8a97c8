"""What is decided for somebody begins with incapacity, hears those concerned, and passes nobody over who may decide."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.capacity.authority import who_may_decide
from swp_domain.capacity.best_interests_rules import (
    a_dispute_goes_to_the_court,
    a_less_restrictive_way_is_considered,
    a_refusal_of_what_sustains_life_has_its_form,
    an_advocates_report_is_taken_into_account,
    best_interests_begin_with_incapacity,
    contact_is_limited_under_a_decision,
    regaining_capacity_is_considered,
    some_matters_are_nobody_elses,
    the_assessment_still_bears_it,
    the_person_takes_part,
    those_concerned_are_consulted,
    who_may_decide_is_not_passed_over,
    wishes_are_considered,
)
from swp_domain.capacity.events import (
    AdvanceDecisionMade,
    AdvanceDecisionWithdrawn,
    AuthorityEnded,
    BestInterestsDecided,
    CapacityAdvocateReported,
    ContactRestored,
    ContactRestricted,
    LastingPowerRegistered,
    MeetingHeld,
    ObjectionResolved,
    Option,
    PersonAccommodated,
    PersonOrOthersHeard,
)
from swp_domain.capacity.vocabulary import AuthorityEnd, BestInterestsOutcome, CapacityResult
from swp_domain.case_file import CaseFile
from swp_domain.court.vocabulary import ApplicationKind
from swp_domain.law.finding import Outcome
from swp_domain.law.mental_capacity_act_2005.s1_principles import FreedomFacts
from swp_domain.law.mental_capacity_act_2005.s4_best_interests import ConsultationFacts, Heard, PersonFacts
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.law.mental_capacity_act_2005.s25_advance_decisions import AdvanceDecisionFacts
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.refusal import Unlawful
from tests.capacity_papers import (
    CONSULTED,
    FAMILY,
    INVOLVED,
    accommodated,
    assessed,
    best_interests,
    deputy,
    lacking,
    named,
    need,
    objection,
    power,
    restricted,
)
from tests.cast import DELEGATE, council, court, hospital, practice
from tests.papers import application, order
from tests.telling import Given, Record, Said, breaks, day, given, keeps

POSTPONED, TO_COURT = BestInterestsOutcome.POSTPONED, BestInterestsOutcome.TO_COURT
HAS, LACKS = CapacityResult.HAS, CapacityResult.LACKS
ON = "2024-05-02"


def lacks(*said: Said, **told: Any) -> Given:
    return given(*lacking(**told), *said)


def case(record: Record) -> CaseFile:
    file = record.file()
    assert isinstance(file, CaseFile)
    return file


# It begins with incapacity


@keeps(
    best_interests_begin_with_incapacity,
    the_assessment_still_bears_it,
    those_concerned_are_consulted,
    wishes_are_considered,
    the_person_takes_part,
    regaining_capacity_is_considered,
    a_less_restrictive_way_is_considered,
    a_dispute_goes_to_the_court,
    who_may_decide_is_not_passed_over,
    some_matters_are_nobody_elses,
    an_advocates_report_is_taken_into_account,
)
def test_a_decision_that_rests_on_an_assessment_and_heard_everybody_leaves_nothing_to_say() -> None:
    lacks().when(council.decides(best_interests(), ON)).then(BestInterestsDecided).breaches().flags().purported(False)


@breaks(best_interests_begin_with_incapacity)
def test_nothing_is_decided_for_somebody_who_was_not_assessed() -> None:
    bare = given(council.tells(named(), "2024-05-01"))
    bare.when(council.decides(best_interests(), ON)).refused(Unlawful).in_these_words(
        "MCA-04-01: Mental Capacity Act 2005, ss 1(2), 4(1): cannot tell on 2 May 2024; not told: "
        "(1) an assessment of incapacity for this decision is in force; but rests_on: the file holds no assessment. "
        "Assess capacity for this decision first."
    )
    bare.when(council.records(best_interests(), ON)).then(BestInterestsDecided).breaches().flags("MCA-04-01")
    able = given(council.tells(named(), "2024-05-01"), council.decides(assessed(HAS), "2024-05-01"))
    able.when(council.decides(best_interests(), ON)).refused(Unlawful, "MCA-04-01", "an assessment of capacity")
    able.when(council.records(best_interests(), ON)).then(BestInterestsDecided).breaches("MCA-04-01").purported()
    able.when(hospital.decides(best_interests(), ON)).then(BestInterestsDecided).breaches("MCA-04-01")
    neither = given(
        council.tells(named(), "2024-05-01"), council.decides(assessed(CapacityResult.NOT_ESTABLISHED), "2024-05-01")
    )
    neither.when(council.decides(best_interests(), ON)).refused(Unlawful, "MCA-04-01")


@keeps(best_interests_begin_with_incapacity)
def test_what_is_put_off_or_left_to_the_court_decides_nothing() -> None:
    bare = given(council.tells(named(), "2024-05-01"))
    for outcome in (POSTPONED, TO_COURT):
        bare.when(council.decides(best_interests(outcome), ON)).then(BestInterestsDecided).breaches().flags()


@keeps(best_interests_begin_with_incapacity)
@breaks(the_assessment_still_bears_it)
def test_an_assessment_that_is_contradicted_or_stale_is_looked_at_and_refuses_nothing() -> None:
    stale = lacks(look_again_on=day("2024-05-31"))
    stale.when(council.decides(best_interests(), "2024-05-31")).flags()
    stale.when(council.decides(best_interests(), "2024-06-01")).then(BestInterestsDecided).breaches().flags("MCA-04-02")
    both = lacks(hospital.decides(assessed(HAS), "2024-05-01"))
    both.when(council.decides(best_interests(), ON)).then(BestInterestsDecided).breaches().flags("MCA-04-02")


@keeps(best_interests_begin_with_incapacity)
@breaks(best_interests_begin_with_incapacity)
def test_the_act_asks_nothing_before_its_first_day() -> None:
    bare = given(council.tells(named(), "2007-09-01"))
    paper = best_interests(consultation=ConsultationFacts(), person=PersonFacts(takes_part=False))
    bare.when(council.decides(paper, "2007-09-30")).then(BestInterestsDecided).breaches().flags()
    bare.when(council.decides(paper, "2007-10-01")).refused(Unlawful, "MCA-04-01")


# Who is heard


@pytest.mark.parametrize("who", ["named_by_the_person", "carers_and_interested", "attorney", "deputy"])
@breaks(those_concerned_are_consulted)
def test_whoever_is_asked_for_and_not_heard_is_a_breach(who: str) -> None:
    told = CONSULTED.model_copy(update={who: Heard.NOT_HEARD})
    for paper in (best_interests(consultation=told), accommodated(consultation=told)):
        lacks().when(council.decides(paper, ON)).breaches("MCA-04-01")
    excused = CONSULTED.model_copy(update={who: Heard.NOT_PRACTICABLE})
    lacks().when(council.decides(best_interests(consultation=excused), ON)).breaches().flags()


@keeps(those_concerned_are_consulted)
@breaks(those_concerned_are_consulted)
def test_that_nobody_was_heard_is_looked_at_where_nothing_shows_otherwise() -> None:
    untold = best_interests(consultation=ConsultationFacts())
    lacks().when(council.decides(untold, ON)).then(BestInterestsDecided).breaches().flags("MCA-04-01")
    for heard in (
        PersonOrOthersHeard(capacity_decision="q1", who=FAMILY),
        PersonOrOthersHeard(who=FAMILY),
        MeetingHeld(capacity_decision="q1", attended=(FAMILY,)),
    ):
        lacks(council.tells(heard, "2024-05-01")).when(council.decides(untold, ON)).flags()
    other = lacks(council.tells(named("q2"), "2024-05-01"))
    about_another = PersonOrOthersHeard(capacity_decision="q2", who=FAMILY)
    other.when(council.tells(about_another, "2024-05-01")).when(council.decides(untold, ON)).flags("MCA-04-01")
    lacks().when(council.decides(best_interests(POSTPONED, consultation=ConsultationFacts()), ON)).flags()


@keeps(those_concerned_are_consulted)
@breaks(those_concerned_are_consulted)
def test_a_move_carries_out_a_decision_or_hears_people_itself() -> None:
    moved = accommodated(consultation=ConsultationFacts())
    lacks().when(council.tells(moved, ON)).then(PersonAccommodated).breaches().flags("MCA-04-01")
    decided = lacks(council.decides(best_interests(), "2024-05-01"))
    decided.when(council.tells(moved, ON)).then(PersonAccommodated).breaches().flags()
    for agrees, flags in ((True, []), (None, []), (False, ["MCA-04-01"])):
        mine = accommodated(rests_on=None, person_agrees=agrees, consultation=ConsultationFacts())
        lacks().when(council.tells(mine, ON)).then(PersonAccommodated).flags(*flags)
    given().when(
        council.tells(accommodated(rests_on=None, person_agrees=False, consultation=ConsultationFacts()), "2007-09-30")
    ).flags()


@pytest.mark.parametrize("part", ["wishes_and_feelings", "beliefs_and_values", "takes_part", "may_regain_capacity"])
@breaks(wishes_are_considered, the_person_takes_part, regaining_capacity_is_considered)
def test_the_persons_own_part_is_not_left_out(part: str) -> None:
    rules = {"takes_part": "MCA-04-04", "may_regain_capacity": "MCA-04-05"}
    rule = rules.get(part, "MCA-04-03")
    for told, broken in ((False, [rule]), (None, [])):
        facts = INVOLVED.model_copy(update={part: told})
        lacks().when(council.decides(best_interests(person=facts), ON)).breaches(*broken).flags()
    everything = PersonFacts(takes_part=False, wishes_and_feelings=False, may_regain_capacity=False)
    lacks().when(council.decides(best_interests(person=everything), ON)).breaches("MCA-04-03", "MCA-04-04", "MCA-04-05")
    lacks().when(council.decides(best_interests(POSTPONED, person=everything), ON)).breaches()
    lacks().when(council.tells(accommodated(person=everything), ON)).breaches("MCA-04-03", "MCA-04-04")


@breaks(a_less_restrictive_way_is_considered)
@keeps(a_less_restrictive_way_is_considered)
def test_a_less_restrictive_way_is_considered() -> None:
    none = FreedomFacts(less_restrictive_considered=False)
    lacks().when(council.decides(best_interests(freedom=none), ON)).breaches("MCA-01-06")
    lacks().when(council.decides(best_interests(freedom=FreedomFacts()), ON)).breaches().flags("MCA-01-06")
    home = Option(what="Live at home with a live-in carer.", less_restrictive=True)
    lacks().when(council.decides(best_interests(freedom=none, options=(home,)), ON)).breaches().flags()
    chosen = Option(what="Live in the home.", less_restrictive=False, chosen=True)
    lacks().when(council.decides(best_interests(freedom=none, options=(chosen,)), ON)).breaches("MCA-01-06")
    lacks().when(council.decides(best_interests(POSTPONED, freedom=none), ON)).breaches()
    early = given(*lacking("2007-09-01"))
    early.when(council.decides(best_interests(freedom=none), "2007-09-30")).breaches()


# Disputes


@breaks(a_dispute_goes_to_the_court)
@keeps(a_dispute_goes_to_the_court)
def test_a_decision_against_an_objection_belongs_before_the_court() -> None:
    objected = lacks(council.tells(objection(capacity_decision="q1"), "2024-05-01"))
    objected.when(council.decides(best_interests(), ON)).then(BestInterestsDecided).breaches().flags("MCA-04-06")
    lacks(council.tells(objection(), "2024-05-01")).when(council.decides(best_interests(), ON)).flags("MCA-04-06")
    objected.when(council.decides(best_interests(TO_COURT), ON)).flags()
    asked = objected.when(council.tells(application(kind=ApplicationKind.WELFARE), "2024-05-01"))
    asked.when(council.decides(best_interests(), ON)).flags()
    over = asked.when(court.decides(order(application="p1", ends_application=True), "2024-05-01"))
    over.when(council.decides(best_interests(), ON)).flags("MCA-04-06")
    for which in (None, "q1"):
        resolved = objected.when(council.tells(ObjectionResolved(capacity_decision=which), "2024-05-01"))
        resolved.when(council.decides(best_interests(), ON)).flags()
    other = lacks(council.tells(named("q2"), "2024-05-01"))
    elsewhere = other.when(council.tells(objection(capacity_decision="q2"), "2024-05-01"))
    elsewhere.when(council.decides(best_interests(), ON)).flags()
    still = elsewhere.when(council.tells(objection(), "2024-05-01")).when(
        council.tells(ObjectionResolved(capacity_decision="q2"), "2024-05-01")
    )
    still.when(council.decides(best_interests(), ON)).flags("MCA-04-06")


# Who may decide


def test_an_attorney_decides_within_their_power_once_it_is_registered_and_until_it_ends() -> None:
    def answers(record: Record, on: str = ON) -> list[bool | None]:
        return [one.answer for one in who_may_decide(case(record).capacity, "q1", day(on))]

    assert answers(lacks(council.tells(power(), "2024-05-01"))) == [True]
    assert answers(lacks(council.tells(power(), "2024-05-03"))) == []
    assert answers(lacks(council.tells(power(registered=None), "2024-05-01"))) == [None]
    unregistered = lacks(council.tells(power(registered=False), "2024-05-01"))
    assert answers(unregistered) == []
    registered = unregistered.when(council.tells(LastingPowerRegistered(authority="lpa"), ON))
    assert answers(registered) == [True]
    assert answers(lacks(council.tells(power(kind=PowerKind.PROPERTY_AND_AFFAIRS), "2024-05-01"))) == []
    assert answers(lacks(council.tells(power(matters=(Matter.CARE,)), "2024-05-01"))) == []
    assert answers(lacks(council.tells(power(matters=(Matter.RESIDENCE,)), "2024-05-01"))) == [True]
    ended = lacks(
        council.tells(power(), "2024-05-01"),
        council.tells(AuthorityEnded(authority="lpa", why=AuthorityEnd.DISCLAIMED), "2024-05-02"),
    )
    assert answers(ended, "2024-05-01") == [True]
    assert answers(ended, "2024-05-02") == []


def test_capacity_comes_before_any_power_over_welfare_and_not_before_one_over_property() -> None:
    def answer(matter: Matter, kind: PowerKind, result: CapacityResult) -> list[bool | None]:
        record = given(
            council.tells(named(matter=matter), "2024-05-01"),
            council.decides(assessed(result), "2024-05-01"),
            council.tells(power(kind=kind), "2024-05-01"),
            council.tells(deputy(kind=kind, until=day("2024-05-31")), "2024-05-01"),
        )
        return [one.answer for one in who_may_decide(case(record).capacity, "q1", day(ON))]

    welfare, property_ = PowerKind.HEALTH_AND_WELFARE, PowerKind.PROPERTY_AND_AFFAIRS
    assert answer(Matter.RESIDENCE, welfare, HAS) == [False, False]
    assert answer(Matter.RESIDENCE, welfare, LACKS) == [True, None], "a deputy gives way to an attorney"
    assert answer(Matter.TENANCY, property_, HAS) == [True, False]
    assert answer(Matter.TENANCY, property_, LACKS) == [True, None]


def test_a_deputy_decides_to_the_last_day_of_the_term() -> None:
    record = lacks(council.tells(deputy(until=day("2024-05-31")), "2024-05-01"))
    state = case(record).capacity
    assert [one.answer for one in who_may_decide(state, "q1", day("2024-05-31"))] == [True]
    assert who_may_decide(state, "q1", day("2024-06-01")) == ()
    assert who_may_decide(state, "q1", day("2007-09-30")) == ()


@breaks(who_may_decide_is_not_passed_over)
@keeps(who_may_decide_is_not_passed_over)
def test_an_attorney_or_deputy_in_scope_is_not_passed_over() -> None:
    attorney, nobody = lacks(council.tells(power(), "2024-05-01")), CONSULTED
    for paper in (best_interests(), accommodated()):
        attorney.when(council.decides(paper, ON)).breaches().flags("MCA-11-01").finds(
            "Mental Capacity Act 2005, ss 4(7)(c), 9: not met on 2 May 2024; not shown: (1) the attorney within whose "
            "power it lies was consulted; but lpa could take the decision, and consultation.attorney does not say so."
        )
    for heard, flags in ((Heard.HEARD, []), (Heard.NOT_PRACTICABLE, []), (None, ["MCA-11-01"])):
        told = nobody.model_copy(update={"attorney": heard})
        attorney.when(council.decides(best_interests(consultation=told), ON)).flags(*flags)
    deputed = lacks(council.tells(deputy(), "2024-05-01"))
    deputed.when(council.decides(best_interests(), ON)).flags("MCA-11-01")
    both = CONSULTED.model_copy(update={"deputy": Heard.HEARD})
    deputed.when(council.decides(best_interests(consultation=both), ON)).flags()
    two = attorney.when(council.tells(deputy(), "2024-05-01"))
    heard_one = CONSULTED.model_copy(update={"attorney": Heard.HEARD, "deputy": None})
    two.when(council.decides(best_interests(consultation=heard_one), ON)).flags("MCA-11-01").finds(
        "Mental Capacity Act 2005, ss 4(7)(d), 16: cannot tell on 2 May 2024; not told: (1) the deputy within whose "
        "power it lies was consulted; but deputy could take the decision, and consultation.deputy does not say so."
    )
    able = given(
        council.tells(named(), "2024-05-01"),
        council.decides(assessed(HAS), "2024-05-01"),
        council.tells(power(), "2024-05-01"),
    )
    able.when(council.tells(accommodated(), ON)).flags("MCA-05-01")
    deputed.when(council.decides(best_interests(POSTPONED), ON)).flags()
    elsewhere = lacks(council.tells(power(kind=PowerKind.PROPERTY_AND_AFFAIRS), "2024-05-01"))
    elsewhere.when(council.decides(best_interests(), ON)).flags()


# What nobody decides for another


@pytest.mark.parametrize("matter", [Matter.MARRIAGE, Matter.SEXUAL_RELATIONS, Matter.ADOPTION, Matter.VOTING])
@breaks(some_matters_are_nobody_elses)
def test_some_matters_are_nobody_elses_to_decide(matter: Matter) -> None:
    record = lacks(matter=matter)
    record.when(council.decides(best_interests(), ON)).refused(
        Unlawful, "MCA-27-01: Mental Capacity Act 2005, ss 27, 29", "Record the finding on capacity alone"
    )
    record.when(council.decides(best_interests(POSTPONED), ON)).then(BestInterestsDecided).breaches()


@keeps(some_matters_are_nobody_elses)
@breaks(some_matters_are_nobody_elses)
def test_every_other_matter_can_be_decided_for_somebody() -> None:
    for matter in (Matter.CONTACT, Matter.OTHER):
        lacks(matter=matter).when(council.decides(best_interests(), ON)).then(BestInterestsDecided).breaches()
    early = given(*lacking("2007-09-01", matter=Matter.VOTING))
    early.when(council.decides(best_interests(), "2007-09-30")).then(BestInterestsDecided)
    early.when(council.decides(best_interests(), "2007-10-01")).refused(Unlawful, "MCA-27-01")


# The advocate's report, contact, advance decisions


@breaks(an_advocates_report_is_taken_into_account)
@keeps(an_advocates_report_is_taken_into_account)
def test_what_an_advocate_reported_is_taken_into_account() -> None:
    reported = lacks(
        council.tells(need(), "2024-05-01"),
        council.tells(CapacityAdvocateReported(advocacy="i1", capacity_decision="q1"), "2024-05-01"),
    )
    for told, broken, flags in ((True, [], []), (False, ["MCA-39-06"], []), (None, [], ["MCA-39-06"])):
        paper = best_interests(advocates_report_considered=told)
        reported.when(council.decides(paper, ON)).breaches(*broken).flags(*flags)
    reported.when(council.decides(best_interests(POSTPONED), ON)).flags()


@breaks(contact_is_limited_under_a_decision)
@keeps(contact_is_limited_under_a_decision)
def test_contact_is_limited_under_a_decision_or_an_order() -> None:
    lacks().when(council.tells(restricted(), ON)).then(ContactRestricted).breaches().flags("MCA-04-08")
    decided = lacks(council.decides(best_interests(), "2024-05-01"))
    decided.when(council.tells(restricted(best_interests="b1"), ON)).flags()
    decided.when(council.tells(restricted(), ON)).flags("MCA-04-08")
    put_off = lacks(council.decides(best_interests(POSTPONED), "2024-05-01"))
    put_off.when(council.tells(restricted(best_interests="b1"), ON)).flags("MCA-04-08")
    ordered = lacks(court.decides(order(), "2024-05-01"))
    ordered.when(council.tells(restricted(order="o1"), ON)).flags()
    again = ordered.when(council.tells(restricted(order="o1"), ON))
    again.when(council.tells(ContactRestored(restriction="x1"), "2024-06-01")).then(ContactRestored).flags()
    given().when(council.tells(restricted(), "2007-09-30")).flags()
    given().when(council.tells(restricted(), "2007-10-01")).flags("MCA-04-08")


@pytest.mark.parametrize("form", ["even_if_life_is_at_risk", "in_writing", "signed", "witnessed"])
@breaks(a_refusal_of_what_sustains_life_has_its_form)
@keeps(a_refusal_of_what_sustains_life_has_its_form)
def test_an_advance_decision_against_what_sustains_life_has_its_form(form: str) -> None:
    full = dict.fromkeys(AdvanceDecisionFacts.model_fields, True)
    for told, flags in ((full, []), ({**full, form: False}, ["MCA-25-01"]), ({**full, form: None}, [])):
        made = AdvanceDecisionMade(advance_decision="d1", made=AdvanceDecisionFacts.model_validate(told))
        given().when(council.tells(made, ON)).then(AdvanceDecisionMade).breaches().flags(*flags)
    other = AdvanceDecisionMade(advance_decision="d1", made=AdvanceDecisionFacts(refuses_life_sustaining=False))
    record = given(council.tells(other, ON))
    record.when(council.tells(AdvanceDecisionWithdrawn(advance_decision="d1"), "2024-06-01")).flags()
    missing = AdvanceDecisionMade(
        advance_decision="d1", made=AdvanceDecisionFacts(refuses_life_sustaining=True, in_writing=False)
    )
    given().when(council.tells(missing, "2007-09-30")).flags()
    given().when(council.tells(missing, "2007-10-01")).flags("MCA-25-01")


def test_a_practice_decides_in_best_interests_without_any_delegation() -> None:
    """Section 4 binds whoever decides: no function of the council is exercised by it."""
    record = given(*DELEGATE, *lacking())
    after = record.when(practice.decides(best_interests(), ON)).then(BestInterestsDecided)
    after.purported(False).concludes("MCA-04-01", Outcome.MET, Outcome.MET)
