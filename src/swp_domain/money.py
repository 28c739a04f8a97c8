"""Money, in pounds and pence."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

Pounds = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
"""An amount in pounds. Where it is paid again and again, the field says how often: ``weekly``."""


def pounds(amount: Decimal) -> str:
    """An amount as it is written: £1,250.00."""
    return f"£{amount:,.2f}"
