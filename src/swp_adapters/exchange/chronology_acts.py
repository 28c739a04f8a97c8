"""From acts to events: which translation each act has, and the case that a whole chronology makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange import chronology_adults_review as adults_review
from swp_adapters.exchange import chronology_advocates as advocates
from swp_adapters.exchange import chronology_capacity as capacity
from swp_adapters.exchange import chronology_carers as carers
from swp_adapters.exchange import chronology_complaints as complaints
from swp_adapters.exchange import chronology_court as court
from swp_adapters.exchange import chronology_elements as elements
from swp_adapters.exchange import chronology_growing_up as growing_up
from swp_adapters.exchange import chronology_healthcare as healthcare
from swp_adapters.exchange import chronology_holding as holding
from swp_adapters.exchange import chronology_hospital as hospital
from swp_adapters.exchange import chronology_letters as letters
from swp_adapters.exchange import chronology_liberty as liberty
from swp_adapters.exchange import chronology_money as money
from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange import chronology_outcomes as outcomes
from swp_adapters.exchange import chronology_planning as planning
from swp_adapters.exchange import chronology_residence as residence
from swp_adapters.exchange import chronology_reviews as reviews
from swp_adapters.exchange import chronology_safeguarding as safeguarding
from swp_adapters.exchange import chronology_services as services
from swp_adapters.exchange import chronology_waits as waits
from swp_adapters.exchange.chronology import Chronology, Happening
from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk
from swp_adapters.exchange.chronology_involvement import advocate_arranged, consider_involvement
from swp_adapters.exchange.chronology_vocabulary import ACTS, PERSONS_SIDE, SERVED, SERVED_FACTS
from swp_domain.case.events import OldLawSupportRecorded, PersonDied
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN
from swp_domain.refusal import LawNotKnown, Refusal

Translation = Callable[[Desk, Happening], str | None]
"""Puts an act on the desk. What it answers is why the act was not understood, ``None`` where it was."""

_ABOUT_THE_ADULT: Final = (None, "adult", "cared-for", "carer")
_OLDEST: Final = "oldest case"
"""The one of many requests for authorisation that an account of all of them follows."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """An act that was left out, the date as told, and why."""

    act: str
    on: str
    why: str


def replay(chronology: Chronology, as_at: date) -> tuple[Desk, list[NotUnderstood]]:
    """The case that a chronology makes, as known on a day, and what was left out of it."""
    desk = Desk(chronology, as_at)
    left_out: list[NotUnderstood] = []
    _old_law(desk)
    growing_up.expected(desk)
    elements.planned(desk)
    court.foreseen(desk)
    healthcare.noted(desk)
    liberty.deprivations(desk)
    for source in desk.told:
        why = _translated(desk, source)
        if why:
            left_out.append(NotUnderstood(source.act, str(source.on), why))
    _standing_facts(desk)
    return desk, left_out


def _translated(desk: Desk, source: Happening) -> str | None:
    if source.act not in ACTS:
        return "not an act of the vocabulary"
    followed = source.subject == _OLDEST and source.act.startswith("dols-")
    if source.subject not in _ABOUT_THE_ADULT and not followed:
        return f"about somebody else ({source.subject})"
    try:
        carers.carer_spoke(desk, source)
        for beside in _BESIDE.get(source.act, ()):
            beside(desk, source)
        if source.act in _DECISIONS:
            elements.decided_by_policy(desk, source)
        held = [one(desk, source) for one in (letters.heard, complaints.heard)]
        reviews.heard(desk, source)
        translation = _TRANSLATIONS.get(source.act)
        why = translation(desk, source) if translation else NOT_YET
        return None if any(held) and why in (NOT_YET, needs.NOT_TOLD) else why
    except LawNotKnown as silence:
        return str(silence)
    except Refusal as refusal:
        return f"the record does not take it: {refusal}"


def _request(desk: Desk, source: Happening) -> str | None:
    if source.subject != "carer" and growing_up.is_a_child(desk, source):
        return growing_up.requested(desk, source)
    asked = carers.requested if source.subject == "carer" else needs.requested
    return asked(desk, source)


def _referral(desk: Desk, source: Happening) -> str | None:
    return growing_up.requested(desk, source) if growing_up.is_a_child(desk, source) else needs.referred(desk, source)


def _assessment(desk: Desk, source: Happening) -> str | None:
    if source.subject == "carer":
        return carers.completed(desk, source)
    why = needs.completed(desk, source)
    carers.adult_looked_at(desk, source)
    return why


def _review(desk: Desk, source: Happening) -> str | None:
    waits.reviewed(desk, source)
    money.payments_reviewed(desk, source)
    carers.adult_looked_at(desk, source)
    reviews.reviewed(desk, source)
    return None


def _wish(desk: Desk, source: Happening) -> str | None:
    return None if reviews.wished(desk, source) else needs.appeared(desk, source)


def _incident(desk: Desk, source: Happening) -> str | None:
    return None if reviews.incident(desk, source) else needs.appeared(desk, source)


def _refusal(desk: Desk, source: Happening) -> str | None:
    told = waits.refused(desk, source)
    of_a_review = source.by in PERSONS_SIDE and (desk.served(source) or "review" in (source.type or ""))
    if of_a_review and desk.owed(needs.NEEDS) is None and "carer" not in (source.by, source.subject, source.to):
        reviews.not_wanted(desk, source)
    return told


def _carer_unable(desk: Desk, source: Happening) -> str | None:
    reviews.carer_unable(desk, source)
    return carers.unable(desk, source)


def _plan(desk: Desk, source: Happening) -> str | None:
    reviews.planned(desk, source)
    return planning.agreed(desk, source)


def _funded(desk: Desk, source: Happening) -> str | None:
    why = planning.funded(desk, source)
    return None if growing_up.funded(desk, source) is None else why


def _notified(desk: Desk, source: Happening) -> str | None:
    why = holding.told(desk, source)
    planning.told(desk, source)
    return why


def _promise(desk: Desk, source: Happening) -> str | None:
    return carers.promised(desk, source) if _of_a_carer(source) else needs.promised(desk, source)


def _answer(desk: Desk, source: Happening) -> str | None:
    """The answer to a complaint is asked about only where it says what it promises."""
    return _promise(desk, source) if source.remedy else NOT_YET


def _promise_kept(desk: Desk, source: Happening) -> str | None:
    if _of_a_carer(source):
        return carers.completed(desk, source)
    return needs.completed(desk, source) if needs.of_needs(source.remedy or "") else NOT_YET


def _of_a_carer(source: Happening) -> bool:
    said = (source.remedy or "").lower()
    return "carer" in said and "assess" in said


def _move(desk: Desk, source: Happening) -> str | None:
    why = residence.moved(desk, source)
    liberty.moved(desk, source)
    if not capacity.moved(desk, source):
        return why
    advocates.moved(desk, source)
    return None


def _objection(desk: Desk, source: Happening) -> str | None:
    why = capacity.objected(desk, source, court.objecting(desk, source))
    advocates.detained(desk, source)
    liberty.objected(desk, source)
    return why


def _assessment_for_liberty(desk: Desk, source: Happening) -> str | None:
    capacity.assessed_for_liberty(desk, source)
    liberty.assessed(desk, source)
    return None


def _death(desk: Desk, source: Happening) -> str | None:
    if source.subject == "carer":
        carers.caring_ended(desk, source, source.occurred)
    else:
        desk.put(PersonDied(), source)
    return None


def _each(*translations: Translation) -> Translation:
    """An act that two rooms hold: it is understood where one of them understood it."""

    def translated(desk: Desk, source: Happening) -> str | None:
        answers = [one(desk, source) for one in translations]
        return None if None in answers else answers[0]

    return translated


_TRANSLATIONS: Final[dict[str, Translation]] = {
    "contact-received": needs.appeared,
    "report-received": needs.appeared,
    "incident-occurred": _incident,
    "service-requested": _wish,
    "referral-received": _referral,
    "referral-triaged": waits.triaged,
    "urgent-support-provided": needs.met_at_once,
    "assessment-requested": _request,
    "assessment-required": _request,
    "assessment-offered": waits.offered,
    "assessment-deferred": waits.deferred,
    "assessment-allocated": holding.allocated,
    "worker-unallocated": holding.left_without,
    "assessment-started": needs.started,
    "assessment-drafted": needs.started,
    "assessment-completed": _assessment,
    "assessment-refused": _refusal,
    "assessment-copy-given": outcomes.copy_given,
    "carer-assessment-requested": carers.requested,
    "carer-assessment-completed": carers.completed,
    "carer-unable": _carer_unable,
    "advocate-appointed": advocate_arranged,
    "advocate-requested": advocates.requested,
    "eligibility-determined": outcomes.determined,
    "decision-notified": _notified,
    "reasons-given": holding.told,
    "plan-agreed": _plan,
    "plan-copy-given": planning.told,
    "plan-drafted": planning.drafted,
    "budget-set": planning.budgeted,
    "service-started": services.started,
    "service-changed": services.changed,
    "service-suspended": services.suspended,
    "service-ended": services.ended,
    "service-self-funded": services.self_funded,
    "provider-notice-given": services.notice,
    "review-requested": reviews.requested,
    "review-completed": _review,
    "case-closed": holding.closed,
    "backlog-counted": holding.counted,
    "policy-adopted": elements.policy_adopted,
    "record-made": holding.noted,
    "visit-claimed": holding.claimed,
    "financial-assessment-completed": money.means_assessed,
    "information-given": money.explained,
    "charge-issued": money.charged,
    "top-up-agreed": money.topped_up,
    "direct-payment-requested": money.payment_requested,
    "direct-payment-started": money.payment_started,
    "direct-payment-stopped": money.payment_stopped,
    "safeguarding-concern-received": safeguarding.concern,
    "safeguarding-decision": safeguarding.decided,
    "enquiry-started": safeguarding.started,
    "enquiry-concluded": safeguarding.concluded,
    "safeguarding-meeting-held": safeguarding.met,
    "protection-plan-agreed": safeguarding.plan_agreed,
    "contact-restricted": _each(capacity.restricted, safeguarding.contact_limited),
    "contact-restored": capacity.restored,
    "person-consulted": _each(capacity.heard, safeguarding.person_heard),
    "regulator-notified": safeguarding.regulator_told,
    "meeting-held": capacity.met,
    "capacity-questioned": capacity.doubted,
    "capacity-assessed": capacity.assessed,
    "best-interests-decided": capacity.decided,
    "objection-recorded": _objection,
    "lpa-signed": capacity.power_made,
    "imca-instructed": advocates.instructed,
    "cop-application": court.applied,
    "cop-hearing": court.heard,
    "cop-order": court.ordered,
    "papers-served": court.papers_served,
    "judgment-given": court.judged,
    "dols-assessment-completed": _assessment_for_liberty,
    "dols-urgent-granted": liberty.urgent,
    "dols-urgent-extended": liberty.urgent_extended,
    "dols-standard-requested": liberty.requested,
    "dols-standard-granted": liberty.granted,
    "dols-standard-refused": liberty.refused,
    "dols-standard-expired": liberty.expired,
    "dols-review-requested": liberty.review_requested,
    "dols-review-completed": liberty.reviewed,
    "rpr-appointed": liberty.represented,
    "court-order": needs.ordered,
    "hospital-assessment-notice": needs.hospital_notice,
    "complaint-responded": _answer,
    "remedy-agreed": _promise,
    "remedy-completed": _promise_kept,
    "person-died": _death,
    "sar-referral-made": adults_review.asked_for,
    "sar-referral-received": adults_review.received,
    "sar-decision": adults_review.decided,
    "sar-reviewer-appointed": adults_review.reviewer,
    "sar-published": adults_review.published,
    "person-turned-18": growing_up.grown_up,
    "funding-decided": _funded,
    "case-transferred": residence.transferred,
    "moved-accommodation": _move,
    "residence-dispute-raised": residence.disputed,
    "residence-dispute-resolved": residence.settled,
    "referral-made": _each(residence.referred_on, healthcare.referred),
    "hospital-admission": hospital.admitted,
    "hospital-discharge-notice": hospital.told_of_discharge,
    "discharge-ready": hospital.ready,
    "hospital-discharge": hospital.left,
    "chc-checklist": healthcare.screened,
    "chc-dst": healthcare.tool_completed,
    "chc-decision": healthcare.decided,
}


_DECISIONS: Final = (
    "decision-notified", "reasons-given", "budget-set", "funding-decided", "assessment-refused",
    "eligibility-determined", "referral-triaged", "case-closed", "service-changed", "service-ended",
)  # fmt: skip


_BESIDE: Final[dict[str, tuple[Callable[[Desk, Happening], None], ...]]] = {
    "assessment-started": (hospital.assessed,),
    "assessment-drafted": (hospital.assessed,),
    "assessment-completed": (hospital.assessed, growing_up.assessed, court.assessed),
    "hospital-assessment-notice": (hospital.noticed,),
    "letter-sent": (outcomes.written, money.written),
    "outcome-notified": (outcomes.written, safeguarding.followed),
    "case-closed": (safeguarding.followed,),
    "cop-application": (safeguarding.followed, advocates.before_the_court),
    "moved-accommodation": (safeguarding.followed, court.went_home),
    "person-died": (safeguarding.died,),
    "information-given": (outcomes.written,),
    "service-started": (residence.support_began, growing_up.support_began),
    "direct-payment-started": (residence.support_began, growing_up.support_began),
    "plan-agreed": (elements.late_plan, growing_up.support_began, advocates.reviewed),
    "review-completed": (advocates.reviewed,),
    "budget-set": (elements.late_plan,),
    "urgent-support-provided": (residence.support_began,),
    "dols-urgent-granted": (advocates.detained, court.objection_stands),
    "dols-standard-requested": (advocates.detained,),
    "dols-standard-granted": (advocates.detained, court.objection_stands),
    "dols-review-completed": (court.considered,),
    "rpr-appointed": (advocates.detained,),
}
"""What else an act means, beside its translation."""


def _old_law(desk: Desk) -> None:
    """Support immediately before the Care Act keeps the adult under the old law for a while (SI 2015/995)."""
    eve = CARE_ACT_BEGAN - timedelta(days=1)
    acts = [one for one in desk.told if one.occurred.latest <= eve and council_acts(one.by) and one.commissioned]
    supported = any(desk.chronology.holds(fact, eve) for fact in SERVED_FACTS - {"deprivation-of-liberty"})
    if eve <= desk.as_at and (supported or any(one.act in SERVED for one in acts)):
        desk.put(OldLawSupportRecorded(), None, on=eve)


def _standing_facts(desk: Desk) -> None:
    """What standing facts add at the end: a carer who stopped, a difficulty that came up during the wait."""
    carers.end_of_caring(desk)
    court.let_go(desk)
    adults_review.conditions(desk)
    growing_up.let_go(desk)
    residence.interruptions(desk)
    elements.accepted(desk)
    elements.policies(desk)
    healthcare.no_longer(desk)
    duty = desk.owed(needs.NEEDS)
    for fact in desk.chronology.facts("substantial-difficulty"):
        begins = fact.begins.earliest if fact.begins else None
        if duty is not None and begins is not None and duty.opened_on < begins <= desk.as_at:
            consider_involvement(desk, None, duty.subject, begins)
