"""Find ties, cases, sources, bodies, people and places by name: a fixed number of queries, however many there are."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Model, Q, QuerySet

from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Source
from fingerpost.web.register.models import Body, Person, Place, Side, Tie

SHOWN = 20
"""How many of each kind are shown."""
MOST_WORDS = 6
"""More words than this narrow nothing further."""


class Found(NamedTuple):
    """What was found of one kind; ``more``: there are more than are shown."""

    kind: str
    label: str
    records: list[Model]
    more: bool


def find(words: str) -> list[Found]:
    """Give what bears a name that begins with each of the words, or holds it as the beginning of a word.

    A tie is found by its places' names: "Norfolk Kaliningrad" finds the tie between the two.
    """
    terms = words.replace("\0", " ").split()[:MOST_WORDS]
    if not terms:
        return []
    ties = Tie.objects.filter(merged_into=None).prefetch_related("sides__place").order_by("pk")
    for term in terms:
        places = Place.objects.filter(_named("name", term)).values("pk")
        ties = ties.filter(pk__in=Side.objects.filter(place__in=places).values("tie"))
    named = [
        ("case", "Cases", Case.objects.all(), ("title",)),
        ("source", "Sources", Source.objects.defer("text"), ("title", "name")),
        ("body", "Bodies", Body.objects.filter(merged_into=None), ("name",)),
        ("person", "People", Person.objects.filter(merged_into=None), ("name",)),
        ("place", "Places", Place.objects.filter(merged_into=None), ("name",)),
    ]
    groups = [_found("tie", "Ties", ties)]
    groups += [
        _found(kind, label, _holding(records, fields, terms)) for kind, label, records, fields in named
    ]
    return [group for group in groups if group.records]


def _named(field: str, term: str) -> Q:
    """Match names in which a word begins with a term; hyphens and quotation marks begin words too."""
    match = Q(**{f"{field}__istartswith": term})
    for before in (" ", "-", "(", "“", '"'):
        match |= Q(**{f"{field}__icontains": before + term})
    # first whether the letters are there at all: most names are done with after this one comparison
    return Q(**{f"{field}__icontains": term}) & match


def _holding(records: QuerySet[Model], fields: tuple[str, ...], terms: list[str]) -> QuerySet[Model]:
    for term in terms:
        match = Q()
        for field in fields:
            match |= _named(field, term)
        records = records.filter(match)
    return records


def _found(kind: str, label: str, records: QuerySet[Model]) -> Found:
    first = list(records[: SHOWN + 1])
    return Found(kind, label, first[:SHOWN], len(first) > SHOWN)
