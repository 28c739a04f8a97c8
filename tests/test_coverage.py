"""What the page of coverage says is found from the code, and it says aloud what is not covered."""

from __future__ import annotations

import importlib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from swp_adapters.exchange import coverage as covered
from swp_adapters.exchange.as_a_whole import AS_A_WHOLE
from swp_adapters.exchange.coverage import bound, counted, encoded, untested, unused
from swp_adapters.exchange.coverage_page import coverage
from swp_adapters.exchange.resting import basis_of
from swp_adapters.exchange.shown import alike, events_of, views_of
from swp_adapters.exchange.tested import stage_tests
from swp_domain import catalogue
from swp_domain.case.events import CaseAllocated
from swp_domain.case.rules import old_support_is_told_of_its_eve
from swp_domain.court.events import OrderMade
from swp_domain.law import register
from swp_domain.law.assessment_regulations_2014.conduct import healthcare_referral_due
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.not_modelled import NOT_MODELLED
from swp_domain.law.transitional_order_2015 import TRANSITION
from swp_domain.safeguarding.rules import a_duty_is_not_declined
from swp_domain.stage import Judge
from swp_projections import VIEWS, AuditTrail, Caseload, Chronology, CourtOfProtection, Duties
from tests.stages import test_duties

TESTS = Path(__file__).parent
FOUND = bound()


def test_no_rule_is_without_a_test_that_breaks_it_and_one_that_keeps_it_and_no_duty_without_a_way() -> None:
    assert untested(FOUND) == []


WAITING = {
    # They say which days are authorised: asked of the whole file, when nothing is judged.
    "deprivation while the court is asked: Mental Capacity Act 2005, s 4B",
    "longest suspension of a standard authorisation: Mental Capacity Act 2005, Sch A1 paras 93-97",
    # What may be contracted out is asked where a practice is read, and decided by what its contract says.
    "schedule of functions contracted out: SI 2011/1568, Sch",
    "schedule of functions contracted out: SI 2014/829, Sch",
    "functions annexed to a partnership: Appendix 6 (North East Lincolnshire, July 2012), items 1 to 21",
}


def test_all_the_law_that_is_encoded_is_asked_by_some_rule() -> None:
    """The page names what is not; what waits for the room that will ask it is listed here, and nothing else waits."""
    assert set(unused(encoded())) <= WAITING


def test_a_rule_that_no_test_breaks_and_law_that_no_rule_asks_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    new = replace(a_duty_is_not_declined, rule="SG-NEW")
    monkeypatch.setattr(catalogue, "judges", lambda: (new,))
    monkeypatch.setattr(catalogue, "owed", tuple)
    says = "Once section 42(1) is met, deciding not to enquire is not open."
    assert untested(bound()) == [f"SG-NEW: {says}"]
    assert "referral for continuing healthcare: SI 2014/2827, reg 7" in unused(encoded())
    assert "enquiry duty: Care Act 2014, s 42(1)" not in unused(encoded())
    page = coverage("made")
    assert f"no way is tried: SG-NEW: {says}.\n" in page
    assert "  - broken by: **no test**\n" in page
    assert "| **no rule asks it** |\n" in page


@pytest.mark.parametrize("how", ["breaks", "keeps"])
def test_the_tests_of_a_rule_that_are_read_are_those_that_run(how: str) -> None:
    run: dict[Judge, list[str]] = defaultdict(list)
    for path in sorted((TESTS / "stages").glob("test_*.py")):
        module = importlib.import_module(f"tests.stages.{path.stem}")
        for name, test in vars(module).items():
            if name.startswith("test_") and getattr(test, "__module__", "") == module.__name__:
                for rule in getattr(test, how, ()):
                    run[rule].append(f"{path.stem}.{name}")
    tests = stage_tests()
    assert tests is not None
    read = getattr(tests, how)
    assert {rule: sorted(names) for rule, names in read.items()} == {rule: sorted(names) for rule, names in run.items()}


def test_the_ways_that_are_read_are_those_that_are_tried() -> None:
    tests = stage_tests()
    assert tests is not None
    assert set(tests.ways) == set(test_duties.WAYS)
    assert all(0 < tests.ways[rule] <= len(ways) for rule, ways in test_duties.WAYS.items())


def test_without_tests_beside_the_package_none_are_told_and_no_page_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stage_tests(tmp_path) is None
    monkeypatch.setattr(covered, "stage_tests", lambda: None)
    assert {(one.breaks, one.keeps, one.ways) for one in bound()} == {(None, None, None)}
    with pytest.raises(FileNotFoundError, match="write the pages from the repository"):
        coverage("made")


