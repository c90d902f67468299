"""Each arm hangs at its true side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from partners import NORFOLK, PARTNERS

from fingerpost.signpost import Home, Partner, signpost
from fingerpost.signpost.layout import groups, layout
from fingerpost.signpost.model import Arm
from fingerpost.signpost.wording import ENGLISH

latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)


def arm(home: Home, latitude: float, longitude: float) -> Arm:
    (made,) = signpost(home, [Partner("There", latitude=latitude, longitude=longitude)]).arms
    return made


def test_the_way_is_the_shortest_one_not_that_of_the_flat_map() -> None:
    made = arm(NORFOLK, 33.88, 130.88)
    assert (made.side, round(made.bearing), round(made.km)) == ("left", 337, 11685)


@pytest.mark.parametrize(
    ("latitude", "longitude", "side"),
    [(36.85, -70, "right"), (36.85, -80, "left"), (80, -76.2859, "right"), (-80, -76.2859, "left")],
)
def test_what_lies_east_of_the_meridian_is_on_the_right(latitude: float, longitude: float, side: str) -> None:
    assert arm(NORFOLK, latitude, longitude).side == side


def test_across_the_date_line_the_near_way_is_taken() -> None:
    suva, apia = Home("Suva", -18.14, 178.44), (-13.83, -171.76)
    made = arm(suva, *apia)
    assert (made.side, round(made.km)) == ("right", 1152)


def test_at_the_pole_every_arm_leads_south() -> None:
    pole = Home("North Pole", 90, 0)
    made = [arm(pole, 60, longitude) for longitude in (-120, -30, 30, 120)]
    assert [one.side for one in made] == ["left", "left", "right", "right"]
    assert {round(one.km) for one in made} == {round(made[0].km)}


def test_a_partner_at_the_very_place_hangs_at_no_distance() -> None:
    made = arm(NORFOLK, NORFOLK.latitude, NORFOLK.longitude)
    assert (made.km, made.side) == (0, "right")
    assert ENGLISH.distances(made.km, miles_first=True) == ("0 mi", "0 km")


def test_arms_go_clockwise_from_north() -> None:
    post = signpost(NORFOLK, PARTNERS)
    bearings = [one.bearing for one in post.arms]
    assert bearings == sorted(bearings)


def test_a_partner_whose_position_is_not_known_has_no_arm_and_is_told() -> None:
    post = signpost(NORFOLK, [Partner("Ys", "Brittany", since="1970")])
    assert post.arms == () and post.unplaced
    assert "Ys, Brittany: position not known, so no arm points there, since 1970." in ENGLISH.description(
        post
    )


@given(st.lists(st.tuples(latitudes, longitudes), max_size=30), latitudes, longitudes)
def test_on_each_side_the_nearer_north_hangs_higher(
    places: list[tuple[float, float]], latitude: float, longitude: float
) -> None:
    partners = [Partner(f"P{n}", latitude=a, longitude=b) for n, (a, b) in enumerate(places)]
    post = signpost(Home("Here", latitude, longitude), partners)
    rows = [row for group in groups(post.hung) for row in group]
    assert sorted(one.partner.name for row in rows for one in row) == sorted(p.name for p in partners)
    for side in ("left", "right"):
        angles = [one.from_north for row in rows for one in row if one.side == side]
        assert angles == sorted(angles)


def test_ended_ties_lie_at_the_foot_and_all_others_hang() -> None:
    plan = layout(signpost(NORFOLK, PARTNERS), ENGLISH)
    assert [one.plate.arm.partner.name for one in plan.fallen] == ["Monterrey"]
    assert len(plan.hung) == len(PARTNERS) - 1
    assert all(one.box[1] > plan.bottom for one in plan.fallen)
    assert all(one.box[3] < plan.bottom for one in plan.hung)


def test_arms_that_lead_north_are_behind_the_post() -> None:
    plan = layout(signpost(NORFOLK, PARTNERS), ENGLISH)
    assert {one.plate.arm.partner.name for one in plan.hung if not one.behind} == {"Tema", "Mar del Plata"}
