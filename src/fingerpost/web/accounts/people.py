"""Invite people, give and take roles, close accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.models import Invitation, Membership, Role, User
from fingerpost.web.accounts.permissions import ADMINISTER, NotAllowed
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError

if TYPE_CHECKING:
    from fingerpost.web.register.models import Body


class LastAdministrator(WebError):
    """Nobody would be left to give roles."""


class NoInvitation(WebError):
    """The link is no invitation, or not any more."""


class OtherAccount(WebError):
    """The invitation is for somebody else's mail address."""


def may_give(by: User, body: Body | None) -> bool:
    """Tell whether somebody may give roles in a body (None: in the whole register).

    Stricter than ``may``: who administers one body gives no role in another, nor in the whole register.
    """
    held = by.memberships.filter(role=Role.ADMINISTRATOR).values_list("body_id", flat=True)
    return by.is_active and any(own is None or (body is not None and own == body.pk) for own in held)


def _require(by: User, body: Body | None) -> None:
    if not may_give(by, body):
        raise NotAllowed(ADMINISTER)


def invite(*, by: User, email: str, role: str, body: Body | None) -> Invitation:
    """Invite a mail address to a role; open invitations of the same address to it run out."""
    _require(by, body)
    with transaction.atomic():
        same = Invitation.objects.filter(email__iexact=email, role=role, body=body, accepted=None)
        same.update(expires=timezone.now())
        invitation = Invitation(email=email.casefold(), role=role, body=body, invited_by=by)
        invitation.full_clean()
        invitation.save()
        payload = {"email": invitation.email, "role": role, "body": body.pk if body else None}
        record(by=by, action="invite", subject=invitation, payload=payload)
    return invitation


def withdraw_invitation(*, by: User, invitation: Invitation) -> None:
    """Let an invitation run out now."""
    _require(by, invitation.body)
    with transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk, accepted=None).update(expires=timezone.now())
        record(by=by, action="withdraw-invitation", subject=invitation)


def open_invitation(token: str) -> Invitation:
    """Give the invitation of a link.

    Raises:
        NoInvitation: there is none, or it ran out or was taken.
    """
    found = Invitation.objects.filter(token=token, accepted=None, expires__gt=timezone.now()).first()
    if found is None:
        raise NoInvitation("This invitation has run out or was taken already. Ask for a new one.")
    return found


def accept_invitation(*, token: str, user: User | None, name: str = "", password: str = "") -> User:
    """Give the invited role to the one who is signed in, or to a new account.

    Args:
        token: out of the link.
        user: who is signed in; None: make an account of ``name`` and ``password``.

    Raises:
        NoInvitation: it was taken or ran out meanwhile.
        OtherAccount: somebody else is signed in, or the address has an account and nobody is.
        ValidationError: the password is too weak.
    """
    with transaction.atomic():
        found = Invitation.objects.select_for_update().get(pk=open_invitation(token).pk)
        if found.accepted:
            raise NoInvitation("This invitation was taken already. Ask for a new one.")
        if user is None:
            user = _new_user(found.email, name, password)
        elif user.email.casefold() != found.email:
            raise OtherAccount(f"This invitation is for {found.email}. Sign out, then open it again.")
        Membership.objects.get_or_create(user=user, body=found.body, role=found.role)
        found.accepted = timezone.now()
        found.save(update_fields=("accepted",))
        payload = {"user": user.pk, "role": found.role, "body": found.body_id}
        record(by=user, action="accept-invitation", subject=found, payload=payload)
    return user


def _new_user(email: str, name: str, password: str) -> User:
    if User.objects.filter(email__iexact=email).exists():
        raise OtherAccount(f"{email} has an account already. Sign in, then open this invitation again.")
    user = User(username=email, email=email, name=name)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


def give_role(*, by: User, user: User, role: str, body: Body | None) -> None:
    """Give somebody a role."""
    _require(by, body)
    if role not in Role.values:
        raise ValidationError("There is no such role.")
    with transaction.atomic():
        _, new = Membership.objects.get_or_create(user=user, role=role, body=body)
        if new:
            payload = {"role": role, "body": body.pk if body else None}
            record(by=by, action="give-role", subject=user, payload=payload)


def take_role(*, by: User, membership: Membership) -> None:
    """Take a role from somebody.

    Raises:
        LastAdministrator: nobody else could give roles any more.
    """
    _require(by, membership.body)
    with transaction.atomic():
        if membership.role == Role.ADMINISTRATOR and membership.body_id is None:
            _keep_one(apart_from=membership.user)
        payload = {"role": membership.role, "body": membership.body_id}
        record(by=by, action="take-role", subject=membership.user, payload=payload)
        membership.delete()


def _keep_one(*, apart_from: User) -> None:
    held = Membership.objects.select_for_update().filter(
        role=Role.ADMINISTRATOR, body=None, user__is_active=True
    )
    if not any(other.user_id != apart_from.pk for other in held):
        raise LastAdministrator(
            f"{apart_from} is the only administrator of the whole register. Make somebody else one first."
        )


def close_account(*, by: User, user: User, why: str = "") -> None:
    """Let somebody sign in no more; what they did stays under their name."""
    _require(by, None)
    with transaction.atomic():
        _keep_one(apart_from=user)
        User.objects.filter(pk=user.pk).update(is_active=False)
        record(by=by, action="close-account", subject=user, why=why)


def reopen_account(*, by: User, user: User, why: str = "") -> None:
    """Let somebody sign in again, with the roles they had."""
    _require(by, None)
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=True)
        record(by=by, action="reopen-account", subject=user, why=why)


def password_path(*, by: User, user: User) -> str:
    """Give the path of a page where somebody who lost the password can choose a new one, once."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.urls import reverse

    _require(by, None)
    with transaction.atomic():
        record(by=by, action="make-password-link", subject=user)
    given = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=given)
