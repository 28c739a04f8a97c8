"""Standing facts of a chronology, read: when one begins and ends, what it is about, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology import Fact
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_domain.law.dates import ONE_DAY, PartialDate
from swp_domain.planning.vocabulary import (
    ChangeGround,
)

PRESUMED: Final = "presumed:"
"""What the name of a service begins with that is taken to be given because it was planned or accepted."""
PLANNED: Final = ("plan-element", "eligible-need")
NONE: Final = frozenset({"", "0", "no", "false", "none", "nothing", "missing"})
_POLICY: Final = re.compile(r"\b(polic(y|ies)|caps?|capped|ceiling|matrix|priorit\w+)\b")


def facts_of(desk: Desk, names: Iterable[str]) -> Iterator[Fact]:
    """Standing facts of some names that had begun by the day of the check, in the order in which they begin."""
    found = [one for name in names for one in desk.chronology.facts(name)]
    yield from sorted(
        (one for one in found if begins_on(desk, one).earliest <= desk.as_at),
        key=lambda one: begins_on(desk, one).earliest,
    )


def begins_on(desk: Desk, fact: Fact) -> PartialDate:
    """When a fact begins: as told, else with the account itself."""
    first = min((one.occurred.earliest for one in desk.told), default=desk.as_at)
    return fact.begins or PartialDate.on(first)


def after(ends: PartialDate) -> PartialDate:
    """The first day after a fact; a vague end is taken at its earliest, which favours the council."""
    return PartialDate.on(ends.earliest + ONE_DAY) if ends.is_exact else PartialDate.on(ends.earliest)


def is_over(desk: Desk, fact: Fact) -> bool:
    """Whether a fact had surely ended by the day of the check."""
    return fact.ends is not None and after(fact.ends).latest <= desk.as_at


def goes_on(desk: Desk, fact: Fact) -> bool:
    """Whether the same thing is told again from when a fact ends."""
    if fact.ends is None:
        return True
    return any(
        one is not fact
        and code_of(one) == code_of(fact)
        and begins_on(desk, one).earliest > begins_on(desk, fact).earliest
        and begins_on(desk, one).earliest <= fact.ends.latest + ONE_DAY
        for one in facts_of(desk, PLANNED)
    )


def stands(desk: Desk, fact: Fact, day: PartialDate) -> bool:
    """Whether a fact stands on some day, and goes on after it."""
    return begins_on(desk, fact).earliest <= day.latest and (fact.ends is None or fact.ends.earliest > day.earliest)


def code_of(fact: Fact) -> str:
    """A short name of what a fact is about, the same wherever it is told."""
    said = re.sub(r"[^a-z0-9]+", "-", (fact.item or fact.fact).lower()).strip("-")[:40].strip("-")
    return said or "need"


def weight_of(fact: Fact) -> Weight:
    """How sure a fact is: one with a basis of its own was inferred."""
    return Weight.ASSUMED if fact.basis else Weight.FACT


def says_none(value: object) -> bool:
    """Whether an amount says that nothing was given."""
    return value is not None and str(value).strip().lower() in (*NONE, "0.0")


def overlap(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates can be the same day."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def names_a_policy(said: str) -> bool:
    """Whether words name a rule for many as the reason: a policy, cap, matrix or priority."""
    return _POLICY.search(said.lower()) is not None


def ground_of(desk: Desk, fact: Fact) -> ChangeGround:
    """Why it was decided; a recorded change of need comes before any other reason."""
    said = (fact.reason or "").lower()
    if any(desk.chronology.holds("need-change", one) for one in (begins_on(desk, fact).earliest,)) or "need" in said:
        return ChangeGround.NEEDS_CHANGED
    if names_a_policy(said):
        return ChangeGround.POLICY
    return ChangeGround.COST if "cost" in said or "budget" in said else ChangeGround.OTHER


def amounts_fall(desk: Desk, day: date) -> bool:
    """Whether what is planned of one thing is less after a day than before."""
    told: dict[str, list[tuple[date, float]]] = {}
    for fact in desk.chronology.facts("plan-element"):
        if isinstance(fact.amount, int | float) and not isinstance(fact.amount, bool):
            told.setdefault(code_of(fact), []).append((begins_on(desk, fact).latest, float(fact.amount)))
    for amounts in told.values():
        before = [amount for begins, amount in sorted(amounts) if begins < day]
        after = [amount for begins, amount in sorted(amounts) if begins >= day]
        if before and after and after[0] < before[-1]:
            return True
    return False
