"""The reference pages, written from the objects that decide. The gate fails when they are stale.

``python -m swp_adapters.exchange.reference docs/reference`` writes them again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from swp_domain import catalogue
from swp_domain.event import Event
from swp_domain.law import register

_MADE = "*Written from the code by `python -m swp_adapters.exchange.reference docs/reference`.*"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {"rules.md": _rules(), "duties.md": _duties(), "events.md": _events(), "law.md": _law()}


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
    rows = [
        (f"`{one.name}`", one.event_version, one.taken_by or "fact", _first(one), ", ".join(one.model_fields))
        for one in catalogue.events().values()
    ]
    return _page("Events", "What can be recorded.", ("event", "version", "decided by", "what it says", "fields"), rows)


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
