"""Who approves, and how far (section 8 of the design, numbers 2 and 4).

*You may not approve what you wrote* held in one system and was lost in its successor; and the approval kept
neither the amount approved nor the approver's limit at that moment. Both are properties of any way in which a
plan is drafted, put forward, answered and drafted again while limits change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st

from swp_domain import catalogue
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.admission import admit
from swp_domain.case_file import CaseFile
from swp_domain.decision import Decision
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.planning.events import ApprovalAsked, ApprovalDecided, PlanDrafted
from swp_domain.planning.package import PersonalBudget
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_domain.practice.events import ApprovalLimitSet, ContractMade, StaffJoined
from swp_domain.practice.standing import Standing
from swp_domain.proposal import Submission, propose
from swp_domain.refusal import Unlawful
from swp_domain.stage import Judge
from tests.properties.holding import caught, holds

pytestmark = pytest.mark.skipif(
    not {"GOV-APP-01", "GOV-APP-02"} <= {one.rule for one in catalogue.judges()},
    reason="no rule of this release says who approves",
)

COUNCIL, FIRST = "Northmere Council", date(2024, 1, 1)
PEOPLE = ("ann", "bea", "cat")
SUMS = (100, 300, 900)


def somebody(name: str) -> Actor:
    registration = Registration(regulator=Regulator.SWE, number="N1")
    return Actor(id=name, kind=BodyKind.COUNCIL, body=COUNCIL, role=Role.SOCIAL_WORKER, registration=registration)


CLERK = Actor(id="clerk", kind=BodyKind.COUNCIL, body=COUNCIL, role=Role.ADMINISTRATOR)

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draft", "ask", "approve", "approve", "return", "limit"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(SUMS),
    ),
    min_size=4,
    max_size=14,
)
"""What is done, by or to whom, and how much: pounds a week."""


@dataclass
class Told:
    """An approval as it stands in the record, and what the test knows of that moment by itself."""

    entry: AnyEntry
    writers: frozenset[str]
    limit: Decimal | None
    event: ApprovalDecided


def lived(steps: list[tuple[str, str, int]]) -> list[Told]:
    """Do each step on a day of its own, if the engine lets it be done."""
    streams: dict[str, list[AnyEntry]] = {}
    number, writers, limits = 0, set[str](), dict[str, Decimal]()
    approvals: list[Told] = []

    def put(file: str, event: Event, by: Actor, day: date) -> AnyEntry | None:
        nonlocal number
        number += 1
        asked = Submission(f"c{number}", (propose(file, event, by, day),))
        moment = datetime.combine(day, time(12), UTC) + timedelta(seconds=number)
        try:
            (made,) = admit(asked, streams, recorded_at=moment, new_id=lambda: f"e{number}")
        except Unlawful:
            return None
        streams.setdefault(file, []).append(made)
        return made

    put("practice/one", ContractMade(council=COUNCIL, practice="Northmere Practice"), CLERK, FIRST)
    for name in PEOPLE:
        who = somebody(name)
        joined = StaffJoined(member=name, works_for=who.kind, role=who.role, registration=who.registration)
        put("practice/one", joined, CLERK, FIRST)
        put("practice/one", ApprovalLimitSet(member=name, weekly=Decimal(300)), CLERK, FIRST)
        limits[name] = Decimal(300)
    for place, (how, name, pounds) in enumerate(steps, start=1):
        day, sum_ = FIRST + timedelta(days=place), Decimal(pounds)
        match how:
            case "draft":
                put("case/one", PlanDrafted(plan="b1", budget=PersonalBudget(weekly=sum_)), somebody(name), day)
                writers.add(name)
            case "ask":
                put("case/one", ApprovalAsked(plan="b1", weekly=sum_), somebody(name), day)
                if any(isinstance(one.event, PlanDrafted | ApprovalAsked) for one in streams.get("case/one", ())):
                    writers.add(name)
            case "limit":
                put("practice/one", ApprovalLimitSet(member=name, weekly=sum_), CLERK, day)
                limits[name] = sum_
            case _:
                outcome = ApprovalOutcome.APPROVED if how == "approve" else ApprovalOutcome.RETURNED
                answer = ApprovalDecided(
                    plan="b1", weekly=sum_, decision=Decision(outcome=outcome, reasons="Read with care.")
                )
                if "case/one" not in streams:
                    continue  # nothing was drafted yet
                entry = put("case/one", answer, somebody(name), day)
                if entry is not None:
                    approvals.append(Told(entry, frozenset(writers), limits.get(name), answer))
    return approvals


def nobody_approves_what_they_wrote(steps: list[tuple[str, str, int]]) -> None:
    for one in lived(steps):
        if one.event.decision.outcome is ApprovalOutcome.APPROVED:
            assert one.entry.by.id not in one.writers, "somebody approved what they wrote"


def an_approval_keeps_its_amount_and_limit(steps: list[tuple[str, str, int]]) -> None:
    for one in lived(steps):
        authority = one.entry.authority
        assert authority is not None
        assert (authority.amount, authority.limit) == (one.event.weekly, one.limit)
        if one.event.decision.outcome is ApprovalOutcome.APPROVED:
            assert one.limit is not None
            assert one.event.weekly <= one.limit


def test_approvals_are_reached_at_all() -> None:
    assert lived([("draft", "ann", 300), ("approve", "bea", 300)])
    assert not lived([("draft", "ann", 300), ("approve", "ann", 300)])
    assert not lived([("draft", "ann", 900), ("approve", "bea", 900)])
    assert lived([("draft", "ann", 900), ("limit", "bea", 900), ("approve", "bea", 900)])


def test_nobody_approves_what_they_wrote() -> None:
    holds(nobody_approves_what_they_wrote, STEPS, examples=60)


def lose(monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    """A case file that one rule is not asked of."""
    kept = CaseFile.judges_for

    def without(_: type[CaseFile], event: type[Event]) -> tuple[Judge, ...]:
        return tuple(one for one in kept(event) if one.rule != rule)

    monkeypatch.setattr(CaseFile, "judges_for", classmethod(without))


def test_the_property_catches_a_successor_that_lost_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "GOV-APP-02")
    caught(nobody_approves_what_they_wrote, STEPS)


def test_an_approval_keeps_the_amount_and_the_approvers_limit_of_that_moment() -> None:
    holds(an_approval_keeps_its_amount_and_limit, STEPS, examples=60)


@pytest.mark.parametrize("lost", ["amount", "limit"])
def test_the_property_catches_an_approval_that_keeps_neither(monkeypatch: pytest.MonkeyPatch, lost: str) -> None:
    authority = Standing.authority

    def forgetful(standing: Standing, *told: Any, **more: Any) -> Any:
        return authority(standing, *told, **more).model_copy(update={lost: None})

    monkeypatch.setattr(Standing, "authority", forgetful)
    caught(an_approval_keeps_its_amount_and_limit, STEPS)


def test_the_property_catches_an_approver_without_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    lose(monkeypatch, "GOV-APP-01")
    caught(an_approval_keeps_its_amount_and_limit, STEPS)
