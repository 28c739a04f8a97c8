"""What stands between a request and an assessment: an offer, a wait that was agreed, a refusal, a closed door."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts
from swp_adapters.exchange.chronology_carers import CARERS
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk
from swp_adapters.exchange.chronology_needs import NEEDS, implied, since
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.assessment.events import (
    AssessmentDeferred,
    AssessmentOffered,
    AssessmentResumed,
    CarersDutyEndedByRefusal,
    DutyEndedByRefusal,
    RefusalExpressed,
)
from swp_domain.assessment.vocabulary import Prompt
from swp_domain.case.events import CaseClosed
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.decision import Decision
from swp_domain.duty import Duty
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.ombudsman.assessment_times import needs_assessment
from swp_domain.referral.events import ReferralTriaged
from swp_domain.referral.vocabulary import TriageOutcome

# A wait with no agreed end is taken to be over after the time that an assessment itself may take.
_OPEN_WAIT: Final = timedelta(days=needs_assessment.length)
_ASKS_AGAIN: Final = frozenset(
    {"assessment-requested", "carer-assessment-requested", "assessment-started", "assessment-deferred"}
)
_REASONS: Final = {
    "means": NoAssessmentReason.MEANS,
    "level-of-need": NoAssessmentReason.LEVEL_OF_NEED,
    "no-appearance": NoAssessmentReason.NO_APPEARANCE_OF_NEEDS,
}
_ROUTES: Final = (
    ("signpost", TriageOutcome.SIGNPOSTED),
    ("clos", TriageOutcome.RESOLVED),
    ("no further", TriageOutcome.RESOLVED),
    ("no-further", TriageOutcome.RESOLVED),
    ("safeguarding", TriageOutcome.SAFEGUARDING),
    ("review", TriageOutcome.REASSESS),
    ("wait", TriageOutcome.ASSESS),
    ("assess", TriageOutcome.ASSESS),
)


def offered(desk: Desk, source: Happening) -> str | None:
    """The council offers an assessment; that discharges nothing, but a delay after it may not be the council's."""
    duty = _meant(desk, source)
    if duty is not None and council_acts(source.by):
        desk.put(AssessmentOffered(assessment=duty.subject), source)
    return None


def deferred(desk: Desk, source: Happening) -> str | None:
    """The clock stands still from the agreement to wait until its end, or until the matter is taken up again."""
    duty = _meant(desk, source)
    if duty is None:
        return None
    told = source.occurred
    paused = min(max(told.earliest, _latest_opening(desk, duty)), told.latest, desk.as_at)
    agreed = _agreed_end(source, told.latest)
    resumed = min((day for day in (agreed, _taken_up(desk, source, paused)) if day), default=None)
    open_end = max(told.latest, paused + _OPEN_WAIT)
    if agreed is None and (resumed is None or open_end < resumed):
        resumed = open_end
        desk.presumed.add((duty.duty, duty.subject))
    desk.put(AssessmentDeferred(assessment=duty.subject), source, on=paused)
    if resumed is not None and paused < resumed <= desk.as_at:
        desk.put(AssessmentResumed(assessment=duty.subject), source, on=resumed)
    return None


def refused(desk: Desk, source: Happening) -> str | None:
    """A refusal by the person ends the wait, and a carer's counts before anybody asked; the council's ends nothing."""
    if source.by not in PERSONS_SIDE:
        return NOT_YET
    duty = _meant(desk, source)
    of_carer = duty.duty == CARERS if duty else source.by == "carer" or _of_the_carer(source)
    if duty is None and not of_carer:
        return None
    subject = duty.subject if duty else desk.new("carers-assessment")
    desk.put(RefusalExpressed(assessment=subject), source, on=since(source, duty))
    accepted: Decision[bool] = Decision(outcome=True)
    refusal = RefusalFacts(has_capacity_to_refuse=_capacity(desk.before(source)))
    ended = (
        CarersDutyEndedByRefusal(assessment=subject, decision=accepted)
        if of_carer
        else DutyEndedByRefusal(assessment=subject, refusal=refusal, decision=accepted)
    )
    desk.put(ended, source, on=since(source, duty), by=COUNCIL)
    return None


