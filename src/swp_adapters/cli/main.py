"""The commands of ``swp``, each thin: read what was asked, ask the record, show the answer."""

from __future__ import annotations

import typer

from swp_adapters.cli import checking, keeping, reading, writing
from swp_adapters.cli.errors import EXIT_CODES

app = typer.Typer(
    help="The statutory record of adult social work in England: record, read, replay, check.",
    epilog=EXIT_CODES + " What the engine finds is a check on the record, not legal advice.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("demo")(checking.demo)
app.command("record")(writing.record)
app.command("case")(reading.case)
app.command("replay")(reading.replay)
app.command("caseload")(reading.caseload)
app.command("duties")(reading.duties)
app.command("court")(reading.court)
app.command("audit")(reading.audit)
app.command("check")(checking.check)
app.command("rules")(checking.rules)
app.command("verify")(keeping.verify)
app.command("rebuild")(keeping.rebuild)
