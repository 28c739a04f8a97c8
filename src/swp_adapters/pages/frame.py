"""What every page has around what it tells: a head without scripts, the title with its days, contents, sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from swp_adapters.pages.look import STYLE
from swp_adapters.pages.markup import Markup, document, lines, style, tag
from swp_domain.law.dates import spoken
from swp_projections.safeguarding_board_cells import slug

APPENDIX: Final = "Entries"
"""How the title of a section begins that is printed from a page of its own."""

_ADVICE: Final = "What is found here is a check on the record. It is not legal advice."
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def framed(title: str, days: str, sections: Sequence[tuple[str, Sequence[Markup]]]) -> str:
    """A page as HTML, which is well-formed XML as well.

    Args:
        title: what it is, and whose.
        days: the days that it is about, in words: see :func:`as_at`.
        sections: a heading, and what stands under it.
    """
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("title", title),
        style(STYLE),
    )
    body = (
        tag("a", "Skip to the report", href="#report", class_="skip"),
        tag("header", tag("h1", title), tag("p", days)),
        _contents([heading for heading, _ in sections]),
        tag("main", lines(*(_section(heading, told) for heading, told in sections)), id="report"),
        tag("footer", tag("p", _ADVICE)),
    )
    return document("en-GB", head, body)


def as_at(on: date, known_at: date | None) -> str:
    """The day that was asked about, and as known by which day."""
    return f"as at {spoken(on)}{f', as known on {spoken(known_at)}' if known_at else ''}"


def paragraphs(told: Sequence[str]) -> Markup:
    """Sentences, a paragraph each."""
    return lines(*(tag("p", one) for one in told))


def _contents(titles: Sequence[str]) -> Markup:
    links = [tag("li", tag("a", title, href=f"#{slug(title)}")) for title in titles]
    return tag("nav", tag("ol", links), aria_label="Contents")


def _section(title: str, told: Sequence[Markup]) -> Markup:
    key = slug(title)
    appendix = "appendix" if title.startswith(APPENDIX) else None
    return tag("section", tag("h2", title, id=key), lines(*told), aria_labelledby=key, class_=appendix)
