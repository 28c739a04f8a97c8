"""What a synthetic council sends to the record: submissions, each with the moment at which it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from swp_domain.event import Event
from swp_domain.proposal import Proposal, Submission


@dataclass(frozen=True, slots=True)
class Sent:
    """One submission and its moment of recording (UTC).

    ``wrong`` names what is unlawful about it on purpose: it was done all the same, and is recorded so.
    """

    submission: Submission
    recorded_at: datetime
    wrong: str = ""

    @property
    def proposals(self) -> tuple[Proposal[Event], ...]:
        """What is proposed."""
        return self.submission.proposals

    @property
    def files(self) -> Iterator[str]:
        """The files that it touches."""
        return (one.file for one in self.proposals)
