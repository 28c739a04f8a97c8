"""What was learned of who is who: the adult found twice, and the people around them."""

from __future__ import annotations

from datetime import date

from swp_domain.event import Event
from swp_domain.identifiers import CaseId, OrderId, PartyId
from swp_domain.identity.vocabulary import MatchedOn, PartyEnd, PartyRole, Relationship
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
    """Two files that were merged are two again, each goes on by itself, and no entry moves back."""

    other: CaseId


class PartyRecorded(Event, name="identity/party-recorded", begins="party_id"):
    """Somebody stands around the adult, in a relationship and in roles. Recorded again, it replaces from then on.

    ``may_be_told`` is whether the adult, or whoever decides for them, lets them be told. Of whoever may
    decide for the adult: ``instrument_registered`` is whether the power of attorney is registered with the
    Public Guardian, ``order`` the order that appointed a deputy, ``authority_seen_on`` the day on which the
    council saw either; ``acts_jointly`` is whether they may act only together with others.
    """

    party_id: PartyId
    party: Party
    relationship: Relationship = Relationship.OTHER
    roles: tuple[PartyRole, ...] = ()
    lives_with_adult: bool | None = None
    may_be_told: bool | None = None
    instrument_registered: bool | None = None
    order: OrderId | None = None
    authority_seen_on: date | None = None
    acts_jointly: bool | None = None


class PartyLeft(Event, name="identity/party-left"):
    """Somebody no longer stands around the adult, and why."""

    party_id: PartyId
    why: PartyEnd = PartyEnd.OTHER
