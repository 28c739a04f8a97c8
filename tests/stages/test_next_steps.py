"""What may lawfully happen next: a frontend builds its buttons from this and from what considering says."""

from __future__ import annotations

import pytest

from swp_domain.admission import standing_on
from swp_domain.assessment.events import AdvocateArranged, AssessmentCompleted, AssessmentStarted
from swp_domain.case.events import CaseAllocated, OldLawSupportRecorded, PersonDied, TransitionReviewCompleted
from swp_domain.court.events import OrderMade
from swp_domain.eligibility.events import BandedEligibilityDetermined, DeterminationGiven, EligibilityDetermined
from swp_domain.event import Event
from swp_domain.next_steps import NextStep, next_steps
from swp_domain.safeguarding.events import EnquiryDecided
from tests.cast import DELEGATE, council, person, practice
from tests.papers import concern, request
from tests.telling import Given, Voice, day, given

TODAY = "2024-05-20"


def steps(record: Given, voice: Voice) -> dict[type[Event], NextStep]:
    file = record.file(as_at=TODAY)
    found = next_steps(file, voice.who(day(TODAY)), standing_on(day(TODAY), record.streams))
    return {one.event: one for one in found}


def test_only_what_the_file_can_refer_to_is_offered() -> None:
    empty = steps(given(), council)
    assert CaseAllocated in empty
    assert not {AssessmentCompleted, EnquiryDecided, DeterminationGiven} & set(empty)
    begun = steps(given(person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01")), council)
    assert begun[AssessmentCompleted].about == {"assessment": ("a1",)}
    assert begun[EnquiryDecided].about == {"concern": ("k1",), "rests_on": ()}
    assert begun[EligibilityDetermined].about == {"assessment": ("a1",)}
    assert DeterminationGiven not in begun


def test_nothing_is_offered_that_is_over_or_of_another_regime() -> None:
    now = set(steps(given(person.tells(request(), "2024-05-01")), council))
    assert PersonDied in now
    assert not {BandedEligibilityDetermined, TransitionReviewCompleted} & now
    assert PersonDied not in steps(given(council.tells(PersonDied(), "2024-05-01")), council)
    old = given(council.tells(OldLawSupportRecorded(), "2015-03-31"), person.tells(request(), "2015-05-01"))
    then = next_steps(old.file(), council.who(day("2015-06-01")), standing_on(day("2015-06-01"), old.streams))
    offered = {one.event for one in then}
    assert {BandedEligibilityDetermined, TransitionReviewCompleted} <= offered
    assert not {EligibilityDetermined, OldLawSupportRecorded} & offered


def test_what_is_owed_soonest_comes_first() -> None:
    record = given(person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01"))
    first, second, *_ = steps(record, council).values()
    assert first.event is EnquiryDecided
    assert first.discharges == (("decide on the concern", "k1", day("2024-05-09")),)
    assert second.discharges[0][0] == "assess needs"


@pytest.mark.parametrize(
    ("voice", "event", "theirs"),
    [
        (practice, AssessmentCompleted, True),
        (practice, AdvocateArranged, True),
        (practice, EnquiryDecided, False),
        (practice, OrderMade, False),
        (practice, AssessmentStarted, None),
        (council, EnquiryDecided, True),
        (council, AssessmentCompleted, True),
        (council, OrderMade, False),
        (person, AssessmentCompleted, None),
    ],
)
def test_whether_a_decision_is_theirs_is_said_beforehand(voice: Voice, event: type[Event], theirs: bool | None) -> None:
    record = given(DELEGATE, person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01"))
    assert steps(record, voice)[event].theirs is theirs


def test_without_an_authorisation_no_decision_of_a_function_is_the_practices() -> None:
    record = given(person.tells(request(), "2024-05-01"))
    assert steps(record, practice)[AssessmentCompleted].theirs is False
