"""The functions of a council that a decision can exercise, by the names that contracts use."""

from __future__ import annotations

from enum import StrEnum


class Function(StrEnum):
    """A council's function; which can be delegated, and under what, is in the law of the day."""

    INFORMATION_AND_ADVICE = "information and advice"
    NEEDS_ASSESSMENT = "assessment of needs"
    CARERS_ASSESSMENT = "assessment of carers"
    ELIGIBILITY = "determination of eligibility"
    MEETING_NEEDS = "meeting needs"
    ADVOCACY = "arranging advocacy"
    SAFEGUARDING_ENQUIRY = "safeguarding enquiry decision"
    CHARGING = "decision to charge"
    PLANNING = "care and support planning"
    REVIEW = "review of plans"
    DIRECT_PAYMENTS = "direct payments"
    FINANCIAL_ASSESSMENT = "financial assessment"
    CONTINUITY = "continuity of care"
    TRANSITION = "transition to adulthood"
    AFTER_CARE = "after-care"
    PROPERTY = "protection of property"
    SAFEGUARDING_REVIEW = "safeguarding adults review"
    CAPACITY_ADVOCACY = "instructing a mental capacity advocate"
    DEPRIVATION_OF_LIBERTY = "authorising deprivation of liberty"
