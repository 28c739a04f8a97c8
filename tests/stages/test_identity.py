"""Who is who: files about one adult, merged and parted, and the people around them."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import ClosureTold
from swp_domain.case_file import CaseFile
from swp_domain.identity.events import (
    CasesMerged,
    CasesUnmerged,
    DuplicateRuledOut,
    PartyLeft,
    PartyRecorded,
    PossibleDuplicateNoted,
)
from swp_domain.identity.rules import (
    a_merge_is_told_in_both_files,
    a_say_in_the_adults_place_was_seen,
    an_attorney_for_welfare_is_registered,
    what_is_said_of_two_files_makes_sense,
    who_must_not_be_told_is_not,
    work_goes_on_where_the_merge_says,
)
from swp_domain.identity.state import IdentityState
from swp_domain.identity.vocabulary import MatchedOn, PartyRole
from swp_domain.law.finding import Outcome
from swp_domain.party import Party
from tests.cast import council, court, person
from tests.papers import closed, order, request
from tests.telling import CASE, Record, Said, breaks, day, given, keeps

OTHER = "case/two"
MERGED, MERGED_THERE = CasesMerged(other=OTHER, goes_on_in=CASE), CasesMerged(other=CASE, goes_on_in=CASE)


def both(here: CasesMerged | CasesUnmerged, there: CasesMerged | CasesUnmerged, on: str) -> tuple[Said, Said]:
    return council.tells(here, on, file=CASE), council.tells(there, on, file=OTHER)


def identity(record: Record, stream: str = CASE, as_at: str | None = None) -> IdentityState:
    file = record.file(stream, as_at=as_at)
    assert isinstance(file, CaseFile)
    return file.identity


# Two files


def test_a_possible_duplicate_is_a_fact_to_look_at_until_it_is_ruled_out() -> None:
    noted = PossibleDuplicateNoted(other=OTHER, matched_on=(MatchedOn.NHS_NUMBER,))
    record = given(council.tells(noted, "2024-05-01"))
    assert identity(record).others[OTHER].to_look_at
    ruled_out = record.when(council.tells(DuplicateRuledOut(other=OTHER), "2024-05-03")).flags()
    one = identity(ruled_out).others[OTHER]
    assert (one.to_look_at, one.ruled_out_on, one.matched_on) == (False, day("2024-05-03"), (MatchedOn.NHS_NUMBER,))


@keeps(a_merge_is_told_in_both_files, what_is_said_of_two_files_makes_sense)
def test_a_merge_moves_no_entry_and_says_in_both_files_where_work_goes_on() -> None:
    record = given(person.tells(request(), "2024-04-01", file=OTHER))
    merged = record.when(*both(MERGED, MERGED_THERE, "2024-05-01")).then(CasesMerged, CasesMerged).flags()
    assert identity(merged).merged_into == ""
    assert identity(merged, OTHER).merged_into == CASE
    assert [type(one.event) for one in merged.history(OTHER)] == [type(request()), CasesMerged]
    apart = merged.when(*both(CasesUnmerged(other=OTHER), CasesUnmerged(other=CASE), "2024-06-01")).flags()
    assert identity(apart, OTHER).merged_into == ""
    assert identity(apart, OTHER, "2024-05-31").merged_into == CASE
    assert identity(apart, OTHER).others[CASE].unmerged_on == day("2024-06-01")


@breaks(a_merge_is_told_in_both_files)
def test_a_merge_that_one_file_alone_is_told_of_is_flagged() -> None:
    given().when(council.tells(MERGED, "2024-05-01")).flags("IDN-02").finds(
        "The record of who is who, merging: not met on 1 May 2024; not shown: (1) the other file is told the same; "
        "but nothing in this submission tells case/two."
    )
    for third in ("case/three", "case/zero"):
        wrong_file = council.tells(MERGED_THERE, "2024-05-01", file=third)
        given().when(council.tells(MERGED, "2024-05-01"), wrong_file).flags("IDN-02", "IDN-02")
    elsewhere = CasesMerged(other=CASE, goes_on_in=OTHER)
    given().when(*both(MERGED, elsewhere, "2024-05-01")).flags("IDN-02", "IDN-02")
    merged = given().when(*both(MERGED, MERGED_THERE, "2024-05-01"))
    merged.when(council.tells(CasesUnmerged(other=OTHER), "2024-06-01")).flags("IDN-02")


@breaks(what_is_said_of_two_files_makes_sense)
@pytest.mark.parametrize(
    ("event", "words"),
    [
        (CasesMerged(other=CASE, goes_on_in=CASE), "other is this file itself"),
        (CasesMerged(other=OTHER, goes_on_in="case/three"), "goes_on_in is neither of the two"),
        (CasesMerged(other="case/out", goes_on_in=CASE), "they were said on 2024-05-01 to be two adults"),
        (CasesUnmerged(other="case/out"), "no merge with it stands on the file"),
        (DuplicateRuledOut(other="case/in"), "the two are merged: unmerge them"),
    ],
)
def test_what_contradicts_itself_about_two_files_is_flagged(
    event: CasesMerged | CasesUnmerged | DuplicateRuledOut, words: str
) -> None:
    record = given(
        council.tells(DuplicateRuledOut(other="case/out"), "2024-05-01"),
        council.tells(CasesMerged(other="case/in", goes_on_in=CASE), "2024-05-01"),
    )
    after = record.when(council.tells(event, "2024-06-01"))
    assert [one.contradiction for one in after.findings if one.rule == "IDN-03"] == [words]


@breaks(work_goes_on_where_the_merge_says)
@keeps(work_goes_on_where_the_merge_says)
def test_what_still_comes_to_a_file_that_was_merged_away_is_taken_and_flagged() -> None:
    merged = given().when(*both(MERGED, MERGED_THERE, "2024-05-01"))
    merged.when(person.tells(request(), "2024-05-02", file=OTHER)).then(type(request())).flags("IDN-04").finds(
        "The record of who is who, merging: not met on 2 May 2024; not shown: (1) work goes on in this file; "
        "but it goes on in case/one: record it there."
    )
    merged.when(person.tells(request(), "2024-05-02", file=CASE)).flags()
    merged.when(person.tells(request(), "2024-04-30", file=OTHER)).flags()


# Parties


def party(**told: object) -> PartyRecorded:
    usual = {"party_id": "daughter", "party": Party(kind=BodyKind.FAMILY, relation="daughter", id="daughter")}
    return PartyRecorded.model_validate({**usual, **told})


ATTORNEY = party(roles=(PartyRole.ATTORNEY_WELFARE,), instrument_registered=True, authority_seen_on=date(2024, 4, 30))


def test_who_stands_around_the_adult_has_a_history() -> None:
    record = given(
        council.tells(party(roles=(PartyRole.CARER,), may_be_told=True), "2024-05-01"),
        council.tells(ATTORNEY, "2024-06-01"),
        council.tells(PartyLeft(party_id="daughter"), "2024-07-01"),
    )
    assert set(identity(record, as_at="2024-05-31").in_role(PartyRole.CARER)) == {"daughter"}
    assert identity(record, as_at="2024-05-31").in_role(PartyRole.ATTORNEY_WELFARE) == {}
    assert set(identity(record, as_at="2024-06-30").in_role(PartyRole.ATTORNEY_WELFARE)) == {"daughter"}
    assert identity(record).standing() == {}
    gone = identity(record).parties["daughter"]
    assert (gone.left_on, [on for on, _ in gone.told]) == (day("2024-07-01"), [day("2024-05-01"), day("2024-06-01")])
    back = record.when(council.tells(party(), "2024-08-01"))
    assert set(identity(back).standing()) == {"daughter"}


@breaks(who_must_not_be_told_is_not)
@keeps(who_must_not_be_told_is_not)
def test_telling_somebody_who_may_not_be_told_is_flagged() -> None:
    told = ClosureTold(told=Party(kind=BodyKind.FAMILY, id="daughter"))
    for may, flags in ((False, ("IDN-05",)), (True, ()), (None, ())):
        record = given(council.tells(party(may_be_told=may), "2024-05-01"), council.decides(closed(), "2024-05-20"))
        record.when(council.tells(told, "2024-05-21")).then(ClosureTold).flags(*flags)


@breaks(a_say_in_the_adults_place_was_seen)
@keeps(a_say_in_the_adults_place_was_seen)
def test_whoever_has_a_say_in_the_adults_place_is_put_down_when_that_was_seen() -> None:
    for role in (PartyRole.ATTORNEY_PROPERTY, PartyRole.DEPUTY_WELFARE, PartyRole.DEPUTY_PROPERTY):
        unseen = given().when(council.tells(party(roles=(role,)), "2024-05-01")).flags("IDN-06")
        unseen.concludes("IDN-06", Outcome.CANNOT_TELL)
        seen = party(roles=(role,), authority_seen_on=date(2024, 4, 30))
        given().when(council.tells(seen, "2024-05-01")).flags()
    given().when(council.tells(party(roles=(PartyRole.NEXT_OF_KIN,)), "2024-05-01")).flags()


@breaks(a_say_in_the_adults_place_was_seen)
@keeps(a_say_in_the_adults_place_was_seen)
def test_the_order_of_the_court_shows_a_deputy_and_no_attorney() -> None:
    made = given(court.decides(order(), "2024-04-01"))
    for roles, flags in (
        ((PartyRole.DEPUTY_WELFARE,), []),
        ((PartyRole.DEPUTY_PROPERTY, PartyRole.CARER), []),
        ((PartyRole.ATTORNEY_PROPERTY,), ["IDN-06"]),
        ((PartyRole.ATTORNEY_PROPERTY, PartyRole.CARER), ["IDN-06"]),
    ):
        made.when(council.tells(party(roles=roles, order="o1"), "2024-05-01")).flags(*flags)


@breaks(an_attorney_for_welfare_is_registered)
@keeps(an_attorney_for_welfare_is_registered)
def test_an_unregistered_power_for_welfare_gives_nobody_a_say() -> None:
    given().when(council.tells(ATTORNEY, "2024-05-01")).flags()
    unregistered = ATTORNEY.model_copy(update={"instrument_registered": False})
    given().when(council.tells(unregistered, "2024-05-01")).flags("MCA-09-01").finds(
        "Mental Capacity Act 2005, s 9(2)(b): not met on 1 May 2024; not shown: (b) the instrument is registered with "
        "the Public Guardian; but instrument_registered is no."
    )
    given().when(council.tells(unregistered, "2007-09-30")).flags()
    given().when(council.tells(unregistered, "2007-10-01")).flags("MCA-09-01")
    given().when(council.tells(ATTORNEY.model_copy(update={"instrument_registered": None}), "2024-05-01")).flags()
