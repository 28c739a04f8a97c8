"""The reference pages, written from the objects that decide. The gate fails when they are stale.

``python -m swp_adapters.exchange.reference docs/reference`` writes them again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic import Field as PydanticField

from swp_adapters.exchange.coverage_page import coverage
from swp_domain import catalogue
from swp_domain.event import Event
from swp_domain.law import register

_MADE = "*Written from the code by `python -m swp_adapters.exchange.reference docs/reference`.*"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {
        "rules.md": _rules(),
        "duties.md": _duties(),
        "events.md": _events(),
        "law.md": _law(),
        "coverage.md": coverage(_MADE),
    }


def _rules() -> str:
    asked = [
        (
            one.rule,
            one.effect.value,
            one.regime.value,
            ", ".join(f"`{event.name or 'any'}`" for event in one.events),
            one.says,
        )
        for one in catalogue.judges()
    ]
    says = "Each rule with what a contradiction does: *refuse* (decisions of ours only), *breach*, *flag*."
    return _page("Rules", says, ("id", "effect", "regime", "of", "what it demands"), asked)


def _duties() -> str:
    owed = [
        (
            one.rule,
            f"{one.by} to {one.owed_to}: {one.name}",
            one.provision,
            one.period,
            _names(one.opened_by),
            _names(one.discharged_by),
        )
        for one in catalogue.owed()
    ]
    return _page(
        "Duties",
        "What is owed, and what opens and ends it.",
        ("id", "duty", "under", "in force", "opened by", "ended by"),
        owed,
    )


def _events() -> str:
    known = [(one, fields_of(one)) for one in catalogue.events().values()]
    rows = [(f"`{one.name}`", one.event_version, one.taken_by or "fact", _first(one)) for one, _ in known]
    says = (
        "What can be recorded; below, the fields of each event as they are sent ([how](../submitting.md)), then those "
        "of the values that stand in several. A field that is not required and left out means: not told."
    )
    tables = [_section(f"`{one.name}`", _first(one), fields) for one, fields in known]
    values = {field.type_name: field for _, fields in known for field in _within(fields) if field.fields}
    tables += ["## Values\n", *(_section(name, one.says, one.fields) for name, one in sorted(values.items()))]
    overview = _page("Events", says, ("event", "version", "decided by", "what it says"), rows)
    return "\n".join([overview, *tables])


class Field(BaseModel):
    """One field of an event as it is sent. ``words`` are those it may hold, ``fields`` those of an object in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    type: str
    required: bool
    words: tuple[str | int, ...] = ()
    fields: tuple[Field, ...] = ()
    says: str = PydanticField("", exclude=True)

    @property
    def type_name(self) -> str:
        """The type without what says how many there are."""
        return self.type.removeprefix("list of ")


def fields_of(event: type[Event]) -> tuple[Field, ...]:
    """The fields of an event, from the schema by which it is validated."""
    schema = event.model_json_schema()
    return _fields(schema, schema.get("$defs", {}))


def _fields(schema: dict[str, Any], defs: dict[str, Any]) -> tuple[Field, ...]:
    required = schema.get("required", ())
    return tuple(
        _field(name, told, defs).model_copy(update={"required": name in required})
        for name, told in schema.get("properties", {}).items()
    )


def _field(name: str, told: dict[str, Any], defs: dict[str, Any]) -> Field:
    arms = [one for one in told.get("anyOf", ()) if one.get("type") != "null"]
    if len(arms) == 1:
        return _field(name, arms[0], defs)
    if told.get("type") == "array":
        one = _field(name, told["items"], defs)
        return one.model_copy(update={"type": f"list of {one.type}{'s' if one.type == 'word' else ''}"})
    if "$ref" not in told:
        return Field(field=name, type=_plain(told), required=False)
    kind = told["$ref"].removeprefix("#/$defs/")
    meant = defs[kind]
    if "enum" in meant or "const" in meant:
        words = tuple(meant.get("enum", (meant.get("const"),)))
        return Field(
            field=name, type="word" if meant.get("type") == "string" else "number", required=False, words=words
        )
    decision = "Decision" if kind.startswith("Decision_") else kind
    said = (meant.get("description") or "").strip().split("\n\n")[0]
    return Field(field=name, type=decision, required=False, fields=_fields(meant, defs), says=" ".join(said.split()))


def _plain(told: dict[str, Any]) -> str:
    match told:
        case {"type": ["string", "object"]}:
            return "personal text"
        case {"type": "string", "format": "date"}:
            return "day"
        case {"type": "string", "maxLength": 80}:
            return "id"
        case {"type": "string"}:
            return "text"
        case {"type": "boolean"}:
            return "true or false"
        case {"type": "integer"}:
            return "whole number"
        case {"anyOf": arms}:
            return " or ".join(_plain(one) for one in arms if one.get("type") != "null")
    return str(told.get("type", "value"))


def _within(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        yield one
        yield from _within(one.fields)


def _section(title: str, says: str, fields: Iterable[Field]) -> str:
    """A table of fields. What a decision may come to is the event's own; the rest of it is the same everywhere."""
    rows = []
    for one in fields:
        rows.append(
            ("`outcome`", "as each event says", "yes", "")
            if title == "Decision" and one.field == "outcome"
            else _row(one)
        )
        if one.type_name == "Decision":
            rows += [_row(part, f"{one.field}.") for part in one.fields if part.field == "outcome"]
    columns = ("field", "type", "required", "allowed words")
    table = [_line(columns), _line("---" for _ in columns), *(_line(row) for row in rows)] if rows else ["No fields."]
    return "\n".join([f"### {title}", "", says, "", *table, ""])


def _row(one: Field, before: str = "") -> tuple[str, ...]:
    kind = one.type.replace(one.type_name, f"[{one.type_name}](#{one.type_name.lower()})") if one.fields else one.type
    words = ", ".join(f"`{word}`" for word in one.words)
    return f"`{before}{one.field}`", kind, "yes" if one.required else "", words


def _law() -> str:
    rows = [
        (
            one.family,
            one.regime.value,
            one.provision,
            one.force,
            one.period or "not commenced",
            one.confidence,
            one.says,
        )
        for one in register.cards()
    ]
    says = "Every test and time limit that is encoded, with its force and with how it was checked."
    return _page(
        "The law encoded", says, ("family", "regime", "provision", "force", "in force", "checked", "says"), rows
    )


def _page(title: str, says: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"# {title}", "", says, "", _MADE, "", _line(columns), _line("---" for _ in columns)]
    return "\n".join([*lines, *(_line(row) for row in rows)]) + "\n"


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def _names(events: Iterable[type[Event]]) -> str:
    return ", ".join(f"`{one.name}`" for one in events)


def _first(event: type[Event]) -> str:
    return (event.__doc__ or "").strip().splitlines()[0]


def main() -> None:
    """Write the pages into the folder named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
