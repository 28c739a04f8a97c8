"""Patterns that tell stretches of days apart without colour: empty, hatched, dotted; each with its sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from swp_adapters.pages.look import INK, PAPER
from swp_adapters.pages.markup import Markup, tag
from swp_domain.deprivation_cover import Authority

SIGNS: Final = {Authority.AUTHORISED: "=", Authority.NOT_AUTHORISED: "!", Authority.CANNOT_TELL: "?"}
"""What stands beside the number of a stretch where there is no room for its words."""

BAR: Final = 20
"""How high a bar is, in units."""
LEAST: Final = 3
"""How wide a day is drawn at least, so that it is seen."""


def filled(authority: Authority, x: float, y: int, width: float) -> Iterator[Markup]:
    """A bar in the pattern of what it says; one too narrow for hatching is black where nothing authorised it."""
    thin = width <= LEAST * 2 and authority is Authority.NOT_AUTHORISED
    yield tag("rect", x=tenths(x), y=y, width=tenths(width), height=BAR, fill=INK if thin else PAPER, stroke=INK)
    if authority is Authority.NOT_AUTHORISED and not thin:
        yield tag("path", d=_hatched(x, y, width), stroke=INK, stroke_width=2)
    if authority is Authority.CANNOT_TELL:
        yield tag("path", d=_dotted(x, y, width), stroke=INK, stroke_width=3, stroke_linecap="round")


def _hatched(x: float, y: int, width: float) -> str:
    """Strokes that rise to the right, cut off at both ends of the bar."""
    strokes = []
    for shift in range(-BAR, int(width) + 1, 6):
        begin, end = max(shift, 0), min(shift + BAR, width)
        if end > begin:
            foot, head = y + BAR - (begin - shift), y + BAR - (end - shift)
            strokes.append(f"M{tenths(x + begin)} {tenths(foot)}L{tenths(x + end)} {tenths(head)}")
    return "".join(strokes)


def _dotted(x: float, y: int, width: float) -> str:
    across = [x + width / 2] if width < 12 else [x + at for at in range(6, int(width) - 3, 8)]
    return "".join(f"M{tenths(at)} {y + down}h0" for at in across for down in (6, 14))


def legend(left: int, top: int) -> Iterator[Markup]:
    """Each pattern with its sign and what it says, below a drawing."""
    for place, (authority, sign) in enumerate(SIGNS.items()):
        x = left + 170 * place
        yield from filled(authority, x, top, 40)
        yield words(x + 48, top + 15, f"{sign} {authority.value}")


def words(x: float, y: int, text: str, anchor: str = "start") -> Markup:
    """Words in a drawing, at their foot."""
    how = {"font_size": "12", "font_family": "Arial, sans-serif", "text_anchor": anchor}
    return tag("text", text, x=tenths(x), y=y, fill=INK, **how)


def tenths(number: float) -> str:
    """A place in a drawing, as exactly as can be seen."""
    return f"{number:.1f}"
