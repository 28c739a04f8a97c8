"""The lines of the table: what is counted, and how fast ours should be beside the library's own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``name`` is the method of every side that does it; ``target`` the least ratio to ``native``."""

    name: str
    says: str
    counts: str
    target: float = 0.3


LINES: Final = (
    Line("append_1", "append, 1 a transaction", "entries"),
    Line("append_20", "append, 20 a transaction", "entries"),
    Line("command", "a whole command", "commands"),
    Line("load", "load a case", "cases", 2.0),
    Line("load_again", "load a case at hand", "cases", 2.0),
    Line("replay", "replay with findings", "entries"),
    Line("views_1", "views live, 1 at a time", "entries"),
    Line("views_live", "views live, catching up", "entries"),
    Line("views_rebuilt", "views rebuilt", "entries"),
    Line("as_at", "a case as at a day", "cases"),
    Line("caseload_as_at", "the caseload as at a day", "cases"),
    Line("verify", "verify", "entries"),
)
