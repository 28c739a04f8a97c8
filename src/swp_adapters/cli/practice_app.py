"""The commands about practices, under ``swp practice``: what they are is registered where each is written."""

from __future__ import annotations

import typer

practice = typer.Typer(
    help="Practices, and who is responsible for which case.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