def triaged(desk: Desk, source: Happening) -> str | None:
    """What was decided on a referral, where that is told."""
    said = " ".join(filter(None, (source.decision, source.result, source.type))).lower()
    outcome = next((route for word, route in _ROUTES if word in said), None)
    if outcome is None:
        return "the outcome is not told"
    duty = desk.owed(NEEDS)
    if duty is not None and outcome is not TriageOutcome.SAFEGUARDING:
        _triage(desk, source, duty, outcome, next((why for word, why in _REASONS.items() if word in said), None))
    return None


def closed(desk: Desk, source: Happening) -> str | None:
    """The adult's closing is a refusal; the council's ends what nobody had asked for, and no request."""
    if source.by in PERSONS_SIDE:
        return refused(desk, source)
    if not council_acts(source.by):
        return "not the council's case"
    duty = desk.owed(NEEDS)
    if duty is not None and not _was_asked_for(desk, duty):
        _triage(desk, source, duty, TriageOutcome.RESOLVED, None)
    reasons = "Not told in the chronology"
    desk.put(CaseClosed(decision=Decision(outcome=ClosureOutcome.OTHER, reasons=reasons)), source)
    return None


def reviewed(desk: Desk, source: Happening) -> None:
    """A review by the council of an adult whom it supports looks at their needs again."""
    if desk.served(source):
        implied(desk, source)


def _triage(
    desk: Desk, source: Happening, duty: Duty, outcome: TriageOutcome, reason: NoAssessmentReason | None
) -> None:
    # Whoever sends an adult away says that no needs appear, unless the reason given is one that supposes them.
    supposed = reason in (NoAssessmentReason.MEANS, NoAssessmentReason.LEVEL_OF_NEED)
    appears = False if outcome.ends_here and not supposed else None
    event = ReferralTriaged(
        referral=next((one for one in desk.file.referral.referrals), "referral-not-told"),
        appearance=Appearance(appears_to_have_needs=appears, reason=reason),
        assessment=duty.subject,
        decision=Decision(outcome=outcome),
    )
    desk.put(event, source, on=since(source, duty))


def _meant(desk: Desk, source: Happening) -> Duty | None:
    """Which of two assessments is meant: the carer's where the carer is named, else the one that is owed."""
    needs, carers = desk.owed(NEEDS), desk.owed(CARERS)
    if _of_the_carer(source):
        return carers
    return (carers or needs) if source.by == "carer" else (needs or carers)


def _of_the_carer(source: Happening) -> bool:
    return "carer" in (source.subject, source.type, source.to)


def _latest_opening(desk: Desk, duty: Duty) -> date:
    """The latest day on which the clock can have started."""
    openers = {one.entry_id for one in duty.openers}
    return min(entry.occurred.latest for entry in desk.entries if entry.entry_id in openers)


def _agreed_end(source: Happening, latest: date) -> date | None:
    if source.agreed_until is not None:
        return source.agreed_until.latest
    if source.assessment_by is not None:
        return source.assessment_by.latest
    return None if source.agreed_days is None else latest + timedelta(days=source.agreed_days)


def _taken_up(desk: Desk, source: Happening, paused: date) -> date | None:
    """The first later act that takes the matter up: a request, a first step or, where no end was agreed, any word."""
    agreed = _agreed_end(source, source.occurred.latest) is not None
    return min(
        (
            one.known.latest
            for one in desk.later_than(source)
            if one.known.earliest > paused and (one.act in _ASKS_AGAIN or (not agreed and one.by in PERSONS_SIDE))
        ),
        default=None,
    )


def _was_asked_for(desk: Desk, duty: Duty) -> bool:
    openers = {one.entry_id for one in duty.openers}
    prompts = [getattr(entry.event, "prompt", None) for entry in desk.entries if entry.entry_id in openers]
    return Prompt.REQUEST in prompts or Prompt.PROMISE in prompts


def _capacity(earlier: Iterable[Happening]) -> bool | None:
    found = [one.result for one in earlier if one.act == "capacity-assessed" and one.result in ("has", "lacks")]
    return found[-1] == "has" if found else None
