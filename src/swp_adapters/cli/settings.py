"""What every command can be told: which database, who acts, which day, how to answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, TypedDict

import typer
from platformdirs import user_data_path
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import say
from swp_adapters.logs import log_to_stderr
from swp_adapters.security.keys import FileKeys, KeyRing
from swp_domain.catalogue import file_kind
from swp_domain.entry import AnyEntry
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
AsCsv = Annotated[bool, typer.Option("--csv", help="Answer in CSV on standard output, for a spreadsheet.")]
AsAt = Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="As things stood at the end of this day.")]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", metavar="DATE", help="Only what was recorded by the end of this day.")
]


class When(TypedDict):
    """The two days that every view can be asked about."""

    as_at: date | None
    known_at: date | None


def when(as_at: str | None, known_at: str | None) -> When:
    """The days that were asked about.

    Raises:
        Invalid: one of them is no day.
    """
    return When(as_at=day(as_at, "--as-at"), known_at=day(known_at, "--known-at"))


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
    """The database meant: the option, else the environment, else the file in the data folder (and says so).

    Raises:
        Invalid: the option or the setting is malformed, or names a database that ends with the command.
    """
    if database is not None:
        return usable("--database", database)
    if named := os.environ.get("SWP_DATABASE_URL"):
        return usable("SWP_DATABASE_URL", named)
    file = default_file()
    say(f"Database: {file}")
    return f"sqlite:///{file}"


def usable(option: str, named: str) -> str:
    """An address at which a record can be kept. The address itself is never repeated: it may hold a password.

    Raises:
        Invalid: it is malformed, or names a database in memory, which would take a record and lose it at once.
    """
    try:
        url = make_url(named)
    except ArgumentError:
        return named  # no address at all, which the store says in its own words
    except ValueError:
        raise Invalid(option, "the port is not a number", "Write it as postgresql://server:5432/name") from None
    if url.get_backend_name() != "sqlite":
        return named
    if url.database in (None, "", ":memory:") or "mode" in url.query:
        rule = "this is a database in memory, and what is recorded there is lost when the command ends"
        raise Invalid(option, rule, "Name a file, as sqlite:///record.db")
    if url.drivername not in ("sqlite", "sqlite+pysqlite") or url.host or url.query or "\0" in (url.database or ""):
        raise Invalid(option, "this says more than the name of a file", "Write it as sqlite:///record.db")
    return named


def _file(where: str) -> Path | None:
    """The file of an SQLite address, and ``None`` for a server."""
    try:
        url = make_url(where)
    except ArgumentError:
        return None
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


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
def opened(database: str | None, *, new: bool = False, remembered: int = 5_000) -> Iterator[Casework]:
    """The record, for the length of a command. Only a command that records may begin a ``new`` one.

    Args:
        database: the address, if one was named.
        new: whether a record may be begun.
        remembered: how many entries of the files read last are kept in memory.

    Raises:
        Invalid: there is no record to read, or the address is malformed.
    """
    log_to_stderr()
    where = address(database)
    file = _file(where)
    if file is not None and not new and not file.exists():
        raise Invalid(
            "--database",
            f"there is no record at {file}",
            "Name the file of one; swp record and swp demo begin a new one",
        )
    if file == default_file():
        file.parent.mkdir(parents=True, exist_ok=True)
    lost = file is not None and file.exists() and not (os.environ.get("SWP_KEYS") or Path(f"{file}.keys").exists())
    if lost:
        say(f"There is no file of keys at {file}.keys: personal texts read as forgotten. Put it back; see swp verify.")
    casework = Casework(where, keys=_keys(where), remembered=remembered)
    try:
        yield casework
    finally:
        casework.close()


def see_file(casework: Casework, file: str) -> list[AnyEntry]:
    """The entries of a file that must exist.

    Raises:
        Invalid: there is no such file.
    """
    file_kind(file)
    entries = casework.entries(file)
    if not entries:
        raise Invalid("file", f"nothing is recorded under {file}", "swp caseload lists the cases")
    return entries
