"""What was said, written and made known in a chronology, and whether it was answered or passed on.

An account tells few of the letters that were written, so little is taken to wait for an answer: a letter
of the adult's side, and contacts that came again and again. Whatever the council did towards the adult's side
afterwards answers them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_dates import between
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_needs import since
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE, ROLES
from swp_domain.correspondence.events import (
    AdvocateReported,
    ContactAttempted,
    InformationGiven,
    MessageNeedsNoReply,
    MessageReceived,
    OutcomeLearned,
    OutcomeTold,
    ReplySent,
)
from swp_domain.correspondence.vocabulary import How, OutcomeKind
from swp_domain.duty import Duty
from swp_domain.party import Party

REPLY: Final = "reply to the message"
TELL: Final = "tell what is known"
WORKER: Final = "give the case another worker, or close it"
RESPOND: Final = "respond in writing to the advocate"
_WRITES: Final = frozenset({"reply-sent", "letter-sent", "information-given"})
_TELLS: Final = _WRITES | {
    "decision-notified", "outcome-notified", "reasons-given", "assessment-copy-given", "plan-copy-given",
    "complaint-responded", "person-consulted", "meeting-held", "review-completed", "papers-served",
    "cop-application",
}  # fmt: skip
"""Acts by which the adult's side comes to know what the council knows."""
_SHOWS: Final = frozenset({"service-started", "service-changed", "direct-payment-started", "plan-agreed", "budget-set"})
"""Acts that show what was decided on funding."""
_TURNS_TO: Final = _TELLS | _SHOWS | {
    "contact-received", "assessment-offered", "assessment-started", "assessment-allocated", "assessment-completed",
    "assessment-deferred", "carer-assessment-completed", "eligibility-determined", "urgent-support-provided",
    "remedy-agreed", "referral-triaged",
}  # fmt: skip
"""Acts of the council towards the adult or whoever speaks for them."""
_ANSWERABLE: Final = frozenset({"regulator", "council", "first-council", "sab", "police", "nhs"})
"""Public bodies, which a worker who reports what they saw may expect an answer of."""
_LEARNS: Final = {
    "report-received": OutcomeKind.REPORT,
    "funding-decided": OutcomeKind.FUNDING,
    "enquiry-concluded": OutcomeKind.ENQUIRY,
}
_TWICE: Final = 2
_HOW: Final = {"letter-sent": How.LETTER, "reply-sent": How.LETTER}


def heard(desk: Desk, source: Happening) -> bool:
    """Put on the desk what an act says to somebody, and what it answers; whether the record now holds it."""
    told = False
    if council_acts(source.by):
        _answers(desk, source)
        told = _tells(desk, source)
    elif source.by in _ANSWERABLE and source.act in _WRITES | {"outcome-notified"}:
        _told_by_another(desk, source)
    if source.act in _LEARNS:
        _learned(desk, source)
        return True
    match source.act:
        case "contact-received" | "letter-sent" | "reply-sent" | "information-given" if not council_acts(source.by):
            _received(desk, source)
        case "incident-occurred" | "service-requested" if not council_acts(source.by):
            # Whatever else it means, somebody told of it: of itself it waits for no answer.
            desk.put(MessageReceived(message=desk.new("message"), sender=_party(source.by)), source, on=source.known)
        case "contact-received" | "letter-sent" | "reply-sent":
            desk.put(ContactAttempted(how=_HOW.get(source.act, How.OTHER), whom=_party(source.to)), source)
        case "information-given":
            desk.put(InformationGiven(given_to=_party(source.to)), source)
        case "outcome-notified" if not told:
            _notified(desk, source)
        case "whistleblower-report":
            _reported(desk, source)
        case "outcome-notified":
            pass
        case "person-died" if source.subject in (None, "adult"):
            _nobody_left(desk, source)
            return False
        case _:
            return False
    return True


def _received(desk: Desk, source: Happening) -> None:
    """Something came in. Who writes again and again still waits for the answer to the first time."""
    for_us = source.to is None or council_acts(source.to)
    first = _same_again(desk, source)
    again = _again(source) or first is not None
    waits = for_us and source.by in PERSONS_SIDE and (again or source.act == "letter-sent")
    # Whoever turns to a worker whom the case does not have is heard by nobody.
    waits = waits or (for_us and desk.owed(WORKER) is not None)
    if waits and any(_sender(duty.subject) == source.by for duty in _waiting(desk, REPLY)):
        waits = False
    event = MessageReceived(
        message=desk.new(f"message-{source.by}" if waits else "message"),
        how=_HOW.get(source.act, How.OTHER),
        sender=_party(source.by),
        needs_reply=True if waits else None,
    )
    # Contacts that are counted run from the first day of their range to the last.
    begun = first.known if first is not None else source.occurred.earliest
    desk.put(event, source, on=begun if waits and again else source.known)


