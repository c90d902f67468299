"""Every form of the desk, found by walking its pages: what it does not name does not count, and no words break it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve
from tests.web.addresses import world
from tests.web.walking import Form, add_states, every_address, every_form, get

from fingerpost.web.transfer.tables import tables

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "\t//evil.example",
)
ONLY_SHOW = {
    "account", "calendar", "case", "case_calendar", "cases", "class_decision", "class_letters", "comments",
    "follow_ups", "home", "issued", "letter", "original", "people", "record", "records", "register", "report",
    "report_file", "review", "search", "source", "template", "tie", "ties", "to_review",
}  # fmt: skip
"""Pages that answer a POST as they do a GET: they have no form, or one that only asks."""

MARK, NUMBER, DAY = "posted-beside-the-form", 987_654_321, "1901-02-03"

TAKEN = {"why"}
"""What every judgement takes, though no page asks for it yet."""

FILLED = {
    "address": "",
    "as_of": "2022-03-08",
    "body": "#1",
    "email": "new@example.org",
    "here": "Bangor, Maine",
    "into": "#2",
    "kind": "event",
    "licence_url": "https://example.org/",
    "mover": "#1",
    "operative_words": "is suspended",
    "part_of": "",
    "partner_country": "Russia",
    "people": "12",
    "person": "#1",
    "place": "#1",
    "post": "#1",
    "predecessor": "#1",
    "question": "Shall it be kept?",
    "report": "12",
    "result": "suspended",
    "role": "carries",
    "seconder": "",
    "seen": "0",
    "side": "#1",
    "source": "#1",
    "start": "0",
    "successor": "#2",
    "tie": "#1",
    "there": "Tver, Russia",
    "what": "Write a letter",
    "youth": "3",
    **dict.fromkeys(("begins", "date", "deadline", "due", "effective", "ends", "review"), "2022-03-08"),
    **dict.fromkeys(("signed", "since", "tell_by", "until", "vote_due", "published"), "2022-03-08"),
    **dict.fromkeys(("abstained", "absent", "votes_against", "votes_for", "volunteers", "money"), ""),
    **dict.fromkeys(("country", "home_country", "home_admin1", "admin1", "partner_admin1", "home"), ""),
    **dict.fromkeys(("latitude", "longitude", "currency"), ""),
}
"""What somebody might write into an empty field, by its name; otherwise some words."""

NASTY = (
    "x\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>",
    "a\x00b",
    "\u202e\ufeff\u2028",
    "x" * 30_000,
    "9" * 40,
    "9" * 5_000,
    "-1",
    "#" + "9" * 30,
    "٣",
    "NaN",
    "1e999",
    "0000-00-00",
    "9999-99-99",
    "../../../../etc/passwd",
    "' OR 1=1; --",
    "{{ 7|add:7 }}{% debug %}%s%n",
    "tie:٣",
    "tie:" + "9" * 30,
)


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    """An administrator at the desk of a register in which there is one of everything."""
    keeper = world().user
    add_states(keeper)
    client.force_login(keeper)
    return client


def posts(client: Client) -> list[Form]:
    return [form for form in every_form(client) if form.method == "post"]


def send(client: Client, form: Form, fields: dict[str, Any], check: Any = None) -> HttpResponse:
    """Send a form, look at what that did, and take it back."""
    cookies = client.cookies.copy()
    files = {name: SimpleUploadedFile("letter.txt", b"The council met.") for name in form.files}
    client.raise_request_exception = False
    with transaction.atomic():
        answer = client.post(form.action, fields | files)
        found = check() if check else None
        transaction.set_rollback(True)
    client.cookies = cookies  # signing out is taken back too
    answer.found = found
    return answer


def filled(form: Form) -> dict[str, str]:
    """Give the form as somebody might fill it in."""
    return {
        name: value.strip() or FILLED.get(name, "Some words") for name, value in form.fields.items() if name
    }


def test_every_form_is_sent_to_this_server_with_a_token(desk: Client) -> None:
    forms = every_form(desk)
    assert {form.action for form in forms if not re.match(r"/(?!/)|\?|$", form.action)} == set()
    assert [form for form in forms if form.method == "post" and not form.token] == []


def test_every_address_that_takes_words_is_reached_by_a_form(desk: Client) -> None:
    """Where this fails, add a page or a record to ``walking.add_states`` from which the form is reached."""
    reached = {resolve(form.action.partition("?")[0]).url_name for form in posts(desk)}
    desk.raise_request_exception = False
    takes, broken = set(), []
    for path in every_address():
        with transaction.atomic():
            answer = desk.post(path)
            transaction.set_rollback(True)
        if answer.status_code >= 500:
            broken.append(path)
        if answer.status_code not in {404, 405}:
            takes.add(resolve(path).url_name)
    assert broken == []
    assert takes - reached - ONLY_SHOW == {"first_run", "load_sample", "join"}


def columns() -> list[models.Field[Any, Any]]:
    return [field for model in tables() for field in model._meta.concrete_fields]


def beside(form: Form) -> dict[str, Any]:
    """Give a value for every column of the register that the form does not name."""
    extra: dict[str, Any] = {}
    for column in columns():
        for name in {column.name, column.attname} - set(form.fields) - form.files - TAKEN:
            if isinstance(column, models.BooleanField):
                extra.setdefault(name, "on")
            elif isinstance(
                column, models.IntegerField | models.AutoField | models.ForeignKey | models.FloatField
            ):
                extra.setdefault(name, NUMBER)
            elif isinstance(column, models.DateField | models.DateTimeField):
                extra.setdefault(name, DAY)
            else:
                extra.setdefault(name, MARK)
    return extra


def marked() -> list[str]:
    """Give the columns in which something stands that was posted beside a form."""
    found = []
    for model in tables():
        for column in model._meta.concrete_fields:
            rows = model._base_manager
            if isinstance(column, models.BooleanField):
                continue
            if isinstance(
                column, models.IntegerField | models.AutoField | models.ForeignKey | models.FloatField
            ):
                hit = rows.filter(**{column.attname: NUMBER})
            elif isinstance(column, models.DateTimeField):
                hit = rows.filter(**{f"{column.name}__year": 1901})
            elif isinstance(column, models.DateField):
                hit = rows.filter(**{column.name: datetime.date.fromisoformat(DAY)})
            elif isinstance(column, models.BinaryField):
                continue
            else:
                hit = rows.filter(**{f"{column.name}__icontains": MARK})
            if hit.exists():
                found.append(f"{model._meta.label_lower}.{column.name}")
    return found


def flags() -> dict[str, int]:
    """Count the rows in which each flag is set."""
    return {
        f"{column.model._meta.label_lower}.{column.name}": column.model._base_manager.filter(
            **{column.name: True}
        ).count()
        for column in columns()
        if isinstance(column, models.BooleanField)
    }


@pytest.mark.slow
def test_what_a_form_does_not_name_changes_nothing(desk: Client) -> None:
    taken, wrong = 0, {}
    for form in posts(desk):
        plain = send(desk, form, filled(form), check=flags)
        more = send(desk, form, beside(form) | filled(form), check=lambda: (marked(), flags()))
        taken += plain.status_code == 302
        found, set_flags = more.found
        if found or set_flags != plain.found or more.status_code != plain.status_code:
            wrong[form.action] = (found, plain.status_code, more.status_code)
    assert wrong == {}
    assert taken > 50, "Most forms must be taken, or this proves nothing: see FILLED."


@pytest.mark.slow
def test_no_words_in_any_field_break_a_page(desk: Client) -> None:
    wrong = []
    for number, form in enumerate(posts(desk)):
        for fields in tried(form, number):
            answer = send(desk, form, fields)
            if answer.status_code >= 500 or "Set-Cookie" in answer.headers or acts(answer):
                wrong.append((form.action, answer.status_code, {name: v[:40] for name, v in fields.items()}))
    assert wrong == []


def tried(form: Form, number: int) -> Iterator[dict[str, str]]:
    """Yield the form with the same words in all of its fields; and with some in one field, the rest as asked for."""
    for words in NASTY:
        yield dict.fromkeys(form.fields, words)
    for place, name in enumerate(form.fields):
        for turn in range(4):
            yield filled(form) | {name: NASTY[(number + place + turn * 5) % len(NASTY)]}


def acts(answer: HttpResponse) -> bool:
    """Tell whether what was posted came back as markup."""
    return "html" in answer.headers.get("Content-Type", "") and b"<script>alert" in answer.content


@pytest.mark.slow
def test_no_words_in_an_address_break_a_page(desk: Client) -> None:
    names = ("q", "page", "tie", "source", "motion", "as_of", "key", "kind", "next", "state", "of", "country")
    wrong = []
    for number, path in enumerate(every_address()):
        for turn in range(6):
            words = NASTY[(number + turn * 5) % len(NASTY)]
            answer = get(desk, path, data=dict.fromkeys(names, words))
            if answer.status_code >= 500 or "Set-Cookie" in answer.headers or acts(answer):
                wrong.append((path, words[:40], answer.status_code))
    assert wrong == []


@pytest.mark.slow
def test_no_form_leads_to_another_site(desk: Client) -> None:
    names = ("next", "then", "url", "to", "return", "redirect", "continue", "back")
    led = {}
    for number, form in enumerate(posts(desk)):
        onward = ELSEWHERE[number % len(ELSEWHERE)]
        answer = send(desk, form, filled(form) | dict.fromkeys(names, onward))
        again = send(desk, Form(form.page, f"{form.action}?next={onward}", "post"), filled(form))
        for one in (answer, again):
            if "evil" in one.headers.get("Location", ""):
                led[form.action] = one.headers["Location"]
    assert led == {}


def test_every_page_says_what_a_browser_may_do(desk: Client) -> None:
    for path in every_address():
        answer = get(desk, path)
        if answer.status_code == 405:
            continue
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy or "sandbox" in policy, path
        assert "unsafe" not in policy and "data:" not in policy and "*" not in policy, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert "private" in answer.headers["Cache-Control"] or "no-store" in answer.headers["Cache-Control"]
        if "/briefings/" not in path and "html" in answer.headers["Content-Type"]:
            page = answer.content.decode()
            assert not re.search(r"<script(?![^>]*\ssrc=\"/static/)|<style\b|\sstyle=|\son\w+=\"", page), path
            assert not re.search(r"(src|href|action)=\"(https?:)?//(?!www\.geonames)", page) or "rel=" in page
