"""Regulation 22: the NHS body and the council: consulted before decisions, and a procedure for disputes."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class ConsultationFacts(Facts):
    """Whether the council was consulted; ``False`` where it could have been and was not."""

    council_consulted: bool | None = None


class DisputeFacts(Facts):
    """Whether NHS body and council follow a procedure that they agreed."""

    agreed_procedure: bool | None = None


@rule(STANDING_RULES["reg 22(1)"], commenced=COMMENCED, family="consulting the council")
def council_consulted(facts: ConsultationFacts) -> Limbs:
    """The council is consulted before eligibility is decided or ended, so far as that is reasonably practicable."""
    return (limb("1", "the council was consulted, or could not reasonably be", facts.council_consulted),)


@rule(STANDING_RULES["reg 22(2)"], commenced=COMMENCED, family="a dispute between NHS body and council")
def disputed_by_procedure(facts: DisputeFacts) -> Limbs:
    """NHS body and council settle a dispute by the procedure that they agreed."""
    return (limb("2", "the dispute follows an agreed procedure", facts.agreed_procedure),)
