"""The papers of the Court of Protection that tests submit: each lawful as it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from swp_domain.actor import BodyKind
from swp_domain.court.events import DirectionGiven, HearingListed, PapersServed
from swp_domain.court.vocabulary import DirectionKind, HearingKind, Told


def served(told: Told = Told.RESPONDENT, **more: Any) -> PapersServed:
    return PapersServed.model_validate({"serving": "s1", "application": "p1", "told": told, **more})


def directed(due: str | None = "2024-06-03", **more: Any) -> DirectionGiven:
    usual = {
        "direction": "e1",
        "application": "p1",
        "owner": BodyKind.COUNCIL,
        "kind": DirectionKind.STATEMENT,
        "due": date.fromisoformat(due) if due else None,
    }
    return DirectionGiven.model_validate({**usual, **more})


def listed(on: str = "2024-06-17", **more: Any) -> HearingListed:
    usual = {"hearing": "h1", "application": "p1", "kind": HearingKind.FINAL, "listed_for": date.fromisoformat(on)}
    return HearingListed.model_validate({**usual, **more})
