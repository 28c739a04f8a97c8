"""The tables of the Safeguarding Adults Collection as a question to the same rows, every cell with its entries.

Counts are as they are: suppression and rounding are for publication. Section 42 and other enquiries stand apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryEnd, EnquiryKind, RiskAfter, RiskFound
from swp_domain.safeguarding.vocabulary import AbuseType, Location, RiskSource
from swp_domain.safeguarding_adults_review.vocabulary import Harm
from swp_projections.safeguarding_board_cells import Cell, Identity, Line, Table, one_column, ordered, slug, split
from swp_projections.safeguarding_board_personal import ACHIEVED, ASKED, LACKED, SUPPORTED, expressed, lacked
from swp_projections.safeguarding_board_rows import ConcernRow, EnquiryRow, HarmRow, ReviewRow

COUNTED_ELSEWHERE: Final = (EnquiryEnd.PASSED_ON, EnquiryEnd.MERGED)
"""Ends after which an enquiry is counted where it goes on: in another council's return, or as another enquiry."""


INDIVIDUALS: Final = (
    "SG1a, individuals by age: birth dates are sealed with the adult's name, and the year alone does not make the band",
    "SG1b to SG1e, individuals by gender, ethnicity, support reason and health condition: none of these is recorded",
)
"""The tables of individuals that cannot be counted from the record."""


def concluded(one: EnquiryRow) -> bool:
    """Whether it is closed, and counts as concluded here. One that goes on elsewhere does not."""
    return one.closed_on is not None and one.end not in COUNTED_ELSEWHERE


def collection(
    concerns: Sequence[ConcernRow],
    begun: Sequence[EnquiryRow],
    ended: Sequence[EnquiryRow],
    reviews: Sequence[ReviewRow],
    harmed: Sequence[HarmRow],
) -> Iterator[Table]:
    """The tables.

    Args:
        concerns: those received in the period.
        begun: enquiries that began in it.
        ended: enquiries that were concluded in it.
        reviews: safeguarding adults reviews that were finished in it.
        harmed: the adults whom these reviews are about.
    """
    yield _sg1f(concerns, begun)
    for kind in (*EnquiryKind, None):
        found = [one for one in ended if one.kind is kind]
        if found or kind is not None:
            yield from _of_kind(found, kind)
    yield _sg5a(reviews)
    yield _sg5b(harmed)


def _sg1f(concerns: Sequence[ConcernRow], begun: Sequence[EnquiryRow]) -> Table:
    lines = [Line("Total safeguarding concerns", (Cell("sg1f/concerns", ordered(concerns)),))]
    told = {EnquiryKind.SECTION_42: "Section 42 enquiries", EnquiryKind.OTHER: "Other safeguarding enquiries"}
    for kind, label in told.items():
        rows = ordered(one for one in begun if one.kind is kind)
        lines.append(Line(label, (Cell(f"sg1f/{slug(kind.value)}", rows),)))
    note = "Raised, or begun, in the period. The adult's age is not asked here, and every concern on record is counted."
    return Table("sg1f", "SG1f: counts of cases", ("cases",), tuple(lines), note, unsaid=INDIVIDUALS)


