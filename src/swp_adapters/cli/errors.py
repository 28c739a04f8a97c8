"""What a command answers when it cannot do what was asked: one message, and one exit code of a short list."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Final, ParamSpec

import typer
from eventsourcing.persistence import DatabaseError, OperationalError, PersistenceError
from sqlalchemy.exc import DBAPIError

from swp_adapters.harmless import harmless
from swp_adapters.security.keys import KeyForgotten
from swp_adapters.security.seal import SealBroken
from swp_adapters.store.errors import DatabaseTooNew, RecordBusy, StorageFull, UnknownDatabase, translation
from swp_domain.law.dates import LawNotKnown
from swp_domain.refusal import CaseHasMovedOn, Invalid, Refusal

P = ParamSpec("P")

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
NOT_VERIFIED: Final = 3
BAD_INPUT: Final = 65
UNAVAILABLE: Final = 69
TRY_AGAIN: Final = 75

EXIT_CODES: Final = (
    "Exit codes: 0 done; 1 the engine refused; 2 usage; 3 verification failed; 65 bad input; "
    "69 something needed is missing; 75 try again: the case moved on, or the record was busy."
)


def code_of(error: Exception) -> int | None:
    """The exit code of an error that a user can meet, or ``None`` for a fault of ours."""
    match error:
        case CaseHasMovedOn() | RecordBusy():
            return TRY_AGAIN
        case Invalid():
            return BAD_INPUT
        case Refusal() | LawNotKnown() | KeyForgotten() | SealBroken():
            return REFUSED
        case UnknownDatabase() | DatabaseTooNew() | StorageFull() | OperationalError() | PersistenceError():
            return UNAVAILABLE
        case FileNotFoundError() | PermissionError() | IsADirectoryError():
            return BAD_INPUT
        case OSError() | sqlite3.Error():  # the latter comes from the file of keys alone
            return UNAVAILABLE
    return None


def say(message: str) -> None:
    """Tell the user something that is not the answer: on standard error, where nobody may be listening."""
    with suppress(OSError):
        print(harmless(message), file=sys.stderr)


def answered(command: Callable[P, None]) -> Callable[P, None]:
    """A command that ends with a message and an exit code, never with a traceback, on errors users can meet."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            read_no_more()  # whoever was reading has enough
            raise typer.Exit(DONE) from None
        except Exception as error:
            # Most of the store answers in the library's errors; what a reader of it lets through is put so here.
            met = (translation(error) if isinstance(error, DBAPIError) else None) or error
            code = code_of(met)
            if code is None:
                raise
            say(f"swp: {cause_of(met)}")
            raise typer.Exit(code) from None

    return run


def read_no_more() -> None:
    """Nobody reads standard output any more: what is left goes nowhere, or Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cause_of(error: Exception) -> str:
    """An error in words."""
    match error:
        case OSError(filename=str(name), strerror=str(why)):
            return f"{name}: {why}"
        case OSError():
            return f"the system: {error}"
        case DatabaseError() if "malformed" in str(error):
            return f"The file of the record is damaged ({error}). {_DAMAGED}"
        case DatabaseError() if "not a database" in str(error):
            return "--database: the file that it names is no record (it is not an SQLite file). Name the file of one"
        case sqlite3.Error():
            return f"the file of keys: {error}; nothing of this was kept"
    return f"{type(error).__name__}: {error}"


_DAMAGED: Final = (
    "Record nothing more into it and keep it as it is. Restore a copy of the record, with the file of keys that "
    "belongs to it, and verify that: swp verify --database sqlite:///COPY, with --head if a head was kept elsewhere"
)
