"""The register of the law that is encoded: every test and every time limit, listed by file.

A law file is on the register because it is named here, never because it was imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from swp_domain.law.advocacy_regulations_2014 import reg2_independence
from swp_domain.law.advocate_regulations_2006 import reg3_wider_role
from swp_domain.law.assessment_regulations_2014 import conduct
from swp_domain.law.care_act_2014 import (
    s2_adults,
    s4_information,
    s7_cooperation,
    s9_assessment,
    s10_carers,
    s11_refusal,
    s13_eligibility,
    s14_charging,
    s19_elsewhere,
    s22_health,
    s24_not_meeting,
    s25_plan,
    s26_budget,
    s27_review,
    s27_revision,
    s31_direct_payments,
    s37_moving,
    s39_residence,
    s42_action,
    s42_enquiry,
    s44_review,
    s48_provider_failure,
    s58_transition,
    s67_advocacy,
    s68_advocacy,
    s74_discharge,
    s79_delegation,
)
from swp_domain.law.charging_regulations_2014 import reg3_free, reg10_deemed, reg12_capital, sch2_disregards
from swp_domain.law.choice_of_accommodation_regulations_2014 import reg3_preferred
from swp_domain.law.community_care_act_1990 import s47_assessment
from swp_domain.law.complaints_regulations_2009 import (
    reg8_settled_at_once,
    reg12_time_to_complain,
    reg13_acknowledgement,
    reg14_answer,
)
from swp_domain.law.contracting_out_orders import art3_advocates, art3_authorisation, schedules
from swp_domain.law.court_of_protection_rules_2017 import (
    part1_participation,
    part7_notifying,
    part8_permission,
    part9_applications,
    pd4b_bundles,
    pd11a_streamlined,
)
from swp_domain.law.dates import Period
from swp_domain.law.deferred_payment_regulations_2014 import reg2_offer
from swp_domain.law.deprivation_of_liberty import meaning
from swp_domain.law.direct_payments_regulations_2014 import reg3_close_relatives, reg6_care_homes, reg7_review
from swp_domain.law.discharge_regulations_2014 import notices
from swp_domain.law.disputes_regulations_2014 import reg3_referral
from swp_domain.law.eligibility_regulations_2015 import reg2_adults, reg3_carers
from swp_domain.law.fair_access_to_care import bands, reviews
from swp_domain.law.healthcare_framework import checklist, clocks, deciding, decision_tool, funding
from swp_domain.law.limit import TimeLimit
from swp_domain.law.local_targets import (
    adults_reviews,
    answering_a_practice,
    answers,
    capacity,
    court,
    governing,
    healthcare,
    holding_a_case,
    liberty,
    moves,
    payments,
    review_times,
    safeguarding_decision,
    safeguarding_enquiry,
    transition,
    working_parameters,
)
from swp_domain.law.mental_capacity_act_2005 import (
    s1_principles,
    s2_capacity,
    s4_best_interests,
    s4b_vital_act,
    s9_lasting_power,
    s16_orders,
    s19_reports,
    s20_deputies,
    s25_advance_decisions,
    s27_excluded,
    s35_advocate,
    s39_advocates,
    sch_a1_periods,
    sch_a1_requirements,
    sch_a1_supervisory_body,
)
from swp_domain.law.mental_health_act_1983 import s117_after_care
from swp_domain.law.nhs_act_2006 import annexed_functions, s75_partnership
from swp_domain.law.no_secrets_2000 import vulnerable_adult
from swp_domain.law.ombudsman import assessment_times
from swp_domain.law.partnership_framework_2012 import app5_sub_pool
from swp_domain.law.partnership_regulations_2000 import reports, written_agreement
from swp_domain.law.practice_programme_2010 import (
    q15_accountable_person,
    q16_professional_practice,
    q17_contract_review,
)
from swp_domain.law.representatives_regulations_2008 import reg3_eligibility
from swp_domain.law.residence_directions_2010 import meanwhile
from swp_domain.law.rule import Regime, Rule
from swp_domain.law.safeguarding_collection import concluded
from swp_domain.law.safeguarding_guidance import consent, outcomes
from swp_domain.law.social_work_registration import title
from swp_domain.law.standard_authorisations_regulations_2008 import reg3_assessors, reg13_times, reg16_request
from swp_domain.law.standing_rules_2012 import (
    reg21_fast_track,
    reg21_primary_health_need,
    reg21_screening,
    reg21_team,
    reg21_telling,
    reg22_council,
    reg23_review,
    reg28_nursing,
)
from swp_domain.law.transitional_order_2015 import art2_review

LAW: tuple[ModuleType, ...] = (
    s2_adults,
    s4_information,
    s7_cooperation,
    s9_assessment,
    s10_carers,
    s11_refusal,
    s13_eligibility,
    s19_elsewhere,
    s37_moving,
    s39_residence,
    s14_charging,
    s31_direct_payments,
    s27_review,
    s22_health,
    s24_not_meeting,
    s25_plan,
    s26_budget,
    s27_revision,
    s42_action,
    s42_enquiry,
    s44_review,
    s48_provider_failure,
    s58_transition,
    s67_advocacy,
    s68_advocacy,
    s74_discharge,
    s79_delegation,
    notices,
    reg3_referral,
    meanwhile,
    s117_after_care,
    reg3_free,
    reg10_deemed,
    reg12_capital,
    sch2_disregards,
    reg3_preferred,
    reg2_offer,
    reg3_close_relatives,
    reg6_care_homes,
    reg7_review,
    reg2_adults,
    reg3_carers,
    conduct,
    reg2_independence,
    s47_assessment,
    bands,
    reviews,
    vulnerable_adult,
    art3_authorisation,
    art3_advocates,
    s75_partnership,
    s1_principles,
    s2_capacity,
    s4_best_interests,
    schedules,
    annexed_functions,
    written_agreement,
    reports,
    q15_accountable_person,
    q16_professional_practice,
    q17_contract_review,
    app5_sub_pool,
    governing,
    s9_lasting_power,
    s16_orders,
    s19_reports,
    meaning,
    s4b_vital_act,
    sch_a1_periods,
    sch_a1_requirements,
    sch_a1_supervisory_body,
    reg3_assessors,
    reg13_times,
    reg16_request,
    reg3_eligibility,
    s20_deputies,
    s25_advance_decisions,
    s27_excluded,
    s35_advocate,
    s39_advocates,
    part1_participation,
    part7_notifying,
    part8_permission,
    part9_applications,
    pd4b_bundles,
    pd11a_streamlined,
    reg3_wider_role,
    title,
    art2_review,
    assessment_times,
    safeguarding_decision,
    safeguarding_enquiry,
    consent,
    outcomes,
    concluded,
    working_parameters,
    moves,
    transition,
    payments,
    holding_a_case,
    liberty,
    adults_reviews,
    answering_a_practice,
    answers,
    capacity,
    court,
    reg8_settled_at_once,
    reg12_time_to_complain,
    reg13_acknowledgement,
    reg14_answer,
    review_times,
    reg21_screening,
    reg21_team,
    reg21_primary_health_need,
    reg21_fast_track,
    reg21_telling,
    reg22_council,
    reg23_review,
    reg28_nursing,
    checklist,
    decision_tool,
    deciding,
    funding,
    clocks,
    healthcare,
)


@dataclass(frozen=True, slots=True)
class Card:
    """What the register says of one test or limit."""

    family: str
    regime: Regime
    provision: str
    force: str
    confidence: str
    period: Period | None
    says: str


def rules() -> Iterator[Rule[Any]]:
    """Every test of the law."""
    for module in LAW:
        yield from (
            found
            for found in vars(module).values()
            if isinstance(found, Rule) and found.test.__module__ == module.__name__
        )


def limits() -> Iterator[TimeLimit]:
    """Every time limit."""
    for module in LAW:
        yield from (found for found in vars(module).values() if isinstance(found, TimeLimit))


def cards() -> list[Card]:
    """The whole register, in its order."""
    tests = [_card(one, one.says) for one in rules()]
    return tests + [_card(one, f"within {one}") for one in limits()]


def _card(one: Rule[Any] | TimeLimit, says: str) -> Card:
    where = one.provision
    return Card(one.family, one.regime, str(where), where.force.value, where.confidence, one.period, says)
