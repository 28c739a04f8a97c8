"""Fair Access to Care Services, re-issued in 2010 as *Prioritising need*: eligibility by bands."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.fair_access_to_care import BEGAN, ENDED, FACS
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class Band(StrEnum):
    """The bands of risk to independence, fixed nationally since 2003, from the least grave."""

    LOW = "low"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    CRITICAL = "critical"

    @property
    def gravity(self) -> int:
        """Low is 0, critical is 3."""
        return list(Band).index(self)


class BandedNeeds(Facts):
    """The band of each need, and the threshold that the council had set on that day."""

    bands: tuple[Band, ...] = ()
    threshold: Band | None = None


@rule(
    FACS["eligibility bands"],
    commenced=BEGAN,
    ceased=ENDED,
    regime=Regime.COMMUNITY_CARE,
    family="eligibility of an adult",
)
def banded_eligible(needs: BandedNeeds) -> Limbs:
    """A need in or above the council's threshold is eligible."""
    threshold = needs.threshold
    above = (
        None if threshold is None or not needs.bands else any(one.gravity >= threshold.gravity for one in needs.bands)
    )
    return (limb("1", "a need lies in or above the council's threshold", above),)
