"""Which standard authorisations were granted, and for which days."""

from __future__ import annotations

from dataclasses import dataclass, field

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import Period
from swp_domain.liberty.events import StandardAuthorisationDecided
from swp_domain.liberty.vocabulary import AuthorisationOutcome


@dataclass(frozen=True)
class LibertyState:
    """Standard authorisations, by identifier, with the days that they cover."""

    granted: dict[str, Period] = field(default_factory=dict)


def evolve(state: LibertyState, entry: AnyEntry) -> LibertyState:
    """The authorisations after one more entry."""
    match entry.event:
        case StandardAuthorisationDecided(authorisation=which, until=until, decision=decision) if entry.counts:
            granted = decision.outcome is AuthorisationOutcome.GRANTED
            if granted and (until is None or until >= entry.occurred_on):
                return LibertyState({**state.granted, which: Period(entry.occurred_on, until)})
    return state
