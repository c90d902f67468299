"""Read a source and keep its reading, findings and passages, all or nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import msgspec
from django.db import DataError, transaction
from django.utils import timezone

from fingerpost.documents import DocumentError
from fingerpost.documents.enclosing import Enclosure
from fingerpost.reading.apart import ReaderDied, TooMuchMemory, TooMuchTime, Unreadable
from fingerpost.reading.given import Found, Given, read_given
from fingerpost.reading.model import Reading as FoundReading
from fingerpost.web.audit.chain import record
from fingerpost.web.evidence.attaching import keep_attachments
from fingerpost.web.evidence.models import Finding, Passage, Reading, Source
from fingerpost.web.evidence.receiving import queue_reading
from fingerpost.web.words.indexing import index

log = logging.getLogger("fingerpost.web")

MAIL = "message/rfc822"

CRASHED = (
    "The reader stopped at something it does not understand. The bytes are kept; the log says more. "
    "Save the source in another format, as text or PDF, and add that."
)
UNKEEPABLE = (
    "It was read, but holds something the database cannot keep. The bytes are kept; the log says more. "
    "Save the source in another format, as text or PDF, and add that."
)
MOST_ATTEMPTS = 3
"""A source whose reading ended the reader, or the whole worker, so often is not tried again by itself."""
AGAIN = timedelta(seconds=15)
"""Wait before a source that ended the reader is tried again: what else took the memory may be over."""
STOPPED = (
    f"Reading it stopped the reader {MOST_ATTEMPTS} times, so it is left alone. The bytes are kept; the log says "
    "more. Save the source in another format, as text or PDF, and add that; or let it be read again."
)

KINDS = {
    "actors": Finding.Kind.ACTOR,
    "places": Finding.Kind.PLACE,
    "ties": Finding.Kind.TIE,
    "quotes": Finding.Kind.QUOTE,
    "positions": Finding.Kind.POSITION,
    "authority": Finding.Kind.AUTHORITY,
    "events": Finding.Kind.EVENT,
    "actions": Finding.Kind.ACTION,
    "claims": Finding.Kind.CLAIM,
}
"""Key of a list in a reading to the kind of finding it holds."""


def read_now(source_id: int, *, read: Callable[[Given], Found] = read_given) -> None:
    """Read a source, unless that was done; a source that cannot be read says why, whatever the reader met.

    Args:
        source_id: the source.
        read: the reader; by default one in this process, which a source can end.

    Raises:
        OperationalError: the database is away. The source waits, and is to be queued again.
    """
    source = _begin(source_id)
    if source is None:
        return
    try:
        found = read(_given(source))
    except (DocumentError, Unreadable, TooMuchMemory, TooMuchTime) as error:
        _fail(source, str(error))
    except ReaderDied as error:
        log.error("Reading source %s ended the reader, attempt %s: %s.", source_id, source.attempts, error)
        _try_again(source)
    except Exception:
        # Any crash of the reader: without this the source would be "being read" for ever.
        log.exception("The reader failed on source %s.", source_id)
        _fail(source, CRASHED)
    else:
        _keep_or_fail(source, found)


def _begin(source_id: int) -> Source | None:
    """Count an attempt at a source before it is made; None where there is none to make.

    Counted first, because whoever reads may end with the source, as may the machine.
    """
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source_id)
        if source.state == Source.State.READ:
            return None
        if source.attempts >= MOST_ATTEMPTS:
            _fail(source, STOPPED)
            return None
        source.state, source.attempts = Source.State.READING, source.attempts + 1
        source.save(update_fields=("state", "attempts"))
    return source


def _given(source: Source) -> Given:
    return Given(
        data=bytes(source.original.data),
        name=source.name,
        published=source.published or None,
        url=source.url or None,
        publisher=source.publisher or None,
    )


def _try_again(source: Source) -> None:
    """Let a source that ended the reader wait behind the others, or give it up."""
    if source.attempts >= MOST_ATTEMPTS:
        _fail(source, STOPPED)
        return
    with transaction.atomic():
        reading = Source.objects.filter(pk=source.pk, state=Source.State.READING)
        if reading.update(state=Source.State.WAITING):
            queue_reading(source, after=AGAIN)


def _keep_or_fail(source: Source, found: Found) -> None:
    try:
        if found.reading is None:
            _keep_attachments_only(source, found)
        else:
            _keep(source, found.reading, found.enclosures)
    except (DataError, ValueError, TypeError):
        log.exception("The reading of source %s could not be kept.", source.pk)
        _fail(source, UNKEEPABLE)


def _fail(source: Source, problem: str) -> None:
    unread = Source.objects.filter(pk=source.pk).exclude(state=Source.State.READ)
    with transaction.atomic():
        if unread.update(state=Source.State.FAILED, problem=problem):
            record(
                by=None, action="fail-to-read", subject=source, payload={"problem": problem}, source=source
            )


def _keep_attachments_only(source: Source, found: Found) -> None:
    """Keep what came with a mail that itself says nothing."""
    with transaction.atomic():
        _fail(source, found.problem)
        keep_attachments(source, found.enclosures)


def _keep(source: Source, found: FoundReading, enclosures: Iterable[Enclosure]) -> None:
    document, account = found.document, found.account
    data: dict[str, Any] = msgspec.to_builtins(found)
    del data["document"]["text"]
    data["document"].pop("attachments", None)
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source.pk)
        if source.state == Source.State.READ:
            return
        source.text = document.text
        source.media_type = document.media_type
        source.title = (document.title or "")[:500]
        source.publisher = (source.publisher or document.publisher or "")[:300]
        source.author = (document.author or "")[:300]
        source.published = source.published or document.published or ""
        if document.media_type == MAIL:
            # Somebody wrote to somebody: not for the public unless a person says so.
            source.shown = Source.Shown.NOTHING
        source.state, source.reader, source.problem = Source.State.READ, account.reader, ""
        source.attempts = 0
        source.save()
        reading = Reading.objects.create(source=source, reader=account.reader, at=timezone.now(), data=data)
        _keep_findings(source, reading, data)
        attachments = keep_attachments(source, enclosures)
        record(
            by=None,
            action="read-source",
            subject=source,
            payload={
                "reader": reading.reader,
                "findings": source.findings.count(),
                "attachments": [attachment.pk for attachment in attachments],
            },
            source=source,
        )


def _keep_findings(source: Source, reading: Reading, data: dict[str, Any]) -> None:
    findings, passages = [], []
    for key, kind in KINDS.items():
        for number, item in enumerate(data[key]):
            spans = passages_of(item)
            finding = Finding(
                source=source,
                reading=reading,
                kind=kind,
                key=item.get("id") or f"{kind}{number}",
                data=item,
                score=item.get("score"),
                start=spans[0]["start"],
                unsettled=is_unsettled(kind, item),
            )
            findings.append(finding)
            passages += [Passage(finding=finding, **span) for span in spans]
    Finding.objects.bulk_create(findings)
    for passage in passages:
        passage.finding_id = passage.finding.pk
    Passage.objects.bulk_create(passages)
    index(Finding, [finding.pk for finding in findings])


def passages_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the passages of a finding in its public form: its own, its mentions, or a quote's own span."""
    if "passages" in item:
        return list(item["passages"])
    if "mentions" in item:
        return list(item["mentions"])
    return [{key: item[key] for key in ("start", "end", "text")}]


def is_unsettled(kind: str, item: dict[str, Any]) -> bool:
    """Tell whether the reader left something about a finding open."""
    if kind == Finding.Kind.QUOTE:
        return item["speaker"] is None
    if kind == Finding.Kind.PLACE:
        return bool(item["status"] != "resolved")
    if kind == Finding.Kind.CLAIM:
        return bool(item["verdict"] == "inconsistent")
    date = item.get("date")
    return bool(date and date["value"] is None)
