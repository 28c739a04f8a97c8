"""Stays that should be short: a ward that keeps somebody, and respite that was agreed up to a day."""

from __future__ import annotations

from datetime import timedelta

from swp_adapters.testing.lives.capacity import assessed, doubted
from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.lives.requesting import Detained, begins, urgently
from swp_adapters.testing.others import HOMES, HOSPITAL, HOSPITAL_CODE
from swp_adapters.testing.pen import Over, Pen
from swp_domain.actor import BodyKind
from swp_domain.capacity.vocabulary import CapacityResult
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.law.mental_capacity_act_2005.sch_a1_supervisory_body import supervisory_body_is_the_council
from swp_domain.liberty.events import DeprivationEnded, RequestWithdrawn, RespiteBegan
from swp_domain.liberty.vocabulary import DeprivationEnd, Setting


def in_hospital(pen: Pen, housing: Housing) -> None:
    """Somebody is kept on a ward under an urgent authorisation, and mostly gone home before anybody assesses them."""
    _once_supported(pen, housing)
    if not supervisory_body_is_the_council.in_force(pen.day):
        return
    question = doubted(pen, Matter.CARE, "whether to stay on the ward")
    pen.after(0, 2)
    assessed(pen, question, CapacityResult.LACKS, by=HOSPITAL)
    one = begins(pen, Setting.HOSPITAL, HOSPITAL_CODE, HOSPITAL, alone=housing.alone)
    request = urgently(pen, one)
    pen.after(3, 30)
    _went_home(pen, one)
    if pen.maybe(0.3):
        pen.after(5, 60)  # and the ward forgets to say so
    pen.tell(RequestWithdrawn(request=request.id), by=HOSPITAL)


def on_respite(pen: Pen, housing: Housing) -> None:
    """Two weeks in a care home are agreed; half of those who come stay on for more."""
    _once_supported(pen, housing)
    question = doubted(pen, Matter.CARE, "whether to have a fortnight in a care home")
    pen.after(2, 10)
    assessed(pen, question, CapacityResult.LACKS)
    pen.after(1, 14)
    home = pen.chance.choice(HOMES[:4])
    one = Detained(pen.named("deprivation"), Setting.CARE_HOME, home.code, home.manager, housing.alone)
    until = pen.day + timedelta(days=pen.chance.choice((6, 13, 13, 20)))
    began = RespiteBegan(deprivation=one.deprivation, place=one.place, arranged_by=BodyKind.COUNCIL, agreed_until=until)
    pen.tell(began, by=one.manager)
    if pen.maybe(0.5):
        pen.until(until)
        _went_home(pen, one)
        return
    pen.until(until + timedelta(days=pen.chance.randint(1, 25)))
    request = urgently(pen, one) if pen.maybe(0.5) else None
    pen.after(5, 60)
    _went_home(pen, one)
    if request is not None:
        pen.tell(RequestWithdrawn(request=request.id), by=one.manager)


def _once_supported(pen: Pen, housing: Housing) -> None:
    if housing.since is None:
        raise Over
    pen.until(housing.since)
    pen.after(20, 700)


def _went_home(pen: Pen, one: Detained) -> None:
    pen.tell(DeprivationEnded(deprivation=one.deprivation, how=DeprivationEnd.LEFT), by=one.manager)
