"""The map as SVG."""

from __future__ import annotations

from itertools import combinations

from lxml import etree

from fingerpost.world import Azimuthal, EqualEarth
from fingerpost.world.drawing import Line, Rings, map_svg
from fingerpost.world.labels import Label, placed

HOME = (-76.29, 36.85)
NAMES = ("Kaliningrad", "</svg><script>alert(1)</script>", "北九州市", "", "W" * 500)
LINES = [
    Line(str(n), HOME, (n * 40.0 - 100, n * 12.0 - 30), name, f"to {name}", "active", n + 1)
    for n, name in enumerate(NAMES)
]


def drawn(projection: Azimuthal | EqualEarth) -> etree._Element:
    rings = Rings(1609.344, ("1 mi", "2 mi"))
    return etree.fromstring(map_svg(LINES, projection, "M0 0l1 1", home=("Norfolk", HOME), rings=rings))


def test_names_are_never_markup() -> None:
    for projection in (Azimuthal(*HOME), EqualEarth()):
        assert {node.tag for node in drawn(projection).iter(etree.Element)} <= {
            "svg", "path", "circle", "clipPath", "g", "a", "title", "text",
        }  # fmt: skip


def test_a_strict_page_policy_allows_it() -> None:
    for node in drawn(Azimuthal(*HOME)).iter(etree.Element):
        assert not any(name == "style" or name.startswith("on") for name in node.attrib)


def test_each_line_and_its_end_lead_to_the_list() -> None:
    root = drawn(EqualEarth())
    assert root.get("aria-hidden") == "true"
    links = [node.get("href") for node in root.iter("a")]
    assert sorted(links) == sorted(f"#tie-{line.key}" for line in LINES for _ in range(2))
    assert {node.get("tabindex") for node in root.iter("a")} == {"-1"}
    assert {node.get("id") for node in root.iter("path") if node.get("id")} == {f"line-{n}" for n in range(5)}


def test_from_the_middle_every_way_is_straight() -> None:
    ways = [node.get("d") for node in drawn(Azimuthal(*HOME)).iter("path") if node.get("id")]
    assert all(
        str(way).count("l") == 1 and len(str(way).split("l")[1].replace("-", " ").split()) == 2
        for way in ways
    )


def test_names_stand_where_nothing_else_does() -> None:
    labels = [Label(f"Town {n}", (n * 37) % 200 - 100, (n * 53) % 160 - 80, 15, "active") for n in range(40)]
    found = placed(labels, (-150, -100, 150, 100))
    assert 5 < len(found) < 40
    for a, b in combinations((one.box for one in found), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
