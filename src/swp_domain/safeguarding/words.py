"""What things are called on a day: events keep one name, and people read the words of their own time (SG-OLD-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.safeguarding.enquiry_vocabulary import EnquiryKind


@dataclass(frozen=True, slots=True)
class Words:
    """The words of safeguarding adults, or of adult protection before it."""

    concern: str
    enquiry: str
    adult: str
    plan: str
    planning_meeting: str

    def of(self, kind: EnquiryKind | None) -> str:
        """What an enquiry of a kind is called."""
        return self.enquiry if kind is not EnquiryKind.OTHER or self is _NO_SECRETS else kind.value


_NO_SECRETS = Words(
    concern="alert",
    enquiry="investigation",
    adult="vulnerable adult",
    plan="protection plan",
    planning_meeting="strategy meeting",
)
_CARE_ACT = Words(
    concern="concern",
    enquiry=EnquiryKind.SECTION_42.value,
    adult="adult at risk",
    plan="safeguarding plan",
    planning_meeting="planning meeting",
)


def words_on(on: date) -> Words:
    """The words of a day: *No Secrets* had its own until section 42 began on 1 April 2015."""
    return _CARE_ACT if enquiry_duty.in_force_from(on) else _NO_SECRETS
