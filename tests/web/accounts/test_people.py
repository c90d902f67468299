"""Invitations, roles and accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from fingerpost.web.accounts.models import Invitation, Membership, User
from fingerpost.web.accounts.people import (
    LastAdministrator,
    NoInvitation,
    OtherAccount,
    accept_invitation,
    close_account,
    give_role,
    invite,
    take_role,
)
from fingerpost.web.accounts.permissions import NotAllowed
from fingerpost.web.audit.chain import broken_links
from fingerpost.web.audit.models import Entry
from fingerpost.web.register.models import Body

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

PASSWORD = "a long pass phrase"


@pytest.fixture
def invitation(ada: User) -> Invitation:
    """Ada invited Nina as a clerk."""
    return invite(by=ada, email="nina@example.org", role="clerk", body=None)


def test_somebody_invited_makes_an_account_with_the_role(client: Client, invitation: Invitation) -> None:
    page = client.post(f"/desk/join/{invitation.token}/", {"name": "Nina", "password": PASSWORD}, follow=True)
    assert page.redirect_chain == [("/desk/", 302)]
    assert User.objects.get(email="nina@example.org").memberships.get().role == "clerk"


def test_an_invitation_works_once(invitation: Invitation) -> None:
    accept_invitation(token=invitation.token, user=None, name="Nina", password=PASSWORD)
    with pytest.raises(NoInvitation):
        accept_invitation(token=invitation.token, user=None, name="Nils", password=PASSWORD)


def test_an_invitation_runs_out(client: Client, invitation: Invitation) -> None:
    Invitation.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert client.get(f"/desk/join/{invitation.token}/").status_code == 409


def test_an_invitation_gives_an_account_holder_the_role_too(ada: User, cora: User) -> None:
    made = invite(by=ada, email=cora.email, role="clerk", body=None)
    accept_invitation(token=made.token, user=cora)
    assert set(cora.memberships.values_list("role", flat=True)) == {"contributor", "clerk"}


def test_an_invitation_is_for_its_address_only(invitation: Invitation, sol: User) -> None:
    with pytest.raises(OtherAccount):
        accept_invitation(token=invitation.token, user=sol)


def test_an_invitation_takes_over_no_account(ada: User, cora: User) -> None:
    made = invite(by=ada, email=cora.email, role="clerk", body=None)
    with pytest.raises(OtherAccount):
        accept_invitation(token=made.token, user=None, name="Not Cora", password=PASSWORD)


def test_a_weak_password_is_refused(client: Client, invitation: Invitation) -> None:
    page = client.post(f"/desk/join/{invitation.token}/", {"name": "Nina", "password": "12345678"})
    assert page.status_code == 400
    assert not User.objects.filter(email="nina@example.org").exists()


def test_without_a_mail_server_the_link_is_shown(client: Client, ada: User) -> None:
    client.force_login(ada)
    page = client.post("/desk/people/invite", {"email": "nina@example.org", "role": "clerk"}, follow=True)
    assert f"/desk/join/{Invitation.objects.get().token}/" in page.content.decode()
    assert not mail.outbox


def test_with_a_mail_server_the_link_is_mailed_and_not_shown(
    client: Client, ada: User, settings: SettingsWrapper
) -> None:
    settings.MAIL_URL = "smtp://localhost"
    client.force_login(ada)
    page = client.post("/desk/people/invite", {"email": "nina@example.org", "role": "clerk"}, follow=True)
    token = Invitation.objects.get().token
    assert (mail.outbox[0].to, token in mail.outbox[0].body) == (["nina@example.org"], True)
    assert token not in page.content.decode()


def test_nobody_signs_up_without_an_invitation(client: Client, db: None) -> None:
    words = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    page = client.post("/account/signup/", words)
    assert "By invitation" in page.content.decode()
    assert not User.objects.exists()


def test_the_last_administrator_keeps_the_role(ada: User) -> None:
    with pytest.raises(LastAdministrator):
        take_role(by=ada, membership=ada.memberships.get())
    with pytest.raises(LastAdministrator):
        close_account(by=ada, user=ada)
    assert ada.memberships.count() == 1


def test_who_administers_one_body_gives_no_role_elsewhere(sol: User, cora: User) -> None:
    council, other = (Body.objects.create(name=name) for name in ("Council", "Committee"))
    Membership.objects.create(user=sol, role="administrator", body=council)
    give_role(by=sol, user=cora, role="clerk", body=council)
    for body in (None, other):
        with pytest.raises(NotAllowed):
            give_role(by=sol, user=cora, role="clerk", body=body)


def test_a_closed_account_is_signed_out_at_once(client: Client, ada: User, rita: User) -> None:
    client.force_login(rita)
    close_account(by=ada, user=rita)
    assert client.get("/desk/ties/").status_code == 302


def test_every_change_of_roles_is_in_the_history(ada: User, rita: User) -> None:
    give_role(by=ada, user=rita, role="clerk", body=None)
    take_role(by=ada, membership=rita.memberships.get(role="clerk"))
    assert list(Entry.objects.values_list("action", flat=True)) == ["give-role", "take-role"]
    assert not list(broken_links())


def test_a_password_link_works_once(client: Client, ada: User, rita: User) -> None:
    client.force_login(ada)
    page = client.post(f"/desk/people/{rita.pk}/password").content.decode()
    path = page.partition("testserver")[2].partition("<")[0]
    client.logout()
    form = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": "another pass phrase", "password2": "another pass phrase"})
    assert client.login(email=rita.email, password="another pass phrase") or User.objects.get(
        pk=rita.pk
    ).check_password("another pass phrase")
    client.logout()
    assert "password1" not in client.get(path, follow=True).content.decode()
