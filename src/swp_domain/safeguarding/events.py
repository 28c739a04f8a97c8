"""What can have happened about the safety of an adult, from a concern to the end of every enquiry into it."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_domain.actor import council_alone, council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import ActionId, AllegedId, ConcernId, EnquiryId, MeetingId, SafeguardingPlanId
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.law.care_act_2014.s68_advocacy import EnquiryInvolvementFacts
from swp_domain.law.function import Function
from swp_domain.law.safeguarding_guidance.consent import StopFacts
from swp_domain.party import Party
from swp_domain.personal import PersonalText
from swp_domain.resting import RestsOnIncapacity
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AdvocateEnd,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    EnquiryMaker,
    LackedCapacity,
    MeetingKind,
    ReleaseGround,
    RiskAfter,
    RiskFound,
    Unasked,
)
from swp_domain.safeguarding.vocabulary import (
    AbuseType,
    Consent,
    EnquiryOutcome,
    Location,
    NoEnquiryGround,
    NotTold,
    OtherBody,
    Override,
    RiskSource,
)

_THE_COUNCIL: Final = council_alone(Function.SAFEGUARDING_ENQUIRY)


# Concerns


class ConcernReceived(Event, name="safeguarding/concern-received", begins="concern"):
    """Somebody was worried that an adult is, or may be, abused or neglected. It can always be recorded.

    ``provider`` and ``location_name`` are the codes or names of an organisation and of a place that it runs, never of
    people: by them concerns about many adults are seen together. ``safe_now`` is whether the adult is safe for the
    moment, ``repeats`` an earlier concern that this one is about again, ``known_views`` what the adult wants, as far
    as whoever raised it knows.
    """

    concern: ConcernId
    raised_by: Party | None = None
    types: tuple[AbuseType, ...] = ()
    account: PersonalText | None = None
    immediate_safety: PersonalText | None = None
    safe_now: bool | None = None
    location: Location | None = None
    location_name: str = ""
    provider: str = ""
    risk_source: RiskSource | None = None
    known_views: PersonalText | None = None
    repeats: ConcernId | None = None


class InformationGathered(Event, name="safeguarding/information-gathered"):
    """Something was found out about a concern before it was decided on, and from whom."""

    concern: ConcernId
    source: Party | None = None
    summary: PersonalText | None = None


class ProtectionPutInPlace(Event, name="safeguarding/protection-put-in-place"):
    """Something was done at once so that the adult is safe, whatever is decided later."""

    concern: ConcernId
    what: PersonalText | None = None


class AdultFoundSafe(Event, name="safeguarding/found-safe"):
    """The adult of a concern was found to be safe, after all or again, whether or not anything was put in place."""

    concern: ConcernId
    how: PersonalText | None = None


class BodyTold(Event, name="safeguarding/body-told"):
    """Another body was told of a concern: the police where there may be a crime, a regulator, an employer."""

    concern: ConcernId
    body: OtherBody
    reference: str = ""


class PersonAlleged(Event, name="safeguarding/person-alleged", begins="alleged"):
    """Somebody is said to have caused harm: how they stand to the adult, and nothing of the adult's own.

    ``position_of_trust`` is whether they work with adults who need care, for pay or not.
    """

    alleged: AllegedId
    concern: ConcernId
    stands_as: RiskSource | None = None
    person: Party | None = None
    position_of_trust: bool | None = None


class PersonAllegedAgain(Event, name="safeguarding/person-alleged-again"):
    """Somebody whom an earlier concern named is said to have caused harm in another."""

    alleged: AllegedId
    concern: ConcernId


class PositionOfTrustConsidered(Event, name="safeguarding/position-of-trust-considered"):
    """What a position of trust asks for was considered, apart from the enquiry, and who was told."""

    alleged: AllegedId
    told: tuple[OtherBody, ...] = ()
    conclusion: PersonalText | None = None


class ConcernReopened(Event, name="safeguarding/concern-reopened"):
    """A concern that was decided on is looked at again, because something new is known."""

    concern: ConcernId
    why: PersonalText | None = None


class EnquiryDecided(RestsOnIncapacity, name="safeguarding/enquiry-decided", taken_by=_THE_COUNCIL):
    """Whether the duty to make enquiries is met, and what was decided.

    ``consent`` is the adult's, where it was asked for; ``despite`` is why an enquiry is made without it.
    """

    concern: ConcernId
    suspected: SafeguardingFacts
    grounds: tuple[NoEnquiryGround, ...] = ()
    consent: Consent | None = None
    despite: Override | None = None
    decision: Decision[EnquiryOutcome]

    @property
    def for_want_of_capacity(self) -> bool:
        """Whether nobody waited for the adult's agreement because they cannot decide on it."""
        return self.consent is Consent.CANNOT_DECIDE


