"""``swp``: the record from a terminal."""

from __future__ import annotations

from swp_adapters.cli.main import app


def main() -> None:
    """The entry point of ``swp``."""
    app()
