"""Somebody deprived of their liberty in supported living, which only the court can authorise."""

from __future__ import annotations

from swp_adapters.testing.lives.capacity import assessed, decided_for, doubted
from swp_adapters.testing.lives.court import community_deprivation
from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.lives.requesting import begins
from swp_adapters.testing.others import SUPPORTED_LIVING
from swp_adapters.testing.pen import Over, Pen
from swp_domain.actor import Actor, BodyKind
from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.liberty.events import DeprivationEnded
from swp_domain.liberty.vocabulary import DeprivationEnd, Setting

_PROVIDER = Actor(id="scheme-manager", kind=BodyKind.PROVIDER, body="Harbour Support (synthetic)")


def in_the_community(pen: Pen, housing: Housing) -> None:
    """The court is asked for most, months after they moved in; for some nobody ever asks."""
    if housing.since is None:
        raise Over
    pen.until(housing.since)
    one = begins(pen, Setting.SUPPORTED_LIVING, SUPPORTED_LIVING, _PROVIDER, alone=housing.alone)
    try:
        pen.after(5, 60)
        question = doubted(pen, Matter.RESIDENCE, "whether to live in the scheme")
        pen.after(5, 30)
        assessed(pen, question, CapacityResult.LACKS)
        pen.after(3, 20)
        decided_for(pen, question, housing, "the scheme, with somebody there at night", "the scheme, with nobody there")
        if pen.maybe(0.7):
            pen.after(30, 200)
            community_deprivation(pen, alone=housing.alone)
    except Over:
        if pen.ending is not None and not pen.ending.died:
            pen.day = pen.ending.on
            pen.tell(DeprivationEnded(deprivation=one.deprivation, how=DeprivationEnd.LEFT), by=_PROVIDER)
        raise
