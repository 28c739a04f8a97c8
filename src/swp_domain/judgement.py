"""Whether something may enter the record, and what the record then says of it.

:func:`consider` is the only place where rules, duties and the standing meet. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.entry import AnyEntry, Authority, Breach, Judged
from swp_domain.event import EntryRetracted, Event
from swp_domain.file import File
from swp_domain.law.dates import LawNotKnown, spoken
from swp_domain.law.finding import Effect, Finding, Force, Outcome, limb
from swp_domain.law.rule import Regime
from swp_domain.mark import Act, Mark
from swp_domain.marking import marks_of
from swp_domain.proposal import Conduct, Proposal
from swp_domain.refusal import Invalid, OutOfSequence, Unlawful
from swp_domain.stage import Judge

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would be kept in the entry beside the event: whose act it was, and what the law made of it."""

    conduct: Conduct | None
    purported: bool
    counts: bool
    judged: Judged

    @property
    def authority(self) -> Authority | None:
        """Whose act it would be, and who would answer for it."""
        return self.judged.authority

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each rule made of it, limb by limb."""
        return self.judged.findings

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """In what the law would be broken."""
        return self.judged.breaches

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What it would do to duties."""
        return self.judged.marks


def consider(
    file: File,
    asked: Proposal[Event],
    standing: Standing,
    general: tuple[Judge, ...] = (),
    corrected: AnyEntry | None = None,
) -> Judgement:
    """Judge a proposal on the file as it stood on that day, as now known.

    Args:
        file: the history up to and including ``asked.on``, without the entry it corrects, if any.
        asked: what is proposed.
        standing: practice and council as they were on that day.
        general: rules asked of every event, beside those of the file's stages.
        corrected: the entry that it takes the place of. A purported act stays purported: corrections
            mend records, not acts.

    Raises:
        Invalid: it is malformed.
        OutOfSequence: a decision being taken stands on something the file does not hold.
        Unlawful: the law does not let a decision of ours be taken.
        LawNotKnown: a decision of ours is asked on a day for which the law is not encoded.
    """
    event = asked.event
    if type(event) not in file.homes() and not isinstance(event, EntryRetracted):
        raise Invalid(
            "event",
            f"{event.name} does not belong in a {file.kind} file",
            "Propose it to the file it concerns",
        )
    if asked.reason is not None and not asked.reason.strip():
        raise Invalid("reason", "is empty", "Leave it out, or say why")
    ours = event.taken_by is not None and standing.is_ours(asked.by)
    # What is put right was done already, whoever it was first put down to.
    conduct = (asked.conduct if corrected is None else corrected.conduct or Conduct.RECORDING) if ours else None
    if conduct is Conduct.RECORDING and not asked.reason:
        raise Invalid(
            "reason",
            "recording a decision that was already taken needs a reason",
            "Say why it is recorded and not decided here",
        )
    deciding = conduct is Conduct.DECIDING and asked.corrects is None
    regime = file.regime_on(asked.on)
    findings = list(_references(file, asked, deciding))
    if event.taken_by is not None and asked.on not in regime.span:
        silence = LawNotKnown(
            f"The law of adult social care ({regime.value})", asked.on, regime.span.first, regime.span.last
        )
        if deciding:
            raise silence
        findings.append(_law_not_known(silence, asked.on))
    everywhere = (one for one in general if one.concerns(type(event)))
    for judge in (*everywhere, *file.judges_for(type(event))):
        if judge.regime in (Regime.CALENDAR, regime):
            findings += _asked(judge, file, asked, standing, deciding)
    against = [one for one in findings if one.contradiction and one.effect is Effect.REFUSE]
    if deciding and against:
        raise Unlawful(against)
    stays = corrected is not None and corrected.purported and not isinstance(event, EntryRetracted)
    purported = bool(ours and against) or stays
    entitled = standing.counts(type(event), asked.by)
    counts = entitled and not against and not purported
    marks, silences = marks_of(file, asked, counts=counts, opens=entitled)
    if deciding and silences:
        raise silences[0]
    findings += [_law_not_known(silence, asked.on) for silence in silences]
    if marks and not asked.occurred.is_exact:
        findings.append(_counted(asked, marks))
    authority = standing.authority(file, asked)
    broken = (one for one in findings if one.effect in (Effect.REFUSE, Effect.BREACH))
    return Judgement(
        conduct=conduct,
        purported=purported,
        counts=counts,
        judged=Judged(
            authority=authority,
            findings=tuple(findings),
            breaches=tuple(_breach(one, authority) for one in broken),
            marks=marks,
        ),
    )