class ReferrerTold(Event, name="safeguarding/referrer-told"):
    """Whoever raised a concern was told what was decided on it, as far as it is theirs to know."""

    concern: ConcernId


class ReferrerNotTold(Event, name="safeguarding/referrer-not-told"):
    """Whoever raised a concern is not told what was decided on it, and why not."""

    concern: ConcernId
    why: NotTold


# Enquiries


class EnquiryOpened(Event, name="safeguarding/enquiry-opened", begins="enquiry"):
    """An enquiry into a concern began. One concern can lead to several, by any form from a conversation upwards."""

    enquiry: EnquiryId
    concern: ConcernId
    kind: EnquiryKind


class ConcernJoined(Event, name="safeguarding/concern-joined"):
    """A concern is looked into in an enquiry that another concern led to, or that began before it was decided on."""

    concern: ConcernId
    enquiry: EnquiryId


class EnquiryCaused(Event, name="safeguarding/enquiry-caused", taken_by=_THE_COUNCIL):
    """Who makes an enquiry was decided, in what terms, and by when they report. What comes of it is the council's."""

    enquiry: EnquiryId
    made_by: Party | None = None
    terms: PersonalText | None = None
    report_by: date | None = None
    decision: Decision[EnquiryMaker]


class EnquiryReported(Event, name="safeguarding/enquiry-reported"):
    """Whoever made an enquiry told the council what they found."""

    enquiry: EnquiryId
    reported_by: Party | None = None
    findings: PersonalText | None = None


class EnquiryInvolvementConsidered(Event, name="safeguarding/involvement-considered"):
    """How far the adult can be involved in an enquiry was considered, and who could support them (s 68)."""

    enquiry: EnquiryId
    involvement: EnquiryInvolvementFacts


class EnquiryAdvocateArranged(
    Event, name="safeguarding/advocate-arranged", taken_by=council_or_delegate(Function.ADVOCACY)
):
    """An independent advocate was arranged for the adult whom an enquiry is about (s 68)."""

    enquiry: EnquiryId
    independent: bool | None = None
    decision: Decision[Party]


class EnquiryAdvocateRefused(Event, name="safeguarding/advocate-refused"):
    """The adult does not want an advocate in an enquiry, whether one was arranged or not."""

    enquiry: EnquiryId
    why: PersonalText | None = None


class EnquiryAdvocateEnded(Event, name="safeguarding/advocate-ended"):
    """An advocate who was arranged acts no more in an enquiry, and why."""

    enquiry: EnquiryId
    why: AdvocateEnd


class OutcomesAsked(Event, name="safeguarding/outcomes-asked"):
    """The adult, or whoever speaks for them, was asked what they want from an enquiry.

    ``expressed`` is whether they said so; ``asked`` is whom, where it was not the adult.
    """

    enquiry: EnquiryId
    when: AskedWhen
    asked: Party | None = None
    expressed: bool | None = None
    wanted: PersonalText | None = None


class ActionDecided(Event, name="safeguarding/action-decided", taken_by=_THE_COUNCIL):
    """Whether any action is to be taken, what and by whom: what a section 42 enquiry is made for (s 42(2))."""

    enquiry: EnquiryId
    risk: RiskFound | None = None
    action: PersonalText | None = None
    by_whom: Party | None = None
    decision: Decision[ActionOutcome]


