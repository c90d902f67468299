"""From degrees to paper."""

from __future__ import annotations

import re
from itertools import pairwise
from math import hypot, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.places import inverse
from fingerpost.world import Azimuthal, EqualEarth, outlines, rings
from fingerpost.world.equal_earth import cut
from fingerpost.world.land import FINE
from fingerpost.world.projection import written
from fingerpost.world.ways import way

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)
NORFOLK = (-76.29, 36.85)


@given(latitudes, longitudes, latitudes, longitudes)
def test_around_a_place_distances_and_directions_are_true(a: float, b: float, c: float, d: float) -> None:
    world, true = Azimuthal(b, a), inverse(a, b, c, d)
    distance, bearing = world.polar(d, c)
    assert distance * 6371.0088 == pytest.approx(true.km, rel=0.006, abs=30)
    if 100 < true.km < 19_000 and abs(a) < 89:
        assert abs((bearing - radians(true.bearing) + pi) % (2 * pi) - pi) < 0.03


@given(latitudes, longitudes, latitudes, longitudes)
def test_every_place_is_on_the_paper(a: float, b: float, c: float, d: float) -> None:
    assert hypot(*Azimuthal(b, a, reach=1.0).point(d, c)) <= 480.01
    world = EqualEarth()
    x, y = world.point(d, c)
    assert abs(x) <= 500.1 and abs(y) <= world.size[1] / 2 + 0.1


def test_equal_earth_keeps_areas_in_proportion() -> None:
    world = EqualEarth()

    def area(south: float) -> float:
        corners = [
            world.point(*at) for at in ((0, south), (1, south), (1, south + 1), (0, south + 1), (0, south))
        ]
        return abs(sum(a * d - c * b for (a, b), (c, d) in pairwise(corners))) / 2

    # A degree square at 60 degrees north is half of one at the equator.
    assert area(59.5) / area(-0.5) == pytest.approx(0.5, rel=0.01)


@given(latitudes, longitudes, latitudes, longitudes)
def test_a_way_never_jumps_across_the_paper(a: float, b: float, c: float, d: float) -> None:
    for world in (EqualEarth(), Azimuthal(*NORFOLK)):
        for piece in world.way(way((b, a), (d, c))):
            assert all(hypot(x - v, y - w) < 500 for (x, y), (v, w) in pairwise(piece))


def test_a_way_over_the_date_line_is_cut_at_both_edges() -> None:
    suva, apia = (178.44, -18.14), (-171.76, -13.83)
    first, second = cut(way(suva, apia))
    assert (first[0], first[-1][0]) == (suva, 180)
    assert (second[0][0], second[-1]) == (-180, apia)
    assert first[-1][1] == second[0][1]


def test_a_way_over_the_pole_and_one_of_no_length_are_lines() -> None:
    for start, end in (((10, 80), (-170, 80)), ((5, 5), (5, 5)), ((0, 90), (120, -90)), ((0, 0), (180, 0))):
        assert EqualEarth().way(way(start, end))


@pytest.mark.parametrize(
    "middle", [NORFOLK, (0, 90), (0, -90), (180, 0), (-180, 45), (178.44, -18.14), (0, 0)]
)
@pytest.mark.parametrize("reach", [0.12, 1.0, pi * 0.98])
def test_land_is_drawn_around_any_place(middle: tuple[float, float], reach: float) -> None:
    data = Azimuthal(*middle, reach=reach, least=1.2).land(rings())
    assert "nan" not in data and (data or reach < 0.2)


def test_steps_do_not_add_up_to_a_drift() -> None:
    points = [(n / 3, -n / 7) for n in range(300)]
    numbers = [float(one) for one in re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", written(points))]
    assert sum(numbers[::2]) == pytest.approx(points[-1][0], abs=0.06)
    assert sum(numbers[1::2]) == pytest.approx(points[-1][1], abs=0.06)


def test_the_finer_land_is_used_where_it_was_built() -> None:
    assert (len(outlines()) > len(rings())) == FINE.exists()
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in outlines() for x, y in ring)
    assert all(ring[0] == ring[-1] for ring in outlines())
