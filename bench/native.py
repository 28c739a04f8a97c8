"""The library's own way with the same events: aggregates of pydantic events, its mapper, its recorders.

As its documented examples with pydantic do it. Two things favour it: the aggregate does less than our
file (it keeps the latest event of each kind), and an event carries our event with an id, a version and
a moment only, in clear: no actor, no day, no reason, no findings, no duties, no digest.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID, uuid5

import orjson
from eventsourcing.application import Application
from eventsourcing.domain import BaseAggregate, CanInitAggregate, CanMutateAggregate
from eventsourcing.persistence import Mapper, StoredEvent, Tracking, Transcoder
from eventsourcing.utils import get_topic, resolve_topic
from pydantic import BaseModel, ConfigDict
from sqlalchemy import make_url

from bench.lives import PER_CASE, stream_of
from bench.place import Place, Side, Watch, drain, in_turns
from swp_domain.catalogue import events
from swp_domain.entry import AnyEntry, Judged, entry_of

_SPACE = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    originator_id: UUID
    originator_version: int
    timestamp: datetime

    def _as_dict(self) -> dict[str, Any]:
        return self.__dict__


class Case(BaseAggregate[UUID]):
    """A case that keeps the latest event of each kind."""

    class Event(_Event, CanMutateAggregate[UUID]):
        """Something that happened to a case."""

        def apply(self, aggregate: Any) -> None:
            """What every event does to a case."""
            aggregate.latest[type(self)] = self

    class Opened(Event, CanInitAggregate[UUID]):
        """The first thing that happened."""

        originator_topic: str

    def __init__(self) -> None:
        self.latest: dict[type, Any] = {}


def _classes(prefix: str, fields: Any) -> dict[str, type[Any]]:
    made = {}
    for name, kind in events().items():
        base = Case.Opened if name == "referral/referral-received" else Case.Event
        title = f"{prefix}{kind.__name__}"
        made[name] = globals()[title] = type(
            title, (base,), {"__annotations__": fields(kind), "__module__": __name__, "__qualname__": title}
        )
    return made


class PydanticMapper(Mapper[UUID]):
    """As the library's examples with pydantic do it."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """To JSON types, then to bytes."""
        state = domain_event.model_dump(mode="json")
        state.pop("originator_id")
        return StoredEvent(
            originator_id=domain_event.originator_id,
            originator_version=state.pop("originator_version"),
            topic=get_topic(type(domain_event)),
            state=self.transcoder.encode(state),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """To a dictionary, then to the event."""
        state = self.transcoder.decode(stored_event.state)
        state["originator_id"] = stored_event.originator_id
        state["originator_version"] = stored_event.originator_version
        return resolve_topic(stored_event.topic)(**state)


class OrjsonTranscoder(Transcoder):
    """As the library's examples with pydantic do it."""

    def encode(self, obj: Any) -> bytes:
        """To bytes."""
        return orjson.dumps(obj)

    def decode(self, data: bytes) -> Any:
        """From bytes."""
        return orjson.loads(data)


class CasesApplication(Application[UUID]):
    """The library's application with its own recorders."""

    name = "cases"

    def construct_mapper(self) -> Mapper[UUID]:
        return self.factory.mapper(transcoder=OrjsonTranscoder(), mapper_class=PydanticMapper)

    def construct_transcoder(self) -> Transcoder:
        return OrjsonTranscoder()


class Native(Side):
    """One method a line; each does one round and says how much it did."""

    classes: ClassVar[dict[str, type[Any]]] = _classes("N", lambda kind: {"data": kind})

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.app = CasesApplication(env=_settings(place))
        self.view: Any = self.app.factory.tracking_recorder(_view(place))
        self.views = 0

    def fill(self) -> None:
        """Five cases to a transaction: with a thousand large events in one, psycopg's pipeline can wait for ever."""
        for start in range(0, self.place.cases, 5):
            numbers = range(start, min(start + 5, self.place.cases))
            self._put(in_turns([self._events(number) for number in numbers]))

    def append_1(self, watch: Watch) -> int:
        """Mapped and appended, one to a transaction."""
        made = [one for number in self.new(3) for one in self._events(number)]
        with watch:
            drain(self.app.events.put([one]) for one in made)
        return len(made)

    def append_20(self, watch: Watch) -> int:
        """The same, twenty to a transaction."""
        cases = [self._events(number) for number in self.new(20)]
        with watch:
            drain(self.app.events.put(case) for case in cases)
        return len(cases) * PER_CASE

    def command(self, watch: Watch) -> int:
        """The aggregate loaded, an event triggered, saved and, on SQLite, projected. Nothing is judged."""
        cases = [self._events(number) for number in self.new(2)]
        self._project()
        with watch:
            for first, *rest in cases:
                self._put([first])
                for one in rest:
                    aggregate: Any = self.app.repository.get(one.originator_id)
                    aggregate.trigger_event(type(one), **self._content(one))
                    self.app.save(aggregate)
                    if self.place.embedded:
                        self._project()
        return len(cases) * PER_CASE

    def load(self, watch: Watch) -> int:
        """The aggregate."""
        ids = list(map(_id, self.present(100)))
        with watch:
            drain(self.app.repository.get(one) for one in ids)
        return len(ids)

    def load_again(self, watch: Watch) -> int:
        """The same: as it comes, the library keeps nothing at hand."""
        return self.load(watch)

    def replay(self, watch: Watch) -> int:
        """Every event in the order of recording; the default has no findings to read."""
        ids = list(map(_id, self.present(100)))
        with watch:
            drain(one for name in ids for one in self.app.events.get(name))
        return len(ids) * PER_CASE

    def views_1(self, watch: Watch) -> int:
        """One view, which counts, brought up to date after every event."""
        made = in_turns([self._events(number) for number in self.new(2)])
        self._project()
        for one in made:
            self._put([one])
            with watch:
                self._project()
        return len(made)

    def views_live(self, watch: Watch) -> int:
        """One view, which counts, brought up to date as the library's runner does: a transaction an event."""
        made = in_turns([self._events(number) for number in self.new(5)])
        self._project()
        self._put(made)
        with watch:
            self._project()
        return len(made)

    def views_rebuilt(self, watch: Watch) -> int:
        """The same again, which is how the library rebuilds; on some of the log, because it takes so long."""
        until = min(self.some(200), self.place.cases * PER_CASE)
        self.views += 1
        with watch:
            self._project(until)
        return until

    def as_at(self, watch: Watch) -> int:
        """The aggregate at a version in the middle, which has to be known; the library has no days."""
        ids = list(map(_id, self.present(100)))
        with watch:
            drain(self.app.repository.get(one, version=PER_CASE // 2) for one in ids)
        return len(ids)

    def caseload_as_at(self, watch: Watch) -> int:
        """Every aggregate at a version in the middle."""
        ids = list(map(_id, range(self.place.cases)))
        with watch:
            drain(self.app.repository.get(one, version=PER_CASE // 2) for one in ids)
        return len(ids)

    def close(self) -> None:
        """Let go of the database."""
        self.app.close()

    def _put(self, made: list[Any]) -> None:
        self.app.events.put(made)

    def _project(self, until: int | None = None) -> None:
        """Bring the view up to date: what the library's runner does, which does not run on SQLite."""
        name = f"view {self.views}"
        after = self.view.max_tracking_id(name) or 0
        while found := self.app.recorder.select_notifications(after, 500, until, inclusive_of_start=False):
            for one in found:
                event: Any = self.app.mapper.to_domain_event(one)
                self.view.count(str(event.originator_id), Tracking(name, one.id))
                after = one.id

    def _events(self, number: int) -> list[Any]:
        opened = {"originator_topic": get_topic(Case)}
        return [
            self.classes[one.event_name](
                originator_id=_id(number),
                originator_version=one.version,
                timestamp=datetime.now(UTC),
                **self._told(one),
                **(opened if one.version == 1 else {}),
            )
            for one in self.cases[number]
        ]

    def _told(self, entry: AnyEntry) -> dict[str, Any]:
        return {"data": entry.event}

    def _content(self, event: Any) -> dict[str, Any]:
        return {"data": event.data}


class Alike(Native):
    """The library's own way where its events carry all that our entries carry, still in clear."""

    classes: ClassVar[dict[str, type[Any]]] = _classes("A", lambda kind: {"entry": entry_of(kind), "judged": Judged})

    def _told(self, entry: AnyEntry) -> dict[str, Any]:
        return {"entry": entry, "judged": entry.judged}

    def _content(self, event: Any) -> dict[str, Any]:
        return {"entry": event.entry, "judged": event.judged}


def _id(number: int) -> UUID:
    return uuid5(_SPACE, stream_of(number))


def _view(place: Place) -> Any:
    if place.embedded:
        from bench.native_sqlite import Counts

        return Counts
    from bench.native_postgres import PostgresCounts

    return PostgresCounts


def _settings(place: Place) -> dict[str, str]:
    if place.embedded:
        return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": place.address}
    url = make_url(place.address)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": url.database or "postgres",
        "POSTGRES_HOST": str(url.host or url.query.get("host", "127.0.0.1")),
        "POSTGRES_PORT": str(url.port or 5432),
        "POSTGRES_USER": url.username or "postgres",
        "POSTGRES_PASSWORD": url.password or "",
    }
