"""Regulations 3 and 4: what is free whatever somebody's means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from swp_domain.law.calendar import deadline
from swp_domain.law.care_act_2014.s14_charging import ChargedFor, ChargeFacts, unless
from swp_domain.law.charging_regulations_2014 import CHARGING, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule

MINOR_ADAPTATION = Decimal(1000)
"""Pounds: an adaptation that costs this or less is minor."""

free_reablement = limit(
    CHARGING["reg 3"],
    6,
    Unit.WEEKS,
    Counting.BEGINNING_WITH,
    family="weeks of intermediate care and reablement that are free",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)


def last_free_day(began: date) -> date:
    """The last day of the six weeks of reablement that are free; the first day is day 1."""
    return deadline(began, free_reablement.length, free_reablement.unit, free_reablement.counting)


@rule(CHARGING["reg 3"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="care and things that are free")
def not_free(charge: ChargeFacts) -> Limbs:
    """The first six weeks of reablement, aids, and adaptations to £1,000 are free."""
    after = None
    if charge.first_day is not None and charge.provision_began is not None:
        after = charge.first_day > last_free_day(charge.provision_began)
    dearer = None if charge.cost is None else charge.cost > MINOR_ADAPTATION
    return (
        limb("a", "it is not for an aid", unless(charge, ChargedFor.AID, False)),
        limb("b", "an adaptation costs more than a minor one", unless(charge, ChargedFor.ADAPTATION, dearer)),
        limb("c", "the first six weeks of reablement are over", unless(charge, ChargedFor.REABLEMENT, after)),
    )


@rule(CHARGING["reg 4"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="people who pay nothing")
def not_exempt(charge: ChargeFacts) -> Limbs:
    """Whoever has variant Creutzfeldt-Jakob disease is charged nothing."""
    return (limb("4", "the person does not have the disease", None if charge.vcjd is None else not charge.vcjd),)
