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
from swp_adapters.exchange.chronology_actors import COUNCIL, acting, contract, council_acts
from swp_adapters.exchange.chronology_vocabulary import ENDINGS, SERVED, SERVED_FACTS
from swp_domain.actor import Actor
from swp_domain.admission import admit, file_on
from swp_domain.case_file import CaseFile
from swp_domain.duty import Duty
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.dates import PartialDate, end_of_day
from swp_domain.proposal import Conduct, Submission, propose

CASE: Final = "case/imported"
PRACTICE: Final = "practice/imported"
REVIEW: Final = "adults-review/imported"
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
    SILENT = "told without what else was agreed"


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
        self._streams: dict[str, list[AnyEntry]] = {CASE: [], PRACTICE: [], REVIEW: []}
        self._numbers: Counter[str] = Counter()
        for event, first in contract(as_at):
            self.put(event, None, on=first, by=COUNCIL, stream=PRACTICE)

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

    @property
    def ledger(self) -> list[Duty]:
        """What is owed in the case, and in a safeguarding adults review of it."""
        return [*self.file.ledger, *file_on(REVIEW, self._streams[REVIEW]).ledger]

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
        occurred = on or (source.occurred if source else self.as_at)
        place = f", {source.act} of {source.on}" if source else ""
        asked = propose(
            stream,
            event,
            by or acting(event, source.by if source else "council"),
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
            if one.act == "case-closed" and council_acts(one.by):
                known = False
            elif one.act in SERVED and council_acts(one.by) and one.commissioned:
                known = True
        return known


def _own_weight(source: Happening | None) -> Weight:
    if source is not None and source.received == "disputed":
        return Weight.DISPUTED
    return Weight.ASSUMED if source is not None and source.inferred else Weight.FACT


def _order(source: Happening) -> date:
    """An ending waits for its latest day, so that it can answer what began inside its range."""
    return source.occurred.latest if source.act in ENDINGS else source.known.earliest
