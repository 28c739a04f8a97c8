"""Needs that are the council's to meet and were not met: which days, across everything that can meet a need.

A need is met by a service, a direct payment, urgent support, a hospital or a willing carer, and need not be while the
person does not want it met. Those lie in several stages, and no stage sees another: so the question is put to the
whole file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from swp_domain.assessment.events import CaringEnded
from swp_domain.case.events import PersonDied
from swp_domain.case_file import CaseFile
from swp_domain.direct_payments.events import DirectPaymentResumed, DirectPaymentStarted, DirectPaymentStopped
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.party import Whose
from swp_domain.planning.events import CareAndSupportPlanAgreed, CarersSupportPlanAgreed
from swp_domain.planning.needed import Cover, Unmet
from swp_domain.referral.events import UrgentSupportProvided

NEED_TO_BE_MET = CARE_ACT["s 18(1)"]
"""What makes a need the council's to meet; before the Care Act it was what section 47 decided."""


def unmet_needs(file: CaseFile, as_at: date) -> list[Unmet]:
    """The days, up to and including one, on which a need was the council's to meet and nothing met it.

    A direct payment meets the needs that the plan says it meets, and any of them where it does not say. Urgent
    support meets all of them until a plan is agreed, which says what follows it. Nothing is needed after a death.
    """
    died = next((one.occurred_on for one in file.entries if isinstance(one.event, PersonDied)), None)
    last = as_at if died is None else min(as_at, died - ONE_DAY)
    also = (*_payments(file), *_urgent(file), *_in_hospital(file))
    found = file.planning.uncovered(last, also, caring_until=_caring_until(file))
    return [left for one in found if (left := _while_caring(file, one)) is not None]


def _while_caring(file: CaseFile, one: Unmet) -> Unmet | None:
    """The same days, up to the last on which the carer whose need it is cared: after that it is none of a carer's."""
    if one.whose is not Whose.CARER:
        return one
    carer = next((plan.carer for plan in file.planning.plans.values() if plan.entry == one.entry), None)
    ends = (
        entry.occurred_on - ONE_DAY
        for entry in file.entries
        if isinstance(entry.event, CaringEnded) and carer in (None, entry.event.carer)
    )
    until = next((day for day in ends if one.days.last is None or day < one.days.last), None)
    if until is None:
        return one
    return None if until < one.days.first else replace(one, days=Period(one.days.first, until))


def _payments(file: CaseFile) -> Iterator[Cover]:
    running: dict[str, date] = {}
    paid = tuple(sorted({one.need for one in file.planning.needed if one.by_payment})) or None
    for entry in file.entries:
        match entry.event:
            case DirectPaymentStarted(payment=which) | DirectPaymentResumed(payment=which):
                running.setdefault(which, entry.occurred_on)
            case DirectPaymentStopped(payment=which) if which in running:
                first = running.pop(which)
                if first < entry.occurred_on:
                    yield Cover(paid, first, entry.occurred_on - ONE_DAY, which)
    yield from (Cover(paid, first, None, which) for which, first in running.items())


def _urgent(file: CaseFile) -> Iterator[Cover]:
    since: date | None = None
    for entry in file.entries:
        match entry.event:
            case UrgentSupportProvided() if since is None:
                since = entry.occurred_on
            case CareAndSupportPlanAgreed() | CarersSupportPlanAgreed() if since is not None and entry.counts:
                if since < entry.occurred_on:
                    yield Cover(None, since, entry.occurred_on - ONE_DAY, UrgentSupportProvided.name)
                since = None
    if since is not None:
        yield Cover(None, since, None, UrgentSupportProvided.name)


def _in_hospital(file: CaseFile) -> Iterator[Cover]:
    """A hospital meets the needs of its patients, up to the day before they leave it."""
    for which, one in file.hospital.stays.items():
        last = one.discharged_on - ONE_DAY if one.discharged_on else None
        if one.admitted_on is not None and (last is None or one.admitted_on <= last):
            yield Cover(None, one.admitted_on, last, which)


def _caring_until(file: CaseFile) -> date | None:
    ended = [one.occurred_on for one in file.entries if isinstance(one.event, CaringEnded)]
    return ended[-1] - ONE_DAY if ended else None
