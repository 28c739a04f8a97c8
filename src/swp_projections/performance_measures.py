"""The measures of a commissioner's report: what each counts, in one place, by a name that programs can rely on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from swp_domain.case.vocabulary import Complexity
from swp_domain.contact.vocabulary import ContactOutcome
from swp_domain.party import Pathway
from swp_projections.performance_rows import CameTo, Item, PerformanceRow


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: rows about some kind of thing that answer to ``counts``. ``of_team`` if it is ever a team's."""

    name: str
    label: str
    items: tuple[Item, ...]
    counts: Callable[[PerformanceRow], bool]
    section: str
    of_team: bool = True

    @property
    def title(self) -> str:
        """What it counts, in words that stand alone."""
        return f"{self.section}: {self.label}"

    @property
    def stands(self) -> bool:
        """Whether it counts what stands at the end of a period, and not what happened within it."""
        return self.items == _STANDING


DOOR: Final = "The single point of access"
TRIAGE: Final = "Duty triage"
ACCESS: Final = "Short-term case work"
COMPLEX: Final = "Passed to complex case management"
TEAMS: Final = "Assessments and reviews of all teams"
STOCK: Final = "Adults and cases at the end of the period"
OUTCOMES: Final = "Outcomes"
CONDUCT: Final = "How decisions came into the record"

LEVELS: Final = {f"level-{one.value.replace(' ', '-')}": one for one in Complexity}
"""The measure of each level of complexity."""

RESIDUALS: Final = frozenset(
    (
        "calls-untold-about", "calls-untold", "triage-untold", "access-completed-untold", "completed-untold",
        "level-untold",
    )
)  # fmt: skip
"""Measures of what the record does not tell: the rest of a whole, as a count with its own entries."""


def _call(*ends: CameTo) -> Callable[[PerformanceRow], bool]:
    return lambda one: one.came_to in ends


def _worked(pathway: Pathway, *ends: CameTo) -> Callable[[PerformanceRow], bool]:
    return lambda one: one.pathway == pathway.value and (not ends or one.came_to in ends)


def _about(answer: bool | None) -> Callable[[PerformanceRow], bool]:
    return lambda one: one.about_service_user is answer


def _any(_: PerformanceRow) -> bool:
    return True


def _level(level: Complexity | None) -> Callable[[PerformanceRow], bool]:
    return lambda one: one.held and one.level == (level.value if level else None)


_ADVICE = (ContactOutcome.INFORMATION_GIVEN.value, ContactOutcome.ADVICE_GIVEN.value, ContactOutcome.SIGNPOSTED.value)


def _measures() -> tuple[Measure, ...]:
    return (*_of_the_door(), *_of_triage(), *_of_work(), *_of_stock(), *_of_outcomes())


def _of_the_door() -> tuple[Measure, ...]:
    ends = (
        ("calls-resolved", "resolved by an advice officer", CameTo.RESOLVED),
        ("calls-triage", "passed to duty triage", CameTo.TRIAGE),
        ("calls-complex", "passed to complex case management", CameTo.COMPLEX),
        ("calls-safeguarding", "passed to safeguarding", CameTo.SAFEGUARDING),
        ("calls-elsewhere", "passed on, elsewhere or not told where", CameTo.ELSEWHERE),
        ("calls-untold", "not told what became of them", CameTo.UNTOLD),
    )
    about = (
        ("calls-service-user", "about a service user", True),
        ("calls-others", "about somebody else", False),
        ("calls-untold-about", "not told whom they were about", None),
    )
    return (
        Measure("calls-in", "Calls in (contacts of every kind)", (Item.CALL,), _any, DOOR, of_team=False),
        *(Measure(name, label, (Item.CALL,), _about(one), DOOR, of_team=False) for name, label, one in about),
        *(Measure(name, label, (Item.CALL,), _call(one), DOOR, of_team=False) for name, label, one in ends),
    )


def _of_triage() -> tuple[Measure, ...]:
    ends = (
        ("triage-resolved", "resolved at triage", CameTo.RESOLVED),
        ("triage-case-worker", "passed to a short-term case worker", CameTo.SHORT_TERM),
        ("triage-assess", "passed on to be assessed or reviewed by others", CameTo.ASSESS),
        ("triage-complex", "passed to complex case management", CameTo.COMPLEX),
        ("triage-safeguarding", "passed to safeguarding", CameTo.SAFEGUARDING),
        ("triage-untold", "not yet triaged, or not told", CameTo.UNTOLD),
    )
    return (
        Measure("triage-in", "Referrals to duty triage", (Item.REFERRAL,), _any, TRIAGE),
        *(Measure(name, label, (Item.REFERRAL,), _call(one), TRIAGE) for name, label, one in ends),
    )


