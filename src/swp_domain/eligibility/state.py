"""How the determinations of a case stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.eligibility.events import (
    BandedEligibilityDetermined,
    CarersEligibilityDetermined,
    DeterminationGiven,
    EligibilityDetermined,
)
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class Determination:
    """A determination on a day."""

    determined_on: date
    assessment: str
    outcome: Eligibility
    of_a_carer: bool = False
    given_on: date | None = None

    @property
    def eligible(self) -> bool:
        """Whether it found eligible needs."""
        return self.outcome is Eligibility.ELIGIBLE


@dataclass(frozen=True)
class EligibilityState:
    """All determinations, by identifier."""

    determinations: dict[str, Determination] = field(default_factory=dict)


def evolve(state: EligibilityState, entry: AnyEntry) -> EligibilityState:
    """The determinations after one more entry."""
    match entry.event:
        case EligibilityDetermined() | CarersEligibilityDetermined() | BandedEligibilityDetermined() if (
            not entry.counts
        ):
            return state  # It determined nothing.
        case EligibilityDetermined() | CarersEligibilityDetermined() | BandedEligibilityDetermined() as made:
            if not entry.counts:
                return state  # It determined nothing.
            one = Determination(
                entry.occurred_on,
                made.assessment,
                made.decision.outcome,
                isinstance(made, CarersEligibilityDetermined),
            )
            return _with(state, made.determination, one)
        case DeterminationGiven(determination=which) if which in state.determinations:
            return _with(state, which, changed(state.determinations[which], given_on=entry.occurred_on))
    return state


def _with(state: EligibilityState, which: str, one: Determination) -> EligibilityState:
    return EligibilityState({**state.determinations, which: one})
