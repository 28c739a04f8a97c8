"""How it stands with what was said, sent, tried and written down about a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.correspondence.events import (
    AdvocateReported,
    CooperationDecided,
    CooperationRequested,
    DocumentAttached,
    MessageNeedsNoReply,
    MessageReceived,
    OutcomeLearned,
    OutcomeTold,
    ReplySent,
)
from swp_domain.correspondence.vocabulary import OutcomeKind
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class OneMessage:
    """Something that came in, on a day; ``over_on`` is when it was answered, or no longer waited for an answer."""

    received_on: date | None = None
    over_on: date | None = None


@dataclass(frozen=True)
class OneOutcome:
    """Something that the council knows, and when it told it."""

    kind: OutcomeKind = OutcomeKind.OTHER
    known_on: date | None = None
    told_on: date | None = None


@dataclass(frozen=True)
class CorrespondenceState:
    """Messages and outcomes by identifier, and the day on which each document was first attached, by digest."""

    messages: dict[str, OneMessage] = field(default_factory=dict)
    outcomes: dict[str, OneOutcome] = field(default_factory=dict)
    documents: dict[str, date] = field(default_factory=dict)


def evolve(state: CorrespondenceState, entry: AnyEntry) -> CorrespondenceState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case MessageReceived(message=which) | AdvocateReported(message=which) | CooperationRequested(message=which):
            return _message(state, which, received_on=on)
        case ReplySent(message=which) | MessageNeedsNoReply(message=which) | CooperationDecided(message=which):
            return _message(state, which, over_on=on)
        case OutcomeLearned(outcome=which, kind=kind):
            return _outcome(state, which, kind=kind, known_on=on)
        case OutcomeTold(outcome=which):
            return _outcome(state, which, told_on=on)
        case DocumentAttached(document=document):
            return changed(state, documents={document.sha256: on, **state.documents})
    return state


def _message(state: CorrespondenceState, which: str, **changes: Any) -> CorrespondenceState:
    one = changed(state.messages.get(which, OneMessage()), **changes)
    return changed(state, messages={**state.messages, which: one})


def _outcome(state: CorrespondenceState, which: str, **changes: Any) -> CorrespondenceState:
    one = changed(state.outcomes.get(which, OneOutcome()), **changes)
    return changed(state, outcomes={**state.outcomes, which: one})
