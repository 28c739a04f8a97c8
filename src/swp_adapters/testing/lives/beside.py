"""What begins beside the years in which needs are met: questions of capacity, of liberty, before the court, of the NHS.

What is drawn here is drawn apart, so that the rest of a life is the same with it and without it.
"""

from __future__ import annotations

from functools import partial
from random import Random

from swp_adapters.testing.lives.capacity import money_in_question, placed, questioned
from swp_adapters.testing.lives.court import deputyship, welfare
from swp_adapters.testing.lives.healthcare import looked_at
from swp_adapters.testing.lives.housing import Housing, Place
from swp_adapters.testing.lives.liberty import deprived
from swp_adapters.testing.lives.nursing import considered
from swp_adapters.testing.lives.staying import in_hospital, on_respite
from swp_adapters.testing.lives.tenancy import in_the_community
from swp_adapters.testing.pen import Pen


def begins_beside(pen: Pen, housing: Housing) -> None:
    """What comes of where somebody lives, and what may happen to anybody."""
    chance = Random(f"{pen.key}/beside")
    if housing.home is not None:
        if housing.cannot_decide:
            pen.meanwhile("placed", partial(placed, housing=housing))
            pen.meanwhile("deprived", partial(deprived, housing=housing))
        if housing.home.nursing:
            pen.meanwhile("healthcare", partial(considered, housing=housing))
    elif housing.place is Place.SUPPORTED_LIVING:
        if housing.cannot_decide:
            pen.meanwhile("tenancy", partial(in_the_community, housing=housing))
    elif (drawn := chance.random()) < 0.06:
        pen.meanwhile("hospital", partial(in_hospital, housing=housing))
    elif drawn < 0.12:
        pen.meanwhile("respite", partial(on_respite, housing=housing))
    elif drawn < 0.23:
        pen.meanwhile("question", partial(questioned, housing=housing))
    elif drawn < 0.33:
        pen.meanwhile("asked", looked_at)


def comes_before_the_court(pen: Pen) -> None:
    """A dispute on where and how somebody lives, or somebody to see to their money."""
    if Random(f"{pen.key}/before the court/{pen.day}").random() < 0.5:
        pen.meanwhile("welfare", welfare)
    else:
        pen.meanwhile("deputyship", partial(money_in_question, then=deputyship))
