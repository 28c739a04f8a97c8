"""Rules of the catalogue that no judge could hold, because they are about the engine itself: held as a whole.

Each is named with what it demands, how it is held, and the tests that would fail if it were not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AsAWhole:
    """A rule that the engine keeps by how it is made. ``tests`` are written ``folder/file.py::test``."""

    rule: str
    demands: str
    held: str
    tests: tuple[str, ...]


AS_A_WHOLE: Final[tuple[AsAWhole, ...]] = (
    AsAWhole(
        "REG-01",
        "Under which law a person is on a day follows from the support they had, and from when it was reviewed.",
        "`CaseFile.regime_on`, which every rule and duty is asked under",
        (
            "stages/test_case.py::test_only_somebody_supported_before_the_care_act_stays_under_the_old_law",
            "stages/test_case.py::test_the_first_review_that_was_completed_moves_somebody_and_a_later_one_moves_nobody_back",
        ),
    ),
    AsAWhole(
        "REG-05",
        "An entry keeps which register judged it and the day it was judged on; a replay judges nothing again.",
        "`Entry.law` and the findings beside it",
        (
            "stages/test_case.py::test_an_entry_says_which_register_of_rules_judged_it",
            "histories/test_replay.py::test_replay_asks_nothing_of_the_law",
            "properties/test_failure_modes.py::test_a_rule_that_is_new_judges_nothing_that_is_recorded",
        ),
    ),
    AsAWhole(
        "CA-11-03",
        "After a refusal, a request or a change that the council believes in makes the assessment due again.",
        "the duty to assess ends undone and is opened again, whoever asks",
        ("stages/test_assessment.py::test_a_refusal_ends_the_duty_until_somebody_asks_again_or_a_change_is_believed",),
    ),
    AsAWhole(
        "SG-42-05",
        "A concern can always be recorded: by anybody, of somebody without a name, who died, or who lives elsewhere.",
        "facts are never refused, and a rule that would refuse one cannot be declared",
        (
            "stages/test_declaring.py::test_a_rule_that_would_refuse_a_fact_is_not_declared",
            "stages/test_safeguarding.py::test_a_concern_is_received_from_anybody",
            "stages/test_safeguarding.py::test_a_concern_is_received_about_somebody_who_died_and_whose_case_is_closed",
        ),
    ),
    AsAWhole(
        "DOL-02",
        "Beside an urgent authorisation every assessment is complete within it, or within its extension.",
        "the duty of DOL-01, of which the strictest last day governs, whichever was recorded first",
        ("stages/test_liberty_clocks.py::test_an_urgent_authorisation_shortens_the_time_whichever_was_typed_in_first",),
    ),
    AsAWhole(
        "DOL-15",
        "A suspended authorisation authorises nothing, and ends when it is not told within 28 days to go on.",
        "the days of deprivation and what authorises them, a question to the whole file",
        (
            "properties/test_deprivation_cover.py"
            "::test_a_suspension_of_28_days_can_be_lifted_and_after_that_the_authorisation_has_ended",
        ),
    ),
    AsAWhole(
        "DOL-16",
        "Every day of deprivation of liberty is authorised, or is listed with why it is not.",
        "the days of deprivation and what authorises them, a question to the whole file",
        ("properties/test_deprivation_cover.py::test_every_day_of_deprivation_has_the_answer_that_counting_gives",),
    ),
    AsAWhole(
        "RET-06",
        "The return on deprivations of liberty has one row for each application that was active in the year, and an "
        "adult has the same reference in every year; what has to be looked at before it is sent is listed.",
        "`swp liberty --return`, a question to the rows of every application",
        (
            "projections/test_liberty_return.py::test_what_waits_at_the_end_of_a_year_waits_when_the_next_begins",
            "projections/test_liberty_return.py::test_an_adult_counts_once_in_however_many_files",
            "projections/test_liberty_return.py::test_what_cannot_be_placed_is_listed_and_not_in_the_return",
        ),
    ),
    AsAWhole(
        "REC-01",
        "No entry is changed or taken away; a correction or a retraction is an entry of its own.",
        "the log, which refuses it, and `swp verify`, which finds it",
        (
            "store/test_append_only.py::test_the_database_refuses_to_change_a_row",
            "store/test_append_only.py::test_the_database_refuses_to_delete_a_row",
            "properties/test_hand_run_sql.py::test_whatever_is_done_by_hand_is_found_out",
        ),
    ),
)