def _of_kind(rows: Sequence[EnquiryRow], kind: EnquiryKind | None) -> Iterator[Table]:
    called = f"{kind.value}s".replace("enquirys", "enquiries") if kind else "enquiries of a kind not told"
    word = slug(kind.value if kind else "kind-not-told")
    yield _crossed("sg2a", "SG2a: type of risk by source of risk", word, called, rows, _KINDS_BY_SOURCE)
    yield _crossed("sg2a-location", "SG2a: type of risk by location", word, called, rows, _KINDS_BY_PLACE)
    yield _crossed("sg2b", "SG2b: location by source of risk", word, called, rows, _PLACES_BY_SOURCE)
    yield _sg2c(f"sg2c/{word}", called, rows)
    identified = [one for one in rows if one.risk is RiskFound.IDENTIFIED]
    after = [(slug(one.value), one.value, lambda row, one=one: row.risk_after is one) for one in RiskAfter]
    yield one_column(
        f"sg2e/{word}",
        f"SG2e: what became of the risk ({called})",
        split(
            f"sg2e/{word}",
            "Enquiries in which risk was identified",
            identified,
            [*after, ("not-told", "not told", lambda one: one.risk_after is None)],
        ),
    )
    yield one_column(
        f"sg3a/{word}",
        f"SG3a: capacity, and support of those who lacked it ({called})",
        split(f"sg3a/{word}", "Enquiries concluded", rows, LACKED),
        split(f"sg3a-supported/{word}", "Of those who lacked capacity", lacked(rows), SUPPORTED),
    )
    yield Table(
        f"sg4a/{word}",
        f"SG4a: making safeguarding personal ({called})",
        ("how many",),
        (table := one_column(
            "", "",
            split(f"sg4a/{word}", "Enquiries concluded", rows, ASKED),
            split(f"sg4a-achieved/{word}", "Of those in which outcomes were expressed", expressed(rows), ACHIEVED),
        )).lines,
        identities=table.identities,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Crossing:
    """Two codes, one down and one across, and the pairs of them that an enquiry tells."""

    down: type[StrEnum]
    across: type[StrEnum]
    pairs: Callable[[EnquiryRow], Iterable[tuple[StrEnum | None, StrEnum | None]]]
    untold: str
    several: str


_KINDS_BY_SOURCE: Final = _Crossing(AbuseType, RiskSource, lambda one: one.pairs, "source", "kinds or sources")
_KINDS_BY_PLACE: Final = _Crossing(AbuseType, Location, lambda one: one.kinds_at, "location", "kinds or locations")
_PLACES_BY_SOURCE: Final = _Crossing(Location, RiskSource, lambda one: one.places, "source", "locations or sources")


def _crossed(table: str, title: str, word: str, called: str, rows: Sequence[EnquiryRow], codes: _Crossing) -> Table:
    """A code by another. An enquiry stands once in each cell that it belongs in, so cells do not add up."""
    name, sources = f"{table}/{word}", (*codes.across, None)
    lines = []
    for code in (*codes.down, None):
        cells = tuple(
            Cell(
                f"{name}/{_word(code)}/{_word(source)}",
                ordered(one for one in rows if (code, source) in codes.pairs(one)),
            )
            for source in sources
        )
        lines.append(Line(code.value if code else "not told", (*cells, None), part=True))
    whole = Line("Enquiries concluded", (*(None for _ in sources), Cell(name, ordered(rows))))
    parts = tuple(cell.name for line in lines for cell in line.cells if cell is not None)
    columns = (*(one.value if one else f"{codes.untold} not told" for one in sources), "enquiries")
    note = f"An enquiry of several {codes.several} stands in several cells, and once in each."
    return Table(name, f"{title} ({called})", columns, (whole, *lines), note, (Identity(name, parts, exactly=False),))


def _word(code: StrEnum | None) -> str:
    return slug(code.value) if code else "not-told"


def _sg2c(name: str, called: str, rows: Sequence[EnquiryRow]) -> Table:
    told = {RiskFound.IDENTIFIED: "Risk identified", RiskFound.INCONCLUSIVE: "Risk assessment inconclusive",
            RiskFound.NONE: "No risk identified", None: "Risk not told"}  # fmt: skip
    acts = {
        ActionOutcome.ACTION: "action taken",
        ActionOutcome.NO_ACTION: "no action taken",
        None: "action not decided",
    }
    parts = [
        (
            f"{_word(risk)}-{_word(action)}",
            f"{says} and {does}",
            lambda one, risk=risk, action=action: not _ceased(one) and (one.risk, one.action) == (risk, action),
        )
        for risk, says in told.items()
        for action, does in acts.items()
    ]
    ceased = ("ceased", "Enquiry ceased at individual's request and no action taken", _ceased)
    return one_column(
        name,
        f"SG2c: what the risk assessment found ({called})",
        split(name, "Enquiries concluded", rows, [*parts, ceased]),
    )


def _ceased(one: EnquiryRow) -> bool:
    return one.end is EnquiryEnd.CEASED_AT_REQUEST and one.action is not ActionOutcome.ACTION


def _sg5a(reviews: Sequence[ReviewRow]) -> Table:
    return one_column(
        "sg5a",
        "SG5a: safeguarding adults reviews",
        split(
            "sg5a",
            "Reviews finished in the period",
            reviews,
            (
                ("died", "where one or more individuals died", lambda one: Harm.DIED in one.harms),
                ("none-died", "where no individuals died", _nobody_died),
                ("not-told", "not told of every one", lambda one: Harm.DIED not in one.harms and not _nobody_died(one)),
            ),
        ),
        note="That a review counts in the year in which it was finished is from memory, not checked.",
    )


def _sg5b(rows: Sequence[HarmRow]) -> Table:
    """Each adult whom a finished review is about; a case that two reviews are about is counted in each."""
    parts = [(slug(one.value), one.value, lambda row, one=one: row.harm is one) for one in (Harm.DIED, Harm.SURVIVED)]
    untold = ("not-told", "not known, or not told", lambda row: row.harm in (None, Harm.NOT_KNOWN))
    return one_column(
        "sg5b",
        "SG5b: individuals in safeguarding adults reviews",
        split("sg5b", "Individuals in reviews finished in the period", rows, [*parts, untold]),
    )


def _nobody_died(one: ReviewRow) -> bool:
    return len(one.harms) == len(one.cases) > 0 and set(one.harms) == {Harm.SURVIVED}
