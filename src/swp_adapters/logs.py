"""Logs: structlog over the standard library's logging, so that a library is silent until it is asked.

Names of commands, files and counts only: never a word of personal text.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Final, cast

import structlog

_NAME: Final = "swp"


def logger() -> structlog.stdlib.BoundLogger:
    """The project's logger. Embedders see it under ``logging.getLogger("swp")``."""
    made = structlog.wrap_logger(
        logging.getLogger(_NAME),
        wrapper_class=structlog.stdlib.BoundLogger,
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
    )
    return cast("structlog.stdlib.BoundLogger", made)


def log_to_stderr() -> None:
    """Log to standard error at SWP_LOG_LEVEL (warning by default), as SWP_LOG_FORMAT says (json or console)."""
    as_json = os.environ.get("SWP_LOG_FORMAT", "console" if sys.stderr.isatty() else "json") == "json"
    renderer = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=renderer))
    level = os.environ.get("SWP_LOG_LEVEL", "WARNING").upper()
    ours = logging.getLogger(_NAME)
    ours.handlers[:] = [handler]
    ours.propagate = False
    ours.setLevel(logging.getLevelNamesMapping().get(level, logging.WARNING))
