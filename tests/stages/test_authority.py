"""The chain of authority: what a decision of a practice stands on, and the link that fails."""

from __future__ import annotations

from decimal import Decimal

import pytest

from swp_domain.actor import BodyKind, Role
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.entry import Authority
from swp_domain.law.function import Function
from swp_domain.law.functions_of_councils import conferred_by
from swp_domain.law.rule import Regime
from swp_domain.liberty.events import StandardAuthorisationDecided
from swp_domain.liberty.vocabulary import AuthorisationOutcome
from swp_domain.planning.events import ApprovalAsked, ApprovalDecided, CareAndSupportPlanAgreed, PlanDrafted
from swp_domain.planning.vocabulary import ApprovalOutcome, PlanOutcome
from swp_domain.practice.authority_rules import (
    a_practice_decides_within_its_authorisation,
    a_reserved_decision_waits_for_the_council,
    authorising_liberty_is_never_a_practices,
    what_an_authorisation_reaches_is_looked_at,
    what_could_not_wait_is_answered_afterwards,
)
from swp_domain.practice.events import (
    CompetenceApproved,
    DecisionsReserved,
    FunctionsDelegated,
    FunctionsWithdrawn,
    ReservationLifted,
    ScopeChanged,
)
from swp_domain.practice.order_rules import whoever_is_no_social_worker_is_competent
from swp_domain.practice.proof import LINK_OF, Link, proof_of
from swp_domain.practice.rules import the_council_approves_competence
from swp_domain.practice.vocabulary import Instrument
from swp_domain.refusal import Invalid, Unlawful
from swp_domain.responsibility.events import (
    CaseGivenBack,
    CaseTakenBack,
    CohortRecorded,
    DecisionRatified,
    ReservedDecisionAnswered,
    ReservedDecisionReferred,
)
from swp_domain.responsibility.rules import (
    only_what_was_taken_back_is_given_back,
    what_is_ratified_was_beyond_a_practices_power,
    what_is_referred_is_reserved,
)
from swp_domain.responsibility.vocabulary import Agreement, Ratification, TakingBack
from tests.cast import (
    DELEGATE,
    PILOT,
    PRACTICE,
    PRE_CARE_ACT,
    SUCCESSOR,
    administrator,
    case_worker,
    competent,
    contract,
    council,
    delegated,
    joined,
    person,
    practice,
    somebody,
)
from tests.papers import completed, decided, enquiry, request
from tests.telling import CASE, Given, Said, breaks, day, given, keeps

S79 = Instrument.CARE_ACT_S79
APPROVAL, PLAN = ApprovalDecided.name, CareAndSupportPlanAgreed.name


def limited(*, groups: tuple[str, ...] = (), areas: tuple[str, ...] = ()) -> tuple[Said, ...]:
    """A practice authorised under section 79 for some people only."""
    event = FunctionsDelegated(
        delegation="d1", functions=(Function.NEEDS_ASSESSMENT,), under=S79, client_groups=groups, areas=areas
    )
    return contract("2015-04-01"), administrator.tells(event, "2015-04-01"), joined(practice, "2015-04-01")


def of(*groups: str, area: str = "", on: str = "2024-04-01") -> Said:
    return council.tells(CohortRecorded(client_groups=groups, area=area), on)


def asked(*world: Said | tuple[Said, ...], on: str = "2024-05-01") -> Given:
    return given(*world, person.tells(request(), on))


# For whom an authorisation is


@keeps(a_practice_decides_within_its_authorisation, what_an_authorisation_reaches_is_looked_at)
def test_an_authorisation_for_some_reaches_those_whose_cohort_is_on_record() -> None:
    record = asked(limited(groups=("Older people",), areas=("Shrewsbury", "South")), of("older people", area="south"))
    then = record.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches().flags()
    authority = then.entry.authority
    assert authority is not None
    assert authority.extent == "Older people in Shrewsbury, South"
    assert authority.theirs


