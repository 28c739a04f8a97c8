"""The commands of ``swp``, each thin: read what was asked, ask the record, show the answer."""

from __future__ import annotations

import typer

from swp_adapters.cli import (
    board,
    budget,
    capacity,
    checking,
    court,
    deciding,
    delegating,
    finding,
    healthcare,
    holding,
    keeping,
    liberty,
    moving,
    package,
    performing,
    practising,
    protecting,
    proving,
    reading,
    recounting,
    reviewing,
    ruling,
    silence,
    undoing,
    writing,
)
from swp_adapters.cli.errors import EXIT_CODES
from swp_adapters.cli.practice_app import practice

app = typer.Typer(
    help="The statutory record of adult social work in England: record, read, replay, check.",
    epilog=EXIT_CODES + " What the engine finds is a check on the record, not legal advice.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("demo", short_help="Check two published cases, live an invented one, show it.")(checking.demo)
app.command("record", short_help="Record submissions, one a line.")(writing.record)
app.command("undo", short_help="Take back what you recorded last, by a retraction.")(undoing.undo)
app.command("case", short_help="One case on one page.")(reading.case)
app.command("replay", short_help="A history, entry by entry, with what the law made of it.")(reading.replay)
app.command("caseload", short_help="Who holds which case.")(holding.caseload)
app.command("duties", short_help="What is owed to whom, by when; met, late or due soon.")(holding.duties)
app.command("silence", short_help="What should have happened and did not, by force.")(silence.silence)
app.command("waiting", short_help="Who waits for a worker or an assessment, longest first.")(holding.waiting)
app.command("find", short_help="A person's case by name, birth date or NHS number.")(finding.find)
app.command("reviews", short_help="Which reviews are late or due, since when and under what.")(reviewing.reviews)
app.command("safeguarding", short_help="Every concern and enquiry, and what is owed next.")(protecting.safeguarding)
app.command("board", short_help="A safeguarding board's report, each number with its entries.")(board.board)
app.command("chc", short_help="NHS continuing healthcare: how far, how long, what is owed.")(healthcare.healthcare)
app.command("package", short_help="What people get, what its week costs, who approved it.")(package.package)
app.command("performance", short_help="A commissioner's report by month, each cell with its entries.")(
    performing.performance
)
app.command("budget", short_help="How a practice's care budget stands, line by line.")(budget.budget)
app.command("liberty", short_help="Days that nothing authorised; requests that wait.")(liberty.liberty)
app.command("court", short_help="What is before the Court of Protection, and its orders.")(court.court)
app.command("capacity", short_help="What was found about each decision, side by side.")(capacity.capacity)
app.command("chronology", short_help="What happened, in the order in which it did.")(recounting.chronology)
app.command("audit", short_help="Every entry as it was recorded: who, for whom, under what.")(reading.audit)
app.command("decisions", short_help="Decisions with their authority; what nobody can show first.")(proving.decisions)
app.command("delegation", short_help="Who held which function on which days; the gaps.")(delegating.delegation)
app.command("check", short_help="Check a chronology (YAML) against the law; writes nowhere.")(checking.check)
app.command("rules", short_help="The rules that decide, or one of them; events; law; coverage.")(ruling.rules)
app.command("decision", short_help="One decision as it was known then.")(deciding.decision)
app.command("verify", short_help="Whether the log is what was written; exit 3 if not.")(keeping.verify)
app.command("rebuild", short_help="Make every view again from the log.")(keeping.rebuild)
practice.command("list", short_help="Every practice of the record on a day; --pilots for the seven.")(
    practising.list_practices
)
practice.command("show", short_help="One practice on a day; --pilots for one of the seven.")(practising.show)
practice.command("live", short_help="Write a pilot's life into a record: invented people, judged entries.")(
    practising.live_pilot
)
practice.command("notify", short_help="Tell the open cases that a contract or cohort moved.")(moving.notify_cases)
practice.command("responsible", short_help="Who is responsible for a case on a day, and why; or for all.")(
    moving.who_is_responsible
)
app.add_typer(practice, name="practice", short_help="Practices, and who is responsible for a case.")


if __name__ == "__main__":
    app(prog_name="swp")