class EnquiryClosed(Event, name="safeguarding/enquiry-closed", taken_by=_THE_COUNCIL):
    """An enquiry ended, and why.

    ``wish`` is what is known of an adult at whose request it stops, ``risk_after`` what became of the risk found,
    ``achieved`` how far the adult got the outcomes they wanted, ``lacked_capacity`` and ``supported`` whether they
    lacked capacity in it, and had an advocate, relative or friend to support them. ``unasked`` is said where nobody
    asked what they want, or nobody knows.
    """

    enquiry: EnquiryId
    wish: StopFacts = StopFacts()
    risk_after: RiskAfter | None = None
    achieved: Achieved | None = None
    unasked: Unasked | None = None
    lacked_capacity: LackedCapacity | None = None
    supported: bool | None = None
    decision: Decision[EnquiryEnd]


class EnquiryOutcomeTold(Event, name="safeguarding/enquiry-outcome-told"):
    """The outcome of an enquiry was told to the adult, or to whoever speaks for them."""

    enquiry: EnquiryId
    told: Party | None = None


class EnquiryOutcomeWithheld(Event, name="safeguarding/enquiry-outcome-withheld"):
    """The outcome of an enquiry is not told to the adult, nor to anybody for them, and why not."""

    enquiry: EnquiryId
    why: NotTold


# Plans, meetings, and what was agreed


class SafeguardingPlanAgreed(RestsOnIncapacity, name="safeguarding/plan-agreed", begins="plan"):
    """How the adult is kept safe was agreed (before April 2015: a protection plan). It may outlive its enquiry.

    A plan can be made without an enquiry. ``concern`` is the one from which it keeps the adult safe, where that is
    told: it need not be every concern of the enquiry.
    """

    plan: SafeguardingPlanId
    enquiry: EnquiryId | None = None
    concern: ConcernId | None = None
    review_by: date | None = None
    content: PersonalText | None = None


class SafeguardingPlanReviewed(Event, name="safeguarding/plan-reviewed"):
    """A safeguarding plan was looked at again: what became of the risk, and whether the plan goes on."""

    plan: SafeguardingPlanId
    risk: RiskAfter | None = None
    goes_on: bool = True
    review_by: date | None = None


class SafeguardingMeetingHeld(Event, name="safeguarding/meeting-held", begins="meeting"):
    """A meeting about a concern or an enquiry was held, with the adult or somebody who spoke for them, or without."""

    meeting: MeetingId
    kind: MeetingKind = MeetingKind.OTHER
    concern: ConcernId | None = None
    enquiry: EnquiryId | None = None
    adult_present: bool | None = None
    represented: bool | None = None
    minutes: PersonalText | None = None


class ActionAgreed(Event, name="safeguarding/action-agreed", begins="action"):
    """Somebody took on to do something, at a meeting or for a plan, by a day where one was named."""

    action: ActionId
    owner: Party
    by_day: date | None = None
    meeting: MeetingId | None = None
    enquiry: EnquiryId | None = None
    what: PersonalText | None = None


class ActionDone(Event, name="safeguarding/action-done"):
    """What was agreed was done, the whole of it."""

    action: ActionId


class ActionReleased(Event, name="safeguarding/action-released"):
    """What was agreed is no longer to be done, and why not."""

    action: ActionId
    why: ReleaseGround


# Towards a safeguarding adults review


class ReviewConditionsNoted(Event, name="safeguarding/review-conditions-noted"):
    """Somebody noted what the conditions of a safeguarding adults review ask about: death, or serious abuse (s 44)."""

    conditions: ReviewFacts


class AdultsReviewAskedFor(Event, name="safeguarding/adults-review-asked-for"):
    """The case was referred to the safeguarding adults board. ``review`` is the id of the review's own file."""

    review: str = ""


class AdultsReviewNotAskedFor(Event, name="safeguarding/adults-review-not-asked-for"):
    """It was considered whether to refer the case to the board, and it was not referred: why is said."""

    why: PersonalText
