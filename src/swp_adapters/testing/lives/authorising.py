"""How a request is answered: when, on whose assessments, and with what authorisation, if any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from swp_adapters.testing.england import ENGLAND
from swp_adapters.testing.lives.advocating import instructed
from swp_adapters.testing.lives.requesting import Detained, Request
from swp_adapters.testing.others import ADVOCACY, assessor, doctor
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor, BodyKind
from swp_domain.decision import Decision
from swp_domain.law.dates import ONE_DAY, add_months
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Accommodation, Trigger
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import EquivalentFacts, Requirement
from swp_domain.law.representatives_regulations_2008.reg3_eligibility import RepresentativeFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg3_assessors import AssessorFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg13_times import twenty_one_days
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AssessorSelected,
    AuthorisationEnded,
    Condition,
    EquivalentAssessmentUsed,
    RepresentativeAppointed,
    RequirementAssessed,
    StandardAuthorisationDecided,
)
from swp_domain.liberty.vocabulary import AuthorisationEnd, AuthorisationOutcome, RepresentativeChoice, Setting
from swp_domain.party import Party

_REFUSED: Final = 0.12
"""The part of answers that are a refusal; chosen, and from no source."""

_FREE: Final = AssessorFacts(
    insured_and_checked=True, related=False, financially_interested=False, involved_in_care=False
)
_ASSESSOR: Final = _FREE.model_copy(update={"best_interests_assessor": True, "mental_health_assessor": False})
_DOCTOR: Final = _FREE.model_copy(
    update={"best_interests_assessor": False, "mental_health_assessor": True, "section_12_doctor": True}
)
_BY_THE_DOCTOR: Final = (Requirement.MENTAL_HEALTH, Requirement.MENTAL_CAPACITY, Requirement.ELIGIBILITY)
_BY_THE_ASSESSOR: Final = (Requirement.AGE, Requirement.NO_REFUSALS, Requirement.BEST_INTERESTS)
_STILL_GOOD: Final = EquivalentFacts(
    recent_enough=True, meets_the_same_demands=True, written_copy_held=True, no_reason_to_doubt=True
)
_CONDITIONS: Final = ("a walk outside each day", "a visit from the family each week", "the bed rail is looked at again")


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard authorisation, and its last day."""

    id: str
    until: date


def answered(pen: Pen, one: Detained, request: Request, before: Standard | None = None) -> Standard | None:
    """Somebody assesses and the council decides, in time, late or so late that few live to see it."""
    decides_on = request.on + days_until_answered(pen.chance) * ONE_DAY
    lead = pen.chance.randint(3, 12)
    if before is not None and before.until < decides_on - lead * ONE_DAY:
        pen.until(before.until)
        ended = AuthorisationEnded(authorisation=before.id, why=AuthorisationEnd.EXPIRED)
        pen.tell(ended, by=pen.staff.council_desk.lead)
        before = None
    pen.until(max(request.on, decides_on - lead * ONE_DAY))
    chooses = pen.staff.council_desk.decider(pen.chance)
    best, health = assessor(pen.chance), doctor(pen.chance)
    again = request.follows is not None and pen.maybe(0.4)
    refused = pen.maybe(_REFUSED)
    _select(pen, request, chooses, best, None if again else health)
    pen.until(decides_on)
    longest = add_months(_begins(pen, before), pen.chance.choices((6, 9, 12), (2, 2, 6))[0]) - ONE_DAY
    if again:
        _used_again(pen, request, chooses)
    else:
        _assess(pen, request, health, _BY_THE_DOCTOR, against=None)
    _assess(pen, request, best, _BY_THE_ASSESSOR, Requirement.BEST_INTERESTS if refused else None, longest)
    pen.tell(AssessmentsCompleted(request=request.id), by=chooses)
    return _decided(pen, one, request, before, None if refused else longest)


def days_until_answered(chance: Random) -> int:
    """Days until a request is answered: so many in time as in England, and as many so late that they wait for years."""
    drawn = chance.random()
    in_time = twenty_one_days.length - 1
    if drawn < ENGLAND.in_time:
        return chance.randint(5, in_time)
    if drawn < 1 - ENGLAND.left_waiting:
        return chance.randint(in_time + 1, 170)
    return chance.randint(300, 1000)


def _begins(pen: Pen, before: Standard | None) -> date:
    """When an authorisation given on this day comes into force: after the one that it follows, if that still runs."""
    return pen.day if before is None or before.until < pen.day else before.until + ONE_DAY


