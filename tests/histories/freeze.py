"""What is stored, frozen: a schema and a stored row of every version of every event, and of the envelope.

    python -m tests.histories.freeze            writes what is new, and touches nothing that is there
    python -m tests.histories.freeze --again    writes all of it anew; for shapes that were never released

A released shape never changes: a new shape is a new version (with an upcast), a new meaning a new event.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from swp_domain.catalogue import events
from swp_domain.entry import AnyEntry, Entry, Judged, entry_of
from swp_domain.event import Event, Names
from swp_domain.law.dates import PartialDate
from swp_domain.proposal import Conduct
from swp_domain.stored import to_bytes

HERE = Path(__file__).parent
SCHEMAS, ROWS = HERE / "schemas", HERE / "rows"
M = TypeVar("M", bound=BaseModel)


class Drawer:
    """A sealer whose seal is no secret, so that rows can be opened for ever."""

    def seal(self, text: str) -> dict[str, str]:
        nonce = sha256(text.encode()).hexdigest()[:24]
        return {"key": "k1", "nonce": nonce, "ciphertext": b64encode(text.encode()).decode()}

    def open(self, sealed: dict[str, str]) -> str | None:
        return b64decode(sealed["ciphertext"]).decode()


def schemas() -> dict[str, Any]:
    """Every schema, by the name of its file."""
    found: dict[str, Any] = {
        "envelope.format-1": _envelope(),
        "judged.format-1": Judged.model_json_schema(),
    }
    for event in events().values():
        found[label(event.name, event.event_version)] = event.model_json_schema()
    return {name: _shape(schema) for name, schema in found.items()}


def _envelope() -> dict[str, Any]:
    """The schema of an envelope, without what stands on a line of its own."""
    schema = Entry[Event].model_json_schema()
    del schema["properties"]["kept"]
    wanted: set[str] = set()
    found = {one for one in schema["$defs"] if f'#/$defs/{one}"' in json.dumps(schema["properties"])}
    while found:
        wanted |= found
        inside = json.dumps([schema["$defs"][one] for one in found])
        found = {one for one in schema["$defs"] if f'#/$defs/{one}"' in inside} - wanted
    return {**schema, "$defs": {one: schema["$defs"][one] for one in sorted(wanted)}}


def label(name: str, version: int) -> str:
    """The name of the files of one version of an event."""
    return f"{name.replace('/', '.')}.v{version}"


def _shape(schema: Any) -> Any:
    """A schema without its words: what a field is called in a form may change, its shape may not."""
    if isinstance(schema, list):
        return [_shape(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _shape(one) for name, one in value.items()} if key in {"properties", "$defs"} else _shape(value)
        for key, value in schema.items()
        if not (key in {"title", "description"} and isinstance(value, str))
    }


def entry(event: type[Event]) -> AnyEntry:
    """An entry with everything told that can be told."""
    envelope: dict[str, Any] = {
        "format": 1,
        "stream": "case/one",
        "version": 7,
        "entry_id": "0197c0de-0000-7000-8000-000000000001",
        "event_name": event.name,
        "event_version": event.event_version,
        "event": full(event),
        "occurred": PartialDate.parse("about 2024-04-28/2024-05-03"),
        "occurred_on": date(2024, 5, 1),
        "recorded_at": datetime(2024, 5, 3, 9, 30, 15, 123456, UTC),
        "conduct": Conduct.RECORDING,
        "reason": "imported from paper",
        "law": "0f" * 32,
        "corrects": "0197c0de-0000-7000-8000-000000000000",
    }
    others = {name: info for name, info in Entry.model_fields.items() if name not in {*envelope, "kept"}}
    envelope |= {name: _value(name, info.annotation, tuple(info.metadata)) for name, info in others.items()}
    made: AnyEntry = entry_of(event).model_validate(envelope)
    return made.with_judged(full(Judged))


def full(kind: type[M]) -> M:
    """A model with every field told."""
    return kind.model_validate(
        {name: _value(name, info.annotation, tuple(info.metadata)) for name, info in kind.model_fields.items()}
    )


_TOLD: dict[str, Any] = {
    "nhs_number": "9434765919",
    "sha256": "ab" * 32,
    "of": "review/review-completed",
    "decisions": ("review/review-completed",),
    "owned_by_social_workers": 51,
    "controlled_by_social_workers": 51,
}


def _value(name: str, annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
    origin, args = get_origin(annotation), get_args(annotation)
    if name in _TOLD:
        return _TOLD[name]
    if origin is Annotated:
        return _value(name, args[0], (*args[1:], *metadata))
    if origin in (Union, UnionType):
        return _value(name, next(arm for arm in args if arm is not NoneType))
    if origin is tuple:
        return (_value(name, args[0]),)
    if annotation is bool:
        return True
    if annotation is int:
        return 1941
    if annotation is Decimal:
        return Decimal("1234.50")
    if annotation is date:
        return date(2024, 5, 1)
    if annotation is str:
        named = next((one.kind for one in metadata if isinstance(one, Names)), "")
        if any(isinstance(one, StringConstraints) for one in metadata) and not named:
            return "nutrition"
        return f"{named}-1" if named else f"{name.replace('_', ' ')}: “Ō’Neill”"
    return next(iter(annotation)) if issubclass(annotation, Enum) else full(annotation)


def row(event: type[Event]) -> dict[str, str]:
    """A stored row: the name it is stored under, its bytes, and their leaf hash."""
    state = to_bytes(entry(event), Drawer())
    return {"name": event.name, "leaf": leaf(state), "state": state.decode()}


def leaf(state: bytes) -> str:
    """The leaf hash of RFC 9162."""
    return sha256(b"\0" + state).hexdigest()


def main(again: bool) -> None:
    """Write what is not frozen yet."""
    rows = {label(event.name, event.event_version): row(event) for event in events().values()}
    for folder, made in ((SCHEMAS, schemas()), (ROWS, rows)):
        folder.mkdir(exist_ok=True)
        if again:
            for stale in folder.glob("*.json"):
                stale.unlink()
        for name, content in made.items():
            path = folder / f"{name}.json"
            if not path.exists():
                path.write_text(json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
                sys.stdout.write(f"frozen: {path.relative_to(HERE.parent.parent)}\n")


if __name__ == "__main__":
    main("--again" in sys.argv[1:])