@breaks(a_practice_decides_within_its_authorisation)
@pytest.mark.parametrize("who", [of("physical disability", area="South"), of("older people", area="North")])
def test_an_authorisation_for_some_does_not_reach_others(who: Said) -> None:
    record = asked(limited(groups=("older people",), areas=("South",)), who)
    record.when(practice.decides(completed(), "2024-05-20")).refused(
        Unlawful, "the practice takes the assessment of needs, and d1 is for older people in South"
    )
    done = record.when(practice.records(completed(), "2024-05-20")).then(AssessmentCompleted).breaches("DEL-01")
    assert done.entry.authority is not None
    assert done.entry.authority.theirs is False
    proof = proof_of(done.entry)
    assert proof is not None
    assert (proof.fails, proof.shown) == (Link.INSTRUMENT, False)
    assert "d1 is for older people in South" in str(proof)


@breaks(what_an_authorisation_reaches_is_looked_at)
@pytest.mark.parametrize("who", [(), (of("older people"),), (of(area="South"),)])
def test_whose_cohort_was_not_told_is_looked_at_by_a_person(who: tuple[Said, ...]) -> None:
    record = asked(limited(groups=("older people",), areas=("South",)), who)
    record.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches().flags("DEL-01")


def test_of_two_authorisations_the_one_that_is_for_the_person_counts() -> None:
    north = FunctionsDelegated(delegation="d2", functions=(Function.NEEDS_ASSESSMENT,), under=S79, areas=("North",))
    record = asked(limited(areas=("South",)), administrator.tells(north, "2016-04-01"), of(area="North"))
    entry = record.when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches().entry
    assert entry.authority is not None
    assert entry.authority.delegation == "d2"


def test_an_area_is_added_from_its_day() -> None:
    wider = administrator.tells(ScopeChanged(delegation="d1", areas=("South", "North")), "2024-05-10")
    record = asked(limited(areas=("South",)), wider, of(area="North"))
    record.when(practice.decides(completed(), "2024-05-09")).refused(Unlawful, "DEL-01")
    record.when(practice.decides(completed(), "2024-05-10")).then(AssessmentCompleted).breaches()


def test_a_function_is_withdrawn_from_its_day_and_the_others_stay() -> None:
    out = FunctionsWithdrawn(delegation="s79", functions=(Function.NEEDS_ASSESSMENT,))
    record = asked(DELEGATE, administrator.tells(out, "2024-05-10"))
    record.when(practice.decides(completed(), "2024-05-09")).then(AssessmentCompleted).breaches()
    record.when(practice.decides(completed(), "2024-05-10")).refused(Unlawful, "DEL-01")


# The council is never locked out


