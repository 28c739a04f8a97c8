"""Elements of a page as values: whatever is not markup already is text, and is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final, TypeAlias

from swp_adapters.harmless import harmless


class Markup(str):
    """Text that is markup, made by :func:`tag` and nowhere else."""

    __slots__ = ()


Child: TypeAlias = str | Iterable[str] | None
"""Markup, text, several of either, or nothing."""

_VOID: Final = frozenset({"meta", "circle", "line", "path", "rect"})


def tag(name: str, /, *children: Child, **attributes: str | int | None) -> Markup:
    """An element, well-formed as XML as well; text in it, and every attribute, is escaped.

    Args:
        name: of the element.
        children: what is in it.
        attributes: by name; ``_`` stands for ``-``, one at the end for nothing. ``None`` leaves one out.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(harmless(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{told}/>")
    return Markup(f"<{name}{told}>{''.join(map(_text, children))}</{name}>")


def lines(*children: Child) -> Markup:
    """Markup beside each other, each from a line of its own."""
    return Markup("\n".join(_text(one) for one in children))


def _text(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return escape(harmless(child))
    return "".join(map(_text, child))


def hidden(text: str) -> Markup:
    """Words for those who hear the page: what the eye takes from where something stands."""
    return tag("span", text, class_="heard")


def style(text: str) -> Markup:
    """A style sheet of our own; it holds nothing that was recorded.

    Raises:
        ValueError: it would end the element that it stands in.
    """
    if "<" in text:
        raise ValueError("a style sheet holds no markup")
    return Markup(f"<style>{text}</style>")


def document(language: str, head: Iterable[Markup], body: Iterable[Markup]) -> str:
    """A whole page."""
    whole = tag("html", tag("head", lines(*head)), Markup("\n"), tag("body", lines(*body)), lang=language)
    return f"<!DOCTYPE html>\n{whole}\n"
