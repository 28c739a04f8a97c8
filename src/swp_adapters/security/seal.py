"""Seals personal text value by value, so that destroying one key forgets one person's."""

from __future__ import annotations

import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Collection, Mapping
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from swp_adapters.security.key_ring import KeyRing, MakesMany, always

_NONCE_BYTES: Final = 12


class SealBroken(ValueError):
    """A sealed value is not what was sealed: it, its nonce or the name of its key was altered."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"A text sealed under {key_id!r} was altered, or the key is not the one it was sealed with. "
            "Verify the log, and see that the file of keys belongs to it."
        )
        self.key_id = key_id


class Sealer:
    """AES-256-GCM under the keys of a key ring. The name of the key is bound to the text it seals."""

    def __init__(self, keys: KeyRing) -> None:
        self.keys = keys

    def seal(self, key_id: str, text: str, is_new: Callable[[], bool] = always) -> dict[str, str]:
        """The stored form of a text: key id, nonce and ciphertext, the latter two in base64.

        The key is made, and on the disk, before there is anything sealed under it; ``is_new`` is asked
        before that whether nothing ever was.

        Raises:
            KeyForgotten: the key was destroyed.
            KeyMissing: something was sealed under a key of this name, which is not at hand.
        """
        nonce = os.urandom(_NONCE_BYTES)
        sealed = AESGCM(self.keys.make(key_id, is_new)).encrypt(nonce, text.encode(), key_id.encode())
        return {"key": key_id, "nonce": _written(nonce), "ciphertext": _written(sealed)}

    def make_keys(self, key_ids: Collection[str]) -> None:
        """Make the keys of new files, at once where the key ring can: each then need not wait for the disk alone."""
        missing = [one for one in sorted(key_ids) if self.keys.key(one) is None]
        if missing and isinstance(self.keys, MakesMany):
            self.keys.make_several(missing)

    def open(self, sealed: Mapping[str, str]) -> str | None:
        """The text, or ``None`` where its key is gone.

        Raises:
            SealBroken: the value was altered, or sealed with another key of the same name.
        """
        key_id = sealed["key"]
        key = self.keys.key(key_id)
        if key is None:
            return None
        try:
            nonce, ciphertext = a2b_base64(sealed["nonce"]), a2b_base64(sealed["ciphertext"])
            return AESGCM(key).decrypt(nonce, ciphertext, key_id.encode()).decode()
        except (InvalidTag, ValueError):
            raise SealBroken(key_id) from None


def _written(data: bytes) -> str:
    return b2a_base64(data, newline=False).decode("ascii")
