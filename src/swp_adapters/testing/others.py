"""Bodies and people outside the synthetic practice and council: homes, a hospital, the NHS, assessors, advocates."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from swp_domain.actor import Actor, BodyKind
from swp_domain.party import Party


@dataclass(frozen=True, slots=True)
class Home:
    """A care home: the code by which it is known, its name, and whether there are nurses."""

    code: str
    name: str
    nursing: bool

    @property
    def manager(self) -> Actor:
        """Who acts for it: the managing authority of whoever lives there."""
        return Actor(id=f"manager-{self.code.lower()}", kind=BodyKind.CARE_HOME, body=self.name)


HOMES: Final = (
    Home("SYN-H1", "Linden House (synthetic)", nursing=False),
    Home("SYN-H2", "The Limes (synthetic)", nursing=False),
    Home("SYN-H3", "Saltmarsh Court (synthetic)", nursing=False),
    Home("SYN-H4", "Kestrel Lodge (synthetic)", nursing=False),
    Home("SYN-H5", "Wherry Nursing Home (synthetic)", nursing=True),
    Home("SYN-H6", "Estuary View (synthetic)", nursing=True),
)
SUPPORTED_LIVING: Final = "SYN-S1"
"""The code of the only supported living scheme."""

HOSPITAL: Final = Actor(id="ward-manager", kind=BodyKind.HOSPITAL, body="Northmere Hospital (synthetic)")
HOSPITAL_CODE: Final = "SYN-W1"
NHS: Final = Actor(id="healthcare-lead", kind=BodyKind.NHS_BODY, body="Northmere NHS body (synthetic)")
CLINICIAN: Final = Actor(id="clinician-1", kind=BodyKind.HOSPITAL, body="Northmere Hospital (synthetic)")

ADULT: Final = Party(kind=BodyKind.PERSON)
ADVOCACY: Final = Party(kind=BodyKind.REPRESENTATIVE, relation="independent mental capacity advocate")


def assessor(chance: Random) -> Actor:
    """A best interests assessor, who works for neither side."""
    return Actor(id=f"best-interests-assessor-{chance.randint(1, 5)}", kind=BodyKind.OTHER)


def doctor(chance: Random) -> Actor:
    """A doctor who assesses mental health."""
    return Actor(id=f"mental-health-assessor-{chance.randint(1, 3)}", kind=BodyKind.OTHER)
