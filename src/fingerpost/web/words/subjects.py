"""What each kind of record is found by: names, titles and passages, read for many records with a few queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from django.db.models import Model

from fingerpost.web.casework.models import Case
from fingerpost.web.evidence.models import Finding, Judgement, Passage, Source
from fingerpost.web.register.merged import all_merged, current_ids
from fingerpost.web.register.models import Body, Law, Person, Place, Record, Side, Tie
from fingerpost.web.words.models import Kind

OWN, OTHER = 0, 1
"""What a record is called itself stands before what it is also found by."""

Told = tuple[int, str, int]
"""Id of a record, a text it is found by, and OWN or OTHER."""


class Subject(NamedTuple):
    """A kind of record; ``told`` yields what the records with these ids are found by; merged ones tell nothing."""

    kind: Kind
    model: type[Model]
    told: Callable[[Collection[int]], Iterator[Told]]
    named: bool = True
    """Whether the texts are names, so that somebody may give one of them whole."""
    newest_first: bool = False


def _places(ids: Collection[int]) -> Iterator[Told]:
    into = _standing(Place, ids)
    for pk, name, others in Place.objects.filter(pk__in=into).values_list("pk", "name", "other_names"):
        yield into[pk], name, OWN if pk == into[pk] else OTHER
        for other in others.splitlines():
            yield into[pk], other, OTHER


def _bodies(ids: Collection[int]) -> Iterator[Told]:
    return _named(Body, ids)


def _people(ids: Collection[int]) -> Iterator[Told]:
    return _named(Person, ids)


def _named(model: type[Record], ids: Collection[int]) -> Iterator[Told]:
    into = _standing(model, ids)
    for pk, name in model._base_manager.filter(pk__in=into).values_list("pk", "name"):
        yield into[pk], name, OWN if pk == into[pk] else OTHER


def _ties(ids: Collection[int]) -> Iterator[Told]:
    """Yield the labels of ties and the names of their places: "Norfolk Kaliningrad" finds the tie between the two."""
    into = _standing(Tie, ids)
    for pk, label in Tie.objects.filter(pk__in=into).values_list("pk", "label"):
        yield into[pk], label, OWN
    sides = list(Side.objects.filter(tie__in=into).values_list("tie", "place"))
    place_of = current_ids(Place, {place for _, place in sides})
    names: dict[int, list[tuple[str, int]]] = {}
    for place, text, tier in _places(set(place_of.values())):
        names.setdefault(place, []).append((text, tier))
    for tie, place in sides:
        for text, tier in names[place_of[place]]:
            yield into[tie], text, tier


def _laws(ids: Collection[int]) -> Iterator[Told]:
    for pk, title, words in Law.objects.filter(pk__in=ids).values_list("pk", "title", "words"):
        yield pk, title, OWN
        yield pk, words, OTHER


def _cases(ids: Collection[int]) -> Iterator[Told]:
    for pk, title, question in Case.objects.filter(pk__in=ids).values_list("pk", "title", "question"):
        yield pk, title, OWN
        yield pk, question, OTHER


def _sources(ids: Collection[int]) -> Iterator[Told]:
    fields = ("pk", "title", "name", "publisher", "author")
    for pk, title, name, publisher, author in Source.objects.filter(pk__in=ids).values_list(*fields):
        yield pk, title, OWN
        yield pk, name, OWN
        yield pk, publisher, OTHER
        yield pk, author, OTHER


def _findings(ids: Collection[int]) -> Iterator[Told]:
    """Yield the passages of findings; an actor or place is found by its name, not by each "he" or "the city"."""
    named = (Finding.Kind.ACTOR, Finding.Kind.PLACE)
    of = Finding.objects.filter(pk__in=ids)
    for pk, name, note in of.values_list("pk", "data__name", "data__note"):
        yield pk, f"{name or ''} {note or ''}", OWN
    corrected = Judgement.objects.filter(finding__in=ids).exclude(data=None)
    for pk, name in corrected.values_list("finding", "data__name"):
        yield pk, str(name or ""), OWN
    passages = Passage.objects.filter(finding__in=of.exclude(kind__in=named))
    for pk, text in passages.order_by().values_list("finding", "text"):
        yield pk, text, OWN


def _standing(model: type[Record], ids: Collection[int]) -> dict[int, int]:
    """Give ``all_merged`` for those of the records that stand by themselves."""
    alone = model._base_manager.filter(pk__in=ids, merged_into=None).values_list("pk", flat=True)
    return all_merged(model, alone)


SUBJECTS: Sequence[Subject] = (
    Subject(Kind.PLACE, Place, _places),
    Subject(Kind.BODY, Body, _bodies),
    Subject(Kind.PERSON, Person, _people),
    Subject(Kind.TIE, Tie, _ties, named=False),
    Subject(Kind.LAW, Law, _laws, named=False),
    Subject(Kind.CASE, Case, _cases, named=False, newest_first=True),
    Subject(Kind.SOURCE, Source, _sources, newest_first=True),
    Subject(Kind.FINDING, Finding, _findings, named=False, newest_first=True),
)
BY_MODEL = {subject.model: subject for subject in SUBJECTS}
