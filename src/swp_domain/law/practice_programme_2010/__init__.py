"""What councils were told a social work practice for adults would be, when they were invited to pilot one.

Nobody made it law: each contract says the same or says otherwise, and so its force is local.
"""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

PROGRAMME = Text(
    "Social work practices for adults: questions and answers (Department of Health, 2010)",
    Force.LOCAL,
    "checked in the questions and answers; its first day is ours",
)
COMMENCED = "2011-01-01"
