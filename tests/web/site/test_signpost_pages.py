"""The signpost on the public site."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from django.test import Client
from django.utils import translation
from lxml import etree
from pypdf import PdfReader

from fingerpost.web.accounts.models import User
from fingerpost.web.register.keeping import add_tie, keep
from fingerpost.web.register.models import Decision, Place, Side, Tie
from fingerpost.web.site import kept
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import withhold_tie
from fingerpost.web.site.signposts import words_in
from fingerpost.web.site.views import signpost

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def placed(tie: Tie) -> Tie:
    """The tie, with its places on the map."""
    Place.objects.filter(name="Norfolk").update(latitude=36.85, longitude=-76.29)
    Place.objects.filter(name="Kaliningrad").update(latitude=54.71, longitude=20.5)
    return tie


def decide(by: User, tie: Tie, result: str, day: str) -> None:
    keep(by=by, record=Decision(), changes={"side": tie.sides.get(order=0), "result": result, "date": day})


def described(visitor: Client, address: str = "/signpost.svg") -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200, answer.content
    return str(etree.fromstring(answer.content).findtext(f"{SVG}desc"))


def test_the_drawing_shows_how_ties_stand(visitor: Client, clem: User, placed: Tie) -> None:
    decide(clem, placed, "established", "1992-06-01")
    decide(clem, placed, "suspended", "2022-03-22")
    said = described(visitor)
    assert "Kaliningrad, Russia: 4,449 miles (7,159 km) north-east, since 1992, suspended 2022" in said
    assert "hooded" in said
    assert "suspended" not in described(visitor, "/signpost.svg?as_of=2015-01-01")


def test_of_a_day_before_the_tie_there_is_no_arm(visitor: Client, clem: User, placed: Tie) -> None:
    decide(clem, placed, "established", "1992-06-01")
    assert described(visitor, "/signpost.svg?as_of=1980-01-01") == "No arm yet."


def test_a_withheld_tie_has_no_arm(visitor: Client, clem: User, placed: Tie) -> None:
    there = Place.objects.create(name="Wilhelmshaven", country="DE", latitude=53.5, longitude=8.1)
    add_tie(by=clem, here=Place.objects.get(name="Norfolk"), there=there, kind="sister_city")
    assert "Kaliningrad" in described(visitor)
    withhold_tie(by=clem, tie=placed, withheld=True, why="talks")
    assert "Kaliningrad" not in described(visitor)
    assert "Wilhelmshaven" in described(visitor)


def test_names_in_the_drawing_are_never_markup(visitor: Client, placed: Tie) -> None:
    Place.objects.filter(name="Kaliningrad").update(name='<script>"x"</script>')
    for address in ("/signpost.svg", "/"):
        assert b"<script>" not in visitor.get(address).content


def test_the_home_page_has_the_drawing_and_the_same_as_a_list(visitor: Client, placed: Tie) -> None:
    page = visitor.get("/").content.decode()
    assert page.count('aria-hidden="true" focusable="false"') == 2
    assert f'<li><a href="/ties/{placed.pk}">Kaliningrad</a>' in page
    assert "style=" not in page


def test_without_positions_the_home_page_is_a_list(visitor: Client, tie: Tie) -> None:
    page = visitor.get("/")
    assert page.status_code == 200
    assert b"Kaliningrad" in page.content and b"<figure" not in page.content
    assert visitor.get("/signpost.svg").status_code == 404


def test_without_ties_there_is_no_drawing(visitor: Client, site: Site) -> None:
    assert visitor.get("/signpost.svg").status_code == 404
    assert visitor.get("/signpost.pdf").status_code == 404


def test_a_closed_site_shows_no_signpost(visitor: Client, placed: Tie) -> None:
    Site.objects.update(open=False)
    assert visitor.get("/signpost.svg").status_code == 404
    assert visitor.get("/signpost.pdf").status_code == 404


def test_what_is_no_day_is_said_plainly(visitor: Client, placed: Tie) -> None:
    answer = visitor.get("/signpost.svg?as_of=yesterday")
    assert (answer.status_code, b"2022-03-08" in answer.content) == (400, True)


def test_a_sign_maker_gets_sheets(visitor: Client, placed: Tie) -> None:
    pytest.importorskip("weasyprint")
    answer = visitor.get("/signpost.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert len(PdfReader(BytesIO(answer.content)).pages) == 2


def test_where_pdf_cannot_be_made_it_says_what_to_install(
    visitor: Client, placed: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    answer = visitor.get("/signpost.pdf")
    assert (answer.status_code, b"fingerpost[pdf]" in answer.content) == (501, True)


def test_one_visitor_at_a_time_is_printed_for(
    visitor: Client, placed: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signpost, "WAIT_SECONDS", 0.01)
    with signpost._printing:
        answer = visitor.get("/signpost.pdf")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")


def test_drawings_ask_a_fixed_number_of_queries(
    visitor: Client, clem: User, placed: Tie, django_assert_max_num_queries
) -> None:
    home = Place.objects.get(name="Norfolk")
    for n in range(30):
        there = Place.objects.create(name=f"Town {n}", country="FR", latitude=n, longitude=n)
        decide(clem, add_tie(by=clem, here=home, there=there, kind="sister_city"), "established", "1990")
    with django_assert_max_num_queries(12):
        assert "31 arms" in described(visitor)


def test_with_more_ties_than_a_post_carries_the_page_leads_to_all(visitor: Client, placed: Tie) -> None:
    assert b"All ties" not in visitor.get("/").content
    home = Place.objects.get(name="Norfolk")
    for n in range(61):
        there = Place.objects.create(name=f"Town {n}", country="FR", latitude=n, longitude=n)
        made = Tie.objects.create()
        Side.objects.bulk_create(
            Side(tie=made, place=place, order=o) for o, place in enumerate((home, there))
        )
    kept.forget()
    page = visitor.get("/").content.decode()
    assert page.count("<li>") == page.count('class="sp-arm sp-unknown"') == 60
    assert "All ties" in page
    assert len(page) < 100_000  # With style sheets and lettering, the page stays under 150 kB.


def test_each_language_keeps_its_words() -> None:
    assert words_in("en") is words_in("en")
    with translation.override("de"):
        assert words_in("en").title == "Signpost of {home}"
    assert words_in("de").thousands == "."
