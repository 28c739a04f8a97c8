"""Why something did not enter the record. Refusals are public: they say what, by which rule, and what helps."""

from __future__ import annotations

from collections.abc import Sequence

from swp_domain.law.dates import LawNotKnown
from swp_domain.law.finding import Finding, unchecked

__all__ = [
    "CaseHasMovedOn",
    "CommandReused",
    "Invalid",
    "LawNotKnown",
    "OutOfSequence",
    "Refusal",
    "Unlawful",
]


class Refusal(Exception):
    """Nothing was recorded, and here is why."""


class Invalid(Refusal):
    """What was sent is malformed: the field, the rule it breaks, and the remedy."""

    def __init__(self, field: str, rule: str, remedy: str) -> None:
        super().__init__(f"{field}: {rule}. {remedy}")
        self.field, self.rule, self.remedy = field, rule, remedy


class OutOfSequence(Refusal):
    """A decision stands on something that the file does not hold."""

    def __init__(self, field: str, what: str, remedy: str) -> None:
        super().__init__(f"{field}: {what}. {remedy}")
        self.field, self.what, self.remedy = field, what, remedy


class Unlawful(Refusal):
    """The law does not let this decision be taken: every rule that says so, with the way that is open."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(_objection(finding) for finding in findings))
        self.findings = tuple(findings)


class CommandReused(Refusal):
    """The command id was used before, for other content."""

    def __init__(self, command_id: str) -> None:
        super().__init__(
            f"command_id: {command_id} was used before for something else. Send a new command under a new id"
        )
        self.command_id = command_id


class CaseHasMovedOn(Refusal):
    """Somebody else wrote to the file after the version the caller had seen."""

    def __init__(self, stream: str, expected: int, found: int) -> None:
        super().__init__(
            f"expected_version: {stream} is at version {found}, not {expected}. Read it again, then decide"
        )
        self.stream, self.expected, self.found = stream, expected, found


def _objection(finding: Finding) -> str:
    text = f"{finding.rule}: {finding}" if finding.rule else str(finding)
    text += unchecked(finding.confidence)
    return f"{text} {finding.remedy}." if finding.remedy else text
