"""How it stands with growing into adult care."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts, YoungPerson
from swp_domain.stage import changed
from swp_domain.transition.events import (
    AdultConclusionReached,
    AdulthoodReached,
    ChildrensServicesEnded,
    TransitionAssessmentCompleted,
    TransitionAssessmentRequested,
    TransitionExpected,
    TransitionRequestDecided,
)
from swp_domain.transition.vocabulary import RequestOutcome


@dataclass(frozen=True)
class OneTransition:
    """Somebody on the way to adult care, as far as the file tells."""

    who: YoungPerson | None = None
    facts: TransitionFacts | None = None
    birthday: date | None = None
    requested_on: date | None = None
    declined_on: date | None = None
    assessed_on: date | None = None
    grown_on: date | None = None
    concluded_on: date | None = None
    childrens_services_ended_on: date | None = None

    def grown(self, on: date) -> bool:
        """Whether the file shows that eighteen was reached by a day."""
        return (self.grown_on is not None and self.grown_on <= on) or (
            self.birthday is not None and self.birthday <= on
        )


@dataclass(frozen=True)
class TransitionState:
    """What the file tells of growing into adult care, by identifier."""

    transitions: dict[str, OneTransition] = field(default_factory=dict)


def evolve(state: TransitionState, entry: AnyEntry) -> TransitionState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case TransitionExpected(transition=which, who=who, facts=facts, birthday=birthday):
            return _with(state, which, who=who, facts=facts, **_told(birthday))
        case TransitionAssessmentRequested(transition=which, who=who, birthday=birthday):
            return _with(state, which, who=who, requested_on=on, **_told(birthday))
        case TransitionRequestDecided(transition=which, facts=facts, decision=decision) if entry.counts:
            declined = on if decision.outcome is RequestOutcome.DECLINED else None
            return _with(state, which, facts=facts, declined_on=declined)
        case TransitionAssessmentCompleted(transition=which, birthday=birthday) if entry.counts:
            return _with(state, which, assessed_on=on, **_told(birthday))
        case AdulthoodReached(transition=which):
            return _with(state, which, grown_on=on)
        case AdultConclusionReached(transition=which) if entry.counts:
            return _with(state, which, concluded_on=on)
        case ChildrensServicesEnded(transition=which):
            return _with(state, which, childrens_services_ended_on=on)
    return state


def _told(birthday: date | None) -> dict[str, date]:
    return {} if birthday is None else {"birthday": birthday}


def _with(state: TransitionState, which: str, **changes: Any) -> TransitionState:
    one = changed(state.transitions.get(which, OneTransition()), **changes)
    return TransitionState({**state.transitions, which: one})
