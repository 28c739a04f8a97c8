"""The view of packages and the state of planning fold the same events, each for its readers: they never differ."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from swp_domain.case_file import CaseFile
from swp_domain.event import Event
from swp_domain.planning.events import ServiceChanged, ServiceEnded, ServiceResumed, ServiceStarted, ServiceSuspended
from swp_projections.package import Package
from tests.properties.entries import day, entry

_WHICH = st.sampled_from(["s1", "s2"])
_WEEKLY = st.none() | st.sampled_from([Decimal(100), Decimal("182.50")])
_NEEDS = st.sampled_from([("hygiene",), ("hygiene", "nutrition")])
_TOLD: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        ServiceStarted, service=_WHICH, weekly=_WEEKLY, needs=_NEEDS, provider=st.just("A"), commissioned=st.booleans()
    ),
    st.builds(ServiceChanged, service=_WHICH, weekly=_WEEKLY, needs=st.none() | _NEEDS),
    st.builds(ServiceSuspended, service=_WHICH),
    st.builds(ServiceResumed, service=_WHICH),
    st.builds(ServiceEnded, service=_WHICH),
)
_DAYS = 12

Given = tuple[str, Decimal | None, tuple[str, ...]]


def _by_the_state(file: CaseFile, on: int) -> set[Given]:
    return {(one.service, one.terms.weekly, one.terms.needs) for one in file.planning.active_on(day(on))}


_BEGUN = ServiceStarted(service="s1", needs=("hygiene",), provider="A", commissioned=False)
_PAUSED, _CHANGED = ServiceSuspended(service="s1"), ServiceChanged(service="s1")
_ENDED, _RESUMED = (1, ServiceEnded(service="s1")), (1, ServiceResumed(service="s1"))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, _DAYS), _TOLD), max_size=8))
@example([(0, _BEGUN), (1, _PAUSED), _ENDED, _RESUMED, (1, _CHANGED)])
@example([(0, _BEGUN), _ENDED, (2, _PAUSED), (3, _CHANGED)])
@example([(0, _BEGUN), _ENDED, (2, _CHANGED), (3, _PAUSED), (4, ServiceResumed(service="s1"))])
def test_on_every_day_both_say_what_was_given(told: list[tuple[int, Event]]) -> None:
    placed = sorted(enumerate(told, start=1), key=lambda one: (one[1][0], one[0]))
    begun: dict[str, int] = {}
    entries = []
    for version, (on, event) in placed:
        which = getattr(event, "service", "")
        if isinstance(event, ServiceStarted):
            begun[which] = on
        # What is told of a service before it began is no service yet to the one, and a row to the other; one that
        # ended on its first day leaves the state no terms, and the view those it had.
        if which in begun and not (isinstance(event, ServiceEnded) and begun[which] == on):
            entries.append(entry(version, on, told=event))
    file, rows = CaseFile.fold("case/one", entries), Package().of("case/one", entries)
    for on in range(_DAYS + 2):
        seen = {
            (one.element, one.weekly, tuple(filter(None, one.needs.split(", "))))
            for one in rows
            if one.holds_on(day(on)) and not one.suspended
        }
        assert seen == _by_the_state(file, on), on
