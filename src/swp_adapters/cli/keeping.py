"""The commands that keep the record sound: verify, rebuild."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from typing import Annotated

import typer

from swp_adapters.cli.errors import NOT_VERIFIED, answered
from swp_adapters.cli.output import put_json, put_text
from swp_adapters.cli.settings import AsJson, Database, opened
from swp_adapters.store.stored import Head
from swp_domain.refusal import Invalid


@answered
def verify(
    database: Database = None,
    head: Annotated[
        str | None, typer.Option("--head", metavar="SIZE:ROOT", help="A head kept elsewhere, as verify prints it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Whether the log is what was written: every leaf, every column, and the heads kept or given. Exit 3 if not."""
    with opened(database) as casework:
        found = casework.verify(None if head is None else _head(head, casework.clock()))
        lost = casework.missing_keys()
    kept = _told(found.entries, found.root) if found.entries else None  # a head of nothing proves nothing
    if as_json:
        put_json(
            {"intact": found.intact, "says": str(found), "size": found.entries, "head": kept, "missing_keys": lost}
        )
    else:
        put_text(str(found))
        if lost:
            put_text(
                f"Keys missing, though nobody destroyed them: {', '.join(lost)}. Their texts read as forgotten, and "
                "nothing personal can be added to them. Put the file of keys back that belongs to this record."
            )
        if kept is not None:
            put_text(f"Head to keep elsewhere: {kept}")
    if not found.intact:
        raise typer.Exit(NOT_VERIFIED)


@answered
def rebuild(
    database: Database = None,
    progress: Annotated[bool, typer.Option("--progress/--no-progress", help="Count on standard error.")] = True,
) -> None:
    """Make every view again from the log."""

    def count(done: int) -> None:
        if progress and sys.stderr.isatty():
            print(f"\r{done} entries", end="", file=sys.stderr)

    with opened(database) as casework:
        folded = casework.rebuild(count)
    put_text(f"{folded} entries folded.")


def _told(size: int, root: bytes) -> str:
    return f"{size}:{root.hex()}"


_HEAD = re.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})")


def _head(text: str, at: datetime) -> Head:
    """A head as it was kept. What is nearly one is none: it would be compared with nothing, and found intact."""
    told = _HEAD.fullmatch(text.strip())
    if told is None:
        rule = f"{text!r} is no head, which is a number of entries and 64 hexadecimal digits"
        raise Invalid("--head", rule, "Give it as verify printed it, SIZE:ROOT")
    return Head(int(told[1]), bytes.fromhex(told[2]), at)
