"""What came attached to a mail: sources of their own, with the bytes they were sent as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.documents.enclosing import Enclosure
from fingerpost.documents.limits import MAIL_DEPTH
from fingerpost.web.evidence.models import Source
from fingerpost.web.evidence.receiving import receive_source


def keep_attachments(mail: Source, enclosures: Iterable[Enclosure]) -> list[Source]:
    """Keep what came attached to a mail, and give it; it follows the mail into its cases.

    What is attached to a mail that itself came in a mail in a mail, and so on, is left in there.
    """
    from fingerpost.web.casework.working import add_source_to_case

    if _depth(mail) >= MAIL_DEPTH:
        return []
    kept = [
        receive_source(by=None, data=enclosure.data, name=enclosure.name, inside=mail)[0]
        for enclosure in enclosures
    ]
    for case in mail.cases.all():
        for source in kept:
            add_source_to_case(by=None, case=case, source=source)
    return kept


def with_attachments(source: Source) -> Iterator[Source]:
    """Yield a source, and whatever came attached to it, to mails attached to it, and so on; each once."""
    seen, waiting = {source.pk}, [source]
    while waiting:
        one = waiting.pop()
        yield one
        inner = Source.objects.filter(came_with__mail=one).exclude(pk__in=seen).defer("text")
        waiting += inner
        seen |= {part.pk for part in inner}


def _depth(mail: Source) -> int:
    """Give in how many mails a mail came, one inside the other, on the shortest way; at most MAIL_DEPTH."""
    around = {mail.pk}
    for depth in range(MAIL_DEPTH):
        parents = [
            set(Source.objects.filter(attachments__source=pk).values_list("pk", flat=True)) for pk in around
        ]
        if not all(parents):
            return depth
        around = set().union(*parents)
    return MAIL_DEPTH
