"""The desk on which a chronology is worked through: one case and one practice in memory, and nobody's database.

What a chronology tells is proposed to the record as an import (conduct *recording*) and judged by the
engine; the desk only remembers how sure each entry is, so that a flag claims no more than it can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from swp_adapters.exchange.chronology import Chronology, Happening
from swp_adapters.exchange.chronology_vocabulary import ENDINGS, ROLES, SERVED, SERVED_FACTS
from swp_domain.actor import Actor, BodyKind
from swp_domain.admission import admit, file_on
from swp_domain.case_file import CaseFile
from swp_domain.duty import Duty
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s79_delegation import NEVER_DELEGATED
from swp_domain.law.dates import PartialDate, end_of_day
from swp_domain.law.function import Function
from swp_domain.law.transitional_order_2015 import CARE_ACT_BEGAN
from swp_domain.practice.events import ContractMade, FunctionsDelegated, StaffJoined
from swp_domain.practice.vocabulary import Instrument
from swp_domain.proposal import Conduct, Submission, propose

CASE: Final = "case/imported"
PRACTICE: Final = "practice/imported"
COUNCIL: Final = Actor(id="council", kind=BodyKind.COUNCIL, body="the council")
DELEGATE: Final = Actor(id="delegate", kind=BodyKind.PRACTICE, body="the delegate")
DELEGABLE: Final = tuple(one for one in Function if one not in NEVER_DELEGATED)
# Long before any case: the chronology says nothing of the contract, and no rule asks how old it is.
_ALWAYS: Final = date(1948, 7, 5)
_FIRST_ORDER: Final = date(2011, 8, 1)
NOT_YET: Final = "no stage of the record asks about it yet"
"""Why most acts are left out."""


class Weight(StrEnum):
    """How sure an entry is. A breach is only certain where it rests on facts."""

    FACT = "told as a fact"
    ASSUMED = "inferred by whoever compiled the chronology"
    DISPUTED = "contested by one side"
    APPEARANCE = "for a person to judge, whether it showed a need"
    INFERRED = "inferred from what came after it"
    IMPLIED = "implied by what stands on it"


class Desk:
    """A chronology as at a day, and the case that has been made of it so far.

    Attributes:
        told: the events known by that day, in the order in which they are worked through.
        weights: how sure each entry is, by entry id.
        presumed: the duties, by name and subject, whose clock runs on only because a wait without an
            agreed end was taken to be over.
    """

    def __init__(self, chronology: Chronology, as_at: date) -> None:
        self.chronology = chronology
        self.as_at = as_at
        known = [one for one in chronology.chronology if one.known.earliest <= as_at]
        self.told = tuple(sorted((one for one in known if one.occurred.earliest <= as_at), key=_order))
        self.weights: dict[str, Weight] = {}
        self.presumed: set[tuple[str, str]] = set()
        self._streams: dict[str, list[AnyEntry]] = {CASE: [], PRACTICE: []}
        self._numbers: Counter[str] = Counter()
        self._engage()

    @property
    def entries(self) -> list[AnyEntry]:
        """The entries of the case, in the order in which they were made."""
        return self._streams[CASE]

    @property
    def file(self) -> CaseFile:
        """The case as the whole chronology leaves it so far."""
        file = file_on(CASE, self.entries)
        assert isinstance(file, CaseFile)
        return file

    def put(
        self,
        event: Event,
        source: Happening | None,
        *,
        on: PartialDate | date | None = None,
        by: Actor | None = None,
        weight: Weight = Weight.FACT,
        stream: str = CASE,
    ) -> AnyEntry:
        """Propose an event, as an import of what the source tells, and keep the entry that the engine makes.

        Args:
            event: what happened, as the record has it.
            source: the event of the chronology that it is taken from, if any.
            on: when, where that is not when the source says.
            by: who decided or did it; otherwise whoever the source names, and the council for its decisions.
            weight: how sure it is, where that is less than the source's own.

        Raises:
            Refusal: the engine does not take it, even as an import.
            LawNotKnown: a time limit was asked for on a day for which it is not encoded.
        """
        occurred = on or (source.occurred if source else min(_ALWAYS, self.as_at))
        place = f", {source.act} of {source.on}" if source else ""
        asked = propose(
            stream,
            event,
            by or _acting(event, source),
            occurred,
            conduct=Conduct.RECORDING,
            reason=f"Imported from a published chronology ({self.chronology.id}{place})",
        )
        (entry,) = admit(
            Submission(self.new("command"), (asked,)),
            self._streams,
            recorded_at=end_of_day(self.as_at),
            new_id=lambda: self.new("entry"),
        )
        self._streams.setdefault(stream, []).append(entry)
        self.weights[entry.entry_id] = _own_weight(source) if weight is Weight.FACT else weight
        return entry

    def new(self, what: str) -> str:
        """A new identifier: ``needs-assessment-1``."""
        self._numbers[what] += 1
        return f"{what}-{self._numbers[what]}"

    def owed(self, duty: str) -> Duty | None:
        """The duty of that name that is owed and not yet met; of several, the one opened last."""
        return next((one for one in reversed(self.file.ledger) if one.duty == duty and one.met_on is None), None)

    def later_than(self, source: Happening) -> Iterator[Happening]:
        """What the chronology tells after an event."""
        found = False
        for one in self.told:
            if found:
                yield one
            found = found or one is source

    def before(self, source: Happening) -> Iterator[Happening]:
        """What the chronology tells before an event."""
        for one in self.told:
            if one is source:
                return
            yield one

    def served(self, source: Happening) -> bool:
        """Whether the council already supported the adult: a contact then is about a plan, and no new need."""
        day = source.known.earliest
        if any(self.chronology.holds(fact, day) for fact in SERVED_FACTS):
            return True
        known = False
        for one in self.before(source):
            if one.act == "case-closed" and council_acts(one):
                known = False
            elif one.act in SERVED and council_acts(one) and one.commissioned:
                known = True
        return known

    def _engage(self) -> None:
        """The practice stream that names the council, and what it had delegated to whoever acts for it."""
        names = ContractMade(council=COUNCIL.body, practice=DELEGATE.body)
        self.put(names, None, by=COUNCIL, stream=PRACTICE)
        for one in (COUNCIL, DELEGATE):
            self.put(StaffJoined(member=one.id, works_for=one.kind, role=one.role), None, by=COUNCIL, stream=PRACTICE)
        for first, under in (
            (_FIRST_ORDER, Instrument.CONTRACTING_OUT_2011),
            (CARE_ACT_BEGAN, Instrument.CARE_ACT_S79),
        ):
            if first <= self.as_at:
                given = FunctionsDelegated(delegation=self.new("delegation"), functions=DELEGABLE, under=under)
                self.put(given, None, on=first, by=COUNCIL, stream=PRACTICE)


def council_acts(source: Happening) -> bool:
    """Whether the council did it, or a body to which it delegated its functions."""
    return _kind(source.by).ours


def _kind(role: str) -> BodyKind:
    return ROLES.get(role, BodyKind.OTHER)


def _acting(event: Event, source: Happening | None) -> Actor:
    kind = _kind(source.by) if source else BodyKind.COUNCIL
    if kind is BodyKind.PRACTICE:
        return DELEGATE
    if kind is BodyKind.COUNCIL or (event.taken_by is not None and kind not in event.taken_by.kinds):
        return COUNCIL
    return Actor(id=source.by if source else "somebody", kind=kind)


def _own_weight(source: Happening | None) -> Weight:
    if source is not None and source.received == "disputed":
        return Weight.DISPUTED
    return Weight.ASSUMED if source is not None and source.inferred else Weight.FACT


def _order(source: Happening) -> date:
    """An ending waits for its latest day, so that it can answer what began inside its range."""
    return source.occurred.latest if source.act in ENDINGS else source.known.earliest
