"""Decisions that the council reserved: one agreement is for one decision, and one emergency too."""

from __future__ import annotations

from decimal import Decimal

import pytest

from swp_domain.planning.events import ApprovalDecided
from swp_domain.practice.authority_rules import (
    a_reserved_decision_waits_for_the_council,
    what_could_not_wait_is_answered_afterwards,
)
from swp_domain.practice.events import ReservationLifted
from swp_domain.practice.rules import nobody_widens_their_own_powers
from swp_domain.refusal import Unlawful
from swp_domain.responsibility.events import ReservedDecisionAnswered, ReservedDecisionReferred
from swp_domain.responsibility.vocabulary import Agreement
from tests.cast import DELEGATE, administrator, council, practice
from tests.papers import decided
from tests.stages.test_authority import APPROVAL, DRAFTED, approval, reserving
from tests.telling import Given, Said, breaks, given, keeps

YES, NO = Agreement.AGREED, Agreement.NOT_AGREED


def referred(which: str, on: str, *, emergency: bool = False) -> Said:
    return practice.tells(ReservedDecisionReferred(reference=which, of=APPROVAL, emergency=emergency), on)


def answered(which: str | None, on: str, outcome: Agreement = YES, *, weekly: str | None = None) -> Said:
    event = ReservedDecisionAnswered(
        of=APPROVAL, reference=which, weekly=Decimal(weekly) if weekly else None, decision=decided(outcome)
    )
    return council.decides(event, on)


def world(*said: Said | tuple[Said, ...], above: str | None = None) -> Given:
    return given(DELEGATE, reserving(APPROVAL, above=above), DRAFTED, *said)


@breaks(a_reserved_decision_waits_for_the_council)
def test_two_agreements_are_for_two_decisions() -> None:
    record = world(
        referred("q1", "2024-05-02"), referred("q2", "2024-05-02"), answered("q1", "2024-05-10", weekly="700"),
        answered("q2", "2024-05-10", weekly="900"),
    )  # fmt: skip
    first = record.when(practice.decides(approval("600"), "2024-05-20")).then(ApprovalDecided).breaches()
    second = first.when(practice.decides(approval("850"), "2024-05-21")).then(ApprovalDecided).breaches()
    second.when(practice.decides(approval("600"), "2024-05-22")).refused(Unlawful, "GOV-03")
    dear = record.when(practice.decides(approval("850"), "2024-05-20")).then(ApprovalDecided).breaches()
    dear.when(practice.decides(approval("850"), "2024-05-21")).refused(Unlawful, "GOV-03")
    dear.when(practice.decides(approval("700"), "2024-05-21")).then(ApprovalDecided).breaches()


@keeps(a_reserved_decision_waits_for_the_council)
def test_that_the_council_does_not_agree_to_another_takes_back_nothing() -> None:
    both = referred("q1", "2024-05-02"), referred("q2", "2024-05-02"), answered("q1", "2024-05-10")
    other = world(both, answered("q2", "2024-05-11", NO))
    other.when(practice.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches()
    for taken_back in (answered("q1", "2024-05-11", NO), answered(None, "2024-05-11", NO)):
        world(both, taken_back).when(practice.decides(approval(), "2024-05-20")).refused(Unlawful, "GOV-03")


def test_what_the_council_says_again_of_one_decision_takes_the_place_of_what_it_said() -> None:
    record = world(referred("q1", "2024-05-02"), answered("q1", "2024-05-10"), answered("q1", "2024-05-11"))
    done = record.when(practice.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches()
    done.when(practice.decides(approval(), "2024-05-21")).refused(Unlawful, "GOV-03")


def test_what_is_the_practices_own_to_take_uses_no_agreement() -> None:
    record = world(answered(None, "2024-05-10", weekly="700"), above="500")
    own = record.when(practice.decides(approval("300"), "2024-05-11")).then(ApprovalDecided).breaches()
    own.when(practice.decides(approval("700"), "2024-05-20")).then(ApprovalDecided).breaches()


def test_what_was_taken_beyond_what_was_agreed_uses_no_agreement() -> None:
    record = world(answered(None, "2024-05-10", weekly="700"))
    beyond = record.when(practice.records(approval("900"), "2024-05-11")).then(ApprovalDecided).breaches("GOV-03")
    beyond.when(practice.decides(approval("700"), "2024-05-20")).then(ApprovalDecided).breaches()


@breaks(what_could_not_wait_is_answered_afterwards)
def test_an_emergency_is_for_one_decision() -> None:
    record = world(referred("q1", "2024-05-20", emergency=True))
    taken = record.when(practice.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches().flags("GOV-03")
    taken.when(practice.decides(approval(), "2024-08-20")).refused(Unlawful, "GOV-03")
    again = taken.when(referred("q2", "2024-08-20", emergency=True))
    again.when(practice.decides(approval(), "2024-08-20")).then(ApprovalDecided).breaches()


@pytest.mark.parametrize("outcome", [YES, NO])
def test_the_answer_to_an_emergency_is_about_what_was_done_in_it(outcome: Agreement) -> None:
    record = world(referred("q1", "2024-05-20", emergency=True))
    done = record.when(practice.decides(approval(), "2024-05-20")).when(answered("q1", "2024-05-21", outcome))
    done.when(practice.decides(approval(), "2024-05-22")).refused(Unlawful, "GOV-03")
    early = record.when(answered("q1", "2024-05-21", outcome))
    then = early.when(practice.decides(approval(), "2024-05-22"))
    assert (then.refusal is None) is (outcome is YES)


def test_the_answer_to_something_else_ends_no_emergency() -> None:
    record = world(
        referred("q1", "2024-05-20", emergency=True), referred("q2", "2024-05-02"), answered("q2", "2024-05-21", NO)
    )
    record.when(practice.decides(approval(), "2024-05-21")).then(ApprovalDecided).breaches().flags("GOV-03")


@breaks(nobody_widens_their_own_powers)
@keeps(nobody_widens_their_own_powers)
def test_a_practice_does_not_lift_what_the_council_reserved() -> None:
    lifted = ReservationLifted(reservation="r1")
    by_practice = world().when(practice.tells(lifted, "2024-05-02")).then(ReservationLifted).flags("DEL-01")
    by_practice.when(practice.decides(approval(), "2024-05-20")).refused(Unlawful, "GOV-03")
    by_council = world().when(administrator.tells(lifted, "2024-05-02")).then(ReservationLifted).flags()
    by_council.when(practice.decides(approval(), "2024-05-20")).then(ApprovalDecided).breaches()
