"""Submissions as JSON: what a frontend, a file or a pipe sends to be recorded.

A line holds one proposal, or ``{"command_id": …, "proposals": […]}``. A proposal is::

    {"file": "case/7", "event": {"name": "assessment/assessment-requested", "assessment": "A1"},
     "occurred": "2024-05-01", "by": "ada", "conduct": "deciding", "reason": "…", "corrects": "…"}

``by`` and ``recorded_by`` name somebody on the staff, or are an actor, whole (for a court, a hospital,
a police force). ``event`` may carry its ``version``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from swp_domain.actor import Actor
from swp_domain.catalogue import event_named, file_kind
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate
from swp_domain.proposal import Conduct, Proposal, propose
from swp_domain.refusal import Invalid

M = TypeVar("M", bound=BaseModel)

FindActor = Callable[[str, date], Actor]
"""Somebody on the staff, as they were on a day."""


class ProposalIn(BaseModel):
    """A proposal as it is sent."""

    model_config = ConfigDict(extra="forbid")

    file: str
    event: dict[str, Any]
    occurred: PartialDate
    by: str | Actor | None = None
    recorded_by: str | Actor | None = None
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


def read_submission(text: str, find: FindActor, acting: str | None = None) -> Sent:
    """Read one submission.

    Args:
        text: JSON.
        find: looks up somebody on the staff.
        acting: who acts where a proposal does not say.

    Raises:
        Invalid: it is no JSON, or a field is wrong: which, by which rule, and what helps.
        OutOfSequence: nobody by that name was on the staff that day.
    """
    try:
        told = json.loads(text)
    except ValueError as error:  # a number of thousands of digits is one as well
        raise Invalid("line", f"no JSON: {error}", "Send one JSON object a line") from None
    except RecursionError:
        raise Invalid("line", "nested too deeply", "Send one JSON object a line") from None
    if isinstance(told, dict) and "proposals" not in told:
        command = {key: told.pop(key) for key in _BESIDE if key in told}
        told = {"proposals": [told], **command}
    sent = _checked(SubmissionIn, told, "line")
    return Sent(
        tuple(_proposal(one, find, acting) for one in sent.proposals),
        sent.command_id,
        sent.expected_version,
        sent.causation_id,
        sent.correlation_id,
    )


def _proposal(sent: ProposalIn, find: FindActor, acting: str | None) -> Proposal[Event]:
    file_kind(sent.file)
    on = sent.occurred.placed()
    by = sent.by or acting
    if by is None:
        raise Invalid("by", "nobody is named as acting", "Name somebody on the staff in by, or with --as")
    actor = by if isinstance(by, Actor) else find(by, on)
    entered = sent.recorded_by or (acting if acting and sent.by else None)
    recorder = find(entered, on) if isinstance(entered, str) else entered
    return propose(
        sent.file,
        read_event(sent.event),
        actor,
        sent.occurred,
        recorded_by=recorder,
        conduct=sent.conduct,
        reason=sent.reason,
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
    return _checked(event, fields, f"event {name}")


def _checked(model: type[M], told: Any, where: str) -> M:
    try:
        return model.model_validate_json(json.dumps(told))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        says = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise Invalid(
            f"{where}: {field}" if field else where, f"{says}{more}", "Put it right and send it again"
        ) from None
