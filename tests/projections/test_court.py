"""The court's view: parties, orders in force and what they forbid, directions late, hearings and their bundles."""

from __future__ import annotations

from swp_adapters.cli.court import cells as told_of
from swp_domain.actor import BodyKind
from swp_domain.court.bundle import missing, needed
from swp_domain.court.events import (
    AppealMade,
    ApplicationIssued,
    BundleFiled,
    DirectionComplied,
    DirectionDischarged,
    HearingHeld,
    HearingVacated,
    LitigantJoined,
    LitigantLeft,
    OrderEnded,
    OrderReviewed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
    RepresentativeLeft,
)
from swp_domain.court.state import CourtState
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    DirectionKind,
    Form,
    LitigantRole,
    OrderEnd,
    Participation,
    PermissionOutcome,
    RepresentativeKind,
)
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.party import Party
from swp_projections import CourtOfProtection
from swp_projections.court_of_protection import CourtRow
from tests.cast import council, court, person
from tests.court_papers import directed, listed, served
from tests.papers import application, decided, order
from tests.telling import CASE, Said, day, given

ASKED = council.tells(application(), "2024-04-01")
ALWAYS = tuple(one for one in BundlePart if one.always)


def rows(*said: Said, as_at: str = "2025-01-01") -> list[CourtRow]:
    return CourtOfProtection().of(CASE, given(*said).streams[CASE], as_at=day(as_at))


def _state(*said: Said) -> CourtState:
    state = given(*said).file().court  # type: ignore[attr-defined]
    assert isinstance(state, CourtState)
    return state


def test_a_matter_shows_who_asked_how_the_person_takes_part_and_what_is_owed_first() -> None:
    issued = court.tells(ApplicationIssued(application="p1"), "2024-05-01")
    part = court.decides(ParticipationDecided(application="p1", decision=decided(Participation.JOINED)), "2024-05-02")
    (row,) = rows(ASKED, issued, part)
    assert (row.what, row.kind, row.owner, row.says) == (
        "application", "deprivation of liberty in the community", "council", "joined as a party",
    )  # fmt: skip
    assert (row.due, row.last_day) == ("notify those likely to be interested", day("2024-05-15"))
    assert (row.late_since(day("2024-05-15")), row.late_since(day("2024-05-16"))) == (None, day("2024-05-16"))
    assert row.standing(day("2024-05-16")) == "before the court"
    ends = court.decides(order(application="p1", ends_application=True), "2024-06-01")
    first, _ = rows(ASKED, ends)
    assert [first.standing(day(one)) for one in ("2024-05-31", "2024-06-01")] == ["before the court", "ended"]
    permitted = court.decides(
        PermissionDecided(application="p1", decision=decided(PermissionOutcome.IN_PART)), "2024-04-20"
    )
    (row,) = rows(council.tells(application(form=Form.COPDOL11), "2024-04-01"), permitted, issued)
    assert (row.form, row.permission, row.issued_on) == ("COPDOL11", "permission given in part", day("2024-05-01"))
    assert (row.provision, row.force, row.limit) == (
        "SI 2017/1035, r 7.8",
        "court rules",
        "14 days clear, SI 2017/1035, r 7.8",
    )
    assert row.confidence
    served_all = council.tells(served(), "2024-05-03")
    (row,) = rows(ASKED, issued, served_all)
    assert row.due == "notify the person of the application"


