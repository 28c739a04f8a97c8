"""What was found, decided and objected to about each decision; who may decide; which advocates were instructed.

Nothing here says whether a person "has capacity": the only question that can be put is about one decision on one day.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import (
    AdvocateInstructed,
    AdvocateInstructedByNhs,
    AdvocateNeedArose,
    AdvocateNeedEnded,
    AuthorityEnded,
    BestInterestsDecided,
    CapacityAdvocateReported,
    CapacityAssessed,
    CapacityDecisionNamed,
    DecidingSupported,
    DeputyAppointed,
    LastingPowerMade,
    LastingPowerRegistered,
    MeetingHeld,
    ObjectionRecorded,
    ObjectionResolved,
    PersonOrOthersHeard,
)
from swp_domain.capacity.vocabulary import CapacityResult, Found
from swp_domain.entry import AnyEntry
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.law.mental_capacity_act_2005.s39_advocates import AdvocateNeed, Trigger
from swp_domain.stage import changed


@dataclass(frozen=True)
class Assessed:
    """One assessment of one decision. ``assessor`` is the id of whoever acted."""

    on: date
    result: CapacityResult
    assessor: str
    look_again_on: date | None = None
    explained: bool = False
    by_the_court: bool = False


@dataclass(frozen=True)
class InQuestion:
    """One decision that the person may be unable to take; every assessment of it stays, side by side."""

    matter: Matter | None = None
    assessed: tuple[Assessed, ...] = ()
    supported_on: date | None = None
    decided_on: date | None = None
    objected_on: date | None = None
    reported_on: date | None = None

    def found(self, on: date) -> Found:
        """What the record holds about this decision on a day: the latest assessment, while it may be relied on."""
        told = [one for one in self.assessed if one.on <= on]
        if not told:
            return Found.NOTHING
        latest = [one for one in told if one.on == told[-1].on]
        latest = [one for one in latest if one.by_the_court] or latest
        results = {one.result for one in latest}
        if CapacityResult.LACKS not in results:
            return Found.HAS if CapacityResult.HAS in results else Found.NOT_ESTABLISHED
        if len(results) > 1:
            return Found.CONTRADICTED
        again = min((one.look_again_on for one in latest if one.look_again_on), default=None)
        return Found.LACKS if again is None or on <= again else Found.TO_BE_LOOKED_AT_AGAIN


@dataclass(frozen=True)
class Authority:
    """A lasting power or a deputyship: for which matters, from when to when."""

    id: str
    deputy: bool
    kind: PowerKind
    confers: bool | None
    matters: frozenset[Matter]
    begins: date
    until: date | None = None
    ended_on: date | None = None

    def reaches(self, matter: Matter | None, on: date) -> bool:
        """Whether a matter lies within it on a day. A power that may not be registered is still somebody to ask."""
        within = matter is not None and matter in (self.matters or self.kind.matters)
        running = self.begins <= on and (self.until is None or on <= self.until)
        return within and running and (self.ended_on is None or on < self.ended_on) and self.confers is not False


@dataclass(frozen=True)
class Advocacy:
    """Something for which an advocate may be owed, and whether one was instructed."""

    trigger: Trigger | None = None
    need: AdvocateNeed | None = None
    urgent: bool = False
    instructed_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class CapacityState:
    """Decisions in question, by identifier, and who decides or speaks for the person."""

    decisions: dict[str, InQuestion] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    advocacies: dict[str, Advocacy] = field(default_factory=dict)
    best_interests: frozenset[str] = frozenset()
    heard: tuple[tuple[str, date], ...] = ()
    objections: tuple[tuple[str, date], ...] = ()

    def found(self, decision: str, on: date) -> Found:
        """What the record holds about one decision on one day."""
        one = self.decisions.get(decision)
        return one.found(on) if one else Found.NOTHING

    def may_decide(self, matter: Matter | None, on: date) -> tuple[Authority, ...]:
        """The attorneys and deputies within whose authority a matter lies on a day."""
        return tuple(one for one in self.authorities.values() if one.reaches(matter, on))

    def heard_about(self, decision: str | None, since: date | None = None) -> bool:
        """Whether anybody was heard about a decision, or about no decision in particular, from a day on."""
        return any(about in ("", decision or about) and (since is None or on >= since) for about, on in self.heard)

    def objected_to(self, decision: str | None) -> bool:
        """Whether an objection about a decision, or about none in particular, is open."""
        return any(about in ("", decision or about) for about, _ in self.objections)


def evolve(state: CapacityState, entry: AnyEntry) -> CapacityState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case CapacityDecisionNamed(capacity_decision=which, matter=matter):
            return _with(state, which, matter=matter)
        case DecidingSupported(capacity_decision=which):
            return _with(state, which, supported_on=on)
        case PersonOrOthersHeard(capacity_decision=which) | MeetingHeld(capacity_decision=which):
            return changed(state, heard=(*state.heard, (which or "", on)))
        case ObjectionRecorded(capacity_decision=which):
            return changed(state, objections=(*state.objections, (which or "", on)))
        case ObjectionResolved(capacity_decision=which):
            left = tuple(one for one in state.objections if which not in (None, one[0]))
            return changed(state, objections=left)
        case CapacityAssessed() | BestInterestsDecided():
            return _concluded(state, entry) if entry.counts else state
        case CapacityAdvocateReported(capacity_decision=which) if which:
            return _with(state, which, reported_on=on)
    return _advocates(_authorities(state, entry), entry)


def _concluded(state: CapacityState, entry: AnyEntry) -> CapacityState:
    on = entry.occurred_on
    match entry.event:
        case CapacityAssessed(capacity_decision=which) as told:
            one = Assessed(
                on=on,
                result=told.decision.outcome,
                assessor=entry.by.id,
                look_again_on=told.look_again_on,
                explained=told.__dict__["differs_because"] is not None,
                by_the_court=entry.by.kind is BodyKind.COURT,
            )
            earlier = state.decisions.get(which, InQuestion())
            return _with(state, which, assessed=(*earlier.assessed, one))
        case BestInterestsDecided(rests_on=which, best_interests=name, decision=decision) if decision.outcome.decides:
            state = changed(state, best_interests=state.best_interests | {name})
            return _with(state, which, decided_on=on)
    return state


def _authorities(state: CapacityState, entry: AnyEntry) -> CapacityState:
    on = entry.occurred_on
    match entry.event:
        case LastingPowerMade(authority=which) as made:
            earlier = state.authorities.get(which)
            confers = True if earlier is not None and earlier.confers else made.registered
            one = Authority(which, False, made.kind, confers, frozenset(made.matters), on)
            return changed(state, authorities={**state.authorities, which: one})
        case DeputyAppointed(authority=which) as made:
            one = Authority(which, True, made.kind, True, frozenset(made.matters), on, made.until)
            return changed(state, authorities={**state.authorities, which: one})
        case LastingPowerRegistered(authority=which) if which in state.authorities:
            registered = changed(state.authorities[which], confers=True)
            return changed(state, authorities={**state.authorities, which: registered})
        case AuthorityEnded(authority=which) if which in state.authorities:
            ended = changed(state.authorities[which], ended_on=on)
            return changed(state, authorities={**state.authorities, which: ended})
    return state


def _advocates(state: CapacityState, entry: AnyEntry) -> CapacityState:
    on = entry.occurred_on
    match entry.event:
        case AdvocateNeedArose(advocacy=which, trigger=trigger, need=need, urgent=urgent):
            changes: dict[str, object] = {"trigger": trigger, "need": need, "urgent": urgent}
        case AdvocateNeedEnded(advocacy=which):
            changes = {"ended_on": on}
        case AdvocateInstructed(advocacy=which) | AdvocateInstructedByNhs(advocacy=which) if entry.counts:
            changes = {"instructed_on": on}
        case _:
            return state
    one = changed(state.advocacies.get(which, Advocacy()), **changes)
    return changed(state, advocacies={**state.advocacies, which: one})


def _with(state: CapacityState, which: str, **changes: object) -> CapacityState:
    one = changed(state.decisions.get(which, InQuestion()), **changes)
    return changed(state, decisions={**state.decisions, which: one})
