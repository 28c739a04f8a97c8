"""NHS continuing healthcare as tests write it: one consideration, ``h1``, in short words."""

from __future__ import annotations

from typing import Any

from swp_domain.actor import BodyKind
from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    DecisionToolCompleted,
    FastTrackCompleted,
    FastTrackReceived,
    HealthcareDecisionTold,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareSignsNoted,
    NotificationReceived,
    TeamMember,
)
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome, Consent, HealthcareOutcome, Profession
from swp_domain.law.healthcare_framework.checklist import CHECKLIST, Column, ColumnsFacts, Domain
from swp_domain.law.healthcare_framework.decision_tool import Level, LevelsFacts
from swp_domain.law.standing_rules_2012.reg21_fast_track import FastTrackFacts
from tests.cast import somebody
from tests.papers import decided

ELIGIBLE, NOT_ELIGIBLE, NOT_TOLD = (
    HealthcareOutcome.ELIGIBLE,
    HealthcareOutcome.NOT_ELIGIBLE,
    HealthcareOutcome.NOT_TOLD,
)
nhs = somebody(BodyKind.NHS_BODY, body="Northmere ICB")
nhs_england = somebody(BodyKind.NHS_BODY, name="nhs-england", body="NHS England")

NURSE_AND_SOCIAL_WORKER = (
    TeamMember(profession=Profession.NURSE),
    TeamMember(profession=Profession.SOCIAL_WORKER, assesses_care=True),
)
DYING = FastTrackFacts(
    responsible_for_treatment=True,
    nurse_or_doctor=True,
    rapidly_deteriorating=True,
    may_be_entering_terminal_phase=True,
)


def columns(a: tuple[Domain, ...] = (), b: tuple[Domain, ...] = (), untold: tuple[Domain, ...] = ()) -> ColumnsFacts:
    """A checklist with some domains in A and B, and all others in C."""
    chosen = {one: Column.A if one in a else Column.B if one in b else Column.C for one in CHECKLIST}
    return ColumnsFacts(**{one.name.lower(): column for one, column in chosen.items() if one not in untold})


def levels(otherwise: Level | None = Level.LOW, **told: Level) -> LevelsFacts:
    """A decision support tool with some domains at these levels, and all others at another."""
    rest = {one.name.lower(): otherwise for one in Domain} if otherwise else {}
    return LevelsFacts(**{**rest, **told})


def signs(**told: Any) -> HealthcareSignsNoted:
    return HealthcareSignsNoted(consideration="h1", **told)


def checklist(outcome: ChecklistOutcome | None = ChecklistOutcome.POSITIVE, **told: Any) -> ChecklistCompleted:
    return ChecklistCompleted(consideration="h1", outcome=outcome, **{"consent": Consent.GIVEN, **told})


def received() -> NotificationReceived:
    return NotificationReceived(consideration="h1")


def tool(recommends: HealthcareOutcome | None = ELIGIBLE, **told: Any) -> DecisionToolCompleted:
    return DecisionToolCompleted(
        consideration="h1",
        recommends=recommends,
        **{"team": NURSE_AND_SOCIAL_WORKER, "assessment_up_to_date": True, **told},
    )


def found(outcome: HealthcareOutcome = ELIGIBLE, **told: Any) -> HealthcareEligibilityDecided:
    return HealthcareEligibilityDecided(consideration="h1", decision=decided(outcome), **told)


def told_in_writing(**told: Any) -> HealthcareDecisionTold:
    full = {"in_writing": True, "reasons_given": True, "review_route_told": True}
    return HealthcareDecisionTold(consideration="h1", **{**full, **told})


def fast_track(facts: FastTrackFacts = DYING) -> FastTrackCompleted:
    return FastTrackCompleted(consideration="h1", facts=facts)


def fast_track_received() -> FastTrackReceived:
    return FastTrackReceived(consideration="h1")


def funding_ended(outcome: HealthcareOutcome = NOT_ELIGIBLE, **told: Any) -> HealthcareFundingEnded:
    return HealthcareFundingEnded(consideration="h1", decision=decided(outcome), **told)
