"""How the concerns about an adult stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.entry import AnyEntry
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.stage import changed


@dataclass(frozen=True)
class Concern:
    """A concern on a day; ``outcome`` is ``None`` until it is decided."""

    received_on: date | None = None
    decided_on: date | None = None
    outcome: EnquiryOutcome | None = None


@dataclass(frozen=True)
class SafeguardingState:
    """All concerns, by identifier."""

    concerns: dict[str, Concern] = field(default_factory=dict)

    @property
    def suspected_at_risk(self) -> bool:
        """Whether the latest decisions on concerns include one to enquire."""
        return any(one.outcome is EnquiryOutcome.ENQUIRE for one in self.concerns.values())


def evolve(state: SafeguardingState, entry: AnyEntry) -> SafeguardingState:
    """The concerns after one more entry."""
    match entry.event:
        case ConcernReceived(concern=which):
            return _with(state, which, changed(state.concerns.get(which, Concern()), received_on=entry.occurred_on))
        case EnquiryDecided(concern=which, decision=decision) if entry.counts:
            earlier = state.concerns.get(which, Concern())
            return _with(state, which, changed(earlier, decided_on=entry.occurred_on, outcome=decision.outcome))
    return state


def _with(state: SafeguardingState, which: str, one: Concern) -> SafeguardingState:
    return SafeguardingState({**state.concerns, which: one})
