"""A case on one page: who, who holds it, what is owed with the late first, what they get and who approved it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from swp_adapters.cli.case_page import CasePage, put_case, put_last
from swp_adapters.cli.holding import duty_cells
from swp_adapters.cli.telling import tell
from swp_domain.actor import BodyKind
from swp_domain.assessment.events import AdvocateArranged
from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.case.events import CaseAllocated, PersonDied, PersonRegistered, WorkerWithdrawn
from swp_domain.continuing_healthcare.events import NursingCareFunded, NursingCareFundingEnded
from swp_domain.continuing_healthcare.vocabulary import NursingEnd
from swp_domain.correspondence.events import NoteMade
from swp_domain.hospital.events import DischargePlanningBegan
from swp_domain.identity.events import CasesMerged, PartyRecorded
from swp_domain.identity.vocabulary import PartyRole, Relationship
from swp_domain.party import Party
from swp_domain.planning.events import (
    BudgetSet,
    CareAndSupportPlanAgreed,
    ServiceSuspended,
)
from swp_domain.planning.package import PersonalBudget
from swp_domain.planning.vocabulary import PlanOutcome, ServiceKind
from swp_projections import (
    Approvals,
    Authorisations,
    Capacity,
    Caseload,
    ContinuingHealthcare,
    Duties,
    Package,
)
from tests.capacity_papers import assessed, doubted, lacking, named
from tests.cast import council, person
from tests.healthcare_papers import checklist, nhs, received
from tests.liberty_papers import began, care_home, in_force, requested
from tests.papers import concern, decided, request
from tests.plan_papers import COUNCIL_WITH_LIMITS, agreed, approved, drafted, manager, service
from tests.telling import CASE, Given, Said, given


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on which no line is broken."""
    monkeypatch.setenv("COLUMNS", "200")


def page(capsys: pytest.CaptureFixture[str], *said: Said, on: str = "2024-08-01", stream: str = CASE) -> str:
    return shown(capsys, given(*said), on, stream)


def shown(capsys: pytest.CaptureFixture[str], record: Given, on: str, stream: str) -> str:
    day, entries = date.fromisoformat(on), record.streams.get(stream, [])
    told = record.history(stream, as_at=on)
    holds, owed = Caseload().of(stream, entries, as_at=day), Duties().of(stream, entries, as_at=day)
    package, approvals = Package().of(stream, entries, as_at=day), Approvals().of(stream, entries, as_at=day)
    capacity, liberty = Capacity().of(stream, entries, as_at=day), Authorisations().of(stream, entries, as_at=day)
    healthcare = ContinuingHealthcare().of(stream, entries, as_at=day)
    put_case(stream, CasePage(told, holds, owed, package, approvals, day, capacity, liberty, healthcare))
    put_last(told)
    return capsys.readouterr().out


def test_what_another_body_owes_is_not_shown_as_ours(capsys: pytest.CaptureFixture[str]) -> None:
    planning = council.tells(DischargePlanningBegan(admission="h1"), "2024-05-01")
    record = given(planning, person.tells(request(), "2024-05-02"))
    rows = Duties().of(CASE, record.streams[CASE], as_at=date(2024, 5, 3))
    said = {row.duty: duty_cells(row, date(2024, 5, 3))[0] for row in rows}
    assert said["involve patient and carer in the discharge"] == (
        "involve patient and carer in the discharge (owed by the hospital)"
    )
    assert said["assess needs"] == "assess needs"
    assert "hospital)" in shown(capsys, record, "2024-05-03", CASE)


