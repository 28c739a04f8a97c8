"""What two councils owe around a move and a dispute, and two bodies after a detention."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s19_elsewhere import tell_the_other_council
from swp_domain.law.care_act_2014.s37_moving import care_follows, on_the_day_of_the_move
from swp_domain.law.disputes_regulations_2014 import DISPUTES
from swp_domain.law.disputes_regulations_2014.reg3_referral import meanwhile, refer_to_the_secretary_of_state
from swp_domain.law.local_targets.moves import (
    about_the_move,
    differences_explained,
    news_of_a_dispute,
    plan_passed_on,
)
from swp_domain.law.mental_health_act_1983 import MENTAL_HEALTH_ACT
from swp_domain.law.mental_health_act_1983.s117_after_care import DetentionFacts, after_care_follows
from swp_domain.law.residence_directions_2010 import DIRECTIONS
from swp_domain.law.residence_directions_2010.meanwhile import meanwhile_before_the_care_act
from swp_domain.law.rule import Regime
from swp_domain.owed import Ends, Opening, owed
from swp_domain.party import FIRST_COUNCIL, SECOND_COUNCIL
from swp_domain.residence.events import (
    AfterCareBegan,
    AfterCareEnded,
    ContinuityBegan,
    DifferencesExplained,
    DisputeArose,
    DisputeReferred,
    DisputeResolved,
    IntentionConfirmed,
    MoveGivenUp,
    MoveInformationGiven,
    NeedsMetForAnother,
    NeedsMetMeanwhile,
    OtherCouncilNotified,
    PersonInformedOfDispute,
    PersonMoved,
    PlanPassedOn,
    ResponsibilityAssumed,
)

FIRST, SECOND, LEAD = FIRST_COUNCIL, SECOND_COUNCIL, "the lead authority"


def _satisfied(event: IntentionConfirmed) -> bool:
    return event.decision.outcome


def _care_follows(event: PersonMoved) -> bool:
    return all(one.shown for one in care_follows.test(event.facts))


def _unmet(event: DisputeArose) -> bool:
    return event.needs_met is False


def _carries_after_care(event: AfterCareBegan) -> bool:
    facts = DetentionFacts(section=event.section or None)
    return all(one.shown is not False for one in after_care_follows.test(facts))


# Sections 37(4) and (5) lead up to an assessment: once the second council has made it and acted, they ask no more.
_OVER: Ends = {MoveGivenUp: None, ResponsibilityAssumed: None}

MOVES = (
    owed(
        "give information about the new area",
        rule="CA-37-01",
        provision=CARE_ACT["s 37(4)(a)"],
        by=SECOND,
        subject="move",
        opened_by={IntentionConfirmed: Opening(about_the_move, when=_satisfied)},
        discharged_by={MoveInformationGiven: lambda event: event.to_the_person},
        ended_by=_OVER,
        regime=Regime.CARE_ACT,
    ),
    owed(
        "tell the first council of the move",
        rule="CA-37-02",
        provision=CARE_ACT["s 37(4)(b)"],
        by=SECOND,
        to=FIRST,
        subject="move",
        opened_by={IntentionConfirmed: Opening(about_the_move, when=_satisfied)},
        discharged_by={MoveInformationGiven: lambda event: event.to_first_council},
        ended_by=_OVER,
        regime=Regime.CARE_ACT,
    ),
    owed(
        "pass on the plan",
        rule="CA-37-03",
        provision=CARE_ACT["s 37(5)"],
        by=FIRST,
        to=SECOND,
        subject="move",
        opened_by={MoveInformationGiven: Opening(plan_passed_on, when=lambda event: event.to_first_council)},
        discharged_by=(PlanPassedOn,),
        ended_by=_OVER,
        regime=Regime.CARE_ACT,
    ),
    owed(
        "assess whoever moves in, and act on it",
        rule="CA-37-04",
        provision=CARE_ACT["s 37(6)"],
        by=SECOND,
        subject="move",
        # No day is set: what is not ready on the day of the move is met as before (s 38).
        opened_by={IntentionConfirmed: Opening(when=_satisfied)},
        discharged_by=(ResponsibilityAssumed,),
        ended_by={MoveGivenUp: None},
        regime=Regime.CARE_ACT,
    ),
    owed(
        "explain what differs after the move",
        rule="CA-37-05",
        provision=CARE_ACT["s 37"],
        by=SECOND,
        subject="move",
        opened_by={ResponsibilityAssumed: Opening(differences_explained, when=lambda event: event.differs)},
        discharged_by=(DifferencesExplained,),
        regime=Regime.CARE_ACT,
    ),
    owed(
        "meet the needs from the day of the move",
        rule="CA-38-01",
        provision=CARE_ACT["s 38(1)"],
        by=SECOND,
        subject="move",
        opened_by={PersonMoved: Opening(on_the_day_of_the_move, when=_care_follows)},
        discharged_by=(ContinuityBegan, ResponsibilityAssumed),
        ended_by={MoveGivenUp: None},
        regime=Regime.CARE_ACT,
        theme="P11",
    ),
    owed(
        "tell the council of residence",
        rule="CA-19-02",
        provision=CARE_ACT["s 19(2)(c)"],
        to="the council of residence",
        subject="council",
        opened_by={NeedsMetForAnother: Opening(tell_the_other_council)},
        discharged_by=(OtherCouncilNotified,),
        regime=Regime.CARE_ACT,
    ),
)

DISPUTES_BETWEEN_COUNCILS = (
    owed(
        "meet the needs while councils differ",
        rule="CA-40-01",
        provision=DISPUTES["reg 2"],
        by=LEAD,
        subject="dispute",
        opened_by={DisputeArose: Opening(meanwhile, when=_unmet)},
        discharged_by=(NeedsMetMeanwhile,),
        ended_by={DisputeResolved: None},
        regime=Regime.CARE_ACT,
        theme="P11",
    ),
    owed(
        "meet the needs while councils differ",
        rule="CC-OR-01",
        provision=DIRECTIONS["needs during a dispute"],
        by=LEAD,
        subject="dispute",
        opened_by={DisputeArose: Opening(meanwhile_before_the_care_act, when=_unmet)},
        discharged_by=(NeedsMetMeanwhile,),
        ended_by={DisputeResolved: None},
        regime=Regime.COMMUNITY_CARE,
        commenced=str(meanwhile_before_the_care_act.period.first) if meanwhile_before_the_care_act.period else None,
        theme="P11",
    ),
    owed(
        "settle the dispute or refer it",
        rule="CA-40-02",
        provision=DISPUTES["reg 3(7)"],
        by=LEAD,
        to="the Secretary of State",
        subject="dispute",
        opened_by={DisputeArose: Opening(refer_to_the_secretary_of_state)},
        discharged_by=(DisputeReferred, DisputeResolved),
        regime=Regime.CARE_ACT,
        theme="P11",
    ),
    owed(
        "tell the person how the dispute stands",
        rule="CA-40-04",
        provision=DISPUTES["reg 3"],
        by=LEAD,
        subject="dispute",
        opened_by={DisputeArose: Opening(news_of_a_dispute)},
        discharged_by=(PersonInformedOfDispute,),
        ended_by={DisputeResolved: None},
        regime=Regime.CARE_ACT,
    ),
)

AFTER_CARE = (
    owed(
        "provide after-care",
        rule="MHA-117-01",
        provision=MENTAL_HEALTH_ACT["s 117(2)"],
        by="the council and the NHS body",
        subject="after_care",
        opened_by={AfterCareBegan: Opening(when=_carries_after_care)},
        discharged_by=(),
        ended_by={AfterCareEnded: None},
    ),
)
