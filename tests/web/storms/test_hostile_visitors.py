"""Whatever a visitor sends to the public site: no fault, nothing that acts, no other site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.web.storms.test_every_form import ELSEWHERE, NASTY
from tests.web.storms.uploads import acts

from fingerpost.web.accounts.models import User
from fingerpost.web.api import answering
from fingerpost.web.api.downloads import DOWNLOADS
from fingerpost.web.api.endpoints import reconcile, writing
from fingerpost.web.api.tokens import make_token
from fingerpost.web.casework.models import Case
from fingerpost.web.register.models import Body, Person, Place, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.models import Comment, Site, Subscription
from fingerpost.web.site.views import search

pytestmark = pytest.mark.django_db

PARAMETERS = (
    "q", "as_of", "page", "before", "view", "kind", "paper", "shape", "tie", "case", "after", "limit", "country",
    "source", "predicate", "prefix", "type", "queries", "extend", "callback", "next",
)  # fmt: skip
"""What some page or other reads out of its address, and what programs try."""
HEADERS = (
    "Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Authorization", "Accept", "Cookie",
    "Origin", "Referer", "X-Request-ID", "X-Forwarded-Host", "X-Forwarded-For", "X-Original-URL",
    "Access-Control-Request-Method",
)  # fmt: skip
METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "POST")
PATHS = (
    "/ties/99999999999999999999999999", "/ties/-1", "/ties/1%00", "/ties/1%0d%0aSet-Cookie:%20x=1", "/ties/٣",
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2fsettings.py", "/static/%00", "/de/de/ties/",
    "//evil.example/", "//evil.example/ties", "/de//evil.example/", "/de/%2f%2fevil.example/", "/%5cevil.example/",
    "/https://evil.example/", "/downloads/..%2f..%2fregister.csv", "/downloads/ties.php", "/alerts/%0d%0a/end",
    "/alerts/" + "x" * 3_000, "/feeds/ties/99999999999999999999.atom", "/api/v1/ties/99999999999999999999999",
    "/api/v1/ties/1e9", "/api/reconcile/view/place/99999999999999999999", "/api/reconcile/view/https:/1",
    "/api/reconcile/preview/%3Cscript%3E/1", "/.env", "/.git/config", "/admin/", "/desk", "/ties",
)  # fmt: skip
DEEP = "[" * 50_000 + "]" * 50_000
BODIES = (
    b"", b"{", b"[]", b"null", b"1", b'"x"', DEEP.encode(), b'{"a": NaN}', b"\xff\xfe\x00", b"\x00" * 1_000,
    b'{"text": "\\u0000\\ud800"}', b'{"name": ' + b"9" * 5_000 + b"}", b'{"tie": 1e999, "direction": []}',
    b'{"__proto__": {}, "pk": 1, "id": 1, "by": 1}', json.dumps(dict.fromkeys(PARAMETERS, DEEP[:900])).encode(),
)  # fmt: skip


@pytest.fixture(autouse=True)
def register(settings: Any) -> User:
    """An open site that takes comments and sends mail; gives the administrator."""
    settings.MAIL_URL = "smtp://mail.example.org"
    user = load_sample(date(2026, 11, 23)).user
    Site.objects.update_or_create(pk=1, defaults={"open": True, "comments": True})
    Case.objects.update(published=timezone.now())
    return user


@pytest.fixture
def visitor() -> Client:
    """Somebody who means no good, and to whom a fault is an answer too."""
    return Client(raise_request_exception=False)


def pages() -> Iterator[str]:
    """Yield an address of each kind."""
    yield from (
        "/",
        "/de/",
        "/map/",
        "/map/land.txt",
        "/map/ties.json",
        "/signpost.svg",
        "/signpost.pdf",
        "/ties/",
    )
    yield from (
        "/cases/",
        "/corrections/",
        "/about/",
        "/search",
        "/alerts",
        "/feeds/all.atom",
        "/downloads/ties.csv",
    )
    yield from (
        "/downloads/ties.json",
        "/health",
        "/ready",
        "/api/v1/",
        "/api/v1/openapi.json",
        "/api/v1/ties",
    )
    yield from ("/api/v1/findings", "/api/v1/facts", "/api/reconcile", "/api/reconcile/properties")
    yield from ("/api/reconcile/suggest/entity", "/static/site/site.css")
    tie, case = Tie.objects.order_by("pk")[0].pk, Case.objects.order_by("pk")[0].pk
    yield from (
        f"/ties/{tie}",
        f"/cases/{case}",
        f"/alerts?tie={tie}",
        f"/comments?tie={tie}",
        f"/comments?case={case}",
    )
    yield from (f"/feeds/ties/{tie}.ics", f"/feeds/cases/{case}.atom", f"/api/v1/ties/{tie}")
    for model, path in ((Place, "places"), (Body, "bodies"), (Person, "people")):
        yield f"/{path}/{model.objects.order_by('pk')[0].pk}"
    place = Place.objects.order_by("pk")[0].pk
    yield from (f"/api/reconcile/preview/place/{place}", f"/api/reconcile/view/place/{place}")
    yield from ("/no/such/page", "/api/no/such", "/alerts/no-such-key", "/ties", "/de/ties")


def wrong(answer: HttpResponse) -> str:
    """Say what is wrong with an answer, whatever was asked."""
    faults = []
    if answer.status_code >= 500 and answer.status_code != 503:
        faults.append(f"status {answer.status_code}")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Permissions-Policy"):
        if not answer.headers.get(name):
            faults.append(f"no {name}")
    policy = answer.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        faults.append(policy)
    if "Set-Cookie" in answer.headers or answer.cookies:
        faults.append("a cookie")
    if urlsplit(answer.headers.get("Location", "")).netloc not in {"", "testserver"}:
        faults.append(f"leads to {answer.headers['Location']}")
    if answer.headers.get("Location", "").replace("\\", "/").startswith("//"):
        faults.append(f"leads to {answer.headers['Location']}")
    if "html" in answer.headers.get("Content-Type", "") and acting(answer):
        faults.append("something acts")
    return ", ".join(faults)


def acting(answer: HttpResponse) -> bool:
    """Tell whether what was sent came back as markup."""
    page = answer.content.decode()
    return b"<script>alert" in answer.content or (
        "<script" in page and acts(page.replace("/static/site/", "/static/desk/"))
    )


def found(answers: Iterator[tuple[Any, HttpResponse]]) -> dict[str, str]:
    """Give what is wrong, by what was asked."""
    return {str(asked)[:200]: fault for asked, answer in answers if (fault := wrong(answer))}


def test_every_answer_says_what_a_browser_may_do(visitor: Client) -> None:
    assert found((page, visitor.get(page)) for page in pages()) == {}


def test_no_parameter_breaks_a_page(visitor: Client) -> None:
    def answers() -> Iterator[tuple[Any, HttpResponse]]:
        for number, page in enumerate(pages()):
            for turn, words in enumerate((*NASTY, *ELSEWHERE)):
                if (number + turn) % 3 == 0:
                    yield (page, words), visitor.get(page, dict.fromkeys(PARAMETERS, words))

    assert found(answers()) == {}


def test_no_header_breaks_a_page(visitor: Client) -> None:
    values = (
        "\r\nSet-Cookie: x=1",
        "x" * 8_000,
        "é\x00",
        "*",
        'W/"',
        "bytes=0-,-1,99-1",
        "de;q=9,xx;q=NaN,,;",
        "null",
    )

    def answers() -> Iterator[tuple[Any, HttpResponse]]:
        for number, page in enumerate(pages()):
            value = values[number % len(values)]
            yield (page, value), visitor.get(page, headers=dict.fromkeys(HEADERS, value))

    assert found(answers()) == {}


def test_no_address_leads_out_or_down(visitor: Client) -> None:
    # As a server hands it over; Django's client would take the name of another server for one.
    given = {path: unquote_to_bytes(path).decode("latin-1") for path in PATHS}
    answers = {path: visitor.get("/", PATH_INFO=decoded) for path, decoded in given.items()}
    assert found(iter(answers.items())) == {}
    # Whether there is such a key, the page does not tell.
    assert {path for path, answer in answers.items() if answer.status_code == 200} == {"/alerts/%0d%0a/end"}


def test_no_method_breaks_a_page(visitor: Client) -> None:
    def answers() -> Iterator[tuple[Any, HttpResponse]]:
        for page in pages():
            for method in METHODS:
                yield (method, page), visitor.generic(method, page, b"x=1", "text/plain")

    assert found(answers()) == {}


def test_no_body_breaks_what_takes_one(visitor: Client, register: User) -> None:
    secret = make_token(by=register, name="theirs")[1]
    paths = [path for path in pages() if path.startswith(("/alerts", "/comments", "/api/reconcile"))]
    paths += [
        f"/api/v1/{many}" for many in ("sources", "ties", "exchanges", "decisions", "people", "letters")
    ]
    paths += ["/api/v1/findings/1/judgements"]

    def answers() -> Iterator[tuple[Any, HttpResponse]]:
        for path in paths:
            for body in BODIES:
                for kind in (
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                ):
                    headers = {"authorization": f"Bearer {secret}"}
                    yield (
                        (path, kind, body[:40]),
                        visitor.post(path, body, content_type=kind, headers=headers),
                    )

    assert found(answers()) == {}


def test_no_words_break_a_form(visitor: Client) -> None:
    tie = Tie.objects.order_by("pk")[0].pk
    names = ("name", "town", "email", "text", "website")
    good = {"name": "Ann", "town": "Bangor", "email": "ann@example.org", "text": "Keep it.", "website": ""}

    def answers() -> Iterator[tuple[Any, HttpResponse]]:
        for number, words in enumerate(NASTY):
            for name in names:
                for page in ("/alerts", f"/alerts?tie={tie}", f"/comments?tie={tie}"):
                    sent = visitor.post(page, good | {name: words}, REMOTE_ADDR=f"10.0.{number}.{len(name)}")
                    yield (page, name, words), sent

    assert found(answers()) == {}
    kept = list(Comment.objects.values_list("name", "town", "email", "text"))
    assert kept
    assert not [one for one in kept if "\x00" in "".join(one) or "\n" in "".join(one[:3])]
    assert not [one.email for one in Subscription.objects.all() if "\n" in one.email or "\r" in one.email]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost@evil.example", "a b", "", "[::1", "localhost:x"]
)
def test_a_name_that_is_not_this_servers_is_refused(visitor: Client, host: str) -> None:
    for page in ("/", "/alerts", "/api/v1/", "/api/reconcile", "/ties", "/feeds/all.atom"):
        answer = visitor.get(page, headers={"host": host})
        assert answer.status_code == 400, (page, host)
        assert wrong(answer) == ""
        assert b"evil" not in answer.content


def test_a_name_that_a_visitor_forwards_is_not_believed(visitor: Client) -> None:
    forwarded = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Server": "evil.example",
        "Forwarded": "host=evil.example",
    }
    for page in ("/", "/feeds/all.atom", "/api/v1/", "/api/reconcile", "/ties"):
        answer = visitor.get(page, headers=forwarded)
        assert b"evil.example" not in b"".join(answer)
        assert "evil.example" not in answer.headers.get("Location", "")


def test_searches_from_one_place_are_so_many_a_minute(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_A_MINUTE", 3)
    answers = [visitor.get("/search", {"q": f"word{number}"}) for number in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 3 + [429] * 2
    assert answers[-1].headers["Retry-After"] == "60"
    assert wrong(answers[-1]) == ""
    assert visitor.get("/search", {"q": "word1"}).status_code == 200, "A page that is kept costs nothing."
    assert visitor.get("/search", {"q": "word5"}, REMOTE_ADDR="203.0.113.7").status_code == 200


def test_names_to_match_are_so_many_a_minute(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconcile, "MOST_A_MINUTE", 10)
    queries = {f"q{number}": {"query": "Bangor"} for number in range(5)}
    answers = [visitor.post("/api/reconcile", {"queries": json.dumps(queries)}) for _ in range(3)]
    answers += [visitor.get("/api/reconcile/suggest/entity", {"prefix": "Ban"})]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert answers[-1].json()["problem"]
    assert visitor.get("/api/reconcile").status_code == 200, "What the service is, it always says."


def test_answers_of_the_api_are_made_so_often_a_minute(
    visitor: Client, register: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "MOST_MADE_A_MINUTE", 3)
    days = [f"/api/v1/ties?as_of=2001-01-{day:02}" for day in range(1, 6)]
    answers = [visitor.get(day) for day in days]
    assert [answer.status_code for answer in answers] == [200] * 3 + [429] * 2
    assert answers[-1].headers["Retry-After"] == "60" and answers[-1].json()["problem"]
    assert answers[-1].headers["Access-Control-Allow-Origin"] == "*", "A page of another site may read why."
    assert visitor.get(days[0]).status_code == 200, "An answer that is kept costs nothing."
    unchanged = {"if-none-match": answers[0].headers["ETag"]}
    assert visitor.get(days[0], headers=unchanged).status_code == 304
    assert visitor.get(days[3], REMOTE_ADDR="203.0.113.7").status_code == 200


def test_every_file_can_be_had_at_once_and_not_without_end(visitor: Client, register: User) -> None:
    files = [f"/downloads/{name}.{form}" for name, one in DOWNLOADS.items() for form in one.forms]
    assert {visitor.get(file).status_code for file in files} == {200}
    assert {visitor.get(file).status_code for file in files} == {200, 429}


def test_tokens_that_open_nothing_are_tried_so_often_a_minute(visitor: Client, register: User) -> None:
    secret = make_token(by=register, name="theirs")[1]

    def status(token: str, place: str = "203.0.113.7") -> int:
        headers = {"authorization": f"Bearer {token}"}
        sent = visitor.post("/api/v1/sources", {}, "application/json", headers=headers, REMOTE_ADDR=place)
        return sent.status_code

    assert [status(f"fp_{number}") for number in range(22)] == [401] * 20 + [429] * 2
    assert status(secret) == 429, "From there nothing is taken for the rest of the minute."
    assert status(secret, "203.0.113.8") == 422


def test_an_account_writes_so_much_a_minute(
    visitor: Client, register: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_WRITTEN", 2)
    headers = {"authorization": f"Bearer {make_token(by=register, name='theirs')[1]}"}
    answers = [
        visitor.post(
            "/api/v1/sources", {}, "application/json", headers=headers, REMOTE_ADDR=f"10.0.0.{number}"
        )
        for number in range(4)
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 429, 429]
