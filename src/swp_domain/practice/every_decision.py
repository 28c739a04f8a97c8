"""Rules asked of every decision, whatever it is about: whose it is, who takes it, how it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.event import Event
from swp_domain.law.care_act_2014.s2_adults import AgeFacts, is_an_adult
from swp_domain.law.finding import Finding, Force
from swp_domain.law.function import Function
from swp_domain.law.rule import Text, cited, law_on
from swp_domain.law.social_work_registration.title import (
    TitleFacts,
    carried_over,
    registered_with_gscc,
    registered_with_hcpc,
    registered_with_swe,
)
from swp_domain.practice.authority_rules import AUTHORITY, DELEGATION
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.actor import Registration
    from swp_domain.file import File
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a decision", Force.RECORD, "our own")
TITLES = (registered_with_gscc, registered_with_hcpc, registered_with_swe)


_AGAIN = frozenset({"", "assessment", "review", "cohort", "deprivation", "consideration"})
"""What the same class of event may begin more than once, and is one thing all the same."""


@judges("REC-TWICE", effect=REFUSE)
def a_decision_of_ours_has_a_name_of_its_own(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What a decision of ours begins has an identifier that the file does not know yet."""
    if asked.event.taken_by is not None and (finding := _begun_before(file, asked)) is not None:
        yield finding


@judges("REC-TWICE", effect=FLAG)
def what_is_begun_has_a_name_of_its_own(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """What an event begins has an identifier that the file does not know yet, or two things are read as one."""
    if asked.event.taken_by is None and (finding := _begun_before(file, asked)) is not None:
        yield finding


def _begun_before(file: File, asked: Proposal[Event]) -> Finding | None:
    """That an identifier is in use for another of its kind.

    An assessment or a review may be asked for, and owed, more than once, and a cohort is agreed again when it grows.
    Whether arrangements deprive somebody of their liberty is determined again, by the law of each day, and a
    consideration of continuing healthcare goes on through every decision about it.
    What is drafted or asked for by one class of event and decided by another is one thing, whichever of them is told
    first; only the same class twice means two.
    """
    event = asked.event
    kind = event.references.get(event.begins, "")
    name = getattr(event, event.begins, None)
    if (
        name is None
        or kind in _AGAIN
        or not any(
            type(entry.event) is type(event) and getattr(entry.event, event.begins) == name for entry in file.entries
        )
    ):
        return None
    finding = cited(RECORD["identifiers"], on=asked.on, holds=False, says=f"{kind} {name} is new to the file")
    return finding.contradicts(
        f"{event.begins}: {name} is on the file already", "Give it another identifier, or correct the entry"
    )


@judges("REC-18", effect=FLAG)
def part_1_is_about_adults(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Decisions under Part 1 of the Care Act are about people aged 18 or over, save those of sections 58 to 66."""
    entitled = asked.event.taken_by
    if entitled is None or entitled.function in (None, Function.TRANSITION) or not is_an_adult.in_force(asked.on):
        return
    finding = is_an_adult(AgeFacts(aged_18=file.grown_on(asked.on)), on=asked.on)
    if finding.not_met:
        yield finding.contradicts("the person is under 18 by their year of birth")


@judges("REC-WHY", effect=FLAG)
def a_decision_says_why(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """A decision of ours is recorded with its reasons."""
    decision = getattr(asked.event, "decision", None)
    if decision is not None and decision.reasons is None and standing.is_ours(asked.by):
        finding = cited(RECORD["reasons"], on=asked.on, holds=None, says="the reasons are recorded")
        yield finding.contradicts("decision.reasons was not told")


@judges("GOV-14", effect=BREACH)
def a_social_worker_is_registered(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts as a social worker is registered on that day, with the regulator of that day."""
    if not asked.by.role.is_social_worker or not asked.by.kind.ours or not TITLES[0].in_force_from(asked.on):
        return
    finding = title_of(asked, standing.registration_of(asked.by))
    if not finding.met:
        yield finding.contradicts("somebody recorded as a social worker acts without that registration")


def title_of(asked: Proposal[Event], registration: Registration | None) -> Finding:
    """Whether a registration, or none, is what the title asks for on that day."""
    facts = TitleFacts(
        registered_with=carried_over(registration.regulator.value, asked.on) if registration else "nobody",
        valid_on_the_day=registration is not None,
    )
    return law_on(asked.on, *TITLES)(facts, on=asked.on)


@judges("GOV-STAFF", effect=FLAG)
def whoever_acts_is_on_the_staff(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Whoever acts for the practice or the council is on its staff that day."""
    if not asked.by.kind.ours or not standing.practices:
        return
    member = standing.member(asked.by.id)
    finding = cited(DELEGATION["the staff of the day"], on=asked.on, holds=False, says="is on the staff that day")
    if member is None:
        yield finding.contradicts("by: is not on the staff that day")
    elif member.works_for is not asked.by.kind:
        yield finding.contradicts(f"by: is on the staff of the {member.works_for.value}, not of the {asked.by.kind}")


EVERY_DECISION = (
    *AUTHORITY,
    a_decision_of_ours_has_a_name_of_its_own,
    what_is_begun_has_a_name_of_its_own,
    part_1_is_about_adults,
    a_decision_says_why,
    a_social_worker_is_registered,
    whoever_acts_is_on_the_staff,
)
