"""The index: which words a record is found by. Made from the register's records, and made anew from them any time."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from fingerpost.web.words.folding import LONGEST


class Kind(models.IntegerChoices):
    """What kinds of record are found by words. The numbers stand in the index: never give one another meaning."""

    TIE = 1, "Ties"
    CASE = 2, "Cases"
    SOURCE = 3, "Sources"
    FINDING = 4, "Passages"
    BODY = 5, "Bodies"
    PERSON = 6, "People"
    PLACE = 7, "Places"
    LAW = 8, "Laws and policies"


class WordField(models.CharField):
    """A word, ordered by its code points on either database, so that its beginning is a range of an index."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """Give the column's parameters: PostgreSQL orders by a language's rules unless told otherwise."""
        found = super().db_parameters(connection)
        found["collation"] = "C" if connection.vendor == "postgresql" else None
        return found


class Word(models.Model):
    """One word that one record is found by.

    ``rank`` puts the records of one word in order, the lowest first.
    """

    pk = models.CompositePrimaryKey("kind", "word", "rank", "record")
    kind = models.SmallIntegerField(choices=Kind)
    word = WordField(max_length=LONGEST)
    rank = models.BigIntegerField()
    record = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("kind", "record", "word"), name="words_of_record"),)


class Made(models.Model):
    """By which rules the index was made (one row); other rules mean that it has to be made anew."""

    rules = models.CharField(max_length=100)
