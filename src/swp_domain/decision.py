"""A decision is one value everywhere, so that a decision trail needs no code per event."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import ConfigDict

from swp_domain.document import Document
from swp_domain.party import Party
from swp_domain.personal import HoldsPersonalText, PersonalText

O = TypeVar("O")  # noqa: E741 - the outcome's type


class Decision(HoldsPersonalText, Generic[O]):
    """What was decided and why, on what evidence, having heard whom.

    ``views`` are the person's own; ``consulted`` are the others who were heard.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: O
    reasons: PersonalText | None = None
    evidence: tuple[Document, ...] = ()
    views: PersonalText | None = None
    consulted: tuple[Party, ...] = ()
