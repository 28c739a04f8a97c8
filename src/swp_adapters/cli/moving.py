"""``swp practice notify`` and ``swp practice responsible``: cases are told who has them now, and anybody can ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import REFUSED, answered, cause_of, say
from swp_adapters.cli.forms import Form, form, put_rows
from swp_adapters.cli.output import counted, dated, one_line, put_json, put_table, put_text
from swp_adapters.cli.settings import Acting, AsAt, AsCsv, AsJson, Database, KnownAt, When, day, opened, see_file, when
from swp_adapters.transfers import Outcome, Plan, Progress, Responsible, notify, planned, responsible
from swp_domain.catalogue import file_kind
from swp_domain.refusal import Invalid

_WHOSE = ("body", "kind", "council", "jointly_with", "joint_until", "why")
_CASE = ("case", "on", *_WHOSE, "client_groups", "area")
_CASES = (*_WHOSE, "cases")


@answered
def notify_cases(
    practice: Annotated[str, typer.Argument(help="The practice's file: practice/….")],
    database: Database = None,
    acting: Acting = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Only what moved on this day; else on any day.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without it, only what would be done is shown.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tell each open case that the practice's file moved to another body: one notice a case, however often run.

    Who is responsible never turns on these notices: the practice's own file says it. Stopped half way, run it again.
    """
    if yes and acting is None:
        raise Invalid("--as", "nobody is named as acting", "Say who gives the notices, with --as")
    asked = day(on, "--on")
    with opened(database) as casework:
        plan = planned(casework, practice, asked)
        outcome = None
        if not as_json:
            _put_plan(plan)
        if yes and acting is not None:
            by = casework.actor(acting)
            outcome = notify(casework, practice, by, asked, cases=plan.cases, progress=_say_progress)
    if as_json:
        put_json(_told(plan, asked, outcome))
    else:
        _put_outcome(plan, outcome)
    if outcome is not None and outcome.failed:
        for case, why in outcome.failed.items():
            say(f"swp: {case}: {cause_of(why)}")
        raise typer.Exit(REFUSED)


def _say_progress(progress: Progress) -> None:
    say(f"{progress.done} of {counted(progress.cases, 'case')}")


def _told(plan: Plan, on: date | None, outcome: Outcome | None) -> dict[str, Any]:
    return {
        "practice": plan.practice,
        "on": on,
        "notices": plan.groups,
        "taken_back": plan.taken_back,
        "untold": plan.untold,
        "done": None
        if outcome is None
        else {
            "notices": outcome.notices,
            "taken_back": outcome.taken_back,
            "failed": {case: cause_of(why) for case, why in outcome.failed.items()},
        },
    }


def _put_plan(plan: Plan) -> None:
    columns = ("on", "from", "to", "because", "entry", "cases")
    rows = ((one.on, one.from_body, one.to_body, one.ground.value, one.entry, one.cases) for one in plan.groups)
    put_table(f"Notices to give: {plan.practice}", columns, rows, empty="None: every case has been told.")
    if plan.taken_back:
        put_text(
            f"To take back, because the files do not bear them out any more: {counted(plan.taken_back, 'notice')}."
        )
    if plan.untold:
        some = counted(plan.untold, "open case")
        put_text(f"LOOK: {some} may belong or not: the client group or area is not on record.")
        put_text("Tell it with responsibility/cohort-recorded; until then they stay where they are.", indent=4)


def _put_outcome(plan: Plan, outcome: Outcome | None) -> None:
    if outcome is not None:
        put_text(f"Given: {counted(outcome.notices, 'notice')}. Taken back: {outcome.taken_back}.")
    elif plan.cases:
        put_text("Nothing was recorded. Give --as and --yes to do it.")


@answered
def who_is_responsible(
    case: Annotated[str | None, typer.Argument(help="Only this case: case/….")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who is responsible on a day, why, which council answers, jointly with whom; without CASE, of all open cases."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if case is None:
            _put_all(how, responsible(casework, on, known_at=days["known_at"]), on, days)
        else:
            _put_one(how, _one(casework, case, on, days), days)


def _one(casework: Casework, case: str, on: date, days: When) -> Responsible:
    if file_kind(case).kind != "case":
        raise Invalid("case", f"{case} is not the file of a case", "Name one, case/…")
    see_file(casework, case)
    return next(iter(responsible(casework, on, case=case, known_at=days["known_at"])))


def _put_one(how: Form, found: Responsible, days: When) -> None:
    row = {**_whose(found), "case": found.case, "on": found.on}
    row |= {"client_groups": found.belonging.client_groups, "area": found.belonging.area}
    if how is not Form.PEOPLE:
        put_rows(how, _CASE, [row])
        return
    who = found.answerable
    put_text(dated(found.case, found.on, days["known_at"]), style="bold")
    put_text(one_line(f"Responsible: {who.body} ({who.kind.value}), because {who.why}."))
    put_text(one_line(f"Answers in law: {who.council}."))
    if who.jointly_with:
        put_text(one_line(f"Jointly with {who.jointly_with}, up to {who.joint_until}."))


def _put_all(how: Form, found: Iterable[Responsible], on: date, days: When) -> None:
    counts = Counter(tuple(_whose(one).values()) for one in found)
    rows = [(*key, count) for key, count in sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))]
    if how is not Form.PEOPLE:
        put_rows(how, _CASES, (dict(zip(_CASES, row, strict=True)) for row in rows))
        return
    columns = ("responsible", "kind", "council", "jointly with", "until", "why", "cases")
    put_table(dated("Open cases", on, days["known_at"]), columns, rows, empty="None.")


def _whose(found: Responsible) -> dict[str, Any]:
    who = found.answerable
    return {
        "body": who.body,
        "kind": who.kind.value,
        "council": who.council,
        "jointly_with": who.jointly_with,
        "joint_until": who.joint_until,
        "why": who.why,
    }
