"""Submissions as JSON: what a frontend, a file or a pipe sends to be recorded.

A line holds one proposal, or ``{"command_id": …, "proposals": […]}``. A proposal is::

    {"file": "case/7", "event": {"name": "assessment/assessment-requested", "assessment": "A1"},
     "occurred": "2024-05-01", "by": "ada", "conduct": "deciding", "reason": "…", "corrects": "…"}

``by`` and ``recorded_by`` name somebody on the staff, or are an actor, whole (for a court, a hospital,
a police force). ``event`` may carry its ``version``. ``docs/submitting.md`` has every field.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError

from swp_domain.actor import Actor
from swp_domain.catalogue import event_named, file_kind
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate
from swp_domain.personal import Sealed
from swp_domain.proposal import Conduct, Proposal, propose
from swp_domain.refusal import Invalid

M = TypeVar("M", bound=BaseModel)

FindActor = Callable[[str, date], Actor]
"""Somebody on the staff, as they were on a day."""


_NAME: Final = "a name"
_WHOLE: Final = "an actor"


def _named_or_whole(told: object) -> str:
    return _NAME if isinstance(told, str) else _WHOLE


Acting = Annotated[Annotated[str, Tag(_NAME)] | Annotated[Actor, Tag(_WHOLE)], Discriminator(_named_or_whole)]
"""Who acts: a name on the staff, or an actor, whole. What was meant is told apart first, so that one of them is
missed, and not both."""


class ProposalIn(BaseModel):
    """A proposal as it is sent."""

    model_config = ConfigDict(extra="forbid")

    file: str
    event: dict[str, Any]
    occurred: PartialDate
    by: Acting | None = None
    recorded_by: Acting | None = None
    conduct: Conduct = Conduct.DECIDING
    reason: Annotated[str, Field(min_length=1)] | None = None
    corrects: str | None = None


class SubmissionIn(BaseModel):
    """A submission as it is sent."""

    model_config = ConfigDict(extra="forbid")

    proposals: Annotated[list[ProposalIn], Field(min_length=1)]
    command_id: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    expected_version: int | None = None
    causation_id: str | None = None
    correlation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A submission that was read: its proposals, and the rest of what was sent with them."""

    proposals: tuple[Proposal[Event], ...]
    command_id: str | None
    expected_version: int | None
    causation_id: str | None
    correlation_id: str | None


_BESIDE = ("command_id", "expected_version", "causation_id", "correlation_id")
"""What may stand beside a proposal that is sent alone."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What is meant where a proposal does not say: its conduct, and the reason of a decision."""

    conduct: Conduct = Conduct.DECIDING
    reason: str | None = None


AS_THEY_ARE: Final = Unsaid()


def read_submission(text: str, find: FindActor, acting: str | None = None, unsaid: Unsaid = AS_THEY_ARE) -> Sent:
    """Read one submission.

    Args:
        text: JSON.
        find: looks up somebody on the staff.
        acting: who acts where a proposal does not say.
        unsaid: what else is meant where it does not say.

    Raises:
        Invalid: it is no JSON, or a field is wrong: which, by which rule, and what helps.
        OutOfSequence: nobody by that name was on the staff that day.
    """
    told = _object(text)
    alone = isinstance(told, dict) and "proposals" not in told
    if alone:
        command = {key: told.pop(key) for key in _BESIDE if key in told}
        told = {"proposals": [told], **command}
    sent = _checked(SubmissionIn, told, "line", ("proposals", 0) if alone else ())
    return Sent(
        tuple(_proposal(one, find, acting, unsaid) for one in sent.proposals),
        sent.command_id,
        sent.expected_version,
        sent.causation_id,
        sent.correlation_id,
    )


def _proposal(sent: ProposalIn, find: FindActor, acting: str | None, unsaid: Unsaid) -> Proposal[Event]:
    file_kind(sent.file)
    on = sent.occurred.placed()
    by = sent.by or acting
    if by is None:
        raise Invalid("by", "nobody is named as acting", "Name somebody on the staff in by, or with --as")
    actor = by if isinstance(by, Actor) else find(by, on)
    entered = sent.recorded_by or (acting if acting and sent.by else None)
    recorder = find(entered, on) if isinstance(entered, str) else entered
    event = read_event(sent.event)
    return propose(
        sent.file,
        event,
        actor,
        sent.occurred,
        recorded_by=recorder,
        conduct=sent.conduct if "conduct" in sent.model_fields_set else unsaid.conduct,
        reason=sent.reason or (unsaid.reason if event.taken_by is not None else None),
        corrects=sent.corrects,
    )


