"""Residents ask for mail and write comments; nobody's address is shown, and nobody gets mail unasked."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from fingerpost.web.accounts.models import User
from fingerpost.web.audit.models import Entry
from fingerpost.web.register.keeping import keep
from fingerpost.web.register.models import Exchange, Tie
from fingerpost.web.sample.loading import load_sample
from fingerpost.web.site.alerting import send_news
from fingerpost.web.site.limiting import place_of, too_often
from fingerpost.web.site.models import Comment, Site, Subscription
from fingerpost.web.site.publishing import withhold_tie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register(settings: Any) -> User:
    """The open sample register with comments, on a machine that sends mail; gives its administrator."""
    settings.MAIL_URL = "smtp://mail.example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()
    user = load_sample(date(2026, 11, 23)).user
    Site.objects.update_or_create(pk=1, defaults={"open": True, "comments": True})
    return user


@pytest.fixture
def tie() -> Tie:
    return Tie.objects.filter(merged_into=None).first()


def link(number: int, nth: int = -1) -> str:
    """Give the path of a link in a mail."""
    return re.findall(r"http://testserver(/\S+)", mail.outbox[nth].body)[number]


def subscribed(client: Client, tie: Tie | None = None) -> Subscription:
    """Ask for mail, and say yes."""
    client.post("/alerts" + (f"?tie={tie.pk}" if tie else ""), {"email": "ann@example.org"})
    client.post(link(0))
    return Subscription.objects.get()


def test_nobody_gets_mail_who_has_not_said_yes(client: Client, tie: Tie, register: User) -> None:
    client.post(f"/alerts?tie={tie.pk}", {"email": "ann@example.org"})
    assert [one.to for one in mail.outbox] == [["ann@example.org"]]
    assert str(tie) in mail.outbox[0].subject
    # A program that looks mail through opens every link: that is no yes.
    assert client.get(link(0)).status_code == 200
    keep(by=register, record=Exchange(), changes={"tie": tie, "direction": "in", "title": "Choir"})
    assert send_news(timezone.now() + timedelta(days=1)) == 0


def test_news_comes_once_and_at_most_once_a_day(client: Client, tie: Tie, register: User) -> None:
    subscribed(client, tie)
    assert send_news(timezone.now() + timedelta(days=1)) == 0, "Nothing is new yet."
    keep(by=register, record=Exchange(), changes={"tie": tie, "direction": "in", "title": "The choir came"})
    assert send_news(timezone.now() + timedelta(hours=1)) == 0
    assert send_news(timezone.now() + timedelta(days=1)) == 1
    assert "The choir came" in mail.outbox[-1].body
    assert f"http://testserver/ties/{tie.pk}" in mail.outbox[-1].body
    assert send_news(timezone.now() + timedelta(days=2)) == 0


def test_news_of_another_tie_is_not_sent(client: Client, tie: Tie, register: User) -> None:
    subscribed(client, tie)
    other = Tie.objects.filter(merged_into=None).exclude(pk=tie.pk).first()
    keep(by=register, record=Exchange(), changes={"tie": other, "direction": "in", "title": "Choir"})
    assert send_news(timezone.now() + timedelta(days=1)) == 0


def test_nothing_withheld_is_sent(client: Client, tie: Tie, register: User) -> None:
    subscribed(client, tie)
    keep(by=register, record=Exchange(), changes={"tie": tie, "direction": "in", "title": "Choir"})
    withhold_tie(by=register, tie=tie, withheld=True, why="talks")
    assert send_news(timezone.now() + timedelta(days=1)) == 0


def test_one_post_ends_it_and_the_address_is_forgotten(client: Client, tie: Tie) -> None:
    subscribed(client, tie)
    ending = link(-1)
    header = mail.outbox[-1].extra_headers
    assert ending in header["List-Unsubscribe"]
    assert header["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert client.get(ending).status_code == 200
    assert Subscription.objects.exists(), "Opening the link ends nothing."
    client.post(ending, {"List-Unsubscribe": "One-Click"})
    assert not Subscription.objects.exists()
    assert "ann@example.org" not in str(list(Entry.objects.values()))


def test_the_same_thing_twice_is_one_subscription(client: Client, tie: Tie) -> None:
    subscribed(client, tie)
    client.post(f"/alerts?tie={tie.pk}", {"email": "Ann@example.org"})
    client.post(link(0))
    assert Subscription.objects.count() == 1


def test_nobodys_mailbox_is_filled_by_others(client: Client, tie: Tie) -> None:
    answers = {client.post("/alerts", {"email": "ann@example.org"}).content for _ in range(6)}
    assert len(mail.outbox) == 3
    assert len(answers) == 1, "The page does not tell what happened."


def test_one_place_sends_only_so_much(client: Client) -> None:
    statuses = [client.post("/alerts", {"email": f"a{n}@example.org"}).status_code for n in range(12)]
    assert statuses == [200] * 10 + [429] * 2
    assert client.post("/alerts", {"email": "b@example.org"}, REMOTE_ADDR="10.1.1.1").status_code == 200


def test_whoever_took_part_is_led_back_to_where_they_were(client: Client, tie: Tie) -> None:
    Site.objects.update(comments=True)
    words = {"name": "Ann", "town": "Bangor", "text": "The choir was here."}
    sent = client.post(f"/comments?tie={tie.pk}", words).content.decode()
    asked = client.post(f"/alerts?tie={tie.pk}", {"email": "ann@example.org"}).content.decode()
    assert all(f'<a href="/ties/{tie.pk}">Back to {tie}</a>' in page for page in (sent, asked))
    of_all = client.post("/alerts", {"email": "ann@example.org"}).content.decode()
    assert '<a href="/">Back to the signpost</a>' in of_all


def test_a_request_that_nobody_confirmed_is_forgotten(client: Client) -> None:
    client.post("/alerts", {"email": "ann@example.org"})
    late = link(0)
    Subscription.objects.update(asked=timezone.now() - timedelta(days=8))
    assert client.post(late).status_code == 404
    send_news(timezone.now())
    assert not Subscription.objects.exists()


@pytest.mark.parametrize(
    "email", ["", "no address", "a@example.org\nBcc: b@example.org", "a@example.org, b@example.org"]
)
def test_what_is_no_address_gets_no_mail(client: Client, email: str) -> None:
    assert client.post("/alerts", {"email": email}).status_code == 400
    assert mail.outbox == []


def test_without_a_mail_server_there_are_no_alerts(client: Client, settings: Any, tie: Tie) -> None:
    settings.MAIL_URL = ""
    assert client.get("/alerts").status_code == 404
    assert "/alerts" not in client.get(f"/ties/{tie.pk}").content.decode()


WORDS = {"name": "Ann Able", "town": "Bangor", "email": "ann@example.org", "text": "Keep it, <b>please</b>."}


def test_a_comment_is_shown_once_a_clerk_let_it_through(client: Client, tie: Tie, register: User) -> None:
    assert client.post(f"/comments?tie={tie.pk}", WORDS).status_code == 200
    assert "Ann Able" not in client.get(f"/ties/{tie.pk}").content.decode()
    desk = Client()
    desk.force_login(register)
    assert "ann@example.org" in desk.get("/desk/comments/").content.decode()
    assert "Read 1 comment" in desk.get("/desk/").content.decode()
    desk.post(f"/desk/comments/{Comment.objects.get().pk}/judge", {"do": "show"})
    page = client.get(f"/ties/{tie.pk}").content.decode()
    assert "Ann Able, Bangor" in page
    assert "Keep it, &lt;b&gt;please&lt;/b&gt;." in page
    assert "ann@example.org" not in page
    desk.post(f"/desk/comments/{Comment.objects.get().pk}/judge", {"do": "refuse"})
    assert "Ann Able" not in client.get(f"/ties/{tie.pk}").content.decode()
    assert "Ann Able" not in str(list(Entry.objects.values()))


def test_a_comment_is_erased_on_request(client: Client, tie: Tie, register: User) -> None:
    client.post(f"/comments?tie={tie.pk}", WORDS)
    desk = Client()
    desk.force_login(register)
    pk = Comment.objects.get().pk
    assert desk.post(f"/desk/comments/{pk}/judge", {"do": "erase"}).status_code == 409
    desk.post(f"/desk/comments/{pk}/judge", {"do": "erase", "why": "asked by its writer"})
    assert list(Comment.objects.values_list("name", "town", "email", "text")) == [("Erased", "", "", "")]


def test_comments_are_off_until_they_are_allowed(client: Client, tie: Tie) -> None:
    Site.objects.update(comments=False)
    assert client.post(f"/comments?tie={tie.pk}", WORDS).status_code == 404
    withheld = client.get(f"/ties/{tie.pk}").content.decode()
    assert "/comments" not in withheld
    assert not Comment.objects.exists()


def test_programs_that_fill_in_every_field_write_nothing(client: Client, tie: Tie) -> None:
    answer = client.post(f"/comments?tie={tie.pk}", WORDS | {"website": "https://spam.example"})
    assert answer.status_code == 200
    client.post("/alerts", {"email": "ann@example.org", "website": "x"})
    assert not Comment.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize("query", ["", "?tie=0", "?tie=x", f"?tie={10**30}", "?case=99999", "?tie=%00"])
def test_a_comment_is_about_something_public(client: Client, query: str) -> None:
    assert client.post(f"/comments{query}", WORDS).status_code == 404


@pytest.mark.parametrize(
    "words", [{"text": ""}, {"text": "x" * 2001}, {"name": ""}, {"email": "no"}, {"text": "\0"}]
)
def test_what_cannot_be_shown_is_sent_back(client: Client, tie: Tie, words: dict[str, str]) -> None:
    assert client.post(f"/comments?tie={tie.pk}", WORDS | words).status_code == 400
    assert not Comment.objects.exists()


def test_taking_part_sets_no_cookie(client: Client, tie: Tie) -> None:
    for page in (
        client.get(f"/comments?tie={tie.pk}"),
        client.post(f"/comments?tie={tie.pk}", WORDS),
        client.get("/alerts"),
        client.post("/alerts", {"email": "ann@example.org"}),
    ):
        assert page.status_code == 200
        assert not page.cookies


def test_from_one_place_only_so_many_are_taken() -> None:
    assert [too_often("203.0.113.7", "comment", most=3, seconds=60) for _ in range(5)] == [False] * 3 + [
        True
    ] * 2
    assert not too_often("203.0.113.8", "comment", most=3, seconds=60)


def test_two_at_the_same_moment_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    # Neither of them sees the other's place when it looks.
    monkeypatch.setattr("fingerpost.web.site.limiting.cache.get_many", lambda *_: {}, raising=False)
    assert [too_often("203.0.113.7", "comment", most=2, seconds=60) for _ in range(3)] == [False, False, True]


def test_a_count_lasts_as_long_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    for minutes, refused in ((0, False), (1, True), (20, True), (58, True), (62, False)):
        monkeypatch.setattr(
            "django.core.cache.backends.db.tz_now", lambda at=now + timedelta(minutes=minutes): at
        )
        assert too_often("203.0.113.7", "alert", most=1, seconds=3600) is refused


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", ""),
    ],
)
def test_a_network_is_one_place(rf: Any, address: str, place: str) -> None:
    assert place_of(rf.get("/", REMOTE_ADDR=address)) == place
