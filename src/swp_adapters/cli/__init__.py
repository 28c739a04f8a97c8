"""``swp``: the record from a terminal."""

from __future__ import annotations


def main() -> None:
    """The entry point of ``swp``."""
    # Only now: what is imported with the package cannot be run by its own name without a warning.
    from swp_adapters.cli.main import app

    app()
