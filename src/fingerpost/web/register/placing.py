"""Places out of the gazetteer, with all their names, added to the register where it does not have them yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from fingerpost.places import Candidate
from fingerpost.places.names import names_beside
from fingerpost.web.audit.chain import record
from fingerpost.web.register.models import Place

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


def place_of(candidate: Candidate, *, by: User | None) -> Place:
    """Give the place of a gazetteer candidate, made where it is not in the register yet."""
    if known := _known(candidate):
        return known.current
    with transaction.atomic():
        place = Place.objects.create(
            **_described(candidate),
            geonames=candidate.geonames,
            other_names="\n".join(names_beside(candidate)),
        )
        payload = {
            "after": {"name": place.name, "geonames": place.geonames, "other_names": place.other_names}
        }
        record(by=by, action="add-place", subject=place, payload=payload, why="out of the gazetteer")
    return place


def home_place() -> Place | None:
    """Give the place whose register this is; None where nobody has said so."""
    return Place.objects.filter(is_home=True).order_by("pk").first()


def is_american(home: Place | None) -> bool:
    """Tell whether the home place writes dates month first, and on paper of American size."""
    return home is not None and home.country == "US"


def _known(candidate: Candidate) -> Place | None:
    if candidate.geonames:
        return Place.objects.filter(geonames=candidate.geonames).order_by("pk").first()
    return Place.objects.filter(**_described(candidate)).order_by("pk").first()


def _described(candidate: Candidate) -> dict[str, object]:
    return {
        "name": candidate.name,
        "kind": candidate.kind,
        "country": candidate.country or "",
        "admin1": candidate.admin1 or "",
        "latitude": candidate.latitude,
        "longitude": candidate.longitude,
    }