def _asked(judge: Judge, file: File, asked: Proposal[Event], standing: Standing, deciding: bool) -> Iterator[Finding]:
    named = {"rule": judge.rule, "theme": judge.theme}
    try:
        for finding in judge.ask(file, asked, standing):
            tripped = {"effect": _effect(judge, finding, deciding)} if finding.contradiction else {}
            yield finding.model_copy(update={**named, **tripped})
    except LawNotKnown as silence:
        if deciding:
            raise
        yield _law_not_known(silence, asked.on).model_copy(update=named)


def _effect(judge: Judge, finding: Finding, deciding: bool) -> Effect:
    """What a contradiction does. To decide, what the law asks must be shown; of what is only being
    recorded, nobody says that the law was broken because a fact was not told.
    """
    if finding.outcome is not Outcome.CANNOT_TELL or (deciding and judge.effect is Effect.REFUSE):
        return judge.effect
    return Effect.FLAG if judge.effect is not Effect.OPEN else Effect.OPEN


def _law_not_known(silence: LawNotKnown, on: date) -> Finding:
    return Finding(
        provision=silence.what,
        force=Force.RECORD,
        confidence="not encoded",
        on=on,
        outcome=Outcome.CANNOT_TELL,
        contradiction="the law or calendar of that day is not encoded here, so nothing was concluded from it",
        effect=Effect.FLAG,
    )


def _counted(asked: Proposal[Event], marks: tuple[Mark, ...]) -> Finding:
    """How a vague date was counted, so that nobody has to know the rule to read a last day."""
    limbs = []
    if any(mark.act is Act.OPENS for mark in marks):
        start = asked.occurred.counted_from(asked.recorded_on)
        limbs.append(limb("1", f"a clock that starts with it is counted from {spoken(start)}, its latest day", True))
    if any(mark.act is not Act.OPENS for mark in marks):
        end = spoken(asked.occurred.earliest)
        limbs.append(limb("2", f"what it does to a duty is counted on {end}, its earliest day", True))
    return Finding(
        rule="REC-DATE",
        provision="The record of a vague date",
        force=Force.RECORD,
        confidence="our own",
        on=asked.on,
        outcome=Outcome.MET,
        limbs=tuple(limbs),
    )


def _breach(finding: Finding, authority: Authority) -> Breach:
    """A breach is that of the body that answers: what a delegate does is treated as done by its council (s 79(6)).

    Not so between the two under their contract (s 79(7)): what breaks that is the act of whoever acts.
    """
    of_the_contract = finding.force is Force.LOCAL and finding.rule.startswith("GOV-")
    return Breach(
        rule=finding.rule,
        provision=finding.provision,
        force=finding.force,
        confidence=finding.confidence,
        since=finding.on,
        why=finding.contradiction or "",
        body=authority.acting if of_the_contract else authority.answerable,
        theme=finding.theme,
    )


def _references(file: File, asked: Proposal[Event], deciding: bool) -> Iterator[Finding]:
    """What the event names is on the file already; a beginning that comes later is matched by the folds."""
    event = asked.event
    for field, kind in event.references.items():
        value = getattr(event, field)
        if value is None:
            continue
        known = (kind, value) in file.named
        if known or field == event.begins or kind in file.elsewhere:
            continue
        what = f"no {kind} {value} is on the file on that day"
        if deciding:
            raise OutOfSequence(field, what, "Record it first, or record this with a reason")
        yield Finding(
            rule="REC-SEQ",
            provision="Order of the record",
            force=Force.RECORD,
            confidence="our own",
            on=asked.on,
            outcome=Outcome.CANNOT_TELL,
            contradiction=f"{field}: {what}",
            effect=Effect.FLAG,
        )


def placed(proposals: tuple[Proposal[Event], ...]) -> tuple[Proposal[Event], ...]:
    """Vague dates placed on one day each, so that what was given in order keeps its order; each sees what is beside it.

    A vague date goes to its earliest day, or to the day of the proposal before it in the same
    submission if that lies inside its range.
    """
    out: list[Proposal[Event]] = []
    floor: date | None = None
    told = [(one.file, one.event) for one in proposals]
    beside = {file: tuple(other for other in told if other[0] != file) for file, _ in told}
    for one in proposals:
        out.append(replace(one, on=one.occurred.placed(floor), beside=beside[one.file]))
        floor = out[-1].on
    return tuple(out)
