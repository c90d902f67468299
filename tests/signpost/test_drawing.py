"""The drawing holds what it must, whatever the names."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from partners import HARD_NAMES, NORFOLK, PARTNERS

from fingerpost.signpost import STANDINGS, Home, Partner, Signpost, Words, signpost, signpost_svg
from fingerpost.signpost.layout import Layout, Shape, layout
from fingerpost.signpost.wording import ENGLISH

SVG = "{http://www.w3.org/2000/svg}"
SHAPES: tuple[Shape, ...] = ("wide", "tall")


def hard_post(count: int = len(HARD_NAMES)) -> Signpost:
    return signpost(
        NORFOLK,
        [
            Partner(
                HARD_NAMES[n % len(HARD_NAMES)] + str(n // len(HARD_NAMES)),
                "Bosnia and Herzegovina",
                (n * 37) % 170 - 85,
                (n * 73) % 360 - 180,
                "1961",
                STANDINGS[n % len(STANDINGS)],
                "2004",
            )
            for n in range(count)
        ],
    )


def parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


def boxes_apart(plan: Layout) -> bool:
    """Tell whether no two arms meet, but for corners of leaning ones behind or before the post."""
    boxes = [one.box for one in (*plan.hung, *plan.fallen)]
    return not any(
        a[0] < b[2] - 9 and b[0] < a[2] - 9 and a[1] < b[3] - 0.1 and b[1] < a[3] - 0.1
        for a, b in combinations(boxes, 2)
    )


def assert_lettering_is_within(plan: Layout) -> None:
    for one in (*plan.hung, *plan.fallen):
        left, right = one.plate.room
        for letter in one.plate.letters:
            box = letter.box
            assert left <= box[0] + 0.1 and box[2] <= right + 0.1, letter
            assert box[1] >= 0 and box[3] <= one.plate.height, letter
        for a, b in combinations((letter.box for letter in one.plate.letters), 2):
            assert a[2] <= b[0] + 0.1 or b[2] <= a[0] + 0.1 or a[3] <= b[1] + 12 or b[3] <= a[1] + 12


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [0, 1, 2, 14, 15, 60])
def test_lettering_stays_within_its_arm_and_no_arm_covers_another(shape: Shape, count: int) -> None:
    plan = layout(hard_post(count), ENGLISH, shape=shape)
    assert_lettering_is_within(plan)
    assert boxes_apart(plan)
    left, top, right, bottom = plan.box
    for one in (*plan.hung, *plan.fallen):
        box = one.box
        assert left < box[0] and top < box[1] and box[2] < right and box[3] < bottom


places = st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.sampled_from(STANDINGS), st.text(max_size=80))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(places, max_size=25), st.sampled_from(SHAPES))
def test_any_names_anywhere_are_drawn(found: list[tuple[float, float, str, str]], shape: Shape) -> None:
    partners = [Partner(name, name[::-1], a, b, "1990s", standing) for a, b, standing, name in found]  # type: ignore[arg-type]
    post = signpost(NORFOLK, partners)
    plan = layout(post, ENGLISH, shape=shape)
    assert_lettering_is_within(plan)
    assert boxes_apart(plan)
    parsed(signpost_svg(post, shape=shape, style="text"))


@pytest.mark.parametrize("style", ["outlines", "text"])
def test_names_are_never_markup(style: str) -> None:
    root = parsed(signpost_svg(hard_post(), style=style))  # type: ignore[arg-type]
    assert {etree.QName(node).localname for node in root.iter(etree.Element)} <= {
        "svg", "title", "desc", "g", "path", "rect", "circle", "text",
    }  # fmt: skip
    assert "alert(1)" in root.findtext(f"{SVG}desc", "")


def test_a_strict_page_policy_allows_it() -> None:
    for drawn in (signpost_svg(hard_post(), within_page=True, style="text"), signpost_svg(hard_post())):
        root = parsed(drawn if "xmlns=" in drawn else drawn.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))
        for node in root.iter(etree.Element):
            assert not any(name == "style" or name.startswith("on") for name in node.attrib)
            assert "//" not in "".join(value for name, value in node.attrib.items() if name != "d")


def test_as_a_file_it_is_told_to_screen_readers() -> None:
    post = signpost(NORFOLK, PARTNERS)
    root = parsed(signpost_svg(post))
    assert root.get("role") == "img"
    told = {node.get("id") for node in root if node.get("id")}
    assert set(root.get("aria-labelledby", "").split()) == told
    described = root.findtext(f"{SVG}desc", "")
    assert (
        "Kaliningrad, Russia: 4,448 miles (7,159 km) north-east, since 1992, suspended 2022, its arm is hooded"
        in described
    )
    assert all(partner.name in described for partner in PARTNERS)


def test_within_a_page_it_is_left_to_the_list() -> None:
    linked = [replace(partner, link=f"/ties/{n}") for n, partner in enumerate(PARTNERS)]
    drawn = signpost_svg(signpost(NORFOLK, linked), within_page=True, style="text")
    assert drawn.startswith('<svg class="signpost sp-wide" aria-hidden="true"')
    assert drawn.count('tabindex="-1"') == drawn.count("<a ") == len(PARTNERS)
    assert "id=" not in drawn


def test_a_hooded_arm_says_its_name_on_its_card_and_in_its_title() -> None:
    drawn = signpost_svg(signpost(NORFOLK, PARTNERS[3:4]), style="text")
    root = parsed(drawn)
    assert {node.text for node in root.iter(f"{SVG}text")} >= {"Kaliningrad", "suspended 2022"}
    assert "7,159 km" not in [node.text for node in root.iter(f"{SVG}text")]
    (hooded,) = root.iterfind(f".//{SVG}g[@class='sp-arm sp-suspended']")
    assert hooded.findtext(f"{SVG}title", "").startswith("Kaliningrad, Russia: 4,448 miles")


@pytest.mark.parametrize("standing", STANDINGS)
def test_each_standing_has_a_look_of_its_own(standing: str) -> None:
    looks = {
        one: signpost_svg(
            signpost(NORFOLK, [replace(PARTNERS[0], standing=one, since="", changed="")]), style="text"
        )
        for one in STANDINGS
    }
    same = {
        one
        for one, look in looks.items()
        if look.replace(one, standing) == looks[standing].replace(one, standing)
    }
    assert same == ({"ended", "historical"} if standing in {"ended", "historical"} else {standing})


def test_letters_that_overpass_lacks_stay_text() -> None:
    root = parsed(signpost_svg(signpost(NORFOLK, [Partner("Калининград", "Россия", 54.7, 20.5)])))
    kept = [node.text for node in root.iter(f"{SVG}text")]
    assert kept == ["Калининград", "Россия"]


def test_it_is_the_same_each_time() -> None:
    made = {
        signpost_svg.__wrapped__(signpost(NORFOLK, order), ENGLISH) for order in (PARTNERS, PARTNERS[::-1])
    }
    assert len(made) == 1


def test_another_language_gives_its_words_and_numbers() -> None:
    german = Words(
        language="de",
        since="seit {year}",
        thousands=".",
        decimal=",",
        points=("Nord",) * 16,
        metric="{km} km ({miles} Meilen) Richtung {point}",
    )
    drawn = signpost_svg(signpost(NORFOLK, PARTNERS[:1], miles_first=False), german, style="text")
    assert ">11.685 km<" in drawn and "seit 1963" in drawn and 'lang="de"' in drawn
    assert "Richtung Nord" in drawn


def test_miles_or_kilometres_are_lettered_larger() -> None:
    def first(miles_first: bool) -> str:
        (one,) = layout(signpost(NORFOLK, PARTNERS[:1], miles_first=miles_first), ENGLISH).hung
        return next(letter.text for letter in one.plate.letters if letter.role == "first")

    assert (first(True), first(False)) == ("7,261 mi", "11,685 km")


def test_short_ways_are_given_to_a_tenth() -> None:
    assert ENGLISH.distances(4.83, miles_first=True) == ("3.0 mi", "4.8 km")


@pytest.mark.parametrize("name", HARD_NAMES)
def test_any_home_is_lettered(name: str) -> None:
    plan = layout(signpost(Home(name, -90, 180), PARTNERS), ENGLISH)
    left, right = plan.board
    assert all(left <= letter.box[0] and letter.box[2] <= right for letter in plan.letters)
    parsed(signpost_svg(plan.post))
