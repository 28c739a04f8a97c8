"""What the law makes of capacity: every rule of the room, and every duty."""

from __future__ import annotations

from swp_domain.capacity.advocate_rules import ADVOCATE_RULES
from swp_domain.capacity.assessment_rules import ASSESSMENT_RULES
from swp_domain.capacity.best_interests_rules import BEST_INTERESTS_RULES
from swp_domain.capacity.duties import DUTIES

__all__ = ["DUTIES", "RULES"]

RULES = (*ASSESSMENT_RULES, *BEST_INTERESTS_RULES, *ADVOCATE_RULES)
