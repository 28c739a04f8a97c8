"""A record to print pages of: liberty, the court, continuing healthcare; with names, words and codes that mislead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import DONE
from swp_adapters.cli.main import app
from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied, PersonRegistered
from swp_domain.continuing_healthcare.events import HealthcareDisputeArose
from swp_domain.continuing_healthcare.vocabulary import Funder
from swp_domain.court.events import (
    ApplicationIssued,
    BundleFiled,
    DirectionComplied,
    DirectionVaried,
    HearingHeld,
    LitigantJoined,
    OrderReviewed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
)
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    DirectionKind,
    Form,
    HearingKind,
    LitigantRole,
    Participation,
    PermissionOutcome,
    RepresentativeKind,
)
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.liberty.events import DeprivationMoved
from swp_domain.party import Party
from tests.cast import council, court, hospital, person
from tests.court_papers import directed, listed, served
from tests.desk import put
from tests.healthcare_papers import NOT_ELIGIBLE, checklist, fast_track_received, found, nhs, received, signs, tool
from tests.liberty_papers import all_met, began, care_home, granted, requested, urgent
from tests.papers import application, decided, order
from tests.telling import Said, day, noon

HOSTILE = "\"><script>alert(1)</script>&<b onload='x'>\u202e\x1b[31m"
NAME, WORDS = "Mercy Inventedname", "the neighbour shouted"


def recorded(folder: Path) -> str:
    """The address of the record, written on 3 June 2024."""
    url = f"sqlite:///{folder / 'record.db'}"
    casework = Casework(url, clock=lambda: noon("2024-06-03"))
    fill(casework)
    casework.close()
    return url


def page_of(command: str, url: str, folder: Path, *words: str, as_at: str = "2024-06-01") -> str:
    """The page that a command writes."""
    file = folder / f"{command}.html"
    ran = CliRunner().invoke(app, [command, *words, "--database", url, "--as-at", as_at, "--html", str(file)])
    assert (ran.exit_code, ran.stdout) == (DONE, ""), ran.output
    return file.read_text(encoding="utf-8")


def fill(casework: Casework) -> None:
    """Four people deprived of their liberty, two matters before the court, three considerations."""
    for said in (*_registered(), *_liberty(), *_court(), *_healthcare()):
        put(casework, said)


def _registered() -> tuple[Said, ...]:
    return tuple(
        council.tells(PersonRegistered(name_given=NAME), "2023-01-02", file=file)
        for file in ("case/ash", "case/birch", "case/cedar", "case/dogwood", "case/elder", "case/fir")
    )


def _of(file: str, *said: Said) -> tuple[Said, ...]:
    return tuple(replace(one, proposal=replace(one.proposal, file=file)) for one in said)


def _liberty() -> tuple[Said, ...]:
    """One moved away from what authorises them, one whose urgent days are untold, one who died, one who is covered."""
    ash = _of(
        "case/ash",
        care_home.tells(began(), "2023-05-01"),
        care_home.tells(requested(deprivation="d1"), "2023-05-03"),
        care_home.tells(urgent("2023-05-09", deprivation="d1"), "2023-05-03"),
        *all_met("2023-05-20"),
        council.records(granted("2024-02-15"), "2023-05-20"),
        care_home.tells(DeprivationMoved(deprivation="d1", place=HOSTILE), "2024-04-10"),
    )
    birch = _of(
        "case/birch",
        care_home.tells(began(), "2024-05-01"),
        care_home.tells(requested(deprivation="d1"), "2024-05-01"),
        care_home.tells(urgent(None, deprivation="d1"), "2024-05-01"),
    )
    cedar = _of(
        "case/cedar",
        care_home.tells(began(), "2024-01-10"),
        care_home.tells(requested(deprivation="d1"), "2024-01-10"),
        person.tells(PersonDied(), "2024-02-20"),
    )
    dogwood = _of(
        "case/dogwood",
        care_home.tells(requested(deprivation="d1"), "2023-06-10"),
        *all_met("2023-06-12"),
        council.records(granted("2024-06-14"), "2023-06-15"),
        care_home.tells(began(), "2023-06-15"),
    )
    return (*ash, *birch, *cedar, *dogwood)


def _court() -> tuple[Said, ...]:
    """A matter with an order to be reviewed and things late; another that has just begun; a direction in no matter."""
    friend = Party(kind=BodyKind.FAMILY, name=NAME)
    joins = LitigantJoined(litigant="l1", application="p1", role=LitigantRole.RESPONDENT, who=friend)
    speaks = RepresentativeAppointed(application="p1", kind=RepresentativeKind.RULE_1_2, who=friend)
    asked = application(kind=ApplicationKind.WELFARE, form=Form.COP1, about=WORDS, permission_asked=True)
    permitted = PermissionDecided(application="p1", decision=decided(PermissionOutcome.GIVEN, reasons=WORDS))
    takes_part = ParticipationDecided(application="p1", decision=decided(Participation.REPRESENTATIVE))
    made = order(
        "2024-05-15", "2024-12-31", application="p1", authorises_deprivation_of_liberty=True, forbids=(ActKind.MOVE,)
    )
    elder = _of(
        "case/elder",
        council.tells(asked, "2024-01-10"),
        court.decides(permitted, "2024-01-20"),
        court.tells(ApplicationIssued(application="p1"), "2024-01-22"),
        court.tells(joins, "2024-02-01"),
        court.tells(speaks, "2024-02-01"),
        court.decides(takes_part, "2024-02-02"),
        council.tells(served(), "2024-02-03"),
        court.tells(directed("2024-03-01", in_words=WORDS), "2024-02-05"),
        council.tells(DirectionComplied(direction="e1"), "2024-03-04"),
        court.tells(directed("2024-05-20", direction="e2", kind=DirectionKind.CARE_PLAN), "2024-04-02"),
        court.tells(DirectionVaried(direction="e2", due=day("2024-05-27")), "2024-04-20"),
        court.tells(directed("2024-06-20", direction="e3", owner=BodyKind.NHS_BODY), "2024-04-02"),
        court.tells(listed("2024-04-02", hearing="h0", kind=HearingKind.INTERIM), "2024-02-05"),
        court.tells(HearingHeld(hearing="h0"), "2024-04-02"),
        court.decides(made, "2024-04-02"),
        court.tells(OrderReviewed(order="o1", review_by=day("2024-05-20")), "2024-05-10"),
        court.tells(listed("2024-06-17"), "2024-05-01"),
        council.tells(BundleFiled(hearing="h1", parts=(BundlePart.CHRONOLOGY, BundlePart.ISSUES)), "2024-05-25"),
    )
    fir = _of(
        "case/fir",
        council.tells(application(), "2024-05-20"),
        court.tells(directed("2024-05-25", application=None), "2024-05-21"),
    )
    return (*elder, *fir)


def _healthcare() -> tuple[Said, ...]:
    """One decided and disputed, one that waits too long, one on the fast track."""
    disputed = HealthcareDisputeArose(dispute="x1", consideration="h1", funder=Funder.COUNCIL)
    ash = _of(
        "case/ash",
        council.tells(signs(signs=WORDS), "2024-01-02"),
        hospital.tells(checklist(), "2024-01-05"),
        nhs.tells(received(), "2024-01-08"),
        nhs.tells(tool(NOT_ELIGIBLE, views=WORDS), "2024-02-20"),
        nhs.decides(found(NOT_ELIGIBLE), "2024-03-01"),
        council.tells(disputed, "2024-03-10"),
    )
    birch = _of("case/birch", hospital.tells(checklist(), "2024-03-01"), nhs.tells(received(), "2024-03-04"))
    fir = _of("case/fir", nhs.tells(fast_track_received(), "2024-05-30"))
    return (*ash, *birch, *fir)
