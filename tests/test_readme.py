"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_adapters.cli.telling import tell
from swp_adapters.demo.life import CASE, live

NEARY = Path(str(files("swp_adapters.demo"))) / "chronologies" / "hillingdon-v-neary.yaml"
README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def _block(after: str) -> str:
    found = re.search(rf"<!-- {after}.*?-->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found is not None, f"the README has no block after {after!r}"
    return found[1]


def test_the_example_runs_and_prints_what_it_says() -> None:
    code = _block("example")
    lines = [line for line in code.splitlines() if line.strip()]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == _block("printed")
    assert len([line for line in lines if not line.startswith(("from ", "#"))]) <= 20


def test_the_decision_trail_is_the_one_that_the_demonstration_prints() -> None:
    casework = Casework("sqlite:///:memory:")
    list(live(casework))
    entry = next(one for one in casework.entries(CASE) if one.purported)
    shown = re.sub(r"recorded \d+ days later", "recorded N days later", "\n".join(tell(entry)))
    assert _block("trail") == f"{shown}\n"


def test_the_printed_case_is_what_the_check_says() -> None:
    found = CliRunner().invoke(app, ["check", str(NEARY), "--as-at", "2011-06-09"], env={"COLUMNS": "200"})
    printed = [line.strip() for line in found.output.splitlines()]
    shown = _block("neary").splitlines()
    assert [line for line in shown if line.strip() not in printed] == []
    assert [printed.index(line.strip()) for line in shown] == sorted(printed.index(line.strip()) for line in shown)
    flagged = [line.split()[5] for line in printed if line.startswith(("red ", "amber "))]
    assert [rule for rule in flagged if f"| {rule}: " not in README] == ["MCA-04-01"]
