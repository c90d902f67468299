"""A form field for a place out of the gazetteer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from fingerpost.places import Candidate, Gazetteer
from fingerpost.places.search import UnknownPlaceError, dominates, search
from fingerpost.web.numbers import number_in

SHOWN = 6


class PlaceField(forms.CharField):
    """A place by its name and where it is ("Norfolk, Virginia"); by GeoNames number where that is not enough."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Candidate | None:
        """Give the place; it is for an action to add it to the register.

        Raises:
            ValidationError: no place or several are called so; the message lists them.
        """
        words = str(super().clean(value) or "").strip()
        if not words:
            return None
        name, _, number = words.partition("#")
        try:
            found = [one.place for one in search(Gazetteer.open(), name.strip())]
        except UnknownPlaceError as error:
            raise ValidationError(str(error)) from error
        if wanted := number_in(number):
            found = [place for place in found if place.geonames == wanted]
        if len(found) > 1 and not dominates(found):
            offered = "; ".join(f"{p.name}, {p.admin1 or p.country} #{p.geonames}" for p in found[:SHOWN])
            raise ValidationError(f'"{words}" is the name of several places. Write one of these: {offered}')
        if not found:
            raise ValidationError(f'No place called "{words}" has that number.')
        return found[0]
