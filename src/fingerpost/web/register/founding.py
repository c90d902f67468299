"""Found a register: its home place and its first administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from fingerpost.web.accounts.models import Membership, Role, User
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError
from fingerpost.web.register.models import Place

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
        place = place_of(home, is_home=True)
        record(
            by=user,
            action="found-register",
            subject=place,
            payload={"home": str(place), "administrator": user.pk},
        )
    return user


def place_of(candidate: Candidate, *, is_home: bool = False) -> Place:
    """Give the place of a gazetteer candidate, made where it is not in the register yet."""
    known = {
        "name": candidate.name,
        "kind": candidate.kind,
        "country": candidate.country or "",
        "admin1": candidate.admin1 or "",
        "latitude": candidate.latitude,
        "longitude": candidate.longitude,
    }
    if candidate.geonames:
        place, _ = Place.objects.get_or_create(geonames=candidate.geonames, defaults=known)
    else:
        place = Place.objects.filter(**known).first() or Place.objects.create(**known)
    if is_home and not place.is_home:
        place.is_home = True
        place.save(update_fields=("is_home",))
    return place
