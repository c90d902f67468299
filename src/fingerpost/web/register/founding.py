"""Found a register: its home place and its first administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from fingerpost.web.accounts.models import Membership, Role, User
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError
from fingerpost.web.register.placing import place_of

if TYPE_CHECKING:
    from fingerpost.places import Candidate


class AlreadyFounded(WebError):
    """The register has its first account."""


def is_founded() -> bool:
    """Tell whether somebody can sign in."""
    return User.objects.exists()


def found_register(*, home: Candidate, name: str, email: str, password: str) -> User:
    """Make the home place and the first administrator, once.

    Raises:
        AlreadyFounded: somebody was quicker.
    """
    with transaction.atomic():
        if User.objects.select_for_update().exists():
            raise AlreadyFounded("This register has an administrator already. Ask for an invitation.")
        user = User.objects.create_user(
            username=email.casefold(), email=email.casefold(), password=password, name=name
        )
        Membership.objects.create(user=user, role=Role.ADMINISTRATOR)
        place = place_of(home, by=user)
        place.is_home = True
        place.save(update_fields=("is_home",))
        record(
            by=user,
            action="found-register",
            subject=place,
            payload={"home": str(place), "administrator": user.pk},
        )
    return user
