"""What a run comes to: the score of each module, and every mutant that no test noticed."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant
from tests.mutation.trial import Verdict

FLOOR = 0.8
"""The share of mutants that the tests must notice, those named equivalent counted as not noticed."""

_EQUIVALENTS = Path(__file__).with_name("equivalents.toml")


def named_equivalent(everyone: list[Mutant]) -> dict[Mutant, str]:
    """The mutants that change nothing, each with the reason, as ``equivalents.toml`` names them.

    Raises:
        ValueError: an entry names no mutant that there is, so that none outlives what it was written for.
    """
    known: dict[Mutant, str] = {}
    here = {one.module for one in everyone}
    for entry in tomllib.loads(_EQUIVALENTS.read_text(encoding="utf-8")).get("equivalent", []):
        if entry["module"] not in here:
            continue
        for operator in entry["operators"]:
            places = [one for one in everyone if _is_named(one, entry, operator)]
            meant = places[entry["place"] - 1 : entry["place"]] if "place" in entry else places
            if not meant:
                raise ValueError(f"equivalents.toml names a mutant that is not there: {operator} in {entry}")
            known |= dict.fromkeys(meant, entry["because"])
    return known


def _is_named(one: Mutant, entry: dict[str, str], operator: str) -> bool:
    place = (one.module, one.where, one.text, one.operator)
    return place == (entry["module"], entry["where"], entry["text"], operator)


@dataclass(frozen=True)
class Report:
    """The verdicts on the mutants that were tried, and which of them are known to change nothing."""

    tried: list[Mutant]
    verdicts: dict[Mutant, Verdict]
    equivalent: dict[Mutant, str]

    @property
    def score(self) -> float:
        """The share killed of all that could be imported; what is named equivalent counts as survived."""
        killed, counted = self._of(self.tried)
        return killed / counted if counted else 1.0

    def text(self) -> str:
        """A line for each module, the survivors, and the sum."""
        by_module: dict[str, list[Mutant]] = defaultdict(list)
        for one in self.tried:
            by_module[one.module].append(one)
        lines = []
        for module, its in by_module.items():
            killed, counted = self._of(its)
            lines.append(f"{killed / counted if counted else 1:6.1%}  {killed:4} of {counted:4}  {module}")
        survived = [one for one in self.tried if self.verdicts[one] is Verdict.SURVIVED]
        open_ = [one for one in survived if one not in self.equivalent]
        lines += ["", "No test notices:" if open_ else "Every other mutant is noticed."]
        lines += [f"  {one}" for one in open_]
        noticed = [one for one in self.equivalent if self.verdicts.get(one) is Verdict.KILLED]
        lines += [f"  named equivalent, but noticed: {one}" for one in noticed]
        killed, counted = self._of(self.tried)
        nonsense = len(self.tried) - counted
        same = len(survived) - len(open_)
        lines += [
            "",
            f"{killed} of {counted} noticed: {self.score:.1%}; of the {counted - killed} others {same} are named "
            f"equivalent, so {killed / max(1, counted - same):.1%} of those that change anything.",
            f"{nonsense} that cannot be imported are not counted.",
        ]
        return "\n".join(lines)

    def _of(self, some: list[Mutant]) -> tuple[int, int]:
        verdicts = [self.verdicts[one] for one in some]
        return verdicts.count(Verdict.KILLED), len(verdicts) - verdicts.count(Verdict.NONSENSE)