def _select(pen: Pen, request: Request, by: Actor, best: Actor, health: Actor | None) -> None:
    chosen = [(best, _ASSESSOR, one) for one in _BY_THE_ASSESSOR]
    if health is not None:
        chosen += [(health, _DOCTOR, one) for one in _BY_THE_DOCTOR]
    reasons = synthetic("free this week, and knows nobody there")
    for who, facts, requirement in chosen:
        if requirement in (Requirement.BEST_INTERESTS, Requirement.MENTAL_HEALTH):
            decision = Decision[Requirement](outcome=requirement, reasons=reasons)
            pen.tell(AssessorSelected(request=request.id, assessor=who.id, facts=facts, decision=decision), by=by)


def _assess(
    pen: Pen,
    request: Request,
    by: Actor,
    requirements: tuple[Requirement, ...],
    against: Requirement | None,
    longest: date | None = None,
) -> None:
    """What one assessor concludes, as far as the first requirement that is not met."""
    pen.tell(
        *(
            RequirementAssessed(
                request=request.id,
                requirement=one,
                met=one is not against,
                assessor=by.id,
                longest_until=longest if one is Requirement.BEST_INTERESTS and against is None else None,
                written_copy=True,
            )
            for one in requirements
        ),
        by=by,
    )


def _used_again(pen: Pen, request: Request, by: Actor) -> None:
    """What the doctor found for the authorisation before is used again, where it is of the last year."""
    found_on = pen.day - pen.chance.randint(60, 300) * ONE_DAY
    decision = Decision(outcome=True, reasons=synthetic("nothing has changed since the doctor saw them"))
    for requirement in _BY_THE_DOCTOR:
        used = EquivalentAssessmentUsed(
            request=request.id, requirement=requirement, assessed_on=found_on, facts=_STILL_GOOD, decision=decision
        )
        pen.tell(used, by=by)


def _decided(pen: Pen, one: Detained, request: Request, before: Standard | None, until: date | None) -> Standard | None:
    """Granted up to a day, or refused where there is none."""
    pen.after(0, 2)
    authorisation, granted = pen.named("authorisation"), until is not None
    begins = _begins(pen, before)
    if until is not None and until <= begins:
        until = add_months(begins, 6) - ONE_DAY
    outcome = AuthorisationOutcome.GRANTED if granted else AuthorisationOutcome.REFUSED
    said = "all six are positive" if granted else "it is not in the person's best interests"
    decided = StandardAuthorisationDecided(
        authorisation=authorisation,
        request=request.id,
        begins_on=begins if granted else None,
        until=until,
        purpose=synthetic("care that cannot be given otherwise") if granted else None,
        conditions=_conditions(pen) if granted else (),
        decision=Decision(outcome=outcome, reasons=synthetic(said)),
    )
    if before is not None and granted and before.until < pen.day:
        before = None
    pen.tell(decided, by=pen.staff.council_desk.lead)
    if until is None:
        return None
    if before is not None:
        pen.until(before.until)
        pen.tell(
            AuthorisationEnded(authorisation=before.id, why=AuthorisationEnd.REPLACED), by=pen.staff.council_desk.lead
        )
    _represented(pen, one, authorisation)
    return Standard(authorisation, until)


def _conditions(pen: Pen) -> tuple[Condition, ...]:
    if not pen.maybe(0.35):
        return ()
    first, second = pen.chance.sample(_CONDITIONS, 2)
    kept = (Condition(in_words=synthetic(first), recommended=True),)
    return (*kept, Condition(in_words=synthetic(second), recommended=True, was_set=False)) if pen.maybe(0.3) else kept


def _represented(pen: Pen, one: Detained, authorisation: str) -> None:
    """Somebody represents the person, most of the time soon; who has nobody gets a paid one, or waits for one."""
    if one.alone:
        place = Accommodation.HOSPITAL if one.setting is Setting.HOSPITAL else Accommodation.CARE_HOME
        instructed(pen, None, Trigger.NO_REPRESENTATIVE, place, pen.day)
    if pen.maybe(0.1):
        return  # nobody is appointed: that stays owed
    pen.after(0, 21)
    facts = RepresentativeFacts(
        adult=True,
        can_keep_in_contact=True,
        willing=True,
        financially_interested=False,
        works_on_the_case=False,
        objected_to=False,
        paid=one.alone,
        checked=True if one.alone else None,
    )
    who = ADVOCACY if one.alone else Party(kind=BodyKind.FAMILY, relation=pen.chance.choice(("daughter", "son")))
    choice = RepresentativeChoice.PROFESSIONAL if one.alone else RepresentativeChoice.ASSESSOR
    appointed = RepresentativeAppointed(
        authorisation=authorisation,
        representative=who,
        facts=facts,
        decision=Decision(outcome=choice, reasons=synthetic("is there every week")),
    )
    pen.tell(appointed, by=pen.staff.council_desk.decider(pen.chance))
