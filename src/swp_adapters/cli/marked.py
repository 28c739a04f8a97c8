"""What the law said against what was recorded: how often, and by which rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from swp_adapters.cli.output import counted
from swp_domain.entry import AnyEntry
from swp_domain.law.finding import Effect

_NAMED: Final = 6
"""How many rules are named of each; ``swp replay`` has all of them, in their place."""


@dataclass
class Marked:
    """Breaches and flags among what was recorded, counted by rule."""

    breaches: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)

    def add(self, entry: AnyEntry) -> None:
        """Count what stands against an entry."""
        self.breaches.update(one.rule for one in entry.breaches)
        self.flags.update(finding.rule for finding in entry.findings if finding.effect is Effect.FLAG)

    def __str__(self) -> str:
        """In words, with the rules it is under, the most frequent first; nothing where nothing is."""
        told = [_told(self.breaches, "breach", "breaches"), _told(self.flags, "flag", "flags")]
        return ", ".join(one for one in told if one)


def _told(found: Mapping[str, int], one: str, many: str) -> str:
    if not found:
        return ""
    often = sorted(found.items(), key=lambda told: (-told[1], told[0]))
    rules = [rule if count == 1 else f"{rule} {count} times" for rule, count in often[:_NAMED]]
    rest = [counted(len(often) - _NAMED, "other rule")] if len(often) > _NAMED else []
    return f"{counted(sum(found.values()), one, many)} ({', '.join(rules + rest)})"
