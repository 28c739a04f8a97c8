"""Documents are kept elsewhere; the record holds where, and a digest that proves which."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Document(BaseModel):
    """A reference to a document and the SHA-256 of its bytes, never the bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    title: str = ""
