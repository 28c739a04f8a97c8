"""What can have happened about one decision that somebody may be unable to take, and about who speaks for them."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import ConfigDict

from swp_domain.actor import BodyKind, Entitled, council_or_delegate
from swp_domain.capacity.vocabulary import (
    AuthorityEnd,
    BestInterestsOutcome,
    CapacityResult,
    MeetingKind,
    NeedEnd,
    Objecting,
)
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import (
    AdvanceDecisionId,
    AdvocacyId,
    AuthorityId,
    BestInterestsId,
    CapacityDecisionId,
    OrderId,
    RestrictionId,
)
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005.s1_principles import FreedomFacts, GroundFacts, SupportFacts
from swp_domain.law.mental_capacity_act_2005.s2_capacity import CapacityFacts
from swp_domain.law.mental_capacity_act_2005.s4_best_interests import ConsultationFacts, PersonFacts
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.law.mental_capacity_act_2005.s25_advance_decisions import AdvanceDecisionFacts
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.law.mental_capacity_act_2005.s35_advocate import AdvocateFacts
from swp_domain.law.mental_capacity_act_2005.s39_advocates import AdvocateNeed, Trigger
from swp_domain.party import Party
from swp_domain.personal import HoldsPersonalText, PersonalText
from swp_domain.resting import RestsOnIncapacity

ANYBODY: Final = Entitled(frozenset(BodyKind))
"""The Act asks the same of whoever assesses capacity or decides for somebody, whatever body they act for."""

NHS: Final = Entitled(frozenset({BodyKind.NHS_BODY, BodyKind.HOSPITAL}))


# One decision in question


class CapacityDecisionNamed(Event, name="capacity/decision-named", begins="capacity_decision"):
    """A decision that the person may be unable to take was named, in its own words. Everything below is about one."""

    capacity_decision: CapacityDecisionId
    matter: Matter
    in_words: PersonalText | None = None


class CapacityDoubted(Event, name="capacity/doubted"):
    """Somebody doubts that the person can take this decision. Until it is assessed, capacity is presumed."""

    capacity_decision: CapacityDecisionId
    doubted_by: Party | None = None
    why: PersonalText | None = None


class CapacityDoubtSettled(Event, name="capacity/doubt-settled"):
    """Nobody needs to assess any more: the doubt was withdrawn, or the decision need not be taken."""

    capacity_decision: CapacityDecisionId
    why: PersonalText | None = None


class DecidingSupported(Event, name="capacity/deciding-supported"):
    """Something was done to help the person decide for themselves (s 1(3))."""

    capacity_decision: CapacityDecisionId
    how: PersonalText | None = None


class CapacityAssessed(Event, name="capacity/assessed", taken_by=ANYBODY):
    """Somebody assessed whether the person could take this decision, at this time.

    ``assessor`` is who assessed, where that is not whoever acts. ``fluctuates`` says that capacity comes and goes;
    ``look_again_on`` is the last day on which the finding may be relied on. ``differs_because`` says why it
    differs from what was found before.
    """

    capacity_decision: CapacityDecisionId
    assessor: Party | None = None
    information_given: PersonalText | None = None
    support: SupportFacts = SupportFacts()
    found: CapacityFacts = CapacityFacts()
    grounds: GroundFacts = GroundFacts()
    fluctuates: bool | None = None
    look_again_on: date | None = None
    differs_because: PersonalText | None = None
    decision: Decision[CapacityResult]


# Best interests


class PersonOrOthersHeard(Event, name="capacity/heard"):
    """The person, or somebody whose views are asked for, was heard about a decision (s 4(4), (6)-(7))."""

    capacity_decision: CapacityDecisionId | None = None
    who: Party
    views: PersonalText | None = None


class MeetingHeld(Event, name="capacity/meeting-held"):
    """A meeting considered what is best for the person."""

    capacity_decision: CapacityDecisionId | None = None
    kind: MeetingKind = MeetingKind.BEST_INTERESTS
    attended: tuple[Party, ...] = ()


class Option(HoldsPersonalText):
    """Something that could be done for the person, and whether it restricts them less than what was chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: PersonalText
    less_restrictive: bool | None = None
    chosen: bool = False


class BestInterestsDecided(
    RestsOnIncapacity, name="capacity/best-interests-decided", taken_by=ANYBODY, begins="best_interests"
):
    """What is in the person's best interests was decided, for a decision that they cannot take."""

    best_interests: BestInterestsId
    rests_on: CapacityDecisionId
    person: PersonFacts = PersonFacts()
    consultation: ConsultationFacts = ConsultationFacts()
    options: tuple[Option, ...] = ()
    freedom: FreedomFacts = FreedomFacts()
    advocates_report_considered: bool | None = None
    decision: Decision[BestInterestsOutcome]


