"""Our lines: full envelopes, receipts, heads, views."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, cast

from bench.clock import rate
from bench.workload import PER_CASE, cases
from swp_adapters.casework import Casework
from swp_adapters.demo.people import establish
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.store.heads import extend_heads
from swp_adapters.store.stored import Receipt
from swp_domain.assessment.events import AssessmentRequested
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.proposal import propose
from swp_projections import Caseload


def measure(database: str, number: int) -> dict[str, float]:
    """Every line, on an empty database, with ``number`` cases."""
    casework = Casework(database, keys=MemoryKeys())
    found: dict[str, float] = {}
    singles = max(number // 10, 1)
    one_by_one, whole = list(cases(singles)), list(cases(number - singles, singles))
    found["append 1"] = rate(
        singles * PER_CASE, lambda: _append(casework, ([one] for case in one_by_one for one in case))
    )
    found["append 20"] = rate((number - singles) * PER_CASE, lambda: _append(casework, whole))
    streams = [f"case/bench-{case}" for case in range(number)]
    found["views live"] = rate(number * PER_CASE, lambda: casework.view(Caseload, file=streams[0]))
    found["load a case"] = rate(number, lambda: _drain(casework.file(stream) for stream in streams), times=3)
    found["replay"] = rate(
        number * PER_CASE, lambda: _drain(history(casework.entries(stream)) for stream in streams), times=3
    )
    day = whole[0][PER_CASE // 2].occurred_on
    found["as at"] = rate(number, lambda: _drain(casework.file(stream, as_at=day) for stream in streams), times=3)
    found["views rebuilt"] = rate(number * PER_CASE, casework.rebuild)
    if not casework.embedded:
        extend_heads(casework.engine)
    found["verify"] = rate(number * PER_CASE, lambda: casework.verify().intact or _stop())
    establish(casework)
    ada = casework.actor("ada", whole[0][0].occurred_on + timedelta(days=1))

    def commands() -> None:
        for case in range(singles):
            stream = f"case/command-{case}"
            for step in range(PER_CASE):
                casework.submit(propose(stream, AssessmentRequested(assessment=f"A{step}"), ada, "2025-01-08"))

    found["whole command"] = rate(singles * PER_CASE, commands)
    casework.close()
    return found


def _append(casework: Casework, batches: Iterable[list[AnyEntry]]) -> None:
    """At the log: mapped, sealed, with receipt and head; what was judged already is not judged again."""
    kept: dict[str, Any] = {"heads": True} if casework.embedded else {}
    for batch in batches:
        receipt = Receipt(batch[0].command_id, "", "{}")
        casework.events.put(cast("Any", batch), receipt=receipt, **kept)


def _drain(values: Iterable[object]) -> None:
    deque(values, maxlen=0)  # consumed, not kept: a list of everything would measure the garbage collector


def _stop() -> None:
    raise SystemExit("the log that the benchmark wrote does not verify")
