"""What the file holds of plans, budgets and services, and the questions that can be put to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from swp_domain.party import Whose
from swp_domain.planning.needed import Cover, Needed, Unmet, unmet
from swp_domain.planning.package import PersonalBudget
from swp_domain.planning.plans import Change, Plan
from swp_domain.planning.services import Service, Spell


class Active(NamedTuple):
    """A service that was given on a day, on the terms of that day."""

    service: str
    is_of: Service
    terms: Spell


@dataclass(frozen=True)
class PlanningState:
    """All plans, changes and services, by identifier; and the needs that are the council's to meet."""

    plans: dict[str, Plan] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    needed: tuple[Needed, ...] = ()
    declined: tuple[Cover, ...] = ()

    def plan(self, which: str) -> Plan | None:
        """The plan by that identifier, where the file knows it."""
        return self.plans.get(which)

    def plan_in_force(self, day: date, whose: Whose = Whose.ADULT, carer: str | None = None) -> Plan | None:
        """The plan of the adult, or of a carer, that was agreed last by a day: the next one takes its place."""
        in_force: Plan | None = None
        for plan in self.plans.values():
            if plan.agreed_on is None or plan.agreed_on > day or plan.whose is not whose:
                continue
            if carer is not None and plan.carer not in (None, carer):
                continue
            if in_force is None or in_force.agreed_on is None or in_force.agreed_on <= plan.agreed_on:
                in_force = plan
        return in_force

    def budget_on(self, day: date, whose: Whose = Whose.ADULT, carer: str | None = None) -> PersonalBudget | None:
        """The personal budget of a day: the last set within the plan in force."""
        plan = self.plan_in_force(day, whose, carer)
        return plan.budget_on(day) if plan else None

    def active_on(self, day: date) -> list[Active]:
        """The services that were given on a day, with their terms and the entry that those come from."""
        found = ((name, one, one.on(day)) for name, one in self.services.items())
        return [Active(name, one, terms) for name, one, terms in found if terms is not None]

    def cover(self, as_at: date) -> Iterator[Cover]:
        """What met needs up to a day, as far as plans and services tell, and when they were not wanted met."""
        for name, one in self.services.items():
            if one.commissioned:
                for days, needs in one.given(as_at):
                    yield Cover(needs or None, days.first, days.last, name)
                for pause in one.pauses:
                    if not pause.why.leaves_need_unmet and one.terms is not None:
                        yield Cover(one.terms.needs or None, pause.first, pause.last, pause.why.value)
        yield from self.declined

    def uncovered(self, as_at: date, also: Iterable[Cover] = (), *, caring_until: date | None = None) -> list[Unmet]:
        """The days, up to one, on which a need was the council's to meet and nothing met it.

        Args:
            as_at: the last day that is looked at.
            also: what other stages hold of needs that were met: direct payments, urgent support.
            caring_until: the last day on which a carer met what carers were to meet, where that ended.
        """
        covers = (*self.cover(as_at), *also)
        return list(unmet(self.needed, covers, as_at=as_at, caring_until=caring_until))