class ObjectionRecorded(Event, name="capacity/objection-recorded"):
    """The person, family or somebody else objects to where they live, the care, or what was found or decided."""

    capacity_decision: CapacityDecisionId | None = None
    best_interests: BestInterestsId | None = None
    to: Objecting = Objecting.OTHER
    objector: Party
    in_words: PersonalText | None = None


class ObjectionResolved(Event, name="capacity/objection-resolved"):
    """An objection was met, or withdrawn. Without a decision named it answers every objection."""

    capacity_decision: CapacityDecisionId | None = None


class PersonAccommodated(RestsOnIncapacity, name="capacity/accommodated"):
    """The person was moved, placed, or kept where they are, by a decision of somebody else.

    ``person_agrees`` is whether they agreed to it themselves, being able to.
    """

    advocacy: AdvocacyId | None = None
    kept: bool = False
    person_agrees: bool | None = None
    consultation: ConsultationFacts = ConsultationFacts()
    person: PersonFacts = PersonFacts()


class ContactRestricted(RestsOnIncapacity, name="capacity/contact-restricted", begins="restriction"):
    """Contact with somebody was limited or stopped. ``best_interests`` or ``order`` is what allows it."""

    restriction: RestrictionId
    with_whom: Party | None = None
    best_interests: BestInterestsId | None = None
    order: OrderId | None = None
    how: PersonalText | None = None


class ContactRestored(Event, name="capacity/contact-restored"):
    """A limit on contact was lifted."""

    restriction: RestrictionId


# Who may decide for the person


class LastingPowerMade(Event, name="capacity/lasting-power-made", begins="authority"):
    """The record learned of a lasting power of attorney. ``matters`` are those it is limited to; empty means all."""

    authority: AuthorityId
    kind: PowerKind
    attorney: Party
    registered: bool | None = None
    matters: tuple[Matter, ...] = ()
    life_sustaining: bool | None = None


class LastingPowerRegistered(Event, name="capacity/lasting-power-registered"):
    """The Public Guardian registered a lasting power of attorney."""

    authority: AuthorityId


class DeputyAppointed(Event, name="capacity/deputy-appointed", begins="authority"):
    """The court appointed a deputy, for the matters that its order confers; ``until`` is the last day of the term."""

    authority: AuthorityId
    kind: PowerKind
    deputy: Party
    order: OrderId | None = None
    matters: tuple[Matter, ...] = ()
    until: date | None = None


class AuthorityEnded(Event, name="capacity/authority-ended"):
    """An attorney or a deputy has no authority any more; the day it happened is the first day without it."""

    authority: AuthorityId
    why: AuthorityEnd


class AdvanceDecisionMade(Event, name="capacity/advance-decision-made", begins="advance_decision"):
    """The record learned of an advance decision to refuse treatment."""

    advance_decision: AdvanceDecisionId
    treatment: PersonalText | None = None
    made: AdvanceDecisionFacts = AdvanceDecisionFacts()


class AdvanceDecisionWithdrawn(Event, name="capacity/advance-decision-withdrawn"):
    """The person withdrew it, or did something clearly inconsistent with it (s 25(2))."""

    advance_decision: AdvanceDecisionId


# Independent mental capacity advocates


class AdvocateNeedArose(RestsOnIncapacity, name="capacity/advocate-need-arose", begins="advocacy"):
    """Something came up for which an independent mental capacity advocate may be owed.

    ``planned_for`` is the day on which the treatment or stay is to begin; ``urgent`` says that it could not wait,
    or began already.
    """

    advocacy: AdvocacyId
    trigger: Trigger
    need: AdvocateNeed = AdvocateNeed()
    planned_for: date | None = None
    urgent: bool = False


class AdvocateNeedEnded(Event, name="capacity/advocate-need-ended"):
    """An advocate is not needed after all, or any more."""

    advocacy: AdvocacyId
    why: NeedEnd


class AdvocateInstructed(
    Event, name="capacity/advocate-instructed", taken_by=council_or_delegate(Function.CAPACITY_ADVOCACY)
):
    """The council, also as supervisory body, instructed an independent mental capacity advocate."""

    advocacy: AdvocacyId
    trigger: Trigger
    of_an_arranged_provider: bool | None = None
    advocate: AdvocateFacts = AdvocateFacts()
    decision: Decision[Party]


class AdvocateInstructedByNhs(Event, name="capacity/advocate-instructed-by-nhs", taken_by=NHS):
    """An NHS body instructed an independent mental capacity advocate."""

    advocacy: AdvocacyId
    trigger: Trigger
    advocate: AdvocateFacts = AdvocateFacts()
    decision: Decision[Party]


class CapacityAdvocateReported(Event, name="capacity/advocate-reported"):
    """The advocate reported. What the report says is taken into account in the decision (ss 37(5), 38(5), 39(6))."""

    advocacy: AdvocacyId
    capacity_decision: CapacityDecisionId | None = None
    report: PersonalText | None = None
