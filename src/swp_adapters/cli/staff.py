"""A file of staff: people to be known to a practice's file before anything is recorded in their name.

Its form is in ``docs/submitting.md``. All of it is checked before any of it is recorded, in one submission.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from swp_adapters.casework import Casework
from swp_adapters.exchange.chronology_yaml import load
from swp_domain.actor import Actor, BodyKind, Registration, Role
from swp_domain.catalogue import file_kind
from swp_domain.law.dates import PartialDate, local_day
from swp_domain.practice.events import StaffJoined
from swp_domain.proposal import propose
from swp_domain.refusal import Invalid


class StaffMember(BaseModel):
    """One person of a staff file."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(min_length=1)]
    works_for: BodyKind
    role: Role
    since: PartialDate
    registration: Registration | None = None
    supervisor: str = ""
    full_name: str | None = None

    def joined(self) -> StaffJoined:
        """What is recorded of them."""
        return StaffJoined(member=self.id, **self.model_dump(exclude={"id", "since"}))


class StaffFile(BaseModel):
    """Staff to be known to a practice's file."""

    model_config = ConfigDict(extra="forbid")

    practice: str
    staff: Annotated[list[StaffMember], Field(min_length=1)]


_BY = Actor(id="actor-file", kind=BodyKind.OTHER, body="actor file")


def import_staff(casework: Casework, path: Path) -> int:
    """Record who is on the staff, from a file, all at once or nobody; people already known are left as they are.

    Returns:
        how many joined.

    Raises:
        Invalid: the file is malformed: which field, and what helps.
        Refusal: the record does not take it, or was written to at the same moment; nobody joined.
    """
    told = _read(path)
    events = _checked(path, told)
    known = casework.standing(local_day(casework.clock()))
    joining = [
        propose(told.practice, event, _BY, member.since)
        for member, event in zip(told.staff, events, strict=True)
        if known.member(member.id) is None
    ]
    if joining:
        # With the version that was looked at, so that two imports at once do not let anybody join twice.
        casework.submit(*joining, expected_version=len(casework.entries(told.practice)))
    return len(joining)


def _read(path: Path) -> StaffFile:
    try:
        return StaffFile.model_validate(_loaded(path, path.read_bytes()))
    except ValidationError as error:
        raise _invalid(path, "", error) from None


def _loaded(path: Path, told: bytes) -> Any:
    try:
        text = told.decode("utf-8-sig")
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            # A few of them can stand for themselves, or for more than any memory holds.
            raise Invalid(path.name, "uses an alias (*name)", "Write it out where it is meant")
        return load(text)
    except UnicodeDecodeError:
        raise Invalid(path.name, "is not text in UTF-8", "Save it as UTF-8") from None
    except RecursionError:
        raise Invalid(path.name, "is nested too deeply", "Write practice, and a list of staff") from None
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError) as error:
        # The last four are what a value with a tag of YAML's own (!!timestamp x) meets where it is none.
        said = (
            " ".join(str(error).split()) if isinstance(error, yaml.YAMLError) else "a value is not what it says it is"
        )
        raise Invalid(path.name, f"is no YAML or JSON that can be read: {said}", "Put it right at that place") from None


def _checked(path: Path, told: StaffFile) -> list[StaffJoined]:
    """Everybody as they would be recorded: one who is wrong must not leave half of the others on the staff."""
    if file_kind(told.practice).kind != "practice":
        raise Invalid(f"{path.name}: practice", f"{told.practice} is not the file of a practice", "Use practice/…")
    events, seen = [], set()
    for number, member in enumerate(told.staff):
        if member.id in seen:
            raise Invalid(f"{path.name}: staff.{number}.id", f"{member.id} is given twice", "Give each person once")
        seen.add(member.id)
        try:
            events.append(member.joined())
        except ValidationError as error:
            raise _invalid(path, f"staff.{number}.", error) from None
    return events


def _invalid(path: Path, where: str, error: ValidationError) -> Invalid:
    first = error.errors(include_url=False, include_input=False)[0]
    field = where + ".".join("id" if part == "member" else str(part) for part in first["loc"])
    said = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    return Invalid(f"{path.name}: {field}" if field else path.name, said, "Put it right and send it again")
