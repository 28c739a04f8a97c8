"""What law a rule or a duty rests on: the tests, limits and provisions that its code comes to.

Read from the code itself, so that nobody keeps a second list of it: whatever of the law a rule names, or a function
that it calls names, it rests on. ``TEXT["s 9"]`` is the provision that it cites.
"""

from __future__ import annotations

import dis
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from inspect import unwrap
from types import CodeType, FunctionType, ModuleType
from typing import Any

from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Provision, Rule, Text
from swp_domain.owed import Owed
from swp_domain.stage import Judge

Law = Rule[Any] | TimeLimit | Provision


@dataclass(frozen=True)
class Basis:
    """The law that something rests on, each once: what it names itself, and what the law's own tests go on to."""

    named: tuple[Law, ...]
    beyond: tuple[Law, ...]

    @property
    def all(self) -> tuple[Law, ...]:
        """Both, what it names itself first."""
        return self.named + self.beyond


def basis_of(one: Judge | Owed) -> Basis:
    """What a rule or a duty rests on."""
    found = list(_of_duty(one)) if isinstance(one, Owed) else list(_reached(one.ask))
    named = tuple({id(law): law for law in found}.values())
    further = (law for rule in named if isinstance(rule, Rule) for law in _reached(rule.test))
    beyond = {id(law): law for law in further if not any(law is one for one in named)}
    return Basis(_without_doubles(named), tuple(beyond.values()))


def _without_doubles(named: tuple[Law, ...]) -> tuple[Law, ...]:
    """Without the provisions that only repeat what a test or limit among them is of."""
    told = {one.provision for one in named if not isinstance(one, Provision)}
    seen: list[Law] = []
    for one in named:
        if one not in seen and not (isinstance(one, Provision) and one in told):
            seen.append(one)
    return tuple(seen)


def _of_duty(duty: Owed) -> Iterator[Law]:
    yield duty.provision
    for opening in duty.opened_by.values():
        for one in (opening.limit, opening.when, opening.stated, opening.at_most):
            yield from _within(one)
    for table in (duty.discharged_by, duty.undone_by):
        for condition in table.values():
            yield from _within(condition)
    for extension in duty.extended_by.values():
        yield from _within(extension.until)
    for expiry in duty.expires_by.values():
        yield from _within(expiry.until)


@cache
def _reached(function: Callable[..., Any]) -> tuple[Law, ...]:
    """The law that a function names, and that the functions which it calls name."""
    found: list[Law] = []
    known: set[int] = set()
    waiting: list[FunctionType] = [f for f in [unwrap(function)] if isinstance(f, FunctionType)]
    while waiting:
        one = waiting.pop()
        if id(one) in known:
            continue
        known.add(id(one))
        for value in _values(one):
            for each in _parts(value):
                if isinstance(each, Rule | TimeLimit | Provision):
                    found.append(each)
                elif isinstance(each, FunctionType) and each.__module__.startswith("swp_domain"):
                    waiting.append(each)
    return tuple(found)


def _within(value: object) -> Iterator[Law]:
    for each in _parts(value):
        if isinstance(each, Rule | TimeLimit | Provision):
            yield each
        elif isinstance(each, FunctionType):
            yield from _reached(each)


def _parts(value: object) -> Iterator[object]:
    """A value, or what a table holds."""
    if isinstance(value, dict):
        yield from (part for each in value.items() for one in each for part in _parts(one))
    elif isinstance(value, tuple | list | set | frozenset):
        yield from (part for each in value for part in _parts(each))
    else:
        yield unwrap(value) if callable(value) and hasattr(value, "__wrapped__") else value


def _values(function: FunctionType) -> Iterator[object]:
    """What the names in a function's code stand for, with the provisions that it takes from a text."""
    inner = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    scope = {**function.__globals__, **{name: cell.cell_contents for name, cell in inner}}
    for code in _codes(function.__code__):
        told = list(dis.get_instructions(code))
        for number, one in enumerate(told):
            if one.opname not in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF") or one.argval not in scope:
                continue
            value = scope[one.argval]
            following = told[number + 1].argval if number + 1 < len(told) else None
            if isinstance(value, ModuleType) and isinstance(following, str):
                value = getattr(value, following, None)
            yield value[following] if isinstance(value, Text) and isinstance(following, str) else value


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)
