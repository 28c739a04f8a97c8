"""The Merkle tree is that of RFC 9162, and its proofs convince nobody of what is not so."""

from __future__ import annotations

from hashlib import sha256

import pytest

from swp_adapters.store.proofs import (
    EMPTY_ROOT,
    Tree,
    consistency_proof,
    extends,
    includes,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
)

# The leaves and roots that the transparency logs of RFC 6962 and RFC 9162 are tested with.
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf_hash(bytes([number])) for number in range(40)]


def by_definition(leaves: list[bytes]) -> bytes:
    if len(leaves) <= 1:
        return leaves[0] if leaves else sha256(b"").digest()
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return node_hash(by_definition(leaves[:middle]), by_definition(leaves[middle:]))


def test_the_published_roots_come_out() -> None:
    leaves = [leaf_hash(bytes.fromhex(text)) for text in INPUTS]
    assert [root(leaves[: size + 1]).hex() for size in range(len(leaves))] == ROOTS
    assert root([]) == EMPTY_ROOT


def test_growing_gives_the_root_by_definition_at_every_size() -> None:
    tree = Tree()
    for size, leaf in enumerate(LEAVES, 1):
        tree.append(leaf)
        assert tree.root() == by_definition(LEAVES[:size])


def test_a_tree_goes_on_from_its_frontier() -> None:
    for size in range(len(LEAVES)):
        begun = Tree()
        for leaf in LEAVES[:size]:
            begun.append(leaf)
        resumed = Tree.resumed(size, begun.frontier)
        for leaf in LEAVES[size:]:
            resumed.append(leaf)
        assert resumed.root() == by_definition(LEAVES)


def test_a_frontier_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="not that of 3 leaves"):
        Tree.resumed(3, bytes(32))


def test_every_entry_can_be_shown_to_be_under_every_head() -> None:
    for size in range(1, len(LEAVES) + 1):
        head = root(LEAVES[:size])
        for index in range(size):
            proof = inclusion_proof(LEAVES[:size], index)
            assert includes(LEAVES[index], index, size, proof, head)
            assert not includes(leaf_hash(b"another"), index, size, proof, head)
            assert not includes(LEAVES[index], index, size, [*proof, bytes(32)], head)
            assert not includes(LEAVES[index], size, size, proof, head)
            if proof:
                assert not includes(LEAVES[index], index, size, proof[:-1], head)


def test_every_later_head_can_be_shown_to_have_only_added() -> None:
    for later in range(1, len(LEAVES) + 1):
        new = root(LEAVES[:later])
        for size in range(1, later + 1):
            old, proof = root(LEAVES[:size]), consistency_proof(LEAVES[:later], size)
            assert extends(size, old, later, new, proof)
            assert not extends(size, bytes(32), later, new, proof)
            assert not extends(size, old, later, bytes(32), proof)
            assert not extends(size, old, later, new, [*proof, bytes(32)])
            if proof:
                assert not extends(size, old, later, new, proof[:-1])


def test_a_proof_of_what_is_not_there_cannot_be_asked_for() -> None:
    with pytest.raises(IndexError):
        inclusion_proof(LEAVES, len(LEAVES))
    with pytest.raises(IndexError):
        consistency_proof(LEAVES, 0)
    assert not extends(0, EMPTY_ROOT, 3, root(LEAVES[:3]), [])
