"""A file of staff: people to be known to a practice's file before anything is recorded in their name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from swp_adapters.casework import Casework
from swp_domain.actor import Actor, BodyKind, Registration, Role
from swp_domain.law.dates import PartialDate
from swp_domain.practice.events import StaffJoined
from swp_domain.proposal import propose
from swp_domain.refusal import Invalid


class StaffMember(BaseModel):
    """One person of an actor file."""

    model_config = ConfigDict(extra="forbid")

    id: str
    works_for: BodyKind
    role: Role
    since: PartialDate
    registration: Registration | None = None
    supervisor: str = ""
    full_name: str | None = None


class StaffFile(BaseModel):
    """Staff to be known to a practice's file."""

    model_config = ConfigDict(extra="forbid")

    practice: str
    staff: list[StaffMember]


def import_staff(casework: Casework, path: Path) -> int:
    """Record who is on the staff, from a file; people already known are left as they are.

    Returns:
        how many joined.

    Raises:
        Invalid: the file is malformed: which field, and what helps.
    """
    try:
        told: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        staff = StaffFile.model_validate_json(json.dumps(told, default=str))
    except yaml.YAMLError as error:
        raise Invalid(str(path.name), f"no YAML or JSON: {error}", "Put it right") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Invalid(f"{path.name}: {'.'.join(map(str, first['loc']))}", first["msg"], "Put it right") from None
    count = 0
    for one in staff.staff:
        on = one.since.placed()
        if casework.standing(casework.clock().date()).member(one.id) is not None:
            continue
        event = StaffJoined(
            member=one.id,
            works_for=one.works_for,
            role=one.role,
            full_name=one.full_name,
            registration=one.registration,
            supervisor=one.supervisor,
        )
        by = Actor(id="actor-file", kind=BodyKind.OTHER, body="actor file")
        casework.submit(
            propose(staff.practice, event, by, one.since), command_id=f"staff/{staff.practice}/{one.id}/{on}"
        )
        count += 1
    return count
