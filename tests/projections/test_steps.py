"""What was done in a matter: every entry of the room, in its matter, in codes, and never in anybody's words."""

from __future__ import annotations

from swp_domain.actor import BodyKind
from swp_domain.continuing_healthcare.events import HealthcareDisputeArose, InterimFundingAgreed
from swp_domain.continuing_healthcare.vocabulary import Funder
from swp_domain.court.events import DirectionVaried, LitigantJoined, OrderEnded
from swp_domain.court.vocabulary import ActKind, LitigantRole, OrderEnd
from swp_domain.party import Party
from swp_projections.steps import CourtSteps, HealthcareSteps, LibertySteps, Step, Steps, by_matter, by_name
from tests.cast import council, court
from tests.court_papers import directed, listed
from tests.healthcare_papers import checklist, signs
from tests.liberty_papers import began, care_home, requested
from tests.papers import application, order
from tests.telling import CASE, Said, given

WORDS = "the neighbour shouted"


def steps(of: type[Steps], *said: Said) -> list[Step]:
    return list(of().of(CASE, given(*said).streams[CASE]))


ASKED = council.tells(application(about=WORDS), "2024-04-01")


def test_a_step_is_told_in_codes_days_and_identifiers() -> None:
    made = order("2024-10-01", None, application="p1", authorises_deprivation_of_liberty=True, forbids=(ActKind.MOVE,))
    joins = LitigantJoined(
        litigant="l1", application="p1", role=LitigantRole.RESPONDENT, who=Party(kind=BodyKind.FAMILY, name=WORDS)
    )
    found = steps(
        CourtSteps,
        ASKED,
        court.tells(joins, "2024-04-02"),
        court.decides(made, "2024-04-03"),
        court.tells(directed("2024-06-03", in_words=WORDS), "2024-04-04"),
    )
    assert [one.what for one in found] == [
        "application made: deprivation of liberty in the community; council",
        "litigant joined: litigant l1; respondent; who: family or friend",
        "order made: order o1; authorises deprivation of liberty: yes; review by 1 October 2024; "
        "forbids: moving the person; order made",
        "direction given: direction e1; council; statement; due 3 June 2024",
    ]
    assert not [one for one in found if WORDS in one.what or "As discussed" in one.what]
    assert ("order", "o1") in found[2].names
    assert (found[2].moment.on, found[2].moment.entry) == (found[2].on, found[2].key)


def test_a_step_belongs_to_the_matter_of_what_it_names() -> None:
    found = steps(
        CourtSteps,
        ASKED,
        court.tells(directed(application=None, direction="e9"), "2024-04-02"),
        court.tells(directed(), "2024-04-02"),
        court.tells(DirectionVaried(direction="e1", due=listed().listed_for), "2024-04-03"),
        court.decides(order(application="p1"), "2024-04-04"),
        council.tells(application(application="p2", order="o1"), "2024-05-01"),
        court.tells(OrderEnded(order="o1", why=OrderEnd.DISCHARGED), "2024-05-02"),
    )
    assert [one.matter for one in found] == ["p1", "", "p1", "p1", "p1", "p2", "p1"]
    assert [len(each) for each in by_matter(found).values()] == [5, 1, 1]
    assert by_name(found)[CASE, "order", "o1"] == [found[4].key, found[5].key, found[6].key]


def test_a_dispute_belongs_to_the_consideration_that_it_is_about() -> None:
    arose = HealthcareDisputeArose(dispute="x1", consideration="h1")
    found = steps(
        HealthcareSteps,
        council.tells(signs(signs=WORDS), "2024-05-01"),
        council.tells(checklist(), "2024-05-02"),
        council.tells(arose, "2024-05-03"),
        council.tells(InterimFundingAgreed(dispute="x1", funder=Funder.COUNCIL), "2024-05-04"),
    )
    assert {one.matter for one in found} == {"h1"}
    assert found[-1].what == "interim funding agreed: dispute x1; the council"


def test_only_the_entries_of_its_room_are_steps() -> None:
    said = (ASKED, care_home.tells(began(), "2024-04-01"), care_home.tells(requested(deprivation="d1"), "2024-04-02"))
    assert [one.matter for one in steps(LibertySteps, *said)] == ["d1", "d1"]
    assert len(steps(CourtSteps, *said)) == 1


def test_a_decision_that_does_not_count_says_so() -> None:
    taken = council.records(order(application="p1"), "2024-04-03")
    (_, found) = steps(CourtSteps, ASKED, taken)
    assert found.what.endswith("does not count: it was not theirs to take, or not lawful")
