"""The board's report: every whole is made by its parts, every number has its entries, and nothing is a score."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import judged
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.strategies import messy_lives
from swp_domain.actor import BodyKind, Role
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.law.dates import Period
from swp_domain.law.safeguarding_collection import collection_year, collection_year_on
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AdvocateEnd,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    LackedCapacity,
    RiskAfter,
    RiskFound,
    Unasked,
)
from swp_domain.safeguarding.events import (
    ConcernJoined,
    ConcernReopened,
    EnquiryAdvocateEnded,
    EnquiryAdvocateRefused,
    PersonAlleged,
    ProtectionPutInPlace,
    ReferrerTold,
)
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, Location, RiskSource
from swp_domain.safeguarding_adults_review.events import (
    AdultHarmed,
    ReviewDecided,
    ReviewPublished,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice
from swp_projections.safeguarding_board import Board, SafeguardingBoard
from swp_projections.safeguarding_board_cells import Cell as ACell
from swp_projections.safeguarding_board_cells import Identity, Line, Table, mismatches, slug
from swp_projections.safeguarding_board_first import REASONS, first
from swp_projections.safeguarding_board_rows import BoardRow
from tests.cast import council, person, practice, somebody
from tests.papers import concern, decided, enquiry
from tests.safeguarding_papers import (
    COUNTED,
    NEEDS_SUPPORT,
    action,
    advocate_arranged,
    asked,
    considered,
    ended,
    opened,
    plan_looked_at,
    safe_plan,
)
from tests.telling import Record, Said, day, given

YEAR = collection_year(2024)
the_board = somebody(BodyKind.SAFEGUARDING_BOARD, Role.OTHER, "chair", "Northmere Safeguarding Adults Board")
NOT_MET = SafeguardingFacts(has_needs=True, at_risk=False, unable_to_protect=True)
NO_NEED = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=NOT_MET)
PATH = (
    person.tells(concern(**COUNTED), "2024-05-01"),
    council.decides(enquiry(), "2024-05-03"),
    council.tells(opened(), "2024-05-07"),
    council.tells(asked(), "2024-05-07"),
    council.decides(action(), "2024-05-20"),
    council.decides(ended(risk_after=RiskAfter.REDUCED), "2024-05-21"),
)


def rows(record: Record, *, as_at: date, known_at: date | datetime | None = None) -> list[BoardRow]:
    folds = SafeguardingBoard()
    return [
        row
        for file, entries in record.streams.items()
        for row in folds.of(file, entries, as_at=as_at, known_at=known_at)
    ]


def board(*said: Said, on: str = "2025-03-31", period: Period = YEAR, known_at: str | None = None) -> Board:
    as_at = day(on)
    made = Board(rows(given(*said), as_at=as_at, known_at=day(known_at) if known_at else None), period, as_at)
    assert list(mismatches(made.tables)) == []
    return made


def counts(told: Board, *names: str) -> list[Any]:
    return [told.cells[name].number for name in names]


def parts(told: Board, name: str) -> dict[str, int]:
    """The parts of a whole that are not nought."""
    return {
        key.removeprefix(f"{name}/"): cell.count
        for key, cell in told.cells.items()
        if key.startswith(f"{name}/") and cell.count
    }


def elsewhere(file: str, *said: tuple[Any, Any, str]) -> tuple[Said, ...]:
    return tuple(voice.tells(event, on, file=file) for voice, event, on in said)


# The funnel


def test_a_concern_goes_through_the_funnel_and_what_is_not_yet_is_a_part() -> None:
    waiting = elsewhere("case/two", (person, concern(), "2025-03-28"))
    none = elsewhere("case/three", (person, concern(), "2024-06-03"), (council, NO_NEED, "2024-06-04"))
    told = board(*PATH, *waiting, *none)
    assert counts(told, "concerns", "concerns-decided", "to-enquire", "enquiries", "action-taken") == [3, 2, 1, 1, 1]
    assert parts(told, "concerns") == {"make-a-section-42-enquiry": 1, "no-enquiry": 1, "not-decided-yet": 1}
    assert parts(told, "enquiries-closed") == {"concluded": 1}
    assert parts(told, "action-taken") == {"no-plan-told": 1}
    then = board(*PATH, *waiting, *none, on="2024-05-19", period=Period(YEAR.first, day("2024-05-19")))
    assert parts(then, "concerns") == {"make-a-section-42-enquiry": 1}
    assert parts(then, "enquiries-action") == {"not-decided-yet": 1}
    assert parts(then, "enquiries-closing") == {"open": 1}


def test_a_number_lists_exactly_the_entries_that_it_stands_on() -> None:
    received = person.tells(concern(), "2024-05-01", entry="r")
    decision = council.decides(enquiry(), "2024-05-03", entry="d")
    told = board(received, decision)
    assert told.cells["concerns/make-a-section-42-enquiry"].entries == ("r", "d")
    assert told.cells["to-enquire/not-begun-yet"].entries == ("r", "d")
    assert told.cells["concerns/no-enquiry"].entries == ()


def test_a_decision_that_does_not_count_leaves_the_concern_undecided_and_is_said() -> None:
    paper = practice.records(enquiry(), "2024-05-03")
    told = board(PATH[0], paper)
    assert parts(told, "concerns") == {"not-decided-yet": 1}
    assert counts(
        told,
        "decision/safeguarding-enquiry-decided",
        "decision/safeguarding-enquiry-decided/not-shown",
        "decision/safeguarding-enquiry-decided/purported",
    ) == [1, 1, 1]
    (undecided,) = [one for one in first(told) if one.says.startswith("Concerns not decided")]
    assert "a decision that does not count is on record" in undecided.looks[0].says


def test_a_concern_that_is_looked_at_again_and_enquiries_of_two_concerns_are_counted_once_each() -> None:
    again = council.tells(ConcernReopened(concern="k1"), "2024-09-02")
    second = person.tells(concern(concern="k2"), "2024-05-08")
    joined = council.tells(ConcernJoined(concern="k2", enquiry="q1"), "2024-05-09")
    told = board(*PATH[:4], second, joined, *PATH[4:], again)
    assert parts(told, "concerns-decided") == {"looked-at-again": 1}
    assert counts(told, "concerns", "enquiries", "again/within-a-year") == [2, 1, 1]


def test_a_plan_is_counted_with_its_enquiry_until_it_ends() -> None:
    agreed = council.tells(safe_plan(), "2024-05-21")
    over = council.tells(plan_looked_at(goes_on=False), "2024-07-01")
    assert parts(board(*PATH, agreed), "plans") == {"going-on": 1}
    assert parts(board(*PATH, agreed, over), "plans") == {"ended": 1}
    assert parts(board(*PATH, agreed), "action-taken") == {"plan": 1}


def test_the_conversion_is_told_with_both_its_counts_and_not_of_nothing() -> None:
    none = elsewhere("case/three", (person, concern(), "2024-06-03"), (council, NO_NEED, "2024-06-04"))
    told = board(*PATH, *none)
    names = ("conversion/of-decided/part", "conversion/of-decided/whole", "conversion/of-decided")
    assert [told.cells[name].shown for name in names] == ["1", "2", "50.0%"]
    assert set(told.cells[names[2]].entries) == set(told.cells[names[1]].entries)
    assert "conversion/of-decided" not in board().cells


# Time


def test_a_step_is_in_time_late_or_still_to_do_under_its_own_clock_and_force() -> None:
    late = elsewhere("case/two", (person, concern(), "2024-05-01"), (council, enquiry(), "2024-05-13"))
    waits = elsewhere("case/three", (person, concern(), "2024-05-01"))
    told = board(*PATH, *late, *waits)
    (line,) = [
        one for table in told.tables if table.name == "timeliness" for one in table.lines
        if one.label.startswith("decide on the concern")
    ]  # fmt: skip
    assert "local policy" in line.label
    assert [cell and cell.shown for cell in line.cells] == ["3", "1", "1", "0", "1", "0", "7", "12"]
    assert counts(told, "decision/safeguarding-enquiry-decided/late") == [1]


def test_the_last_day_is_in_time_and_the_day_after_is_late() -> None:
    for on, shown in (("2024-05-09", ["1", "1", "0"]), ("2024-05-10", ["1", "0", "1"])):
        told = board(PATH[0], council.decides(enquiry(), on))
        (line,) = [one for table in told.tables for one in table.lines if one.label.startswith("decide on the concern")]
        assert [cell and cell.shown for cell in line.cells][:3] == shown


# The adult


def test_making_safeguarding_personal_says_who_was_asked_and_how_far_they_got_it() -> None:
    again = council.tells(asked(AskedWhen.END), "2024-05-20")
    told = board(*PATH[:4], again, *PATH[4:])
    assert (parts(told, "asked"), parts(told, "achieved")) == ({"expressed": 1}, {"fully-achieved": 1})
    assert parts(told, "asked-when") == {"at-the-start": 1, "at-the-end": 1}
    silent = board(*PATH[:3], *PATH[4:])
    assert (parts(silent, "asked"), counts(silent, "achieved")) == ({"not-recorded": 1}, [0])
    for unasked, part in ((Unasked.NO, "not-asked"), (Unasked.NOT_KNOWN, "dont-know")):
        said = council.decides(ended(unasked=unasked, achieved=None), "2024-05-21")
        nobody = board(*PATH[:3], PATH[4], said)
        assert parts(nobody, "asked") == parts(nobody, "sg4a/section-42-enquiry") == {part: 1}
        assert parts(board(*PATH[:5], said), "sg4a/section-42-enquiry") == {"expressed": 1}


def test_advocacy_is_told_of_those_who_lacked_capacity_and_of_those_to_whom_it_is_owed() -> None:
    owed = council.tells(considered(involvement=NEEDS_SUPPORT), "2024-05-08")
    arranged = council.decides(advocate_arranged(), "2024-05-09")
    lacked = council.decides(ended(lacked_capacity=LackedCapacity.YES, supported=True), "2024-05-21")
    told = board(*PATH[:4], owed, arranged, PATH[4], lacked)
    assert (parts(told, "capacity"), parts(told, "supported")) == ({"yes": 1}, {"yes": 1})
    assert (parts(told, "advocate-owed"), parts(told, "advocate")) == ({"yes": 1}, {"arranged": 1})
    without = board(*PATH[:4], owed)
    assert parts(without, "advocate") == {"not-arranged": 1}
    assert "An advocate is owed and there is none" in [one.says for one in first(without)]
    assert parts(board(*PATH[:4]), "advocate-owed") == {"not-told": 1}


def test_an_advocate_who_was_refused_or_is_gone_is_told_and_one_whose_work_is_done_is_not_missed() -> None:
    owed = council.tells(considered(involvement=NEEDS_SUPPORT), "2024-05-08")
    arranged = council.decides(advocate_arranged(), "2024-05-09")
    refused = council.tells(EnquiryAdvocateRefused(enquiry="q1"), "2024-05-10")
    again = council.decides(advocate_arranged(), "2024-05-13")

    def gone(why: AdvocateEnd) -> Said:
        return council.tells(EnquiryAdvocateEnded(enquiry="q1", why=why), "2024-05-12")

    for said, part, words in (
        ((refused,), "refused", "an advocate is owed, and the adult refused one on 10 May 2024"),
        ((arranged, refused), "refused", "an advocate is owed, and the adult refused one on 10 May 2024"),
        ((arranged, refused, again), "arranged", ""),
        ((arranged, gone(AdvocateEnd.WORK_DONE)), "arranged", ""),
        (
            (arranged, gone(AdvocateEnd.UNAVAILABLE)),
            "arranged",
            "an advocate is owed, and the one who was arranged acts no more since 12 May 2024",
        ),
        ((arranged, gone(AdvocateEnd.UNAVAILABLE), again), "arranged", ""),
    ):
        told = board(*PATH[:4], owed, *said)
        assert parts(told, "advocate") == {part: 1}
        looked = [look.says for one in first(told) for look in one.looks if look.reason == "advocate"]
        assert looked == ([f"q1, begun 7 May 2024: {words}"] if words else [])


def test_a_plan_without_an_enquiry_is_counted_with_its_concern() -> None:
    alone = council.tells(safe_plan(enquiry=None, concern="k1"), "2024-05-02")
    told = board(PATH[0], alone)
    assert (parts(told, "plans-without-enquiry"), counts(told, "plans")) == ({"going-on": 1}, [0])
    (row,) = told.cells["plans-without-enquiry"].rows
    assert len(row.entries) == 2, "the concern and the plan"
    (concerned,) = told.concerns
    assert [one.what for one in concerned.path] == ["concern received", "plan agreed"]
    unnamed = council.tells(safe_plan(enquiry=None), "2024-05-02")
    assert parts(board(unnamed), "plans-without-enquiry") == {"going-on": 1}
    assert counts(board(unnamed, period=collection_year(2023)), "plans-without-enquiry") == [0]
    ended_too = council.tells(plan_looked_at(goes_on=False), "2024-06-02")
    assert parts(board(PATH[0], alone, ended_too), "plans-without-enquiry") == {"ended": 1}


# Themes


def test_three_concerns_of_a_year_about_one_provider_are_a_cluster_and_two_are_none() -> None:
    def about(number: int, on: str) -> Said:
        return person.tells(concern(provider="Elmcare", location_name="Elm House"), on, file=f"case/{number}")

    two = (about(1, "2023-09-01"), about(2, "2024-01-10"))
    assert board(*two, about(3, "2024-09-02")).clusters == []
    found = board(*two, about(3, "2024-09-01")).clusters
    assert [(one.kind, one.name, one.adults) for one in found] == [
        ("place", "Elm House", 3), ("provider", "Elmcare", 3),
    ]  # fmt: skip
    assert board(*two, about(3, "2024-02-01")).clusters == [], "its last concern is of the year before"


def test_a_concern_of_two_kinds_stands_under_each_and_the_untold_under_its_own() -> None:
    both = elsewhere("case/two", (person, concern(types=(AbuseType.PHYSICAL, AbuseType.NEGLECT)), "2024-06-01"))
    told = board(*both, *elsewhere("case/three", (person, concern(), "2024-06-01")))
    assert parts(told, "kind") == {"physical": 1, "neglect-and-acts-of-omission": 1, "not-told": 1}
    assert parts(told, "provider") == {"not-told": 2}


def test_two_names_that_would_be_called_alike_are_two_cells() -> None:
    told = board(
        *elsewhere("case/one", (person, concern(provider="Elm's"), "2024-06-01")),
        *elsewhere("case/two", (person, concern(provider="Elm S"), "2024-06-01")),
        *elsewhere("case/three", (person, concern(provider="Not told"), "2024-06-01")),
    )
    assert parts(told, "provider") == {"elm-s": 1, "elm-s.2": 1, "not-told.1": 1}


def test_a_name_that_differs_only_in_capitals_spaces_or_punctuation_is_one_under_its_first_spelling() -> None:
    spelt = ("Élm-Care Ltd.", "elm care  LTD", "ELM CARE LTD")
    said = [
        one
        for number, name in enumerate(spelt, start=1)
        for one in elsewhere(f"case/{number}", (person, concern(provider=name), f"2024-06-0{number}"))
    ]
    told = board(*reversed(said))
    assert parts(told, "provider") == {"élm-care-ltd": 3}
    assert [(one.kind, one.name, one.adults) for one in told.clusters] == [("provider", "Élm-Care Ltd.", 3)]


# Decisions and breaches


def test_decisions_without_reasons_or_views_are_counted_and_breaches_stand_under_their_force() -> None:
    bare = council.decides(enquiry(decision=decided(EnquiryOutcome.ENQUIRE, reasons=None)), "2024-05-03")
    against = council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-02")
    told = board(PATH[0], against, bare)
    name = "decision/safeguarding-enquiry-decided"
    assert counts(told, name, f"{name}/without-reasons", f"{name}/without-views", f"{name}/recorded") == [2, 1, 2, 1]
    tables = [one for one in told.tables if one.name.startswith("breaches")]
    assert [one.title for one in tables] == ["Breaches: statute"]
    assert sum(cell.count for one in tables for _, _, cell in one.cells) == 1
    assert next(iter(first(told))).says == "The law was broken in the period"


def test_no_cell_is_a_sum_over_forces_a_score_or_a_percentage_of_compliance() -> None:
    told = board(*PATH)
    for table in told.tables:
        for _, _, cell in table.cells:
            assert "complian" not in cell.name
            assert "score" not in cell.name
            forces = {getattr(row, "binding", getattr(row, "force", None)) for row in cell.rows}
            assert len(forces) <= 1, cell.name


# Reviews


def test_reviews_stand_by_stage_and_the_collection_counts_those_finished() -> None:
    met = ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True)
    said = (
        the_board.tells(ReviewReferralReceived(cases=("case/one",)), "2024-04-08"),
        the_board.tells(AdultHarmed(case="case/one", harm=Harm.DIED), "2024-04-08"),
        the_board.decides(ReviewDecided(facts=met, decision=decided(ReviewChoice.MANDATORY)), "2024-05-01"),
        the_board.tells(ReviewReported(), "2024-10-01"),
        the_board.tells(ReviewPublished(), "2024-12-01"),
    )
    stages = [list(parts(board(*said[:number]), "reviews")) for number in range(1, 6)]
    assert stages == [
        ["not-decided-yet"], ["not-decided-yet"], ["under-way"], ["reported-not-published"], ["published"],
    ]  # fmt: skip
    assert parts(board(*said), "sg5a") == {"died": 1}
    assert counts(board(*said), "decision/adults-review-decided/others") == [1]
    survived = the_board.tells(AdultHarmed(case="case/two", harm=Harm.SURVIVED), "2024-04-09")
    assert parts(board(*said, survived), "sg5a") == {"died": 1}
    assert parts(board(said[0], *said[2:]), "sg5a") == {"not-told": 1}


def test_sg5b_counts_each_adult_of_a_finished_review_and_nobody_of_one_that_goes_on() -> None:
    met = ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True)
    three = ReviewReferralReceived(cases=("case/one", "case/two", "case/three"))
    said = (
        the_board.tells(three, "2024-04-08", entry="came"),
        the_board.tells(AdultHarmed(case="case/one", harm=Harm.DIED), "2024-04-08", entry="died"),
        the_board.tells(AdultHarmed(case="case/two", harm=Harm.SURVIVED), "2024-04-09"),
        the_board.decides(ReviewDecided(facts=met, decision=decided(ReviewChoice.MANDATORY)), "2024-05-01"),
    )
    finished = the_board.tells(ReviewReported(), "2024-10-01", entry="done")
    assert parts(board(*said), "sg5b") == {}
    told = board(*said, finished)
    assert parts(told, "sg5b") == {slug(Harm.DIED): 1, slug(Harm.SURVIVED): 1, "not-told": 1}
    assert told.cells[f"sg5b/{slug(Harm.DIED)}"].entries == ("came", "died", "done")
    assert parts(board(*said, finished, period=collection_year(2023)), "sg5b") == {}


# The national collection


def test_the_collection_counts_concerns_and_enquiries_begun_in_the_year_and_the_rest_of_those_concluded_in_it() -> None:
    before = (
        person.tells(concern(**COUNTED), "2024-03-20"),
        council.decides(enquiry(), "2024-03-22"),
        council.tells(opened(), "2024-03-25"),
        council.decides(action(), "2024-04-10"),
        council.decides(ended(), "2024-04-11"),
    )
    told = board(*before)
    assert counts(told, "sg1f/concerns", "sg1f/section-42-enquiry", "sg2c/section-42-enquiry") == [0, 0, 1]
    then = board(*before, period=collection_year(2023), on="2024-04-30")
    assert counts(then, "sg1f/concerns", "sg1f/section-42-enquiry", "sg2c/section-42-enquiry") == [1, 1, 0]


def test_sg2a_pairs_kinds_and_sources_concern_by_concern_and_counts_an_enquiry_once_in_each() -> None:
    alleged = council.tells(PersonAlleged(alleged="p1", concern="k1", stands_as=RiskSource.KNOWN), "2024-05-02")
    second = person.tells(
        concern(concern="k2", types=(AbuseType.NEGLECT,), location=Location.NURSING_HOME, risk_source=None),
        "2024-05-08",
    )
    joined = council.tells(ConcernJoined(concern="k2", enquiry="q1"), "2024-05-09")
    told = board(PATH[0], alleged, *PATH[1:4], second, joined, *PATH[4:])
    assert parts(told, "sg2a/section-42-enquiry") == {
        "financial-or-material/other-known-to-individual": 1,
        "neglect-and-acts-of-omission/not-told": 1,
    }
    assert parts(told, "sg2b/section-42-enquiry") == {
        "own-home/other-known-to-individual": 1,
        "care-home-nursing/not-told": 1,
    }
    assert parts(told, "sg2a-location/section-42-enquiry") == {
        "financial-or-material/own-home": 1,
        "neglect-and-acts-of-omission/care-home-nursing": 1,
    }


def test_a_kind_whose_place_is_not_told_stands_under_no_place_and_tables_of_individuals_say_that_they_are_none() -> (
    None
):
    nowhere = person.tells(concern(**{**COUNTED, "location": None}), "2024-05-01")
    told = board(nowhere, *PATH[1:])
    assert parts(told, "sg2a-location/section-42-enquiry") == {"financial-or-material/not-told": 1}
    unsaid = [one for table in told.tables if table.name == "sg1f" for one in table.unsaid]
    assert [one[:4] for one in unsaid] == ["SG1a", "SG1b"]


@pytest.mark.parametrize(
    ("end", "acts", "found"),
    [
        (EnquiryEnd.CONCLUDED, ActionOutcome.ACTION, {"risk-identified-action-is-taken": 1}),
        (EnquiryEnd.CONCLUDED, ActionOutcome.NO_ACTION, {"risk-identified-no-action-is-taken": 1}),
        (EnquiryEnd.CEASED_AT_REQUEST, ActionOutcome.NO_ACTION, {"ceased": 1}),
        (EnquiryEnd.CEASED_AT_REQUEST, ActionOutcome.ACTION, {"risk-identified-action-is-taken": 1}),
        (EnquiryEnd.ADULT_DIED, ActionOutcome.NO_ACTION, {"risk-identified-no-action-is-taken": 1}),
        (EnquiryEnd.PASSED_ON, ActionOutcome.ACTION, {}),
        (EnquiryEnd.MERGED, ActionOutcome.ACTION, {}),
    ],
)
def test_sg2c_is_what_was_found_and_done_and_what_goes_on_elsewhere_is_not_concluded(
    end: EnquiryEnd, acts: ActionOutcome, found: dict[str, int]
) -> None:
    told = board(*PATH[:4], council.decides(action(acts), "2024-05-20"), council.decides(ended(end), "2024-05-21"))
    assert parts(told, "sg2c/section-42-enquiry") == found


def test_sg2e_sg3a_and_sg4a_take_the_words_of_the_end_and_other_enquiries_stand_apart() -> None:
    told = board(*PATH)
    assert parts(told, "sg2e/section-42-enquiry") == {"risk-reduced": 1}
    assert parts(told, "sg3a/section-42-enquiry") == {"no": 1}
    assert parts(told, "sg4a/section-42-enquiry") == {"expressed": 1}
    assert parts(told, "sg4a-achieved/section-42-enquiry") == {"fully-achieved": 1}
    other = board(
        PATH[0],
        council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=NOT_MET), "2024-05-03"),
        council.tells(opened(EnquiryKind.OTHER), "2024-05-07"),
        council.decides(action(risk=RiskFound.NONE), "2024-05-20"),
        council.decides(ended(achieved=Achieved.PARTLY), "2024-05-21"),
    )
    assert counts(other, "sg1f/other-enquiry", "sg3a/other-enquiry", "sg3a/section-42-enquiry") == [1, 1, 0]
    assert counts(other, "sg2e/other-enquiry") == [0]


def test_a_year_of_the_collection_begins_on_1_april() -> None:
    assert collection_year(2024) == Period(day("2024-04-01"), day("2025-03-31"))
    assert collection_year_on(day("2025-03-31")) == collection_year_on(day("2024-04-01")) == collection_year(2024)
    assert collection_year_on(day("2025-04-01")) == collection_year(2025)


# As at, as known, and what one entry moves


def test_what_is_known_later_was_not_known_before_and_the_earlier_answer_never_changes() -> None:
    late = council.decides(enquiry(), "2024-05-03", recorded="2024-07-01")
    told = (PATH[0], late)
    assert parts(board(*told, known_at="2024-06-30"), "concerns") == {"not-decided-yet": 1}
    assert parts(board(*told), "concerns") == {"make-a-section-42-enquiry": 1}


def test_an_import_that_begins_in_the_middle_counts_no_concern_that_was_never_received() -> None:
    told = board(council.records(enquiry(), "2024-05-03"), council.tells(opened(), "2024-05-07"))
    assert counts(told, "concerns", "sg1f/section-42-enquiry") == [0, 1]
    assert told.begun[0].pairs == ((None, None),)


def test_what_nobody_received_is_told_apart_from_what_waits_for_a_decision() -> None:
    apart, waits = (
        "Concerns that are in no count, since nobody received them",
        "Concerns not decided on, the longest first",
    )
    received = person.tells(concern(), "2024-12-20", entry="e1")
    done = council.tells(ProtectionPutInPlace(concern="k1"), "2024-12-24")
    taken_back = council.corrects("e1", EntryRetracted(), "2024-12-24", because="It is another adult's.")

    def looked(*said: Said) -> dict[str, tuple[str, ...]]:
        return {one.says: tuple(look.says for look in one.looks) for one in first(board(*said))}

    before = looked(received, done)
    assert apart not in before
    assert before[waits][0].startswith("k1 of 20 December 2024 is not decided on")
    after = looked(received, done, taken_back)
    assert waits not in after
    assert after[apart] == (
        "k1, first spoken of on 24 December 2024: no decision that counts is on record; "
        "its receipt is not on record, or was taken back",
    )
    assert counts(board(received, done, taken_back), "concerns") == [0]
    decided = looked(council.records(enquiry(), "2024-12-24"))
    assert "decided on 24 December 2024; its receipt" in decided[apart][0]
    again = looked(council.records(ConcernReopened(concern="k1"), "2024-12-24"))
    assert again[waits][0].startswith("k1 of 24 December 2024 is not decided again")


def test_what_does_not_add_up_would_be_found() -> None:
    row = board(PATH[0]).concerns[0]
    lines = (Line("whole", (ACell("w", (row,)),)), Line("part", (ACell("w/a", ()),), part=True))
    wrong = Table("t", "Wrong", ("how many",), lines, identities=(Identity("w", ("w/a",)),))
    assert list(mismatches([wrong])) == ["Wrong: w is 1, and its parts make 0"]


KINDS = st.sampled_from([(AbuseType.PHYSICAL,), (AbuseType.PHYSICAL, AbuseType.NEGLECT), ()])
CONCERNS, ENQUIRIES = st.sampled_from(["k1", "k2", "k3"]), st.sampled_from(["q1", "q2"])
WHY = st.sampled_from(["As discussed.", None])
TOLD = st.one_of(
    st.builds(
        lambda which, kinds, source, provider: concern(
            concern=which, types=kinds, risk_source=source, provider=provider
        ),
        CONCERNS,
        KINDS,
        st.sampled_from([None, *RiskSource]),
        st.sampled_from(["", "Elmcare"]),
    ),
    st.builds(
        lambda which, outcome, why: enquiry(outcome, concern=which, decision=decided(outcome, reasons=why)),
        CONCERNS,
        st.sampled_from(EnquiryOutcome),
        WHY,
    ),
    st.builds(
        lambda which, to, kind: opened(kind, concern=which, enquiry=to),
        CONCERNS,
        ENQUIRIES,
        st.sampled_from(EnquiryKind),
    ),
    st.builds(lambda which, to: ConcernJoined(concern=which, enquiry=to), CONCERNS, ENQUIRIES),
    st.builds(lambda which: ConcernReopened(concern=which), CONCERNS),
    st.builds(lambda which: ReferrerTold(concern=which), CONCERNS),
    st.builds(
        lambda to, expressed: asked(enquiry=to, expressed=expressed), ENQUIRIES, st.sampled_from([True, False, None])
    ),
    st.builds(lambda to, outcome: action(outcome, enquiry=to), ENQUIRIES, st.sampled_from(ActionOutcome)),
    st.builds(lambda to, end: ended(end, enquiry=to), ENQUIRIES, st.sampled_from(EnquiryEnd)),
    st.builds(lambda to: considered(enquiry=to), ENQUIRIES),
    st.builds(lambda to, plan: safe_plan(enquiry=to, plan=plan), ENQUIRIES, st.sampled_from(["s1", "s2"])),
    st.builds(lambda plan, on: plan_looked_at(plan=plan, goes_on=on), st.sampled_from(["s1", "s2"]), st.booleans()),
    st.builds(
        lambda which, source: PersonAlleged(alleged="p1", concern=which, stands_as=source),
        CONCERNS,
        st.sampled_from(RiskSource),
    ),
)
FILES = st.sampled_from(["case/one", "case/two"])
WHO = st.sampled_from([council, council, practice])


@st.composite
def stories(draw: st.DrawFn) -> Record:
    """Two adults' files in which anything is told of concerns, in any order: every decision is only recorded."""
    on, said = day("2024-03-01"), []
    for event in draw(st.lists(TOLD, min_size=1, max_size=14)):
        on += timedelta(days=draw(st.integers(0, 40)))
        who = draw(WHO)
        say = who.records if event.taken_by is not None else who.tells
        said.append(say(event, str(on), file=draw(FILES)))
    return given(*said)


