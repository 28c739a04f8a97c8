"""What can have happened about where a person lives, and which council answers for them."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import BodyKind, Entitled, council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AfterCareId, DisputeId, MoveId
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.law.care_act_2014.s39_residence import DeemingFacts
from swp_domain.law.function import Function
from swp_domain.party import Party
from swp_domain.residence.vocabulary import AfterCareEnd, CustodyKind, FailureEnd, ResidenceBasis

_ANY_COUNCIL = frozenset({BodyKind.COUNCIL, BodyKind.PRACTICE, BodyKind.OTHER_COUNCIL})
EITHER_COUNCIL = Entitled(_ANY_COUNCIL, Function.CONTINUITY)
"""A move concerns two councils, and the council of the record may be either of them."""

COUNCIL_OF_AFTER_CARE = Entitled(_ANY_COUNCIL, Function.AFTER_CARE)
"""After-care is owed by the council of before the detention, wherever the person lives now (s 117(3))."""


class MoveNotified(Event, name="residence/move-notified", begins="move"):
    """A person getting care said that they mean to move to another council's area (Care Act 2014 s 37)."""

    move: MoveId
    from_council: str = ""
    to_council: str = ""
    planned_for: date | None = None


class IntentionConfirmed(Event, name="residence/intention-confirmed", taken_by=EITHER_COUNCIL):
    """Whether the second council is satisfied that the intention to move is genuine (s 37(1)(c))."""

    move: MoveId
    decision: Decision[bool]


class MoveInformationGiven(Event, name="residence/move-information-given"):
    """The second council told the person what they need to know, or the first that it is satisfied (s 37(4))."""

    move: MoveId
    to_the_person: bool = True
    to_first_council: bool = True


class PlanPassedOn(Event, name="residence/plan-passed-on"):
    """The first council sent the plan and what else the second asked for (s 37(5))."""

    move: MoveId


class PersonMoved(Event, name="residence/person-moved", begins="move"):
    """The person moved. ``facts`` are what makes the second council answer from this day (ss 37(1), 38)."""

    move: MoveId
    from_council: str = ""
    to_council: str = ""
    facts: MoveFacts = MoveFacts()


class ContinuityBegan(Event, name="residence/continuity-began"):
    """The second council began to meet the needs that the first was meeting (s 38(1))."""

    move: MoveId


class ContinuityStopped(Event, name="residence/continuity-stopped"):
    """What was carried across a move stopped; the day it happened is the first day without it."""

    move: MoveId


class ResponsibilityAssumed(Event, name="residence/responsibility-assumed"):
    """The second council assessed and acted on it, so that nothing needs to be continued (s 38).

    ``differs`` is whether it found other needs, or another cost, than the first council had.
    """

    move: MoveId
    differs: bool | None = None


class DifferencesExplained(Event, name="residence/differences-explained"):
    """The second council explained in writing where its view of needs or cost differs (s 37)."""

    move: MoveId


class MoveGivenUp(Event, name="residence/move-given-up"):
    """The person did not move after all."""

    move: MoveId


class OrdinaryResidenceDecided(Event, name="residence/ordinary-residence-decided", taken_by=Entitled(_ANY_COUNCIL)):
    """A council, ours or another, concluded who is responsible, and why. The outcome is the council's name."""

    basis: ResidenceBasis
    deemed_from: str = ""
    deeming: DeemingFacts = DeemingFacts()
    decision: Decision[str]


class OtherCouncilNotified(Event, name="residence/other-council-notified"):
    """The council of residence was told that another means to meet the person's needs (s 19(2)(c))."""

    council: str


class NeedsMetForAnother(Event, name="residence/needs-met-for-another"):
    """Needs of a person resident elsewhere began to be met under the power of s 19(2), and not as urgent (s 19(3))."""

    council: str


class DisputeArose(Event, name="residence/dispute-arose", begins="dispute"):
    """Two councils first differed in writing on who is responsible (SI 2014/2829).

    ``lead`` is the council said to lead, ``ours_leads`` whether that is the council of this record.
    ``needs_met`` is whether any council was meeting the needs that day, ``met_by`` which, and ``living_in``
    in whose area the person lived.
    """

    dispute: DisputeId
    with_council: str = ""
    lead: str = ""
    ours_leads: bool | None = None
    needs_met: bool | None = None
    met_by: str = ""
    living_in: str = ""


class NeedsMetMeanwhile(Event, name="residence/needs-met-meanwhile"):
    """A council began, or went on again, to meet the needs while the dispute runs."""

    dispute: DisputeId
    by_council: str = ""


class SupportInterrupted(Event, name="residence/support-interrupted"):
    """Support was refused or stopped because councils differ on who is responsible."""

    dispute: DisputeId


class DisputeReferred(Event, name="residence/dispute-referred"):
    """The dispute was referred to the Secretary of State."""

    dispute: DisputeId


class LegalArgumentsSent(Event, name="residence/legal-arguments-sent"):
    """A council sent its legal arguments on a dispute that was referred."""

    dispute: DisputeId
    by_council: str = ""


class DisputeResolved(Event, name="residence/dispute-resolved"):
    """The dispute was settled, or determined (s 40)."""

    dispute: DisputeId
    responsible: str = ""
    determined: bool | None = None


class PersonInformedOfDispute(Event, name="residence/person-informed-of-dispute"):
    """The person, or whoever speaks for them, was told how the dispute stands."""

    dispute: DisputeId
    told: Party | None = None


class AfterCareBegan(Event, name="residence/after-care-began", begins="after_care"):
    """The person left hospital after a detention that carries after-care (Mental Health Act 1983 s 117).

    ``section`` is that of the detention, as it is written: ``3``, ``s 37``, ``37/41``.
    """

    after_care: AfterCareId
    section: str = ""
    council: str = ""
    nhs_body: str = ""


class AfterCareEnded(Event, name="residence/after-care-ended", taken_by=COUNCIL_OF_AFTER_CARE):
    """After-care was ended. ``nhs_body_agrees`` is whether the NHS body is satisfied too.

    ``community_patient`` is whether the person is on a community treatment order.
    """

    after_care: AfterCareId
    nhs_body_agrees: bool | None = None
    community_patient: bool | None = None
    decision: Decision[AfterCareEnd]


class FailedProvidersNeedsMet(Event, name="residence/failed-providers-needs-met"):
    """The council began to meet the needs that a failed provider had met (s 48(2)).

    ``involved`` is whether the person, any carer and whoever they ask for had a say in how (s 52(4)-(5)).
    """

    provider: str
    involved: bool | None = None


class ProviderFailureDutyEnded(
    Event,
    name="residence/provider-failure-duty-ended",
    taken_by=council_or_delegate(Function.MEETING_NEEDS),
):
    """The council no longer considers it necessary to meet needs because a provider failed (s 48(2))."""

    provider: str
    decision: Decision[FailureEnd]


class CustodyBegan(Event, name="residence/custody-began"):
    """The person came into a prison or approved premises (Care Act 2014 s 76)."""

    kind: CustodyKind = CustodyKind.PRISON
    area: str = ""
    convicted: bool | None = None


class CustodyEnded(Event, name="residence/custody-ended"):
    """The person left prison or approved premises."""
