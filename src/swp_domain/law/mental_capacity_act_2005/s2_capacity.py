"""Sections 2 and 3: what it is to lack capacity, for one matter at one time.

Since *A Local Authority v JB* [2021] UKSC 52 the functional question comes first, then the impairment and
that the one is because of the other; the three elements are the same.
"""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class CapacityFacts(Facts):
    """What an assessor found about one decision, on the balance of probabilities (s 2(4)).

    The first four say whether the person is *able* to do each, with the help they need. ``impairment`` is an
    impairment of, or a disturbance in the functioning of, the mind or brain, permanent or temporary;
    ``because_of_it`` that they are unable because of it.
    """

    understands: bool | None = None
    retains: bool | None = None
    uses_or_weighs: bool | None = None
    communicates: bool | None = None
    impairment: bool | None = None
    because_of_it: bool | None = None

    @property
    def unable(self) -> bool | None:
        """Whether at least one of the four abilities is wanting."""
        abilities = (self.understands, self.retains, self.uses_or_weighs, self.communicates)
        return any_of(None if one is None else not one for one in abilities)


@rule(MENTAL_CAPACITY_ACT["ss 2(1), 3(1)"], commenced=COMMENCED)
def lacks_capacity(found: CapacityFacts) -> Limbs:
    """Somebody lacks capacity for a matter who cannot decide it because of an impairment of the mind or brain."""
    return (
        limb("3(1)", "is unable to understand, retain, use or weigh, or communicate", found.unable),
        limb(
            "2(1)", "has an impairment of, or a disturbance in the functioning of, the mind or brain", found.impairment
        ),
        limb("2(1) because", "is unable because of it", found.because_of_it),
    )
