"""Regulations 7(3)-(4) and 8(2): what the writing of a partnership deals with, and who manages a pooled fund."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.partnership_regulations_2000 import COMMENCED, PARTNERSHIP
from swp_domain.law.rule import rule


class AgreementFacts(Facts):
    """Which heads the written agreement deals with."""

    aims_and_outcomes: bool | None = None
    contributions: bool | None = None
    functions: bool | None = None
    people_and_services: bool | None = None
    staff_goods_accommodation: bool | None = None
    duration: bool | None = None
    management: bool | None = None
    host: bool | None = None


def _heads(facts: AgreementFacts) -> Limbs:
    return (
        limb("aims", "the agreed aims and outcomes", facts.aims_and_outcomes),
        limb("contributions", "what each contributes, and how that may be varied", facts.contributions),
        limb("functions", "the functions it is about", facts.functions),
        limb("people", "the people and the kinds of services", facts.people_and_services),
        limb("staff", "staff, goods, services and accommodation", facts.staff_goods_accommodation),
        limb("duration", "its duration, and how it is reviewed, varied and ended", facts.duration),
        limb("management", "how it is managed and monitored", facts.management),
    )


@rule(PARTNERSHIP["reg 7(3)"], commenced=COMMENCED)
def agreement_for_a_pooled_fund(facts: AgreementFacts) -> Limbs:
    """The agreement for a pooled fund is in writing, deals with every head and says which partner is the host."""
    return (*_heads(facts), limb("host", "which partner is the host", facts.host))


@rule(PARTNERSHIP["reg 8(2)"].from_memory(), commenced=COMMENCED)
def agreement_for_an_nhs_body(facts: AgreementFacts) -> Limbs:
    """The agreement by which an NHS body exercises functions of a council is in writing and deals with every head."""
    return _heads(facts)


class PoolFacts(Facts):
    """Whether a host and a pool manager are named."""

    host_named: bool | None = None
    manager_named: bool | None = None


@rule(PARTNERSHIP["reg 7(4)"], commenced=COMMENCED)
def pooled_fund_is_managed(facts: PoolFacts) -> Limbs:
    """The host of a pooled fund appoints a pool manager, who manages it for the partners."""
    return (
        limb("host", "a host partner is named", facts.host_named),
        limb("manager", "the host has appointed a pool manager", facts.manager_named),
    )
