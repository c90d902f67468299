"""A register with an open site, for the tests of what visitors see."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.web.suspension import norfolk_tie, open_norfolk_case, source

from fingerpost.web.accounts.models import User
from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding, Passage, Source
from fingerpost.web.register.models import Tie
from fingerpost.web.site.models import Site
from fingerpost.web.site.publishing import arrange_site

TEXT = (
    "Mayor Kenny Alexander called on the council to end the tie.\n"
    "A resident wrote a letter that nobody has reviewed.\n"
    "The association wants it kept."
)


@pytest.fixture
def visitor() -> Client:
    """Somebody passing by."""
    return Client()


@pytest.fixture
def site(ada: User) -> Site:
    """The public site, opened."""
    return arrange_site(by=ada, changes={"open": True, "name": "City of Norfolk", "licence": "CC BY 4.0"})


@pytest.fixture
def tie(clem: User, site: Site) -> Tie:
    """Norfolk and Kaliningrad, on an open site."""
    return norfolk_tie(clem)


@pytest.fixture
def case(clem: User, tie: Tie) -> Case:
    """The question about them, which is not published yet."""
    return open_norfolk_case(clem, tie)


@pytest.fixture
def article(db: None) -> Source:
    """A source of three sentences."""
    return source(TEXT, title="The tie is questioned", publisher="The Sampler", published="2022-03-01")


def position(article: Source, words: str, stance: str, *, state: str = "open", **about: object) -> Finding:
    """Make a position out of a sentence of the article."""
    start = article.text.index(words)
    data = {"actor": "a1", "stance": stance, "force": "wants", "date": {"value": "2022-02-28"}}
    finding = Finding.objects.create(
        source=article, kind="position", key=f"p{start}", data=data, start=start, state=state, **about
    )
    Passage.objects.create(finding=finding, start=start, end=start + len(words), text=words)
    return finding


TODAY = date(2026, 11, 23)
