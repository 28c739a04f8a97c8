"""The papers of a deprivation of liberty: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from swp_domain.actor import BodyKind
from swp_domain.law.deprivation_of_liberty.meaning import DeprivationFacts
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import EquivalentFacts, ExtensionFacts, Requirement
from swp_domain.law.representatives_regulations_2008.reg3_eligibility import RepresentativeFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg3_assessors import AssessorFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg16_request import RequestContents
from swp_domain.liberty.events import (
    AssessorSelected,
    AuthorisationReviewed,
    DeprivationBegan,
    DeprivationDetermined,
    EquivalentAssessmentUsed,
    RepresentativeAppointed,
    RequirementAssessed,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
)
from swp_domain.liberty.vocabulary import (
    AuthorisationOutcome,
    Determination,
    ExtensionOutcome,
    RepresentativeChoice,
    ReviewOutcome,
)
from swp_domain.party import Party
from tests.cast import council, somebody
from tests.papers import decided
from tests.telling import Said, day

care_home = somebody(BodyKind.CARE_HOME, body="The Elms")
ACID_TEST_MET = DeprivationFacts(
    continuous_supervision_and_control=True, free_to_leave=False, valid_consent=False, states_doing=True
)
WEIGHED = DeprivationFacts(
    amounts_to_it=True,
    purpose_and_normality_weighed=True,
    valid_consent=False,
    wishes_considered=True,
    consent_through_wishes=False,
    states_doing=True,
)
ASSESSOR = AssessorFacts(
    best_interests_assessor=True,
    mental_health_assessor=False,
    insured_and_checked=True,
    related=False,
    financially_interested=False,
    involved_in_care=False,
)
DOCTOR = ASSESSOR.model_copy(
    update={"best_interests_assessor": False, "mental_health_assessor": True, "section_12_doctor": True}
)
REPRESENTATIVE = RepresentativeFacts(
    adult=True,
    can_keep_in_contact=True,
    willing=True,
    financially_interested=False,
    works_on_the_case=False,
    objected_to=False,
    paid=False,
)
CONTENTS = RequestContents(
    name_and_gender=True,
    age=True,
    where_and_telephone=True,
    authoritys_contact=True,
    purpose=True,
    from_when=True,
    whether_urgent_given=True,
)
EXCEPTIONAL = ExtensionFacts(standard_requested=True, exceptional_reasons=True, detention_essential=True)
SAME_DEMANDS = EquivalentFacts(
    meets_the_same_demands=True,
    written_copy_held=True,
    no_reason_to_doubt=True,
    advocate_and_representative_heard=True,
)


def _day(text: str | None) -> date | None:
    return day(text) if text else None


def determined(
    facts: DeprivationFacts, outcome: Determination = Determination.DEPRIVED, **told: Any
) -> DeprivationDetermined:
    return DeprivationDetermined(deprivation="d1", facts=facts, decision=decided(outcome), **told)


def began(**told: Any) -> DeprivationBegan:
    return DeprivationBegan(**{"deprivation": "d1", "place": "elms", **told})


def requested(**told: Any) -> StandardAuthorisationRequested:
    return StandardAuthorisationRequested(**{"request": "q1", "place": "elms", "contents": CONTENTS, **told})


def urgent(until: str | None = None, **told: Any) -> UrgentAuthorisationGiven:
    return UrgentAuthorisationGiven(**{"request": "q1", "until": _day(until), **told})


def extended(
    until: str | None, outcome: ExtensionOutcome = ExtensionOutcome.EXTENDED, **told: Any
) -> UrgentExtensionDecided:
    return UrgentExtensionDecided(
        **{"request": "q1", "until": _day(until), "facts": EXCEPTIONAL, "decision": decided(outcome), **told}
    )


def selected(requirement: Requirement, **told: Any) -> AssessorSelected:
    return AssessorSelected(
        **{"request": "q1", "assessor": "bia", "facts": ASSESSOR, "decision": decided(requirement), **told}
    )


def assessed(requirement: Requirement, met: bool = True, **told: Any) -> RequirementAssessed:
    return RequirementAssessed(
        **{"request": "q1", "requirement": requirement, "met": met, "written_copy": True, **told}
    )


def used_again(requirement: Requirement, assessed_on: str, **told: Any) -> EquivalentAssessmentUsed:
    return EquivalentAssessmentUsed(
        **{
            "request": "q1",
            "requirement": requirement,
            "assessed_on": day(assessed_on),
            "facts": SAME_DEMANDS,
            "decision": decided(True),
            **told,
        }
    )


def granted(until: str | None, **told: Any) -> StandardAuthorisationDecided:
    return StandardAuthorisationDecided(
        **{
            "authorisation": "s1",
            "request": "q1",
            "until": _day(until),
            "decision": decided(AuthorisationOutcome.GRANTED),
            **told,
        }
    )


def refused(**told: Any) -> StandardAuthorisationDecided:
    return granted(None, **{"decision": decided(AuthorisationOutcome.REFUSED), **told})


def represented(**told: Any) -> RepresentativeAppointed:
    return RepresentativeAppointed(
        **{
            "authorisation": "s1",
            "representative": Party(kind=BodyKind.FAMILY, relation="daughter"),
            "facts": REPRESENTATIVE,
            "decision": decided(RepresentativeChoice.ASSESSOR),
            **told,
        }
    )


def reviewed(outcome: ReviewOutcome = ReviewOutcome.UNCHANGED, **told: Any) -> AuthorisationReviewed:
    return AuthorisationReviewed(**{"review": "r1", "authorisation": "s1", "decision": decided(outcome), **told})


def terminated() -> AuthorisationReviewed:
    return reviewed(ReviewOutcome.TERMINATED)


def all_met(on: str, request: str = "q1") -> tuple[Said, ...]:
    """Six positive assessments by two people, with copies."""
    return tuple(
        council.tells(
            assessed(one, request=request, assessor="doctor" if one is Requirement.MENTAL_HEALTH else "bia"), on
        )
        for one in Requirement
    )


def in_force(given_on: str, until: str, requested_on: str) -> tuple[Said, ...]:
    """A standard authorisation with all that it stands on."""
    return (
        care_home.tells(requested(), requested_on),
        *all_met(requested_on),
        council.records(granted(until), given_on),
    )
