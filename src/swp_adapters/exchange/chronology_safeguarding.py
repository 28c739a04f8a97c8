"""Concerns and enquiries in a chronology: what was decided on, what began, what came of it, and what came together.

An account tells of the steps of an enquiry by what can be seen from outside: a meeting is held, somebody is heard,
a plan is agreed, contact is limited. Each shows that an enquiry had begun, or that it had come to something; what only
shows it is put on the desk as implied, and no flag rests on that.
"""

from __future__ import annotations

from typing import Final

from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_enquiries import (
    DECIDE,
    REVIEW,
    acted,
    begin,
    came_to_something,
    decide,
    decision_shown,
    end_of,
    open_enquiries,
    outcome_of,
    owed_before,
)
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE, ROLES
from swp_domain.correspondence.events import NoteMade, OutcomeLearned
from swp_domain.correspondence.vocabulary import OutcomeKind
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.dates import PartialDate
from swp_domain.party import Party
from swp_domain.safeguarding.enquiry_vocabulary import EnquiryEnd, MeetingKind
from swp_domain.safeguarding.events import (
    BodyTold,
    ConcernReceived,
    EnquiryClosed,
    EnquiryReported,
    InformationGathered,
    ProtectionPutInPlace,
    SafeguardingMeetingHeld,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import EnquiryOutcome, OtherBody

_MANY: Final = 20
"""How many of a count are put on the desk: enough to see that they are many."""
_THE_ADULTS_SIDE: Final = frozenset(ROLES[one] for one in PERSONS_SIDE)


def concern(desk: Desk, source: Happening) -> str | None:
    """A concern, on the day on which the council learned of it; of many that are counted, the first and the last."""
    raised_by = Party(kind=kind_of(source.by), relation=source.by)
    desk.put(ConcernReceived(concern=desk.new("concern"), raised_by=raised_by), source, on=source.known)
    for _ in range(min(source.count or 1, _MANY) - 1):
        # They came somewhere between: what is certain is that they had come by the last day.
        again = ConcernReceived(concern=desk.new("concern"), raised_by=raised_by)
        desk.put(again, source, on=PartialDate.on(min(source.known.latest, desk.as_at)), weight=Weight.IMPLIED)
    return None


def decided(desk: Desk, source: Happening) -> str | None:
    """A decision on every concern that waits for one, or else on what the enquiries came to."""
    waiting = owed_before(desk, source, {DECIDE})
    if waiting:
        outcome = outcome_of(desk, source)
        decide(desk, source, outcome)
        if outcome is EnquiryOutcome.NO_ENQUIRY:
            _somebody_waits_to_hear(desk, source, [one.subject for one in waiting])
    else:
        came_to_something(desk, source)
    return None


def _somebody_waits_to_hear(desk: Desk, source: Happening, concerns: list[str]) -> None:
    """The adult's side, who raised what nobody looks into, waits to be told so; of others no account tells."""
    raised = [desk.file.safeguarding.concerns[one].raised_by for one in concerns]
    if any(one in _THE_ADULTS_SIDE for one in raised):
        desk.put(OutcomeLearned(outcome=desk.new("safeguarding-decision"), kind=OutcomeKind.ENQUIRY), source)


def started(desk: Desk, source: Happening) -> str | None:
    """An enquiry by the council was decided on at the latest when it began; another body's was caused to be made."""
    if council_acts(source.by):
        decide(desk, source, decision_shown(source))
        begin(desk, source, always=True)
    else:
        begin(desk, source)
    return None


def concluded(desk: Desk, source: Happening) -> str | None:
    """An enquiry ended: with a report where another body made it, else with the decision what comes of it."""
    if not council_acts(source.by):
        for enquiry in open_enquiries(desk):
            desk.put(EnquiryReported(enquiry=enquiry), source)
        return None
    decide(desk, source, decision_shown(source))
    begin(desk, source, always=not open_enquiries(desk), weight=Weight.IMPLIED)
    for enquiry, duty in [(one, end_of(desk, one)) for one in open_enquiries(desk)]:
        on = needs.since(source, duty)
        acted(desk, source, enquiry, on)
        closed = EnquiryClosed(enquiry=enquiry, decision=Decision(outcome=EnquiryEnd.CONCLUDED))
        desk.put(closed, source, on=on, by=COUNCIL, weight=Weight.IMPLIED)
    return None


def met(desk: Desk, source: Happening) -> str | None:
    """A meeting: how an enquiry begins, and before there was a duty to make one, where it was decided on."""
    if council_acts(source.by):
        if not enquiry_duty.in_force(source.occurred.earliest):
            decide(desk, source, EnquiryOutcome.OTHER_ENQUIRY)
        begin(desk, source, weight=Weight.FACT)
        for duty in owed_before(desk, source, {REVIEW}):
            reviewed = SafeguardingPlanReviewed(plan=duty.subject)
            desk.put(reviewed, source, on=needs.since(source, duty), weight=Weight.IMPLIED)
    enquiries = open_enquiries(desk)
    held = SafeguardingMeetingHeld(
        meeting=desk.new("meeting"), kind=MeetingKind.OTHER, enquiry=enquiries[-1] if enquiries else None
    )
    desk.put(held, source)
    return None


def plan_agreed(desk: Desk, source: Happening) -> str | None:
    """A protection plan: an enquiry came to something. It is reviewed by the day that is told; others are not asked."""
    decide(desk, source, decision_shown(source))
    begin(desk, source, always=not desk.file.safeguarding.enquiries, weight=Weight.IMPLIED)
    enquiries = list(desk.file.safeguarding.enquiries)
    came_to_something(desk, source)
    review_by = source.review_by.latest if source.review_by else None
    agreed = SafeguardingPlanAgreed(
        plan=desk.new("safeguarding-plan"),
        enquiry=enquiries[-1] if enquiries else desk.new("enquiry"),
        review_by=review_by,
    )
    desk.put(agreed, source, weight=Weight.FACT if review_by else Weight.IMPLIED)
    return None


def contact_limited(desk: Desk, source: Happening) -> str | None:
    """Contact is limited for the sake of the adult's safety, where a concern was raised before."""
    concerns = list(desk.file.safeguarding.concerns)
    if concerns:
        desk.put(ProtectionPutInPlace(concern=concerns[-1]), source)
        came_to_something(desk, source)
    return None


def regulator_told(desk: Desk, source: Happening) -> str | None:
    """The regulator was told of what is known by then."""
    concerns = list(desk.file.safeguarding.concerns)
    if concerns:
        desk.put(BodyTold(concern=concerns[-1], body=OtherBody.REGULATOR), source)
    else:
        desk.put(NoteMade(note="The regulator was told. Of what is not told."), source)
    return None


def person_heard(desk: Desk, source: Happening) -> str | None:
    """Somebody was heard: where a concern was decided on, the enquiry had begun."""
    concerns = list(desk.file.safeguarding.concerns)
    if concerns:
        begin(desk, source, weight=Weight.IMPLIED)
        desk.put(InformationGathered(concern=concerns[-1], source=Party(kind=kind_of(source.by))), source)
    return None


def followed(desk: Desk, source: Happening) -> None:
    """What the council does after an enquiry began, and tells of, shows that it came to something."""
    if council_acts(source.by):
        came_to_something(desk, source)


def died(desk: Desk, source: Happening) -> None:
    """The adult died: what enquiries there were end with that, and a review of deaths begins where one is owed."""
    if source.subject in (None, "adult"):
        why = Decision(outcome=EnquiryEnd.ADULT_DIED, reasons="The account tells of the adult's death.")
        for enquiry in open_enquiries(desk):
            closed = EnquiryClosed(enquiry=enquiry, decision=why)
            on = needs.since(source, end_of(desk, enquiry))
            desk.put(closed, source, on=on, by=COUNCIL, weight=Weight.IMPLIED)