def test_a_name_in_a_decorator_that_is_no_rule_is_not_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "stages"
    folder.mkdir(parents=True)
    (folder / "test_new.py").write_text("@breaks(what_is_no_rule)\ndef test_new() -> None: ...\n")
    with pytest.raises(LookupError, match="test_new: what_is_no_rule of @breaks is no rule of the domain"):
        stage_tests(tmp_path)


# Law


def test_a_rule_rests_on_the_law_that_its_code_comes_to() -> None:
    assert enquiry_duty in basis_of(a_duty_is_not_declined).named
    (duty,) = (one for one in catalogue.owed() if one.rule == "CA-AR-07")
    assert healthcare_referral_due in basis_of(duty).named, "through the condition of its opening"
    assert basis_of(old_support_is_told_of_its_eve).named == (TRANSITION["art 2(1)"],)


def test_every_rule_and_every_duty_rests_on_something_that_is_cited() -> None:
    assert [one.rule for one in FOUND if not one.law] == []


def test_what_is_counted_is_the_register_and_each_count_is_whole() -> None:
    for counts in counted(encoded()).values():
        assert counts.total() == len(register.cards())
    assert counted(encoded())["force"]["statute"] == sum(one.force == "statute" for one in register.cards())


# Views


def test_a_view_shows_the_events_that_its_fold_tells_apart() -> None:
    assert OrderMade in events_of(CourtOfProtection)
    assert CaseAllocated not in events_of(CourtOfProtection)
    assert views_of(OrderMade) == (CourtOfProtection,)
    assert Caseload in views_of(CaseAllocated)


def test_views_that_take_everything_alike_are_said_once() -> None:
    assert {AuditTrail, Chronology, Duties} <= set(alike()) < set(VIEWS)


# What no rule holds, and what is not modelled


@pytest.mark.parametrize("one", AS_A_WHOLE, ids=lambda one: one.rule)
def test_what_is_held_as_a_whole_names_tests_that_are_there(one: object) -> None:
    for test in getattr(one, "tests", ()):
        file, _, name = test.partition("::")
        assert f"\ndef {name}(" in (TESTS / file).read_text(encoding="utf-8"), test


CORE = (
    [f"REG-{n:02}" for n in range(1, 6)]
    + [f"DEL-{n:02}" for n in (1, 2, 3, 4, 5, 7, 8, 10)]
    + [f"GOV-{n:02}" for n in (1, 2, 3, 5, 7, 9, 14)]
    + ["CA-09-01", "CA-09-02", "CA-10-01", "CA-11-01", "CA-11-02", "CA-11-03", "CA-12-01", "CA-AR-06", "CA-AR-07"]
    + ["CA-13-01", "CA-13-02", "CA-13-03", "CA-13-04", "CA-13-05", "CA-14-02", "CA-18-01", "CA-19-02", "CA-19-03"]
    + ["CA-24-01", "CA-24-02", "CA-25-01", "CA-26-01", "CA-27-01", "CA-27-02", "CA-27-03", "CA-27-04"]
    + ["CA-38-01", "CA-40-02", "CA-67-01", "CA-67-02", "CA-DP-01", "CA-DP-02", "CA-DP-03", "CA-DP-04"]
    + ["SG-42-01", "SG-42-02", "SG-42-03", "SG-42-05", "SG-44-01", "SG-68-01", "SG-OLD-01"]
    + ["MCA-02-01", "MCA-04-01", "IMCA-39", "COP-05", "CHC-02", "CHC-03", "REC-01", "RET-03", "RET-05"]
    + [f"DOL-{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 16, 19, 20)]
)
"""The ids that a record cannot do without. An id is never lost: what is renamed keeps it, what is left out says so."""

BEING_BUILT: set[str] = set()


def test_every_rule_of_the_core_is_bound_or_held_as_a_whole_or_said_not_to_be_modelled() -> None:
    found = {one.rule for one in FOUND} | {one.rule for one in AS_A_WHOLE}
    found |= {rule for one in NOT_MODELLED for rule in one.ids}
    assert set(CORE) - found <= BEING_BUILT
    assert len(CORE) == len(set(CORE)) == 83


def test_nothing_is_said_not_to_be_modelled_that_is() -> None:
    """Whoever binds a rule to such an id takes the id away from the list of what is not modelled."""
    held = {one.rule for one in FOUND} | {one.rule for one in AS_A_WHOLE}
    assert {rule for one in NOT_MODELLED for rule in one.ids} & held == set()


def test_what_is_not_modelled_says_why_and_since_when() -> None:
    for one in NOT_MODELLED:
        assert one.why, one.what
        assert one.in_force, one.what
    ids = [rule for one in NOT_MODELLED for rule in one.ids]
    assert len(ids) == len(set(ids))
    page = coverage("made")
    assert all(f"| {one.what} |" in page for one in NOT_MODELLED)
