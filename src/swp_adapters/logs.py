"""Logs: structlog to standard error, JSON where nobody is watching, never a word of personal text."""

from __future__ import annotations

import logging
import os
import sys

import structlog


def quiet() -> None:
    """Log as SWP_LOG_LEVEL says (warning by default), in the form that SWP_LOG_FORMAT says (json or console)."""
    level = logging.getLevelNamesMapping().get(os.environ.get("SWP_LOG_LEVEL", "WARNING").upper(), logging.WARNING)
    as_json = os.environ.get("SWP_LOG_FORMAT", "console" if sys.stderr.isatty() else "json") == "json"
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
