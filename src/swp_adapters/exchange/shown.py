"""Which events a view is folded from, read from the text of the projections.

A view is folded by its own module and by those of the projections that it imports. The classes of event that they
name outside an import are what the fold tells apart. Whatever a view takes from an entry unseen is not among them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from swp_domain.event import EntryRetracted, Event
from swp_projections import VIEWS
from swp_projections.projection import Projection

_HOME = "swp_projections."


def events_of(view: type[Projection[Any]]) -> frozenset[type[Event]]:
    """The events that a view tells apart; none of a view that takes every entry, or every duty, alike."""
    return _told_apart(view.__module__)


@cache
def _told_apart(view: str) -> frozenset[type[Event]]:
    found = [view]
    for module in found:
        inner = (str(node.module) for node in _imports(_tree(module)))
        found += [one for one in dict.fromkeys(inner) if one.startswith(_HOME) and one not in found]
    return frozenset(event for module in found for event in _named_in(module))


def views_of(event: type[Event]) -> tuple[type[Projection[Any]], ...]:
    """The views that tell an event apart, in their order."""
    return tuple(view for view in VIEWS if event in events_of(view))


def alike() -> tuple[type[Projection[Any]], ...]:
    """The views that take every entry alike: what is recorded stands in them whatever it is."""
    return tuple(view for view in VIEWS if not events_of(view))


def _named_in(module: str) -> Iterator[type[Event]]:
    tree = _tree(module)
    imported = {alias.asname or alias.name for node in _imports(tree) for alias in node.names}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & imported
    for name in used:
        meant = getattr(import_module(module), name, None)
        # A retraction takes an entry away from every view alike, whether or not its fold says so.
        if isinstance(meant, type) and issubclass(meant, Event) and meant not in (Event, EntryRetracted):
            yield meant


def _imports(tree: ast.Module) -> Iterator[ast.ImportFrom]:
    return (node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
