"""Acts that rest on somebody's incapacity for one decision: what they have in common, in whatever room they stand."""

from __future__ import annotations

from swp_domain.event import Event
from swp_domain.identifiers import CapacityDecisionId


class RestsOnIncapacity(Event):
    """An event that was done for somebody because they cannot decide it themselves.

    ``rests_on`` names the decision for which they were found to lack capacity (Mental Capacity Act 2005 ss 2, 5);
    ``None`` where nothing of that kind was told. An event of any room becomes one by naming this class as its
    base, and is then asked whether an assessment is in force (``MCA-05-01``).
    """

    rests_on: CapacityDecisionId | None = None
