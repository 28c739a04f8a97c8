"""``swp rules``: the rules that decide, one of them with all it stands on, the law, the events, and what is covered."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any

import typer

from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, form, put_rows
from swp_adapters.cli.output import put_table, put_text
from swp_adapters.cli.settings import AsCsv, AsJson
from swp_adapters.exchange.as_a_whole import AS_A_WHOLE
from swp_adapters.exchange.coverage import Bound, bound
from swp_adapters.exchange.coverage_page import told
from swp_adapters.exchange.reference import fields_of
from swp_domain import catalogue
from swp_domain.law import register
from swp_domain.law.not_modelled import NOT_MODELLED, NotModelled
from swp_domain.refusal import Invalid


@answered
def rules(
    rule: Annotated[str | None, typer.Argument(help="The id of one rule, as findings name it: CA-27-01.")] = None,
    events: Annotated[bool, typer.Option("--events", help="The events instead: what can be recorded.")] = False,
    law: Annotated[bool, typer.Option("--law", help="The register of the law instead: tests and time limits.")] = False,
    covered: Annotated[
        bool, typer.Option("--coverage", help="Each rule with its law, events, tests and views; what is not modelled.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The rules that decide: id, effect, provision or sentence; the duties; and the digest of the register."""
    how = form(as_json, as_csv)
    if rule is not None:
        _one(rule.upper(), how)
    elif covered:
        _coverage(how)
    else:
        _list(events, law, how)


def _list(events: bool, law: bool, how: Form) -> None:
    title, found = ("Events", _events()) if events else ("The law encoded", _law()) if law else ("Rules", _rules())
    if how is not Form.PEOPLE:
        put_rows(how, list(found[0]), found)
        return
    shown = [column for column in found[0] if column != "fields"]  # docs/reference/events.md has them for people
    put_table(title, shown, ([one[column] for column in shown] for one in found))
    put_text(f"Register {catalogue.digest()}")


def _one(rule: str, how: Form) -> None:
    """One rule: whatever is bound under its id, with its law, its events, and its tests where there are any."""
    found = [one for one in bound() if one.rule == rule]
    whole = [one for one in AS_A_WHOLE if one.rule == rule]
    left_out = [one for one in NOT_MODELLED if rule in one.ids]
    if not (found or whole or left_out):
        raise Invalid("rule", f"{rule!r} is the id of no rule", "Look at the list that `swp rules` gives")
    if how is not Form.PEOPLE:
        put_rows(how, _COLUMNS, map(_row, found))
        return
    put_text(rule, style="bold")
    for line in told(found):
        put_text(line)
    for held in whole:
        put_text(f"- held as a whole, by {held.held}: {held.demands}")
    for one in left_out:
        put_text(f"- not modelled ({one.in_force}): {one.what}; {one.why}.")


def _coverage(how: Form) -> None:
    found = bound()
    if how is not Form.PEOPLE:
        put_rows(how, _COLUMNS, map(_row, found))
        return
    columns = ("rule", "effect", "law", "of or opened by", "tests", "views")
    put_table("Coverage", columns, (_cells(one) for one in found))
    put_table("Not modelled", ("what", "ids", "in force", "why"), map(_left_out, NOT_MODELLED))
    put_text(f"Register {catalogue.digest()}")


_COLUMNS = [one.name for one in fields(Bound)]


def _row(one: Bound) -> dict[str, Any]:
    return {**{name: getattr(one, name) for name in _COLUMNS}, "law": [str(law) for law in one.law]}


def _cells(one: Bound) -> tuple[str, ...]:
    tests = "" if one.ways is None else f"{one.ways} ways"
    if one.breaks is not None and one.keeps is not None:
        tests = f"{len(one.breaks)} break, {len(one.keeps)} keep"
    law = "; ".join(cited.provision for cited in one.law)
    return one.rule, one.effect, law, ", ".join(one.events), tests, ", ".join(one.views)


def _left_out(one: NotModelled) -> tuple[str, ...]:
    return one.what, ", ".join(one.ids), one.in_force, one.why


def _events() -> list[dict[str, Any]]:
    return [
        {
            "event": one.name,
            "version": str(one.event_version),
            "taken by": str(one.taken_by or ""),
            "says": (one.__doc__ or "").splitlines()[0],
            "fields": fields_of(one),
        }
        for one in catalogue.events().values()
    ]


def _law() -> list[dict[str, Any]]:
    return [
        {
            "family": one.family,
            "regime": one.regime.value,
            "provision": one.provision,
            "force": one.force,
            "in force": str(one.period or "not commenced"),
            "checked": one.confidence,
            "says": one.says,
        }
        for one in register.cards()
    ]


def _rules() -> list[dict[str, Any]]:
    asked = [
        {"rule": one.rule, "effect": one.effect.value, "regime": one.regime.value, "says": one.says}
        for one in catalogue.judges()
    ]
    owed = [
        {
            "rule": one.rule,
            "effect": "open",
            "regime": one.regime.value,
            "says": f"{one.by} to {one.owed_to}: {one.name} ({one.provision})",
        }
        for one in catalogue.owed()
    ]
    return asked + owed
