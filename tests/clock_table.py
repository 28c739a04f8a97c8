"""Every clock of safeguarding, capacity, liberty, court, healthcare and the adults review, with days counted by hand.

``tests/stages/test_clocks.py`` asks the rooms which clocks they have, and fails when one of them has no row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import (
    AdvocateNeedArose,
    CapacityAssessed,
    CapacityDoubted,
    DeputyAppointed,
    ObjectionRecorded,
)
from swp_domain.continuing_healthcare.events import (
    DecisionToolCompleted,
    FastTrackReceived,
    FundingEndNotified,
    HealthcareEligibilityDecided,
    HealthcareReviewed,
    HealthcareSignsNoted,
    IndependentReviewRequested,
    LocalReviewRequested,
    NotificationReceived,
)
from swp_domain.court.events import (
    ApplicationIssued,
    DeputyReported,
    DirectionGiven,
    DirectionVaried,
    OrderMade,
    OrderReviewed,
    PapersServed,
    ServiceAcknowledged,
)
from swp_domain.court.vocabulary import DirectionKind
from swp_domain.event import Event
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Trigger
from swp_domain.liberty.events import (
    DeprivationObjectedTo,
    StandardAuthorisationRequested,
    UnauthorisedDeprivationDecided,
    UnauthorisedDeprivationReported,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
)
from swp_domain.safeguarding.events import (
    ActionAgreed,
    ActionDecided,
    ConcernReceived,
    ConcernReopened,
    EnquiryCaused,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    ReviewConditionsNoted,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding_adults_review.events import (
    ChronologyAsked,
    DelayExplained,
    RecommendationMade,
    ReviewDecided,
    ReviewReferralReceived,
)
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice
from tests.capacity_papers import assessed as capacity_assessed
from tests.capacity_papers import need
from tests.clock_days import (
    A_DAY,
    EIGHT_WEEKS_BEGINNING_WITH,
    FIVE_WORKING_DAYS,
    FIVE_WORKING_DAYS_TO_2015,
    FORTY_TWO_BEGINNING_WITH,
    FORTY_TWO_DAYS,
    FOUR_WEEKS_TO_2015,
    FOURTEEN_CLEAR,
    FOURTEEN_DAYS,
    FOURTEEN_DAYS_WITHOUT_THE_PAUSE,
    ONE_WORKING_DAY_TO_2015,
    SEVEN_BEGINNING_WITH,
    SEVEN_CLEAR,
    SIX_MONTHS,
    SIX_WEEKS_TO_2015,
    THREE_MONTHS,
    TWELVE_MONTHS,
    TWENTY_EIGHT_CLEAR,
    TWENTY_EIGHT_DAYS,
    TWENTY_EIGHT_DAYS_WITHOUT_THE_PAUSE,
    TWENTY_ONE_BEGINNING_WITH,
    TWENTY_WORKING_DAYS,
    TWO_DAYS,
    TWO_WORKING_DAYS,
    Spans,
)
from tests.court_papers import directed
from tests.liberty_papers import extended, urgent
from tests.papers import decided, order
from tests.safeguarding_papers import agreed_to, caused, plan_looked_at, safe_plan


@dataclass(frozen=True)
class Within:
    """What must be done within a length of time: how that is counted, and the days on which it is owed at all."""

    spans: Spans
    since: str
    until: str | None = None


@dataclass(frozen=True)
class By:
    """What must be done by a day that the event tells, or that follows from one it tells.

    ``told`` has, of each example: the day on which it happened, the day that it tells, and the last day in time.
    """

    event: Callable[[date], Event]
    told: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Moved:
    """A last day that another event replaces: what opened, on which day, by when; what moved it, when, to when."""

    opens: Event
    opened: str
    first_last: str
    moves: Callable[[date], Event]
    moved: tuple[tuple[str, str, str], ...]
    """The day on which it was moved, the day that was named, and the last day in time after that."""


Key = tuple[str, type[Event], str]
CARE_ACT, NO_SECRETS, NO_SECRETS_ENDED = "2015-04-01", "2000-03-20", "2015-03-31"
MCA, ADVOCATES, SCHEDULE_A1, RULES_2017, FRAMEWORK = (
    "2007-10-01", "2007-04-01", "2009-04-01", "2017-12-01", "2013-04-01",
)  # fmt: skip
_FROM_2009 = (("2009-04-01", "2009-04-29"), *TWENTY_EIGHT_DAYS)
_OLD = (NO_SECRETS, NO_SECRETS_ENDED)
_SAME_DAY = (("2024-05-01", "2024-06-03", "2024-06-03"), ("2024-05-01", "2024-12-25", "2024-12-25"))
_REPORT = DirectionKind.SECTION_49_REPORT
_OTHERS = BodyKind.NHS_BODY


def _directed(kind: DirectionKind, owner: BodyKind) -> Callable[[date], Event]:
    return lambda due: directed(str(due), kind=kind, owner=owner)


def _varied(kind: DirectionKind, owner: BodyKind) -> Moved:
    """The court moves a day at any time, also when it has passed, and in either direction."""
    return Moved(
        directed("2024-06-03", kind=kind, owner=owner), "2024-05-01", "2024-06-03",
        lambda due: DirectionVaried(direction="e1", due=due),
        (("2024-06-03", "2024-07-01", "2024-07-01"), ("2024-06-10", "2024-07-01", "2024-07-01"),
         ("2024-05-10", "2024-05-20", "2024-05-20")),
    )  # fmt: skip


SAFEGUARDING: dict[Key, Within | By | Moved] = {
    ("SG-CLK-01", ConcernReceived, "within"): Within(FIVE_WORKING_DAYS, CARE_ACT),
    ("SG-OLD-01", ConcernReceived, "within"): Within(ONE_WORKING_DAY_TO_2015, *_OLD),
    ("SG-CLK-02", ConcernReopened, "within"): Within(FIVE_WORKING_DAYS, CARE_ACT),
    ("SG-OLD-02", ConcernReopened, "within"): Within(ONE_WORKING_DAY_TO_2015, *_OLD),
    ("SG-IMM-01", ConcernReceived, "within"): Within(A_DAY, NO_SECRETS),
    ("SG-TEL-02", EnquiryDecided, "within"): Within(FOURTEEN_DAYS, CARE_ACT),
    ("SG-ACT-01", ActionAgreed, "within"): Within((("2011-02-01", "2011-03-01"), *TWENTY_EIGHT_DAYS), NO_SECRETS),
    ("SG-ACT-01", ActionAgreed, "by"): By(lambda by: agreed_to(by_day=by), _SAME_DAY),
    ("SG-42-11", EnquiryDecided, "within"): Within(FIVE_WORKING_DAYS, CARE_ACT),
    ("SG-42-14", EnquiryDecided, "within"): Within(FIVE_WORKING_DAYS, CARE_ACT),
    ("SG-OLD-03", EnquiryDecided, "within"): Within(FIVE_WORKING_DAYS_TO_2015, *_OLD),
    ("SG-42-02", EnquiryOpened, "within"): Within(TWENTY_WORKING_DAYS, CARE_ACT),
    ("SG-CLK-04", EnquiryOpened, "within"): Within(TWENTY_WORKING_DAYS, CARE_ACT),
    ("SG-OLD-04", EnquiryOpened, "within"): Within(FOUR_WEEKS_TO_2015, *_OLD),
    ("SG-42-13", EnquiryCaused, "within"): Within(TWENTY_WORKING_DAYS, CARE_ACT),
    ("SG-42-13", EnquiryCaused, "by"): By(lambda by: caused(report_by=by), _SAME_DAY),
    ("SG-68-01", EnquiryInvolvementConsidered, "within"): Within(FOURTEEN_DAYS, CARE_ACT),
    ("SG-TEL-01", ActionDecided, "within"): Within(FOURTEEN_DAYS, CARE_ACT),
    ("SG-TEL-01", EnquiryClosed, "within"): Within(FOURTEEN_DAYS, CARE_ACT),
    ("SG-CLK-03", SafeguardingPlanAgreed, "within"): Within(THREE_MONTHS, CARE_ACT),
    ("SG-CLK-03", SafeguardingPlanAgreed, "by"): By(lambda by: safe_plan(review_by=by), _SAME_DAY),
    ("SG-CLK-03", SafeguardingPlanReviewed, "within"): Within(THREE_MONTHS, CARE_ACT),
    ("SG-CLK-03", SafeguardingPlanReviewed, "by"): By(lambda by: plan_looked_at(review_by=by), _SAME_DAY),
    ("SG-OLD-05", SafeguardingPlanAgreed, "within"): Within(SIX_WEEKS_TO_2015, *_OLD),
    ("SG-OLD-05", SafeguardingPlanAgreed, "by"): By(
        lambda by: safe_plan(review_by=by), (("2012-05-01", "2012-06-05", "2012-06-05"),)
    ),
    ("SG-OLD-05", SafeguardingPlanReviewed, "by"): By(
        lambda by: plan_looked_at(review_by=by), (("2012-05-01", "2012-06-05", "2012-06-05"),)
    ),
    ("SG-44-01", ReviewConditionsNoted, "within"): Within(TWENTY_EIGHT_DAYS, CARE_ACT),
}
REVIEW: dict[Key, Within | By | Moved] = {
    ("SG-44-06", ReviewReferralReceived, "within"): Within(FORTY_TWO_DAYS, CARE_ACT),
    ("SG-44-07", ReviewDecided, "within"): Within(SIX_MONTHS, CARE_ACT),
    # What is late stays late: only a delay that is explained while there is time gives more of it.
    ("SG-44-07", DelayExplained, "moved"): Moved(
        ReviewDecided(decision=decided(ReviewChoice.MANDATORY)),
        "2024-01-10",
        "2024-07-10",
        lambda until: DelayExplained(until=until),
        (
            ("2024-07-10", "2024-10-01", "2024-10-01"),
            ("2024-07-11", "2024-10-01", "2024-07-10"),
            ("2024-06-01", "2024-07-01", "2024-07-10"),
        ),
    ),
    ("SG-44-08", ChronologyAsked, "by"): By(lambda by: ChronologyAsked(agency="A", by=by), _SAME_DAY),
    ("SG-44-09", RecommendationMade, "by"): By(
        lambda by: RecommendationMade(recommendation="r1", agency="A", by=by), _SAME_DAY
    ),
}
CAPACITY: dict[Key, Within | By | Moved] = {
    ("MCA-01-02", CapacityDoubted, "within"): Within((("2007-10-01", "2007-10-29"), *TWENTY_EIGHT_DAYS), MCA),
    ("MCA-02-03", CapacityAssessed, "by"): By(lambda by: capacity_assessed(look_again_on=by), _SAME_DAY),
    ("IMCA-39", AdvocateNeedArose, "by"): By(lambda by: need(planned_for=by), _SAME_DAY),
    ("IMCA-39-URGENT", AdvocateNeedArose, "within"): Within(EIGHT_WEEKS_BEGINNING_WITH, ADVOCATES),
    # Counted from the day on which the stay began, not from the day on which somebody noticed.
    ("IMCA-39-URGENT", AdvocateNeedArose, "by"): By(
        lambda began: need(urgent=True, planned_for=began),
        (("2024-05-10", "2024-05-01", "2024-06-25"), ("2024-02-20", "2024-02-01", "2024-03-27")),
    ),
    ("IMCA-37", AdvocateNeedArose, "by"): By(lambda by: need(Trigger.SERIOUS_TREATMENT, planned_for=by), _SAME_DAY),
    ("IMCA-39A", AdvocateNeedArose, "within"): Within((("2009-04-01", "2009-04-15"), *FOURTEEN_DAYS), SCHEDULE_A1),
}
LIBERTY: dict[Key, Within | By | Moved] = {
    ("DOL-01", StandardAuthorisationRequested, "within"): Within(TWENTY_ONE_BEGINNING_WITH, "2009-05-01"),
    ("DOL-01", UnauthorisedDeprivationDecided, "within"): Within(TWENTY_ONE_BEGINNING_WITH, "2009-05-01"),
    ("DOL-01", UrgentAuthorisationGiven, "by"): By(
        lambda until: urgent(str(until)),
        (("2024-05-02", "2024-05-08", "2024-05-08"), ("2024-02-26", "2024-03-03", "2024-03-03")),
    ),
    ("DOL-01", UrgentExtensionDecided, "moved"): Moved(
        urgent("2024-05-07"),
        "2024-05-01",
        "2024-05-07",
        lambda until: extended(str(until)),
        (("2024-05-07", "2024-05-14", "2024-05-14"), ("2024-05-06", "2024-05-10", "2024-05-10")),
    ),
    ("DOL-01-2009", StandardAuthorisationRequested, "within"): Within(
        FORTY_TWO_BEGINNING_WITH, SCHEDULE_A1, "2009-04-30"
    ),
    ("DOL-01-2009", UnauthorisedDeprivationDecided, "within"): Within(
        FORTY_TWO_BEGINNING_WITH, SCHEDULE_A1, "2009-04-30"
    ),
    ("DOL-01-2009", UrgentAuthorisationGiven, "by"): By(
        lambda until: urgent(str(until)), (("2009-04-30", "2009-05-20", "2009-05-20"),)
    ),
    # None could be extended that was given in that month: it moves nothing.
    ("DOL-01-2009", UrgentExtensionDecided, "moved"): Moved(
        urgent("2009-05-20"),
        "2009-04-30",
        "2009-05-20",
        lambda until: extended(str(until)),
        (("2009-05-20", "2009-05-27", "2009-05-20"),),
    ),
    ("DOL-23", UnauthorisedDeprivationReported, "within"): Within(SEVEN_BEGINNING_WITH, SCHEDULE_A1),
    ("DOL-21", DeprivationObjectedTo, "within"): Within(
        (("2009-04-01", "2009-04-29"), *TWENTY_EIGHT_DAYS), SCHEDULE_A1
    ),
}
_SERVED = (
    ("2024-05-11", "2024-05-01", "2024-05-29"),
    *tuple((served, served, last) for served, last in TWENTY_EIGHT_CLEAR),
)
COURT: dict[Key, Within | By | Moved] = {
    ("COP-06", OrderMade, "by"): By(lambda by: order(str(by)), _SAME_DAY),
    ("COP-06", OrderReviewed, "by"): By(lambda by: OrderReviewed(order="o1", review_by=by), _SAME_DAY),
    ("COP-05", OrderMade, "within"): Within((("2009-04-01", "2010-04-01"), *TWELVE_MONTHS), SCHEDULE_A1),
    ("COP-05", OrderReviewed, "within"): Within((("2009-04-01", "2010-04-01"), *TWELVE_MONTHS), SCHEDULE_A1),
    ("COP-15", ObjectionRecorded, "within"): Within((("2007-10-01", "2007-10-29"), *TWENTY_EIGHT_DAYS), MCA),
    ("COP-21A", ObjectionRecorded, "within"): Within(_FROM_2009, SCHEDULE_A1),
    ("COP-09", DeputyAppointed, "within"): Within((("2007-10-01", "2008-10-01"), *TWELVE_MONTHS), MCA),
    ("COP-09", DeputyReported, "within"): Within((("2007-10-01", "2008-10-01"), *TWELVE_MONTHS), MCA),
    ("COP-09", DeputyReported, "by"): By(lambda by: DeputyReported(authority="deputy", next_by=by), _SAME_DAY),
    ("COP-01", ApplicationIssued, "within"): Within(FOURTEEN_CLEAR, RULES_2017),
    ("COP-01-N", ApplicationIssued, "within"): Within(FOURTEEN_CLEAR, RULES_2017),
    ("COP-02", ApplicationIssued, "within"): Within(FOURTEEN_CLEAR, RULES_2017),
    ("COP-01-C", PapersServed, "within"): Within(SEVEN_CLEAR, RULES_2017),
    ("COP-02-C", PapersServed, "within"): Within(SEVEN_CLEAR, RULES_2017),
    ("COP-03", PapersServed, "within"): Within(FOURTEEN_CLEAR, RULES_2017),
    # Counted from service, not from the answer.
    ("COP-03-E", ServiceAcknowledged, "by"): By(
        lambda on: ServiceAcknowledged(serving="s1", opposes=True, served_on=on),
        _SERVED,
    ),
    ("COP-06-D", DirectionGiven, "by"): By(_directed(DirectionKind.STATEMENT, BodyKind.COUNCIL), _SAME_DAY),
    ("COP-06-O", DirectionGiven, "by"): By(_directed(DirectionKind.STATEMENT, _OTHERS), _SAME_DAY),
    ("COP-07", DirectionGiven, "by"): By(_directed(_REPORT, BodyKind.COUNCIL), _SAME_DAY),
    ("COP-07-O", DirectionGiven, "by"): By(_directed(_REPORT, _OTHERS), _SAME_DAY),
    ("COP-06-D", DirectionVaried, "moved"): _varied(DirectionKind.STATEMENT, BodyKind.COUNCIL),
    ("COP-06-O", DirectionVaried, "moved"): _varied(DirectionKind.STATEMENT, _OTHERS),
    ("COP-07", DirectionVaried, "moved"): _varied(_REPORT, BodyKind.COUNCIL),
    ("COP-07-O", DirectionVaried, "moved"): _varied(_REPORT, _OTHERS),
}
HEALTHCARE: dict[Key, Within | By | Moved] = {
    ("CHC-10", HealthcareSignsNoted, "within"): Within(FOURTEEN_DAYS_WITHOUT_THE_PAUSE, FRAMEWORK),
    ("CHC-02", NotificationReceived, "within"): Within(TWENTY_EIGHT_DAYS_WITHOUT_THE_PAUSE, FRAMEWORK),
    ("CHC-12", DecisionToolCompleted, "within"): Within(TWO_WORKING_DAYS, FRAMEWORK),
    ("CHC-13", FastTrackReceived, "within"): Within(TWO_DAYS, FRAMEWORK),
    ("CHC-06", HealthcareEligibilityDecided, "within"): Within(THREE_MONTHS, FRAMEWORK),
    ("CHC-06-YEARLY", HealthcareReviewed, "within"): Within(TWELVE_MONTHS, FRAMEWORK),
    ("CHC-15", LocalReviewRequested, "within"): Within(THREE_MONTHS, FRAMEWORK),
    ("CHC-15-NHSE", IndependentReviewRequested, "within"): Within(THREE_MONTHS, FRAMEWORK),
    # The council has assessed by the last day on which the NHS still pays.
    ("CHC-17", FundingEndNotified, "by"): By(
        lambda ends: FundingEndNotified(consideration="h1", ends_on=ends),
        (("2024-05-01", "2024-06-01", "2024-05-31"), ("2024-02-01", "2024-03-01", "2024-02-29")),
    ),
}
CLOCKS = SAFEGUARDING | REVIEW | CAPACITY | LIBERTY | COURT | HEALTHCARE
