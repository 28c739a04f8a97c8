"""A Merkle tree over the log (RFC 9162, section 2.1), and proofs from it that need nothing else.

A head (size and root) kept elsewhere fixes every entry below it and their order. An inclusion proof
shows one entry to somebody who holds a head; a consistency proof shows that a later head only added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

EMPTY_ROOT: Final = sha256(b"").digest()
_DIGEST: Final = 32


def leaf_hash(stored: bytes) -> bytes:
    """The digest of one entry's stored bytes."""
    return sha256(b"\x00" + stored).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The digest of two subtrees side by side."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """Grows leaf by leaf in amortised constant time, keeping the roots of the full subtrees only."""

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)

    @classmethod
    def resumed(cls, size: int, frontier: bytes) -> Tree:
        """The tree of a saved :attr:`frontier`.

        Raises:
            ValueError: the frontier is not that of a tree of this size.
        """
        if len(frontier) != _DIGEST * size.bit_count():
            raise ValueError(f"a frontier of {len(frontier)} bytes is not that of {size} leaves")
        return cls(size, (frontier[at : at + _DIGEST] for at in range(0, len(frontier), _DIGEST)))

    @property
    def frontier(self) -> bytes:
        """All that is needed to go on growing."""
        return b"".join(self.peaks)

    def append(self, leaf: bytes) -> None:
        """Add one leaf at the right."""
        below = self.size
        self.size += 1
        while below & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            below >>= 1
        self.peaks.append(leaf)

    def root(self) -> bytes:
        """The root over all leaves so far."""
        if not self.peaks:
            return EMPTY_ROOT
        found = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            found = node_hash(peak, found)
        return found


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over leaves in order."""
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The digests beside the path from leaf ``index`` (from 0) to the root over all ``leaves``."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"there is no leaf {index} in a tree of {len(leaves)}")
    if len(leaves) == 1:
        return []
    middle = _split(len(leaves))
    if index < middle:
        return [*inclusion_proof(leaves[:middle], index), root(leaves[middle:])]
    return [*inclusion_proof(leaves[middle:], index - middle), root(leaves[:middle])]


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], head: bytes) -> bool:
    """Whether the proof shows ``leaf`` at ``index`` below the root ``head`` over ``size`` leaves."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and found == head


def consistency_proof(leaves: Sequence[bytes], size: int) -> list[bytes]:
    """The digests that show the tree of the first ``size`` leaves to be the beginning of the whole."""
    if not 0 < size <= len(leaves):
        raise IndexError(f"there is no beginning of {size} leaves in a tree of {len(leaves)}")
    return _consistency(leaves, size, whole=True)


def _consistency(leaves: Sequence[bytes], size: int, *, whole: bool) -> list[bytes]:
    if size == len(leaves):
        return [] if whole else [root(leaves)]
    middle = _split(len(leaves))
    if size <= middle:
        return [*_consistency(leaves[:middle], size, whole=whole), root(leaves[middle:])]
    return [*_consistency(leaves[middle:], size - middle, whole=False), root(leaves[:middle])]


def extends(size: int, head: bytes, later_size: int, later_head: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows the later head to have only added to the earlier one."""
    if not 0 < size <= later_size:
        return False
    if size == later_size:
        return not proof and head == later_head
    path = [head, *proof] if size & (size - 1) == 0 else list(proof)
    if not path:
        return False
    at, last = size - 1, later_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(beside, old), node_hash(beside, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and old == head and new == later_head
