"""How somebody's liberty stands: deprivations, requests, authorisations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import PartialDate
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import VitalActFacts
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.events import (
    AssessorSelected,
    AuthorisationEnded,
    AuthorisationReviewed,
    AuthorisationSuspended,
    DeprivationBegan,
    DeprivationEnded,
    DeprivationMoved,
    DeprivedForVitalAct,
    EquivalentAssessmentUsed,
    RepresentativeAppointed,
    RepresentativeCeased,
    RepresentativeVisited,
    RequestWithdrawn,
    RequirementAssessed,
    RespiteBegan,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    SuspensionLifted,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
    UrgentExtensionRequested,
    VitalActEnded,
)
from swp_domain.liberty.vocabulary import (
    AuthorisationOutcome,
    ExtensionOutcome,
    RequestGround,
    ReviewOutcome,
    Setting,
)
from swp_domain.party import Party
from swp_domain.stage import changed


@dataclass(frozen=True)
class Told:
    """When something happened: as told, the day it was placed on, and the latest day that it can have been.

    Of a date that is vague the day of recording bounds the last, and nothing else of recording stands here: how a file
    stands must not depend on the order in which it was told.
    """

    occurred: PartialDate
    on: date
    latest: date


def told_by(entry: AnyEntry) -> Told:
    """When what an entry tells of happened."""
    latest = entry.occurred.counted_from(entry.recorded_on)
    return Told(entry.occurred, entry.occurred_on, latest)


@dataclass(frozen=True)
class Spell:
    """Days in one place. ``agreed_until`` is the last day that was agreed; before it there was no deprivation.

    ``moved`` says that the person came there from the place before: it is another place, whatever it is called.
    """

    since: Told
    setting: Setting
    place: str | None = None
    agreed_until: date | None = None
    states_doing: bool | None = None
    until: Told | None = None
    moved: bool = False


@dataclass(frozen=True)
class VitalAct:
    """Days for which section 4B is relied on."""

    since: Told
    facts: VitalActFacts
    until: Told | None = None


@dataclass(frozen=True)
class Deprivation:
    """A deprivation of liberty. ``early_end`` is an end told of before its vague date lets it end anything."""

    spells: tuple[Spell, ...] = ()
    early_end: Told | None = None
    vital_acts: tuple[VitalAct, ...] = ()


@dataclass(frozen=True)
class Urgent:
    """An urgent authorisation: who it is for and where, the last day stated, and how that was moved."""

    given: Told
    deprivation: str | None
    place: str | None
    until: date | None
    extensions_asked: int = 0
    extended: Told | None = None
    extended_until: date | None = None


@dataclass(frozen=True)
class Assessed:
    """What an assessment came to. ``equivalent`` says that it was made before and used again."""

    met: bool
    assessor: str | None = None
    longest_until: date | None = None
    written_copy: bool | None = None
    equivalent: bool = False


@dataclass(frozen=True)
class Request:
    """A request on a day, with the urgent authorisation given beside it."""

    requested: Told | None = None
    deprivation: str | None = None
    setting: Setting | None = None
    place: str | None = None
    ground: RequestGround | None = None
    follows: str | None = None
    urgent: Urgent | None = None
    assessors: dict[Requirement, str] = field(default_factory=dict)
    assessed: dict[Requirement, Assessed] = field(default_factory=dict)
    outcome: AuthorisationOutcome | None = None
    decided: Told | None = None
    withdrawn_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was neither decided nor withdrawn."""
        return self.requested is not None and self.decided is None and self.withdrawn_on is None


@dataclass(frozen=True)
class Suspension:
    """Days on which an authorisation authorises nothing."""

    since: Told
    lifted: Told | None = None
    detained_under_mental_health_act: bool | None = None


@dataclass(frozen=True)
class Standard:
    """A standard authorisation. ``given`` is ``None`` while the file knows of it only from what came after."""

    given: Told | None = None
    request: str | None = None
    begins_on: date | None = None
    until: date | None = None
    ended: Told | None = None
    suspensions: tuple[Suspension, ...] = ()
    representative: Party | None = None
    visited_on: date | None = None

    @property
    def suspended(self) -> bool:
        """Whether a suspension has not been lifted."""
        return any(one.lifted is None for one in self.suspensions)


@dataclass(frozen=True)
class LibertyState:
    """Deprivations, requests and standard authorisations, by identifier."""

    deprivations: dict[str, Deprivation] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    standards: dict[str, Standard] = field(default_factory=dict)


def evolve(state: LibertyState, entry: AnyEntry) -> LibertyState:
    """The state after one more entry."""
    if not entry.counts:
        return state
    told = told_by(entry)
    return _standard(_request(_deprivation(state, entry, told), entry, told), entry, told)


# Deprivations


