"""A commissioner's report as people read it at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from swp_adapters.cli.output import one_line, put_table, put_text
from swp_adapters.cli.performance_report import OF_NONE, Report, spanned, year_to
from swp_adapters.exchange.published_figures import month, name_of
from swp_domain.law.dates import Period, spoken
from swp_projections.performance import NO_TEAM
from swp_projections.performance_later import CameLater
from swp_projections.performance_measures import LEVELS, MEASURES, NOT_MODELLED
from swp_projections.performance_shares import SHARES, Share


def put_report(report: Report, title: str, later: CameLater) -> None:
    """The report for people: each section as a table, then by team, then what does not add up."""
    whose = f" of {report.team}" if report.team else ""
    put_text(f"{title}{whose}", style="bold")
    if report.published is not None:
        put_text(f"In brackets what was printed: {one_line(report.published.title)}.")
    sections = dict.fromkeys(MEASURES[one].section for one in report.measures())
    for section in sections:
        put_table(section, ("cell", "what", *map(_headed, report.months)), _lines(report, section))
    _put_outcomes(report)
    if report.team is None:
        _put_teams(report)
        put_text(f"In the year to {spoken(year_to(report.months[-1]).last or date.max)}: {later}.")
    else:
        put_text("Calls, and what is passed on from them, are no team's, and are left out.")
    for one in NOT_MODELLED:
        put_text(f"Not modelled: {one}")
    _put_broken(report)


def _headed(period: Period) -> str:
    """A month, and how far it is counted where that is not to its end."""
    whole = month(name_of(period)).last == period.last
    return name_of(period) if whole else f"{name_of(period)} to {period.last}"


def _lines(report: Report, section: str) -> Iterator[tuple[object, ...]]:
    for name in (one for one in report.measures() if MEASURES[one].section == section):
        label = MEASURES[name].label
        shown = label if label[0].isupper() else f"  {label}"
        yield (name, shown, *(_beside(report, name, one, report.team) for one in report.months))
    for share in report.shares():
        if share.section == section:
            yield (share.name, f"  {share.label}", *(_share(report, share, one, report.team) for one in report.months))


def _beside(report: Report, name: str, period: Period, team: str | None) -> str:
    count, printed = report.table.cell(name, period, team).count, report.printed(name, period, team)
    if printed is None:
        return f"{count:,}"
    return f"{count:,} ({printed:,}{'' if printed == count else '!'})"


def _share(report: Report, share: Share, period: Period, team: str | None) -> str | None:
    told = share.of(report.number(period), team)
    if told is None:
        return None
    part, whole = (report.table.cell(one, period, team).count for one in (share.part, share.whole))
    printed = report.printed_share(share, period, team)
    return f"{told}%: {part:,} of {whole:,}{f' ({printed})' if printed else ''}"


def _put_outcomes(report: Report) -> None:
    """Each outcome beside the period before, with no word on whether more of it is better."""
    put_table(
        f"Outcomes, beside {spanned(report.before)}",
        ("cell", "what", "before", "now", "more or fewer"),
        (
            (
                name,
                MEASURES[name].label,
                f"{before:,}",
                f"{now:,}",
                f"{now - before:+,}" if now != before else "the same",
            )
            for name, before, now in report.outcomes()
        ),
    )


def _put_teams(report: Report) -> None:
    """Who is in receipt and held at which level, by team, at the end of the last month."""
    last, stock = report.months[-1], ("in-receipt", *LEVELS, "level-untold")
    teams = (*report.table.teams, NO_TEAM)
    put_table(
        f"By team, at the end of {name_of(last)}",
        ("team", *stock),
        ((team or OF_NONE, *(_beside(report, one, last, team) for one in stock)) for team in teams),
    )
    recorded = next(one for one in SHARES if one.name == "recorded-share")
    put_table(
        "Decisions entered as already done, by the team that had the case",
        ("team", *map(name_of, report.months)),
        ((team or OF_NONE, *(_share(report, recorded, one, team) for one in report.months)) for team in teams),
    )


def _put_broken(report: Report) -> None:
    found = list(report.broken())
    if not any(whose == "ours" for whose, _, _ in found):
        put_text("Of ours, every whole is the sum of its parts, and of its teams.")
    for whose, period, one in found:
        put_text(one_line(f"DOES NOT ADD UP ({whose}, {name_of(period)}): {one}"))
    if report.published is not None:
        for doubt in report.published.doubts():
            put_text(one_line(f"PRINTED: {doubt}"))
        for note in report.published.notes:
            put_text(one_line(f"NOTE: {note}"))
