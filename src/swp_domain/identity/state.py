"""Who is who: files that may be about the same adult, and who stands around them, each with its history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.entry import AnyEntry
from swp_domain.identity.events import (
    CasesMerged,
    CasesUnmerged,
    DuplicateRuledOut,
    PartyLeft,
    PartyRecorded,
    PossibleDuplicateNoted,
)
from swp_domain.identity.vocabulary import MatchedOn, PartyRole
from swp_domain.stage import changed


@dataclass(frozen=True)
class OtherFile:
    """Another file that may be about the same adult. ``goes_on_in`` is set while the two are merged."""

    noted_on: date | None = None
    matched_on: tuple[MatchedOn, ...] = ()
    ruled_out_on: date | None = None
    merged_on: date | None = None
    goes_on_in: str = ""
    unmerged_on: date | None = None

    @property
    def to_look_at(self) -> bool:
        """Whether somebody still has to say if the two are one."""
        return self.noted_on is not None and self.ruled_out_on is None and self.merged_on is None


@dataclass(frozen=True)
class OneParty:
    """Somebody around the adult: what was told of them, each with its day, and since when they are gone."""

    told: tuple[tuple[date, PartyRecorded], ...]
    left_on: date | None = None

    @property
    def latest(self) -> PartyRecorded:
        """What was told last."""
        return self.told[-1][1]

    @property
    def stands(self) -> bool:
        """Whether they still stand around the adult."""
        return self.left_on is None


@dataclass(frozen=True)
class IdentityState:
    """Other files by id, and the parties by theirs. ``merged_into`` is the file in which work goes on, if not this."""

    others: dict[str, OtherFile] = field(default_factory=dict)
    parties: dict[str, OneParty] = field(default_factory=dict)
    merged_into: str = ""

    def standing(self) -> dict[str, PartyRecorded]:
        """Everybody who stands around the adult, by id."""
        return {which: one.latest for which, one in self.parties.items() if one.stands}

    def in_role(self, *roles: PartyRole) -> dict[str, PartyRecorded]:
        """Whoever stands around the adult in one of these roles: the attorneys, the deputies."""
        return {which: one for which, one in self.standing().items() if set(roles) & set(one.roles)}


def evolve(state: IdentityState, entry: AnyEntry) -> IdentityState:
    """Who is who after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case PartyRecorded(party_id=which) as told:
            before = state.parties[which].told if which in state.parties else ()
            return _party(state, which, OneParty((*before, (on, told))))
        case PartyLeft(party_id=which) if which in state.parties:
            return _party(state, which, changed(state.parties[which], left_on=on))
        case PossibleDuplicateNoted(other=which, matched_on=matched):
            known = state.others.get(which, OtherFile())
            noted = changed(known, noted_on=on, matched_on=matched, ruled_out_on=None)
            return changed(state, others={**state.others, which: noted})
        case DuplicateRuledOut(other=which):
            ruled_out = changed(state.others.get(which, OtherFile()), ruled_out_on=on)
            return changed(state, others={**state.others, which: ruled_out})
    return _merges(state, entry)


def _merges(state: IdentityState, entry: AnyEntry) -> IdentityState:
    """Two files become one to whoever works in them, or two again. No entry moves."""
    on = entry.occurred_on
    match entry.event:
        case CasesMerged(other=which, goes_on_in=goes_on_in):
            known = state.others.get(which, OtherFile())
            merged = changed(known, merged_on=on, goes_on_in=goes_on_in, ruled_out_on=None, unmerged_on=None)
            away = goes_on_in if goes_on_in != entry.stream else ""
            return changed(state, others={**state.others, which: merged}, merged_into=away or state.merged_into)
        case CasesUnmerged(other=which):
            known = state.others.get(which, OtherFile())
            apart = changed(known, merged_on=None, goes_on_in="", unmerged_on=on)
            others = {**state.others, which: apart}
            into = state.merged_into if any(one.goes_on_in == state.merged_into for one in others.values()) else ""
            return changed(state, others=others, merged_into=into)
    return state


def _party(state: IdentityState, which: str, one: OneParty) -> IdentityState:
    return changed(state, parties={**state.parties, which: one})
