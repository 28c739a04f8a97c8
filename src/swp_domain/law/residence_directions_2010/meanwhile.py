"""The directions of 2010: a dispute about residence keeps nobody from the services they need.

They were binding on councils, and so stand here with the force of regulations. When a dispute had to be
referred under them is not encoded.
"""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.residence_directions_2010 import DIRECTIONS
from swp_domain.law.rule import Regime

meanwhile_before_the_care_act = limit(
    DIRECTIONS["needs during a dispute"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to meet needs while councils differ",
    commenced="2010-04-19",
    ceased="2016-03-31",
    regime=Regime.COMMUNITY_CARE,
)
