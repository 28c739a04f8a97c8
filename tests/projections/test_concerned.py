"""A view is not folded again for an entry that does not concern it, and has the same rows as if it were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from swp_adapters.casework import Casework
from swp_adapters.demo.people import establish
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import judged
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.strategies import lives, proposals
from swp_adapters.testing.values import LAST
from swp_domain.case.events import CaseAllocated
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.history import history
from swp_domain.proposal import Conduct, Proposal, Submission, propose
from swp_domain.referral.events import ReferralReceived
from swp_domain.referral.vocabulary import Source
from swp_projections import VIEWS, Capacity
from tests.capacity_papers import named
from tests.stages.test_duties import WAYS
from tests.telling import CASE, given

AT_HAND = tuple(view() for view in VIEWS if not view.stepwise)
few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def disagreeing(told: list[AnyEntry]) -> list[tuple[str, str]]:
    """The views, and the events by which their rows change although they do not concern them."""
    found = []
    for at, entry in enumerate(told[1:], start=1):
        file = entry.stream
        for view in AT_HAND:
            if file.partition("/")[0] in view.kinds and not view.concerned(entry):
                without, with_it = (list(view.fold(file, told[:end])) for end in (at, at + 1))
                found += [(view.name, entry.event_name)] if without != with_it else []
    return found


@few
@drawn(lives(), st.lists(proposals(conducts=(Conduct.RECORDING,), files=(CASE,)), max_size=8))
def test_rows_stay_as_they_are_whenever_a_view_says_so(
    told: tuple[Council, int, list[Sent]], more: list[Proposal[Event]]
) -> None:
    council_, _, life = told
    last = datetime.combine(LAST, time(12), UTC)
    case = next(one.file for sent in life for one in sent.proposals if one.file.startswith("case/"))
    said = [replace(one, file=case) if one.file == CASE else one for one in more]
    later = [
        Sent(Submission(f"more-{number}", (one,)), last + timedelta(days=number)) for number, one in enumerate(said)
    ]
    streams: dict[str, list[AnyEntry]] = {}
    for entry in judged([*council_.established(), *life, *later], {}, "told"):
        streams.setdefault(entry.stream, []).append(entry)
    for entries in streams.values():
        assert disagreeing(history(entries)) == []


@pytest.mark.parametrize("rule", sorted(WAYS))
def test_rows_stay_as_they_are_whatever_a_duty_goes_through(rule: str) -> None:
    for way in WAYS[rule]:
        begun = given(way.by.records(way.opens, way.on[0]))
        for meets in (*way.meets, *way.at_once):
            met = begun.when(way.by.records(meets, way.on[0]))
            for stream in met.streams:
                assert disagreeing(met.history(stream)) == []


def test_a_view_that_is_not_concerned_is_not_folded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    casework = Casework("sqlite:///:memory:", keys=MemoryKeys())
    establish(casework)
    ada = casework.actor("ada", date(2025, 1, 1))
    casework.submit(propose("case/1", ReferralReceived(referral="R1", source=Source.FRONT_DOOR), ada, "2025-01-01"))

    def folded(*_: object) -> NoReturn:
        raise AssertionError("folded")

    monkeypatch.setattr(Capacity, "fold", folded)
    casework.submit(propose("case/1", CaseAllocated(team="West", worker="ada"), ada, "2025-01-02"))
    with pytest.raises(AssertionError, match="folded"):
        casework.submit(propose("case/1", named(), ada, "2025-01-03"))
    (entry,) = [one for one in casework.entries("case/1") if isinstance(one.event, CaseAllocated)]
    mended = propose("case/1", CaseAllocated(team="East"), ada, "2025-01-02", corrects=entry.entry_id, reason="Wrong.")
    with pytest.raises(AssertionError, match="folded"):
        casework.submit(mended)
