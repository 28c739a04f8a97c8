"""Who owes what by when once the court is asked: service, notification, answers, directions, reports."""

from __future__ import annotations

from datetime import date

from swp_domain.court.events import (
    ApplicationIssued,
    DirectionComplied,
    DirectionDischarged,
    DirectionGiven,
    DirectionVaried,
    EvidenceFiled,
    LitigantJoined,
    PapersServed,
    ParticipationDecided,
    ServiceAcknowledged,
    ServiceCertified,
    ServiceDispensedWith,
)
from swp_domain.court.vocabulary import DirectionKind, LitigantRole, Participation, Told
from swp_domain.law.court_of_protection_rules_2017 import RULES_2017, RULES_BEGAN
from swp_domain.law.court_of_protection_rules_2017.part7_notifying import (
    certifying_that_the_person_was_notified,
    notifying_the_person,
)
from swp_domain.law.court_of_protection_rules_2017.part9_applications import (
    acknowledging,
    answering_with_evidence,
    certifying_service,
    notifying_others,
    serving_respondents,
)
from swp_domain.law.limit import TimeLimit
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, COURT_ORDER, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import Provision
from swp_domain.owed import Condition, Ends, Extension, Opening, Owed, owed

APPLICANT, ANOTHER, SERVED = "the applicant", "the party directed", "whoever was served or notified"


def _told(kind: Told) -> Condition:
    return lambda event: event.told is kind and getattr(event, "hearing", None) is None


def _all_told(kind: Told) -> Condition:
    return lambda event: event.everybody and _told(kind)(event)


def _after_issue(event: ApplicationIssued) -> bool:
    return not event.told_before_filing


def _to_respondents(event: ApplicationIssued) -> bool:
    return event.has_respondents and _after_issue(event)


def _wishes_to_take_part(event: PapersServed) -> bool:
    """Whether a respondent was served who wishes to take part: nobody else has to answer (r 9.12(1))."""
    return bool(event.takes_part) and _told(Told.RESPONDENT)(event)


_A_PARTY: Ends = {
    ParticipationDecided: lambda event: event.decision.outcome is Participation.JOINED,
    LitigantJoined: lambda event: event.role is LitigantRole.PERSON,
}
"""What makes the person a party, who is then served as one: Part 7 no longer applies (r 7.1(2))."""


def _telling(name: str, rule: str, kind: Told, within: TimeLimit, when: Condition, to: str) -> Owed:
    return owed(
        name,
        rule=rule,
        provision=within.provision,
        by=APPLICANT,
        to=to,
        subject="application",
        opened_by={ApplicationIssued: Opening(within, when=when)},
        discharged_by={PapersServed: _all_told(kind)},
        ended_by={
            ServiceDispensedWith: lambda event: event.told is kind,
            **(_A_PARTY if kind is Told.PERSON else {}),
        },
        commenced=RULES_BEGAN,
    )


def _certifying(name: str, rule: str, within: TimeLimit, when: Condition) -> Owed:
    return owed(
        name,
        rule=rule,
        provision=within.provision,
        by=APPLICANT,
        to="the court",
        subject="serving",
        opened_by={PapersServed: Opening(within, when=when)},
        discharged_by=(ServiceCertified,),
        commenced=RULES_BEGAN,
    )


def _evidence_by(event: ServiceAcknowledged) -> date | None:
    start = event.served_on
    return answering_with_evidence.last_day(start) if start and answering_with_evidence.in_force(start) else None


def _due(event: DirectionGiven | DirectionVaried) -> date | None:
    return event.due


def _is_report(event: DirectionGiven) -> bool:
    return event.kind is DirectionKind.SECTION_49_REPORT


def _directed(name: str, rule: str, provision: Provision, by: str, when: Condition, theme: str | None) -> Owed:
    return owed(
        name,
        rule=rule,
        provision=provision,
        by=by,
        to="the court",
        subject="direction",
        opened_by={DirectionGiven: Opening(_due, when=when)},
        discharged_by=(DirectionComplied,),
        ended_by={DirectionDischarged: None},
        extended_by={DirectionVaried: Extension(DirectionGiven, _due)},
        commenced=COMMENCED,
        theme=theme,
    )


_ORDERED = COURT_ORDER["directions"]
_REPORT = MENTAL_CAPACITY_ACT["s 49"]

CLOCKS = (
    _telling(
        "serve the respondents", "COP-01", Told.RESPONDENT, serving_respondents, _to_respondents, "the respondents"
    ),
    _telling("notify those likely to be interested", "COP-01-N", Told.OTHER, notifying_others, _after_issue, "them"),
    _telling(
        "notify the person of the application", "COP-02", Told.PERSON, notifying_the_person, _after_issue, "the adult"
    ),
    _certifying(
        "certify service or notification", "COP-01-C", certifying_service, lambda event: event.told is not Told.PERSON
    ),
    _certifying(
        "certify that the person was notified",
        "COP-02-C",
        certifying_that_the_person_was_notified,
        lambda event: event.told is Told.PERSON,
    ),
    owed(
        "answer the application",
        rule="COP-03",
        provision=RULES_2017["r 9.12(2)"],
        by=SERVED,
        to="the court",
        subject="serving",
        opened_by={PapersServed: Opening(acknowledging, when=_wishes_to_take_part)},
        discharged_by=(ServiceAcknowledged,),
        commenced=RULES_BEGAN,
    ),
    owed(
        "file evidence against the application",
        rule="COP-03-E",
        provision=RULES_2017["r 9.12(5), (7)"],
        by=SERVED,
        to="the court",
        subject="serving",
        opened_by={ServiceAcknowledged: Opening(_evidence_by, when=lambda event: event.opposes)},
        discharged_by={EvidenceFiled: lambda event: event.serving is not None},
        commenced=RULES_BEGAN,
    ),
    _directed(
        "do what the court directed",
        "COP-06-D",
        _ORDERED,
        "council",
        lambda event: event.owner.ours and not _is_report(event),
        "P15",
    ),
    _directed(
        "do what the court directed another party to do",
        "COP-06-O",
        _ORDERED,
        ANOTHER,
        lambda event: not event.owner.ours and not _is_report(event),
        None,
    ),
    _directed(
        "send the section 49 report",
        "COP-07",
        _REPORT,
        "council",
        lambda event: event.owner.ours and _is_report(event),
        "P15",
    ),
    _directed(
        "send the section 49 report (another body)",
        "COP-07-O",
        _REPORT,
        ANOTHER,
        lambda event: not event.owner.ours and _is_report(event),
        None,
    ),
)
