"""A commissioner's report as it is asked for: ours beside what was printed, as rows, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from swp_adapters.exchange.published_figures import Published, name_of
from swp_domain.law.dates import ONE_DAY, Period, add_months
from swp_projections.performance import NO_TEAM, Table
from swp_projections.performance_identities import Mismatch, Number, mismatches
from swp_projections.performance_later import CameLater
from swp_projections.performance_measures import MEASURES, NOT_MODELLED, OUTCOMES, RESIDUALS
from swp_projections.performance_shares import SHARES, Share

ROW: Final = ("kind", "section", "cell", "label", "month", "team", "number", "part", "whole", "printed")
"""What a program gets of each cell, of what does not add up, and of what is not modelled."""

OF_NONE: Final = "no team"
"""What belongs to no team, in the place of one: an empty cell stands for all of them."""

_YEAR: Final = 12


def year_to(last: Period) -> Period:
    """The twelve months to the end of one."""
    end = last.last or last.first
    return Period(add_months(end + ONE_DAY, -_YEAR), end)


@dataclass(frozen=True)
class Report:
    """What is counted, for which months and which team, and what was printed of it."""

    table: Table
    months: tuple[Period, ...]
    team: str | None
    published: Published | None

    def number(self, period: Period) -> Number:
        """Ours, as the identities ask for them."""
        return lambda measure, team: self.table.cell(measure, period, team).count

    def printed(self, measure: str, period: Period, team: str | None) -> int | None:
        """What was printed, if anything."""
        return None if self.published is None else self.published.counts.get((measure, name_of(period), team))

    def printed_share(self, share: Share, period: Period, team: str | None) -> str | None:
        """A per cent as it was printed; none is of a team."""
        if self.published is None or team is not None:
            return None
        told = self.published.per_cents.get((share.part, name_of(period)))
        return None if told is None else f"{told}%"

    def measures(self) -> list[str]:
        """The measures that are shown: of a team, only those that are ever a team's."""
        return [one.name for one in MEASURES.values() if self.team is None or one.of_team]

    def shares(self) -> list[Share]:
        """The per cents that are shown."""
        shown = self.measures()
        return [one for one in SHARES if one.part in shown and one.whole in shown]

    def broken(self) -> Iterator[tuple[str, Period, Mismatch]]:
        """What does not add up: in our own counts, which would be a fault of ours, and in what was printed."""
        for period in self.months:
            teams = (*self.table.teams, NO_TEAM) if self.team is None else ()
            yield from (("ours", period, one) for one in mismatches(self.number(period), teams))
            if self.published is not None:
                yield from (("printed", period, one) for one in self.published.mismatches(name_of(period)))

    @property
    def span(self) -> Period:
        """All the months."""
        return Period(self.months[0].first, self.months[-1].last)

    @property
    def before(self) -> Period:
        """As many whole months before them."""
        return Period(add_months(self.span.first, -len(self.months)), self.span.first - ONE_DAY)

    def outcomes(self) -> Iterator[tuple[str, int, int]]:
        """Each outcome, in the period before and in this one. Whether more is better is for people to say."""
        for name in (one for one in self.measures() if MEASURES[one].section == OUTCOMES):
            before, now = (self.table.cell(name, one, self.team).count for one in (self.before, self.span))
            yield name, before, now

    def rows(self, later: CameLater) -> Iterator[dict[str, Any]]:
        """For programs: a row a cell, then what does not add up, and what is not modelled."""
        teams = [self.team] if self.team is not None else [None, *self.table.teams, NO_TEAM]
        for period in self.months:
            for name in self.measures():
                for team in teams:
                    if team is None or MEASURES[name].of_team:
                        yield self._row(name, period, team)
            for share in self.shares():
                part, whole = (self.table.cell(one, period, self.team).count for one in (share.part, share.whole))
                yield _bare(
                    kind="per cent", section=share.section, cell=share.name, label=share.label, month=name_of(period),
                    team=self.team, number=share.of(self.number(period), self.team), part=part, whole=whole,
                    printed=self.printed_share(share, period, self.team),
                )  # fmt: skip
        when = spanned(self.before)
        for name, before, _ in self.outcomes():
            told = {"cell": name, "label": MEASURES[name].label, "team": self.team, "number": before}
            yield _bare(kind="period before", section=OUTCOMES, month=when, **told)
        if self.team is None:
            yield _bare(kind="later", label=str(later), part=len(later.later), whole=len(later.helped))
        for whose, period, one in self.broken():
            yield _bare(
                kind=f"does not add up, {whose}", cell=one.what, label=str(one), month=name_of(period), team=one.team,
                number=one.unexplained, part=one.parts, whole=one.whole,
            )  # fmt: skip
        doubts = self.published.doubts() if self.published else ()
        yield from (_bare(kind="doubt, printed", label=one) for one in doubts)
        yield from (_bare(kind="not modelled", label=one) for one in NOT_MODELLED)

    def _row(self, name: str, period: Period, team: str | None) -> dict[str, Any]:
        asked, count = MEASURES[name], self.table.cell(name, period, team).count
        return _bare(
            kind="rest" if name in RESIDUALS else "count", section=asked.section, cell=name, label=asked.label,
            month=name_of(period), team=OF_NONE if team == NO_TEAM else team, number=count,
            printed=self.printed(name, period, team),
        )  # fmt: skip


def spanned(period: Period) -> str:
    """A period of whole months by its first and its last."""
    first, last = name_of(period), (period.last or period.first).isoformat()[:7]
    return first if first == last else f"{first} to {last}"


def _bare(**told: Any) -> dict[str, Any]:
    return {**dict.fromkeys(ROW), **told}