def test_a_team_manager_reads_who_holds_the_case_and_since_when(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(
        capsys,
        council.tells(PersonRegistered(name_given="Invented", name_family="Person", birth_year=1941), "2024-05-01"),
        council.tells(CaseAllocated(team="North", worker="ada"), "2024-05-02"),
        council.tells(
            PartyRecorded(
                party_id="p1",
                party=Party(kind=BodyKind.FAMILY, name="Invented Daughter"),
                relationship=Relationship.CHILD,
                roles=(PartyRole.CARER,),
                may_be_told=False,
            ),
            "2024-05-03",
        ),
    )
    lines = out.splitlines()
    assert lines[:3] == [
        "Invented Person, born 1941",
        "Open. North, ada, level not set. ada has had it since 2024-05-02.",
        "Under Care Act law on that day.",
    ]
    assert "Invented Daughter" in out
    assert "MAY NOT be told" in out


def test_what_is_late_comes_first_and_what_is_done_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(
        capsys,
        person.tells(request(assessment="late"), "2024-05-01"),
        person.tells(request(assessment="soon"), "2024-07-20"),
        council.tells(CaseAllocated(team="North"), "2024-05-01"),
        council.tells(WorkerWithdrawn(), "2024-05-02"),
        council.tells(CaseAllocated(team="North", worker="ada"), "2024-05-03"),
        person.tells(concern(concern="k9"), "2024-07-31"),
    )
    assert out.index(" late ") < out.index("soon")
    assert "done or ended: swp duties --case shows them." in out
    assert "k9" in out[out.index("Safeguarding concerns") :]
    assert "not decided on" in out


def test_who_waits_who_died_and_where_work_goes_on_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(
        capsys,
        council.tells(CaseAllocated(team="North"), "2024-05-02"),
        council.tells(CasesMerged(other="case/two", goes_on_in="case/two"), "2024-05-09"),
        council.tells(PersonDied(), "2024-06-01"),
        council.tells(NoteMade(note="Invented."), "2024-06-02"),
    )
    assert "Waiting for a worker since 2024-05-02; nobody has looked again." in out
    assert "Died on 2024-06-01. Entries dated after that day: 1." in out
    assert "Work goes on in case/two" in out


def test_the_plan_in_force_its_cost_and_who_approved_it(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(
        capsys,
        *COUNCIL_WITH_LIMITS,
        council.tells(drafted(), "2024-05-01"),
        manager.decides(approved(), "2024-05-02"),
        council.decides(agreed(), "2024-05-03"),
        council.tells(service(), "2024-05-04"),
        council.tells(service(service="s2", kind=ServiceKind.MEALS, weekly=Decimal(40)), "2024-05-06"),
        council.tells(ServiceSuspended(service="s2"), "2024-05-07"),
        council.tells(service(service="s3", kind=ServiceKind.TRANSPORT, weekly=None), "2024-05-08"),
    )
    out = " ".join(out.split())
    plan = (
        "Plan p1, agreed with the person, in force from 2024-05-03: budget £200.00 a week; written by council-worker."
    )
    assert plan in out
    assert "approved by manager (manager) on 2024-05-02: £200.00 a week; their limit then was £500.00 a week." in out
    assert "Package, £200.00 a week, and 1 element of which no cost is told" in out
    assert "suspended" in out


def test_only_the_last_ten_entries_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [council.tells(NoteMade(note="Invented."), f"2024-05-{on:02}") for on in range(1, 13)]
    out = page(capsys, *notes)
    assert out.count("correspondence/note-made") == 10
    assert "2024-05-02" not in out[out.index("What happened") :]
    assert out.rstrip().endswith("2 earlier entries: swp replay shows them all.")


def test_an_amount_that_was_decided_is_told_in_pounds_and_a_person_by_what_they_are() -> None:
    plan = CareAndSupportPlanAgreed(plan="pl1", decision=decided(PlanOutcome.AGREED))
    budget = BudgetSet(plan="pl1", budget=PersonalBudget(weekly=Decimal(1204)), decision=decided(Decimal("1204.5")))
    named = AdvocateArranged(
        assessment="a1",
        decision=decided(Party(kind=BodyKind.REPRESENTATIVE, relation="advocate", name="Invented Person")),
    )
    record = given(*(council.records(one, "2024-05-03") for one in (plan, budget, named)))
    said = ["\n".join(tell(one)) for one in record.history()]
    assert "decided: £1,204.50" in said[1]
    assert "decided: advocate" in said[2]
    assert "Invented Person" not in said[2]


def test_a_page_has_each_decision_in_question_with_what_counts_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = (*lacking("2024-05-01"), council.decides(assessed(CapacityResult.HAS), "2024-07-01"))
    out = page(capsys, *told, council.tells(named("q2"), "2024-07-02"), council.tells(doubted("q2"), "2024-07-02"))
    rows = [line for line in out.splitlines() if line.strip().startswith(("q1", "q2"))]
    assert "has capacity for this decision" in out
    assert "not assessed" in out
    assert len(rows) == len(dict.fromkeys(rows))
    assert "Capacity, decision by decision" not in page(capsys, council.tells(named(), "2024-09-01"))


def test_a_page_says_for_how_many_days_a_deprivation_was_authorised_and_what_waits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    detained = (care_home.tells(began(), "2024-05-01"), *in_force("2024-05-15", "2024-07-14", "2024-05-01"))
    again = care_home.tells(requested(request="q2", deprivation="d1"), "2024-07-10")
    out = page(capsys, *detained, again)
    assert "Deprived of liberty from 2024-05-01 (care home elms): 61 days authorised, 32 days not authorised." in out
    assert "q2" in out
    assert "22" in next(line for line in out.splitlines() if line.strip().startswith("request"))
    dead = page(capsys, *detained, council.tells(PersonDied(), "2024-06-01"))
    assert "Deprived of liberty from 2024-05-01 to 2024-06-01" in dead


def test_a_page_says_how_far_healthcare_is_and_what_is_paid_for_nursing(capsys: pytest.CaptureFixture[str]) -> None:
    funded = nhs.tells(NursingCareFunded(weekly=Decimal("235.88"), healthcare_considered=True), "2024-05-01")
    asked = (nhs.tells(checklist(), "2024-06-01"), nhs.tells(received(), "2024-06-03"))
    out = page(capsys, funded, *asked)
    assert "The NHS pays £235.88 a week for nursing, since 2024-05-01." in out
    assert "2024-06-03" in out.partition("NHS continuing healthcare")[2].partition("What happened")[0]
    ended = nhs.tells(NursingCareFundingEnded(why=NursingEnd.NOT_NEEDED), "2024-07-01")
    assert "for nursing, since" not in page(capsys, funded, ended)
