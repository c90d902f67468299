"""Every address, with every role: it opens for those whose role has its right, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import models, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver

from fingerpost.web.accounts.models import Invitation, Membership, User
from fingerpost.web.accounts.people import invite
from fingerpost.web.accounts.permissions import READ, RIGHTS, Right
from fingerpost.web.accounts.table import ROLES, rights_page
from fingerpost.web.api.models import Token
from fingerpost.web.api.tokens import make_token
from fingerpost.web.casework.models import Case, FollowUp, Motion
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.reading import read_now
from fingerpost.web.register.models import Body, Decision, Person, Tie
from fingerpost.web.sample.loading import load_sample

OPEN = {"first_run", "load_sample", "join"}
"""Addresses for those who have no account yet; each has tests of its own."""

NUMBERED: tuple[tuple[str, type[models.Model]], ...] = (
    ("cases/", Case),
    ("decisions/", Decision),
    ("findings/", Finding),
    ("me/tokens/", Token),
    ("follow-ups/", FollowUp),
    ("people/invitations/", Invitation),
    ("people/roles/", Membership),
    ("people/", User),
    ("register/person/", Person),
    ("register/", Body),
    ("review/", Source),
    ("sources/", Source),
    ("ties/", Tie),
)
"""How an address begins to what its number counts."""


def patterns() -> Iterator[URLPattern]:
    """Yield every address of the desk; sign-in and passwords are allauth's."""
    for area in get_resolver("fingerpost.web.desk.urls").url_patterns:
        yield from area.url_patterns


def right_of(pattern: URLPattern) -> Right | None:
    return READ if pattern.name == "home" else getattr(pattern.callback, "right", None)


def address(pattern: URLPattern) -> str:
    """Give an address in which every number is that of something in the register."""
    route = str(pattern.pattern)
    given: dict[str, Any] = {
        "<str:kind>": "body",
        "<int:year>": 2021,
        "<str:form>": "html",
        "<str:to>": "partner",
    }
    if "<int:pk>" in route:
        model = next(model for start, model in NUMBERED if route.startswith(start))
        given["<int:pk>"] = model._default_manager.order_by("pk").values_list("pk", flat=True)[0]
    if "<int:number>" in route:
        given["<int:number>"] = Motion.objects.get().pk
    for hole, value in given.items():
        route = route.replace(hole, str(value))
    assert "<" not in route, f"Say in NUMBERED what {route} counts."
    return "/desk/" + route


@pytest.fixture
def world(db: None) -> None:
    """A register in which every address leads somewhere."""
    keeper = load_sample(date(2026, 11, 23))
    make_token(by=keeper.user, name="a program")
    invite(by=keeper.user, email="nina@example.org", role="clerk", body=None)
    read_now(Source.objects.get(name="vote-on-tver.txt").pk)


def answer(client: Client, method: str, path: str) -> HttpResponse:
    """Ask, and take back whatever that changed."""
    with transaction.atomic():
        page = getattr(client, method)(path)
        transaction.set_rollback(True)
    return page


def is_sign_in(page: HttpResponse) -> bool:
    return page.status_code == 302 and page.headers["Location"].startswith("/account/login/")


def wrong(client: Client, *, role: str | None) -> Iterator[str]:
    """Yield each address that opens for the wrong people, or not for the right ones."""
    for pattern in patterns():
        right = right_of(pattern)
        if right is None:
            continue
        allowed = role in right.roles
        path = address(pattern)
        for method in ("get", "post"):
            page = answer(client, method, path)
            if page.status_code == 405 and page.headers["Allow"] == "POST":
                continue
            refused = page.status_code == 403 or is_sign_in(page)
            if refused == allowed or page.status_code >= 500:
                yield f"{method} {path}: {page.status_code}"


def test_every_view_of_the_desk_carries_a_right() -> None:
    bare = {pattern.name for pattern in patterns() if right_of(pattern) is None}
    assert bare == OPEN


def test_there_is_something_for_every_right() -> None:
    """MERGE and the like are asked for by some page; READ by most."""
    asked = {right.name for pattern in patterns() if (right := right_of(pattern))}
    assert asked >= {right.name for right in RIGHTS} - {"add-source"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_what_its_rights_say(client: Client, world: None, role: str) -> None:
    user = User.objects.create_user(username=role, email=f"{role}@example.org", password="x", name=role)
    Membership.objects.create(user=user, role=role)
    client.force_login(user)
    assert list(wrong(client, role=role)) == []


def test_a_stranger_opens_nothing(client: Client, world: None, sol: User) -> None:
    client.force_login(sol)
    assert list(wrong(client, role=None)) == []


def test_whoever_is_signed_out_is_asked_to_sign_in(client: Client, world: None) -> None:
    assert list(wrong(client, role=None)) == []


def test_the_reference_is_the_table(root: Path) -> None:
    written = (root / "docs" / "reference" / "rights.md").read_text("utf-8")
    assert written == rights_page(), "Run tools/document-rights."
