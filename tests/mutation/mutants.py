"""The mutants: each place of the law and of the rules at which one operator of Cosmic Ray makes one change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).parents[2]
DOMAIN = ROOT / "src" / "swp_domain"

_ORDER = ("Eq", "NotEq", "Lt", "LtE", "Gt", "GtE")
OPERATORS = (
    "AddNot",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    *(f"ReplaceComparisonOperator_{one}_{other}" for one in _ORDER for other in _ORDER if one != other),
    *(
        f"ReplaceBinaryOperator_{one}"
        for one in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Add")
    ),
    "ZeroIterationForLoop",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "NumberReplacer",
)
"""What is tried. Left out, since it would flatter the score or mean nothing:

* ``RemoveDecorator``, ``ExceptionReplacer``: the module cannot be imported, or cannot fail otherwise;
* a comparison or arithmetic put in for one of another kind (``Is_Lt``, ``Add_LShift``): it always raises;
* ``|`` for anything: nearly every one stands in an annotation, which is never evaluated;
* ``Is_Eq``, ``Eq_Is`` and their negations: the same for ``None``, truth and members of an enumeration.
"""


@dataclass(frozen=True)
class Mutant:
    """One change: the ``occurrence``-th place of a module at which the operator has something to change.

    ``where`` is the function or class it is in, ``text`` its line. ``at_import`` says that the place is
    evaluated when the module is imported, and not when one of its functions is called.
    """

    module: str
    operator: str
    occurrence: int
    line: int
    column: int
    where: str
    lines: tuple[int, int]
    text: str
    at_import: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line}:{self.column} {self.operator} in {self.where}: {self.text}"

    @property
    def path(self) -> Path:
        """The file of the module."""
        return DOMAIN / self.module

    def source(self) -> str:
        """The module with the change made."""
        changed = mutate_code(self.path.read_text(encoding="utf-8"), _operator(self.operator), self.occurrence)
        assert isinstance(changed, str)
        return changed


def modules() -> list[Path]:
    """The whole of the law, and every module of a stage that binds it to events."""
    stages = ((path, path.read_text(encoding="utf-8")) for path in DOMAIN.glob("*/*.py"))
    bound = (path for path, text in stages if "@judges(" in text or " owed(" in text)
    return sorted({*DOMAIN.glob("law/**/*.py"), *bound})


def mutants() -> list[Mutant]:
    """All of them, in the order of the modules and of their lines."""
    found = (one for path in modules() for one in sorted(_of(path), key=lambda one: (one.line, one.column)))
    return [one for one in found if not _idle(one)]


def _idle(one: Mutant) -> bool:
    """Whether it says nothing of the law: what is for type checkers or for memory, and the table of bank holidays.

    That table is compared day by day with a calendar that others keep, and its reasons word by word
    (tests/law/test_calendar.py), so that each of its numbers would only be counted as noticed again.
    """
    table = one.module == "law/calendar.py" and one.operator == "NumberReplacer"
    star = one.operator == "ReplaceBinaryOperator_Mul_Div"  # the bare star among arguments
    return one.at_import and (table or star or one.text.startswith(("if TYPE_CHECKING", "@dataclass")))


def _operator(name: str) -> Any:
    return get_operator(f"core/{name}")()


def _of(path: Path) -> Iterator[Mutant]:
    source = path.read_text(encoding="utf-8")
    tree, text = get_ast(source), source.splitlines()
    for name in OPERATORS:
        operator = _operator(name)
        places = (place for node in ast_nodes(tree) for place in operator.mutation_positions(node))
        for occurrence, ((line, column), _) in enumerate(places):
            where, lines, at_import = _around(tree.get_leaf_for_position((line, column), include_prefixes=True))
            yield Mutant(
                module=str(path.relative_to(DOMAIN)),
                operator=name,
                occurrence=occurrence,
                line=line,
                column=column,
                where=where,
                lines=lines,
                text=text[line - 1].strip(),
                at_import=at_import,
            )


def _around(leaf: Any) -> tuple[str, tuple[int, int], bool]:
    """The names of what a place is in, the lines of the outermost function, and whether it is outside of all."""
    names: list[str] = []
    lines, node, at_import = (leaf.start_pos[0], leaf.start_pos[0]), leaf, True
    while node.parent is not None:
        inside, node = node, node.parent
        if node.type in ("funcdef", "classdef"):
            names.append(node.name.value)
        if node.type == "funcdef" and inside is node.children[-1]:
            lines, at_import = (node.start_pos[0], node.end_pos[0]), False
    return ".".join(reversed(names)) or "the module", lines, at_import
