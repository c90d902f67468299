"""The signpost of the home place, out of the register: which ties hang on it, in the visitor's words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from fingerpost.signpost import MILES_FIRST, MOST, Home, Partner, Signpost, Words, signpost
from fingerpost.web.errors import WebError
from fingerpost.web.register.models import Place, Tie
from fingerpost.web.register.status import UNKNOWN
from fingerpost.web.site import gate
from fingerpost.web.site.arms import arms
from fingerpost.web.site.countries import country_name
from fingerpost.web.site.words import STATUS

if TYPE_CHECKING:
    from fingerpost.web.site.arms import Arm


class NoPost(WebError):
    """There is nowhere to put a signpost."""


def home_place() -> Place | None:
    """Give the place whose register this is, as far as the public sees it; None: it is nobody's own."""
    return gate.places().filter(is_home=True).order_by("pk").first()


def ties_of(place: Place | None, most: int = MOST) -> list[Tie]:
    """Give the public ties of a place by the name of the other one, and one more than asked for where there are more.

    All ties where no place is given.
    """
    if place is None:
        return list(gate.ties().order_by("pk")[: most + 1])
    here = gate.sides().filter(place=place).values("tie")
    others = gate.sides().filter(tie__in=here).exclude(place=place).select_related("tie")
    return [side.tie for side in others.order_by(Lower("place__name"), "tie")[: most + 1]]


def registered_signpost(on: date) -> tuple[Signpost, Place]:
    """Give the signpost of the register's home as of a day, and its place.

    Raises:
        NoPost: no public tie is the home's, or nobody knows where the home lies.
    """
    place = home_place()
    if place is None:
        raise NoPost("No place of the register is the home of a public tie, so no signpost can be drawn.")
    seen = arms(ties_of(place)[:MOST], on, seen_from=place)
    if on < timezone.localdate():
        # Of a day gone by, a tie of which nothing is known may not have been there yet.
        seen = [arm for arm in seen if arm.status != UNKNOWN]
    post = post_of(place, seen)
    if post is None:
        raise NoPost(
            f"The register does not say where {place.name} lies, so no arm can be given its direction."
        )
    return post, place


def post_of(place: Place | None, seen: Iterable[Arm]) -> Signpost | None:
    """Give the signpost of a place with these ties as arms; None where it cannot be drawn."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    home = Home(place.name, place.latitude, place.longitude)
    return signpost(home, [_partner(arm) for arm in seen], miles_first=place.country in MILES_FIRST)


def _partner(arm: Arm) -> Partner:
    there = arm.there.place
    return Partner(
        name=there.name,
        country=country_name(there.country),
        latitude=there.latitude,
        longitude=there.longitude,
        since=arm.since,
        standing=arm.status,
        changed=arm.here.standing.since,
        link=reverse("site:tie", args=(arm.tie.pk,)),
    )


def words_now() -> Words:
    """Give the words of the visitor's language."""
    return words_in(get_language() or "en")


@cache
def words_in(language: str) -> Words:
    """Give the words of a language. The same object each time, by which drawings are remembered."""
    with override(language):
        return Words(
            language=language,
            title=_("Signpost of {home}"),
            summary=_("{arms} arms, clockwise from north."),
            one=_("One arm."),
            none=_("No arm yet."),
            since=_("since {year}"),
            miles=_("mi"),
            full=_("{miles} miles ({km} km) {point}"),
            metric=_("{km} km ({miles} miles) {point}"),
            no_place=_("position not known, so no arm points there"),
            thousands=get_format("THOUSAND_SEPARATOR"),
            decimal=get_format("DECIMAL_SEPARATOR"),
            points=_points(),
            standings={key: str(word) for key, word in STATUS.items()}
            | {"active": "", "unknown": _("status not known")},
            drawn=_looks(),
        )


def _looks() -> dict[str, str]:
    foot = _("its arm lies at the foot")
    return {
        "proposed": _("its arm is drawn in dashes"),
        "active": "",
        "suspended": _("its arm is hooded"),
        "lapsed": _("its term ran out and its arm hangs loose"),
        "ended": foot,
        "historical": foot,
        "unknown": _("its arm is grey"),
    }


def _points() -> tuple[str, ...]:
    return (
        _("north"),
        _("north-north-east"),
        _("north-east"),
        _("east-north-east"),
        _("east"),
        _("east-south-east"),
        _("south-east"),
        _("south-south-east"),
        _("south"),
        _("south-south-west"),
        _("south-west"),
        _("west-south-west"),
        _("west"),
        _("west-north-west"),
        _("north-west"),
        _("north-north-west"),
    )
