"""An NHS body that exercises a council's functions itself, under a partnership: whose its decisions are."""

from __future__ import annotations

import pytest

from swp_domain.actor import BodyKind, Role
from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.duty import DutyStanding
from swp_domain.governance.events import PartnershipEnded, PartnershipMade
from swp_domain.governance.vocabulary import Activation, AgreementHead
from swp_domain.law.function import Function
from swp_domain.practice.authority_rules import (
    a_partners_decision_is_the_councils_to_answer_for,
    another_bodys_decision_is_not_ours,
)
from swp_domain.safeguarding.events import EnquiryDecided
from tests.cast import COUNCIL, council, person, somebody
from tests.papers import completed, concern, decided, enquiry, request
from tests.telling import Given, Said, breaks, given, keeps

TRUST = "Northmere Care Trust Plus"
trust = somebody(BodyKind.NHS_BODY, Role.SOCIAL_WORKER, "trust-worker", TRUST)
another = somebody(BodyKind.NHS_BODY, Role.SOCIAL_WORKER, "another", "Southmere Trust")


def partnership(*functions: Function, to_nhs_body: bool = True) -> Said:
    event = PartnershipMade(
        partnership="s75", nhs_body=TRUST, heads=tuple(AgreementHead), functions_to_nhs_body=to_nhs_body,
        functions=functions, decision=decided(Activation.IN_EFFECT),
    )  # fmt: skip
    return council.decides(event, "2011-09-01")


def world(*said: Said, on: str = "2012-05-01") -> Given:
    return given(*said, person.tells(request(), on))


@keeps(a_partners_decision_is_the_councils_to_answer_for, another_bodys_decision_is_not_ours)
@pytest.mark.parametrize("on", ["2012-05-10", "2016-05-10"])
def test_a_partner_takes_the_councils_decision_and_the_council_answers(on: str) -> None:
    record = world(partnership(Function.NEEDS_ASSESSMENT))
    done = record.when(trust.tells(completed(), on)).then(AssessmentCompleted).flags()
    assert done.entry.counts
    authority = done.entry.authority
    assert authority is not None
    assert (authority.acting, authority.answerable, authority.theirs) == (TRUST, COUNCIL, True)
    assert (authority.under, authority.delegation) == ("NHS Act 2006 s 75", "s75")
    assert done.entry.conduct is None


@breaks(another_bodys_decision_is_not_ours)
@pytest.mark.parametrize(
    "said",
    [
        (),
        (partnership(Function.REVIEW),),
        (partnership(Function.NEEDS_ASSESSMENT, to_nhs_body=False),),
        (partnership(Function.NEEDS_ASSESSMENT), council.tells(PartnershipEnded(partnership="s75"), "2012-05-10")),
    ],
)
def test_what_did_not_go_to_it_or_no_longer_is_not_the_partners(said: tuple[Said, ...]) -> None:
    done = world(*said).when(trust.tells(completed(), "2012-05-10")).then(AssessmentCompleted).flags("DEL-00")
    assert not done.entry.counts
    eve = world(*said).when(trust.tells(completed(), "2012-05-09")).entry
    assert eve.counts is (len(said) == 2)


def test_another_nhs_body_is_no_partner() -> None:
    done = world(partnership(Function.NEEDS_ASSESSMENT)).when(another.tells(completed(), "2012-05-10")).flags("DEL-00")
    assert not done.entry.counts


@breaks(a_partners_decision_is_the_councils_to_answer_for)
def test_an_agreement_whose_functions_were_not_told_is_looked_at() -> None:
    done = world(partnership()).when(trust.tells(completed(), "2012-05-10")).then(AssessmentCompleted).flags("DEL-00")
    assert done.entry.counts
    assert done.entry.authority is not None
    assert done.entry.authority.theirs is None


@breaks(a_partners_decision_is_the_councils_to_answer_for)
def test_what_a_partnership_carries_of_safeguarding_since_the_care_act_is_looked_at() -> None:
    record = given(partnership(*Function), person.tells(concern(), "2024-05-01"))
    done = record.when(trust.tells(enquiry(), "2024-05-02")).then(EnquiryDecided)
    assert "DEL-00" in [one.rule for one in done.findings if one.contradiction]


def test_a_partners_decision_does_the_councils_duty() -> None:
    record = world(partnership(Function.NEEDS_ASSESSMENT), on="2024-05-01")
    done = record.when(trust.tells(completed(), "2024-05-10"))
    done.owes("assess needs", as_at="2024-05-11", standing=DutyStanding.MET)
    mere = world(on="2024-05-01").when(trust.tells(completed(), "2024-05-10"))
    mere.owes("assess needs", as_at="2024-05-11")
