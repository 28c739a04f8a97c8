"""What is answered to a command, and how it is kept, so that the command sent again is answered the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.proposal import Proposal, Submission


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was recorded under a command. A repeated command is answered with the first receipt.

    ``entries`` are short: stream, version, entry id, event, day, breaches. ``repeated`` says that
    nothing new was recorded this time.
    """

    command_id: str
    recorded_at: str
    entries: tuple[dict[str, Any], ...]
    repeated: bool = False


def digest_of(submission: Submission) -> str:
    """What tells one command's content from another's."""
    return _digest([_said(one) for one in submission.proposals])


def digest_as_named(submission: Submission) -> str:
    """The same of what names people and says no more of them, as a line of a history does.

    Sent again later, when more is known of who they were that day (a registration that was recorded since),
    it is still the same command.
    """
    return _digest([{**_said(one), "by": one.by.id, "recorded_by": one.recorded_by.id} for one in submission.proposals])


def _said(one: Proposal[Event]) -> dict[str, Any]:
    return {
        "file": one.file,
        "event": one.event.name,
        "fields": one.event.model_dump(mode="json"),
        "by": one.by.model_dump(mode="json"),
        "recorded_by": one.recorded_by.model_dump(mode="json"),
        "occurred": str(one.occurred),
        "conduct": one.conduct,
        "reason": one.reason,
        "corrects": one.corrects,
    }


def _digest(said: list[dict[str, Any]]) -> str:
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def body_of(command: str, entries: Sequence[AnyEntry]) -> str:
    """A receipt as it is kept: it names every entry of the command, in order."""
    return json.dumps(
        {
            "command_id": command,
            "recorded_at": entries[-1].recorded_at.isoformat(),
            "entries": [
                {
                    "stream": one.stream,
                    "version": one.version,
                    "entry_id": one.entry_id,
                    "event": one.event_name,
                    "occurred_on": one.occurred_on.isoformat(),
                    "purported": one.purported,
                    "counts": one.counts,
                    "breaches": [str(breach) for breach in one.breaches],
                }
                for one in entries
            ],
        }
    )


def receipt_of(body: str, *, repeated: bool = False) -> Receipt:
    """The receipt that was kept."""
    told = json.loads(body)
    return Receipt(told["command_id"], told["recorded_at"], tuple(told["entries"]), repeated)
