"""What can have happened about where a person lives, and which council answers for them."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import PRACTICE_OR_COUNCIL, council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AfterCareId, DisputeId, MoveId
from swp_domain.law.function import Function
from swp_domain.party import Party
from swp_domain.residence.vocabulary import AfterCareEnd, CustodyKind, ResidenceBasis

CONTINUITY = council_or_delegate(Function.CONTINUITY)


class MoveNotified(Event, name="residence/move-notified", begins="move"):
    """A person getting care said that they mean to move to another council's area (Care Act 2014 s 37)."""

    move: MoveId
    from_council: str = ""
    to_council: str = ""
    planned_for: date | None = None


class IntentionConfirmed(Event, name="residence/intention-confirmed", taken_by=CONTINUITY):
    """Whether the second council is satisfied that the intention to move is genuine (s 37(5))."""

    move: MoveId
    decision: Decision[bool]


class MoveInformationGiven(Event, name="residence/move-information-given"):
    """The second council gave the person the information that s 37 asks for, and told the first council."""

    move: MoveId


class PlanPassedOn(Event, name="residence/plan-passed-on"):
    """The first council sent the plan and what else the second asked for (s 37(6))."""

    move: MoveId


class PersonMoved(Event, name="residence/person-moved", begins="move"):
    """The person moved. From this day the second council answers (ss 37-38)."""

    move: MoveId
    from_council: str = ""
    to_council: str = ""


class DifferencesExplained(Event, name="residence/differences-explained"):
    """The second council explained in writing where its view of needs or cost differs (s 37(12)-(13))."""

    move: MoveId


class ResponsibilityAssumed(Event, name="residence/responsibility-assumed"):
    """The second council assessed and acted on it, so that nothing needs to be continued (s 38)."""

    move: MoveId


class MoveGivenUp(Event, name="residence/move-given-up"):
    """The person did not move after all."""

    move: MoveId


class OrdinaryResidenceDecided(Event, name="residence/ordinary-residence-decided", taken_by=PRACTICE_OR_COUNCIL):
    """A council concluded who is responsible, and why. The outcome is the council's name."""

    basis: ResidenceBasis
    deemed_from: str = ""
    decision: Decision[str]


class OtherCouncilNotified(Event, name="residence/other-council-notified"):
    """The council of residence was told that another meets the person's needs (s 19(2)(c))."""

    council: str


class NeedsMetForAnother(Event, name="residence/needs-met-for-another"):
    """Needs of a person resident elsewhere began to be met under the power of s 19(2)."""

    council: str


class DisputeArose(Event, name="residence/dispute-arose", begins="dispute"):
    """Two councils first differed in writing on who is responsible (SI 2014/2829). ``lead`` is the lead authority.

    ``ours_leads`` is whether the council of this record is the lead authority, where that is told.
    """

    dispute: DisputeId
    with_council: str = ""
    lead: str = ""
    ours_leads: bool | None = None


class DisputeReferred(Event, name="residence/dispute-referred"):
    """The dispute was referred to the Secretary of State."""

    dispute: DisputeId


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
    """The person left hospital after a detention that carries after-care (Mental Health Act 1983 s 117)."""

    after_care: AfterCareId
    section: str = ""
    council: str = ""
    nhs_body: str = ""


class AfterCareEnded(Event, name="residence/after-care-ended", taken_by=council_or_delegate(Function.AFTER_CARE)):
    """After-care was ended. ``nhs_body_agrees`` is whether the NHS body is satisfied too."""

    after_care: AfterCareId
    nhs_body_agrees: bool | None = None
    decision: Decision[AfterCareEnd]


class CustodyBegan(Event, name="residence/custody-began"):
    """The person came into a prison or approved premises (Care Act 2014 s 76)."""

    kind: CustodyKind = CustodyKind.PRISON
    area: str = ""
    convicted: bool | None = None


class CustodyEnded(Event, name="residence/custody-ended"):
    """The person left prison or approved premises."""
