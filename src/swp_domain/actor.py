"""Who acts: a person in a role, for a body; and which bodies are entitled to take a decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from swp_domain.law.function import Function


class BodyKind(StrEnum):
    """The kinds of body and person that act in a case."""

    PRACTICE = "practice"
    COUNCIL = "council"
    OTHER_COUNCIL = "other council"
    NHS_BODY = "NHS body"
    HOSPITAL = "hospital"
    CARE_HOME = "care home"
    PROVIDER = "provider"
    COURT = "court"
    POLICE = "police"
    SAFEGUARDING_BOARD = "safeguarding adults board"
    PERSON = "person"
    CARER = "carer"
    FAMILY = "family or friend"
    REPRESENTATIVE = "representative"
    OTHER = "other"

    @property
    def ours(self) -> bool:
        """Whether its decisions are taken through this engine, and so have a conduct."""
        return self in (BodyKind.PRACTICE, BodyKind.COUNCIL)


class Role(StrEnum):
    """What somebody is in their body."""

    SOCIAL_WORKER = "social worker"
    SENIOR_SOCIAL_WORKER = "senior social worker"
    MANAGER = "manager"
    ADVICE_OFFICER = "advice officer"
    CASE_WORKER = "case worker"
    OCCUPATIONAL_THERAPIST = "occupational therapist"
    ADMINISTRATOR = "administrator"
    JUDGE = "judge"
    OTHER = "other"

    @property
    def is_social_worker(self) -> bool:
        """Whether the title is protected (Care Standards Act 2000 s 61; SI 2018/893 reg 28)."""
        return self in (Role.SOCIAL_WORKER, Role.SENIOR_SOCIAL_WORKER)


class Regulator(StrEnum):
    """Who registered social workers in England, one after the other; and who does elsewhere in the kingdom."""

    GSCC = "General Social Care Council"
    HCPC = "Health and Care Professions Council"
    SWE = "Social Work England"
    WALES = "Social Care Wales"
    SCOTLAND = "Scottish Social Services Council"
    NORTHERN_IRELAND = "Northern Ireland Social Care Council"


class Registration(BaseModel):
    """A social worker's registration: the regulator of the day, and the number."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regulator: Regulator
    number: str


class Actor(BaseModel):
    """Somebody who acts, as they were on that day. ``id`` names a person without naming them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: BodyKind
    body: str = ""
    role: Role = Role.OTHER
    registration: Registration | None = None

    def __str__(self) -> str:
        body = self.body or self.kind.value
        return f"{self.id} ({self.role.value}, {body})" if self.role is not Role.OTHER else f"{self.id} ({body})"


@dataclass(frozen=True, slots=True)
class Entitled:
    """Which bodies a decision belongs to.

    ``function`` is the council function it exercises, where one is meant: a practice may then take
    the decision if that function was delegated to it on the day.
    """

    kinds: frozenset[BodyKind]
    function: Function | None = None

    def __str__(self) -> str:
        if self.kinds == frozenset(BodyKind):
            return "anybody"
        names = " or ".join(sorted(kind.value for kind in self.kinds))
        return f"{names}, under {self.function.value}" if self.function else names


COUNCIL = Entitled(frozenset({BodyKind.COUNCIL}))
COURT = Entitled(frozenset({BodyKind.COURT}))
SAFEGUARDING_BOARD = Entitled(frozenset({BodyKind.SAFEGUARDING_BOARD}))
PRACTICE_OR_COUNCIL = Entitled(frozenset({BodyKind.PRACTICE, BodyKind.COUNCIL}))


def council_or_delegate(function: Function) -> Entitled:
    """The council, or a practice to which it delegated this function."""
    return Entitled(frozenset({BodyKind.COUNCIL, BodyKind.PRACTICE}), function)


def council_alone(function: Function) -> Entitled:
    """The council itself: a function that cannot be delegated (Care Act 2014 s 79(2))."""
    return Entitled(frozenset({BodyKind.COUNCIL}), function)