def _same_again(desk: Desk, source: Happening) -> Happening | None:
    """The first of contacts by the same people that the council did nothing about before they came once more.

    Two may be about two things; whoever comes a third time was not answered.
    """
    unanswered: list[Happening] = []
    if source.act != "contact-received":
        return None
    for one in desk.before(source):
        if council_acts(one.by):
            unanswered.clear()
        elif one.act == source.act and one.by == source.by and one.to == source.to:
            unanswered.append(one)
    return unanswered[0] if len(unanswered) >= _TWICE else None


def _learned(desk: Desk, source: Happening) -> None:
    """A report, a decision on funding or the end of an enquiry is known, and waits to be passed on."""
    if source.act == "report-received" and source.by == "advocate":
        desk.put(AdvocateReported(message=desk.new("advocates-report")), source, on=source.known)
        return
    passed_on = source.by not in PERSONS_SIDE and source.statutory and not source.inferred
    event = OutcomeLearned(outcome=desk.new(source.act), kind=_LEARNS[source.act])
    desk.put(event, source, on=source.known, weight=Weight.FACT if passed_on else Weight.IMPLIED)


def _notified(desk: Desk, source: Happening) -> None:
    """An outcome that is told and was not seen to come was known by then."""
    outcome = desk.new("outcome")
    desk.put(OutcomeLearned(outcome=outcome), source)
    desk.put(OutcomeTold(outcome=outcome, told=_party(source.to)), source)


def _reported(desk: Desk, source: Happening) -> None:
    """A worker who reports to a public body waits to hear what came of it; reporting again adds nothing."""
    body = source.to or "council"
    waiting = [duty.subject for duty in _waiting(desk, TELL)]
    if body not in _ANSWERABLE or any(one.startswith(f"whistleblower-{body}-") for one in waiting):
        desk.put(MessageReceived(message=desk.new("whistleblower-message"), sender=_party(source.by)), source)
        return
    awaited = OutcomeLearned(outcome=desk.new(f"whistleblower-{body}"), owed_to=_party(source.by))
    desk.put(awaited, source, on=source.known)


def _answers(desk: Desk, source: Happening) -> None:
    """Whatever the council did towards the adult's side answers what they wrote before."""
    if source.act not in _TURNS_TO:
        return
    to = source.to if source.to in ROLES else None
    for duty in _before(desk, REPLY, source):
        series = _last_day(desk, duty)
        if to in (None, _sender(duty.subject)) and series <= source.occurred.latest:
            on = between(max(series, source.occurred.earliest), source.occurred.latest)
            desk.put(ReplySent(message=duty.subject, how=How.LETTER), source, on=on)
    if source.act in _WRITES and to in (None, "advocate"):
        for duty in _before(desk, RESPOND, source):
            desk.put(ReplySent(message=duty.subject, how=How.LETTER), source, on=since(source, duty))


def _tells(desk: Desk, source: Happening) -> bool:
    """What the council tells, it no longer keeps to itself; whether there was anything to tell."""
    told = False
    for duty in _before(desk, TELL, source):
        funding = duty.subject.startswith("funding-decided") and source.act in _SHOWS
        anothers = duty.subject.startswith("whistleblower-") and not duty.subject.startswith("whistleblower-council")
        if (source.act in _TELLS or funding) and not anothers:
            desk.put(OutcomeTold(outcome=duty.subject, told=_party(source.to)), source, on=since(source, duty))
            told = True
    return told


def _told_by_another(desk: Desk, source: Happening) -> None:
    for duty in _before(desk, TELL, source):
        if duty.subject.startswith(f"whistleblower-{source.by}-"):
            desk.put(OutcomeTold(outcome=duty.subject), source, on=since(source, duty))


def _nobody_left(desk: Desk, source: Happening) -> None:
    """The adult's own letters need no answer when they have died."""
    for duty in _before(desk, REPLY, source):
        if _sender(duty.subject) == "adult":
            desk.put(MessageNeedsNoReply(message=duty.subject), source)


def _waiting(desk: Desk, name: str) -> list[Duty]:
    return [one for one in desk.file.ledger if one.duty == name and one.met_on is None]


def _before(desk: Desk, name: str, source: Happening) -> Iterator[Duty]:
    """The duties of a name that waited before, or could have, when something was done."""
    return (one for one in _waiting(desk, name) if one.opened_on <= source.occurred.latest)


def _last_day(desk: Desk, duty: Duty) -> date:
    """The last day of contacts that are counted: what the council did before it answered none of them for good."""
    ends = (
        one.occurred.latest
        for one in desk.told
        if _again(one) and one.by == _sender(duty.subject) and one.occurred.earliest == duty.opened_on
    )
    return max(ends, default=duty.opened_on)


def _again(source: Happening) -> bool:
    return source.act == "contact-received" and (source.count or 1) > 1


def _sender(message: str) -> str:
    return message.removeprefix("message-").rpartition("-")[0]


def _party(role: str | None) -> Party | None:
    return Party(kind=kind_of(role), relation=role) if role else None
