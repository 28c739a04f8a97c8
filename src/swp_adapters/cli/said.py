"""What an entry says beside its decision, in codes, days and ids: nobody's name, and no words about anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from swp_domain.event import Event
from swp_domain.party import Party
from swp_domain.personal import is_personal

_APART: Final = frozenset({"decision"})
"""Fields that are told on lines of their own."""


def said(event: Event) -> str:
    """The fields that were told, in their order; empty where nothing was. Personal text is named nowhere."""
    return "; ".join(_fields(event))


def _fields(model: BaseModel) -> Iterator[str]:
    for name, info in type(model).model_fields.items():
        if name in _APART or is_personal(info):
            continue
        text = _text(getattr(model, name))
        if text:
            yield f"{name.replace('_', ' ')}: {text}"


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Party():
            return " ".join(filter(None, (value.kind.value, value.id)))
        case BaseModel():
            inner = ", ".join(_fields(value))
            return f"({inner})" if inner else ""
        case tuple() | list() | frozenset():
            return ", ".join(filter(None, map(_text, value)))
    return str(value)