def read_event(told: dict[str, Any]) -> Event:
    """An event from its name and fields.

    Raises:
        Invalid: the name, the version or a field is wrong.
    """
    fields = dict(told)
    name = fields.pop("name", None)
    if not isinstance(name, str):
        raise Invalid("event.name", "is missing", "Say which event it is; swp rules --events lists them")
    event = event_named(name)
    version = fields.pop("version", event.event_version)
    if not isinstance(version, int):
        raise Invalid("event.version", f"{version!r} is not a whole number", "Write it without quotation marks")
    if version != event.event_version:
        try:
            fields = event.upcast(version, fields)
        except ValueError as error:
            raise Invalid("event.version", str(error), "Send a version this release knows") from None
    made = _checked(event, fields, f"event {name}")
    for field in _sealed(made):
        # Taken for a text that was sealed before, with a key that is not here, it would be lost at once.
        raise Invalid(f"event {name}: {field}", "is not text", "Put it right and send it again")
    return made


def _sealed(value: object) -> Iterator[str]:
    """The fields of personal text that hold what only the log may hold."""
    match value:
        case BaseModel():
            for name, one in vars(value).items():
                yield from [name] if isinstance(one, Sealed) else (f"{name}.{more}" for more in _sealed(one))
        case tuple():
            for number, one in enumerate(value):
                yield from (f"{number}.{more}" for more in _sealed(one))


def _checked(model: type[M], told: Any, where: str, added: tuple[str | int, ...] = ()) -> M:
    """What was told, as a model. ``added`` is what we put around it, which nobody finds in what they wrote."""
    try:
        return model.model_validate_json(json.dumps(told))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        parts = [part for part in first["loc"] if part not in (_NAME, _WHOLE)]
        field = ".".join(map(str, parts[len(added) :] if tuple(parts[: len(added)]) == added else parts))
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        says = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise Invalid(
            f"{where}: {field}" if field else where, f"{says}{more}", "Put it right and send it again"
        ) from None


def _object(text: str) -> Any:
    """What a line of JSON says, if it can be read in one way only.

    Raises:
        Invalid: it is no JSON; or a key is given twice, a number is none, a text is no text.
    """
    try:
        told = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        _readable(told, ())
    except json.JSONDecodeError as error:
        at = f"no JSON: {error.msg}, at character {error.pos + 1}"
        raise Invalid("line", at, "Send one JSON object a line") from None
    except ValueError as error:  # a number of thousands of digits
        raise Invalid("line", f"no JSON: {error}", "Send one JSON object a line") from None
    except RecursionError:
        raise Invalid("line", "nested too deeply", "Send one JSON object a line") from None
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object. Of two values under one key, one would be lost without a word."""
    told: dict[str, Any] = {}
    for key, value in pairs:
        if key in told:
            raise Invalid(f"line: {key}", "is given twice in one object", "Give it once")
        told[key] = value
    return told


def _no_number(constant: str) -> None:
    raise Invalid("line", f"{constant} is no number of JSON", "Leave the field out where there is no number")


_DEEPEST: Final = 50


def _readable(told: Any, path: tuple[str, ...]) -> None:
    """Find what JSON can spell and no text or number can hold, where it was written."""
    if len(path) > _DEEPEST:
        raise RecursionError
    match told:
        case dict():
            for key, value in told.items():
                _readable(key, path)
                _readable(value, (*path, key))
        case list():
            for number, value in enumerate(told):
                _readable(value, (*path, str(number)))
        case str() if _HALF.search(told):
            field = ".".join(path)
            rule = "holds half of a surrogate pair (\\ud800 to \\udfff), which is no character"
            raise Invalid(f"line: {field}" if field else "line", rule, "Send whole characters")
        case float() if not isfinite(told):
            raise Invalid(f"line: {'.'.join(path)}", "is too large a number", "Send a number that can be held")


_HALF: Final = re.compile("[\ud800-\udfff]")