def test_parties_and_representatives_come_and_go() -> None:
    joins = LitigantJoined(
        litigant="l1", application="p1", role=LitigantRole.RESPONDENT, who=Party(kind=BodyKind.FAMILY)
    )
    friend = RepresentativeAppointed(
        application="p1", kind=RepresentativeKind.LITIGATION_FRIEND, who=Party(kind=BodyKind.OTHER)
    )
    said = (ASKED, court.tells(joins, "2024-04-10"), court.tells(friend, "2024-04-11"))
    _, party, representative = rows(*said)
    assert (party.what, party.kind, party.owner, party.matter) == ("party", "respondent", "family or friend", "p1")
    assert (representative.what, representative.kind) == ("representative", "litigation friend")
    assert {one.standing(day("2024-05-01")) for one in (party, representative)} == {"takes part"}
    left = (
        court.tells(LitigantLeft(litigant="l1"), "2024-05-01"),
        court.tells(RepresentativeLeft(application="p1", kind=RepresentativeKind.LITIGATION_FRIEND), "2024-05-01"),
    )
    _, *gone = rows(*said, *left)
    assert {one.standing(day("2024-05-01")) for one in gone} == {"left"}
    assert {one.standing(day("2024-04-30")) for one in gone} == {"takes part"}


def test_an_order_says_what_it_forbids_until_when_and_whether_it_came_back() -> None:
    paper = order("2024-10-01", "2024-12-31", forbids=(ActKind.MOVE, ActKind.RESTRAINT), application="p1")
    made = court.decides(paper, "2024-05-01")
    _, row = rows(ASKED, made)
    assert row.says == "forbids moving the person, forbids restraint that was not used before"
    assert (row.due, row.last_day, row.matter) == ("bring the order back to the court", day("2024-10-01"), "p1")
    standing = [row.standing(day(one)) for one in ("2024-10-01", "2024-10-02", "2024-12-31", "2025-01-01")]
    assert standing == ["in force", "in force, review overdue", "in force, review overdue", "expired"]
    late = [row.late_since(day(one)) for one in ("2024-10-01", "2024-10-02", "2024-12-31", "2025-01-01")]
    assert late == [None, day("2024-10-02"), day("2024-10-02"), None]
    assert [row.owes(day(one)) for one in ("2024-12-31", "2025-01-01")] == [row.due, ""]
    back = council.tells(application(application="p2", kind=ApplicationKind.WELFARE, order="o1"), "2024-09-30")
    _, row, _ = rows(ASKED, made, back)
    assert (row.standing(day("2024-10-02")), row.due) == ("in force", "")
    longer = court.tells(OrderReviewed(order="o1", expires_on=day("2025-06-30")), "2024-10-01")
    _, row = rows(ASKED, made, longer)
    assert (row.expires_on, row.standing(day("2025-06-30"))) == (day("2025-06-30"), "in force")
    ended = court.tells(OrderEnded(order="o1", why=OrderEnd.SET_ASIDE), "2024-06-01")
    appeal = person.tells(AppealMade(order="o1", appellant=BodyKind.FAMILY), "2024-05-10")
    _, row = rows(ASKED, made, appeal)
    assert (row.how_ended, row.standing(day("2024-06-01"))) == ("under appeal", "in force")
    _, row = rows(ASKED, made, appeal, ended)
    assert (row.how_ended, row.standing(day("2024-06-01")), row.due) == ("set aside on appeal", "ended", "")


def test_a_direction_is_owed_late_done_or_discharged() -> None:
    given_ = court.tells(directed("2024-06-03"), "2024-05-01")
    (row,) = rows(given_)
    assert (row.what, row.kind, row.owner, row.last_day) == ("direction", "statement", "council", day("2024-06-03"))
    assert [row.standing(day(one)) for one in ("2024-06-03", "2024-06-04")] == ["owed", "late"]
    (row,) = rows(given_, council.tells(DirectionComplied(direction="e1"), "2024-06-10"))
    assert [row.standing(day(one)) for one in ("2024-06-09", "2024-06-10")] == ["owed", "done"]
    (row,) = rows(given_, court.tells(DirectionDischarged(direction="e1"), "2024-06-10"))
    assert row.standing(day("2024-06-10")) == "discharged"


