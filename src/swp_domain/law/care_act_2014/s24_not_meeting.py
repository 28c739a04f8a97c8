"""Sections 18 to 24: when a council need not meet a need, and what it owes to whom it does not meet one."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Regime, rule


class NotMeetingGround(StrEnum):
    """Why a council will not meet a need (Care Act 2014 ss 18(7), 21 to 23, 24(2))."""

    NOT_ELIGIBLE = "not eligible, and the power is not used"
    MET_BY_CARER = "met by a carer"
    NOT_RESIDENT = "ordinarily resident elsewhere"
    IMMIGRATION = "destitution alone, and subject to immigration control"
    NHS = "for the NHS to provide"
    HOUSING = "for the housing authority to provide"
    DECLINED = "the person does not want it met"
    MEANS = "means above the limit, and the person has not asked"
    POLICY = "policy, cap, matrix or priority"
    COST = "cost"
    OTHER = "other"

    @property
    def excuses_an_eligible_need(self) -> bool | None:
        """Whether it is a ground on which an eligible need is not the council's to meet; ``None``: not told which."""
        if self is NotMeetingGround.OTHER:
            return None
        return self not in (NotMeetingGround.POLICY, NotMeetingGround.COST, NotMeetingGround.NOT_ELIGIBLE)


class UnmetNeed(Facts):
    """What was concluded of a need that the council will not meet."""

    eligible: bool | None = None
    ground: NotMeetingGround | None = None
    reasons_recorded: bool | None = None
    advice_given: bool | None = None


@rule(CARE_ACT["s 18(1), (7)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="grounds for not meeting a need")
def may_be_left_unmet(facts: UnmetNeed) -> Limbs:
    """An eligible need is met unless the Act gives a ground on which it is not the council's to meet."""
    ground = facts.ground
    excused = None if ground is None else ground.excuses_an_eligible_need
    not_owed = None if facts.eligible is None else not facts.eligible
    says = "the need is not eligible, or the Act gives a ground on which it need not be met"
    return (limb("1", says, any_of((not_owed, excused))),)


@rule(CARE_ACT["s 24(2)(a)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="reasons for not meeting needs")
def reasons_for_not_meeting(facts: UnmetNeed) -> Limbs:
    """Whoever's needs are not met is given the reasons in writing."""
    return (limb("a", "the reasons for not meeting the needs are recorded", facts.reasons_recorded),)


@rule(CARE_ACT["s 24(2)(b)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="advice where needs are not met")
def advice_where_not_met(facts: UnmetNeed) -> Limbs:
    """Whoever's needs are not met is given advice and information on meeting or reducing them."""
    return (limb("b", "advice and information are given", facts.advice_given),)
