"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from swp_adapters.casework import Casework
from swp_adapters.cli.telling import tell
from swp_adapters.demo.life import CASE, live

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
