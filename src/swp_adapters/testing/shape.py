"""The size and flow of a practice, as published. These are figures about services, not law, and about nobody."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.case.vocabulary import Complexity


@dataclass(frozen=True, slots=True)
class Team:
    """A team: how many adults in receipt of services it holds, and how many of the scored ones at each level."""

    name: str
    receiving: int
    levels: tuple[tuple[Complexity, int], ...]

    @property
    def scored(self) -> int:
        """How many of its adults were given a level."""
        return sum(number for _, number in self.levels)


@dataclass(frozen=True, slots=True)
class Month:
    """What came to the front door in a month, and what became of it. Counts, as printed."""

    name: str
    calls: int
    calls_about_service_users: int
    complex_from_the_front_door: int
    referrals_to_triage: int
    resolved_at_triage: int
    passed_to_a_case_worker: int
    assessments_and_reviews_completed: int
    passed_to_complex_teams: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A practice as large as published: ``people`` in receipt of services, its staff, its front door."""

    name: str
    source: str
    teams: tuple[Team, ...]
    front_door: tuple[Month, ...]
    front_door_staff: int
    case_management_staff: int
    safeguarding_staff: int
    other_staff: int
    printed_level_totals: tuple[tuple[Complexity, int], ...] = ()

    @property
    def people(self) -> int:
        """How many adults receive services."""
        return sum(one.receiving for one in self.teams)

    @property
    def staff(self) -> int:
        """How many work for the practice."""
        return self.front_door_staff + self.case_management_staff + self.safeguarding_staff + self.other_staff

    @property
    def calls_a_month(self) -> float:
        """Calls to the front door in a middling month."""
        return sum(one.calls for one in self.front_door) / len(self.front_door)

    @property
    def calls_a_person_a_month(self) -> float:
        """The share of those calls that falls to each adult in receipt of services, so that a part keeps the flow."""
        return self.calls_a_month / self.people

    @property
    def about_service_users(self) -> float:
        """Of the calls, the part that is about somebody who receives services already."""
        return sum(one.calls_about_service_users for one in self.front_door) / sum(one.calls for one in self.front_door)

    @property
    def resolved_at_triage(self) -> float:
        """Of the referrals to duty triage, the part that ends there."""
        return sum(one.resolved_at_triage for one in self.front_door) / sum(
            one.referrals_to_triage for one in self.front_door
        )


def _team(name: str, receiving: int, *levels: int) -> Team:
    return Team(name, receiving, tuple(zip(Complexity, levels, strict=True)))


def north_east_lincolnshire() -> Shape:
    """The social work practice of North East Lincolnshire in January to March 2012, as it was published.

    The printed totals of three levels differ by one or two from the sum of the teams (L1 798, L2+ 290, L3 211);
    they are kept as printed. 1,674 adults were scored of 3,158 in receipt. The physical disability and
    sensory team left A3 blank, which is read as none.
    """
    return Shape(
        name="North East Lincolnshire (synthetic)",
        source="Published appendices to the council's report of July 2012: clients, levels, front door, staff",
        teams=(
            _team("360 Care", 479, 103, 3, 40, 38, 15),
            _team("Hope", 590, 165, 2, 65, 49, 44),
            _team("Learning Disability", 464, 68, 1, 65, 62, 75),
            _team("Lincs2care", 715, 245, 3, 82, 65, 25),
            _team("Physical Disability and Sensory", 357, 89, 0, 61, 34, 21),
            _team("Yarborough and Cleethorpes", 553, 126, 4, 53, 41, 30),
        ),
        front_door=(
            Month("January 2012", 4321, 1005, 21, 151, 42, 109, 119, 11),
            Month("February 2012", 4225, 974, 17, 105, 32, 73, 95, 16),
            Month("March 2012", 4425, 936, 22, 154, 53, 101, 91, 19),
        ),
        front_door_staff=45,
        case_management_staff=73,
        safeguarding_staff=9,
        other_staff=11,
        printed_level_totals=tuple(zip(Complexity, (798, 13, 366, 290, 211), strict=True)),
    )