def members(told: Board) -> dict[str, frozenset[tuple[str, str]]]:
    return {name: frozenset((row.file, row.key) for row in cell.rows) for name, cell in told.cells.items()}


ON = day("2025-12-31")


@settings(max_examples=60, deadline=None)
@drawn(stories())
def test_whatever_is_told_every_whole_is_made_by_its_parts(record: Record) -> None:
    for period in (YEAR, Period(day("2024-03-01"), ON)):
        made = Board(rows(record, as_at=ON), period, ON)
        assert list(mismatches(made.tables)) == []
        names = [cell.name for table in made.tables for _, _, cell in table.cells]
        assert len(names) == len(set(names))
        known = {entry.entry_id for entries in record.streams.values() for entry in entries}
        assert all(cell.entries and set(cell.entries) <= known for cell in made.cells.values() if cell.rows)


@settings(max_examples=60, deadline=None)
@drawn(stories(), st.randoms(use_true_random=False))
def test_taking_an_entry_away_moves_only_rows_that_named_it_and_no_row_of_another_file(
    record: Record, chance: Random
) -> None:
    gone = chance.choice([entry for entries in record.streams.values() for entry in entries])
    without = Record({file: [one for one in entries if one is not gone] for file, entries in record.streams.items()})
    period = Period(day("2024-03-01"), ON)
    before, after = (Board(rows(one, as_at=ON), period, ON) for one in (record, without))
    named = {(row.file, row.key): row.entries for row in before.every(BoardRow)}
    was, now = members(before), members(after)
    for name in was.keys() | now.keys():
        for row in was.get(name, frozenset()) ^ now.get(name, frozenset()):
            if name.startswith(("cluster/", "conversion/")) or name.endswith(("/longest", "/middle")):
                # A run that loses a concern may begin elsewhere, another row may be the longest, and a share of
                # nothing is not shown.
                continue
            assert row[0] == gone.stream
            assert row not in named or gone.entry_id in named[row], (name, row)


