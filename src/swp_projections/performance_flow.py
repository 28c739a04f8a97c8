"""What happened in one file, as rows that count: what came in and what it came to, what was done, and by which team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from swp_domain.assessment.events import AssessmentCompleted, CarersAssessmentCompleted
from swp_domain.case.events import CaseAllocated, CaseHandedOver
from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.court.events import ApplicationMade
from swp_domain.court.vocabulary import ApplicationKind
from swp_domain.direct_payments.events import DirectPaymentStarted
from swp_domain.eligibility.events import BandedEligibilityDetermined, EligibilityDetermined
from swp_domain.entry import AnyEntry
from swp_domain.party import Pathway
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.proposal import Conduct
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import TriageOutcome
from swp_domain.review.events import ReviewCompleted
from swp_domain.review.vocabulary import ReviewOutcome
from swp_domain.safeguarding.events import ConcernReceived
from swp_projections.package import DIRECT_PAYMENT
from swp_projections.performance_rows import CameTo, Item, PerformanceRow
from swp_projections.performance_standing import Standing

_PASSED_TO = {
    Pathway.TRIAGE: CameTo.TRIAGE,
    Pathway.COMPLEX: CameTo.COMPLEX,
    Pathway.SAFEGUARDING: CameTo.SAFEGUARDING,
}
_TRIAGED = {
    TriageOutcome.RESOLVED: CameTo.RESOLVED,
    TriageOutcome.SIGNPOSTED: CameTo.RESOLVED,
    TriageOutcome.SHORT_TERM: CameTo.SHORT_TERM,
    TriageOutcome.COMPLEX: CameTo.COMPLEX,
    TriageOutcome.SAFEGUARDING: CameTo.SAFEGUARDING,
}
_REVIEWED = {
    ReviewOutcome.DECREASE: CameTo.DECREASE,
    ReviewOutcome.UNCHANGED: CameTo.UNCHANGED,
    ReviewOutcome.INCREASE: CameTo.INCREASE,
    ReviewOutcome.ENDED: CameTo.ENDED,
}
_CARE_HOMES = (ServiceKind.RESIDENTIAL, ServiceKind.NURSING)
_ALTERNATIVES = (
    ServiceKind.HOME_CARE, ServiceKind.DAY_CARE, ServiceKind.SUPPORTED_LIVING, ServiceKind.SHARED_LIVES,
    ServiceKind.REABLEMENT,
)  # fmt: skip
_LIBERTY = (ApplicationKind.CHALLENGE_TO_AUTHORISATION, ApplicationKind.COMMUNITY_DEPRIVATION)


def of_contact(file: str, told: Sequence[AnyEntry]) -> Iterator[PerformanceRow]:
    """The call, and what was decided on it. It came in on the day of the first that is told of it."""
    first = told[0]
    call = _row(first, Item.CALL, "")
    for entry in told:
        match entry.event:
            case ContactReceived(concerns_a_service_user=known):
                call = replace(_and(call, entry), about_service_user=known)
            case ContactResolved(decision=decision) if entry.counts:
                call = _and(call, entry, came_to=CameTo.RESOLVED, how=decision.outcome.value)
            case ContactPassedOn(to=to):
                where = CameTo.ELSEWHERE if to is None else _PASSED_TO.get(to, CameTo.ELSEWHERE)
                call = _and(call, entry, came_to=where, how=to.value if to else "")
    yield call
    for entry in told:
        yield from _decision(entry)


def of_case(file: str, told: Sequence[AnyEntry]) -> Iterator[PerformanceRow]:
    """Everything in a case that counts, with the team and pathway that it had then, and the case as it stood."""
    standing, rows = Standing(file), dict[str, PerformanceRow]()
    for entry in told:
        had = standing.pathway
        standing.apply(entry)
        for row in (*_came_in(rows, entry), *_done(rows, entry, had), *_outcomes(entry), *_decision(entry)):
            rows[row.key] = _held(row, standing)
    yield from rows.values()
    yield from standing.rows()


def _came_in(rows: dict[str, PerformanceRow], entry: AnyEntry) -> Iterator[PerformanceRow]:
    """Referrals, and what duty triage made of them. One that is triaged came to triage, whatever was told before."""
    match entry.event:
        case ReferralReceived(referral=which, to=to, contact=contact):
            past = to is not None and to is not Pathway.TRIAGE
            known = rows.get(f"{Item.REFERRAL}|{which}")
            if known is not None:
                yield _and(known, entry)
                return
            row = _row(entry, Item.REFERRAL, which)
            if past and to is not None:
                # How it came to be passed on is counted with the contact, where there was one.
                row = replace(row, item=Item.DIRECT, came_to=_PASSED_TO.get(to, CameTo.ELSEWHERE), how=contact or "")
            yield row
        case ReferralTriaged(referral=which, decision=decision) if entry.counts:
            known = rows.get(f"{Item.REFERRAL}|{which}") or _row(entry, Item.REFERRAL, which)
            outcome = decision.outcome
            came_to = _TRIAGED.get(outcome, CameTo.ASSESS)
            yield _and(known, entry, item=Item.REFERRAL, came_to=came_to, how=outcome.value)
            if outcome.ends_here:
                yield _row(entry, Item.BELOW, which, how=outcome.value)


def _done(rows: dict[str, PerformanceRow], entry: AnyEntry, had: Pathway | None) -> Iterator[PerformanceRow]:
    """What teams did: cases passed on, assessments and reviews completed. ``had`` is the pathway before it.

    Assessments are the adult's and a carer's, reviews those of a plan; a child's assessment before adult care, a
    direct payment's review and the one review of 2015-16 are other things.
    """
    match entry.event:
        case CaseAllocated(pathway=Pathway.COMPLEX) | CaseHandedOver(pathway=Pathway.COMPLEX) if (
            had is Pathway.SHORT_TERM
        ):
            yield _row(entry, Item.MOVED, entry.entry_id, came_to=CameTo.COMPLEX)
        case AssessmentCompleted(assessment=which, support=support) if entry.counts:
            came_to = CameTo(support.value) if support else CameTo.UNTOLD
            yield _completed(rows, entry, f"assessment|{which}", "assessment", came_to)
        case CarersAssessmentCompleted(assessment=which, support=support) if entry.counts:
            came_to = CameTo(support.value) if support else CameTo.UNTOLD
            yield _completed(rows, entry, f"assessment|{which}", "carer's assessment", came_to)
        case ReviewCompleted(review=which, decision=decision) if entry.counts:
            came_to = _REVIEWED.get(decision.outcome, CameTo.UNTOLD)
            yield _completed(rows, entry, f"review|{which}", "review", came_to)


def _completed(
    rows: dict[str, PerformanceRow], entry: AnyEntry, which: str, how: str, came_to: CameTo
) -> PerformanceRow:
    """Completed once, however often that is told; what it came to is what was told of it last."""
    known = rows.get(f"{Item.COMPLETED}|{which}") or _row(entry, Item.COMPLETED, which, how=how)
    return _and(known, entry, came_to=came_to)


def _outcomes(entry: AnyEntry) -> Iterator[PerformanceRow]:
    """What outcomes for people are counted from."""
    match entry.event:
        case ServiceStarted(service=which, kind=kind, commissioned=True):
            came_to = CameTo.ALTERNATIVE if kind in _ALTERNATIVES else CameTo.OTHER
            came_to = CameTo.CARE_HOME if kind in _CARE_HOMES else came_to
            yield _row(entry, Item.STARTED, which, how=kind.value, came_to=came_to)
        case DirectPaymentStarted(payment=which):
            yield _row(entry, Item.STARTED, which, how=DIRECT_PAYMENT, came_to=CameTo.ALTERNATIVE)
        case ConcernReceived(concern=which):
            yield _row(entry, Item.CONCERN, which)
        case ApplicationMade(application=which, kind=kind):
            came_to = CameTo.LIBERTY if kind in _LIBERTY else CameTo.OTHER
            yield _row(entry, Item.APPLICATION, which, how=kind.value, came_to=came_to)
        case (
            EligibilityDetermined(determination=which, decision=decision)
            | BandedEligibilityDetermined(determination=which, decision=decision)
        ) if entry.counts and not decision.outcome.is_eligible:
            yield _row(entry, Item.BELOW, which, how=decision.outcome.value)


def _decision(entry: AnyEntry) -> Iterator[PerformanceRow]:
    """A decision of practice or council: taken in the record, or entered as already done."""
    if entry.conduct is None:
        return
    came_to = CameTo.RECORDED if entry.conduct is Conduct.RECORDING else CameTo.DECIDED
    yield _row(entry, Item.DECISION, entry.entry_id, how=entry.event_name, came_to=came_to)


def _row(entry: AnyEntry, item: Item, which: str, **told: Any) -> PerformanceRow:
    key = f"{item}|{which}"
    made = PerformanceRow(
        file=entry.stream, key=key, item=item, on=entry.occurred_on, entries=(entry.entry_id,), adult=entry.stream
    )
    return replace(made, **told)


def _and(row: PerformanceRow, entry: AnyEntry, **changes: Any) -> PerformanceRow:
    """The row with what one more entry tells of it."""
    entries = tuple(dict.fromkeys((*row.entries, entry.entry_id)))
    return replace(row, entries=entries, **changes)


def _held(row: PerformanceRow, standing: Standing) -> PerformanceRow:
    """The row with the team and the pathway of the case at that moment."""
    for_case_worker = row.item is Item.COMPLETED and row.key.rpartition("|")[2] in standing.for_case_workers
    known = Pathway.SHORT_TERM if for_case_worker else standing.pathway
    pathway = known.value if known else None
    return replace(row, team=standing.team, pathway=pathway, level=standing.case.complexity if standing.case else None)
