"""What the law makes of direct payments, and what it owes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.assessment.events import AssessmentCompleted, CarersAssessmentCompleted
from swp_domain.direct_payments.duties import DUTIES as DUTIES
from swp_domain.direct_payments.events import (
    CareHomeStayRecorded,
    DirectPaymentChanged,
    DirectPaymentDecided,
    DirectPaymentRequestWithdrawn,
    DirectPaymentReviewed,
    DirectPaymentStopped,
    EndOfPaymentDecided,
    PaymentConditionLost,
)
from swp_domain.direct_payments.vocabulary import CapacityRoute, Employed, EndGround, Payee, PaymentOutcome
from swp_domain.law.care_act_2014 import CARE_ACT, GUIDANCE
from swp_domain.law.care_act_2014.s31_direct_payments import with_capacity, without_capacity
from swp_domain.law.direct_payments_before_2015 import HSCA_2001
from swp_domain.law.direct_payments_regulations_2014.reg3_close_relatives import PaidFromIt, may_be_paid
from swp_domain.law.direct_payments_regulations_2014.reg6_care_homes import (
    CareHomeTime,
    Stay,
    nights_together,
    within_four_weeks,
)
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.payments import recent_look
from swp_domain.law.rule import Regime, cited
from swp_domain.planning.events import (
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
)
from swp_domain.proposal import Proposal
from swp_domain.review.events import ReviewCompleted
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

_LOOKS = (
    AssessmentCompleted,
    CarersAssessmentCompleted,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    DirectPaymentReviewed,
    ReviewCompleted,
)
"""What looks at needs again, so that less support may rest on it."""


def _agreed(asked: Proposal[DirectPaymentDecided]) -> bool:
    return asked.event.decision.outcome is PaymentOutcome.AGREED


def _conditions(asked: Proposal[DirectPaymentDecided], route: CapacityRoute | None) -> Finding:
    """The conditions of the section that a payment would stand on."""
    facts = asked.event.conditions.model_copy(update={"nominated": asked.event.payee is Payee.NOMINEE})
    test = without_capacity if route is CapacityRoute.WITHOUT_CAPACITY else with_capacity
    return test(facts, on=asked.on)


def _route(asked: Proposal[DirectPaymentDecided]) -> CapacityRoute | None:
    """The section that the conclusion on capacity points to, where it was told."""
    capacity = asked.event.conditions.capacity_to_request
    if capacity is None:
        return None
    return CapacityRoute.WITH_CAPACITY if capacity else CapacityRoute.WITHOUT_CAPACITY


@judges("CA-31-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_payment_stands_on_its_conditions(
    file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing
) -> Findings:
    """A direct payment is agreed only where every condition of its section is met."""
    if not _agreed(asked):
        return
    finding = _conditions(asked, asked.event.route or _route(asked))
    if finding.met:
        yield finding
        return
    letters = ", ".join(one.letter for one in finding.not_shown)
    yield finding.contradicts(
        f"the payment is agreed, and conditions does not show ({letters})",
        "Record what was concluded of each condition, or meet the needs in another way",
    )


@judges("CA-31-02", effect=BREACH, regime=Regime.CARE_ACT)
def a_payment_that_must_be_made_is_made(
    file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing
) -> Findings:
    """A request is not refused where every condition is met."""
    if _agreed(asked):
        return
    finding = _conditions(asked, _route(asked))
    yield finding.contradicts("every condition is met, and the payment is refused") if finding.met else finding


@judges("CA-DP-03", effect=REFUSE, regime=Regime.CARE_ACT)
def the_route_follows_capacity(file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing) -> Findings:
    """Capacity to request it decides under which section, and to whom, a direct payment is made."""
    if not _agreed(asked):
        return
    event = asked.event
    known = _route(asked)
    holds = None if known is None or event.route is None else known is event.route
    where = CARE_ACT["ss 31(1), 32(1)"]
    route = cited(where, on=asked.on, holds=holds, says="the route is that of the conclusion on capacity")
    if holds:
        yield route
    else:
        what = "route does not follow" if holds is False else "route is not told, or not"
        yield route.contradicts(f"{what} conditions.capacity_to_request", "Tell both as they were concluded")
    authorised = event.payee is Payee.AUTHORISED
    if event.route is not None and authorised is not (event.route is CapacityRoute.WITHOUT_CAPACITY):
        payee = cited(where, on=asked.on, holds=False, says="the payee is one that the section names")
        yield payee.contradicts("payee does not belong to that route", "Name who receives it under that section")


@judges("CA-DP-05", effect=REFUSE, regime=Regime.CARE_ACT)
def close_relatives_at_home_are_not_paid(
    file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing
) -> Findings:
    """A partner or close relative in the household is paid only where the council considers it necessary."""
    employed = asked.event.employed
    if not _agreed(asked) or employed is None:
        return
    close = employed is Employed.CLOSE_SAME_HOUSEHOLD
    facts = PaidFromIt(close_relative_in_household=close, necessary=asked.event.necessary)
    finding = may_be_paid(facts, on=asked.on)
    if finding.met:
        yield finding
    else:
        yield finding.contradicts(
            "employed is a close relative of the household, and necessary is not yes",
            "Decide whether it is necessary, or agree on somebody else",
        )


@judges("CA-DP-05", effect=REFUSE, regime=Regime.CARE_ACT)
def a_payment_buys_no_long_stay(file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing) -> Findings:
    """A direct payment is not meant for more than four consecutive weeks in a care home."""
    nights = asked.event.care_home_nights
    if not _agreed(asked) or nights is None:
        return
    finding = within_four_weeks(CareHomeTime(nights=nights), on=asked.on)
    yield (
        finding.contradicts("care_home_nights is more than that", "Arrange the longer stay in another way")
        if finding.not_met
        else finding
    )


@judges("CA-DP-05", effect=BREACH, regime=Regime.CARE_ACT)
def a_long_stay_was_not_bought(file: CaseFile, asked: Proposal[CareHomeStayRecorded], standing: Standing) -> Findings:
    """Time in a care home that counts together stays within four weeks in twelve months."""
    last = asked.event.last_night
    stays = [Stay(one.first_night, one.last_night) for one in file.direct_payments.stays]
    nights = nights_together((*stays, Stay(asked.on, last)), last)
    finding = within_four_weeks(CareHomeTime(nights=nights), on=asked.on)
    yield finding.contradicts("the stays that count together are longer") if finding.not_met else finding


@judges("CA-DP-06", effect=FLAG, regime=Regime.CARE_ACT)
def a_refusal_says_why(file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing) -> Findings:
    """A request for a direct payment is refused with reasons."""
    if _agreed(asked):
        return
    told = asked.event.decision.reasons is not None
    finding = cited(
        GUIDANCE["ch 12"].from_memory(), on=asked.on, holds=told or None, says="the reasons for refusing are recorded"
    )
    yield finding if told else finding.contradicts("decision.reasons was not told")


@judges("CA-DP-08", effect=BREACH, regime=Regime.CARE_ACT, theme="P05")
def a_payment_is_not_cut_before_anybody_looked(
    file: CaseFile, asked: Proposal[DirectPaymentStopped | DirectPaymentChanged], standing: Standing
) -> Findings:
    """Before the council stops or cuts a payment, it decides that, looks at the needs, or must end it (s 33(4)).

    How long a look supports a cut is a parameter of ours, so an older one since the payment began is no breach.
    """
    event = asked.event
    one = file.direct_payments.named(event.payment)
    if not asked.by.kind.ours or file.case.died_on is not None:
        return
    if isinstance(event, DirectPaymentChanged) and not _less(file, event):
        return
    decided = one is not None and one.end_decided_on is not None
    last = _last_look(file)
    recent = last is not None and asked.on <= recent_look.last_day(last)
    holds = decided or recent or _must_or_may_stop(file, event.payment)
    since = one.started_on if one else None
    finding = cited(
        CARE_ACT["ss 27(4), 33(4)-(5)"],
        on=asked.on,
        holds=holds or (None if last is not None and since is not None and since < last else False),
        says="the needs were looked at, or the end of the payment decided, not long before",
    )
    if finding.met:
        yield finding
    else:
        yield finding.contradicts(
            "the payment stops or shrinks, and neither is on the file", "Record the decision to end it, or review first"
        )


def _must_or_may_stop(file: CaseFile, payment: str) -> bool:
    """Whether a condition was lost, so that it must end (s 33(4)), or whoever asked for it no longer does."""
    events = (one.event for one in file.entries)
    return any(
        isinstance(one, PaymentConditionLost | DirectPaymentRequestWithdrawn) and one.payment == payment
        for one in events
    )


def _less(file: CaseFile, event: DirectPaymentChanged) -> bool:
    one = file.direct_payments.named(event.payment)
    return one is not None and one.weekly is not None and event.weekly < one.weekly


def _last_look(file: CaseFile) -> date | None:
    """The last day on which the council looked at needs or at what meets them."""
    days = (one.occurred.latest for one in file.entries if isinstance(one.event, _LOOKS) and one.counts)
    known = [day for day in days if recent_look.in_force(day)]
    return max(known, default=None)


@judges("CA-33-01", effect=FLAG, regime=Regime.CARE_ACT)
def an_end_has_a_ground(file: CaseFile, asked: Proposal[EndOfPaymentDecided], standing: Standing) -> Findings:
    """A payment ends because a condition is not met, one attached to it was broken, or it is wanted no more."""
    holds = asked.event.decision.outcome is not EndGround.OTHER
    finding = cited(
        CARE_ACT["s 33(4)-(5)"], on=asked.on, holds=holds or None, says="the ground is one on which a payment ends"
    )
    yield finding if holds else finding.contradicts("the ground is none of those that the law gives")


@judges("CA-33-02", effect=FLAG, regime=Regime.CARE_ACT)
def an_end_is_announced(file: CaseFile, asked: Proposal[EndOfPaymentDecided], standing: Standing) -> Findings:
    """The person gets notice before a direct payment ends."""
    finding = cited(
        GUIDANCE["ch 12"].from_memory(), on=asked.on, holds=asked.event.notice_given, says="notice was given"
    )
    yield finding.contradicts("notice_given is no") if finding.not_met else finding


@judges("CA-33-03", effect=BREACH, regime=Regime.CARE_ACT)
def needs_are_met_after_an_end(file: CaseFile, asked: Proposal[EndOfPaymentDecided], standing: Standing) -> Findings:
    """When a payment ends and needs remain, the council meets them in another way."""
    if not asked.event.decision.outcome.leaves_needs:
        return
    finding = cited(
        CARE_ACT["s 18(1)"],
        on=asked.on,
        holds=asked.event.needs_now_met,
        says="the record shows how the needs are met from then on",
    )
    yield finding if finding.met else finding.contradicts("needs_now_met is not yes")


@judges("DP-OLD-01", effect=FLAG, regime=Regime.COMMUNITY_CARE)
def the_older_conditions_are_for_a_person(
    file: CaseFile, asked: Proposal[DirectPaymentDecided], standing: Standing
) -> Findings:
    """Before the Care Act, whether a direct payment could be made is for a person to look up."""
    if _agreed(asked):
        says = "the conditions of SI 2009/1887 were looked at"
        finding = cited(HSCA_2001["s 57"], on=asked.on, holds=None, says=says)
        yield finding.contradicts("what the law before the Care Act asked is not encoded, so nothing was concluded")


RULES = (
    a_payment_stands_on_its_conditions,
    a_payment_that_must_be_made_is_made,
    the_route_follows_capacity,
    close_relatives_at_home_are_not_paid,
    a_payment_buys_no_long_stay,
    a_long_stay_was_not_bought,
    a_refusal_says_why,
    a_payment_is_not_cut_before_anybody_looked,
    an_end_has_a_ground,
    an_end_is_announced,
    needs_are_met_after_an_end,
    the_older_conditions_are_for_a_person,
)