@settings(max_examples=30, deadline=None)
@drawn(stories(), st.integers(0, 13))
def test_the_answer_as_known_is_never_changed_by_what_is_recorded_afterwards(record: Record, cut: int) -> None:
    moments = sorted(entry.recorded_at for entries in record.streams.values() for entry in entries)
    moment = moments[min(cut, len(moments) - 1)]
    earlier = Record(
        {file: [one for one in entries if one.recorded_at <= moment] for file, entries in record.streams.items()}
    )
    assert rows(record, as_at=ON, known_at=moment) == rows(earlier, as_at=ON)


@settings(max_examples=15, deadline=None)
@drawn(messy_lives())
def test_a_messy_life_adds_up_too(told: tuple[Council, list[Sent]]) -> None:
    council_, life = told
    streams: dict[str, list[AnyEntry]] = {}
    for entry in judged([*council_.established(), *life], {}, "messy"):
        streams.setdefault(entry.stream, []).append(entry)
    for year in range(council_.first.year, council_.last.year + 1):
        made = Board(rows(Record(streams), as_at=council_.last), collection_year(year), council_.last)
        assert list(mismatches(made.tables)) == []


# Where to look first


def test_what_the_law_requires_comes_before_what_a_target_does_and_the_longest_first() -> None:
    longer = elsewhere("case/two", (person, concern(), "2024-05-01"))
    shorter = elsewhere("case/three", (person, concern(), "2024-08-01"))
    against = elsewhere("case/four", (person, concern(), "2024-05-01"))
    refused = council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-02", file="case/four")
    unasked = (PATH[0], PATH[1], PATH[2])
    told = first(board(*shorter, *longer, *against, refused, *unasked))
    order = list(REASONS)
    assert [order.index(one.says) for one in told] == sorted(order.index(one.says) for one in told)
    assert order.index("Late by law") < order.index("Late by guidance or by a local target")
    by_reason = {one.says: one for one in told}
    waits = by_reason["Concerns not decided on, the longest first"].looks
    assert [one.files for one in waits] == [("case/four",), ("case/two",), ("case/three",)]
    assert "k1 of 1 May 2024 is not decided on: 334 days, late since 10 May 2024 under local policy" in waits[1].says
    assert by_reason["Enquiries that go on in which nobody asked the adult"].looks[0].files == ("case/one",)
    assert all(look.entries and look.files for one in told for look in one.looks)


