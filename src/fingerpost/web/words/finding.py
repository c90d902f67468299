"""Find records by the beginnings of words, in order, however many there are.

Whatever is searched for, the index is read in its own order and only as far as records are asked for: a register of
50,000 ties answers as quickly as one of a hundred. Both databases run the same queries on the same table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fingerpost.places import normal
from fingerpost.web.words.folding import terms_in, whole
from fingerpost.web.words.models import Kind, Word

RARE = 200
"""A term that begins fewer words than this is rare: its records are few enough to compare each with the others."""
LAST = "\U0010ffff"
"""Comes after whatever goes on after a beginning."""
BATCH, MOST_AT_ONCE = 128, 1024
"""Rows of the index read at first, and at most, at once."""


def find(kind: Kind, typed: str, *, among: QuerySet[Model] | None = None) -> Iterator[int]:
    """Yield the ids of the records of a kind that have a word for each word typed, whole words first.

    Args:
        typed: the beginnings of words, in any order, case and spelling.
        among: only these records, as those that are published.
    """
    terms = terms_in(typed)
    if terms:
        yield from _matches(kind, _rarest_first(terms, _numbers([kind], terms)[kind]), among)


def among_found(records: QuerySet[Any], kind: Kind, typed: str) -> QuerySet[Any]:
    """Narrow a query to the records that have a word for each word typed, in the query's own order."""
    terms = terms_in(typed)
    if not terms:
        return records.none()
    for term in terms:
        records = records.filter(Exists(Word.objects.filter(begins(term), kind=kind, record=OuterRef("pk"))))
    return records


def find_each(
    kinds: Collection[Kind], typed: str, number: int, *, among: dict[Kind, QuerySet[Model]] | None = None
) -> dict[Kind, list[int]]:
    """Give the first records of each kind that are found, with one query first and one for each kind found."""
    terms = terms_in(typed)
    if not terms:
        return {}
    numbers = _numbers(kinds, terms)
    return {
        kind: list(
            islice(_matches(kind, _rarest_first(terms, numbers[kind]), (among or {}).get(kind)), number)
        )
        for kind in kinds
        if all(numbers[kind])
    }


def find_named(kind: Kind, names: Collection[str]) -> dict[str, list[int]]:
    """Give, by name, the ids of the records of a kind that bear it as a whole, in any case and spelling.

    One query, however many names.
    """
    marks = {name: whole(name) for name in names if normal(name)}
    rows = Word.objects.filter(kind=kind, word__in=set(marks.values())).order_by("rank")
    ids: dict[str, list[int]] = {}
    for mark, record in rows.values_list("word", "record"):
        ids.setdefault(mark, []).append(record)
    return {name: ids[mark] for name, mark in marks.items() if mark in ids}


def begins(term: str) -> Q:
    """Match words that begin with a term."""
    return Q(word__gte=term, word__lt=term + LAST)


def _rarest_first(terms: Sequence[str], numbers: Sequence[int]) -> list[str]:
    return [
        term for _, _, term in sorted((n, -len(term), term) for term, n in zip(terms, numbers, strict=True))
    ]


def _numbers(kinds: Collection[Kind], terms: Sequence[str]) -> dict[Kind, list[int]]:
    """Give how many words of each kind begin with each term, counted up to RARE; one query for all.

    Raw: the query builder has no way to ask for several limited counts at once. In the order of the index, for
    PostgreSQL thinks that each kind has its share of a word; where it finds none it would have read the whole table.
    """
    table = connection.ops.quote_name(Word._meta.db_table)
    some = (
        f"SELECT 1 FROM {table} WHERE kind = %s AND word >= %s AND word < %s "
        f"ORDER BY kind, word, rank LIMIT {RARE}"
    )
    one = f"(SELECT COUNT(*) FROM ({some}) AS limited)"
    asked = [(int(kind), term, term + LAST) for kind in kinds for term in terms]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([one] * len(asked))}", [value for row in asked for value in row])
        counts = iter(cursor.fetchone())
    return {kind: [next(counts) for _ in terms] for kind in kinds}


def _matches(kind: Kind, terms: Sequence[str], among: QuerySet[Model] | None) -> Iterator[int]:
    """Yield records in the order of the first term's words, each once."""
    rows = Word.objects.filter(kind=kind).order_by("kind", "word", "rank", "record")
    for term in terms[1:]:
        rows = rows.filter(Exists(Word.objects.filter(begins(term), kind=kind, record=OuterRef("record"))))
    if among is not None:
        rows = rows.filter(Exists(among.order_by().filter(pk=OuterRef("record"))))
    seen: set[int] = set()
    for record in _read(rows, terms[0]):
        if record not in seen:
            seen.add(record)
            yield record


def _read(rows: QuerySet[Word], term: str) -> Iterator[int]:
    """Yield the record of each row whose word begins with a term, in order, reading more and more at once.

    Reading goes on within the last word, then after it: each of the two is one range of the index. A comparison of
    both columns at once is not, for SQLite.
    """
    columns = rows.values_list("word", "rank", "record")
    size = BATCH
    batch = list(columns.filter(begins(term))[:size])
    while batch:
        yield from (record for _, _, record in batch)
        if len(batch) < size:
            return
        word, rank, _ = batch[-1]
        size = min(size * 4, MOST_AT_ONCE)
        batch = list(columns.filter(word=word, rank__gt=rank)[:size])
        if len(batch) < size:
            batch += columns.filter(word__gt=word, word__lt=term + LAST)[: size - len(batch)]
