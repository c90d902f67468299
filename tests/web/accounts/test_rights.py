"""Every address, with every role: it opens for those whose role has its right, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern
from tests.web import addresses
from tests.web.addresses import address, patterns

from fingerpost.web.accounts.models import Membership, User
from fingerpost.web.accounts.permissions import READ, RIGHTS, Right
from fingerpost.web.accounts.table import ROLES, rights_page

OPEN = {"first_run", "load_sample", "join"}
"""Addresses for those who have no account yet; each has tests of its own."""


def right_of(pattern: URLPattern) -> Right | None:
    return READ if pattern.name == "home" else getattr(pattern.callback, "right", None)


@pytest.fixture
def world(db: None) -> None:
    """A register in which every address leads somewhere."""
    addresses.world()


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
