"""The cast of the desk: a contributor, a reviewer, a clerk, an administrator and a stranger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from fingerpost.web.accounts.models import User


@pytest.fixture(autouse=True)
def nothing_of_other_tests() -> None:
    """Public pages are kept while the history does not grow, counts for a minute; each test begins anew."""
    from django.core.cache import caches

    from fingerpost.web.site import kept

    kept.forget()
    caches["counts"].clear()


def _user(name: str, role: str | None) -> User:
    from fingerpost.web.accounts.models import Membership, User

    email = f"{name.lower()}@example.org"
    user = User.objects.create_user(username=email, email=email, password="a long pass phrase", name=name)
    if role:
        Membership.objects.create(user=user, role=role)
    return user


@pytest.fixture
def cora(db: None) -> User:
    """A contributor."""
    return _user("Cora", "contributor")


@pytest.fixture
def rita(db: None) -> User:
    """A reviewer."""
    return _user("Rita", "reviewer")


@pytest.fixture
def ravi(db: None) -> User:
    """Another reviewer."""
    return _user("Ravi", "reviewer")


@pytest.fixture
def clem(db: None) -> User:
    """A clerk."""
    return _user("Clem", "clerk")


@pytest.fixture
def ada(db: None) -> User:
    """An administrator."""
    return _user("Ada", "administrator")


@pytest.fixture
def sol(db: None) -> User:
    """A stranger: signed in, without a role."""
    return _user("Sol", None)


@pytest.fixture
def as_user(client: Client) -> Client:
    """A client to sign in with ``as_user.force_login(rita)``."""
    return client


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """A browser for the tests of a module."""
    from tests.web.browsing import chromium

    with chromium() as started:
        yield started
