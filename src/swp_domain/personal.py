"""Text about people, which must be forgettable, and is not opened before somebody reads it.

Names, narrative, reasons and views are :data:`PersonalText`: strings to whoever writes or reads them.
When an entry is turned into stored bytes, whoever stores it passes a :class:`Sealer` as pydantic's
serialisation context, and each value becomes ``{key, nonce, ciphertext}`` on its own. Read back, it stays
sealed in memory and is opened each time the field is read: folds, views and logs, which ask for no
narrative, never hold any. Without its key it is :data:`FORGOTTEN`, still a string, so every fold and
rule runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final, Protocol, get_args

from pydantic import BaseModel, PlainSerializer, PlainValidator, SerializationInfo, ValidationInfo, WithJsonSchema
from pydantic.fields import FieldInfo


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


class Sealed:
    """A text as it was stored, with what opens it. Showing it shows nothing."""

    __slots__ = ("kept", "sealer")

    def __init__(self, kept: dict[str, str], sealer: Sealer | None) -> None:
        self.kept, self.sealer = kept, sealer

    def opened(self) -> str:
        """The text, or :data:`FORGOTTEN` where nothing opens it any more."""
        text = None if self.sealer is None else self.sealer.open(self.kept)
        return FORGOTTEN if text is None else text

    def __eq__(self, other: object) -> bool:
        """Equal where what it says is."""
        return self.opened() == (other.opened() if isinstance(other, Sealed) else other)

    def __hash__(self) -> int:
        return hash(self.opened())

    def __deepcopy__(self, _: object) -> Sealed:
        """It never changes, and what opens it is shared."""
        return self

    def __repr__(self) -> str:
        return "[sealed]"


Kept = str | Sealed
"""A personal text as it is kept in memory: as it was told, or sealed as it was stored."""


def as_kept(holder: HoldsPersonalText, field: str) -> Kept | None:
    """The personal text of a field without opening it, for whoever keeps it sealed elsewhere as well."""
    value: Kept | None = holder.__dict__[field]
    return value


def opened(text: Kept | None) -> str | None:
    """A text as it is read, or :data:`FORGOTTEN` where nothing opens it any more."""
    return text.opened() if isinstance(text, Sealed) else text


class HoldsPersonalText(BaseModel):
    """A model with fields of personal text: reading such a field opens it."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        for name, info in cls.model_fields.items():
            if is_personal(info):
                setattr(cls, name, _Opening(name))


def is_personal(info: FieldInfo) -> bool:
    """Whether a field holds text about somebody."""
    return _SEALING in marks_on(info)


class _Opening:
    """Stands before a field in attribute look-up; the model itself keeps what was stored or told."""

    __slots__ = ("field",)

    def __init__(self, field: str) -> None:
        self.field = field

    def __get__(self, holder: BaseModel | None, _: type[BaseModel]) -> str | None:
        if holder is None or self.field not in holder.__dict__:
            raise AttributeError(self.field)
        return opened(holder.__dict__[self.field])

    def __set__(self, _holder: BaseModel, _value: object) -> None:
        raise AttributeError(f"{self.field} is part of the record and does not change")


def marks_on(info: FieldInfo) -> Iterator[Any]:
    """What an annotation says of a field beside its type; an optional field carries it on one arm of the union."""
    yield from info.metadata
    for arm in get_args(info.annotation):
        yield from getattr(arm, "__metadata__", ())


_PARTS: Final = {"key", "nonce", "ciphertext"}


def _read(value: Any, info: ValidationInfo) -> str | Sealed:
    if isinstance(value, dict) and value.keys() == _PARTS and info.mode == "json":
        return Sealed(value, info.context)
    if isinstance(value, (Forgotten, Sealed)):
        return value
    if not isinstance(value, str):
        raise ValueError("is not text")
    text = value.strip()
    if not text:
        raise ValueError("is empty: leave the field out, or say something")
    return text


def _written(value: str | Sealed, info: SerializationInfo) -> Any:
    text = value.opened() if isinstance(value, Sealed) else value
    sealer: Sealer | None = info.context
    return text if sealer is None else sealer.seal(text)


_SEALING: Final = PlainSerializer(_written)

PersonalText = Annotated[
    str,
    PlainValidator(_read),
    _SEALING,
    WithJsonSchema({"type": ["string", "object"], "description": "personal text, sealed when stored"}),
]
"""A text about somebody: sealed value by value when stored, opened when read, ``FORGOTTEN`` once its key is gone.

A class with such a field is a :class:`HoldsPersonalText`.
"""
