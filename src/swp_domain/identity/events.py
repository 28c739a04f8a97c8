"""What was learned of who is who: the adult found twice, and the people around them."""

from __future__ import annotations

from swp_domain.event import Event
from swp_domain.identifiers import CaseId, PartyId
from swp_domain.identity.vocabulary import MatchedOn, PartyRole, Relationship
from swp_domain.party import Party


class PossibleDuplicateNoted(Event, name="identity/possible-duplicate-noted"):
    """Another file may be about the same adult. It is a fact to look at, and moves nothing."""

    other: CaseId
    matched_on: tuple[MatchedOn, ...] = ()


class DuplicateRuledOut(Event, name="identity/duplicate-ruled-out"):
    """Two files that looked alike are about two adults."""

    other: CaseId


class CasesMerged(Event, name="identity/cases-merged"):
    """Two files are about one adult. Each keeps its entries; ``goes_on_in`` is the file in which work goes on."""

    other: CaseId
    goes_on_in: CaseId


class CasesUnmerged(Event, name="identity/cases-unmerged"):
    """Two files were merged that are about two adults; each goes on by itself."""

    other: CaseId


class PartyRecorded(Event, name="identity/party-recorded", begins="party_id"):
    """Somebody stands around the adult, in a relationship and in roles. Recorded again, it replaces."""

    party_id: PartyId
    party: Party
    relationship: Relationship = Relationship.OTHER
    roles: tuple[PartyRole, ...] = ()
    lives_with_adult: bool | None = None
    may_be_told: bool | None = None


class PartyLeft(Event, name="identity/party-left"):
    """Somebody no longer stands around the adult: they died, moved on, or the adult does not want it."""

    party_id: PartyId
