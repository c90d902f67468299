"""What a visitor is shown: pages of an open site, the same to everybody, without a cookie."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client
from tests.web.site.conftest import position
from tests.web.suspension import CONDITION, WORDS, suspend

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.keeping import keep, merge
from fingerpost.web.register.models import Body, Decision, Person, Place, Post, Tenure, Tie
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import arrange_site, publish_case, show_source, withhold_tie
from fingerpost.web.site.views import failing

pytestmark = pytest.mark.django_db


def shown(visitor: Client, address: str, **more: str) -> str:
    """Give a page without its marks."""
    page = visitor.get(address, headers=more)
    assert page.status_code == 200, (address, page.status_code)
    return plain(page.content.decode())


def plain(page: str) -> str:
    text = re.sub(r"<[^>]+>", " ", page.partition("<main")[2])
    text = re.sub(r"\s+([.,:;])", r"\1", re.sub(r"\s+", " ", text))
    return text.replace("&#x27;", "'").replace("&quot;", '"')


def test_a_closed_site_leads_to_the_desk(visitor: Client) -> None:
    assert visitor.get("/").headers["Location"] == "/desk/"


@pytest.mark.parametrize("address", ["/ties/", "/ties/1", "/sources/1", "/de/ties/"])
def test_a_closed_site_shows_no_page(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_the_arms_of_the_signpost_are_on_the_home_page(visitor: Client, tie: Tie) -> None:
    page = shown(visitor, "/")
    assert "The ties of Norfolk" in page
    assert "Kaliningrad not known" in page


def test_an_empty_register_says_so(visitor: Client, site: Site) -> None:
    assert "No tie is in the register yet." in shown(visitor, "/")
    assert "No tie is in the register yet." in shown(visitor, "/ties/")


def test_a_suspended_tie_says_until_when_and_in_which_words(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    suspend(clem, case)
    page = shown(visitor, f"/ties/{tie.pk}")
    assert "suspended since March 8, 2022" in page
    assert "Resolution 22-104" in page and WORDS in page and CONDITION in page
    assert "To be looked at again on March 8, 2023." in page


def test_a_tie_is_shown_as_it_stood_on_a_day(visitor: Client, clem: User, tie: Tie, case: Case) -> None:
    suspend(clem, case)
    side = tie.sides.get(order=0)
    keep(by=clem, record=Decision(), changes={"side": side, "result": "established", "date": "1992-05"})
    page = shown(visitor, f"/ties/{tie.pk}?as_of=2021-12-31")
    assert "active since May 1992" in page
    assert "what came later is left out" in page and "suspended" not in page


def test_of_a_day_gone_by_nothing_is_told_that_was_not_so_yet(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    publish_case(by=clem, case=case)
    body = Body.objects.create(name="Tie Committee", kind="committee")
    chair = Post.objects.create(body=body, tie=tie, title="Chair")
    Tenure.objects.create(post=chair, person=Person.objects.create(name="Ann"), since="2015", until="2020-03")
    today = shown(visitor, f"/ties/{tie.pk}")
    assert "Being decided now" in today and "vacant: Chair" in today
    before = shown(visitor, f"/ties/{tie.pk}?as_of=2010-01-01")
    assert "Being decided now" not in before and "vacant" not in before and case.title not in before
    assert "Ann, since 2015" in shown(visitor, f"/ties/{tie.pk}?as_of=2018-01-01")
    assert "vacant: Chair" in shown(visitor, f"/ties/{tie.pk}?as_of=2021-01-01")


def test_a_day_that_is_none_is_said_to_be_none(visitor: Client, tie: Tie) -> None:
    page = visitor.get(f"/ties/{tie.pk}?as_of=2022-02-30")
    assert page.status_code == 400
    assert "“2022-02-30” is no day." in page.content.decode()


def test_a_withheld_tie_is_nowhere(visitor: Client, clem: User, tie: Tie) -> None:
    withhold_tie(by=clem, tie=tie, withheld=True, why="talks")
    assert visitor.get(f"/ties/{tie.pk}").status_code == 404
    assert "Kaliningrad" not in visitor.get("/").content.decode()
    assert "Kaliningrad" not in visitor.get("/ties/").content.decode()


def test_a_merged_tie_leads_to_the_one_that_stands_for_it(visitor: Client, clem: User, tie: Tie) -> None:
    other = Tie.objects.create()
    merge(by=clem, record=other, into=tie)
    page = visitor.get(f"/ties/{other.pk}")
    assert (page.status_code, page.headers["Location"]) == (301, f"/ties/{tie.pk}")


def test_positions_are_shown_once_reviewed(visitor: Client, rita: User, tie: Tie, article: Source) -> None:
    open_one = position(article, "The association wants it kept.", "keep", tie=tie)
    judged = position(article, "Mayor Kenny Alexander called on the council to end the tie.", "end", tie=tie)
    judge_finding(by=rita, finding=judged, verdict="accept", seen=0)
    page = shown(visitor, f"/ties/{tie.pk}")
    assert "End it" in page and "called on the council to end the tie" in page
    assert "wants it kept" not in page
    judge_finding(by=rita, finding=open_one, verdict="accept", seen=0)
    assert "wants it kept" in shown(visitor, f"/ties/{tie.pk}")


def test_a_source_shows_only_its_reviewed_passages(
    visitor: Client, rita: User, tie: Tie, article: Source
) -> None:
    judged = position(article, "The association wants it kept.", "keep", tie=tie)
    judge_finding(by=rita, finding=judged, verdict="accept", seen=0)
    page = visitor.get(f"/sources/{article.pk}").content.decode()
    assert f'id="p{judged.pk}"' in page and "The association wants it kept." in page
    assert "nobody has reviewed" not in page and "Kenny Alexander" not in page


def test_a_source_that_may_be_republished_is_shown_whole(
    visitor: Client, rita: User, clem: User, tie: Tie, article: Source
) -> None:
    judged = position(article, "The association wants it kept.", "keep", tie=tie)
    judge_finding(by=rita, finding=judged, verdict="accept", seen=0)
    show_source(by=clem, source=article, shown="whole")
    page = visitor.get(f"/sources/{article.pk}").content.decode()
    assert "<mark>The association wants it kept.</mark>" in page and "Kenny Alexander" in page
    show_source(by=clem, source=article, shown="nothing")
    assert visitor.get(f"/sources/{article.pk}").status_code == 404


def test_the_question_is_on_the_home_page_once_published(
    visitor: Client, clem: User, tie: Tie, case: Case
) -> None:
    assert "Shall the tie go on?" not in shown(visitor, "/")
    publish_case(by=clem, case=case)
    assert "Shall the tie go on?" in shown(visitor, "/")


def test_the_list_of_ties_is_narrowed_by_place_and_kind(visitor: Client, tie: Tie) -> None:
    assert "Norfolk – Kaliningrad" in shown(visitor, "/ties/?q=kalin")
    assert "No tie fits." in shown(visitor, "/ties/?q=bexley")
    assert "No tie fits." in shown(visitor, "/ties/?kind=twin_town")


def test_what_is_not_known_is_said(visitor: Client, tie: Tie) -> None:
    page = shown(visitor, f"/ties/{tie.pk}").partition("What is not known")[2]
    assert "When the tie began." in page
    assert "How Kaliningrad sees the tie: no decision of its own is recorded." in page


def test_a_page_asks_the_browser_to_keep_no_cookie(visitor: Client, tie: Tie) -> None:
    page = visitor.get(f"/ties/{tie.pk}")
    assert not visitor.cookies
    assert page.headers["Vary"] == "Accept-Language"
    assert page.headers["Cache-Control"] == "public, no-cache"


def test_whoever_is_signed_in_sees_what_everybody_sees(client: Client, ada: User, tie: Tie) -> None:
    passing = client.get(f"/ties/{tie.pk}")
    client.force_login(ada)
    page = client.get(f"/ties/{tie.pk}")
    assert page.content == passing.content
    assert "Cookie" not in page.headers["Vary"] and not page.cookies


def test_a_page_may_load_nothing_from_elsewhere_and_run_nothing(visitor: Client, tie: Tie) -> None:
    policy = visitor.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe-inline" not in policy
    page = visitor.get(f"/ties/{tie.pk}").content.decode()
    assert "<script" not in page and "style=" not in page and "<style" not in page


def test_a_browser_that_has_the_page_is_told_to_keep_it(visitor: Client, clem: User, tie: Tie) -> None:
    first = visitor.get(f"/ties/{tie.pk}")
    again = visitor.get(f"/ties/{tie.pk}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    keep(by=clem, record=tie, changes={"label": "Our sisters"})
    changed = visitor.get(f"/ties/{tie.pk}", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200 and "Our sisters" in changed.content.decode()


def test_what_is_added_to_an_address_makes_no_new_page(visitor: Client, tie: Tie) -> None:
    assert visitor.get("/").headers["ETag"] == visitor.get("/?utm_source=x&page=2").headers["ETag"]
    assert visitor.get("/ties/?q=a").headers["ETag"] != visitor.get("/ties/").headers["ETag"]


def test_the_site_is_closed_at_once(visitor: Client, ada: User, tie: Tie) -> None:
    assert visitor.get(f"/ties/{tie.pk}").status_code == 200
    arrange_site(by=ada, changes={"open": False})
    assert visitor.get(f"/ties/{tie.pk}").status_code == 404


def test_a_page_that_is_not_there_is_the_public_sites(visitor: Client, site: Site) -> None:
    page = visitor.get("/nowhere")
    assert page.status_code == 404 and "This arm points nowhere" in page.content.decode()
    assert "Back to the start" in visitor.get("/desk/nowhere").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "٣", "1" * 5000])
def test_a_page_of_the_list_that_is_not_there_is_not_found(visitor: Client, tie: Tie, page: str) -> None:
    assert visitor.get(f"/ties/?page={page}").status_code == 404


def test_names_are_shown_as_text(visitor: Client, clem: User, tie: Tie) -> None:
    keep(by=clem, record=Place.objects.get(name="Kaliningrad"), changes={"name": "<script>alert(1)</script>"})
    page = visitor.get("/").content.decode()
    assert "&lt;script&gt;" in page and "<script" not in page


def test_no_public_module_asks_a_model_itself(root: Path) -> None:
    """Everything public starts from the gate; only it, and what the desk does for the site, ask models."""
    folder = root / "src" / "fingerpost" / "web" / "site"
    asking = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"\b_?(objects|default_manager|base_manager)\b", path.read_text("utf-8"))
    }
    migrations = {name for name in asking if name.startswith("migrations/")}
    own = {"alerting.py", "commenting.py"}  # what visitors sent, which is no part of the register
    assert asking - migrations == {"gate.py", "publishing.py", "models.py", "edition.py"} | own


def test_an_address_of_no_page_has_the_way_to_the_others(visitor: Client, tie: Tie) -> None:
    page = visitor.get("/nowhere")
    assert page.status_code == 404
    assert "City of Norfolk" in page.content.decode() and 'href="/ties/"' in page.content.decode()
    assert 'rel="canonical"' not in page.content.decode()


def test_an_address_of_no_page_is_said_without_a_database(
    visitor: Client, tie: Tie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(failing, "current_edition", away)
    page = visitor.get("/nowhere")
    assert page.status_code == 404 and "points nowhere" in page.content.decode()
