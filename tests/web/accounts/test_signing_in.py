"""Sign-in: limits, second factor, and that it tells nothing about who has an account."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.utils import timezone

from fingerpost.web.accounts.models import Invitation, User
from fingerpost.web.accounts.people import invite
from fingerpost.web.errors import WebError
from fingerpost.web.serving import proxy_rules
from fingerpost.web.setup import mail_of

if TYPE_CHECKING:
    from django.http import HttpResponse
    from pytest_django.fixtures import SettingsWrapper

PASSWORD = "a long pass phrase"


@pytest.fixture(autouse=True)
def no_attempts_yet(db: None) -> None:
    """Forget the attempts of other tests."""
    cache.clear()


def sign_in(client: Client, email: str, password: str, **extra: str) -> HttpResponse:
    return client.post("/account/login/", {"login": email, "password": password}, **extra)


def test_the_right_password_signs_in(client: Client, rita: User) -> None:
    assert sign_in(client, rita.email, PASSWORD).status_code == 302
    assert client.get("/desk/ties/").status_code == 200


def test_after_five_wrong_passwords_the_right_one_has_to_wait(client: Client, rita: User) -> None:
    for number in range(5):
        sign_in(client, rita.email, f"wrong {number}", REMOTE_ADDR=f"203.0.113.{number}")
    page = sign_in(client, rita.email, PASSWORD, REMOTE_ADDR="203.0.113.77")
    assert page.status_code == 200
    assert "Too many failed login attempts" in page.content.decode()


def test_one_machine_cannot_try_many_accounts(client: Client, rita: User) -> None:
    for number in range(10):
        sign_in(client, f"somebody{number}@example.org", "wrong")
    assert "Too many failed login attempts" in sign_in(client, rita.email, PASSWORD).content.decode()


def test_a_wrong_password_and_a_wrong_address_give_the_same_page(client: Client, rita: User) -> None:
    def page(email: str) -> str:
        text = sign_in(client, email, "wrong").content.decode().replace(email, "")
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)

    assert page(rita.email) == page("nobody@example.org")


@pytest.mark.parametrize("known", [True, False])
def test_a_wrong_password_takes_as_long_for_any_address(
    client: Client, rita: User, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(given) or encode(*given))
    sign_in(client, rita.email if known else "nobody@example.org", "wrong")
    assert len(hashed) == 1


class Slow(BaseEmailBackend):
    """A mail server that takes its time: until it is told to go on."""

    go_on = threading.Event()
    taken: list[list[str]] = []

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        assert self.go_on.wait(30)
        self.taken.extend(message.to for message in messages)
        return len(messages)


def test_asking_for_a_new_password_tells_nothing(
    client: Client, rita: User, settings: SettingsWrapper
) -> None:
    settings.MAIL_URL, settings.EMAIL_BACKEND = "smtp://localhost", f"{__name__}.Slow"
    pages = [
        client.post("/account/password/reset/", {"email": email}, follow=True).content
        for email in (rita.email, "nobody@example.org")
    ]
    assert pages[0] == pages[1]
    assert Slow.taken == [], "the page waited for the mail server, which tells that there is an account"
    Slow.go_on.set()
    for thread in threading.enumerate():
        if thread.name == "deliver a mail":
            thread.join(30)
    assert Slow.taken == [[rita.email]]


def test_a_link_to_join_tells_nothing_about_who_was_invited(client: Client, ada: User, rita: User) -> None:
    taken = invite(by=ada, email=rita.email, role="clerk", body=None)
    Invitation.objects.filter(pk=taken.pk).update(accepted=timezone.now())
    gone = invite(by=ada, email="nina@example.org", role="clerk", body=None)
    Invitation.objects.filter(pk=gone.pk).update(expires=timezone.now())
    pages = [client.get(f"/desk/join/{token}/") for token in (taken.token, gone.token, "x" * 43)]
    assert {page.status_code for page in pages} == {409}
    assert len({page.content for page in pages}) == 1


def test_without_a_mail_server_the_reset_page_says_whom_to_ask(client: Client) -> None:
    assert "Ask an administrator" in client.get("/account/password/reset/").content.decode()


def test_the_second_factor_is_asked_for(client: Client, rita: User) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(rita, generate_totp_secret())
    assert sign_in(client, rita.email, PASSWORD).headers["Location"] == "/account/2fa/authenticate/"
    assert client.get("/desk/ties/").status_code == 302


@pytest.mark.parametrize(
    "path", ["login/", "signup/", "password/reset/", "password/reset/done/", "inactive/"]
)
def test_pages_before_sign_in_are_of_the_desk_and_run_no_inline_script(client: Client, path: str) -> None:
    page = client.get(f"/account/{path}").content.decode()
    assert "desk/desk.css" in page
    assert not re.search(r"<script(?![^>]*src)|<style| style=|\son\w+=", page)


@pytest.mark.parametrize("path", ["2fa/", "2fa/totp/activate/", "password/change/", "reauthenticate/"])
def test_pages_of_ones_account_are_of_the_desk_and_run_no_inline_script(
    client: Client, rita: User, path: str
) -> None:
    sign_in(client, rita.email, PASSWORD)
    page = client.get(f"/account/{path}", follow=True).content.decode()
    assert "desk/desk.css" in page
    assert not re.search(r"<script(?![^>]*src)|<style| style=|\son\w+=", page)


def test_sign_in_leads_nowhere_else(client: Client, rita: User) -> None:
    words = {"login": rita.email, "password": PASSWORD, "next": "https://evil.example/"}
    assert client.post("/account/login/", words).headers["Location"] == "/desk/"


def test_a_mail_server_is_understood() -> None:
    found = mail_of("smtp://desk:p%40ss@mail.example.org?from=desk@example.org")
    assert (found.host, found.port, found.user, found.password) == ("mail.example.org", 587, "desk", "p@ss")
    assert (found.starttls, found.sender) == (True, "desk@example.org")


def test_what_is_no_mail_server_is_said() -> None:
    with pytest.raises(WebError, match="names no mail server"):
        mail_of("mail.example.org")


def test_what_a_proxy_says_is_believed_only_behind_one() -> None:
    assert "trusted_proxy" not in proxy_rules(False)
    assert proxy_rules(True)["trusted_proxy_headers"] == {"x-forwarded-for", "x-forwarded-proto"}
