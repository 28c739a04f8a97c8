"""What verifying a log found, in sentences for the person who has to act on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from swp_adapters.store.stored import Head


class Kind(StrEnum):
    """In what way the log is not what was recorded."""

    ENTRY = "entry altered"
    DIGEST = "digest altered"
    COLUMN = "column altered"
    MISSING = "entries missing"
    HEAD = "head altered"
    HISTORY = "history rewritten"
    CUT = "end cut off"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where one kind of difference shows.

    ``position`` is that of the entry, or the size of the head; ``stream`` and ``version`` are those the
    columns give, and ``None`` where no single entry is meant.
    """

    kind: Kind
    position: int
    sentence: str
    stream: str | None = None
    version: int | None = None

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome: how many entries there are, their root, and the first difference of each kind, in order.

    ``entries`` and ``root`` are a head to keep elsewhere; ``heads`` counts those kept here that were compared.
    """

    entries: int
    heads: int
    root: bytes
    differences: tuple[Difference, ...] = ()
    given: Head | None = None

    @property
    def intact(self) -> bool:
        """Whether everything agrees with everything else."""
        return not self.differences

    @property
    def first(self) -> Difference | None:
        """The difference to look at first."""
        return self.differences[0] if self.differences else None

    def __str__(self) -> str:
        if self.differences:
            return "The log is not what was recorded. " + " ".join(map(str, self.differences))
        if not self.entries:
            return "The log is empty, and no head says that it ever held anything."
        heads = "the 1 head" if self.heads == 1 else f"all {self.heads} heads"
        against = f"the {self.entries} entries of the log agree with their digests, with their columns and with "
        if self.given is not None:
            return f"Intact: {against}{heads} kept here, and with the head of {self.given.size} brought along."
        if not self.heads:
            return f"Intact as far as can be seen: {against}one another; no head was kept to compare them with."
        return f"Intact: {against}{heads} kept here. (A head kept elsewhere would prove more.)"
