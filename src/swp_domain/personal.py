"""Text about people, which must be forgettable.

Names, narrative, reasons and views are :data:`PersonalText`. In memory they are strings. When an
entry is turned into stored bytes, whoever stores it passes a :class:`Sealer` as pydantic's
serialisation context, and each value becomes ``{key, nonce, ciphertext}`` on its own; when it is read
back without its key it is :data:`FORGOTTEN`, which is still a string, so every fold and rule runs.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Protocol

from pydantic import PlainSerializer, PlainValidator, SerializationInfo, ValidationInfo, WithJsonSchema


class Sealer(Protocol):
    """Seals and opens one value at a time; it knows whose key is meant."""

    def seal(self, text: str) -> dict[str, str]:
        """The stored form of a text: key id, nonce and ciphertext."""

    def open(self, sealed: dict[str, str]) -> str | None:
        """The text, or ``None`` where its key has been destroyed."""


class Forgotten(str):
    """What is left of a text whose key has been destroyed."""

    __slots__ = ()


FORGOTTEN: Final = Forgotten("[forgotten]")


def _opened(value: Any, info: ValidationInfo) -> str:
    if isinstance(value, dict):
        sealer: Sealer | None = info.context
        text = sealer.open(value) if sealer is not None else None
        return FORGOTTEN if text is None else text
    if isinstance(value, Forgotten):
        return value
    if not isinstance(value, str):
        raise ValueError("is not text")
    text = value.strip()
    if not text:
        raise ValueError("is empty: leave the field out, or say something")
    return text


def _sealed(value: str, info: SerializationInfo) -> Any:
    sealer: Sealer | None = info.context
    return value if sealer is None else sealer.seal(value)


PersonalText = Annotated[
    str,
    PlainValidator(_opened),
    PlainSerializer(_sealed),
    WithJsonSchema({"type": ["string", "object"], "description": "personal text, sealed when stored"}),
]
"""A text about somebody: sealed value by value when stored, ``FORGOTTEN`` once its key is gone."""
