"""The command that reads packages: what was given on a day, what its week cost, who approved it within what limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Annotated, Final

import typer

from swp_adapters.cli.cover import Mine, Team, Worker, asked_day, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import NOT_ADVICE, counted, dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_domain.money import pounds
from swp_projections import Approvals, Caseload, Package
from swp_projections.approvals import ApprovalRow
from swp_projections.package import DIRECT_PAYMENT, Cost, PackageRow, weekly_cost, weekly_cost_by

_ROW: Final = columns_of(PackageRow, "counts", "approved_weekly", "approved_by", "approved_on", "approval_limit")
_ELEMENTS: Final = ("element", "kind", "needs", "provider", "how much", "a week", "since", "stands")


class By(StrEnum):
    """By what the cost of a week is told apart."""

    PROVIDER = "provider"
    NEED = "need"
    KIND = "kind"


_BY: Final[dict[By, Callable[[PackageRow], str]]] = {
    By.PROVIDER: lambda one: one.provider or (one.kind if one.kind == DIRECT_PAYMENT else ""),
    By.NEED: attrgetter("needs"),
    By.KIND: attrgetter("kind"),
}


@answered
def package(
    file: Annotated[str | None, typer.Argument(help="Only this case.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    by: Annotated[By, typer.Option("--by", help="By what the cost of a week is told apart.")] = By.PROVIDER,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What people got on a day, what a week of it cost, and who approved it within what limit."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        asked = whose(casework, days, team, worker, acting)
        rows = casework.view(Package, file=file, held=asked.held, **days)
        plans = casework.view(Approvals, file=file, held=asked.held, **days)
        if not rows:
            say_if_unknown(casework, asked, days)
        # Two files that were merged are of one adult, and each keeps what it tells.
        away = {one.file: one.merged_into for one in casework.view(Caseload, file=file, **days) if one.merged_into}
    standing = [one for one in rows if one.holds_on(on)]
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, (_told(one, plans, on) for one in standing))
        return
    put_text(dated(file or "Packages", on, days["known_at"]), style="bold")
    if file is not None:
        put_elements(standing, plans, on)
        if file in away:
            put_text(one_line(f"This file was merged: work goes on in {away[file]}, which has a package of its own."))
    else:
        people = {away.get(one.file, one.file) for one in standing}
        put_text(f"{counted(len(people), 'person', 'people')}, {cost_of(weekly_cost(standing, on))}")
    _put_cost(standing, on, by)
    put_text(NOT_ADVICE)


def put_elements(rows: Sequence[PackageRow], plans: Sequence[ApprovalRow], on: date) -> None:
    """The plan in force on a day, who approved it, and what carries it out; nothing where there is none of it."""
    in_force = [one for one in plans if one.in_force_on(on)]
    for plan in in_force:
        put_text(one_line(_plan(plan)))
        for line in _approvals(plans, plan.plan, on):
            put_text(one_line(line), indent=2)
    standing = [one for one in rows if one.holds_on(on)]
    if standing:
        put_table(f"Package, {cost_of(weekly_cost(standing, on))}", _ELEMENTS, map(_cells, standing))


def cost_of(cost: Cost) -> str:
    """What a week costs, in words, and what nobody told."""
    untold = f", and {counted(cost.untold, 'element')} of which no cost is told" if cost.untold else ""
    return f"{pounds(cost.told)} a week{untold}"


def _put_cost(rows: Sequence[PackageRow], on: date, by: By) -> None:
    costs = weekly_cost_by(rows, on, _BY[by])
    cells = ((name or "not told", pounds(one.told), one.untold or "") for name, one in costs.items())
    put_table(f"A week by {by.value}", (by.value, "a week", "no cost told"), cells)


def _plan(plan: ApprovalRow) -> str:
    sum_of_it = f"budget {pounds(plan.weekly)} a week" if plan.weekly is not None else "no figure of a budget on record"
    until = f" to {plan.until}" if plan.until else ""
    return f"Plan {plan.plan}, {plan.outcome}, in force from {plan.on}{until}: {sum_of_it}; written by {plan.by}."


def _approvals(plans: Iterable[ApprovalRow], plan: str, on: date) -> Iterator[str]:
    told = [one for one in plans if one.what == "approval" and one.plan == plan and one.on and one.on <= on]
    if not told:
        yield "No approval of it is on record."
    for one in told:
        within = f"their limit then was {pounds(one.limit)} a week" if one.limit is not None else "no limit on record"
        beyond = " BEYOND THEIR LIMIT." if one.within is False else ""
        purported = " Purported: it was not theirs to decide." if one.purported else ""
        amount = pounds(one.weekly) if one.weekly is not None else "no sum"
        yield f"{one.outcome} by {one.by} ({one.role}) on {one.on}: {amount} a week; {within}.{beyond}{purported}"


def _cells(one: PackageRow) -> tuple[object, ...]:
    much = f"{one.quantity:f} {one.unit}".strip() if one.quantity is not None else one.unit
    weekly = pounds(one.weekly) if one.weekly is not None else ""
    once = f"{pounds(one.one_off)} once" if one.one_off is not None else ""
    stands = "suspended" if one.suspended else "goes on" if one.commissioned else "not the council's"
    since = f"{one.from_day}" if one.begin_told else f"before {one.from_day}"
    return one.element, one.kind, one.needs, one.provider, much, " ".join(filter(None, (weekly, once))), since, stands


def _told(one: PackageRow, plans: Sequence[ApprovalRow], on: date) -> dict[str, object]:
    approval = approval_of(plans, one, on)
    return {
        **values_of(one),
        "counts": one.counts_on(on),
        "approved_weekly": approval.weekly if approval else None,
        "approved_by": approval.by if approval else None,
        "approved_on": approval.on if approval else None,
        "approval_limit": approval.limit if approval else None,
    }


def approval_of(plans: Iterable[ApprovalRow], element: PackageRow, on: date) -> ApprovalRow | None:
    """The last approval, by a day, of the plan that an element carries out."""
    given = [
        one
        for one in plans
        if one.file == element.file and one.plan == element.plan and one.approves and one.on and one.on <= on
    ]
    return max(given, key=lambda one: (one.on, one.key), default=None)
