"""How it stands with means, charges and the choice of a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.finance.events import (
    ChargeDecided,
    ChargingExplained,
    DeferredPaymentOffered,
    FinancialAssessmentCompleted,
    FinancialAssessmentRefused,
    FreePeriodNoted,
    PlacementDecided,
    PlacementPreferred,
    TopUpAgreed,
)
from swp_domain.finance.vocabulary import Accommodation, FreeGround, MeansOutcome, PlacementOutcome, TopUpOutcome
from swp_domain.party import Whose
from swp_domain.stage import changed


@dataclass(frozen=True)
class Means:
    """An assessment of means on a day."""

    completed_on: date
    whose: Whose
    outcome: MeansOutcome


@dataclass(frozen=True)
class Placement:
    """A place that the person prefers, and what came of it."""

    accommodation: Accommodation | None = None
    preferred_on: date | None = None
    outcome: PlacementOutcome | None = None
    top_up_agreed_on: date | None = None


@dataclass(frozen=True)
class FreeTime:
    """A time for which nothing is charged, both days within it; no end where none was told."""

    begins: date
    until: date | None
    ground: FreeGround

    def __contains__(self, day: date) -> bool:
        return self.begins <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class FinanceState:
    """What the file tells of means, charges and the choice of a place.

    ``explained_on`` is when charging was last explained, and ``refused_on`` when an assessment of means was refused;
    neither counts where it is known that it cannot be proved. ``charges`` are those decided, by identifier.
    """

    means: dict[str, Means] = field(default_factory=dict)
    refused_on: date | None = None
    explained_on: date | None = None
    charges: dict[str, ChargeDecided] = field(default_factory=dict)
    free: tuple[FreeTime, ...] = ()
    placements: dict[str, Placement] = field(default_factory=dict)
    deferral_offered_on: date | None = None

    def means_of(self, whose: Whose) -> Means | None:
        """The last assessment of somebody's means."""
        return next((one for one in reversed(self.means.values()) if one.whose is whose), None)


def evolve(state: FinanceState, entry: AnyEntry) -> FinanceState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ChargingExplained(proof=proof) if proof is not False:
            return changed(state, explained_on=on)
        case FinancialAssessmentRefused(proof=proof) if proof is not False:
            return changed(state, refused_on=on)
        case FreePeriodNoted(until=until, ground=ground):
            return changed(state, free=(*state.free, FreeTime(on, until, ground)))
        case PlacementPreferred(placement=which, accommodation=accommodation):
            return _place(state, which, accommodation=accommodation, preferred_on=on)
        case DeferredPaymentOffered():
            return changed(state, deferral_offered_on=on)
    return _decided(state, entry) if entry.counts else state


def _decided(state: FinanceState, entry: AnyEntry) -> FinanceState:
    """What decisions add. One that the law did not let be taken made nothing of means, charges or places."""
    on = entry.occurred_on
    match entry.event:
        case FinancialAssessmentCompleted(financial=which, whose=whose, decision=decision):
            kept = {name: one for name, one in state.means.items() if name != which}
            return changed(state, means={**kept, which: Means(on, whose, decision.outcome)})
        case ChargeDecided(charge=which) as decided:
            return changed(state, charges={**state.charges, which: decided})
        case PlacementDecided(placement=which, decision=decision):
            return _place(state, which, outcome=decision.outcome)
        case TopUpAgreed(placement=which, decision=decision) if decision.outcome is TopUpOutcome.AGREED:
            return _place(state, which, top_up_agreed_on=on)
    return state


def _place(state: FinanceState, which: str, **changes: Any) -> FinanceState:
    one = changed(state.placements.get(which, Placement()), **changes)
    return changed(state, placements={**state.placements, which: one})
