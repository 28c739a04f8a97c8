"""Heads of the log: the Merkle root after each command, kept in the database and to be exported.

A head on the same disk proves nothing against the owner of the disk: export it, and give it back to
:func:`swp_adapters.store.verify.verify` later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Engine, select

from swp_adapters.store.driver import mark_of, transaction
from swp_adapters.store.errors import LogDamaged, translated
from swp_adapters.store.guards import ORDERING_LOCK
from swp_adapters.store.proofs import Tree, leaf_hash
from swp_adapters.store.schema import head, moment_text
from swp_adapters.store.stored import Head

_BATCH: Final = 5000


def last_head(engine: Engine) -> Head | None:
    """The newest head that is kept, or ``None`` where there is none."""
    with translated, engine.connect() as connection:
        found = connection.execute(
            select(head.c.size, head.c.root, head.c.at).order_by(head.c.size.desc()).limit(1)
        ).first()
    return None if found is None else Head(found.size, found.root, found.at)


def extend_heads(engine: Engine, at: datetime | None = None) -> Head | None:
    """Keep a head of all that is in the log now: what follows the log where appends keep none.

    Args:
        at: the moment to write beside it; now, unless told.

    Returns:
        the head that now stands, or ``None`` while the log is empty.

    Raises:
        LogDamaged: the log is shorter than a head that was kept of it.
    """
    with translated, transaction(engine) as (cursor, _):
        if engine.dialect.name == "postgresql":
            # One follower at a time; it does not hold up the appends, which have a lock of their own.
            cursor.execute(f"SELECT pg_advisory_xact_lock({ORDERING_LOCK}, 'head'::regclass::oid::int)")
        cursor.execute("SELECT coalesce(max(position), 0) FROM log")
        tail: int = cursor.fetchone()[0]
        keep_head(cursor, mark_of(engine), tail, (), at or datetime.now(UTC))
    return last_head(engine)


def keep_head(cursor: Any, mark: str, tail: int, leaves: Sequence[bytes], at: datetime) -> None:
    """Write the head of the log with ``leaves`` after the first ``tail`` entries, in the open transaction.

    Args:
        cursor: a driver's cursor.
        mark: how that driver marks a parameter.

    Raises:
        LogDamaged: there are heads of more entries than the log held.
    """
    tree = _resumed(cursor, tail)
    _catch_up(cursor, mark, tree, tail)
    for leaf in leaves:
        tree.append(leaf)
    if tree.size and (leaves or not _stands(cursor, mark, tree.size)):
        cursor.execute(
            f"INSERT INTO head (size, root, frontier, at) VALUES ({mark}, {mark}, {mark}, {mark})",
            (tree.size, tree.root(), tree.frontier, moment_text(at) if mark == "?" else at),
        )


def _resumed(cursor: Any, tail: int) -> Tree:
    cursor.execute("SELECT size, root, frontier FROM head ORDER BY size DESC LIMIT 1")
    found = cursor.fetchone()
    if found is None:
        return Tree()
    size, root, frontier = found
    if size > tail:
        raise LogDamaged(
            f"The log holds {tail} entries, but a head of {size} was kept: entries are gone from its end. "
            "Nothing was recorded. Verify the log and restore it from a copy."
        )
    try:
        tree = Tree.resumed(size, frontier)
    except ValueError:
        return Tree()
    # An altered frontier must not poison the heads that follow: the leaves are read again instead.
    return tree if tree.root() == root else Tree()


def _catch_up(cursor: Any, mark: str, tree: Tree, tail: int) -> None:
    """Add the leaves of what was appended without a head."""
    while tree.size < tail:
        before = tree.size
        cursor.execute(
            f"SELECT leaf, CASE WHEN leaf IS NULL THEN state END FROM log "
            f"WHERE position > {mark} AND position <= {mark} ORDER BY position LIMIT {_BATCH}",
            (before, tail),
        )
        for leaf, state in cursor.fetchall():
            tree.append(leaf if leaf is not None else leaf_hash(state))
        if tree.size == before:
            raise LogDamaged(f"The log has no entry at position {before + 1}, though it holds {tail}.")


def _stands(cursor: Any, mark: str, size: int) -> bool:
    cursor.execute(f"SELECT 1 FROM head WHERE size = {mark}", (size,))
    return cursor.fetchone() is not None
