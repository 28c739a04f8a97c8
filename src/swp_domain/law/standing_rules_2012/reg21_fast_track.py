"""Regulation 21(8)-(9): the fast track, for somebody who may be near the end of life."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class FastTrackFacts(Facts):
    """Who completed the fast track tool, and what they concluded."""

    responsible_for_treatment: bool | None = None
    nurse_or_doctor: bool | None = None
    rapidly_deteriorating: bool | None = None
    may_be_entering_terminal_phase: bool | None = None


class FastTrackAnswer(Facts):
    """Whether a tool that counts was received, and whether the NHS body found the person eligible."""

    tool_counts: bool | None = None
    eligible: bool | None = None


@rule(STANDING_RULES["reg 21(8)"], commenced=COMMENCED, family="a fast track tool that counts")
def fast_track_counts(facts: FastTrackFacts) -> Limbs:
    """A clinician who treats the person, nurse or doctor, concludes that they deteriorate fast and may be dying."""
    return (
        limb("8a", "completed by a clinician responsible for the person's treatment", facts.responsible_for_treatment),
        limb("8b", "who is a nurse or a doctor", facts.nurse_or_doctor),
        limb("8c", "the condition deteriorates rapidly", facts.rapidly_deteriorating),
        limb("8d", "it may be entering a terminal phase", facts.may_be_entering_terminal_phase),
    )


@rule(STANDING_RULES["reg 21(9)"], commenced=COMMENCED, family="the answer to a fast track tool")
def eligible_on_receipt(facts: FastTrackAnswer) -> Limbs:
    """Whoever has a fast track tool that counts is eligible when it is received."""
    none = None if facts.tool_counts is None else not facts.tool_counts
    return (limb("9", "no fast track tool that counts was received, or eligible", any_of((none, facts.eligible))),)
