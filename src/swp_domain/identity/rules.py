"""What the record makes of who is who: files merged, parties with a say, and whom nobody may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.event import EntryRetracted, Event
from swp_domain.identity.events import (
    CasesMerged,
    CasesUnmerged,
    DuplicateRuledOut,
    PartyRecorded,
    PossibleDuplicateNoted,
)
from swp_domain.identity.vocabulary import PartyRole
from swp_domain.law.finding import Finding, Force
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import (
    LastingPowerFacts,
    a_lasting_power_confers_authority,
)
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Owed
from swp_domain.party import Party
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of who is who", Force.RECORD, "our own")
_ABOUT_FILES = (CasesMerged, CasesUnmerged, DuplicateRuledOut, PossibleDuplicateNoted, EntryRetracted)


@judges("IDN-02", effect=FLAG)
def a_merge_is_told_in_both_files(
    file: CaseFile, asked: Proposal[CasesMerged | CasesUnmerged], standing: Standing
) -> Findings:
    """One submission tells both files that they are merged, or are two again: a file cannot see the other."""
    if asked.corrects is not None:
        return
    event = asked.event
    goes_on_in = getattr(event, "goes_on_in", "")
    told = any(
        where == event.other
        and isinstance(other, type(event))
        and (other.other, getattr(other, "goes_on_in", "")) == (asked.file, goes_on_in)
        for where, other in asked.beside
    )
    finding = cited(RECORD["merging"], on=asked.on, holds=told, says="the other file is told the same")
    yield finding if told else finding.contradicts(f"nothing in this submission tells {event.other}")


@judges("IDN-03", effect=FLAG)
def what_is_said_of_two_files_makes_sense(
    file: CaseFile, asked: Proposal[CasesMerged | CasesUnmerged | DuplicateRuledOut], standing: Standing
) -> Findings:
    """Two files are merged that were not ruled out, work goes on in one of them, and only merged ones are parted."""
    event = asked.event
    known = file.identity.others.get(event.other)
    merged = known is not None and known.merged_on is not None
    against = []
    if event.other == asked.file:
        against.append("other is this file itself")
    if isinstance(event, CasesMerged):
        if event.goes_on_in not in (asked.file, event.other):
            against.append("goes_on_in is neither of the two")
        if known is not None and known.ruled_out_on is not None:
            against.append(f"they were said on {known.ruled_out_on} to be two adults")
    elif isinstance(event, CasesUnmerged) and not merged:
        against.append("no merge with it stands on the file")
    elif isinstance(event, DuplicateRuledOut) and merged:
        against.append("the two are merged: unmerge them")
    finding = cited(RECORD["merging"], on=asked.on, holds=not against, says="what is said of the two files agrees")
    yield finding.contradicts("; ".join(against)) if against else finding


@judges("IDN-04", effect=FLAG)
def work_goes_on_where_the_merge_says(file: CaseFile, asked: Proposal[Event], standing: Standing) -> Findings:
    """What happens after two files were merged is recorded in the one in which work goes on."""
    into = file.identity.merged_into
    if not into or asked.corrects is not None or isinstance(asked.event, _ABOUT_FILES):
        return
    finding = cited(RECORD["merging"], on=asked.on, holds=False, says="work goes on in this file")
    yield finding.contradicts(f"it goes on in {into}: record it there")


@judges("IDN-05", effect=FLAG)
def who_must_not_be_told_is_not(file: CaseFile, asked: Proposal[Event], standing: Standing) -> Findings:
    """Nobody is told anything who is on the file as somebody who may not be."""
    for field in ("told", "given_to"):
        party = getattr(asked.event, field, None)
        known = file.identity.standing().get(party.id) if isinstance(party, Party) and party.id else None
        if known is not None and known.may_be_told is not None:
            finding = cited(RECORD["who may be told"], on=asked.on, holds=known.may_be_told, says="they may be told")
            yield finding if finding.met else finding.contradicts(f"{field} is {known.party_id}, who may not be")


@judges("IDN-06", effect=FLAG)
def a_say_in_the_adults_place_was_seen(file: CaseFile, asked: Proposal[PartyRecorded], standing: Standing) -> Findings:
    """Somebody is put down as attorney or deputy when the power, or the court's order, was seen."""
    event = asked.event
    if not any(role.decides_for_the_adult for role in event.roles):
        return
    deputy = any(role.decides_for_the_adult and not role.is_attorney for role in event.roles)
    seen = event.authority_seen_on is not None or (deputy and event.order is not None)
    finding = cited(RECORD["authority"], on=asked.on, holds=seen or None, says="the power or the order was seen")
    yield finding if seen else finding.contradicts("authority_seen_on was not told")


@judges("MCA-09-01", effect=FLAG)
def an_attorney_for_welfare_is_registered(
    file: CaseFile, asked: Proposal[PartyRecorded], standing: Standing
) -> Findings:
    """A lasting power for health and welfare gives nobody a say before it is registered.

    Of property nothing is said: an enduring power from before 1 October 2007 needs no registration while
    its donor has capacity.
    """
    if PartyRole.ATTORNEY_WELFARE not in asked.event.roles or not a_lasting_power_confers_authority.in_force(asked.on):
        return
    facts = LastingPowerFacts(registered=asked.event.instrument_registered)
    finding: Finding = a_lasting_power_confers_authority(facts, on=asked.on)
    yield finding.contradicts("instrument_registered is no") if finding.not_met else finding


RULES: tuple[Judge, ...] = (
    a_merge_is_told_in_both_files,
    what_is_said_of_two_files_makes_sense,
    work_goes_on_where_the_merge_says,
    who_must_not_be_told_is_not,
    a_say_in_the_adults_place_was_seen,
    an_attorney_for_welfare_is_registered,
)
DUTIES: tuple[Owed, ...] = ()