_CHANGES = (
    ("decrease", "support decreased", CameTo.DECREASE),
    ("unchanged", "support unchanged", CameTo.UNCHANGED),
    ("increase", "support increased", CameTo.INCREASE),
    ("ended", "support ended", CameTo.ENDED),
    ("untold", "not told what became of support", CameTo.UNTOLD),
)


def _of_work() -> tuple[Measure, ...]:
    whole, short = (Item.COMPLETED,), Pathway.SHORT_TERM
    return (
        Measure("access-completed", "Assessments and reviews completed", whole, _worked(short), ACCESS),
        *(
            Measure(f"access-completed-{name}", label, whole, _worked(short, one), ACCESS)
            for name, label, one in _CHANGES
        ),
        Measure("complex-total", "Passed on, in all", _DOORS, _to_complex, COMPLEX, of_team=False),
        Measure("case-worker-complex", "by a short-term case worker", (Item.MOVED,), _any, COMPLEX),
        Measure("direct-complex", "by a referral straight to it, without a call", (Item.DIRECT,), _straight, COMPLEX),
        Measure("completed", "Assessments and reviews completed", whole, _any, TEAMS),
        *(Measure(f"completed-{name}", label, whole, _call(one), TEAMS) for name, label, one in _CHANGES),
    )


_DOORS = (Item.CALL, Item.REFERRAL, Item.DIRECT, Item.MOVED)


def _to_complex(one: PerformanceRow) -> bool:
    return _straight(one) if one.item is Item.DIRECT else one.came_to is CameTo.COMPLEX


def _straight(one: PerformanceRow) -> bool:
    return one.came_to is CameTo.COMPLEX and not one.how


_STANDING = (Item.STANDING,)


def _levelled(one: PerformanceRow) -> bool:
    return one.held and one.level is not None


def _of_stock() -> tuple[Measure, ...]:
    return (
        Measure("in-receipt", "Adults in receipt of services", _STANDING, lambda one: one.in_receipt, STOCK),
        Measure("held", "Cases that a team holds", _STANDING, lambda one: one.held, STOCK),
        Measure("levelled", "at a level that is told", _STANDING, _levelled, STOCK),
        *(Measure(name, f"at level {one.value}", _STANDING, _level(one), STOCK) for name, one in LEVELS.items()),
        Measure("level-untold", "at no level that is told", _STANDING, _level(None), STOCK),
    )


def _of_outcomes() -> tuple[Measure, ...]:
    calls, begun, asked, taken = (Item.CALL,), (Item.STARTED,), (Item.APPLICATION,), (Item.DECISION,)
    return (
        Measure(
            "advised", "Calls resolved by information, advice or signposting", calls, _advised, OUTCOMES, of_team=False
        ),
        Measure("care-homes", "Places in care homes begun", begun, _call(CameTo.CARE_HOME), OUTCOMES),
        Measure("alternatives", "Support instead of a care home begun", begun, _call(CameTo.ALTERNATIVE), OUTCOMES),
        Measure("concerns", "Safeguarding concerns", (Item.CONCERN,), _any, OUTCOMES),
        Measure("court", "Applications to the Court of Protection", asked, _any, OUTCOMES),
        Measure("court-liberty", "of them about deprivation of liberty", asked, _call(CameTo.LIBERTY), OUTCOMES),
        Measure("below", "Referrals and determinations that ended below the threshold", (Item.BELOW,), _any, OUTCOMES),
        Measure("decisions", "Decisions in cases and contacts", taken, _any, CONDUCT),
        Measure("decisions-taken", "taken in the record", taken, _call(CameTo.DECIDED), CONDUCT),
        Measure("decisions-recorded", "entered as already done", taken, _call(CameTo.RECORDED), CONDUCT),
    )


def _advised(one: PerformanceRow) -> bool:
    return one.came_to is CameTo.RESOLVED and one.how in _ADVICE


MEASURES: Final = {one.name: one for one in _measures()}
"""Every measure, by its name, in the order of a report."""

NOT_MODELLED: Final = (
    "staff sickness: the record knows who is away and who covers, and not why.",
    "whether a place in a care home is for good: places begun are counted, stays for respite apart.",
    "referrals about mental capacity and standard authorisations of a deprivation of liberty: of both only what came "
    "before the Court of Protection is counted.",
)
"""What a commissioner asks for and this record cannot say."""
