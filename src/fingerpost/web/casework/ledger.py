"""Number the records of the register that a briefing stands on, each with its digest, source and history."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Max

from fingerpost.casefile.citation import Citation, Span
from fingerpost.casefile.register import Record, RecordSource, digest_of
from fingerpost.web.accounts.models import User
from fingerpost.web.audit.models import Entry
from fingerpost.web.evidence.models import Source

LEFT_OUT = frozenset({"id", "created", "merged_into", "source", "imported_from", "email", "reminded", "case"})
"""Fields that say nothing of what the record records, or are shown by themselves."""


class Ledger:
    """The records of one briefing. ``numbers``: primary keys of the case's sources to their numbers in it."""

    def __init__(self, sources: Mapping[int, Source], numbers: Mapping[int, int]) -> None:
        self.sources = sources
        self.numbers = numbers
        self.quoted: set[Span] = set()
        self._kept: dict[tuple[str, int], tuple[models.Model, dict[str, str], Source | None]] = {}

    def keep(self, record: models.Model, says: str, **more: str) -> int:
        """Give the number of a record, kept as it stands.

        Args:
            says: what the record says, in one line.
            more: what belongs to it and stands in other tables, as a motion's roll call.
        """
        key = record._meta.label_lower, record.pk
        if key not in self._kept:
            fields = (
                {"says": says} | plain_fields(record) | {name: value for name, value in more.items() if value}
            )
            self._kept[key] = record, fields, _source_of(record)
        return list(self._kept).index(key) + 1

    def quote(self, source: Source | None, *texts: str) -> tuple[Citation, ...]:
        """Give where recorded words stand in a source of the case; empty where the source is none, or differs.

        Whoever recorded them has read them there, so they count as reviewed.
        """
        number = self.numbers.get(source.pk) if source else None
        if source is None or number is None:
            return ()
        spans = (_found(self.sources[source.pk].text, text) for text in texts)
        cited = tuple(
            Citation(number, start, end, text) for span in spans if span for start, end, text in [span]
        )
        self.quoted.update(Span(one.source, one.start, one.end) for one in cited)
        return cited

    def records(self) -> tuple[Record, ...]:
        """Give all that was kept, by number; a query for each kind of record."""
        entries = newest_entries(record for record, _, _ in self._kept.values())
        return tuple(
            self._record(number, *kept, entries.get(key))
            for number, (key, kept) in enumerate(self._kept.items(), 1)
        )

    def _record(
        self,
        number: int,
        record: models.Model,
        fields: dict[str, str],
        source: Source | None,
        entry: tuple[int, datetime] | None,
    ) -> Record:
        kind = str(record._meta.model_name)
        return Record(
            number=number,
            kind=kind,
            id=record.pk,
            fields=fields,
            digest=digest_of(kind, record.pk, fields),
            entry=entry[0] if entry else None,
            entered=entry[1].date().isoformat() if entry else "",
            imported_from=getattr(record, "imported_from", ""),
            source=self._recorded_from(source),
        )

    def _recorded_from(self, source: Source | None) -> RecordSource | None:
        if source is None:
            return None
        return RecordSource(
            title=str(source),
            digest=source.digest,
            published=source.published,
            number=self.numbers.get(source.pk),
        )


def plain_fields(record: models.Model) -> dict[str, str]:
    """Give what a record records as text, by field; what is empty is left out."""
    fields = {}
    for field in record._meta.concrete_fields:
        value = getattr(record, field.name) if field.name not in LEFT_OUT else None
        if value not in (None, ""):
            fields[field.name] = _text(value)
    return fields


def _text(value: Any) -> str:
    if isinstance(value, User):
        return value.name
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, models.Model):
        return f"{value} (#{value.pk})"
    return str(value)


def _source_of(record: models.Model) -> Source | None:
    finding = getattr(record, "finding", None)
    return getattr(record, "source", None) or (finding.source if finding else None)


def _found(text: str, words: str) -> tuple[int, int, str] | None:
    """Give where words stand in a text: exactly, else with other white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(pattern, text) if pattern else None
    return (found.start(), found.end(), found.group()) if found else None


def newest_entries(records: Iterable[models.Model]) -> dict[tuple[str, int], tuple[int, datetime]]:
    """Give the number and time of the newest entry of the history about each record."""
    ids: dict[str, list[str]] = defaultdict(list)
    for record in records:
        ids[record._meta.label_lower].append(str(record.pk))
    newest: dict[int, tuple[str, int]] = {}
    for label, keys in ids.items():
        rows = Entry.objects.filter(subject=label, subject_id__in=keys).order_by()
        for key, number in rows.values_list("subject_id").annotate(Max("number")):
            newest[number] = label, int(key)
    times = dict(Entry.objects.filter(number__in=newest).values_list("number", "at"))
    return {key: (number, times[number]) for number, key in newest.items()}
