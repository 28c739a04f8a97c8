"""The library's own way with the same events: aggregates of pydantic events, its recorders, its projections."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

import orjson
from eventsourcing.application import Application
from eventsourcing.domain import BaseAggregate, CanInitAggregate, CanMutateAggregate
from eventsourcing.persistence import Mapper, StoredEvent, Tracking, Transcoder
from eventsourcing.utils import get_topic, resolve_topic
from pydantic import BaseModel, ConfigDict

from bench.clock import rate
from bench.workload import PER_CASE, cases
from swp_domain.catalogue import events
from swp_domain.entry import AnyEntry

_SPACE = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    originator_id: UUID
    originator_version: int
    timestamp: datetime

    def _as_dict(self) -> dict[str, Any]:
        return self.__dict__


class Case(BaseAggregate[UUID]):
    """A case that counts its events: less than ours folds."""

    class Event(_Event, CanMutateAggregate[UUID]):
        def apply(self, aggregate: Any) -> None:
            aggregate.entries += 1

    class Created(Event, CanInitAggregate[UUID]):
        originator_topic: str

    def __init__(self) -> None:
        self.entries = 0


TYPES: dict[str, type[Any]] = {}
for _name, _kind in events().items():
    _class = type(f"N_{_kind.__name__}", (Case.Event,), {"__annotations__": {"data": _kind}, "__module__": __name__})
    TYPES[_name] = globals()[_class.__name__] = _class


class PydanticMapper(Mapper[UUID]):
    """As the library's examples do it."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        state = domain_event.model_dump(mode="json")
        originator, version = state.pop("originator_id"), state.pop("originator_version")
        return StoredEvent(
            originator_id=UUID(originator),
            originator_version=version,
            topic=get_topic(type(domain_event)),
            state=self.transcoder.encode(state),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        state = self.transcoder.decode(stored_event.state)
        state["originator_id"] = stored_event.originator_id
        state["originator_version"] = stored_event.originator_version
        return resolve_topic(stored_event.topic)(**state)


class OrjsonTranscoder(Transcoder):
    """As the library's examples do it."""

    def encode(self, obj: Any) -> bytes:
        return orjson.dumps(obj)

    def decode(self, data: bytes) -> Any:
        return orjson.loads(data)


class Cases(Application[UUID]):
    """The library's application with its own recorders."""

    def construct_mapper(self) -> Mapper[UUID]:
        return self.factory.mapper(transcoder=OrjsonTranscoder(), mapper_class=PydanticMapper)

    def construct_transcoder(self) -> Transcoder:
        return OrjsonTranscoder()


def measure(env: dict[str, str], number: int) -> dict[str, float]:
    """Every line that the library has an answer to."""
    app = Cases(env=env)
    found: dict[str, float] = {}
    singles = max(number // 10, 1)
    one_by_one = [_events(case) for case in cases(singles)]
    whole = [_events(case) for case in cases(number - singles, singles)]
    ids = [case[0].originator_id for case in (*one_by_one, *whole)]
    found["append 1"] = rate(
        singles * PER_CASE, lambda: _drain(app.events.put([one]) for case in one_by_one for one in case)
    )
    found["append 20"] = rate((number - singles) * PER_CASE, lambda: _drain(app.events.put(case) for case in whole))
    found["load a case"] = rate(number, lambda: _drain(app.repository.get(one) for one in ids), times=3)
    found["replay"] = rate(number * PER_CASE, lambda: _drain(_drain(app.events.get(one)) for one in ids), times=3)
    half = PER_CASE // 2
    found["as at"] = rate(number, lambda: _drain(app.repository.get(one, version=half) for one in ids), times=3)
    tracker = _tracker(app)
    live = min(number, 60)
    found["views live"] = found["views rebuilt"] = rate(
        live * PER_CASE, lambda: _project(app, tracker, live * PER_CASE)
    )
    app.close()
    return found


def _tracker(app: Cases) -> Any:
    """A view of the library's kind: a tracking recorder with a table of its own, one transaction an event."""
    name = type(app.recorder).__module__
    if "sqlite" in name:
        from bench.native_sqlite import Counts

        return app.factory.tracking_recorder(Counts)
    from bench.native_postgres import PostgresCounts

    return app.factory.tracking_recorder(PostgresCounts)


def _project(app: Cases, tracker: Any, until: int) -> None:
    at = 0
    while at < until:
        for one in app.recorder.select_notifications(start=at, limit=500, inclusive_of_start=False):
            event = app.mapper.to_domain_event(one)
            tracker.count(str(event.originator_id), Tracking("bench", one.id))
            at = one.id
            if at >= until:
                return


def _events(case: list[AnyEntry]) -> list[Any]:
    identifier = uuid5(_SPACE, case[0].stream)
    first: Any = Case.Created(
        originator_topic=get_topic(Case), originator_id=identifier, originator_version=1, timestamp=datetime.now(UTC)
    )
    rest = [
        TYPES[one.event_name](
            data=one.event, originator_id=identifier, originator_version=one.version, timestamp=one.recorded_at
        )
        for one in case[1:]
    ]
    return [first, *rest]


def _drain(values: Iterable[object]) -> None:
    deque(values, maxlen=0)
