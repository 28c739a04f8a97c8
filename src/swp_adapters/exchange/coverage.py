"""What is covered: provision, rule, test, event and view, each found from the objects that decide.

Nobody keeps this by hand. Which law a rule rests on is read from its code (:mod:`.resting`), which tests break and
keep it from the tests (:mod:`.tested`), and which views show it from the projections (:mod:`.shown`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from swp_adapters.exchange.resting import Law, basis_of
from swp_adapters.exchange.shown import views_of
from swp_adapters.exchange.tested import Tested, stage_tests
from swp_domain import catalogue
from swp_domain.event import Event
from swp_domain.law import register
from swp_domain.law.dates import Period
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Provision, Rule
from swp_domain.owed import Owed
from swp_domain.stage import Judge


@dataclass(frozen=True)
class Cited:
    """A piece of law that a rule rests on: where it stands, what kind of rule it is, how sure we are, and when."""

    provision: str
    force: str
    confidence: str
    in_force: str = ""
    limit: str = ""

    def __str__(self) -> str:
        told = [self.force, self.confidence, self.in_force, self.limit]
        return f"{self.provision} ({'; '.join(one for one in told if one)})"


@dataclass(frozen=True)
class Bound:
    """One rule as it is bound to events, or one duty: with its law, its tests and the views that show its events.

    ``events`` are those that it judges, or that open it; ``ends`` those that do it or end it. ``breaks`` and
    ``keeps`` name the tests; ``ways`` says how many ways into and out of a duty are tried. They are ``None`` where
    there are no tests to read: in an installed package.
    """

    rule: str
    effect: str
    regime: str
    says: str
    law: tuple[Cited, ...]
    events: tuple[str, ...]
    ends: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    breaks: tuple[str, ...] | None = None
    keeps: tuple[str, ...] | None = None
    ways: int | None = None
    in_force: str = ""


@dataclass(frozen=True)
class Encoded:
    """A test or time limit of the register, and the ids of the rules and duties that rest on it."""

    card: register.Card
    instrument: str
    rules: tuple[str, ...]


def bound() -> list[Bound]:
    """Every rule and every duty, in the order of the catalogue."""
    tests = stage_tests()
    return [_rule(one, tests) for one in catalogue.judges()] + [_duty(one, tests) for one in catalogue.owed()]


def encoded() -> list[Encoded]:
    """Every test and limit of the register, with the rules that rest on it; none is a fault that is shown."""
    resting: dict[int, dict[str, None]] = {}
    binding: tuple[Judge | Owed, ...] = (*catalogue.judges(), *catalogue.owed())
    for one in binding:
        for law in basis_of(one).all:
            resting.setdefault(id(law), {})[one.rule] = None
    laws: list[Rule[Any] | TimeLimit] = [*register.rules(), *register.limits()]
    return [
        Encoded(card, law.provision.text, tuple(resting.get(id(law), ())))
        for card, law in zip(register.cards(), laws, strict=True)
    ]


def unused(found: Iterable[Encoded]) -> list[str]:
    """The law that no rule asks."""
    return [f"{one.card.family}: {one.card.provision}" for one in found if not one.rules]


def untested(found: Iterable[Bound]) -> list[str]:
    """The rules that no test breaks or none keeps, and the duties of which no way is tried."""
    return [f"{one.rule}: {one.says}" for one in found if not (one.ways or (one.breaks and one.keeps))]


def counted(found: Iterable[Encoded]) -> dict[str, Counter[str]]:
    """How much is encoded by instrument, by force and by confidence mark: three counts, never added up."""
    cards = list(found)
    return {
        "instrument": Counter(one.instrument for one in cards),
        "force": Counter(one.card.force for one in cards),
        "checked": Counter(one.card.confidence for one in cards),
    }


def _rule(one: Judge, tests: Tested | None) -> Bound:
    return Bound(
        rule=one.rule,
        effect=one.effect.value,
        regime=one.regime.value,
        says=one.says,
        law=_law(one),
        events=tuple(event.name or "any" for event in one.events),
        views=_views(one.events),
        breaks=None if tests is None else tuple(tests.breaks.get(one, ())),
        keeps=None if tests is None else tuple(tests.keeps.get(one, ())),
    )


def _duty(one: Owed, tests: Tested | None) -> Bound:
    ends = tuple(dict.fromkeys((*one.discharged_by, *one.undone_by)))
    return Bound(
        rule=one.rule,
        effect="duty",
        regime=one.regime.value,
        says=f"{one.by} to {one.owed_to}: {one.name}.",
        law=_law(one),
        events=tuple(event.name for event in one.opened_by),
        ends=tuple(event.name for event in ends),
        views=_views((*one.opened_by, *ends)),
        ways=None if tests is None else tests.ways.get(one.rule, 0),
        in_force=str(one.period),
    )


def _law(one: Judge | Owed) -> tuple[Cited, ...]:
    """What it rests on, in an order that is the same whatever Python compiled it."""
    return tuple(sorted({_cited(law) for law in basis_of(one).named}, key=str))


def _cited(law: Law) -> Cited:
    where = law if isinstance(law, Provision) else law.provision
    period = "" if isinstance(law, Provision) else _when(law.period)
    limit = str(law) if isinstance(law, TimeLimit) else ""
    return Cited(str(where), where.force.value, where.confidence, period, limit)


def _when(period: Period | None) -> str:
    return "not commenced" if period is None else str(period)


def _views(events: Iterable[type[Event]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_names(events)))


def _names(events: Iterable[type[Event]]) -> Iterator[str]:
    for event in events:
        yield from (view.name for view in views_of(event))
