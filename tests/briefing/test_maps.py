"""The map and the arm: true bearing, true distance, for any two places of the world."""

from __future__ import annotations

import re

import pytest

from fingerpost.briefing.geodesy import arm_between
from fingerpost.briefing.map import RADIUS, map_svg
from fingerpost.casefile.model import CasePlace
from fingerpost.world import rings


def at(name: str, latitude: float | None, longitude: float | None) -> CasePlace:
    return CasePlace(id=name, name=name, status="resolved", latitude=latitude, longitude=longitude)


NORFOLK = at("Norfolk", 36.84681, -76.28522)
KALININGRAD = at("Kaliningrad", 54.70649, 20.51095)


def test_the_arm_from_norfolk_points_northeast_over_4449_miles() -> None:
    arm = arm_between(NORFOLK, KALININGRAD)
    assert arm
    assert (arm.miles, arm.kilometres, arm.bearing, arm.compass) == (4449, 7160, 40, "northeast")


def test_the_way_back_points_elsewhere_over_the_same_distance() -> None:
    arm = arm_between(KALININGRAD, NORFOLK)
    assert arm
    assert (arm.miles, arm.compass) == (4449, "west-northwest")


def test_a_place_without_coordinates_has_no_arm() -> None:
    assert arm_between(NORFOLK, at("Somewhere", None, None)) is None


@pytest.mark.parametrize("away", [(36.9, -76.3), (-36.8, 103.7), (0.0, 0.0), (89.9, 10.0), (-90.0, 0.0)])
def test_the_goal_stands_within_the_map_wherever_it_is(away: tuple[float, float]) -> None:
    arm = arm_between(NORFOLK, at("There", *away))
    assert arm
    goal = re.search(r'class="goal" cx="([-\d.]+)" cy="([-\d.]+)"', map_svg(arm))
    assert goal
    x, y = map(float, goal.groups())
    assert (x * x + y * y) ** 0.5 <= RADIUS + 1


def test_the_land_is_whole() -> None:
    assert len(rings()) > 30
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for ring in rings() for lon, lat in ring)
    assert all(ring[0] == ring[-1] for ring in rings())
