"""Entries as bytes, and back. The one place that knows how an envelope is written.

Only what was not told is left out (``None``): everything else is written, so that a default that
changes in code never changes the reading of what is stored.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from swp_domain.catalogue import event_named
from swp_domain.entry import AnyEntry, Judged, entry_of
from swp_domain.event import Event
from swp_domain.personal import Sealer
from swp_domain.refusal import Invalid


def to_bytes(entry: AnyEntry, sealer: Sealer | None = None) -> bytes:
    """The envelope as it is stored, with personal text sealed value by value.

    Two lines of JSON: the envelope, then what the law made of it, which is read only when asked for.
    """
    kind = entry_of(type(entry.event))
    envelope: bytes = kind.__pydantic_serializer__.to_json(entry, exclude_none=True, context=sealer)
    return envelope + b"\n" + Judged.__pydantic_serializer__.to_json(entry.judged, exclude_none=True)


def from_bytes(stored: bytes, name: str, sealer: Sealer | None = None) -> AnyEntry:
    """The entry that was stored, whose event has this name; older shapes of it are brought up to date first.

    Raises:
        Invalid: the event, or this version of it, is not known here, or the bytes are no envelope.
    """
    event = event_named(name)
    envelope, _, judged = stored.partition(b"\n")
    wrong: ValidationError | None = None
    try:
        entry: AnyEntry = entry_of(event).__pydantic_validator__.validate_json(envelope, context=sealer)
        if entry.event_version == event.event_version:
            return entry.with_judged(judged)
    except ValidationError as error:
        wrong = error
    older = _upcast(envelope, event, sealer)
    if older is None:
        what = str(wrong or "its event cannot be brought up to date")
        raise Invalid(f"state of {name}", what, "Verify the log: these bytes are not what was written") from wrong
    return older.with_judged(judged)


def _upcast(stored: bytes, event: type[Event], sealer: Sealer | None) -> AnyEntry | None:
    """The entry with its event in today's shape; ``None`` where it claims to be that, or cannot be brought there."""
    try:
        envelope: dict[str, Any] = json.loads(stored)
        version = envelope["event_version"]
        if version == event.event_version:
            return None
        envelope["event"] = event.upcast(version, envelope["event"])
        return entry_of(event).model_validate_json(json.dumps(envelope), context=sealer)
    except (KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError):
        return None
    except ValidationError as error:
        raise Invalid(
            f"state of {event.name}", str(error), "Verify the log: these bytes are not what was written"
        ) from error
    except ValueError as error:
        raise Invalid(f"event.version of {event.name}", str(error), "Read this log with a newer version") from error
