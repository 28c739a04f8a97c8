"""A desk with a record on it: for the tests that go through Casework and a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from threading import Lock
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, PlainValidator
from pydantic.fields import FieldInfo
from sqlalchemy import MetaData, select

from swp_adapters.casework import Casework, Receipt
from swp_adapters.security.keys import FileKeys, KeyRing
from swp_domain.event import Event, Names, NamesDecisions
from swp_domain.proposal import Proposal
from tests.telling import Said, noon

M = TypeVar("M", bound=BaseModel)

TODAY = "2024-06-01"


class Clock:
    """Moves on by a second whenever somebody looks at it, and can be set."""

    def __init__(self, moment: datetime) -> None:
        self.moment, self._lock = moment, Lock()

    def __call__(self) -> datetime:
        with self._lock:
            self.moment += timedelta(seconds=1)
            return self.moment

    def set(self, day: str) -> None:
        """Noon of a day."""
        self.moment = noon(day)


class Desk:
    """Opens the record as often as a test likes, and sees afterwards that it is intact."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.keys_file = url, folder / "the.keys"
        self.clock = Clock(noon(TODAY))
        self._opened: list[Casework] = []

    def open(self, *, keys: KeyRing | None = None, clock: Callable[[], datetime] | None = None) -> Casework:
        casework = opened(self.url, keys or self.keys_file, clock or self.clock)
        self._opened.append(casework)
        return casework

    def clear(self) -> None:
        try:
            for one in self._opened:
                found = one.verify()
                assert found.intact, str(found)
        finally:
            for one in self._opened:
                one.close()


def opened(url: str, keys: KeyRing | Path, clock: Callable[[], datetime] | None = None) -> Casework:
    """The record; the keys stand beside it, because a server keeps none."""
    return Casework(
        url, keys=FileKeys(keys) if isinstance(keys, Path) else keys, clock=clock or (lambda: datetime.now(UTC))
    )


def desk(url: str, folder: Path) -> Iterator[Desk]:
    """What a fixture yields."""
    made = Desk(url, folder)
    yield made
    made.clear()


def proposals(*said: Said) -> tuple[Proposal[Event], ...]:
    return tuple(one.proposal for one in said)


def put(casework: Casework, *said: Said, **told: Any) -> Receipt:
    """One submission."""
    return casework.submit(*proposals(*said), **told)


def everything(casework: Casework) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the database, as it is stored."""
    tables = MetaData()
    tables.reflect(casework.engine)
    with casework.engine.begin() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in sorted(tables.tables.items())
        }


class Filling:
    """Fills in every field of a model, each personal text with a word of its own that can be looked for."""

    NHS_NUMBER = "9434765919"

    def __init__(self) -> None:
        self.words: list[str] = []

    def word(self) -> str:
        self.words.append(f"Zanzibar{len(self.words)}Q")
        return self.words[-1]

    def model(self, kind: type[M]) -> M:
        return kind.model_validate({name: self._field(info) for name, info in kind.model_fields.items()})

    def _field(self, info: FieldInfo) -> Any:
        return self._value(info.annotation, tuple(info.metadata))

    def _value(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(args[0], (*args[1:], *metadata))
        if origin in (Union, UnionType):
            return self._value(next(arm for arm in args if arm is not NoneType))
        if origin is tuple:
            return (self._value(args[0]),)
        if any(isinstance(one, PlainValidator) for one in metadata):
            return self.NHS_NUMBER if any(isinstance(one, AfterValidator) for one in metadata) else self.word()
        return self._plain(annotation, metadata)

    def _plain(self, kind: Any, metadata: tuple[Any, ...]) -> Any:
        if kind is str:
            named = next((one.kind for one in metadata if isinstance(one, Names)), "")
            most = min((one.max_length for one in metadata if getattr(one, "max_length", None)), default=64)
            if any(isinstance(one, NamesDecisions) for one in metadata):
                return "review/review-completed"
            return f"{named}-1" if named else ("0f" * 32)[:most]
        if kind is bool:
            return True
        if kind is int:
            limits = [told for one in metadata for told in getattr(one, "metadata", (one,))]
            return min([1941, *(one.le for one in limits if getattr(one, "le", None) is not None)])
        if kind is Decimal:
            return Decimal("96.50")
        if issubclass(kind, Enum):
            return next(iter(kind))
        return self.model(kind) if issubclass(kind, BaseModel) else noon("2024-05-01").date()
