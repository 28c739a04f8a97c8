"""NHS continuing healthcare: signs of a primary health need, checklist, decision support tool, decision."""

from __future__ import annotations

import re
from typing import Final

from swp_adapters.exchange.chronology import Chronology, Fact, Happening
from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_domain.actor import Actor, BodyKind
from swp_domain.assessment.events import HealthcareReferralMade
from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ConsiderationEnded,
    DecisionToolCompleted,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareSignsNoted,
    NotificationReceived,
)
from swp_domain.continuing_healthcare.rules import CONSIDER
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome, ConsiderationEnd, HealthcareOutcome
from swp_domain.decision import Decision
from swp_domain.law.dates import PartialDate

SIGNS: Final = "possible-primary-health-need"
_REFER: Final = "refer for NHS continuing healthcare"
_NHS: Final = Actor(id="nhs", kind=BodyKind.NHS_BODY, body="the NHS body")
_PATH: Final = ("chc-checklist", "chc-dst", "chc-decision")
_ADULT: Final = (None, "adult", "cared-for")
_NO: Final = frozenset(
    {
        "no", "not", "non", "negative", "ineligible", "refused", "rejected", "declined", "withdrawn", "ended", "lost",
        "below", "fnc",
    }
)  # fmt: skip
_YES: Final = frozenset({"eligible", "positive", "yes", "met", "granted", "approved", "awarded"})
_OF_HEALTHCARE: Final = ("continuing", "chc", "checklist")


def noted(desk: Desk) -> None:
    """Standing facts say that continuing healthcare should have been considered: somebody judged so, looking back."""
    for fact in desk.chronology.facts(SIGNS):
        if fact.begins is None or fact.nothing or fact.begins.earliest > desk.as_at:
            continue
        if _answered_about_then(desk.chronology, fact.begins) or _funded_before(desk.chronology, fact.begins):
            continue
        which = desk.new("healthcare")
        desk.put(HealthcareSignsNoted(consideration=which), None, on=fact.begins, weight=Weight.APPEARANCE)


def no_longer(desk: Desk) -> None:
    """Signs that went again, with nothing done until then, ask for nothing more."""
    for fact in desk.chronology.facts(SIGNS):
        duty = desk.owed(CONSIDER)
        if (
            fact.ends is not None
            and fact.ends.earliest <= desk.as_at
            and duty is not None
            and _of(fact, duty.opened_on)
        ):
            ended = ConsiderationEnded(consideration=duty.subject, why=ConsiderationEnd.NO_SIGNS)
            desk.put(ended, None, on=fact.ends, weight=Weight.INFERRED)


def screened(desk: Desk, source: Happening) -> str | None:
    """A checklist; if it was positive, the NHS body received it, and its time to decide began."""
    if source.subject not in _ADULT:
        return NOT_YET
    which, said = _open(desk), _answer(source)
    outcome = None if said is None else ChecklistOutcome.POSITIVE if said else ChecklistOutcome.NEGATIVE
    desk.put(ChecklistCompleted(consideration=which, outcome=outcome), source)
    # What followed shows that it was sent on, where its outcome is not told; nothing else does.
    followed = any(one.act in ("chc-dst", "chc-decision") for one in desk.later_than(source))
    if said or (said is None and followed):
        weight = Weight.FACT if said and not source.inferred else Weight.INFERRED
        desk.put(NotificationReceived(consideration=which), source, by=_NHS, weight=weight)
    return None


def tool_completed(desk: Desk, source: Happening) -> str | None:
    """A decision support tool, with what the team recommends where that is told."""
    if source.subject not in _ADULT:
        return NOT_YET
    told = _outcome(source)
    recommends = None if told is HealthcareOutcome.NOT_TOLD else told
    desk.put(DecisionToolCompleted(consideration=_open(desk), recommends=recommends), source)
    return None


def decided(desk: Desk, source: Happening) -> str | None:
    """The NHS body's decision, whoever tells of it; of somebody whose care it funds, a no ends that."""
    if source.subject not in _ADULT:
        return NOT_YET
    outcome = _outcome(source)
    funded = [which for which, one in desk.file.continuing_healthcare.considerations.items() if one.funded]
    decision = Decision[HealthcareOutcome](outcome=outcome)
    if funded and outcome is HealthcareOutcome.NOT_ELIGIBLE:
        desk.put(HealthcareFundingEnded(consideration=funded[-1], decision=decision), source, by=_NHS)
    else:
        desk.put(HealthcareEligibilityDecided(consideration=_open(desk), decision=decision), source, by=_NHS)
    return None


def referred(desk: Desk, source: Happening) -> str | None:
    """A council's referral to the NHS body to consider continuing healthcare."""
    said = f"{source.to or ''} {source.type or ''}".lower()
    if not council_acts(source.by) or not any(word in said for word in _OF_HEALTHCARE):
        return NOT_YET
    duty = desk.owed(_REFER)
    assessment = duty.subject if duty else "assessment-untold"
    desk.put(HealthcareReferralMade(assessment=assessment), source)
    return None


def _answer(source: Happening) -> bool | None:
    """Whether a result is a yes; ``None`` where it is not told, or in words that are not understood."""
    words = set(re.findall("[a-z]+", (source.result or source.decision or "").lower()))
    if words & _NO:
        return False
    return True if words & _YES else None


def _outcome(source: Happening) -> HealthcareOutcome:
    said = _answer(source)
    if said is None:
        return HealthcareOutcome.NOT_TOLD
    return HealthcareOutcome.ELIGIBLE if said else HealthcareOutcome.NOT_ELIGIBLE


def _open(desk: Desk) -> str:
    """The consideration that is not decided yet, or a new one."""
    known = desk.file.continuing_healthcare.considerations
    undecided = (which for which in reversed(known) if known[which].decided_on is None and not known[which].ended_on)
    return next(undecided, None) or desk.new("healthcare")


def _of(fact: Fact, day: object) -> bool:
    return fact.begins is not None and fact.begins.earliest == day


def _answered_about_then(chronology: Chronology, begins: PartialDate) -> bool:
    """Whether a step can have been taken on the very days on which the signs can have appeared."""
    steps = [one.occurred for one in chronology.chronology if one.act in _PATH and one.subject in _ADULT]
    return any(one.earliest <= begins.latest and begins.earliest <= one.latest for one in steps)


def _funded_before(chronology: Chronology, begins: PartialDate) -> bool:
    """Whether the NHS body had last said, before the signs, that somebody is eligible."""
    told = [one for one in chronology.chronology if one.act == "chc-decision" and one.subject in _ADULT]
    before = [_answer(one) for one in told if one.occurred.latest < begins.earliest]
    return bool(before) and before[-1] is True
