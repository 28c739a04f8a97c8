"""What every command can be told: which database, who acts, which day, how to answer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import make_url

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import say
from swp_adapters.logs import log_to_stderr
from swp_adapters.security.keys import FileKeys, KeyRing
from swp_domain.actor import Actor, BodyKind, Registration, Role
from swp_domain.law.dates import PartialDate
from swp_domain.practice.events import StaffJoined
from swp_domain.proposal import propose
from swp_domain.refusal import Invalid

Database = Annotated[
    str | None,
    typer.Option(
        "--database", help="sqlite:///FILE or postgresql://…; else SWP_DATABASE_URL, else one file in your data folder."
    ),
]
Acting = Annotated[
    str | None, typer.Option("--as", help="Who is acting: somebody on the staff of the practice or the council.")
]
ActorFile = Annotated[
    Path | None,
    typer.Option("--actor", help="A file of staff (YAML or JSON) to import into the practice's file first."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON on standard output.")]
AsAt = Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="As things stood at the end of this day.")]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", metavar="DATE", help="Only what was recorded by the end of this day.")
]


def day(text: str | None, option: str) -> date | None:
    """A day from an option.

    Raises:
        Invalid: it is no day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(option, f"{text!r} is not a day", "Write it as 2024-05-01") from None


def default_file() -> Path:
    """The one file used where no database is named, in the platform's data folder."""
    return user_data_path("swp") / "record.db"


def address(database: str | None) -> str:
    """The database meant: the option, else the environment, else the file in the data folder (and says so)."""
    named = database or os.environ.get("SWP_DATABASE_URL")
    if named:
        return named
    file = default_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    say(f"Database: {file}")
    return f"sqlite:///{file}"


def _keys(database: str) -> KeyRing | None:
    """The keys of personal text: SWP_KEYS, or beside an SQLite file, or in the data folder for a server.

    A server's own backups would bring back what was forgotten, so its keys are never kept in it.
    """
    named = os.environ.get("SWP_KEYS")
    if named:
        return FileKeys(named)
    if not database.startswith("postgres"):
        return None
    folder = user_data_path("swp")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{make_url(database).database or 'postgresql'}.keys"
    say(f"Keys: {file}")
    return FileKeys(file)


@contextmanager
def opened(database: str | None) -> Iterator[Casework]:
    """The record, for the length of a command."""
    log_to_stderr()
    where = address(database)
    casework = Casework(where, keys=_keys(where))
    try:
        yield casework
    finally:
        casework.close()


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
