"""The papers of capacity that tests submit: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from typing import Any

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import (
    AdvocateInstructed,
    AdvocateInstructedByNhs,
    AdvocateNeedArose,
    BestInterestsDecided,
    CapacityAssessed,
    CapacityDecisionNamed,
    CapacityDoubted,
    ContactRestricted,
    DeputyAppointed,
    LastingPowerMade,
    ObjectionRecorded,
    PersonAccommodated,
)
from swp_domain.capacity.vocabulary import BestInterestsOutcome, CapacityResult
from swp_domain.law.mental_capacity_act_2005.s1_principles import FreedomFacts, SupportFacts
from swp_domain.law.mental_capacity_act_2005.s2_capacity import CapacityFacts
from swp_domain.law.mental_capacity_act_2005.s4_best_interests import ConsultationFacts, Heard, PersonFacts
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.law.mental_capacity_act_2005.s35_advocate import AdvocateFacts
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Accommodation, AdvocateNeed, Trigger
from swp_domain.party import Party
from tests.cast import council
from tests.papers import decided
from tests.telling import Said

FAMILY = Party(kind=BodyKind.FAMILY, relation="daughter")
UNABLE = CapacityFacts(
    understands=True,
    retains=True,
    uses_or_weighs=False,
    communicates=True,
    impairment=True,
    because_of_it=True,
)
ABLE = UNABLE.model_copy(update={"uses_or_weighs": True})
HELPED = SupportFacts(practicable_steps_taken=True)
INVOLVED = PersonFacts(takes_part=True, wishes_and_feelings=True, beliefs_and_values=True, may_regain_capacity=True)
CONSULTED = ConsultationFacts(
    named_by_the_person=Heard.NOBODY, carers_and_interested=Heard.HEARD, attorney=Heard.NOBODY, deputy=Heard.NOBODY
)
ALONE = AdvocateNeed(
    lacks_capacity=True,
    befriended=False,
    someone_with_authority=False,
    accommodation=Accommodation.CARE_HOME,
    days=56,
    under_mental_health_act=False,
)
INDEPENDENT = AdvocateFacts(approved=True, works_for_who_decides=False, cares_for_the_person=False)
ADVOCATE = Party(kind=BodyKind.REPRESENTATIVE, relation="independent mental capacity advocate")
ACCOMMODATION = Trigger.COUNCIL_ACCOMMODATION


def named(which: str = "q1", matter: Matter = Matter.RESIDENCE) -> CapacityDecisionNamed:
    return CapacityDecisionNamed(capacity_decision=which, matter=matter, in_words="Whether to live at home.")


def doubted(which: str = "q1") -> CapacityDoubted:
    return CapacityDoubted(capacity_decision=which)


def assessed(result: CapacityResult = CapacityResult.LACKS, which: str = "q1", **told: Any) -> CapacityAssessed:
    found = {CapacityResult.LACKS: UNABLE, CapacityResult.HAS: ABLE}.get(result, CapacityFacts())
    usual = {"capacity_decision": which, "support": HELPED, "found": found, "decision": decided(result)}
    return CapacityAssessed.model_validate({**usual, **told})


def best_interests(
    outcome: BestInterestsOutcome = BestInterestsOutcome.DECIDED, which: str = "q1", **told: Any
) -> BestInterestsDecided:
    usual = {
        "best_interests": "b1",
        "rests_on": which,
        "person": INVOLVED,
        "consultation": CONSULTED,
        "freedom": FreedomFacts(less_restrictive_considered=True),
        "decision": decided(outcome),
    }
    return BestInterestsDecided.model_validate({**usual, **told})


def accommodated(**told: Any) -> PersonAccommodated:
    usual = {"rests_on": "q1", "consultation": CONSULTED, "person": INVOLVED}
    return PersonAccommodated.model_validate({**usual, **told})


def restricted(**told: Any) -> ContactRestricted:
    return ContactRestricted.model_validate({"restriction": "x1", "with_whom": FAMILY, **told})


def objection(**told: Any) -> ObjectionRecorded:
    return ObjectionRecorded.model_validate({"objector": FAMILY, **told})


def power(**told: Any) -> LastingPowerMade:
    usual = {"authority": "lpa", "kind": PowerKind.HEALTH_AND_WELFARE, "attorney": FAMILY, "registered": True}
    return LastingPowerMade.model_validate({**usual, **told})


def deputy(**told: Any) -> DeputyAppointed:
    usual = {"authority": "deputy", "kind": PowerKind.HEALTH_AND_WELFARE, "deputy": FAMILY}
    return DeputyAppointed.model_validate({**usual, **told})


def need(trigger: Trigger = ACCOMMODATION, **told: Any) -> AdvocateNeedArose:
    return AdvocateNeedArose.model_validate({"advocacy": "i1", "trigger": trigger, "need": ALONE, **told})


def instructed(trigger: Trigger = ACCOMMODATION, **told: Any) -> AdvocateInstructed:
    usual = {"advocacy": "i1", "trigger": trigger, "advocate": INDEPENDENT, "decision": decided(ADVOCATE)}
    return AdvocateInstructed.model_validate({**usual, **told})


def instructed_by_nhs(trigger: Trigger = Trigger.SERIOUS_TREATMENT, **told: Any) -> AdvocateInstructedByNhs:
    usual = {"advocacy": "i1", "trigger": trigger, "advocate": INDEPENDENT, "decision": decided(ADVOCATE)}
    return AdvocateInstructedByNhs.model_validate({**usual, **told})


def lacking(on: str = "2024-05-01", matter: Matter = Matter.RESIDENCE, **told: Any) -> tuple[Said, ...]:
    """A decision that was named, and assessed the same day: the person cannot take it."""
    return (council.tells(named(matter=matter), on), council.decides(assessed(**told), on))
