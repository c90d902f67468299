"""The map on the public site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from fingerpost.web.accounts.models import User
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Decision, Place, Side, Tie
from fingerpost.web.site import kept, maps
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import withhold_tie
from fingerpost.web.site.views import atlas

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed(tie: Tie) -> Tie:
    """The tie, with its places on the map."""
    Place.objects.filter(name="Norfolk").update(latitude=36.85, longitude=-76.29)
    Place.objects.filter(name="Kaliningrad").update(latitude=54.71, longitude=20.5)
    return tie


def more(count: int) -> None:
    """Add ties of Norfolk with towns in three countries."""
    here = Place.objects.get(name="Norfolk")
    for n in range(count):
        there = Place.objects.create(
            name=f"Town {n}", country=("FR", "JP", "US")[n % 3], latitude=n % 60, longitude=n - 60
        )
        made = Tie.objects.create()
        Side.objects.bulk_create([Side(tie=made, place=here, order=0), Side(tie=made, place=there, order=1)])
        Decision.objects.create(side=made.sides.first(), result="suspended", date="2022")


def page(visitor: Client, address: str = "/map/") -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_map_and_list_lead_to_each_other(visitor: Client, placed: Tie) -> None:
    for address in ("/map/", "/map/?view=world"):
        shown = page(visitor, address)
        for target in (f"line-{placed.pk}", f"tie-{placed.pk}"):
            assert f'id="{target}"' in shown and f'href="#{target}"' in shown
        ids = re.findall(r' id="([^"]+)"', shown)
        assert len(ids) == len(set(ids))


def test_seen_from_home_or_of_the_world(visitor: Client, placed: Tie) -> None:
    assert 'class="map disc"' in page(visitor)
    assert 'class="map world"' in page(visitor, "/map/?view=world")
    Place.objects.update(is_home=False)
    kept.forget()
    assert 'class="map world"' in page(visitor)


def test_lines_show_how_ties_stand_on_the_day(visitor: Client, clem: User, placed: Tie) -> None:
    for result, day in (("established", "1992"), ("suspended", "2022-03-22")):
        keep(
            by=clem,
            record=Decision(),
            changes={"side": placed.sides.get(order=0), "result": result, "date": day},
        )
    assert 'class="way suspended"' in page(visitor)
    assert 'class="way active" id=' in page(visitor, "/map/?as_of=2015-01-01")
    assert f"line-{placed.pk}" not in page(visitor, "/map/?as_of=1980-01-01")
    assert visitor.get("/map/?as_of=soon").status_code == 400


def test_a_withheld_tie_is_on_no_map(visitor: Client, clem: User, placed: Tie) -> None:
    withhold_tie(by=clem, tie=placed, withheld=True, why="talks")
    assert "Kaliningrad" not in page(visitor)
    assert "Kaliningrad" not in page(visitor, "/map/ties.json")


def test_a_tie_without_a_position_is_in_the_list(visitor: Client, tie: Tie) -> None:
    shown = page(visitor)
    assert f'id="tie-{tie.pk}"' in shown and f'id="line-{tie.pk}"' not in shown
    assert "1 tie is not on the map" in shown


def test_names_are_never_markup(visitor: Client, placed: Tie) -> None:
    Place.objects.filter(name="Kaliningrad").update(name="</svg><script>alert(1)</script>")
    assert "<script>" not in page(visitor)


def test_only_this_servers_script_may_run(visitor: Client, placed: Tie) -> None:
    policy = visitor.get("/map/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy and "http" not in policy
    assert "style=" not in page(visitor)


def test_without_the_packages_the_map_is_there_and_asks_for_no_script(
    visitor: Client, placed: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finders, "find", lambda path: None)
    shown = page(visitor)
    assert 'class="map disc"' in shown and "<script" not in shown and "leaflet" not in shown


def test_very_many_ties_are_counted_between_countries(
    visitor: Client, placed: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas, "MOST_LINES", 20)
    more(30)
    shown = page(visitor)
    assert shown.count('class="way many"') == 4
    assert "France – United States" in shown and 'data-ties="/map/ties.json"' in shown
    assert sum(pair.count for pair in maps.pairs()) == 31


def test_every_tie_comes_in_numbers(visitor: Client, placed: Tie) -> None:
    more(3)
    data = visitor.get("/map/ties.json").json()
    assert data["places"][0] == ["Norfolk", -76.29, 36.85]
    held = [data["standings"][tie[3]] for tie in data["ties"]]
    assert held == ["unknown", "suspended", "suspended", "suspended"]


def test_all_ties_and_one_by_one_stand_the_same(visitor: Client, clem: User, placed: Tie) -> None:
    there = Place.objects.create(name="Tver", country="RU", latitude=56.9, longitude=35.9)
    other = add_tie(by=clem, here=Place.objects.get(name="Norfolk"), there=there, kind="sister_city")
    Tie.objects.filter(pk=other.pk).update(merged_into=placed)
    keep(
        by=clem,
        record=Decision(),
        changes={"side": other.sides.get(order=0), "result": "ended", "date": "2020"},
    )
    data = visitor.get("/map/ties.json").json()
    assert [data["standings"][tie[3]] for tie in data["ties"]] == ["ended"]
    assert 'class="way ended"' in page(visitor)


def test_queries_do_not_grow_with_ties(visitor: Client, placed: Tie, django_assert_max_num_queries) -> None:
    more(60)
    for address in ("/map/", "/map/ties.json", "/map/land.txt", "/map/?view=world"):
        with django_assert_max_num_queries(14):
            page(visitor, address)


def test_the_page_stays_light(visitor: Client, placed: Tie) -> None:
    more(40)
    assert len(page(visitor)) < 150_000


def test_a_closed_site_shows_no_map(visitor: Client, placed: Tie) -> None:
    Site.objects.update(open=False)
    assert {visitor.get(f"/map/{more}").status_code for more in ("", "land.txt", "ties.json")} == {404}


def test_the_built_files_are_whole() -> None:
    found = finders.find("site/built/leaflet.js")
    if found is None:
        pytest.skip("tools/front has not built them")
    script = Path(found).read_text("utf-8")
    assert "sourceMappingURL" not in script and "Leaflet 1.9" in script
    assert "url(" not in Path(str(finders.find("site/built/leaflet.css"))).read_text("utf-8").replace(
        "url(#default#VML)", ""
    )
