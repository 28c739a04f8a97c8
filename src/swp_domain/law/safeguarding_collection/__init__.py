"""The Safeguarding Adults Collection (SAC): what councils count of concerns and enquiries each year."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

COLLECTION = Text(
    "Safeguarding Adults Collection", Force.DATA_STANDARD, "checked in its guidance; first day from memory"
)
BEGAN = "2015-04-01"
