"""The page of coverage: for every provision the rules that ask it, for every rule its law, tests, events and views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from swp_adapters.exchange.as_a_whole import AS_A_WHOLE
from swp_adapters.exchange.coverage import Bound, Encoded, bound, counted, encoded, untested, unused
from swp_adapters.exchange.shown import alike
from swp_domain.law.not_modelled import NOT_MODELLED

_NOBODY = "**no rule asks it**"
_NO_TEST = "**no test**"


def coverage(made: str) -> str:
    """The page, with a line that says what wrote it.

    Raises:
        FileNotFoundError: there are no tests beside the package; the page is written from the repository.
    """
    rules, law = bound(), encoded()
    if any(one.effect != "duty" and one.breaks is None for one in rules):
        raise FileNotFoundError("no tests/stages beside the package: write the pages from the repository")
    parts = (_summary(rules, law, made), _provisions(law), _whole(), _not_modelled(), _rules(rules))
    return "\n".join(line for part in parts for line in part) + "\n"


def _summary(rules: Sequence[Bound], law: Sequence[Encoded], made: str) -> Iterator[str]:
    everywhere = ", ".join(view.name for view in alike())
    yield from ("# Coverage", "")
    yield "What law is encoded, which rule asks it, which tests break and keep that rule, which events it judges, and"
    yield from (f"which views show them. Every entry, finding and duty also stands in: {everywhere}.", "", made, "")
    duties = sum(one.effect == "duty" for one in rules)
    ids = len({one.rule for one in rules})
    yield f"{len(rules) - duties} rules and {duties} duties under {ids} ids rest on {len(law)} tests and time limits."
    yield f"Law that no rule asks: {'; '.join(unused(law)) or 'none'}."
    yield f"Rules that no test breaks, or none keeps, and duties of which no way is tried: {_few(untested(rules))}."
    yield ""
    for what, counts in counted(law).items():
        most_first = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
        yield from _table((what, "tests and limits"), ((one, counts[one]) for one in most_first))
    effects = {"duty": duties}
    for one in rules:
        effects[one.effect] = effects.get(one.effect, 0) + (one.effect != "duty")
    yield from _table(("effect", "bound"), sorted(effects.items()))


def _provisions(law: Sequence[Encoded]) -> Iterator[str]:
    yield from ("## Provisions", "")
    yield from _table(
        ("provision", "question", "regime", "force", "in force", "checked", "asked by"),
        (
            (
                one.card.provision,
                one.card.family,
                one.card.regime.value,
                one.card.force,
                one.card.period or "not commenced",
                one.card.confidence,
                _few(one.rules, _NOBODY),
            )
            for one in law
        ),
    )


def _whole() -> Iterator[str]:
    yield from ("## Held as a whole", "", "What the engine keeps by how it is made, rather than by a rule.", "")
    rows = ((one.rule, one.demands, one.held, ", ".join(f"`tests/{test}`" for test in one.tests)) for one in AS_A_WHOLE)
    yield from _table(("id", "demands", "held by", "tests"), rows)


def _not_modelled() -> Iterator[str]:
    yield from (
        "## Not modelled",
        "",
        "What we know of and no rule here asks. That nothing is flagged says nothing.",
        "",
    )
    rows = ((one.what, ", ".join(one.ids), one.in_force, one.why, one.said_on) for one in NOT_MODELLED)
    yield from _table(("what", "ids", "in force", "why not", "said on"), rows)


def _rules(rules: Sequence[Bound]) -> Iterator[str]:
    yield from ("## Rules", "")
    for rule, each in groupby(sorted(rules, key=lambda one: one.rule), key=lambda one: one.rule):
        found = list(each)
        yield from (f"### {rule}", "")
        yield from told(found)
        yield ""


def told(found: Sequence[Bound]) -> Iterator[str]:
    """What is bound under one id, as a list; last the views that show its events, beside those that show everything."""
    for one in found:
        yield from _told(one)
    if views := dict.fromkeys(view for one in found for view in one.views):
        yield f"- shown by: {', '.join(views)}"


def _told(one: Bound) -> Iterator[str]:
    """A rule or a duty in a few lines of a list: what it does, under which law, of which events, and its tests."""
    yield f"- *{one.effect}*, {one.regime}{f', {one.in_force}' if one.in_force else ''}: {one.says}"
    yield from (f"  - under: {law}" for law in one.law)
    yield f"  - {'opened by' if one.effect == 'duty' else 'of'}: {_code(one.events)}"
    if one.effect == "duty":
        yield f"  - ended by: {_code(one.ends) or 'nothing but the death of the adult'}"
        if one.ways is not None:
            yield f"  - tests: {one.ways or _NO_TEST} in `test_duties`"
    elif one.breaks is not None and one.keeps is not None:
        yield f"  - broken by: {_code(one.breaks) or _NO_TEST}"
        yield f"  - kept by: {_code(one.keeps) or _NO_TEST}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    for cells in (columns, ["---"] * len(columns), *rows):
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _few(found: Sequence[str], none: str = "none") -> str:
    return ", ".join(found) or none
