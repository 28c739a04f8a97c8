"""The one envelope that the log keeps around an event. Its format can never change."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from swp_domain.actor import Actor, BodyKind
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate, local_day
from swp_domain.law.finding import Finding, Force
from swp_domain.mark import Mark
from swp_domain.money import pounds
from swp_domain.personal import HoldsPersonalText, PersonalText
from swp_domain.proposal import Conduct
from swp_domain.refusal import Invalid

E = TypeVar("E", bound=Event, covariant=True)


class Authority(BaseModel):
    """Whose act it was: who acted, who answers for it, under what, and whether it was theirs to take.

    ``function`` is the council's that was exercised, and ``statute`` the provision that gives it to a council.
    ``extent`` is for whom the authorisation is, where it is limited. ``reserved`` says whether the contract
    reserved the decision, and ``agreed`` whether the council had then agreed to it. ``limit`` and ``amount`` are
    pounds a week, where the decision is about money.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    acting: str
    acting_kind: BodyKind
    answerable: str
    function: str = ""
    statute: str = ""
    commissioner: str = ""
    under: str = ""
    delegation: str = ""
    extent: str = ""
    theirs: bool | None = None
    reserved: bool | None = None
    agreed: bool | None = None
    limit: Decimal | None = None
    amount: Decimal | None = None

    def __str__(self) -> str:
        """The chain in words, from the statute to whoever acted, without its full stop."""
        whose = f"{self.statute} gives {self.answerable} the {self.function}" if self.statute else self._whose()
        through = f" through {self.commissioner}" if self.commissioner else ""
        given = f"; authorised under {self.under} ({self.delegation}){through}" if self.under else ""
        for_whom = f", for {self.extent}" if self.extent else ""
        kept = "; reserved, and the council agreed" if self.agreed else "; reserved" if self.reserved else ""
        amount = "" if self.amount is None else f"; {pounds(self.amount)} a week"
        limit = "" if self.limit is None else f", within a limit of {pounds(self.limit)}"
        if self.amount is not None and self.limit is not None and self.amount > self.limit:
            limit = f", beyond a limit of {pounds(self.limit)}"
        return f"{whose}{given}{for_whom}{kept}{amount}{limit}; {self._taken()}"

    def _taken(self) -> str:
        if self.acting == self.answerable:
            return f"taken by {self.acting}, which answers"
        return f"taken by {self.acting}, and {self.answerable} answers"

    def _whose(self) -> str:
        return (
            f"no Act gave a council the {self.function}" if self.function else "no function of a council is exercised"
        )


class Breach(BaseModel):
    """The record says the law was broken, by whom and since when. A breach never clears itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    provision: str
    force: Force
    confidence: str
    since: date
    why: str
    body: str
    theme: str | None = None

    def __str__(self) -> str:
        return f"{self.rule} ({self.provision}; {self.force.value}) since {self.since}: {self.why}"


class Judged(BaseModel):
    """Whose act an entry was, what the law made of it when it was recorded, and what it did to duties."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    authority: Authority | None = None
    findings: tuple[Finding, ...] = ()
    breaches: tuple[Breach, ...] = ()
    marks: tuple[Mark, ...] = ()


_NOTHING = Judged()


class Entry(HoldsPersonalText, Generic[E]):
    """An event with everything an auditor asks of it, as it was when it was recorded.

    What the law made of it stands beside it as :class:`Judged`. It is most of an entry's bytes, and
    most readers want none of it: it is kept as it was stored until it is asked for.

    ``occurred`` is the date as told and ``occurred_on`` the day it was placed on. ``conduct`` is
    ``None`` for facts and for decisions of other bodies. ``purported`` marks a decision of ours that
    was done although the law said no. ``counts`` is false of that, and of a decision that was another
    body's to take: stages and views then show nothing as decided. ``law`` is the digest of the rule
    register that judged it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1]
    stream: str
    version: int
    entry_id: str
    event_name: str
    event_version: int
    event: E
    occurred: PartialDate
    occurred_on: date
    recorded_at: datetime
    by: Actor
    recorded_by: Actor | None = None
    conduct: Conduct | None = None
    purported: bool = False
    counts: bool = True
    reason: PersonalText | None = None
    law: str = ""
    corrects: str | None = None
    causation_id: str | None = None
    correlation_id: str | None = None
    command_id: str = ""

    kept: Judged | bytes | None = Field(default=None, exclude=True, repr=False)

    def with_judged(self, judged: Judged | bytes) -> Self:
        """This entry with what the law made of it, as it is or as it was stored. For whoever makes entries."""
        self.__dict__["kept"] = judged
        return self

    @property
    def judged(self) -> Judged:
        """What the law made of it.

        Raises:
            Invalid: what was kept of it is damaged.
        """
        kept = self.kept
        if isinstance(kept, bytes):
            try:
                kept = self.__dict__["kept"] = Judged.model_validate_json(kept)
            except ValidationError as error:
                where = f"what was judged of {self.stream} version {self.version}"
                raise Invalid(where, str(error), "Verify the log: these bytes are not what was written") from error
        return _NOTHING if kept is None else kept

    @property
    def authority(self) -> Authority | None:
        """Whose act it was, and who answers for it."""
        return self.judged.authority

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What each rule made of it, limb by limb."""
        return self.judged.findings

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """In what the law was broken."""
        return self.judged.breaches

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What it did to duties."""
        return self.judged.marks

    def __eq__(self, other: object) -> bool:
        """Equal if all of it is, whether or not it has been read yet."""
        return isinstance(other, Entry) and self.judged == other.judged and super().__eq__(other)

    def __hash__(self) -> int:
        """An entry is known by its id."""
        return hash(self.entry_id)

    @property
    def recorded_on(self) -> date:
        """The day in England on which it was recorded."""
        return local_day(self.recorded_at)

    @property
    def entered_by(self) -> Actor:
        """Who entered it: the one who acted, unless somebody else was named."""
        return self.recorded_by or self.by


AnyEntry = Entry[Event]


@cache
def entry_of(event: type[Event]) -> type[Entry[Any]]:
    """The envelope typed for one class of event: its own fields are then read and written, not its base's."""
    return Entry[event]  # type: ignore[valid-type]
