"""Readers that wait: they give what is in the log after a position, then what is recorded later."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread
from typing import Any, Final

from eventsourcing.persistence import ListenNotifySubscription

from swp_adapters.store.errors import translated
from swp_adapters.store.guards import CHANNEL
from swp_adapters.store.recorder import LogRecorder

POLL: Final = 0.002
"""Seconds between two looks at an SQLite file; one look costs some three microseconds."""

LOOK_ANYWAY: Final = 1.0
"""Seconds after which a reader looks though nobody called it: a notification can be lost in a failover."""


class _Woken(ListenNotifySubscription[LogRecorder]):
    """Pulls from the log whenever its watcher, a thread, finds that the log may have grown."""

    def __init__(self, recorder: LogRecorder, gt: int | None = None, topics: Sequence[str] = ()) -> None:
        self._stopping = Event()
        super().__init__(recorder, gt, topics)
        self._watcher = Thread(target=self._watch, daemon=True)
        self._watcher.start()

    def __exit__(self, *args: object, **kwargs: Any) -> None:
        try:
            super().__exit__(*args, **kwargs)
        finally:
            self._watcher.join()

    def stop(self) -> None:
        """End the iteration and let go of the database."""
        self._stopping.set()
        super().stop()

    def _watch(self) -> None:
        try:
            with translated:
                # A connection of its own, taken out of the pool: what it waits for is said to one connection.
                pooled = self._recorder.engine.raw_connection()
                connection: Any = pooled.driver_connection
                pooled.detach()
                try:
                    self._watch_on(connection)
                finally:
                    connection.close()
        except BaseException as error:
            if self._thread_error is None:
                self._thread_error = error
            self.stop()

    def _watch_on(self, connection: Any) -> None:
        raise NotImplementedError


class PolledSubscription(_Woken):
    """Watches an SQLite database: its ``data_version`` moves when another connection has committed."""

    def _watch_on(self, connection: Any) -> None:
        seen = None
        while not self._stopping.wait(POLL):
            now = connection.execute("PRAGMA data_version").fetchone()[0]
            if now != seen:
                seen = now
                self._has_been_notified.set()


class ListeningSubscription(_Woken):
    """Listens on PostgreSQL, whose appends notify."""

    def _watch_on(self, connection: Any) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._has_been_notified.set()  # for what was recorded between the first pull and LISTEN
        quiet = 0.0
        while not self._stopping.is_set():
            heard = any(True for _ in connection.notifies(timeout=0.1, stop_after=1))
            quiet = 0.0 if heard else quiet + 0.1
            if heard or quiet >= LOOK_ANYWAY:
                quiet = 0.0
                self._has_been_notified.set()
