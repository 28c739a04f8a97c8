"""What the record makes of whose a case is: notices follow the contract; what is reserved, taken back, ratified."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.law.finding import Force
from swp_domain.law.local_targets import OURS
from swp_domain.law.local_targets.answering_a_practice import emergency_answered, handed_back, reserved_answered
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.responsibility.events import (
    CaseGivenBack,
    DecisionRatified,
    OutOfHoursHandedBack,
    OutOfHoursHandedOver,
    ReservedDecisionAnswered,
    ReservedDecisionReferred,
    ResponsibilityMoved,
)
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

TRANSFER = Text("Transfer of cases", Force.LOCAL, "our own")


@judges("GOV-05", effect=FLAG)
def a_notice_says_what_the_contract_makes_of_the_day(
    file: CaseFile, asked: Proposal[ResponsibilityMoved], standing: Standing
) -> Findings:
    """A notice that a case moved names the body that contract and cohort make responsible that day, or says why not."""
    event = asked.event
    if not standing.practices:
        return
    told = replace(file.belonging, moved_to=event.to_body, moved_on=asked.on, joint_until=event.joint_until)
    derived = standing.answerable(told)
    holds = event.to_body == derived.body
    finding = cited(TRANSFER["who is responsible"], on=asked.on, holds=holds, says="to_body is responsible that day")
    yield finding if holds else finding.contradicts(f"{derived.body} is: {derived.why}")


@judges("GOV-06", effect=FLAG)
def only_who_belongs_to_it_moves_to_a_practice(
    file: CaseFile, asked: Proposal[ResponsibilityMoved], standing: Standing
) -> Findings:
    """Only people who meet the criteria that were agreed move to a practice."""
    held = standing.in_cohort(asked.event.to_body, file.belonging)
    if held is None:
        return
    finding = cited(TRANSFER["criteria"], on=asked.on, holds=held.of, says="they belong to an agreed cohort")
    untold = "their client group or area is not on record: tell it with cohort-recorded"
    words = f"they belong to none of {held.names}" if held.of is False else untold
    yield finding if finding.met else finding.contradicts(words)


@judges("GOV-03", effect=FLAG)
def what_is_referred_is_reserved(
    file: CaseFile, asked: Proposal[ReservedDecisionReferred], standing: Standing
) -> Findings:
    """What a practice refers to the council is reserved to it: of the rest the practice decides."""
    if asked.by.kind is not BodyKind.PRACTICE:
        return
    kept = [one.reserves(asked.event.of, asked.event.weekly) for one in standing.reservations(asked.by.body)]
    holds = True if True in kept else None if None in kept else False
    finding = cited(TRANSFER["reserved decisions"], on=asked.on, holds=holds, says="the contract reserves it")
    yield (
        finding
        if finding.met
        else finding.contradicts(
            "no reservation of that day names it"
            if holds is False
            else "it is reserved above an amount, and none is told"
        )
    )


@judges("DEL-09", effect=FLAG)
def what_is_ratified_was_beyond_a_practices_power(
    file: CaseFile, asked: Proposal[DecisionRatified], standing: Standing
) -> Findings:
    """A council ratifies a decision of a practice that is on the file and was not its own to take."""
    found = next((one for one in file.entries if one.entry_id == asked.event.entry), None)
    beyond = found is not None and found.by.kind is BodyKind.PRACTICE and found.event.taken_by is not None
    beyond = beyond and found is not None and (found.purported or (found.authority and found.authority.theirs) is False)
    finding = cited(TRANSFER["ratification"], on=asked.on, holds=beyond, says="it was beyond the practice's power")
    if not beyond:
        yield finding.contradicts("entry names no such decision on the file" if found is None else "it was not")


@judges("DEL-09", effect=FLAG)
def only_what_was_taken_back_is_given_back(
    file: CaseFile, asked: Proposal[CaseGivenBack], standing: Standing
) -> Findings:
    """A case is given back that the council had taken back, and by the council."""
    holds = file.belonging.taken_back_on is not None
    finding = cited(TRANSFER["taking back"], on=asked.on, holds=holds, says="the council had taken it back")
    yield finding if holds else finding.contradicts("it had not")
    own = asked.by.kind is BodyKind.COUNCIL
    if not own:
        told = cited(TRANSFER["taking back"], on=asked.on, holds=False, says="the council gives it back")
        yield told.contradicts(f"by is the {asked.by.kind.value}")


RULES = (
    a_notice_says_what_the_contract_makes_of_the_day,
    only_who_belongs_to_it_moves_to_a_practice,
    what_is_referred_is_reserved,
    what_is_ratified_was_beyond_a_practices_power,
    only_what_was_taken_back_is_given_back,
)


def _cannot_wait(event: ReservedDecisionReferred) -> bool:
    return event.emergency


def _can_wait(event: ReservedDecisionReferred) -> bool:
    return not event.emergency


DUTIES = (
    owed(
        "answer a decision that is reserved",
        rule="GOV-03-ANSWER",
        provision=OURS["answers to a practice"],
        to="the practice",
        subject="reference",
        opened_by={ReservedDecisionReferred: Opening(reserved_answered, when=_can_wait)},
        discharged_by=(ReservedDecisionAnswered,),
    ),
    owed(
        "answer a reserved decision that could not wait",
        rule="GOV-03-URGENT",
        provision=OURS["answers to a practice"],
        to="the practice",
        subject="reference",
        opened_by={ReservedDecisionReferred: Opening(emergency_answered, when=_cannot_wait)},
        discharged_by=(ReservedDecisionAnswered,),
    ),
    owed(
        "take the case back from out of hours",
        rule="GOV-OOH",
        provision=OURS["out of hours"],
        by="the body responsible",
        opened_by={OutOfHoursHandedOver: Opening(handed_back)},
        discharged_by=(OutOfHoursHandedBack,),
        recurring=True,
    ),
)
