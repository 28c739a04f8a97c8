"""What is asked of a partnership of council and NHS body: what its writing deals with, and what is reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.governance.events import ExerciseReported, PartnershipEnded, PartnershipMade, PoolReported
from swp_domain.governance.vocabulary import AgreementHead, Reported
from swp_domain.law.limit import TimeLimit
from swp_domain.law.partnership_regulations_2000 import COMMENCED
from swp_domain.law.partnership_regulations_2000.reports import (
    BY_THE_DAY_AFTER,
    EXERCISE_REPORTS,
    POOL_REPORTS,
    exercise_quarter,
    exercise_year,
    next_after,
    pool_quarter,
    pool_year,
)
from swp_domain.law.partnership_regulations_2000.written_agreement import (
    AgreementFacts,
    PoolFacts,
    agreement_for_a_pooled_fund,
    agreement_for_an_nhs_body,
    pooled_fund_is_managed,
)
from swp_domain.owed import Extension, Opening, Owed, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing
    from swp_domain.practice_file import Practice

_HEADS = {
    "aims_and_outcomes": AgreementHead.AIMS_AND_OUTCOMES,
    "contributions": AgreementHead.CONTRIBUTIONS,
    "functions": AgreementHead.FUNCTIONS,
    "people_and_services": AgreementHead.PEOPLE_AND_SERVICES,
    "staff_goods_accommodation": AgreementHead.STAFF_GOODS_ACCOMMODATION,
    "duration": AgreementHead.DURATION,
    "management": AgreementHead.MANAGEMENT,
    "host": AgreementHead.HOST,
}


@judges("GOV-12", effect=REFUSE)
def an_agreement_deals_with_every_head(
    file: Practice, asked: Proposal[PartnershipMade], standing: Standing
) -> Findings:
    """A partnership with a pooled fund, or by which functions go to an NHS body, has every head in its writing."""
    event = asked.event
    facts = AgreementFacts(**{name: head in event.heads for name, head in _HEADS.items()})
    asks = (
        (agreement_for_a_pooled_fund, event.pooled_fund),
        (agreement_for_an_nhs_body, event.functions_to_nhs_body),
    )
    for agreement, applies in asks:
        if not applies or not agreement.in_force(asked.on):
            continue
        finding = agreement(facts, on=asked.on)
        wrong = finding.contradicts("heads lacks a head", "Have it agreed in writing, then put it into effect")
        yield finding if finding.met else wrong


@judges("GOV-10", effect=FLAG)
def a_pooled_fund_has_a_manager(file: Practice, asked: Proposal[PartnershipMade], standing: Standing) -> Findings:
    """The host of a pooled fund appoints somebody to manage it."""
    event = asked.event
    if not event.pooled_fund or not pooled_fund_is_managed.in_force(asked.on):
        return
    facts = PoolFacts(host_named=bool(event.host) or None, manager_named=bool(event.pool_manager) or None)
    finding = pooled_fund_is_managed(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("host or pool_manager is empty")


Report = type[PoolReported] | type[ExerciseReported]
Owes = Callable[[PartnershipMade], bool]


def _reports(
    name: str,
    rule: str,
    by: str,
    limit: TimeLimit,
    report: Report,
    covers: Reported,
    owes: Callable[[PartnershipMade], bool],
) -> Owed:
    """That reports come, each after the period that the one before it covered."""

    def about(event: PoolReported | ExerciseReported) -> bool:
        return event.covers is covers

    def following(event: PoolReported | ExerciseReported) -> date | None:
        return next_after(limit, event.up_to) if event.covers is covers else None

    next_one = Opening(following, when=about, under=BY_THE_DAY_AFTER)
    return owed(
        name,
        rule=rule,
        provision=POOL_REPORTS if report is PoolReported else EXERCISE_REPORTS,
        by=by,
        to="the council" if report is ExerciseReported else "the partners",
        subject="partnership",
        opened_by={
            PartnershipMade: Opening(limit, when=owes),
            report: next_one,
        },
        discharged_by={report: about},
        ended_by={PartnershipEnded: None},
        # Of several reports on one day, what comes next follows the one that reaches furthest.
        extended_by={report: Extension(report, following, lengthens=True)},
        commenced=COMMENCED,
        recurring=True,
    )


def _pooled(event: PartnershipMade) -> bool:
    return event.pooled_fund


def _to_nhs_body(event: PartnershipMade) -> bool:
    return event.functions_to_nhs_body


pool_reports_quarterly = _reports(
    "report on the pooled fund each quarter",
    "GOV-10", "pool manager", pool_quarter, PoolReported, Reported.QUARTER, _pooled,
)  # fmt: skip
pool_returns_yearly = _reports(
    "make the annual return of the pooled fund",
    "GOV-10-YEAR", "pool manager", pool_year, PoolReported, Reported.YEAR, _pooled,
)  # fmt: skip
nhs_body_reports_quarterly = _reports(
    "report each quarter on the council's functions",
    "GOV-11", "NHS body", exercise_quarter, ExerciseReported, Reported.QUARTER, _to_nhs_body,
)  # fmt: skip
nhs_body_reports_yearly = _reports(
    "report each year on the council's functions",
    "GOV-11-YEAR", "NHS body", exercise_year, ExerciseReported, Reported.YEAR, _to_nhs_body,
)  # fmt: skip

PARTNERSHIP_RULES = (an_agreement_deals_with_every_head, a_pooled_fund_has_a_manager)

PARTNERSHIP_DUTIES = (
    pool_reports_quarterly,
    pool_returns_yearly,
    nhs_body_reports_quarterly,
    nhs_body_reports_yearly,
)
