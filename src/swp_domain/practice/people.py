"""The people of a practice and its council, as they are on a day."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.actor import Actor, BodyKind, Registration, Role
from swp_domain.law.dates import Period
from swp_domain.law.function import Function


@dataclass(frozen=True)
class Member:
    """Somebody on the staff, as they are on the day.

    ``competent_for`` are the functions for which the council considers them competent, who are no social worker.
    """

    id: str
    works_for: BodyKind
    role: Role
    registration: Registration | None
    supervisor: str
    competent_for: tuple[Function, ...] = ()

    def acting_for(self, body: str) -> Actor:
        """The actor they are when they act for their body."""
        return Actor(id=self.id, kind=self.works_for, body=body, role=self.role, registration=self.registration)


@dataclass(frozen=True)
class Absence:
    """The days a member is away, the last of them open where it is not known, and who covers; empty for nobody."""

    days: Period
    covered_by: str = ""
