"""The path of a concern in the record's codes: never anybody's words, and nobody's name."""

from __future__ import annotations

from enum import Enum
from typing import Final

from swp_domain.decision import Decision
from swp_domain.entry import AnyEntry
from swp_projections.moment import Moment

_WORDS: Final = {
    "enquiry-decided": "decided on",
    "body-told": "another body told",
    "enquiry-closed": "enquiry ended",
    "outcomes-asked": "asked what the adult wants",
    "involvement-considered": "involvement considered",
    "advocate-arranged": "advocate arranged",
    "action-decided": "action decided",
    "person-alleged": "somebody said to have caused harm",
    "person-alleged-again": "somebody named again",
}


def moment_of(entry: AnyEntry) -> Moment:
    """An entry as a moment: its event in words, the outcome of a decision where that is a code, and how it counts."""
    name = entry.event_name.partition("/")[2]
    what = _WORDS.get(name, name.replace("-", " "))
    decision = getattr(entry.event, "decision", None)
    if isinstance(decision, Decision) and isinstance(decision.outcome, Enum):
        what = f"{what}: {decision.outcome.value}"
    if not entry.counts:
        what += " (does not count: it was not theirs to take, or not lawful)"
    return Moment(entry.occurred_on, what, entry.entry_id)
