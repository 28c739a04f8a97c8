"""What holds of every test of the law: telling more settles more, and nothing that was not told is read as no."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swp_adapters.testing.values import models, values
from swp_domain.law import register
from swp_domain.law.finding import Facts, Finding, Force, Limb, Outcome, any_of, at_least, limb, outcome_of
from swp_domain.law.rule import Rule, Text, rule

RULES = list(register.rules())
some = settings(max_examples=30, deadline=None)
answers = st.lists(st.sampled_from([True, False, None]), max_size=6)


def facts_of(one: Rule[Any]) -> type[Facts]:
    """The facts that a test asks for."""
    hints = typing.get_type_hints(one.test)
    (kind,) = (hint for name, hint in hints.items() if name != "return")
    assert isinstance(kind, type)
    assert issubclass(kind, Facts)
    return kind


def day_of(one: Rule[Any]) -> date:
    assert one.period is not None
    return one.period.first


@st.composite
def telling_one_more(draw: st.DrawFn, kind: type[Facts]) -> tuple[Facts, Facts]:
    """Some facts, and the same with one more told."""
    before = draw(models(kind))
    places = list(_untold(before))
    if not places:
        return before, before
    return before, _told(before, draw(st.sampled_from(places)), draw)


Place = tuple[str | int, ...]


def _untold(facts: Facts, *into: str | int) -> Iterator[Place]:
    for name in type(facts).model_fields:
        value = getattr(facts, name)
        if value is None:
            yield (*into, name)
        elif isinstance(value, tuple):
            for number, one in enumerate(value):
                if isinstance(one, Facts):
                    yield from _untold(one, *into, name, number)


def _told(facts: Facts, place: Place, draw: st.DrawFn) -> Facts:
    name, *rest = place
    assert isinstance(name, str)
    if not rest:
        info = type(facts).model_fields[name]
        value = draw(models(type(facts)).map(lambda one: getattr(one, name)).filter(lambda one: one is not None))
        assert info is not None
        return facts.model_copy(update={name: value})
    number, *deeper = rest
    assert isinstance(number, int)
    inner = list(getattr(facts, name))
    inner[number] = _told(inner[number], tuple(deeper), draw)
    return facts.model_copy(update={name: tuple(inner)})


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.family + ", " + str(one.provision))
def test_telling_one_more_fact_never_unsettles_an_answer(one: Rule[Any]) -> None:
    on = day_of(one)

    @some
    @given(telling_one_more(facts_of(one)))
    def settles(pair: tuple[Facts, Facts]) -> None:
        before, after = (one(facts, on=on) for facts in pair)
        if before.outcome is not Outcome.CANNOT_TELL:
            assert after.outcome is before.outcome
        for earlier, later in zip(before.limbs, after.limbs, strict=True):
            assert earlier.shown in (None, later.shown), earlier

    settles()


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.family + ", " + str(one.provision))
def test_a_finding_carries_its_citation_its_force_and_how_sure_we_are(one: Rule[Any]) -> None:
    on = day_of(one)

    @some
    @given(models(facts_of(one)))
    def carries(facts: Facts) -> None:
        found = one(facts, on=on)
        assert (found.provision, found.force, found.confidence, found.on) == (
            str(one.provision),
            one.provision.force,
            one.provision.confidence,
            on,
        )
        assert found.limbs
        assert len({limb.letter for limb in found.limbs}) == len(found.limbs)
        assert found.outcome is outcome_of(found.limbs)
        assert found.contradiction is None
        assert found.effect is None
        assert Finding.model_validate_json(found.model_dump_json()) == found

    carries()


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.family + ", " + str(one.provision))
def test_nothing_told_is_cannot_tell_or_what_needs_no_telling(one: Rule[Any]) -> None:
    kind = facts_of(one)
    needed = {name: info for name, info in kind.model_fields.items() if info.is_required()}

    @some
    @given(st.fixed_dictionaries({name: values(info.annotation) for name, info in needed.items()}))
    def untold(told: dict[str, Any]) -> None:
        found = one(kind(**told), on=day_of(one))
        says_no = [part for part in found.limbs if part.shown is False]
        assert not says_no or told, says_no

    untold()


# The words that tests are made of


@some
@given(answers, answers)
def test_at_least_is_settled_by_what_is_told_and_never_by_what_is_not(
    told: list[bool | None], more: list[bool]
) -> None:
    for number in range(4):
        answer = at_least(number, told)
        worst, best = (sum(one if one is not None else guess for one in told) for guess in (False, True))
        assert answer is (True if worst >= number else False if best < number else None)
    assert any_of(told) is at_least(1, told)


@some
@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=6))
def test_a_test_is_met_when_all_limbs_are_and_fails_as_soon_as_one_does(told: list[bool | None]) -> None:
    limbs = tuple(limb(str(number), "…", shown) for number, shown in enumerate(told))
    expected = Outcome.NOT_MET if False in told else Outcome.CANNOT_TELL if None in told else Outcome.MET
    assert outcome_of(limbs) is expected


TEXT = Text("An Act", Force.STATUTE, "made up")


class Made(Facts):
    first: bool | None = None
    second: bool | None = None


@rule(TEXT["s 1"], commenced="2001-01-01", ceased="2009-12-31")
def made_up(facts: Made) -> tuple[Limb, ...]:
    """Two things hold."""
    return (limb("a", "the first holds", facts.first), limb("b", "the second holds", facts.second))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Made(first=True, second=True), "An Act, s 1: met on 1 May 2005."),
        (Made(first=False), "An Act, s 1: not met on 1 May 2005; not shown: (a) the first holds."),
        (Made(first=True), "An Act, s 1: cannot tell on 1 May 2005; not told: (b) the second holds."),
        (
            Made(),
            "An Act, s 1: cannot tell on 1 May 2005; not told: (a) the first holds, (b) the second holds.",
        ),
    ],
)
def test_a_finding_is_the_sentence_an_auditor_needs(facts: Made, sentence: str) -> None:
    finding = made_up(facts, on=date(2005, 5, 1))
    assert str(finding) == sentence
    assert str(finding.contradicts("it was decided otherwise")) == f"{sentence[:-1]}; but it was decided otherwise."


def test_a_rule_says_what_it_means_and_where_it_is_from() -> None:
    assert made_up.says == "Two things hold."
    assert made_up.family == "made up"
    assert str(made_up.provision) == "An Act, s 1"
    assert str(made_up.provision.from_memory().confidence) == "from memory, not checked"
