"""Which keys the texts in the log were sealed under: read from the stored bytes, where nothing needs to be opened."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from swp_adapters.store.recorder import LogRecorder

_PAGE: Final = 1000
# A quotation mark inside a text is escaped there, so that only a sealed value looks like this.
_SEALED: Final = re.compile(rb'"key":\s*("(?:[^"\\]|\\.)*"),\s*"nonce":\s*"')


def keys_named(stored: bytes) -> Iterator[str]:
    """The name of the key of each sealed value in stored bytes."""
    return (json.loads(name) for name in _SEALED.findall(stored))


def holds_sealed(log: LogRecorder, stream: str) -> bool:
    """Whether a file holds anything that was sealed under its own key."""
    return any(stream in keys_named(state) for _, state in log.stream(stream))


def keys_in_use(log: LogRecorder) -> set[str]:
    """The names of all keys that something in the log was sealed under. Reads the whole log."""
    found: set[str] = set()
    after = 0
    while page := log.select_notifications(after, _PAGE, inclusive_of_start=False):
        for one in page:
            found.update(keys_named(one.state))
        after = page[-1].id
    return found
