"""The words of a practice's contract."""

from __future__ import annotations

from enum import StrEnum


class Instrument(StrEnum):
    """The power under which a council's functions are exercised by somebody else."""

    CONTRACTING_OUT_2011 = "SI 2011/1568"
    CONTRACTING_OUT_2014 = "SI 2014/829"
    CARE_ACT_S79 = "Care Act 2014 s 79"
    NHS_ACT_S75 = "NHS Act 2006 s 75"
