"""Days at the ends of the calendar: others write "for ever" as 9999-12-31, and one such day stops nobody's list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.actor import Actor, BodyKind
from swp_domain.continuing_healthcare.events import (
    FundingEndNotified,
    IndependentReviewRequested,
    LocalReviewRequested,
    NotificationReceived,
)
from swp_domain.court.events import DirectionGiven, HearingListed, OrderEnded, OrderMade
from swp_domain.court.vocabulary import DirectionKind, OrderEnd, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.liberty.events import (
    DeprivationBegan,
    RespiteBegan,
    StandardAuthorisationDecided,
    UrgentAuthorisationGiven,
)
from swp_domain.liberty.vocabulary import AuthorisationOutcome, Setting
from swp_domain.proposal import Conduct, propose

COURT = Actor(id="court", kind=BodyKind.COURT, body="Court of Protection")
MADE = Decision(outcome=OrderOutcome.GRANTED, reasons="As the paper file has it.")
GRANTED = Decision(outcome=AuthorisationOutcome.GRANTED, reasons="As the paper file has it.")
BEGAN = DeprivationBegan(deprivation="d", setting=Setting.CARE_HOME)
NEW = "2024-05-01"
OLD = "0001-01-01"

TOLD: dict[str, list[tuple[Event, str]]] = {
    "a stay that was agreed for ever": [(RespiteBegan(deprivation="d2", agreed_until=date.max), NEW)],
    "an order for ever": [
        (OrderMade(order="o", authorises_deprivation_of_liberty=True, expires_on=date.max, decision=MADE), NEW)
    ],
    "an order of the first day, ended on it": [
        (OrderMade(order="o", authorises_deprivation_of_liberty=True, decision=MADE), OLD),
        (OrderEnded(order="o", why=OrderEnd.DISCHARGED), OLD),
    ],
    "an authorisation that begins on the last day": [
        (StandardAuthorisationDecided(authorisation="a", begins_on=date.max, until=date.max, decision=GRANTED), NEW)
    ],
    "an authorisation of the first day": [(StandardAuthorisationDecided(authorisation="a", decision=GRANTED), OLD)],
    "an urgent authorisation for ever": [(UrgentAuthorisationGiven(request="r", until=date.max), NEW)],
    "a direction due on the first day": [
        (DirectionGiven(direction="x", owner=BodyKind.COUNCIL, kind=DirectionKind.STATEMENT, due=date.min), NEW)
    ],
    "a hearing on the last day": [(HearingListed(hearing="h", listed_for=date.max), NEW)],
    "funding that ends on the first day": [(FundingEndNotified(consideration="k", ends_on=date.min), NEW)],
    "a local review of a letter of the last day": [
        (LocalReviewRequested(review="v", consideration="k", letter_on=date.max), NEW)
    ],
    "an independent review of a letter of the last day": [
        (IndependentReviewRequested(review="v", consideration="k", letter_on=date.max), NEW)
    ],
    "a notification of the first day": [(NotificationReceived(consideration="k"), OLD)],
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_it_is_recorded_and_nobodys_list_stops(tmp_path: Path, told: list[tuple[Event, str]]) -> None:
    database = f"sqlite:///{tmp_path / 'record.db'}"
    casework = Casework(database)
    casework.submit(propose("case/1", BEGAN, COURT, "2024-01-01"))
    for event, on in told:
        one = propose("case/2", event, COURT, on, conduct=Conduct.RECORDING, reason="As the paper file has it.")
        casework.submit(one)
    casework.submit(propose("case/2", BEGAN, COURT, "2024-01-01"))
    casework.close()
    for as_at in ("2024-06-30", "9999-12-31", "0001-01-01"):
        for view in ("liberty", "court", "chc", "silence"):
            ran = CliRunner().invoke(app, [view, "--as-at", as_at, "--json", "--database", database])
            assert ran.exit_code == 0, (view, as_at, ran.exception)
    shown = CliRunner().invoke(app, ["liberty", "--as-at", "2024-06-30", "--database", database]).stdout
    assert "case/1" in shown
    assert "not authorised" in shown
