"""What goes on beside a synthetic life: capacity, liberty, the court, healthcare; and what must never be told of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from random import Random

import pytest

from swp_adapters.testing.council import Council
from swp_adapters.testing.england import ENGLAND
from swp_adapters.testing.lives.authorising import days_until_answered
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.recording import Recorder
from swp_adapters.testing.strategies import messy
from swp_domain.case.events import CaseClosed, PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.court.events import OrderMade
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.liberty.events import DeprivationBegan, StandardAuthorisationDecided, StandardAuthorisationRequested
from swp_domain.liberty.vocabulary import AuthorisationOutcome, Setting
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind

COUNCIL = Council(7, date(2016, 1, 1), date(2025, 12, 31), calls=False)
ROOMS = ("capacity", "liberty", "court", "continuing-healthcare")
LIVES = 100


@pytest.fixture(scope="module")
def files() -> dict[str, list[AnyEntry]]:
    """The cases of many lives, each in the order of the world."""
    recorder = Recorder(COUNCIL)
    told = {COUNCIL.case(number): recorder.entries(number) for number in range(LIVES)}
    return {name: list(history(one for one in entries if one.stream == name)) for name, entries in told.items()}


def room(entry: AnyEntry) -> str:
    return entry.event_name.partition("/")[0]


def test_lives_hold_what_goes_on_beside_them(files: dict[str, list[AnyEntry]]) -> None:
    found = Counter(one.event_name for told in files.values() for one in told)
    assert {
        "capacity/assessed",
        "capacity/best-interests-decided",
        "capacity/accommodated",
        "capacity/advocate-instructed",
        "liberty/urgent-extension-decided",
        "liberty/respite-began",
        "liberty/request-withdrawn",
        "liberty/standard-authorisation-decided",
        "liberty/equivalent-assessment-used",
        "liberty/representative-appointed",
        "liberty/reviewed",
        "court/order-made",
        "court/hearing-held",
        "court/direction-complied",
        "capacity/deputy-appointed",
        "continuing-healthcare/checklist-completed",
        "continuing-healthcare/eligibility-decided",
        "continuing-healthcare/nursing-care-funded",
    } <= set(found)
    breaches = {one.rule for told in files.values() for entry in told for one in entry.breaches if room(entry) in ROOMS}
    assert len(breaches) > 5, "too little goes wrong"


def test_requests_are_answered_as_in_england() -> None:
    assert 0.37 < ENGLAND.left_waiting < 0.38
    drawn = [days_until_answered(Random(number)) for number in range(20_000)]
    assert abs(sum(one <= 20 for one in drawn) / len(drawn) - ENGLAND.in_time) < 0.01
    assert abs(sum(one >= 300 for one in drawn) / len(drawn) - ENGLAND.left_waiting) < 0.01


def test_nothing_of_it_comes_after_death_or_after_the_case_was_closed(files: dict[str, list[AnyEntry]]) -> None:
    ended = 0
    for told in files.values():
        over = [one.occurred_on for one in told if isinstance(one.event, PersonDied | CaseClosed)]
        beside = [one.occurred_on for one in told if room(one) in ROOMS]
        died = next((one.occurred_on for one in told if isinstance(one.event, PersonDied)), date.max)
        assert all(day < died and day <= min(over, default=date.max) for day in beside)
        ended += bool(over and beside)
    assert ended > 3


def test_an_authorisation_is_for_a_hospital_or_care_home_and_elsewhere_it_is_the_court(
    files: dict[str, list[AnyEntry]],
) -> None:
    settings: Counter[Setting] = Counter()
    for name, told in files.items():
        state = CaseFile.fold(name, told).liberty
        for entry in told:
            match entry.event:
                case DeprivationBegan(setting=setting):
                    settings[setting] += 1
                case StandardAuthorisationRequested(setting=setting):
                    assert setting.under_the_schedule
                case StandardAuthorisationDecided(request=request, decision=decision):
                    assert state.requests[request or ""].setting in (Setting.CARE_HOME, Setting.HOSPITAL)
                    assert decision.outcome in AuthorisationOutcome
                case OrderMade(authorises_deprivation_of_liberty=True):
                    assert any(one.spells[0].setting is Setting.SUPPORTED_LIVING for one in state.deprivations.values())
    assert {Setting.CARE_HOME, Setting.HOSPITAL, Setting.SUPPORTED_LIVING} <= set(settings)
    assert Setting.OWN_HOME not in settings


def test_whoever_is_kept_in_a_care_home_has_a_place_in_it(files: dict[str, list[AnyEntry]]) -> None:
    homes = (ServiceKind.RESIDENTIAL, ServiceKind.NURSING)
    for told in files.values():
        began = [one for one in told if isinstance(one.event, DeprivationBegan)]
        placed = [one.occurred_on for one in told if isinstance(one.event, ServiceStarted) and one.event.kind in homes]
        for one in began:
            if isinstance(one.event, DeprivationBegan) and one.event.setting is Setting.CARE_HOME:
                assert placed
                assert min(placed) <= one.occurred_on


def test_what_goes_on_beside_changes_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {number: COUNCIL.life(number) for number in range(40)}
    monkeypatch.setattr(Pen, "meanwhile", lambda *told: None)
    for number, life in whole.items():
        assert [one for one in life if "+" not in one.submission.command_id] == COUNCIL.life(number)
    assert any("+" in one.submission.command_id for life in whole.values() for one in life)


def test_messy_lives_reach_every_room() -> None:
    found: dict[str, int] = defaultdict(int)
    for number in range(60):
        for sent in messy(COUNCIL.life(number)[:60], Random(number), COUNCIL.last):
            for one in sent.proposals:
                found[one.event.name.partition("/")[0]] += 1
    assert all(found[one] for one in ROOMS)
