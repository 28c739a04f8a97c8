"""The adult's needs assessment: which acts show that the council knew of a possible need, and which end the wait.

Whether a bare contact showed a need is for a person to judge; it is put on the desk as an appearance,
and what rests on it alone asks somebody to look. A request, a referral, the council's own word that an
assessment is needed and a promise of one are facts.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_dates import between
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_involvement import consider_involvement
from swp_adapters.exchange.chronology_vocabulary import ALREADY_CARING, PERSONS_SIDE
from swp_domain.assessment.events import (
    AssessmentCompleted,
    AssessmentDeferred,
    AssessmentRequested,
    AssessmentResumed,
    AssessmentStarted,
)
from swp_domain.assessment.vocabulary import Conclusion, Prompt
from swp_domain.case.events import CaseClosed
from swp_domain.decision import Decision
from swp_domain.duty import Duty
from swp_domain.law.dates import PartialDate
from swp_domain.law.ombudsman.assessment_times import needs_assessment
from swp_domain.party import Party
from swp_domain.referral.events import ReferralReceived, UrgentSupportProvided
from swp_domain.referral.vocabulary import Source

NEEDS: Final = "assess needs"
_SOURCES: Final = {
    "adult": Source.SELF,
    "family": Source.FAMILY_OR_FRIEND,
    "friend": Source.FAMILY_OR_FRIEND,
    "carer": Source.CARER,
    "gp": Source.GP,
    "hospital-trust": Source.HOSPITAL,
    "health-professional": Source.COMMUNITY_HEALTH,
    "nhs": Source.COMMUNITY_HEALTH,
    "police": Source.POLICE,
    "ambulance": Source.AMBULANCE,
    "provider": Source.PROVIDER,
    "second-council": Source.OTHER_COUNCIL,
}
_OTHER_REFERRALS: Final = ("safeguard", "dols", "advoca", "continuing", "chc", "review")
NOT_TOLD: Final = "what was promised is not told"
# Our reading: an assessment a year and more after a promise of we know not what is not its fulfilment.
_SOON: Final = timedelta(days=365)
_ANSWERS: Final = frozenset({"assessment-started", "assessment-drafted", "assessment-completed"})
_PROMPTS: Final = frozenset(
    {"assessment-requested", "assessment-required", "referral-received", "hospital-assessment-notice"}
)


def requested(desk: Desk, source: Happening) -> str | None:
    """Somebody asks for an assessment, or the council itself says that one is needed."""
    return _ask(desk, source, Prompt.REQUEST if source.act == "assessment-requested" else Prompt.APPEARANCE)


def hospital_notice(desk: Desk, source: Happening) -> str | None:
    """A hospital asks for an assessment before discharge."""
    return _ask(desk, source, Prompt.HOSPITAL)


def ordered(desk: Desk, source: Happening) -> str | None:
    """A court's order is a promise kept for the council only where it sets a day for an assessment.

    Where that day lies beyond the time that assessments have, the court gave more: the clock waits for it.
    """
    if source.assessment_by is None:
        return NOT_YET
    why, duty = _ask(desk, source, Prompt.PROMISE), desk.owed(NEEDS)
    start, due = source.known.latest, source.assessment_by.latest
    goes_on = due - timedelta(days=needs_assessment.length)
    if duty is not None and start < goes_on:
        desk.put(AssessmentDeferred(assessment=duty.subject), source, on=start)
        if goes_on <= desk.as_at:
            desk.put(AssessmentResumed(assessment=duty.subject), source, on=goes_on)
    return why


def referred(desk: Desk, source: Happening) -> str | None:
    """A referral shows a possible need, unless the council already supports the adult."""
    desk.put(
        ReferralReceived(referral=desk.new("referral"), source=_SOURCES.get(source.by, Source.OTHER)),
        source,
        on=source.known,
    )
    elsewhere = any(word in (source.type or source.to or "").lower() for word in _OTHER_REFERRALS)
    if not elsewhere and not desk.served(source):
        _ask(desk, source, Prompt.APPEARANCE)
    return None


def appeared(desk: Desk, source: Happening) -> str | None:
    """A contact, report, incident or wish for a service may show a need of somebody the council did not know."""
    if _may_show_a_need(desk, source):
        return _ask(desk, source, Prompt.APPEARANCE, Weight.APPEARANCE)
    return NOT_YET


def promised(desk: Desk, source: Happening) -> str | None:
    """A remedy that promises an assessment; a remedy nobody describes is one, where just that came next."""
    if source.remedy:
        return _ask(desk, source, Prompt.PROMISE) if of_needs(source.remedy) else NOT_YET
    following = (one for one in desk.later_than(source) if one.act in _ANSWERS | _PROMPTS)
    answer = next(following, None)
    if answer is None or answer.act not in _ANSWERS or not council_acts(answer.by):
        return NOT_TOLD
    if answer.occurred.earliest > source.occurred.latest + _SOON:
        return NOT_TOLD
    return _ask(desk, source, Prompt.PROMISE, Weight.INFERRED)


def started(desk: Desk, source: Happening) -> str | None:
    """A first step; where nobody was seen to ask, it shows that the council knew of a possible need."""
    if not council_acts(source.by) or not source.statutory:
        return None
    duty = desk.owed(NEEDS)
    if duty is None:
        _ask(desk, source, Prompt.APPEARANCE, Weight.APPEARANCE)
        duty = desk.owed(NEEDS)
    if duty is not None and source.act == "assessment-started":
        desk.put(AssessmentStarted(assessment=duty.subject), source)
    return None


def met_at_once(desk: Desk, source: Happening) -> str | None:
    """Urgent support leaves an assessment owed, unless it is more for somebody who has a plan."""
    if not council_acts(source.by) or _is_a_child(desk, source):
        return None
    duty = desk.owed(NEEDS)
    weight = Weight.IMPLIED if duty is None and desk.served(source) else Weight.FACT
    event = UrgentSupportProvided(assessment=duty.subject if duty else desk.new("needs-assessment"))
    desk.put(event, source, weight=weight)
    return None


def completed(desk: Desk, source: Happening) -> str | None:
    """Only the council, or whoever exercises its function, completes the statutory assessment."""
    if council_acts(source.by) and source.statutory and not _is_a_child(desk, source):
        complete(desk, source, desk.owed(NEEDS))
    return None


def implied(desk: Desk, source: Happening) -> None:
    """What cannot be done without an assessment ends the wait for one, as far as that can be certain."""
    duty = desk.owed(NEEDS)
    if duty is not None and council_acts(source.by):
        complete(desk, source, duty, Weight.IMPLIED)


def complete(desk: Desk, source: Happening, duty: Duty | None, weight: Weight = Weight.FACT) -> str:
    """Put a completed needs assessment on the desk: the one that was owed, or one that nobody had asked for."""
    subject = duty.subject if duty else desk.new("needs-assessment")
    occurred = since(source, duty)
    consider_involvement(desk, source, subject, occurred.earliest)
    concluded = Decision(outcome=Conclusion.NO_NEEDS if source.result in ("none", "no-needs") else Conclusion.NEEDS)
    desk.put(AssessmentCompleted(assessment=subject, decision=concluded), source, on=occurred, weight=weight)
    return subject


def since(source: Happening, duty: Duty | None) -> PartialDate:
    """When an ending can have been: not before what it ended."""
    told = source.occurred
    if duty is None or not told.earliest < duty.opened_on <= told.latest:
        return told
    return between(duty.opened_on, told.latest)


def of_needs(remedy: str) -> bool:
    """Whether a promised remedy is an assessment of the adult's needs."""
    said = remedy.lower()
    return "assess" in said and not any(other in said for other in ("carer", "financ", "capacity", "risk", "dols"))


