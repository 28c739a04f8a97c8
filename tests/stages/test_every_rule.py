"""A rule without a test that breaks it is not there; neither is one without a test that keeps it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from pkgutil import iter_modules

import pytest

from swp_domain.case_file import FILES
from swp_domain.catalogue import judges
from swp_domain.event import Event
from swp_domain.owed import Owed
from swp_domain.safeguarding.rules import a_duty_is_not_declined
from swp_domain.stage import Judge, Stage
from tests.cast import council
from tests.papers import concern, enquiry
from tests.telling import breaks, given, keeps

HERE = Path(__file__).parent


def _tests() -> Iterator[object]:
    for path in sorted(HERE.glob("test_*.py")):
        module = importlib.import_module(f"tests.stages.{path.stem}")
        yield from (value for name, value in vars(module).items() if name.startswith("test_"))


def _exercised(how: str) -> set[Judge]:
    return {rule for test in _tests() for rule in getattr(test, how, ())}


def _missing(how: str, rules: tuple[Judge, ...]) -> list[str]:
    exercised = _exercised(how)
    return [f"{rule.rule}: {rule.says}" for rule in rules if rule not in exercised]


@pytest.mark.parametrize("how", ["breaks", "keeps"])
def test_every_rule_has_a_test_that_breaks_it_and_one_that_keeps_it(how: str) -> None:
    missing = _missing(how, judges())
    assert not missing, f"no test {how}:\n" + "\n".join(missing)


@pytest.mark.parametrize("how", ["breaks", "keeps"])
def test_this_check_finds_a_rule_that_no_test_exercises(how: str) -> None:
    new = replace(a_duty_is_not_declined, rule="SG-NEW")
    assert _missing(how, (*judges(), new)) == [
        "SG-NEW: Once section 42(1) is met, deciding not to enquire is not open."
    ]


def test_a_test_that_only_claims_to_exercise_a_rule_fails() -> None:
    def lawful() -> None:
        given(council.tells(concern(), "2024-05-01")).when(council.decides(enquiry(), "2024-05-02"))

    def silent() -> None:
        given().when(council.tells(concern(), "2024-05-01"))

    keeps(a_duty_is_not_declined)(lawful)()
    with pytest.raises(AssertionError, match="nothing in this test breaks SG-42-01"):
        breaks(a_duty_is_not_declined)(lawful)()
    with pytest.raises(AssertionError, match="nothing in this test keeps SG-42-01"):
        keeps(a_duty_is_not_declined)(silent)()


def test_every_exercised_rule_is_in_the_catalogue() -> None:
    assert _exercised("breaks") | _exercised("keeps") <= set(judges())


def test_every_rule_says_what_it_demands_and_judges_something() -> None:
    for rule in judges():
        assert rule.says.endswith("."), rule.rule
        assert rule.events, rule.rule


def test_no_rule_is_listed_twice() -> None:
    assert len(judges()) == len(set(judges()))


def stages() -> list[Stage[object]]:
    return [stage for kind in FILES for stage in kind.stages]


@pytest.mark.parametrize("stage", stages(), ids=lambda stage: stage.name)
def test_a_stage_lists_every_rule_and_every_duty_of_its_room(stage: Stage[object]) -> None:
    """Whatever file of the room they stand in: what is bound and not listed is never asked."""
    room = importlib.import_module(str(stage.events.__package__))
    files = [importlib.import_module(f"{room.__name__}.{name}") for _, name, _ in iter_modules(room.__path__)]
    said = [value for file in files for value in vars(file).values()]
    assert {id(one) for one in said if isinstance(one, Judge)} <= {id(one) for one in judges()}
    owing = [value for value in said if isinstance(value, Owed)]
    assert {one.name for one in owing} <= {one.name for one in stage.duties}


def test_every_event_has_one_home() -> None:
    homes: dict[type[Event], str] = {}
    for stage in stages():
        for event in stage.event_types:
            assert event not in homes, f"{event.name} belongs to {homes[event]} and to {stage.name}"
            homes[event] = stage.name
