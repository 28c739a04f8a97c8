"""What stands at the end of a page: the entries that its lines rest on, and the law that it is read under."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.tables import in_runs, plain_table

UNSURE = "memory"
"""What the mark of a provision says that was not checked against its text."""


class Notes:
    """Numbers the entries that a page speaks of, and keeps the law that it cites, in the order in which it does."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[int, str]] = {}
        self._law: dict[tuple[str, str, str], None] = {}

    def rests_on(self, file: str, entries: Iterable[str]) -> str:
        """The numbers of some entries of a file, runs of them joined."""
        told = list(entries)
        for one in told:
            self._entries.setdefault(one, (len(self._entries) + 1, file))
        return in_runs(self._entries[one][0] for one in told)

    def under(self, provision: str, force: str, confidence: str, limit: str = "", limit_force: str = "") -> str:
        """A provision as a line cites it: with its force and its limit, and marked where it is not checked."""
        if not provision:
            return ""
        self._law.setdefault((provision, force, confidence))
        if limit.endswith(provision) and limit_force in ("", force):
            return f"{limit} ({force}){f'; {confidence}' if UNSURE in confidence else ''}"
        within = f"; {limit}{f' ({limit_force})' if limit_force and limit_force != force else ''}" if limit else ""
        return f"{provision} ({force}){within}{f'; {confidence}' if UNSURE in confidence else ''}"

    def sections(self) -> list[tuple[str, Sequence[Markup]]]:
        """The law that was cited with how sure it is, and the entries by their numbers."""
        note = tag("p", "What is marked as from memory was not checked: look in the text first.", class_="note")
        law = plain_table("Law", ("provision", "force", "how sure it is as it is encoded here"), self._law)
        numbered = ((str(number), entry, file) for entry, (number, file) in self._entries.items())
        entries = plain_table("Entries", ("number", "entry", "file"), numbered)
        nothing = tag("p", "None.")
        return [
            ("The law that this is read under", [law, note] if self._law else [nothing]),
            ("Entries behind each line", [entries if self._entries else nothing]),
        ]
