"""The seven social work practice pilots of 2011 to 2014: what is known of them, and a life of each to record.

``pilots()`` and ``pilot("focus")`` read what is kept as data, each fact with its mark: stated by a source that is
named, uncertain, or synthetic, which is invented here so that the scenario runs. ``live(casework, pilot("focus"))``
writes that practice's contract, delegations, staff and cases into a record; nobody in it exists.
"""

from __future__ import annotations

from swp_adapters.pilots.pilot import Pilot
from swp_adapters.pilots.reading import NAMES, pilot, pilots, read
from swp_adapters.pilots.scenario import Scenario, live
from swp_adapters.pilots.told import Mark

__all__ = ["NAMES", "Mark", "Pilot", "Scenario", "live", "pilot", "pilots", "read"]
