"""The partnership framework that a council agreed for its practice in July 2012: who may do what with the money."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

FRAMEWORK = Text(
    "Partnership framework (North East Lincolnshire Council, July 2012)",
    Force.LOCAL,
    "checked in the council's report; its first day is that of the year of account",
)
COMMENCED = "2012-04-01"