def test_the_council_takes_what_it_delegated() -> None:
    """An authorisation does not stop the council from acting itself (s 79(5)(c))."""
    entry = asked(DELEGATE).when(council.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches().entry
    assert entry.authority is not None
    assert entry.authority.theirs
    assert entry.authority.under == ""


@breaks(a_practice_decides_within_its_authorisation)
@keeps(only_what_was_taken_back_is_given_back)
def test_a_case_that_the_council_took_back_is_the_councils_to_decide_until_it_is_given_back() -> None:
    taken = council.decides(CaseTakenBack(decision=decided(TakingBack.CONCERN)), "2024-05-10")
    record = asked(DELEGATE, taken).when(council.tells(CaseGivenBack(), "2024-06-01")).then(CaseGivenBack).flags()
    record.when(practice.decides(completed(), "2024-05-09")).then(AssessmentCompleted).breaches()
    record.when(practice.decides(completed(), "2024-05-10")).refused(
        Unlawful, "the council took the case back on 2024-05-10"
    )
    record.when(council.decides(completed(), "2024-05-10")).then(AssessmentCompleted).breaches()
    record.when(practice.decides(completed(), "2024-06-01")).then(AssessmentCompleted).breaches()


@breaks(only_what_was_taken_back_is_given_back)
def test_what_was_never_taken_back_is_not_given_back_and_not_by_the_practice() -> None:
    given(DELEGATE).when(practice.tells(CaseGivenBack(), "2024-05-10")).then(CaseGivenBack).flags("DEL-09", "DEL-09")


# Reserved decisions


def reserving(*kinds: str, above: str | None = None) -> Said:
    event = DecisionsReserved(reservation="r1", decisions=kinds, above=Decimal(above) if above else None)
    return administrator.tells(event, "2024-04-01")


def approval(weekly: str = "600") -> ApprovalDecided:
    return ApprovalDecided(plan="p1", weekly=Decimal(weekly), decision=decided(ApprovalOutcome.APPROVED))


DRAFTED = (
    administrator.tells(PlanDrafted(plan="p1"), "2024-05-01"),
    administrator.tells(ApprovalAsked(plan="p1", weekly=Decimal(600)), "2024-05-01"),
)


@breaks(a_reserved_decision_waits_for_the_council)
def test_a_reserved_decision_waits_for_the_council() -> None:
    record = given(DELEGATE, reserving(APPROVAL), DRAFTED)
    record.when(practice.decides(approval(), "2024-05-20")).refused(
        Unlawful, "GOV-03: Delegation, reserved decisions: not met on 20 May 2024", "the contract reserves it",
        "Refer it with reserved-decision-referred, or ask the council to take it",
    )  # fmt: skip
    done = record.when(practice.records(approval(), "2024-05-20")).then(ApprovalDecided).breaches("GOV-03")
    authority = done.purported().entry.authority
    assert authority is not None
    assert (authority.reserved, authority.agreed, authority.theirs) == (True, False, False)
    proof = proof_of(done.entry)
    assert proof is not None
    assert proof.fails is Link.RESERVATION
    record.when(council.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches()


@keeps(a_reserved_decision_waits_for_the_council)
def test_what_the_council_agreed_to_the_practice_takes_once() -> None:
    yes = ReservedDecisionAnswered(of=APPROVAL, weekly=Decimal(700), decision=decided(Agreement.AGREED))
    record = given(DELEGATE, reserving(APPROVAL), DRAFTED, council.decides(yes, "2024-05-10"))
    record.when(practice.decides(approval("701"), "2024-05-20")).refused(Unlawful, "GOV-03")
    record.when(practice.decides(approval(), "2024-05-09")).refused(Unlawful, "GOV-03")
    done = record.when(practice.decides(approval("700"), "2024-05-20")).then(ApprovalDecided).breaches()
    assert done.entry.authority is not None
    assert (done.entry.authority.reserved, done.entry.authority.agreed) == (True, True)
    done.when(practice.decides(approval("650"), "2024-06-20")).refused(Unlawful, "GOV-03")


def test_an_agreement_without_a_sum_is_to_any_and_a_refusal_is_none() -> None:
    for answer, refused in ((Agreement.AGREED, False), (Agreement.NOT_AGREED, True)):
        event = ReservedDecisionAnswered(of=APPROVAL, decision=decided(answer))
        record = given(DELEGATE, reserving(APPROVAL), DRAFTED, council.decides(event, "2024-05-10"))
        then = record.when(practice.decides(approval("9000"), "2024-05-20"))
        assert (then.refusal is not None) is refused


def test_only_what_comes_to_more_than_the_amount_is_reserved() -> None:
    record = given(DELEGATE, reserving(APPROVAL, above="500"), DRAFTED)
    record.when(practice.decides(approval("500"), "2024-05-20")).then(ApprovalDecided).breaches()
    record.when(practice.decides(approval("500.01"), "2024-05-20")).refused(Unlawful, "GOV-03")


@breaks(a_reserved_decision_waits_for_the_council)
def test_whether_an_amount_that_was_not_told_is_reserved_cannot_be_told() -> None:
    plan = CareAndSupportPlanAgreed(plan="p1", decision=decided(PlanOutcome.AGREED))
    record = given(DELEGATE, reserving(PLAN, above="500"), DRAFTED)
    record.when(practice.decides(plan, "2024-05-20")).refused(
        Unlawful, "the contract reserves it above an amount, and none is told"
    )
    noted = record.when(practice.records(plan, "2024-05-20")).then(CareAndSupportPlanAgreed)
    assert "GOV-03" not in [one.rule for one in noted.entry.breaches]


def test_a_reservation_holds_from_its_first_day_to_the_day_before_it_is_lifted() -> None:
    lifted = administrator.tells(ReservationLifted(reservation="r1"), "2024-06-01")
    record = given(
        DELEGATE, reserving(APPROVAL), lifted, council.tells(PlanDrafted(plan="p1"), "2024-03-01"),
        council.tells(ApprovalAsked(plan="p1", weekly=Decimal(600)), "2024-03-01"),
    )  # fmt: skip
    record.when(practice.decides(approval(), "2024-03-31")).then(ApprovalDecided).breaches()
    record.when(practice.decides(approval(), "2024-04-01")).refused(Unlawful, "GOV-03")
    record.when(practice.decides(approval(), "2024-05-31")).refused(Unlawful, "GOV-03")
    record.when(practice.decides(approval(), "2024-06-01")).then(ApprovalDecided).breaches()


@breaks(what_could_not_wait_is_answered_afterwards)
@keeps(what_is_referred_is_reserved)
def test_what_cannot_wait_is_taken_and_answered_afterwards() -> None:
    referred = ReservedDecisionReferred(reference="q1", of=APPROVAL, emergency=True)
    record = given(DELEGATE, reserving(APPROVAL), DRAFTED)
    asked = record.when(practice.tells(referred, "2024-05-20")).then(ReservedDecisionReferred).flags()
    taken = asked.when(practice.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches().flags("GOV-03")
    taken.owes("answer a reserved decision that could not wait", "q1", as_at="2024-05-20", last_day="2024-05-22")
    answer = ReservedDecisionAnswered(of=APPROVAL, reference="q1", decision=decided(Agreement.AGREED))
    answered = taken.when(council.decides(answer, "2024-05-21")).then(ReservedDecisionAnswered)
    answered.when(practice.decides(approval(), "2024-05-22")).refused(Unlawful, "GOV-03")


@keeps(what_could_not_wait_is_answered_afterwards)
def test_an_emergency_speaks_for_the_kind_of_decision_that_was_referred_only() -> None:
    referred = ReservedDecisionReferred(reference="q1", of=PLAN, emergency=True)
    record = given(DELEGATE, reserving(APPROVAL, PLAN), DRAFTED, practice.tells(referred, "2024-05-20"))
    record.when(practice.decides(approval(), "2024-05-20")).refused(Unlawful, "GOV-03")
    calm = ReservedDecisionReferred(reference="q2", of=APPROVAL)
    record.when(practice.tells(calm, "2024-05-20")).when(practice.decides(approval(), "2024-05-20")).refused(Unlawful)


@breaks(what_is_referred_is_reserved)
def test_what_is_the_practices_own_needs_no_referring() -> None:
    referred = ReservedDecisionReferred(reference="q1", of=APPROVAL)
    given(DELEGATE).when(practice.tells(referred, "2024-05-20")).then(ReservedDecisionReferred).flags("GOV-03")
    record = given(DELEGATE, reserving(APPROVAL, above="500"))
    record.when(practice.tells(referred, "2024-05-20")).flags("GOV-03")
    dear = referred.model_copy(update={"weekly": Decimal(501)})
    record.when(practice.tells(dear, "2024-05-20")).flags()


@pytest.mark.parametrize("name", ["planning/approvaldecided", "planning/plan-drafted"])
def test_what_is_no_decision_is_not_reserved_in_silence(name: str) -> None:
    given(DELEGATE).when(reserving(name)).refused(Invalid, "decisions", f"{name} is no decision", "list of events")


# Ratified


@keeps(what_is_ratified_was_beyond_a_practices_power)
def test_what_the_council_ratifies_stays_as_it_was_taken() -> None:
    record = asked(contract("2015-04-01"), joined(practice, "2015-04-01"), joined(council, "2015-04-01"))
    done = record.when(practice.records(completed(), "2024-05-20", entry="e1")).then(AssessmentCompleted).purported()
    yes = DecisionRatified(entry="e1", decision=decided(Ratification.RATIFIED))
    after = done.when(council.decides(yes, "2024-06-01")).then(DecisionRatified).flags()
    assert after.file().belonging.ratified == {"e1": True}
    assert [one.purported for one in after.history() if one.entry_id == "e1"] == [True]


@breaks(what_is_ratified_was_beyond_a_practices_power)
@pytest.mark.parametrize("entry", ["e1", "nowhere"])
def test_what_was_the_practices_own_or_is_nowhere_is_not_ratified_unseen(entry: str) -> None:
    record = asked(DELEGATE).when(practice.decides(completed(), "2024-05-20", entry="e1")).then(AssessmentCompleted)
    yes = DecisionRatified(entry=entry, decision=decided(Ratification.RATIFIED))
    record.when(council.decides(yes, "2024-06-01")).then(DecisionRatified).flags("DEL-09")


# Competence under the orders


@breaks(whoever_is_no_social_worker_is_competent)
@keeps(whoever_is_no_social_worker_is_competent)
@pytest.mark.parametrize(
    ("under", "on", "until"),
    [
        (Instrument.CONTRACTING_OUT_2011, "2011-08-01", "2014-03-31"),
        (Instrument.CONTRACTING_OUT_2014, "2014-04-01", "2015-03-31"),
    ],
)
def test_under_the_orders_the_council_approves_who_is_no_social_worker(under: Instrument, on: str, until: str) -> None:
    world = (
        contract(), delegated(under, on, *PRE_CARE_ACT, until=until), joined(practice, on),
        joined(case_worker, on, supervisor="practice-worker"), person.tells(request(), on),
    )  # fmt: skip
    for when in (on, until):
        given(world).when(case_worker.decides(completed(), when)).then(AssessmentCompleted).breaches("DEL-05")
        approved = given(world, competent(case_worker, on, Function.NEEDS_ASSESSMENT))
        approved.when(case_worker.decides(completed(), when)).then(AssessmentCompleted).breaches()
    other = given(world, competent(case_worker, on, Function.ELIGIBILITY))
    other.when(case_worker.decides(completed(), on)).then(AssessmentCompleted).breaches("DEL-05")


def test_from_section_79_on_competence_is_no_condition_of_statute() -> None:
    world = (*DELEGATE[:2], joined(practice, "2015-04-01"), joined(case_worker, "2015-04-01"))
    record = given(world, person.tells(request(), "2015-04-01"))
    record.when(case_worker.decides(completed(), "2015-04-01")).then(AssessmentCompleted).breaches()


@breaks(the_council_approves_competence)
@keeps(the_council_approves_competence)
def test_competence_is_the_councils_to_consider_and_of_people_on_the_staff() -> None:
    event = CompetenceApproved(member="case-worker", functions=(Function.NEEDS_ASSESSMENT,))
    given(PILOT).when(administrator.tells(event, "2012-05-01")).then(CompetenceApproved).flags()
    given(PILOT).when(practice.tells(event, "2012-05-01")).then(CompetenceApproved).flags("DEL-05")
    nobody = event.model_copy(update={"member": "nobody"})
    given(PILOT).when(administrator.tells(nobody, "2012-05-01")).then(CompetenceApproved).flags("DEL-05")
    world = (*PILOT[:3], joined(case_worker, "2011-08-01", supervisor="practice-worker"))
    own = given(world, practice.tells(event, "2012-05-01"), person.tells(request(), "2012-05-01"))
    own.when(case_worker.decides(completed(), "2012-05-02")).then(AssessmentCompleted).breaches("DEL-05")


# Liberty is never a practice's


def granted() -> StandardAuthorisationDecided:
    return StandardAuthorisationDecided(authorisation="a1", decision=decided(AuthorisationOutcome.GRANTED))


@breaks(authorising_liberty_is_never_a_practices)
@pytest.mark.parametrize(
    ("world", "on"), [(PILOT, "2011-08-01"), (PILOT, "2014-03-31"), (SUCCESSOR, "2014-04-01"), (DELEGATE, "2024-05-01")]
)
def test_no_instrument_lets_a_practice_authorise_a_deprivation_of_liberty(world: tuple[Said, ...], on: str) -> None:
    record = given(world)
    record.when(practice.decides(granted(), on)).refused(
        Unlawful,
        f"DEL-08: Mental Capacity Act 2005, Sch A1: not met on {day(on).day} {day(on):%B %Y}; not shown: (1) it is the "
        "supervisory body's own decision; but the practice takes it. The practice may do the work; ask the council to "
        "decide.",
    )
    record.when(practice.records(granted(), on)).then(StandardAuthorisationDecided).breaches("DEL-08")
    record.when(council.records(granted(), on)).then(StandardAuthorisationDecided).breaches()


@breaks(authorising_liberty_is_never_a_practices)
def test_nor_does_a_partnership() -> None:
    partnership = delegated(Instrument.NHS_ACT_S75, "2013-04-01", Function.DEPRIVATION_OF_LIBERTY)
    record = given(contract("2013-04-01"), partnership, joined(practice, "2013-04-01"))
    record.when(practice.decides(granted(), "2013-09-01")).refused(Unlawful, "DEL-08")


@keeps(authorising_liberty_is_never_a_practices)
def test_what_else_a_practice_decides_is_asked_elsewhere() -> None:
    asked(DELEGATE).when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).breaches()


# What is kept


def test_the_chain_is_printed_as_one_sentence() -> None:
    entry = asked(DELEGATE).when(practice.decides(completed(), "2024-05-20")).then(AssessmentCompleted).entry
    assert str(proof_of(entry)) == (
        "Care Act 2014, s 9 gives Northmere Council the assessment of needs; authorised under Care Act 2014 s 79 (s79)"
        "; taken by Northmere Social Work Practice, and Northmere Council answers."
    )


def test_the_chain_of_a_partnership_goes_through_its_commissioner() -> None:
    nhs = somebody(BodyKind.NHS_BODY, Role.MANAGER, "commissioner", "Northmere CCG")
    made = administrator.tells(
        contract().proposal.event.model_copy(update={"commissioner": "Northmere CCG"}), "2013-04-01"
    )
    given_on = nhs.tells(
        FunctionsDelegated(
            delegation="s75", functions=(Function.NEEDS_ASSESSMENT,), under=Instrument.NHS_ACT_S75, listed=(2,)
        ),
        "2013-04-01",
    )
    record = asked(made, given_on, joined(practice, "2013-04-01"), on="2013-09-01")
    entry = record.when(practice.decides(completed(), "2013-09-10")).then(AssessmentCompleted).breaches().entry
    assert str(proof_of(entry)) == (
        "NHS and Community Care Act 1990, s 47(1)(a) gives Northmere Council the assessment of needs; authorised under "
        "NHS Act 2006 s 75 (s75) through Northmere CCG; taken by Northmere Social Work Practice, and Northmere Council "
        "answers."
    )


def test_the_link_that_is_shown_to_fail_is_named_before_what_cannot_be_told() -> None:
    done = asked(DELEGATE).when(practice.records(enquiry(), "2024-05-20"))
    proof = proof_of(done.entry)
    assert proof is not None
    assert (proof.fails, proof.shown) == (Link.STATUTE, False)
    assert proof.why.startswith("DEL-02: Care Act 2014, s 79(2): not met on 20 May 2024")


def test_a_fact_and_another_bodys_decision_need_no_proof() -> None:
    assert proof_of(given().when(person.tells(request(), "2024-05-01")).entry) is None


def test_every_link_is_tried_by_a_rule() -> None:
    assert set(LINK_OF.values()) == set(Link)


@pytest.mark.parametrize("function", list(Function))
def test_every_function_of_part_1_has_its_section_from_its_first_day(function: Function) -> None:
    found = conferred_by(function, Regime.CARE_ACT, day("2015-04-01"))
    assert found is not None
    before = conferred_by(function, Regime.COMMUNITY_CARE, day("2015-03-31"))
    assert before is None or "Care Act 2014" not in str(before)


def test_an_authority_says_what_it_knows() -> None:
    bare = Authority(acting=PRACTICE, acting_kind=BodyKind.PRACTICE, answerable="the council")
    assert str(bare) == (
        "no function of a council is exercised; taken by Northmere Social Work Practice, and the council answers"
    )
    priced = bare.model_copy(
        update={"function": "advice", "amount": Decimal(900), "limit": Decimal(500), "reserved": True}
    )
    assert str(priced) == (
        "no Act gave a council the advice; reserved; £900.00 a week, beyond a limit of £500.00; taken by Northmere "
        "Social Work Practice, and the council answers"
    )
    assert CASE