def test_a_hearing_shows_what_its_bundle_lacks_until_it_was_held() -> None:
    hearing = court.tells(listed("2024-06-17"), "2024-05-01")
    (row,) = rows(hearing)
    assert (row.what, row.kind, row.listed_for) == ("hearing", "final", day("2024-06-17"))
    assert row.says == row.needs == "case summary, issues, position statement, chronology, reading list"
    assert row.standing(day("2024-06-16")) == "listed"
    whole = council.tells(BundleFiled(hearing="h1", parts=ALWAYS), "2024-06-10")
    assert (rows(hearing, whole)[0].says, rows(hearing, whole)[0].needs) == ("", row.needs)
    held = court.tells(HearingHeld(hearing="h1"), "2024-06-17")
    assert (rows(hearing, held)[0].standing(day("2024-06-17")), rows(hearing, held)[0].says) == ("held", "")
    vacated = court.tells(HearingVacated(hearing="h1"), "2024-06-10")
    assert rows(hearing, vacated)[0].standing(day("2024-06-10")) == "vacated"


# The bundle


def test_a_bundle_holds_what_is_before_the_court_and_what_was_directed_in_that_case() -> None:
    hearing = court.tells(listed(), "2024-05-01")
    assert needed(_state(hearing), "h1") == ALWAYS
    asked = (ASKED, hearing, court.decides(order(), "2024-05-02"))
    assert set(needed(_state(*asked), "h1")) == {*ALWAYS, BundlePart.APPLICATION, BundlePart.ORDERS}
    for kind, part in (
        (DirectionKind.STATEMENT, BundlePart.STATEMENTS),
        (DirectionKind.CAPACITY_EVIDENCE, BundlePart.EXPERT_REPORTS),
        (DirectionKind.SECTION_49_REPORT, BundlePart.EXPERT_REPORTS),
        (DirectionKind.CARE_PLAN, BundlePart.CARE_PLAN),
        (DirectionKind.TRANSITION_PLAN, BundlePart.TRANSITION_PLAN),
    ):
        ours = court.tells(directed(kind=kind), "2024-05-02")
        assert part in needed(_state(hearing, ours), "h1")
        elsewhere = court.tells(directed(kind=kind, application="p2"), "2024-05-02")
        assert part not in needed(_state(hearing, elsewhere), "h1")
        everywhere = court.tells(directed(kind=kind, application=None), "2024-05-02")
        assert part in needed(_state(hearing, everywhere), "h1")
        dropped = court.tells(DirectionDischarged(direction="e1"), "2024-05-03")
        assert part not in needed(_state(hearing, ours, dropped), "h1")
        done = council.tells(DirectionComplied(direction="e1"), "2024-05-03")
        assert part in needed(_state(hearing, ours, done), "h1")
    serves = court.tells(directed(kind=DirectionKind.SERVE_PAPERS), "2024-05-02")
    assert needed(_state(hearing, serves), "h1") == ALWAYS


def test_what_is_missing_is_what_the_last_bundle_of_that_hearing_lacks() -> None:
    hearing = court.tells(listed(), "2024-05-01")
    first = council.tells(BundleFiled(hearing="h1", parts=ALWAYS[:2]), "2024-06-01")
    assert missing(_state(hearing, first), "h1") == ALWAYS[2:]
    second = council.tells(BundleFiled(hearing="h1", parts=ALWAYS[2:]), "2024-06-02")
    assert missing(_state(hearing, first, second), "h1") == ALWAYS[:2]
    assert missing(_state(hearing, first), "h2") == ALWAYS


def test_a_page_tells_what_an_order_does_and_what_is_late() -> None:
    made = court.decides(order("2024-05-30", authorises_deprivation_of_liberty=True), "2024-05-01")
    issued = court.tells(ApplicationIssued(application="p1"), "2024-05-01")
    cells = [told_of(one, day("2024-06-01")) for one in rows(ASKED, issued, made)]
    assert [(one[4], one[6], one[7]) for one in cells] == [
        (day("2024-05-15"), "before the court", "notify the person of the application (late)"),
        (
            day("2024-05-30"),
            "in force, review overdue",
            "authorises a deprivation of liberty; bring the order back to the court (late)",
        ),
    ]
    early = [told_of(one, day("2024-05-15")) for one in rows(ASKED, issued)]
    assert early[0][7] == "notify the person of the application"
