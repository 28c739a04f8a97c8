"""The proof of a decision: the chain from the statute to whoever took it, and the link that fails.

The chain is in the entry: its ends in the :class:`~swp_domain.entry.Authority`, what the law made of each link in the
findings of the rules below. Nothing is asked again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from swp_domain.entry import AnyEntry, Authority
from swp_domain.law.finding import Finding


class Link(StrEnum):
    """The links of a chain of authority, from the first to the last."""

    STATUTE = "statute"
    COUNCIL = "council"
    INSTRUMENT = "instrument"
    BODY = "body"
    RESERVATION = "reservation"
    POST = "post"
    LIMIT = "limit"


LINK_OF: dict[str, Link] = {
    "DEL-02": Link.STATUTE,
    "DEL-08": Link.STATUTE,
    "DEL-03": Link.COUNCIL,
    "DEL-01": Link.INSTRUMENT,
    "DEL-06": Link.INSTRUMENT,
    "DEL-07": Link.INSTRUMENT,
    "DEL-00": Link.BODY,
    "GOV-03": Link.RESERVATION,
    "DEL-04": Link.POST,
    "DEL-05": Link.POST,
    "GOV-14": Link.POST,
    "GOV-STAFF": Link.POST,
    "GOV-APP-01": Link.LIMIT,
    "GOV-APP-02": Link.LIMIT,
}
"""Which link each rule tries."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a decision can be shown to have been somebody's to take, and if not, at which link and why.

    ``shown`` is ``None`` where a link cannot be told from what is on record.
    """

    authority: Authority
    broken: tuple[tuple[Link, Finding], ...]

    @property
    def shown(self) -> bool | None:
        """Whether every link holds."""
        if not self.broken:
            return True
        return False if any(finding.not_met for _, finding in self.broken) else None

    @property
    def fails(self) -> Link | None:
        """The first link that is shown to fail; where none is, the first that cannot be told."""
        return self._first[0] if self._first else None

    @property
    def finding(self) -> Finding | None:
        """What the law made of that link, limb by limb."""
        return self._first[1] if self._first else None

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link that is not shown, in the order of the chain, each once."""
        return tuple(dict.fromkeys(link for link, _ in self.broken))

    @property
    def why(self) -> str:
        """What fails, in the words of the finding; empty where nothing does."""
        return f"{self.finding.rule}: {self.finding}" if self.finding else ""

    @property
    def _first(self) -> tuple[Link, Finding] | None:
        certain = [one for one in self.broken if one[1].not_met]
        return next(iter(certain or self.broken), None)

    def __str__(self) -> str:
        """The chain in one sentence, ending with the link that fails."""
        return f"{self.authority}{f'. Not shown, {self.fails}: {self.why}' if self.fails else '.'}"


def proof_of(entry: AnyEntry) -> Proof | None:
    """The proof of a decision of ours, from what its entry holds; ``None`` for a fact and for others' decisions."""
    if entry.authority is None or entry.conduct is None:
        return None
    broken = sorted(_broken(entry), key=lambda one: list(Link).index(one[0]))
    return Proof(entry.authority, tuple(broken))


def _broken(entry: AnyEntry) -> Iterator[tuple[Link, Finding]]:
    for finding in entry.findings:
        if finding.contradiction and finding.rule in LINK_OF:
            yield LINK_OF[finding.rule], finding
