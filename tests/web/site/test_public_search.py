"""The search finds what is public, by any name and spelling, and nothing else."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.site.conftest import position
from tests.web.site.test_public_pages import shown

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.judging import judge_finding
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Place, Tie
from fingerpost.web.site.publishing import publish_case, show_source, withhold_tie
from fingerpost.web.words.indexing import rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def tie(tie: Tie, clem: User) -> Tie:
    """Norfolk and Kaliningrad, with what Kaliningrad was called."""
    place = Place.objects.get(name="Kaliningrad")
    keep(by=clem, record=place, changes={"other_names": "Königsberg\nКалининград"})
    rebuild()
    return tie


@pytest.mark.parametrize(
    "typed", ["kalin", "KÖNIGSBERG", "koenigsberg", "konigsberg", "калининг", "norf kali"]
)
def test_a_tie_is_found_by_any_name_of_its_places(visitor: Client, tie: Tie, typed: str) -> None:
    assert "Norfolk – Kaliningrad" in shown(visitor, f"/search?q={typed}")
    assert "Norfolk – Kaliningrad" in shown(visitor, f"/ties/?q={typed}")


def test_the_name_that_was_found_is_told(visitor: Client, tie: Tie) -> None:
    assert "also called Königsberg" in shown(visitor, "/search?q=konigsberg")


def test_passages_are_found_once_reviewed(visitor: Client, rita: User, tie: Tie, article: Source) -> None:
    finding = position(article, "The association wants it kept.", "keep", tie=tie)
    rebuild()
    assert "Nothing is found" in shown(visitor, "/search?q=association+wants")
    judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    page = visitor.get("/search?q=associat").content.decode()
    assert f'href="/sources/{article.pk}#p{finding.pk}"' in page
    assert "<mark>association</mark>" in page


def test_what_is_taken_back_is_not_found(
    visitor: Client, clem: User, rita: User, tie: Tie, case: Case, article: Source
) -> None:
    finding = position(article, "The association wants it kept.", "keep", tie=tie)
    judge_finding(by=rita, finding=finding, verdict="accept", seen=0)
    publish_case(by=clem, case=case)
    rebuild()
    assert "Nothing is found" not in shown(visitor, "/search?q=norfolk")
    show_source(by=clem, source=article, shown="nothing", why="private")
    withhold_tie(by=clem, tie=tie, withheld=True, why="talks")
    for typed in ("kaliningrad", "association wants", "tie questioned"):
        assert "Nothing is found" in shown(visitor, f"/search?q={typed}")


def test_hostile_words_find_nothing_and_stay_text(visitor: Client, tie: Tie) -> None:
    for typed in ("<script>alert(1)</script>", "%", "' OR 1=1 --", "\x00", "٣" * 300, "a" * 5000):
        page = visitor.get("/search", {"q": typed})
        assert page.status_code == 200 and "<script>alert" not in page.content.decode()


def test_nothing_asked_is_nothing_found(visitor: Client, tie: Tie) -> None:
    page = shown(visitor, "/search?q=+")
    assert "Nothing is found" not in page and "Norfolk" not in page


def test_quoted_words_that_find_nothing_are_not_quoted_again(visitor: Client, tie: Tie) -> None:
    page = shown(visitor, '/search?q="Minsk"')
    assert "Nothing is found" in page and "“" not in page
