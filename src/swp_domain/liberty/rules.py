"""What the law makes of deprivation of liberty, and what it owes. Whose decision it is, ``practice`` says."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_domain.court.events import ApplicationMade
from swp_domain.law.limit import TimeLimit
from swp_domain.law.local_targets.liberty import objection_to_the_court
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import urgent_at_most_on
from swp_domain.law.representatives_regulations_2008 import REPRESENTATIVES
from swp_domain.law.standard_authorisations_regulations_2008 import COMMENCED, STANDARD_AUTHORISATIONS
from swp_domain.law.standard_authorisations_regulations_2008.reg13_times import (
    FIRST_MONTH_ENDED,
    SECOND_MONTH,
    forty_two_days,
    seven_days,
    twenty_one_days,
)
from swp_domain.liberty import assessor_rules, deprivation_rules, grant_rules, request_rules
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationReviewed,
    AuthorisationReviewRequested,
    DeprivationEnded,
    DeprivationMoved,
    DeprivationObjectedTo,
    ObjectionMet,
    RepresentativeAppointed,
    RepresentativeCeased,
    RequestWithdrawn,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    UnauthorisedDeprivationDecided,
    UnauthorisedDeprivationReported,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
)
from swp_domain.liberty.request_rules import ASSESSMENTS as ASSESSMENTS
from swp_domain.liberty.vocabulary import (
    AuthorisationOutcome,
    ExtensionOutcome,
    ReportOutcome,
    RepresentativeEnd,
    ReviewOutcome,
)
from swp_domain.owed import Ends, Expiry, Extension, Opening, Openings, Owed, owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = (
    *deprivation_rules.RULES,
    *request_rules.RULES,
    *assessor_rules.RULES,
    *grant_rules.RULES,
)

SUPERVISORY, MANAGING = "the supervisory body", "the managing authority"
REPRESENTATIVE: Final = "appoint a representative"
REVIEW: Final = "review the authorisation"
REPORT: Final = "assess a deprivation said to be unauthorised"
OBJECTION: Final = "bring an objection to a deprivation of liberty before the court"
NEW_PLACE: Final = "request authorisation for the new place"

_ASSESSED: Ends = dict.fromkeys((AssessmentsCompleted, StandardAuthorisationDecided))
_GIVEN_UP: Ends = {RequestWithdrawn: None}


def _treated_as_a_request(event: UnauthorisedDeprivationDecided) -> bool:
    return event.request is not None and event.decision.outcome is ReportOutcome.UNAUTHORISED


def _stated(event: UrgentAuthorisationGiven) -> date | None:
    return event.until


def _last_day(event: StandardAuthorisationDecided | AuthorisationReviewed) -> date | None:
    """The last day of an authorisation: its representative is one as long as it lasts (SI 2008/1315 reg 12(3))."""
    return event.until


def _granted(event: StandardAuthorisationDecided) -> bool:
    return event.decision.outcome is AuthorisationOutcome.GRANTED


def _terminated(event: AuthorisationReviewed) -> bool:
    return event.decision.outcome is ReviewOutcome.TERMINATED


def _more_days(event: UrgentExtensionDecided) -> date | None:
    return event.until if event.decision.outcome is ExtensionOutcome.EXTENDED else None


def _about_liberty(event: ApplicationMade) -> bool:
    """Whether the court is asked about the person, not about their money, and as it has to be asked."""
    return event.kind.puts_a_dispute


def _is_a_request(event: UnauthorisedDeprivationReported) -> bool:
    """Whether it asks for a decision: whoever does has first told the managing authority and asked it to apply."""
    return event.authority_was_asked_first is not False


def _to_be_requested(event: DeprivationMoved) -> bool:
    return event.setting.under_the_schedule and event.request is None


def _vacant(event: RepresentativeCeased) -> bool:
    return event.why is not RepresentativeEnd.PERIOD_ENDED


def _assess(rule: str, openings: Openings, commenced: str, ceased: str | None = None) -> Owed:
    """The assessments of a request, within the days of the regulations and of any urgent authorisation."""
    return owed(
        ASSESSMENTS,
        rule=rule,
        provision=STANDARD_AUTHORISATIONS["reg 13"],
        by=SUPERVISORY,
        subject="request",
        opened_by=openings,
        discharged_by=_ASSESSED,
        ended_by=_GIVEN_UP,
        extended_by={UrgentExtensionDecided: Extension(UrgentAuthorisationGiven, _more_days)},
        commenced=commenced,
        ceased=ceased,
        theme="P14",
    )


def _openings(limit: TimeLimit) -> Openings:
    return {
        StandardAuthorisationRequested: Opening(limit),
        UnauthorisedDeprivationDecided: Opening(limit, when=_treated_as_a_request),
        UrgentAuthorisationGiven: Opening(_stated, when=_stated, at_most=urgent_at_most_on),
    }


DUTIES: tuple[Owed, ...] = (
    _assess("DOL-01", _openings(twenty_one_days), SECOND_MONTH),
    _assess("DOL-01-2009", _openings(forty_two_days), COMMENCED, FIRST_MONTH_ENDED),
    owed(
        REPRESENTATIVE,
        rule="DOL-11",
        provision=REPRESENTATIVES["reg 10"],
        by=SUPERVISORY,
        subject="authorisation",
        opened_by={
            StandardAuthorisationDecided: Opening(when=_granted),
            RepresentativeCeased: Opening(when=_vacant),
        },
        discharged_by=(RepresentativeAppointed,),
        settled_by=(RepresentativeAppointed,),
        # Nothing brings an authorisation back: of one that is over nobody is represented any more.
        closed_by={AuthorisationEnded: None, AuthorisationReviewed: _terminated},
        expires_by=dict.fromkeys((StandardAuthorisationDecided, AuthorisationReviewed), Expiry(_last_day, True)),
        commenced=COMMENCED,
        recurring=True,
    ),
    owed(
        REVIEW,
        rule="DOL-13",
        provision=MENTAL_CAPACITY_ACT["Sch A1 para 102"],
        by=SUPERVISORY,
        subject="review",
        opened_by={AuthorisationReviewRequested: Opening()},
        discharged_by=(AuthorisationReviewed,),
        ended_by={AuthorisationEnded: None},
        commenced=DEPRIVATION_BEGAN,
    ),
    owed(
        REPORT,
        rule="DOL-23",
        provision=STANDARD_AUTHORISATIONS["reg 14"],
        by=SUPERVISORY,
        subject="report",
        opened_by={UnauthorisedDeprivationReported: Opening(seven_days, when=_is_a_request)},
        discharged_by=(UnauthorisedDeprivationDecided,),
        commenced=COMMENCED,
        theme="P14",
    ),
    owed(
        OBJECTION,
        rule="DOL-21",
        provision=MENTAL_CAPACITY_ACT["s 21A"],
        by=SUPERVISORY,
        subject="deprivation",
        opened_by={DeprivationObjectedTo: Opening(objection_to_the_court)},
        discharged_by={ApplicationMade: _about_liberty},
        ended_by={DeprivationEnded: None, ObjectionMet: None},
        commenced=DEPRIVATION_BEGAN,
    ),
    owed(
        NEW_PLACE,
        rule="DOL-19",
        provision=MENTAL_CAPACITY_ACT["Sch A1 paras 24-25"],
        by=MANAGING,
        subject="deprivation",
        opened_by={DeprivationMoved: Opening(when=_to_be_requested)},
        discharged_by=(StandardAuthorisationRequested,),
        settled_by=(StandardAuthorisationRequested,),
        ended_by={DeprivationEnded: None},
        commenced=DEPRIVATION_BEGAN,
        recurring=True,
    ),
)