def _deprivation(state: LibertyState, entry: AnyEntry, told: Told) -> LibertyState:
    event = entry.event
    match event:
        case DeprivationBegan():
            spell = Spell(told, event.setting, event.place, None, event.states_doing)
        case RespiteBegan():
            spell = Spell(told, event.setting, event.place, event.agreed_until)
        case DeprivationMoved():
            spell = Spell(told, event.setting, event.place, moved=True)
        case DeprivationEnded(deprivation=which):
            return _ended(state, which, told)
        case DeprivedForVitalAct(deprivation=which, facts=facts):
            one = state.deprivations.get(which, Deprivation())
            return _put(state, which, vital_acts=(*one.vital_acts, VitalAct(told, facts)))
        case VitalActEnded(deprivation=which):
            one = state.deprivations.get(which, Deprivation())
            acts = tuple(act if act.until else changed(act, until=told) for act in one.vital_acts)
            return _put(state, which, vital_acts=acts)
        case _:
            return state
    one = state.deprivations.get(event.deprivation, Deprivation())
    early = one.early_end if one.early_end and one.early_end.occurred.latest >= told.occurred.earliest else None
    spells = (*_closed(one.spells, told), changed(spell, until=early))
    return _put(state, event.deprivation, spells=spells, early_end=None)


def _ended(state: LibertyState, which: str, told: Told) -> LibertyState:
    one = state.deprivations.get(which, Deprivation())
    if not any(spell.until is None for spell in one.spells):
        return _put(state, which, early_end=told)
    return _put(state, which, spells=_closed(one.spells, told))


def _closed(spells: tuple[Spell, ...], told: Told) -> tuple[Spell, ...]:
    return tuple(spell if spell.until else changed(spell, until=told) for spell in spells)


def _put(state: LibertyState, which: str, **changes: Any) -> LibertyState:
    one = changed(state.deprivations.get(which, Deprivation()), **changes)
    return changed(state, deprivations={**state.deprivations, which: one})


# Requests


def _request(state: LibertyState, entry: AnyEntry, told: Told) -> LibertyState:
    event = entry.event
    which = getattr(event, "request", None)
    if which is None:
        return state
    one = state.requests.get(which, Request())
    new = _requested(one, event, told)
    return state if new is one else changed(state, requests={**state.requests, which: new})


def _requested(one: Request, event: object, told: Told) -> Request:
    match event:
        case StandardAuthorisationRequested():
            return changed(
                one,
                requested=told,
                deprivation=event.deprivation,
                setting=event.setting,
                place=event.place,
                ground=event.ground,
                follows=event.follows,
            )
        case RequestWithdrawn():
            return changed(one, withdrawn_on=told.on)
        case UrgentAuthorisationGiven(deprivation=deprivation, place=place, until=until):
            return changed(one, urgent=Urgent(told, deprivation, place, until)) if one.urgent is None else one
        case UrgentExtensionRequested() if one.urgent:
            return changed(one, urgent=changed(one.urgent, extensions_asked=one.urgent.extensions_asked + 1))
        case UrgentExtensionDecided(decision=decision, until=until) if one.urgent and one.urgent.extended is None:
            if decision.outcome is ExtensionOutcome.EXTENDED:
                return changed(one, urgent=changed(one.urgent, extended=told, extended_until=until))
        case StandardAuthorisationDecided(decision=decision):
            return changed(one, outcome=decision.outcome, decided=told)
        case AssessorSelected(assessor=assessor, decision=decision):
            return changed(one, assessors={**one.assessors, decision.outcome: assessor})
        case RequirementAssessed():
            found = Assessed(event.met, event.assessor, event.longest_until, event.written_copy)
            return changed(one, assessed={**one.assessed, event.requirement: found})
        case EquivalentAssessmentUsed(requirement=requirement, decision=decision, facts=facts):
            found = Assessed(decision.outcome, written_copy=facts.written_copy_held, equivalent=True)
            return changed(one, assessed={**one.assessed, requirement: found})
    return one


# Standard authorisations


def _standard(state: LibertyState, entry: AnyEntry, told: Told) -> LibertyState:
    event = entry.event
    which = getattr(event, "authorisation", None)
    if which is None:
        return state
    one = state.standards.get(which, Standard())
    new = _authorised(one, event, told)
    return state if new is one else changed(state, standards={**state.standards, which: new})


def _authorised(one: Standard, event: object, told: Told) -> Standard:
    match event:
        case StandardAuthorisationDecided() if event.decision.outcome is AuthorisationOutcome.GRANTED:
            return changed(one, given=told, request=event.request, begins_on=event.begins_on, until=event.until)
        case AuthorisationReviewed(decision=decision, until=until):
            if decision.outcome is ReviewOutcome.TERMINATED:
                return changed(one, ended=one.ended or told)
            shorter = until if until and (one.until is None or until < one.until) else one.until
            return changed(one, until=shorter)
        case AuthorisationSuspended() if not one.suspended:
            suspended = Suspension(told, detained_under_mental_health_act=event.detained_under_mental_health_act)
            return changed(one, suspensions=(*one.suspensions, suspended))
        case SuspensionLifted():
            lifted = tuple(each if each.lifted else changed(each, lifted=told) for each in one.suspensions)
            return changed(one, suspensions=lifted)
        case AuthorisationEnded() if one.ended is None:
            return changed(one, ended=told)
        case RepresentativeAppointed(representative=representative):
            return changed(one, representative=representative)
        case RepresentativeCeased():
            return changed(one, representative=None)
        case RepresentativeVisited():
            return changed(one, visited_on=told.on)
    return one
