"""Folds a file into its steps against their clocks, its decisions, its breaches and, of a review, where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from swp_domain.decision import Decision
from swp_domain.duty import Duty, duties
from swp_domain.entry import AnyEntry
from swp_domain.mark import Act
from swp_domain.practice.proof import proof_of
from swp_domain.proposal import Conduct
from swp_domain.safeguarding import STAGE
from swp_domain.safeguarding_adults_review import STAGE as REVIEW
from swp_domain.safeguarding_adults_review.events import AdultHarmed, ReviewReferralReceived, ReviewReported
from swp_domain.safeguarding_adults_review.state import ReviewProcess, evolve
from swp_projections.safeguarding_board_rows import BreachRow, DecisionRow, HarmRow, ReviewRow, StepRow

ROOMS: Final = ("safeguarding/", "adults-review/")
"""What the stored names of safeguarding begin with."""

_OURS: Final = frozenset(one.name for one in (*STAGE.duties, *REVIEW.duties))


def ours(told: Sequence[AnyEntry]) -> list[AnyEntry]:
    """The entries about safeguarding."""
    return [one for one in told if one.event_name.startswith(ROOMS)]


def trail(file: str, told: Sequence[AnyEntry]) -> Iterator[StepRow | DecisionRow | BreachRow]:
    """Every step with its clock, every decision and every breach of a file."""
    late: dict[str, list[StepRow]] = defaultdict(list)
    done, moved = _marked(told, Act.DISCHARGES), _marked(told, Act.EXTENDS, Act.PAUSES, Act.RESUMES)
    for duty in duties(told):
        if duty.duty not in _OURS:
            continue
        doer = _doer(duty, done)
        step = _step(file, duty, doer, [one.entry_id for one in moved[duty.duty]])
        yield step
        if doer and step.met_on is not None and not step.lapsed and step.late_since(step.met_on):
            late[doer].append(step)
    for entry in ours(told):
        decision = getattr(entry.event, "decision", None)
        if isinstance(decision, Decision):
            yield _decision(entry, decision, late[entry.entry_id])
        yield from _breaches(entry)


_Done = dict[str, list[AnyEntry]]


def _marked(told: Sequence[AnyEntry], *acts: Act) -> _Done:
    """The entries that did something to a duty, by the duty."""
    found: _Done = defaultdict(list)
    for entry in told:
        for mark in entry.marks:
            if mark.act in acts and mark.duty in _OURS:
                found[mark.duty].append(entry)
    return found


def _doer(duty: Duty, done: _Done) -> str | None:
    """The entry that did or ended a duty."""
    for entry in done[duty.duty]:
        for mark in entry.marks:
            about = mark.act is Act.DISCHARGES and mark.duty == duty.duty and mark.subject in ("", duty.subject)
            if about and mark.of == duty.met_by and max(mark.on, duty.opened_on) == duty.met_on:
                return entry.entry_id
    return None


def _step(file: str, duty: Duty, doer: str | None, moved: Sequence[str]) -> StepRow:
    mark = duty.governing
    named = (*(one.entry_id for one in duty.openers), *moved, *([doer] if doer else []))
    return StepRow(
        file=file, key=f"step|{duty.duty}|{duty.subject}|{duty.opened_on}", on=duty.opened_on,
        entries=tuple(dict.fromkeys(named)), duty=duty.duty, subject=duty.subject,
        rule=mark.rule, provision=mark.provision, force=mark.force.value if mark.force else "",
        confidence=mark.confidence, limit=mark.limit, limit_force=mark.limit_force.value if mark.limit_force else "",
        last_day=duty.last_day, met_on=duty.met_on, lapsed=duty.lapsed, paused_on=duty.paused_on,
    )  # fmt: skip


def _decision(entry: AnyEntry, decision: Decision[object], late: Sequence[StepRow]) -> DecisionRow:
    proof = proof_of(entry)
    named = (entry.entry_id, *(name for one in late for name in one.entries))
    return DecisionRow(
        file=entry.stream, key=f"decision|{entry.entry_id}", on=entry.occurred_on, entries=tuple(dict.fromkeys(named)),
        event=entry.event_name, outcome=decision.outcome.value if isinstance(decision.outcome, Enum) else "",
        ours=entry.conduct is not None, reasons=decision.reasons is not None, views=decision.views is not None,
        shown=proof.shown if proof else None, fails=proof.fails.value if proof and proof.fails else "",
        recorded=entry.conduct is Conduct.RECORDING, purported=entry.purported,
        late=tuple((one.duty, one.binding) for one in late),
    )  # fmt: skip


def _breaches(entry: AnyEntry) -> Iterator[BreachRow]:
    for number, one in enumerate(entry.breaches):
        yield BreachRow(
            file=entry.stream, key=f"breach|{entry.entry_id}|{number}", on=entry.occurred_on,
            entries=(entry.entry_id,), rule=one.rule, provision=one.provision, force=one.force.value,
            is_law=one.force.is_law, confidence=one.confidence, since=one.since, why=one.why, body=one.body,
        )  # fmt: skip


def review(file: str, told: Sequence[AnyEntry]) -> Iterator[ReviewRow | HarmRow]:
    """A safeguarding adults review as it stands, where anything of one is on record, and the adults it is about."""
    if not told:
        return
    state = ReviewProcess()
    for entry in told:
        state = evolve(state, entry)
    yield ReviewRow(
        file=file, key="review", on=state.received_on or told[0].occurred_on,
        entries=tuple(one.entry_id for one in told if one.counts),
        cases=state.cases, harms=tuple(state.harms.values()), received_on=state.received_on,
        decided_on=state.decided_on, choice=state.choice, reviewer_on=state.reviewer_on,
        reported_on=state.reported_on, published_on=state.published_on,
        chronologies_awaited=sum(not received for received in state.chronologies.values()),
        recommendations_open=sum(not settled for settled in state.recommendations.values()),
    )  # fmt: skip
    counted = [one for one in told if one.counts]
    finished = [one.entry_id for one in counted if isinstance(one.event, ReviewReported)]
    for case in state.cases:
        about = [one.entry_id for one in counted if _is_about(one, case)]
        yield HarmRow(
            file=file, key=f"adult|{case}", on=state.received_on or told[0].occurred_on, entries=(*about, *finished),
            case=case, harm=state.harms.get(case), reported_on=state.reported_on,
        )  # fmt: skip


def _is_about(entry: AnyEntry, case: str) -> bool:
    """Whether it says that a review is about somebody, or what became of them."""
    match entry.event:
        case ReviewReferralReceived(cases=cases):
            return case in cases
        case AdultHarmed(case=whose):
            return whose == case
    return False
