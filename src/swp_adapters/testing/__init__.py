"""For whoever tests against the record: values of every event, and a whole synthetic council.

``council`` and what it stands on need nothing but this package. ``strategies`` needs Hypothesis
(``pip install swp-domain[testing]``), and is imported by its own name.
"""

from __future__ import annotations

from swp_adapters.testing.council import Council
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire

__all__ = ["Council", "Sent", "Shape", "north_east_lincolnshire"]
