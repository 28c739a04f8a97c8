"""Section 74 as it stands since 1 July 2022: the hospital involves patient and carer. A duty of the NHS body."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule

HOSPITALS_INVOLVE_FROM = "2022-07-01"


class DischargePlanningFacts(Facts):
    """Whether patient and carer were involved in a discharge that was planned for somebody likely to need care."""

    involved: bool | None = None


@rule(CARE_ACT["s 74"], commenced=HOSPITALS_INVOLVE_FROM, family="involving hospital patients")
def hospital_involves_the_patient(facts: DischargePlanningFacts) -> Limbs:
    """A hospital that plans the discharge of somebody likely to need care involves them and any carer."""
    return (limb("1", "patient and carer were involved once planning began", facts.involved),)
