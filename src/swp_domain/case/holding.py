"""What the record makes of who holds a case: given, handed over, left without a worker, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    ClosureTold,
    SupervisionHeld,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.law.finding import Force
from swp_domain.law.local_targets import OURS
from swp_domain.law.local_targets.holding_a_case import another_worker, closure_told, first_look, not_safe_to_wait
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Ends, Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a case", Force.RECORD, "our own")


@judges("CASE-05", effect=FLAG)
def a_closed_case_is_opened_before_it_is_given(
    file: CaseFile, asked: Proposal[CaseAllocated | CaseHandedOver], standing: Standing
) -> Findings:
    """A closed case is opened again, and why is said, before somebody is given it."""
    finding = cited(RECORD["opening again"], on=asked.on, holds=file.case.closed_on is None, says="the case is open")
    closed = f"it was closed on {file.case.closed_on}: say with case-reopened why it is open again"
    yield finding if finding.met else finding.contradicts(closed)


@judges("CASE-05", effect=FLAG)
def only_a_closed_case_is_opened_again(
    file: CaseFile, asked: Proposal[CaseReopened | ClosureTold], standing: Standing
) -> Findings:
    """What is opened again, or told to be closed, was closed before."""
    state = file.case
    told = isinstance(asked.event, ClosureTold)
    holds = bool(state.closures) if told else state.closed_on is not None
    finding = cited(RECORD["opening again"], on=asked.on, holds=holds, says="the case was closed")
    yield finding if finding.met else finding.contradicts("no closure that stands is on the file")


@judges("CASE-10", effect=FLAG)
def a_handover_is_known_at_both_ends(file: CaseFile, asked: Proposal[CaseHandedOver], standing: Standing) -> Findings:
    """A handover comes from whoever holds the case, and says what the next one must know."""
    event, held = asked.event, file.case.worker
    told = cited(RECORD["handing over"], on=asked.on, holds=event.handover is not None, says="what to know is said")
    yield told if told.met else told.contradicts("handover is missing")
    if event.from_worker is not None and event.from_worker != held:
        finding = cited(RECORD["handing over"], on=asked.on, holds=False, says="it comes from who holds the case")
        yield finding.contradicts(f"from_worker is {event.from_worker}, and {held or 'nobody'} holds the case")


@judges("CASE-07", effect=FLAG)
def a_look_at_somebody_who_waits_says_when_the_next_is(
    file: CaseFile, asked: Proposal[WaitRechecked], standing: Standing
) -> Findings:
    """Whoever looks at an adult who waits says whether they are safe to, and by when somebody looks again."""
    event, on = asked.event, asked.on
    safe = cited(RECORD["waiting"], on=on, holds=event.safe_to_wait, says="the adult is safe to wait")
    if event.safe_to_wait is None:
        yield safe.contradicts("safe_to_wait was not told")
    yield safe if event.safe_to_wait is not False else safe.contradicts("the adult is not: give the case a worker")
    again = event.look_again_by
    if event.safe_to_wait is not False and (again is None or again < on):
        finding = cited(RECORD["waiting"], on=on, holds=None if again is None else False, says="a day to look again")
        yield finding.contradicts("look_again_by is missing" if again is None else f"look_again_by, {again}, is past")


@judges("GOV-13", effect=FLAG)
def who_holds_a_case_is_supervised(
    file: CaseFile, asked: Proposal[CaseAllocated | CaseHandedOver], standing: Standing
) -> Findings:
    """Whoever of a practice holds a case has a supervisor, or is a registered social worker themselves."""
    who = asked.event.worker
    member = standing.member(who) if who else None
    if who is None or member is None or member.works_for is not BodyKind.PRACTICE:
        return
    actor = standing.actor(who)
    supervised = standing.registered(actor) or standing.supervised_by_social_worker(actor)
    finding = cited(
        OURS["supervision"], on=asked.on, holds=supervised, says="a registered social worker supervises the worker"
    )
    yield finding if finding.met else finding.contradicts(f"none stands above {who} on the staff of the day")


@judges("GOV-13", effect=FLAG)
def nobody_supervises_themselves(file: CaseFile, asked: Proposal[SupervisionHeld], standing: Standing) -> Findings:
    """Supervision is held by somebody else than the worker."""
    other = asked.event.worker != asked.event.supervisor
    finding = cited(OURS["supervision"], on=asked.on, holds=other, says="worker and supervisor are two people")
    yield finding if finding.met else finding.contradicts("worker and supervisor are one")


RULES = (
    a_closed_case_is_opened_before_it_is_given,
    only_a_closed_case_is_opened_again,
    a_handover_is_known_at_both_ends,
    a_look_at_somebody_who_waits_says_when_the_next_is,
    who_holds_a_case_is_supervised,
    nobody_supervises_themselves,
)


def _nobody(event: CaseAllocated | CaseHandedOver) -> bool:
    return event.worker is None


def _somebody(event: CaseAllocated | CaseHandedOver) -> bool:
    return event.worker is not None


def _not_safe(event: WaitRechecked) -> bool:
    return event.safe_to_wait is False


def _says_when(event: WaitRechecked) -> bool:
    return event.look_again_by is not None


def _of_the_living(event: CaseClosed) -> bool:
    return event.decision.outcome is not ClosureOutcome.DIED


_GIVEN: Ends = {CaseAllocated: _somebody, CaseHandedOver: _somebody, CaseClosed: None}

DUTIES = (
    owed(
        "give the case another worker, or close it",
        rule="CASE-06",
        provision=OURS["an open case has a worker"],
        opened_by={
            WorkerWithdrawn: Opening(another_worker),
            CaseHandedOver: Opening(another_worker, when=_nobody),
            WaitRechecked: Opening(not_safe_to_wait, when=_not_safe),
        },
        discharged_by=_GIVEN,
        settled_by=_GIVEN,
        theme="P21",
    ),
    owed(
        "look again at an adult who waits",
        rule="CASE-07",
        provision=OURS["who waits is looked at again"],
        opened_by={
            CaseAllocated: Opening(first_look, when=_nobody),
            CaseHandedOver: Opening(first_look, when=_nobody),
            WorkerWithdrawn: Opening(first_look),
            CaseReopened: Opening(first_look),
            WaitRechecked: Opening(lambda event: event.look_again_by, when=_says_when),
        },
        discharged_by={WaitRechecked: None, **_GIVEN},
        settled_by=_GIVEN,
        recurring=True,
    ),
    owed(
        "tell the adult that the case was closed",
        rule="CASE-04",
        provision=OURS["who is told of a closure"],
        opened_by={CaseClosed: Opening(closure_told, when=_of_the_living)},
        discharged_by=(ClosureTold,),
        ended_by={CaseReopened: None},
        theme="P21",
    ),
)
