"""People and bodies around a case, who do not act through the engine."""

from __future__ import annotations

from pydantic import ConfigDict

from swp_domain.actor import BodyKind
from swp_domain.personal import HoldsPersonalText, PersonalText


class Party(HoldsPersonalText):
    """Somebody a case concerns: how they stand to the adult, and who they are, where that was told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: BodyKind
    relation: str = ""
    name: PersonalText | None = None
    id: str = ""
