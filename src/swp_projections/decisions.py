"""Every decision of ours with the chain of authority that it stands on, and the link that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from swp_domain.entry import AnyEntry
from swp_domain.history import chain_of, history, known_by
from swp_domain.law.finding import Finding
from swp_domain.money import pounds
from swp_domain.personal import as_kept
from swp_domain.practice.proof import Proof, proof_of
from swp_domain.responsibility.events import DecisionRatified
from swp_domain.responsibility.vocabulary import Ratification
from swp_projections.projection import Projection, Row

_Answers = Mapping[str, tuple[bool, date]]
"""What the council said of decisions taken without the power to, by the id of the entry, and on which day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(Row):
    """One decision of ours; ``key`` is its entry. Its narrative is not repeated: ``reasons`` says whether any is there.

    ``shown`` is whether every link of the chain of authority holds; ``None`` where one cannot be told from what is on
    record. ``link`` is then the link that fails (the first that is shown to, else the first that cannot be told), with
    the ``rule`` that tries it, its provision and its force, and ``why`` in words; ``links`` are all that fail. Rows are
    not added up over ``force``. ``limit`` and ``amount`` are pounds a week. ``ratified`` is whether the council adopted
    a decision that was beyond a practice's power: it stays as it was taken. ``lag_days`` lie between the decision and
    its recording.
    """

    version: int
    event: str
    about: str
    outcome: str
    occurred: str
    occurred_on: date
    recorded_on: date
    lag_days: int
    by: str
    role: str
    body: str
    answerable: str
    statute: str
    function: str
    commissioner: str
    instrument: str
    delegation: str
    extent: str
    theirs: bool | None
    reserved: bool | None
    agreed: bool | None
    limit: Decimal | None
    amount: Decimal | None
    conduct: str
    purported: bool
    shown: bool | None
    link: str
    links: str
    rule: str
    provision: str
    force: str
    confidence: str
    why: str
    chain: str
    reasons: bool
    ratified: bool | None
    ratified_on: date | None
    corrects: str | None


class Decisions(Projection[DecisionRow]):
    """Each decision of ours, whatever it is about: who took it, under what, who answers, and whether that is shown."""

    name = "decisions"
    row = DecisionRow
    kinds = ("case", "contact", "practice", "adults-review")
    stepwise = False

    def of(
        self,
        file: str,
        entries: Sequence[AnyEntry],
        *,
        as_at: date | None = None,
        known_at: datetime | date | None = None,
    ) -> list[DecisionRow]:
        """The decisions of a file. What the council says of one, it says of its corrections too."""
        known = known_by(entries, known_at)
        return list(_rows(history(known, as_at=as_at), known))

    def concerned(self, entry: AnyEntry) -> bool:
        """Our own decisions, and what the council says of one."""
        return isinstance(entry.event, DecisionRatified) or proof_of(entry) is not None

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[DecisionRow]:
        """The decisions of a history."""
        return _rows(told, told)


def _rows(told: Sequence[AnyEntry], known: Sequence[AnyEntry]) -> Iterator[DecisionRow]:
    answers = _ratified(told, known)
    for entry in told:
        if (proof := proof_of(entry)) is not None and entry.event.taken_by is not None:
            yield _row(entry, proof, answers)


def _ratified(told: Sequence[AnyEntry], known: Sequence[AnyEntry]) -> _Answers:
    """The last answer to each; an answer that was not the council's to give is none."""
    answers: dict[str, tuple[bool, date]] = {}
    for entry in told:
        match entry.event:
            case DecisionRatified(entry=which, decision=decision) if entry.counts:
                adopted = decision.outcome is Ratification.RATIFIED
                answers |= dict.fromkeys(chain_of(known, which), (adopted, entry.occurred_on))
    return answers


def _row(entry: AnyEntry, proof: Proof, answers: _Answers) -> DecisionRow:
    authority, finding = proof.authority, proof.finding
    ratified, ratified_on = answers.get(entry.entry_id, (None, None))
    recorded_on = entry.recorded_on
    decision = getattr(entry.event, "decision", None)
    return DecisionRow(
        file=entry.stream,
        key=entry.entry_id,
        version=entry.version,
        event=entry.event_name,
        about="; ".join(f"{kind} {which}" for kind, which in entry.event.speaks_of()),
        outcome=_said(getattr(decision, "outcome", None)),
        occurred=str(entry.occurred),
        occurred_on=entry.occurred_on,
        recorded_on=recorded_on,
        lag_days=(recorded_on - entry.occurred_on).days,
        by=entry.by.id,
        role=entry.by.role.value,
        body=entry.by.body or entry.by.kind.value,
        answerable=authority.answerable,
        statute=authority.statute,
        function=authority.function,
        commissioner=authority.commissioner,
        instrument=authority.under,
        delegation=authority.delegation,
        extent=authority.extent,
        theirs=authority.theirs,
        reserved=authority.reserved,
        agreed=authority.agreed,
        limit=authority.limit,
        amount=authority.amount,
        conduct=entry.conduct.value if entry.conduct else "",
        purported=entry.purported,
        shown=proof.shown,
        link=proof.fails.value if proof.fails else "",
        links="; ".join(one.value for one in proof.links),
        rule=finding.rule if finding else "",
        provision=finding.provision if finding else "",
        force=finding.force.value if finding else "",
        confidence=finding.confidence if finding else "",
        why=_why(finding) if finding else "",
        chain=str(proof),
        reasons=decision is not None and as_kept(decision, "reasons") is not None,
        ratified=ratified,
        ratified_on=ratified_on,
        corrects=entry.corrects,
    )


def _why(finding: Finding) -> str:
    """What is missing from the chain, in plain words."""
    says = " and ".join(one.says for one in finding.not_shown)
    missing = f"{'not shown' if finding.not_met else 'cannot be told'}: {says}" if says else ""
    return "; ".join(part for part in (missing, finding.contradiction) if part)


def _said(outcome: object) -> str:
    """The words of an outcome of a closed list, or a sum; whoever was appointed is told by the entry itself."""
    match outcome:
        case bool():
            return "yes" if outcome else "no"
        case Decimal():
            return pounds(outcome)
        case StrEnum():
            return outcome.value
    return ""
