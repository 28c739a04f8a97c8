"""One invented adult's case, from the first call to an order of the Court of Protection.

Every step is a command with an id of its own, so that running the demonstration twice records
nothing twice. Some steps are refused on purpose; one decision is recorded although the law said no.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.casework import Casework
from swp_adapters.demo.audit import audit
from swp_adapters.demo.people import establish
from swp_adapters.demo.step import Step
from swp_adapters.demo.support import planning
from swp_domain.actor import Actor, BodyKind, Role
from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentStarted,
    CarerIdentified,
    CarersAssessmentCompleted,
    InvolvementConsidered,
)
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import CaseAllocated, PersonRegistered
from swp_domain.case.vocabulary import Complexity
from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.court.events import ApplicationMade, OrderMade
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.eligibility.events import DeterminationGiven, EligibilityDetermined
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import Appearance, AssessmentCoverage, NoAssessmentReason
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultAbility, AdultNeeds, AdultOutcome
from swp_domain.party import Party
from swp_domain.proposal import Conduct, propose
from swp_domain.referral.events import ReferralReceived, ReferralTriaged, UrgentSupportProvided
from swp_domain.referral.vocabulary import Source, TriageOutcome, Urgency
from swp_domain.refusal import Unlawful
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome

CASE: Final = "case/demo-1"
CALL: Final = "contact/demo-1"
OTHER_CALL: Final = "contact/demo-2"
COURT: Final = Actor(id="court-of-protection", kind=BodyKind.COURT, body="Court of Protection", role=Role.JUDGE)


@dataclass(frozen=True, slots=True)
class Told:
    """How a step went: its words, and the refusal if there was one."""

    says: str
    refusal: str | None = None


def live(casework: Casework) -> Iterator[Told]:
    """Live the case, telling each step as it is done."""
    establish(casework)
    yield from _lived(casework, "life", steps(casework))
    yield from _lived(casework, "audit", audit(casework))


def _lived(casework: Casework, chapter: str, told: Iterator[Step]) -> Iterator[Told]:
    for number, step in enumerate(told, start=1):
        try:
            casework.submit(*step.proposals, command_id=f"demo/{chapter}/{number}")
        except Unlawful as refusal:
            if not step.refused:
                raise
            yield Told(step.says, str(refusal))
        else:
            yield Told(step.says)


def steps(casework: Casework) -> Iterator[Step]:
    """The steps, with the actors as they are on the staff."""
    on = date(2025, 1, 1)
    ada, olu, edith = casework.actor("ada", on), casework.actor("olu", on), casework.actor("edith", on)
    yield from _front_door(olu, ada)
    yield from _assessment(ada)
    yield from _eligibility(ada)
    yield from planning(CASE, ada, edith)
    yield from _safety(ada, edith)


def _front_door(olu: Actor, ada: Actor) -> Iterator[Step]:
    call = ContactReceived(contact="C2", channel=Channel.TELEPHONE, summary="Invented: asks about a key safe.")
    advice = ContactResolved(
        contact="C2",
        appearance=Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS),
        decision=Decision(outcome=ContactOutcome.ADVICE_GIVEN, reasons="Invented: told where key safes are sold."),
    )
    yield Step(
        "An anonymous call is resolved with advice",
        (propose(OTHER_CALL, call, olu, "2025-01-06"), propose(OTHER_CALL, advice, olu, "2025-01-06")),
    )
    neighbour = Party(kind=BodyKind.FAMILY, relation="neighbour", name="Invented Neighbour")
    call = ContactReceived(
        contact="C1", channel=Channel.TELEPHONE, caller=neighbour, summary="Invented: found on the floor, not eating."
    )
    passed = ContactPassedOn(contact="C1", case=CASE, referral="R1")
    referral = ReferralReceived(referral="R1", source=Source.FRONT_DOOR, urgency=Urgency.URGENT, contact="C1")
    person = PersonRegistered(
        name_given="Synthetic", name_family="Adult", birth_date="1941-02-03", birth_year=1941, nhs_number="999 000 0018"
    )
    yield Step(
        "A neighbour calls; the contact is passed on, and a case begins",
        (
            propose(CALL, call, olu, "2025-01-07"),
            propose(CALL, passed, olu, "2025-01-07"),
            propose(CASE, referral, olu, "2025-01-07"),
            propose(CASE, person, olu, "2025-01-07"),
        ),
    )
    urgent = UrgentSupportProvided(assessment="A1", support="Invented: meals and a daily visit.")
    yield Step("Urgent needs are met before any assessment", (propose(CASE, urgent, ada, "2025-01-07"),))
    triage = ReferralTriaged(
        referral="R1",
        assessment="A1",
        appearance=Appearance(appears_to_have_needs=True),
        decision=Decision(outcome=TriageOutcome.ASSESS, reasons="Invented: cannot manage meals or washing."),
    )
    held = CaseAllocated(team="East", worker="ada", complexity=Complexity.LEVEL_2)
    yield Step(
        "Duty triage starts an assessment, and the case is allocated",
        (propose(CASE, triage, ada, "2025-01-08"), propose(CASE, held, ada, "2025-01-08")),
    )


def _assessment(ada: Actor) -> Iterator[Step]:
    involvement = InvolvementConsidered(
        assessment="A1", involvement=InvolvementFacts(difficulty_weighing=True, appropriate_person=False)
    )
    yield Step(
        "She would have substantial difficulty, and nobody can support her",
        (propose(CASE, involvement, ada, "2025-01-13"),),
    )
    advocate = AdvocateArranged(
        assessment="A1",
        works_for_council_or_delegate=False,
        decision=Decision(outcome=Party(kind=BodyKind.REPRESENTATIVE, relation="independent advocate")),
    )
    started = AssessmentStarted(assessment="A1", conduct=ConductFacts(self_assessment_offered=True))
    yield Step(
        "An independent advocate is arranged, and the assessment starts",
        (propose(CASE, advocate, ada, "2025-01-17"), propose(CASE, started, ada, "2025-01-20")),
    )
    bare = AssessmentCompleted(
        assessment="A1",
        coverage=AssessmentCoverage(wellbeing=True, outcomes_wished=True),
        decision=Decision(outcome=Conclusion.NEEDS),
    )
    yield Step("The assessment is signed off with a gap", (propose(CASE, bare, ada, "2025-02-03"),), refused=True)
    whole = AssessmentCompleted(
        assessment="A1",
        coverage=AssessmentCoverage(
            wellbeing=True, outcomes_wished=True, contribution=True, involved=True, other_help=True
        ),
        conduct=ConductFacts(self_assessment_offered=True, deafblind=False, may_need_nhs_continuing_healthcare=False),
        decision=Decision(outcome=Conclusion.NEEDS, reasons="Invented: needs with meals, washing and the home."),
    )
    yield Step("The assessment is completed", (propose(CASE, whole, ada, "2025-02-05"),))
    carer = CarerIdentified(carer="sister", relation="sister", assessment="A2")
    yield Step("Her sister, who cares for her, comes to notice", (propose(CASE, carer, ada, "2025-02-05"),))
    copy = AssessmentCopyGiven(assessment="A1")
    yield Step("The copy is given, late", (propose(CASE, copy, ada, "2025-03-03"),))
    carers = CarersAssessmentCompleted(
        assessment="A2",
        carer="sister",
        coverage=CarerCoverage(
            able=True, willing=True, wellbeing=True, outcomes_wished=True, work_education_recreation=True
        ),
        decision=Decision(outcome=Conclusion.NO_NEEDS, reasons="Invented: wants no support now."),
    )
    yield Step(
        "The carer's assessment is completed, with a date remembered only as about then",
        (propose(CASE, carers, ada, "about 2025-03-05/2025-03-12"),),
    )


def _eligibility(ada: Actor) -> Iterator[Step]:
    def needs(*outcomes: AdultOutcome) -> AdultNeeds:
        abilities = tuple(
            AdultAbility(
                outcome=one,
                needs_assistance=one in outcomes,
                pain_distress_or_anxiety=False,
                danger_to_health_or_safety=False,
                significantly_longer=False,
            )
            for one in AdultOutcome
        )
        return AdultNeeds(from_impairment_or_illness=True, abilities=abilities, significant_impact_on_wellbeing=True)

    def determined(found: AdultNeeds) -> EligibilityDetermined:
        return EligibilityDetermined(
            determination="D1",
            assessment="A1",
            needs=found,
            wants_needs_met=True,
            ordinarily_resident=True,
            decision=Decision(outcome=Eligibility.ELIGIBLE, reasons="Invented: as the outcomes show."),
        )

    one, two = needs(AdultOutcome.NUTRITION), needs(AdultOutcome.NUTRITION, AdultOutcome.HYGIENE)
    yield Step(
        "Eligibility is claimed on one outcome", (propose(CASE, determined(one), ada, "2025-02-12"),), refused=True
    )
    yield Step("Eligibility is determined on two", (propose(CASE, determined(two), ada, "2025-02-12"),))
    yield Step(
        "The determination is given in writing",
        (propose(CASE, DeterminationGiven(determination="D1"), ada, "2025-02-14"),),
    )


def _safety(ada: Actor, edith: Actor) -> Iterator[Step]:
    concern = ConcernReceived(concern="S1", types=(AbuseType.FINANCIAL,), account="Invented: money goes missing.")
    yield Step("A concern is received", (propose(CASE, concern, ada, "2025-05-01"),))

    def decided(outcome: EnquiryOutcome) -> EnquiryDecided:
        return EnquiryDecided(
            concern="S1",
            suspected=SafeguardingFacts(has_needs=True, at_risk=True, unable_to_protect=True),
            decision=Decision(
                outcome=outcome, reasons="Invented: the bank statements.", views="Invented: she is afraid."
            ),
        )

    enquire, decline = decided(EnquiryOutcome.ENQUIRE), decided(EnquiryOutcome.NO_ENQUIRY)
    yield Step("The practice takes the council's decision", (propose(CASE, enquire, ada, "2025-05-02"),), refused=True)
    yield Step(
        "A manager declined on paper, although the duty was met: it happened, so it is recorded, with its breach",
        (
            propose(
                CASE,
                decline,
                edith,
                "2025-05-02",
                conduct=Conduct.RECORDING,
                reason="Invented: found in the paper file.",
            ),
        ),
    )
    yield Step("The council decides to enquire", (propose(CASE, enquire, edith, "2025-05-06"),))
    asked = ApplicationMade(application="P1", kind=ApplicationKind.PROPERTY_AND_AFFAIRS, applicant=BodyKind.COUNCIL)
    order = OrderMade(
        order="O1",
        application="P1",
        authorises_deprivation_of_liberty=False,
        review_by=date(2026, 6, 30),
        expires_on=date(2026, 9, 30),
        decision=Decision(outcome=OrderOutcome.INTERIM),
    )
    yield Step(
        "The Court of Protection is asked, and makes an interim order",
        (propose(CASE, asked, edith, "2025-06-02"), propose(CASE, order, COURT, "2025-06-30", recorded_by=edith)),
    )
