"""Court of Protection Rules 2017, SI 2017/1035, and the practice directions that go with them.

Periods of days are clear days, counted as rule 2.4 says (:class:`~swp_domain.law.dates.Counting`). The rules of 2007,
in force until 30 November 2017, are not encoded: how their days were counted was not checked.
"""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

RULES_2017 = Text("SI 2017/1035", Force.COURT_RULES, "checked against the rules, in a text before January 2023")
PRACTICE_DIRECTION_11A = Text("Court of Protection Practice Direction 11A", Force.COURT_RULES, FROM_MEMORY)
PRACTICE_DIRECTION_4B = Text("Court of Protection Practice Direction 4B", Force.COURT_RULES, FROM_MEMORY)
RULES_BEGAN = "2017-12-01"
