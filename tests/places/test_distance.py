import pytest

from fingerpost.places import inverse


def test_norfolk_and_kaliningrad_are_over_4400_miles_apart() -> None:
    way = inverse(36.84681, -76.28522, 54.70649, 20.51095)
    assert 4400 < way.miles < 4500
    assert way.point == "north-east"


def test_a_degree_of_longitude_on_the_equator_is_111_km() -> None:
    way = inverse(0, 0, 0, 1)
    assert way.km == pytest.approx(111.3195, abs=1e-4)
    assert way.bearing == pytest.approx(90)


def test_the_bearing_is_never_negative() -> None:
    way = inverse(50, 10, 51, 8.4)
    assert 0 <= way.bearing < 360
    assert way.point == "north-west"


def test_nearly_opposite_points_have_a_distance() -> None:
    assert inverse(0, 0, 0.5, 179.7).km == pytest.approx(19944, rel=1e-3)
