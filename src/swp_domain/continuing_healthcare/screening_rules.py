"""What the law makes of screening: the national checklist, consent, and what the columns come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.continuing_healthcare.events import ChecklistCompleted, ChecklistOutcomeTold
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome
from swp_domain.law.finding import Finding
from swp_domain.law.healthcare_framework.checklist import (
    ConsentFacts,
    consented,
    threshold_reached,
    threshold_reached_2012,
)
from swp_domain.law.rule import cited, law_on
from swp_domain.law.standing_rules_2012 import STANDING_RULES
from swp_domain.law.standing_rules_2012.reg21_screening import ScreeningFacts, screened_with_the_checklist
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


def where_not_met(finding: Finding, says: str, remedy: str | None = None) -> Finding:
    """The finding, against the event where something is shown to be absent: silence is held against nobody."""
    return finding.contradicts(says, remedy) if finding.not_met else finding


@judges("CHC-01", effect=BREACH, theme="P23")
def the_tool_is_the_national_checklist(
    file: CaseFile, asked: Proposal[ChecklistCompleted], standing: Standing
) -> Findings:
    """Whoever is screened for continuing healthcare is screened with the national checklist."""
    if not screened_with_the_checklist.in_force(asked.on):
        return
    facts = ScreeningFacts(national_checklist=asked.event.national_checklist)
    yield where_not_met(screened_with_the_checklist(facts, on=asked.on), "national_checklist is no")


@judges("CHC-01", effect=BREACH)
def the_outcome_of_screening_is_told_in_writing(
    file: CaseFile, asked: Proposal[ChecklistOutcomeTold], standing: Standing
) -> Findings:
    """Whether somebody will be assessed in full is told to them in writing."""
    told = asked.event.in_writing
    if told is not None and screened_with_the_checklist.in_force(asked.on):
        finding = cited(STANDING_RULES["reg 21(4)"], on=asked.on, holds=told, says="told in writing")
        yield where_not_met(finding, "in_writing is no", "Write to the person")


@judges("CHC-11", effect=FLAG)
def whoever_is_screened_agreed(file: CaseFile, asked: Proposal[ChecklistCompleted], standing: Standing) -> Findings:
    """A checklist is completed with consent, or as decided in the person's best interests."""
    if not consented.in_force(asked.on):
        return
    consent = asked.event.consent
    facts = ConsentFacts(agreed_or_best_interests=None if consent is None else consent.suffices)
    yield where_not_met(consented(facts, on=asked.on), f"consent is: {consent.value if consent else ''}")


@judges("CHC-20", effect=FLAG)
def the_outcome_is_what_the_columns_come_to(
    file: CaseFile, asked: Proposal[ChecklistCompleted], standing: Standing
) -> Findings:
    """A full assessment follows where the columns reach the threshold; who departs from that says why."""
    event = asked.event
    if not event.columns.told() or not threshold_reached_2012.in_force_from(asked.on):
        return
    finding = law_on(asked.on, threshold_reached, threshold_reached_2012)(event.columns, on=asked.on)
    explained = event.by_judgement is not None
    if finding.met and event.outcome is ChecklistOutcome.NEGATIVE and not explained:
        yield finding.contradicts("outcome is negative", "Say in by_judgement why, or put the outcome right")
    elif finding.not_met and event.outcome is ChecklistOutcome.POSITIVE and not explained:
        yield finding.contradicts("outcome is positive", "Judgement may send somebody on: say in by_judgement why")
    else:
        yield finding


SCREENING: tuple[Judge, ...] = (
    the_tool_is_the_national_checklist,
    the_outcome_of_screening_is_told_in_writing,
    whoever_is_screened_agreed,
    the_outcome_is_what_the_columns_come_to,
)
