"""What the law makes of means and of charges that are raised, and what it owes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.finance import charging, choice
from swp_domain.finance.events import (
    ChargeIssued,
    DeferredPaymentOffered,
    FinancialAssessmentCompleted,
    FinancialAssessmentGiven,
)
from swp_domain.finance.vocabulary import FreeGround, HowAssessed, MeansOutcome
from swp_domain.law.care_act_2014 import CARE_ACT, GUIDANCE
from swp_domain.law.charging_regulations_2014 import CHARGING
from swp_domain.law.charging_regulations_2014.reg10_deemed import DeemedFacts, may_be_treated_as_done
from swp_domain.law.charging_regulations_2014.reg12_capital import CapitalFacts, above_the_limit, capital_limits
from swp_domain.law.deferred_payment_regulations_2014 import DEFERRED_PAYMENT
from swp_domain.law.deferred_payment_regulations_2014.reg2_offer import DeferralFacts, must_be_offered
from swp_domain.law.finding import Force
from swp_domain.law.local_targets.payments import last_invoice
from swp_domain.law.local_targets.working_parameters import written_record
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.owed import Opening, owed
from swp_domain.planning.events import ServiceEnded, ServiceStarted
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a charge", Force.RECORD, "our own")


@judges("CA-17-02", effect=FLAG, regime=Regime.CARE_ACT)
def an_outcome_is_that_of_the_capital(
    file: CaseFile, asked: Proposal[FinancialAssessmentCompleted], standing: Standing
) -> Findings:
    """Capital above the upper limit, and no less, puts a permanent resident of a care home above it."""
    event = asked.event
    if event.capital is None or not event.permanent_care_home or event.how is not HowAssessed.FULL:
        return
    facts = CapitalFacts(capital=event.capital, upper_limit=capital_limits(asked.on).upper)
    finding = above_the_limit(facts, on=asked.on)
    says_above = event.decision.outcome is MeansOutcome.ABOVE_LIMIT
    yield finding if finding.met is says_above else finding.contradicts("the outcome is not that of the capital told")


@judges("CA-17-03", effect=REFUSE, regime=Regime.CARE_ACT)
def means_are_treated_as_assessed_only_where_they_may_be(
    file: CaseFile, asked: Proposal[FinancialAssessmentCompleted], standing: Standing
) -> Findings:
    """A light touch has the person's consent, and means are treated as assessed only after a refusal."""
    how = asked.event.how
    if how is HowAssessed.FULL:
        return
    facts = DeemedFacts(
        light_touch=how is HowAssessed.LIGHT_TOUCH,
        consented=asked.event.consented,
        deemed=how is HowAssessed.DEEMED,
        refused=file.finance.refused_on is not None or None,
    )
    finding = may_be_treated_as_done(facts, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts(
            "how says that it was not carried out in full",
            "Record the person's consent, or their refusal, or assess in full",
        )
    )


@judges("CA-14-05", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def a_charge_comes_after_means_and_words(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """Before a charge is raised, means were assessed or that was refused, and charging was explained."""
    if not asked.by.kind.ours:
        return
    money = file.finance
    assessed = money.means_of(asked.event.whose) is not None or money.refused_on is not None
    explained = money.explained_on is not None
    # Where charging was talked about, an assessment may be missing from the file rather than from the case.
    holds = True if assessed else None if explained else False
    means = cited(CARE_ACT["s 17(1)"], on=asked.on, holds=holds, says="means were assessed before, or that was refused")
    yield means if assessed else means.contradicts("a charge is raised, and no assessment of means is on the file")
    words = cited(
        GUIDANCE["ch 8"].from_memory(), on=asked.on, holds=explained or None, says="charging was explained before"
    )
    if not explained:
        yield words.contradicts("a charge is raised, and nothing on the file explains it")


@judges("CA-14-08", effect=BREACH, regime=Regime.CARE_ACT, theme="P20")
def nothing_is_charged_after_the_end(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """No charge is for a time after the service ended."""
    if not asked.by.kind.ours:
        return
    ended = _ended_on(file, asked.event.service)
    if ended is None:
        return
    first = asked.event.from_day
    late = first is None and last_invoice.in_force(ended) and asked.on > last_invoice.last_day(ended)
    if first is None and not late:
        return
    holds = None if first is None else first < ended
    finding = cited(CARE_ACT["s 14(1)"], on=asked.on, holds=holds, says="it is for a time when needs were being met")
    if late:
        yield finding.contradicts("from_day is not told, and the service had ended long before")
    else:
        yield finding if holds else finding.contradicts("from_day lies after the service ended")


def _ended_on(file: CaseFile, service: str | None) -> date | None:
    """The first day without the service, or, where none is named, without any; ``None`` while one runs."""
    running: dict[str, date | None] = {}
    for entry in file.entries:
        match entry.event:
            case ServiceStarted(service=which, commissioned=True):
                running[which] = None
            case ServiceEnded(service=which):
                running[which] = entry.occurred_on
    days = [day for which, day in running.items() if service in (None, which)]
    if days and service is None:  # A direct payment meets needs too.
        days += [one.stopped_on for one in file.direct_payments.payments.values() if one.started_on is not None]
    return None if None in days else max((day for day in days if day), default=None)


@judges("CA-14-09", effect=BREACH, theme="P20")
def nothing_is_charged_in_a_free_time(file: CaseFile, asked: Proposal[ChargeIssued], standing: Standing) -> Findings:
    """No charge is for a time that was free."""
    first = asked.event.from_day
    found = next((one for one in file.finance.free if (first or asked.on) in one), None)
    if found is None or not asked.by.kind.ours:
        return
    # An invoice that does not say for which time may be for what came before.
    holds = None if first is None else False
    regulated = found.ground is FreeGround.REABLEMENT and file.regime_on(asked.on) is Regime.CARE_ACT
    where = CHARGING["reg 3"] if regulated else RECORD["what was said to be free"]
    finding = cited(where, on=asked.on, holds=holds, says="it is for a time that is not free")
    yield finding.contradicts("the charge lies within a time for which nothing is charged")


RULES = (
    an_outcome_is_that_of_the_capital,
    means_are_treated_as_assessed_only_where_they_may_be,
    a_charge_comes_after_means_and_words,
    nothing_is_charged_after_the_end,
    nothing_is_charged_in_a_free_time,
    *charging.RULES,
    *choice.RULES,
)


def _must_be_offered(event: FinancialAssessmentCompleted) -> bool:
    """Whether an offer is owed: what makes it a duty is told, and nothing is that would spare it."""
    found = DeferralFacts(
        care_home=event.permanent_care_home,
        counts_home=event.counts_home,
        other_capital=event.other_capital,
        security=event.security is not False,
    )
    return all(one.shown for one in must_be_offered.test(found))


DUTIES = (
    owed(
        "give the financial assessment in writing",
        rule="CA-14-01",
        provision=CARE_ACT["s 17(6)"],
        to="the person assessed",
        subject="financial",
        opened_by={FinancialAssessmentCompleted: Opening(written_record)},
        discharged_by=(FinancialAssessmentGiven,),
        regime=Regime.CARE_ACT,
    ),
    owed(
        "offer a deferred payment agreement",
        rule="CA-34-01",
        provision=DEFERRED_PAYMENT["regs 2, 4"],
        opened_by={FinancialAssessmentCompleted: Opening(when=_must_be_offered)},
        discharged_by=(DeferredPaymentOffered,),
        regime=Regime.CARE_ACT,
    ),
)
