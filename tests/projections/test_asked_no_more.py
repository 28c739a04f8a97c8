"""What is asked of the court no more: permission was refused, or it was withdrawn. Nothing rests on it from then on."""

from __future__ import annotations

import pytest

from swp_domain.case_file import CaseFile
from swp_domain.court.events import PermissionDecided
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome, PermissionOutcome
from swp_domain.deprivation_cover import Authority, deprived_days
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import VitalActFacts
from swp_domain.liberty.events import DeprivedForVitalAct
from swp_projections import CourtOfProtection
from tests.cast import council, court
from tests.liberty_papers import began, care_home
from tests.papers import application, decided, order
from tests.telling import CASE, Said, day, given

MET = VitalActFacts(for_treatment_or_vital_act=True, necessary=True)
BEGUN = (
    care_home.tells(began(), "2024-05-01"),
    council.tells(application(kind=ApplicationKind.WELFARE), "2024-05-03"),
    care_home.tells(DeprivedForVitalAct(deprivation="d1", facts=MET), "2024-05-03"),
)
PERMISSION = {
    one: court.decides(PermissionDecided(application="p1", decision=decided(one)), "2024-05-10")
    for one in PermissionOutcome
}
ORDERED = {
    one: court.decides(
        order(application="p1", authorises_deprivation_of_liberty=False, decision=decided(one)), "2024-05-10"
    )
    for one in OrderOutcome
}


@pytest.mark.parametrize(
    ("said", "over"),
    [
        (PERMISSION[PermissionOutcome.REFUSED], True),
        (PERMISSION[PermissionOutcome.GIVEN], False),
        (PERMISSION[PermissionOutcome.IN_PART], False),
        (ORDERED[OrderOutcome.WITHDRAWN], True),
        # A part of what was asked can be dismissed, or ordered, and the rest go on: that it ends the matter is told.
        (ORDERED[OrderOutcome.DISMISSED], False),
        (ORDERED[OrderOutcome.GRANTED], False),
    ],
)
def test_what_is_withdrawn_or_may_not_be_asked_is_not_before_the_court(said: Said, over: bool) -> None:
    record = given(*BEGUN, said)
    asked = next(one for one in CourtOfProtection().of(CASE, record.streams[CASE]) if one.what == "application")
    assert asked.standing(day("2024-05-09")) == "before the court"
    assert asked.standing(day("2024-05-10")) == ("ended" if over else "before the court")
    file = record.file()
    assert isinstance(file, CaseFile)
    assert (file.court.applications["p1"].ended_on is not None) is over
    answers = {
        on: next(one.authority for one in deprived_days(file, day("2024-05-20")) if day(on) in one.days)
        for on in ("2024-05-02", "2024-05-09", "2024-05-11")
    }
    last = Authority.NOT_AUTHORISED if over else Authority.AUTHORISED
    assert list(answers.values()) == [Authority.NOT_AUTHORISED, Authority.AUTHORISED, last]
