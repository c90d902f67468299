"""Receive a source: its bytes, once, and a place in the queue for reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import ADD_SOURCE, require
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError
from fingerpost.web.evidence.models import Attachment, Original, Source

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MOST_BYTES = 50_000_000
"""Larger sources are refused: they would be held in memory while they are read."""


class TooLarge(WebError):
    """A source has more bytes than are taken."""


class NotFailed(WebError):
    """A source is to be read again that did not fail."""


class Empty(WebError):
    """A source has no bytes."""


def receive_source(
    *,
    by: User | None,
    data: bytes,
    name: str,
    url: str = "",
    publisher: str = "",
    published: str = "",
    inside: Source | None = None,
) -> tuple[Source, bool]:
    """Keep the bytes of a source and queue it for reading: (the source, whether it is new).

    The same bytes twice are one source; the second time nothing of it changes.

    Args:
        by: who adds it; None for the software itself.
        data: the bytes as they came.
        name: what to call it; a file's name, perhaps with folders.
        url: where it was published.
        publisher: who published it, where the source does not say.
        published: the day it was published, as ISO 8601, perhaps reduced.
        inside: the mail it came attached to. It is not for the public then, as the mail is not.

    Raises:
        NotAllowed: ``by`` may not add sources.
        Empty, TooLarge: there is nothing to keep, or too much.
    """
    require(by, ADD_SOURCE)
    if not data:
        raise Empty(f'"{name}" is empty. Choose a file with something in it.')
    if len(data) > MOST_BYTES:
        raise TooLarge(f'"{name}" has {len(data):,} bytes; at most {MOST_BYTES:,} are taken. Split it.')
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        source, new = Source.objects.get_or_create(
            digest=digest,
            defaults={
                "name": clean_name(name),
                "url": url,
                "publisher": publisher,
                "published": published,
                "received": timezone.now(),
                "received_by": by,
                "shown": Source.Shown.NOTHING if inside else Source.Shown.PASSAGES,
            },
        )
        if new:
            Original.objects.create(source=source, data=data)
            record(
                by=by,
                action="receive-source",
                subject=source,
                payload={"digest": digest, "name": source.name, "url": url, "bytes": len(data)},
                source=source,
            )
            # In the same transaction: a process killed after it leaves no source that nobody reads.
            queue_reading(source)
        if inside is not None:
            Attachment.objects.get_or_create(mail=inside, source=source, defaults={"name": clean_name(name)})
    return source, new


def clean_name(name: str) -> str:
    """Give a name without folders, control characters or more than 300 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip()
    return shown[:300] or "unnamed"


def read_again(*, by: User | None, source: Source) -> None:
    """Let a source that could not be read be tried once more, as after a change to the reader or its limits.

    Raises:
        NotAllowed: ``by`` may not add sources.
        NotFailed: it waits, is being read, or was read.
    """
    require(by, ADD_SOURCE)
    with transaction.atomic():
        source = Source.objects.select_for_update().get(pk=source.pk)
        if source.state != Source.State.FAILED:
            raise NotFailed(f'"{source}" did not fail: it is {source.get_state_display().lower()}.')
        payload = {"problem": source.problem}
        source.state, source.attempts, source.problem = Source.State.WAITING, 0, ""
        source.save(update_fields=("state", "attempts", "problem"))
        record(by=by, action="read-again", subject=source, payload=payload, source=source)
        queue_reading(source)


def queue_reading(source: Source, *, after: timedelta | None = None) -> None:
    """Queue a source for reading, not before some time has gone by."""
    from fingerpost.web.evidence.tasks import read_source

    task = read_source.using(run_after=timezone.now() + after) if after else read_source
    task.enqueue(source.pk)


def queue_forgotten() -> int:
    """Queue every source that waits without being in the queue, as after a crash; give how many.

    Reading a source twice does no harm: the second reading finds the first.
    """
    unread = Source.objects.filter(state__in=(Source.State.WAITING, Source.State.READING)).defer("text")
    queued = set(_queued())
    forgotten = [source for source in unread if source.pk not in queued]
    for source in forgotten:
        queue_reading(source)
    return len(forgotten)


def _queued() -> Iterator[int]:
    """Yield the ids of sources that a worker will still take up."""
    from django_tasks_db.models import DBTaskResult

    from fingerpost.web.evidence.tasks import read_source

    ready = DBTaskResult.objects.ready().filter(task_path=read_source.module_path)
    for given in ready.values_list("args_kwargs", flat=True):
        yield from given["args"]
