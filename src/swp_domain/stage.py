"""What a stage of a case is: its events, how it stands, what the law makes of it, what it owes.

Every stage is a package with the same doors: ``vocabulary``, ``events``, ``state``, ``rules``, and an
``__init__`` that exports one value, ``STAGE``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from swp_domain.entry import AnyEntry
from swp_domain.event import Event, declared_in
from swp_domain.law.finding import Effect, Finding
from swp_domain.law.rule import Regime
from swp_domain.owed import Owed

S = TypeVar("S")

Findings = Iterator[Finding]
"""What a rule yields: evidence, and what ``.contradicts(...)``."""

if TYPE_CHECKING:
    from dataclasses import replace

    changed = replace
else:

    def changed(state, **changes):
        """A frozen state with some fields changed: what ``evolve`` answers.

        It is :func:`dataclasses.replace` at a fifth of its time, for states without slots.
        """
        new = object.__new__(state.__class__)
        new.__dict__.update(state.__dict__, **changes)
        return new


REFUSE, BREACH, OPEN, FLAG = Effect.REFUSE, Effect.BREACH, Effect.OPEN, Effect.FLAG


@dataclass(frozen=True, slots=True)
class Judge:
    """A rule bound to events: what the law makes of them, and what a contradiction does."""

    rule: str
    effect: Effect
    events: tuple[type[Event], ...]
    regime: Regime
    theme: str | None
    ask: Callable[..., Findings]

    @property
    def says(self) -> str:
        """What the rule demands, in one sentence."""
        return (self.ask.__doc__ or "").strip().splitlines()[0]

    def concerns(self, event: type[Event]) -> bool:
        """Whether it has anything to say of this class of event."""
        return issubclass(event, self.events) and (self.effect is not REFUSE or event.taken_by is not None)


def judges(
    rule: str, *, effect: Effect, regime: Regime = Regime.CALENDAR, theme: str | None = None
) -> Callable[[Callable[..., Findings]], Judge]:
    """Bind a rule to the events named by the ``Proposal[...]`` it takes.

    Args:
        rule: the id by which it is known everywhere (``SG-42-01``).
        effect: what a contradicted finding does. ``REFUSE`` goes with decisions only.
        regime: asked only of people under this regime on the day; ``CALENDAR``: of everybody.
        theme: the pattern of published findings that it belongs to, for example ``P01``.

    Raises:
        TypeError: the function does not say which events it judges, or would refuse a fact.
    """

    def bind(ask: Callable[..., Findings]) -> Judge:
        events = _judged(ask)
        facts = [event.__name__ for event in events if event is not Event and event.taken_by is None]
        if effect is REFUSE and facts:
            raise TypeError(f"{rule}: facts are never refused, and {', '.join(facts)} is not a decision")
        return Judge(rule, effect, events, regime, theme, ask)

    return bind


def _judged(ask: Callable[..., Any]) -> tuple[type[Event], ...]:
    """The events in the annotation ``asked: Proposal[...]``, read where the rule was written."""
    written = ask.__annotations__.get("asked")
    if written is None:
        raise TypeError(f"{ask.__name__}: a rule takes (file, asked: Proposal[...], standing)")
    scope = getattr(ask, "__globals__", {})
    (inner,) = get_args(eval(written, scope) if isinstance(written, str) else written)
    return get_args(inner) if isinstance(inner, UnionType) else (inner,)


@dataclass(frozen=True)
class Stage(Generic[S]):
    """One stage of a file: everything a reader needs to find their way in any other.

    ``offers`` says whether an event can come next as the stage stands, for :mod:`swp_domain.next_steps`:
    nobody is offered to close what is closed. It refuses nothing.
    """

    name: str
    events: ModuleType
    state: S
    evolve: Callable[[S, AnyEntry], S]
    rules: tuple[Judge, ...] = ()
    duties: tuple[Owed, ...] = ()
    offers: Callable[[S, type[Event]], bool] | None = None

    @cached_property
    def event_types(self) -> tuple[type[Event], ...]:
        """The classes of event that the stage declares."""
        return declared_in(self.events)
