"""Gaps in a practice's authority: days of a contract on which what it held before is nobody's but the council's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from swp_domain.law.rule import Regime
from swp_domain.practice.arrangements import Extent
from swp_projections.delegation_days import Named, Stands, Turn
from swp_projections.delegation_spans import Span, spans


def gaps(days: Sequence[Turn], found: Sequence[Span[Named]]) -> list[Span[Named]]:
    """The gaps that the intervals of what is held leave: a function for people for whom it was held before."""
    held = [one for one in found if one.what.stands is Stands.HELD]

    def open_on(turn: Turn) -> Iterator[Named]:
        return _gaps(turn, held)

    def ended(gap: Named, turn: Turn) -> str:
        if turn.state.practice != gap.practice:
            return "the contract ended"
        others = any((one.function, one.extent) == (gap.function, gap.extent) for one in open_on(turn))
        return "held for others of them" if others else "held again"

    # What was held for one area and for two leaves one gap, not two.
    each = {(replace(one.what, extent=Extent()), one.first, one.last): one for one in spans(days, open_on, ended)}
    return [_because(one, held) for one in each.values()]


def _gaps(turn: Turn, held: Sequence[Span[Named]]) -> Iterator[Named]:
    state, day = turn.state, turn.day
    if not state.practice:
        return
    theirs = [one for one in held if one.what.practice == state.practice and one.first <= day]
    new_law = day in Regime.CARE_ACT.span
    for function, extent in dict.fromkeys((one.what.function, one.what.extent) for one in theirs):
        now = [one.what for one in theirs if one.what.function is function and one.holds_on(day)]
        reaching = [one.extent for one in now if not new_law or (one.under and one.under.serves(Regime.CARE_ACT))]
        if cohort := _without(extent, reaching):
            some = cohort != _without(extent, [one.extent for one in now])
            yield Named(
                Stands.GAP, function, extent, cohort, state.practice, state.council, state.commissioner,
                people="people under the Care Act" if some else "",
            )  # fmt: skip


def _without(of: Extent, held: Sequence[Extent]) -> str:
    """Those among some people for whom a function is not held, in words; empty where there are none."""
    parts = _parts(of)
    lost = [part for part in parts if not any(_within(part, one) for one in held)]
    if not lost:
        return ""
    words = str(of) if len(lost) == len(parts) else "; ".join(map(str, lost))
    others = sorted({str(one) for one in held if any(_meets(part, one) for part in lost)})
    return f"{words}, save {'; '.join(others)}" if others else words


def _parts(of: Extent) -> list[Extent]:
    """Each client group in each area, as far as they are told apart."""
    return [
        Extent((group,) if group else (), (area,) if area else ())
        for group in of.client_groups or ("",)
        for area in of.areas or ("",)
    ]


def _within(part: Extent, whole: Extent) -> bool:
    return whole.holds(part.client_groups, "".join(part.areas)) is True


def _meets(part: Extent, other: Extent) -> bool:
    return other.holds(part.client_groups, "".join(part.areas)) is not False


def _because(gap: Span[Named], held: Sequence[Span[Named]]) -> Span[Named]:
    """A gap with why it is there: how that ended which was held last for these people."""
    of, parts = (gap.what.practice, gap.what.function), _parts(gap.what.extent)
    before = [
        one
        for one in held
        if (one.what.practice, one.what.function) == of
        and one.last is not None
        and one.last < gap.first
        and any(_meets(part, one.what.extent) for part in parts)
    ]
    latest = max((one.last for one in before if one.last), default=None)
    told = [part for one in before if one.last == latest for part in one.ended.split("; ")]
    why = "; ".join(dict.fromkeys(told))
    return replace(gap, what=replace(gap.what, why=why))