def test_somebody_who_is_not_safe_stands_before_targets_until_something_is_done_or_planned() -> None:
    unsafe, says = (
        person.tells(concern(safe_now=False), "2024-05-01"),
        "Said not to be safe, and no protection is on record",
    )
    done = council.tells(ProtectionPutInPlace(concern="k1"), "2024-05-20")
    planned = council.tells(safe_plan(), "2024-05-20")

    def looked(*more: Said) -> dict[str, tuple[str, ...]]:
        return {one.says: tuple(look.says for look in one.looks) for one in first(board(unsafe, *more))}

    told = looked(*PATH[1:3])
    assert told[says] == (
        "k1 of 1 May 2024: not safe, as it was told, and nothing done at once is on record: 334 days",
    )
    assert not any("protect the adult" in one for one in told.get("Late by guidance or by a local target", ()))
    assert says not in looked(*PATH[1:3], done)
    assert says not in looked(*PATH[1:3], planned)
    assert says in looked(*PATH[1:5])
    after = looked(*PATH[1:])
    assert says not in after
    assert any("protect the adult" in one for one in after["Late by guidance or by a local target"])


def test_the_order_does_not_depend_on_that_of_the_files() -> None:
    said = [
        one for n in (3, 1, 2) for one in elsewhere(f"case/{n}", (person, concern(provider="Elmcare"), "2024-05-01"))
    ]
    one_way, other_way = (first(board(*told)) for told in (said, list(reversed(said))))
    assert [[(look.says, look.files) for look in one.looks] for one in one_way] == [
        [(look.says, look.files) for look in one.looks] for one in other_way
    ]
