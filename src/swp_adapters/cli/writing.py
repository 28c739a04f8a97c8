"""``swp record``: what is sent is judged and recorded, a submission at a time."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from swp_adapters.casework import Casework, Receipt
from swp_adapters.cli.errors import UNAVAILABLE, answered, cause_of, read_no_more, say
from swp_adapters.cli.importing import REMEMBERED, SIZE, History
from swp_adapters.cli.lines import lines_of, text_of
from swp_adapters.cli.marked import Marked
from swp_adapters.cli.output import counted, put_json
from swp_adapters.cli.settings import Acting, ActorFile, Database, opened
from swp_adapters.cli.staff import import_staff
from swp_adapters.exchange.submissions import read_submission
from swp_domain.refusal import Invalid


@answered
def record(
    source: Annotated[str, typer.Argument(help="A file of JSON Lines, or - for standard input.")],
    database: Database = None,
    acting: Acting = None,
    actor: ActorFile = None,
    recording: Annotated[
        bool,
        typer.Option(
            "--recording",
            help="A history: what was decided already is recorded (conduct recording, unless a line says otherwise), "
            "many lines in one transaction. Each line needs a command_id; sent again, it goes on where it stopped.",
        ),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option("--reason", help="With --recording: the reason of decisions that do not give one."),
    ] = None,
    batch: Annotated[
        int, typer.Option("--batch", min=1, max=10_000, help="With --recording: entries kept in one transaction.")
    ] = SIZE,
    progress: Annotated[
        bool, typer.Option("--progress/--no-progress", help="With --recording: count on standard error.")
    ] = True,
) -> None:
    """Record submissions, one a line. Each is recorded whole or not at all; the first refusal stops, with its line."""
    if reason is not None and not recording:
        raise Invalid("--reason", "is for a history", "Give --recording as well, or a reason in each line")
    with opened(database, new=True, remembered=REMEMBERED if recording else 5_000) as casework:
        if actor is not None:
            _join(casework, actor)
        if recording:
            History(casework, acting, reason, batch, progress).record(lines_of(source))
        else:
            _record_all(casework, source, acting)


def _join(casework: Casework, staff: Path) -> None:
    try:
        say(f"{import_staff(casework, staff)} joined the staff.")
    except Exception:
        say(f"swp: nobody of {staff.name} joined the staff, and nothing was recorded.")
        raise


@dataclass
class _Done:
    """What was recorded so far, counted."""

    submissions: int = 0
    marked: Marked = field(default_factory=Marked)

    def add(self, casework: Casework, receipt: Receipt) -> None:
        """Count what a receipt answers for; flags are no part of it, so they are looked up in the entries."""
        self.submissions += 1
        for told in receipt.entries:
            self.marked.add(casework.entries(told["stream"])[told["version"] - 1])

    def __str__(self) -> str:
        return f"{counted(self.submissions, 'submission')} recorded"


def _record_all(casework: Casework, source: str, acting: str | None) -> None:
    done = _Done()
    for number, line in lines_of(source):
        try:
            receipt = _record_one(casework, text_of(line), acting)
        except Exception:
            say(f"swp: line {number} was not recorded; {done} before it.")
            raise
        done.add(casework, receipt)
        try:
            put_json(receipt)
            sys.stdout.flush()  # whoever sends the next line may be waiting for this answer
        except OSError as error:
            # Whoever reads the receipts is gone or full; what was asked is half done, and must not count as done.
            say(f"swp: line {number} was recorded, but its receipt could not be written; {done}, none after it.")
            say(f"swp: {cause_of(error)}")
            read_no_more()
            raise typer.Exit(UNAVAILABLE) from None
    marked = str(done.marked)
    say(f"{done}; {marked}." if marked else f"{done}.")


def _record_one(casework: Casework, line: str, acting: str | None) -> Receipt:
    sent = read_submission(line, casework.actor, acting)
    return casework.submit(
        *sent.proposals,
        command_id=sent.command_id,
        expected_version=sent.expected_version,
        causation_id=sent.causation_id,
        correlation_id=sent.correlation_id,
    )
