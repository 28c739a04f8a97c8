"""What was said, sent, tried, written down and kept about a case."""

from __future__ import annotations

from typing import Final

from swp_domain.actor import BodyKind, Entitled
from swp_domain.correspondence.vocabulary import How, OutcomeKind, Subject
from swp_domain.decision import Decision
from swp_domain.document import Document
from swp_domain.event import Event
from swp_domain.identifiers import AssessmentId, MessageId, OutcomeId
from swp_domain.party import Party
from swp_domain.personal import PersonalText

PARTNERS: Final = Entitled(
    frozenset(
        {
            BodyKind.COUNCIL,
            BodyKind.OTHER_COUNCIL,
            BodyKind.NHS_BODY,
            BodyKind.HOSPITAL,
            BodyKind.POLICE,
            BodyKind.OTHER,
        }
    )
)
"""Councils and their partners, who co-operate under section 7; a function that no council delegates (s 79(2))."""


class MessageReceived(Event, name="correspondence/message-received", begins="message"):
    """Somebody wrote or called about the case. ``needs_reply`` is whether they wait for an answer.

    ``to_worker`` is the member it was addressed to, where it was to one.
    """

    message: MessageId
    how: How = How.OTHER
    sender: Party | None = None
    needs_reply: bool | None = None
    to_worker: str | None = None
    summary: PersonalText | None = None


class ReplySent(Event, name="correspondence/reply-sent"):
    """A message was answered."""

    message: MessageId
    how: How = How.OTHER


class MessageNeedsNoReply(Event, name="correspondence/message-needs-no-reply"):
    """Nobody waits for an answer any more: whoever wrote said so, or is not there to be answered."""

    message: MessageId


class AdvocateReported(Event, name="correspondence/advocate-reported", begins="message"):
    """An independent advocate sent a report of concerns (SI 2014/2889 reg 5(5)(d)). It is answered in writing."""

    message: MessageId
    assessment: AssessmentId | None = None
    concerns: PersonalText | None = None


class CooperationRequested(Event, name="correspondence/cooperation-requested", begins="message"):
    """A council or one of its partners asked another to co-operate in this case (Care Act 2014 s 7)."""

    message: MessageId
    asked_of: Party | None = None
    wanted: PersonalText | None = None


class CooperationDecided(Event, name="correspondence/cooperation-decided", taken_by=PARTNERS):
    """Whether to co-operate as asked was decided."""

    message: MessageId
    reasons_in_writing: bool | None = None
    decision: Decision[bool]


class ContactAttempted(Event, name="correspondence/contact-attempted"):
    """Somebody tried to reach the adult, or another about them."""

    how: How = How.OTHER
    whom: Party | None = None
    reached: bool | None = None
    message: MessageId | None = None
    purpose: PersonalText | None = None


class OutcomeLearned(Event, name="correspondence/outcome-learned", begins="outcome"):
    """The council came to know something that somebody else is waiting to be told, or should be."""

    outcome: OutcomeId
    kind: OutcomeKind = OutcomeKind.OTHER
    owed_to: Party | None = None


class OutcomeTold(Event, name="correspondence/outcome-told"):
    """It was told to them."""

    outcome: OutcomeId
    told: Party | None = None


class InformationGiven(Event, name="correspondence/information-given"):
    """Information or advice was given (Care Act 2014 s 4), in a form that its reader can use or not."""

    about: Subject = Subject.OTHER
    given_to: Party | None = None
    accessible: bool | None = None


class NoteMade(Event, name="correspondence/note-made"):
    """A case note. It carries no decision."""

    note: PersonalText
    how: How | None = None
    present: tuple[Party, ...] = ()


class AssertedLater(Event, name="correspondence/asserted-later"):
    """Somebody says afterwards that something was done, on the day on which it is said to have been.

    ``written_down`` is whether a record of it was made at the time.
    """

    how: How | None = None
    said_by: Party | None = None
    written_down: bool | None = None
    what: PersonalText | None = None


class DocumentAttached(Event, name="correspondence/document-attached"):
    """A document was attached: where it is kept, and the digest that proves which it is."""

    document: Document
    kind: str = ""
