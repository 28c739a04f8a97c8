"""How one enquiry stands, and one safeguarding plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.law.care_act_2014.s68_advocacy import EnquiryInvolvementFacts
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AdvocateEnd,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    EnquiryMaker,
    RiskAfter,
    RiskFound,
    Unasked,
)


@dataclass(frozen=True)
class Enquiry:
    """An enquiry on a day: from its opening to the decision on action, its end, and the day its outcome was told."""

    kind: EnquiryKind | None = None
    concerns: tuple[str, ...] = ()
    opened_on: date | None = None
    maker: EnquiryMaker | None = None
    reported_on: date | None = None
    involvement: EnquiryInvolvementFacts | None = None
    advocate_on: date | None = None
    advocate_refused_on: date | None = None
    advocate_ended_on: date | None = None
    advocate_end: AdvocateEnd | None = None
    asked: frozenset[AskedWhen] = frozenset()
    expressed: bool | None = None
    decided_on: date | None = None
    action: ActionOutcome | None = None
    risk: RiskFound | None = None
    closed_on: date | None = None
    end: EnquiryEnd | None = None
    risk_after: RiskAfter | None = None
    achieved: Achieved | None = None
    unasked: Unasked | None = None
    told_on: date | None = None


@dataclass(frozen=True)
class Protection:
    """A safeguarding plan on a day, of an enquiry, or without one of a concern."""

    enquiry: str = ""
    concern: str = ""
    agreed_on: date | None = None
    reviewed_on: date | None = None
    risk: RiskAfter | None = None
    ended_on: date | None = None
