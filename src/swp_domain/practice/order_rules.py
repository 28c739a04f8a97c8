"""The conditions of the contracting-out orders, asked of whatever a practice decides under one of them.

They are the ids DEL-04 to DEL-06 of the rule catalogue. They bind whoever acts under an order: until the Care Act in
every case, and after it about people who stayed under the law before it, as long as the order serves them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.event import Event
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    competent_under_2011,
    competent_under_2014,
    grown_under_2011,
    grown_under_2014,
    supervised_under_2011,
    supervised_under_2014,
)
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime
from swp_domain.practice.authority import delegation_for, exercised, regime_of
from swp_domain.practice.functions import before_it_was_one
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.file import File
    from swp_domain.practice.standing import Standing


@judges("DEL-04", effect=BREACH)
def exercised_under_a_social_worker(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the contracting-out orders, functions are exercised by or under a registered social worker."""
    act = _contracted(file, asked, standing)
    for supervision in (supervised_under_2011, supervised_under_2014):
        if act is not None and supervision.in_force(asked.on):
            finding = supervision(act, on=asked.on)
            says = "no registered social worker took or supervised it"
            yield finding.contradicts(says) if finding.not_met else finding


@judges("DEL-05", effect=BREACH)
def whoever_is_no_social_worker_is_competent(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the orders, whoever is no social worker has what the council considers that the function requires."""
    act = _contracted(file, asked, standing)
    for competence in (competent_under_2011, competent_under_2014):
        if act is not None and competence.in_force(asked.on):
            finding = competence(act, on=asked.on)
            says = "by is no registered social worker, and no competence-approved of the council names the function"
            yield finding.contradicts(says) if finding.not_met else finding


@judges("DEL-06", effect=REFUSE)
def contracted_out_for_adults_only(file: File, asked: Proposal[Event], standing: Standing) -> Findings:
    """Under the contracting-out orders, a practice decides about people aged 18 or over only."""
    act = _contracted(file, asked, standing)
    for age in (grown_under_2011, grown_under_2014):
        if act is not None and age.in_force(asked.on):
            finding = age(act, on=asked.on)
            if finding.not_met:
                yield finding.contradicts("the person is under 18 by their year of birth", "Ask the council")


def _contracted(file: File, asked: Proposal[Event], standing: Standing) -> ContractedAct | None:
    """A practice's decision as the orders see it; ``None`` where it acts under another power."""
    function = exercised(asked)
    if function is None or function is Function.DEPRIVATION_OF_LIBERTY or before_it_was_one(function, asked.on):
        return None
    given = delegation_for(file, asked, standing)
    # The orders bind those who act under them: after 1 April 2015, about whoever is still under old law.
    if regime_of(file, asked.on) is Regime.CARE_ACT or (given is not None and not given.under.contracts_out):
        return None
    return ContractedAct(
        function=function,
        by_registered_social_worker=standing.registered(asked.by),
        supervised_by_one=standing.supervised_by_social_worker(asked.by),
        competent=standing.competent(asked.by, function),
        about_an_adult=file.grown_on(asked.on),
    )


ORDERS = (
    exercised_under_a_social_worker,
    whoever_is_no_social_worker_is_competent,
    contracted_out_for_adults_only,
)
