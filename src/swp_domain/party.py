"""People and bodies around a case, who do not act through the engine."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict

from swp_domain.actor import BodyKind
from swp_domain.personal import HoldsPersonalText, PersonalText

FIRST_COUNCIL, SECOND_COUNCIL = "the first council", "the second council"
"""Who owes what around a move (Care Act 2014 s 37): the council that is left, and that of the new area."""

HOSPITAL = "the hospital"
"""Who owes what a hospital does."""


class Whose(StrEnum):
    """Whose needs are assessed. A carer's assessment stands in the file of the adult cared for."""

    ADULT = "adult"
    CARER = "carer"


class Pathway(StrEnum):
    """A part of the practice that work comes to: the door, those who work for weeks, those who work for years."""

    TRIAGE = "duty triage"
    SHORT_TERM = "short-term case work"
    COMPLEX = "complex case management"
    SAFEGUARDING = "safeguarding and Court of Protection"
    HEALTHCARE = "continuing healthcare"


class Party(HoldsPersonalText):
    """Somebody a case concerns: how they stand to the adult, and who they are, where that was told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: BodyKind
    relation: str = ""
    name: PersonalText | None = None
    id: str = ""
