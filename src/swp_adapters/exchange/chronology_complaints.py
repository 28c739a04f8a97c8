"""Complaints in a chronology, and what was promised in answer: each promise is owed until it is kept.

Accounts begin with a complaint more often than they tell its answer, so only an answer that is told to
have come late is a flag. A promise is kept by an act that is said to keep it, or by one that is what was promised.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_needs import since
from swp_domain.complaints.events import ComplaintReceived, ComplaintResponded, RemedyCarriedOut, RemedyPromised
from swp_domain.complaints.vocabulary import ComplaintOutcome, RemedyKind
from swp_domain.decision import Decision
from swp_domain.duty import Duty
from swp_domain.party import Party

ANSWER: Final = "answer the complaint"
PROMISES: Final = frozenset({"do for the adult what was promised", "carry out what was promised"})
_KINDS: Final = (
    (("apolog",), RemedyKind.APOLOGY),
    (("pay", "compens", "refund", "reimburs", "waive", "fund"), RemedyKind.PAYMENT),
    (("procedure", "policy", "training", "guidance"), RemedyKind.PROCEDURE),
    (("allocat", "worker", "team"), RemedyKind.WORKER),
    (("assess",), RemedyKind.ASSESSMENT),
    (("review",), RemedyKind.REVIEW),
    (("plan", "budget"), RemedyKind.PLAN),
    (("inform", "letter", "explain", "answer", "reason"), RemedyKind.INFORMATION),
    (("service", "care", "support", "provision"), RemedyKind.SERVICE),
)
"""Words that tell what was promised, the more particular first."""
_KEPT_BY: Final = {
    "assessment-completed": {RemedyKind.ASSESSMENT, RemedyKind.REVIEW},
    "carer-assessment-completed": {RemedyKind.CARERS_ASSESSMENT},
    "review-completed": {RemedyKind.REVIEW},
    "plan-agreed": {RemedyKind.PLAN},
    "budget-set": {RemedyKind.PLAN},
    "assessment-allocated": {RemedyKind.WORKER},
    "service-started": {RemedyKind.SERVICE},
    "service-changed": {RemedyKind.SERVICE},
    "information-given": {RemedyKind.INFORMATION},
    "reasons-given": {RemedyKind.INFORMATION},
    "decision-notified": {RemedyKind.INFORMATION},
    "reply-sent": {RemedyKind.INFORMATION},
    "letter-sent": {RemedyKind.INFORMATION},
}
"""Acts of the council that are what was promised; any of them may be what a promise that nobody describes was of."""
_FOUND: Final = {one.value.replace(" ", "-"): one for one in ComplaintOutcome}


def heard(desk: Desk, source: Happening) -> bool:
    """Put on the desk what an act says of complaints and promises; whether the record now holds it."""
    if council_acts(source.by) and source.act in _KEPT_BY and source.statutory:
        _kept_by(desk, source)
    match source.act:
        case "complaint-received":
            _complained(desk, source)
        case "complaint-responded":
            _responded(desk, source)
        case "remedy-agreed":
            _promised(desk, source)
        case "remedy-completed":
            _completed(desk, source)
        case _:
            return False
    return True


def _complained(desk: Desk, source: Happening) -> None:
    answered = any(one.act == "complaint-responded" and council_acts(one.by) for one in desk.later_than(source))
    # A longer time may have been agreed: an account would rarely tell.
    weight = Weight.SILENT if answered and not source.inferred else Weight.IMPLIED
    event = ComplaintReceived(complaint=desk.new("complaint"), made_by=Party(kind=kind_of(source.by)))
    desk.put(event, source, on=source.known, weight=weight)


def _responded(desk: Desk, source: Happening) -> None:
    """An answer ends every complaint before it: which of several it was to is rarely told."""
    if not council_acts(source.by):
        return
    found = _FOUND.get((source.result or source.decision or "").lower(), ComplaintOutcome.NOT_TOLD)
    open_ones = list(_owed(desk, source, {ANSWER}))
    for duty in open_ones:
        answer = ComplaintResponded(complaint=duty.subject, decision=Decision(outcome=found))
        desk.put(answer, source, on=since(source, duty))
    if not open_ones:
        desk.put(ComplaintResponded(complaint=desk.new("complaint"), decision=Decision(outcome=found)), source)
    if source.remedy:
        _promised(desk, source)


def _promised(desk: Desk, source: Happening) -> None:
    if not council_acts(source.by):
        return
    told = "-".join((source.remedy or "not-described").lower().split())
    kind = _kind(source.remedy)
    named = f"remedy-{_safe(told)}"
    if any(_promise_of(one) == named and one.opened_on == source.occurred.placed() for one in _open_promises(desk)):
        return
    event = RemedyPromised(remedy=desk.new(named), kind=kind, by_day=_by_day(source))
    desk.put(event, source)


def _completed(desk: Desk, source: Happening) -> None:
    """What is said to be done is the promise that is described so, or one of its kind, or one that nobody describes."""
    waiting = list(_owed(desk, source, PROMISES))
    named = f"remedy-{_safe('-'.join((source.remedy or '').lower().split()))}"
    kind = _kind(source.remedy)
    groups = (
        [one for one in waiting if not source.remedy or _promise_of(one) == named],
        [one for one in waiting if _kind_of(desk, one) is kind],
        [one for one in waiting if _kind_of(desk, one) is RemedyKind.OTHER],
    )
    done = next((group for group in groups if group), [])
    for duty in done:
        desk.put(RemedyCarriedOut(remedy=duty.subject), source, on=since(source, duty))
    if not done:
        desk.put(RemedyCarriedOut(remedy=desk.new(named)), source)


def _kept_by(desk: Desk, source: Happening) -> None:
    kinds = _KEPT_BY[source.act]
    if source.act == "assessment-completed" and source.subject == "carer":
        kinds = {RemedyKind.CARERS_ASSESSMENT}
    for duty in _owed(desk, source, PROMISES):
        if _kind_of(desk, duty) in kinds | {RemedyKind.OTHER}:
            desk.put(RemedyCarriedOut(remedy=duty.subject), source, on=since(source, duty))


def _by_day(source: Happening) -> date | None:
    told = source.agreed_until or source.assessment_by or source.review_by
    if told is not None:
        return told.latest
    days = source.agreed_days if source.agreed_days is not None else source.days
    return source.occurred.latest + timedelta(days=days) if days is not None else None


def _kind(remedy: str | None) -> RemedyKind:
    said = (remedy or "").lower()
    if "carer" in said and "assess" in said:
        return RemedyKind.CARERS_ASSESSMENT
    return next((kind for words, kind in _KINDS if any(word in said for word in words)), RemedyKind.OTHER)


def _kind_of(desk: Desk, duty: Duty) -> RemedyKind:
    return desk.file.complaints.remedies[duty.subject].kind


def _promise_of(duty: Duty) -> str:
    return duty.subject.rpartition("-")[0]


def _safe(words: str) -> str:
    """Words as part of an identifier."""
    return "".join(letter for letter in words if (letter.isalnum() and letter.isascii()) or letter == "-")[:50]


def _open_promises(desk: Desk) -> list[Duty]:
    return [one for one in desk.file.ledger if one.duty in PROMISES and one.met_on is None]


def _owed(desk: Desk, source: Happening, names: frozenset[str] | set[str]) -> Iterator[Duty]:
    """What of these waited before, or could have, when something was done."""
    found = [one for one in desk.file.ledger if one.duty in names and one.met_on is None]
    return (one for one in found if one.opened_on <= source.occurred.latest)
