"""For whoever tests against the record: values of every event, and a whole synthetic council.

The council needs nothing but this package. ``strategies`` needs Hypothesis
(``pip install swp-domain[testing]``), and is imported by its own name.
"""

from __future__ import annotations

from swp_adapters.testing.council import Council
from swp_adapters.testing.published_quarter import PublishedQuarter
from swp_adapters.testing.recording import Filled, fill
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire

__all__ = ["Council", "Filled", "PublishedQuarter", "Sent", "Shape", "fill", "north_east_lincolnshire"]