def _ask(desk: Desk, source: Happening, prompt: Prompt, weight: Weight = Weight.FACT) -> str | None:
    if _is_a_child(desk, source):
        return "before the adult was one"
    duty = desk.owed(NEEDS)
    subject = duty.subject if duty else desk.new("needs-assessment")
    asked_by = Party(kind=kind_of(source.by))
    desk.put(
        AssessmentRequested(assessment=subject, prompt=prompt, asked_by=asked_by),
        source,
        on=source.known,
        weight=weight,
    )
    consider_involvement(desk, source, subject, source.known.earliest)
    return None


def _may_show_a_need(desk: Desk, source: Happening) -> bool:
    """Only of an adult in the community whom the council neither supports nor has assessed, and from outside."""
    from_outside = source.by not in ALREADY_CARING and not council_acts(source.by)
    speaks = source.by in PERSONS_SIDE or source.act != "service-requested"
    at_home = desk.chronology.setting in (None, "community")
    return from_outside and speaks and at_home and not _known(desk) and not desk.served(source)


def _known(desk: Desk) -> bool:
    if desk.owed(NEEDS) is not None:
        return True
    known = False
    for entry in desk.entries:
        known = isinstance(entry.event, AssessmentCompleted) or (known and not isinstance(entry.event, CaseClosed))
    return known


def _is_a_child(desk: Desk, source: Happening) -> bool:
    """Section 9 is about adults; what a child's approaching birthday calls for is another duty."""
    grown: list[date] = [one.begins.earliest for one in desk.chronology.facts("birthday-18") if one.begins]
    grown += [one.occurred.earliest for one in desk.chronology.chronology if one.act == "person-turned-18"]
    return bool(grown) and source.known.latest < min(grown)
