"""Invented names and sentences. They are made of word lists of our own, and mean nobody."""

from __future__ import annotations

from random import Random
from typing import Final

SYNTHETIC: Final = "Synthetic"
"""What every invented entry says of itself, in its reason or in the reasons of its decision."""

_GIVEN: Final = (
    "Aldith", "Bramwen", "Corvin", "Dovita", "Ellery", "Fenwick", "Garnet", "Hesper", "Isolde", "Jorvan",
    "Kestrel", "Lorcan", "Merrin", "Nessa", "Orlan", "Perrin", "Quill", "Rowena", "Sorrel", "Tamsin",
    "Ulric", "Verity", "Wystan", "Ysolde", "Zennor",
)  # fmt: skip
_FAMILY: Final = (
    "Ashlock", "Bracewater", "Coldharrow", "Dunmere", "Elmcroft", "Fairsand", "Greyling", "Hollowby", "Ironfield",
    "Jackdale", "Kilnmoor", "Larkspring", "Marshgate", "Netherby", "Oxwell", "Pebblewick", "Quarrick", "Redfallow",
    "Saltmarsh", "Thornbeck", "Underhay", "Vellum", "Wetherlow", "Yarrowdale",
)  # fmt: skip
_ABOUT: Final = (
    "meals", "washing and dressing", "getting up the stairs", "letters and bills", "being alone at night",
    "the way to the shops", "tablets", "the garden", "a fall in the kitchen", "seeing friends", "the bus pass",
    "a key safe", "a wheelchair", "the hearing aid", "memory", "sleep", "the heating", "a grab rail",
)  # fmt: skip
RELATIONS: Final = ("daughter", "son", "husband", "wife", "sister", "brother", "neighbour", "friend")


def name(chance: Random) -> tuple[str, str]:
    """A given and a family name."""
    return chance.choice(_GIVEN), chance.choice(_FAMILY)


def about(chance: Random) -> str:
    """What somebody rings about."""
    return chance.choice(_ABOUT)


def synthetic(what: str) -> str:
    """A reason or a narrative that says of itself that it is invented."""
    return f"{SYNTHETIC}: {what}."


def nhs_number(number: int) -> str:
    """A number of the range that is kept for tests (it begins with 999), with a check digit that is right."""
    while True:
        digits = f"999{number % 1_000_000:06}"
        check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return f"{digits}{check % 11}"
        number += 1
