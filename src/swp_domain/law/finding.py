"""What the law makes of some facts on a day, limb by limb.

A finding is evidence. It is computed once, when an entry is judged, and kept in that entry; nobody
asks the law again when a history is replayed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from swp_domain.law.dates import spoken


class Force(StrEnum):
    """What kind of rule it is. Figures over findings are never added up across forces."""

    STATUTE = "statute"
    REGULATIONS = "regulations"
    COURT_RULES = "court rules"
    STATUTORY_GUIDANCE = "statutory guidance"
    CODE = "code of practice"
    FRAMEWORK = "framework"
    CASE_LAW = "case law"
    BENCHMARK = "published benchmark"
    LOCAL = "local policy"
    DATA_STANDARD = "data standard"
    RECORD = "record keeping"

    @property
    def is_law(self) -> bool:
        """Whether failing it is unlawful, as against a departure from guidance or from a target."""
        return self in _LAW


_LAW = frozenset({Force.STATUTE, Force.REGULATIONS, Force.COURT_RULES, Force.CASE_LAW})


class Effect(StrEnum):
    """What a contradicted finding does to the entry that was judged (see docs/adr/0001)."""

    REFUSE = "refuse"
    BREACH = "breach"
    OPEN = "open"
    FLAG = "flag"
    DERIVE = "derive"


class Outcome(StrEnum):
    """The answer of a test. *Cannot tell* is an answer: some fact it needs was not told."""

    MET = "met"
    NOT_MET = "not met"
    CANNOT_TELL = "cannot tell"


class Facts(BaseModel):
    """Facts that a test of the law asks for, each as a named person concluded it.

    ``None`` always means *not told*; it is never read as no.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Limb(BaseModel):
    """One element of a test: its letter in the text, what it says, and whether it is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    letter: str
    says: str
    shown: bool | None = None

    def __str__(self) -> str:
        return f"({self.letter}) {self.says}"


Limbs = tuple[Limb, ...]


def limb(letter: str, says: str, shown: bool | None) -> Limb:
    """One element of a test; ``shown`` is ``None`` where the fact was not told."""
    return Limb(letter=letter, says=says, shown=shown)


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Whether at least one holds: yes as soon as one does, unknown if one might."""
    seen = list(answers)
    if any(seen):
        return True
    return None if None in seen else False


def at_least(number: int, answers: Iterable[bool | None]) -> bool | None:
    """Whether at least ``number`` hold: unknown while the untold ones could still make it up."""
    seen = list(answers)
    sure = sum(answer is True for answer in seen)
    if sure >= number:
        return True
    return None if sure + sum(answer is None for answer in seen) >= number else False


class Finding(BaseModel):
    """What one rule made of the facts on one day, with its citation.

    ``rule`` is the id by which the rule is known everywhere (``SG-42-01``). A finding only trips an
    effect when it carries a ``contradiction``: the words that say what in the event conflicts with it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str = ""
    provision: str
    force: Force
    confidence: str
    on: date
    outcome: Outcome
    limbs: Limbs = ()
    contradiction: str | None = None
    remedy: str | None = None
    effect: Effect | None = None
    theme: str | None = None

    @property
    def met(self) -> bool:
        """All limbs are shown."""
        return self.outcome is Outcome.MET

    @property
    def not_met(self) -> bool:
        """At least one limb is shown to be absent."""
        return self.outcome is Outcome.NOT_MET

    @property
    def not_shown(self) -> Limbs:
        """The limbs that keep the test from being met: absent, or not told."""
        wanted = False if self.outcome is Outcome.NOT_MET else None
        return tuple(one for one in self.limbs if one.shown is wanted)

    def contradicts(self, what: str, remedy: str | None = None) -> Finding:
        """This finding, tripping the effect of the rule that yields it.

        Args:
            what: what in the event conflicts with the law, naming fields and never quoting them.
            remedy: the lawful next step, or what would help.
        """
        return self.model_copy(update={"contradiction": what, "remedy": remedy})

    def __str__(self) -> str:
        text = f"{self.provision}: {self.outcome.value} on {spoken(self.on)}"
        if self.outcome is Outcome.NOT_MET:
            text += f"; not shown: {', '.join(map(str, self.not_shown))}"
        elif self.outcome is Outcome.CANNOT_TELL and self.not_shown:
            text += f"; not told: {', '.join(map(str, self.not_shown))}"
        if self.contradiction:
            text += f"; but {self.contradiction}"
        return text + "."


def unchecked(confidence: str) -> str:
    """What stands beside a provision that was encoded from memory, even in part; nothing where it was checked."""
    return f" ({confidence})" if "memory" in confidence else ""


def outcome_of(limbs: Limbs) -> Outcome:
    """A test is met when every limb is shown, and not met as soon as one is absent."""
    answers = [one.shown for one in limbs]
    if all(answers):
        return Outcome.MET
    return Outcome.NOT_MET if False in answers else Outcome.CANNOT_TELL
