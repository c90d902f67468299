"""The sources: what each is, when it was published, its digest, and what could not be read in it."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.briefing.lookup import Lookup
from fingerpost.briefing.model import Group, Line, Run, Section
from fingerpost.briefing.words import counted
from fingerpost.casefile.model import CaseSource

DATED_BY = {
    "given": "date given by hand",
    "metadata": "date from its metadata",
    "text": "date from its text",
    "inferred": "date inferred",
    "unknown": "",
}


def sources(look: Lookup) -> Section:
    """Give the sources by number, then what was handed in and could not be read."""
    lines = [_line(look, source) for source in look.case.sources]
    lines += [
        Line(lead="Not read", kind="given", runs=(Run(f"{unread.name}: {unread.reason}"),))
        for unread in look.case.unread
    ]
    groups = [Group(lines=tuple(lines))] if lines else []
    return Section(key="sources", title="Sources", groups=(*groups, *_register(look)))


def _register(look: Lookup) -> Iterator[Group]:
    """Say how many records of the register there are, and how many of them have no source."""
    if look.register:
        ledger = look.register.ledger
        bare = sum(record.source is None for record in ledger)
        text = f"{counted(len(ledger), 'record', 'records')} of the register on {look.day(look.register.on)}"
        none = f", {bare} of them without a recorded source" if bare else ""
        runs = (
            Run(text, "strong"),
            Run(f"{none}. Each stands where it is cited, with its entry and digest (SHA-256)."),
        )
        yield Group(lines=(Line(lead="R", kind="scope", runs=runs, records=look.register.records),))


def title_of(source: CaseSource) -> str:
    """Give a source's title: its own, else its headline, else its first words."""
    document = source.document
    if document.title:
        return document.title
    for block in document.blocks:
        if block.kind in {"headline", "paragraph"}:
            words = " ".join(document.text[block.start : block.end].split())
            return words if len(words) <= 90 else words[: words.rfind(" ", 0, 90)] + " …"
    return document.name or "Untitled"


def _line(look: Lookup, source: CaseSource) -> Line:
    return Line(
        lead=str(source.number),
        kind="source",
        runs=(Run(title_of(source), "strong"), Run(" – " + ". ".join(_facts(look, source)) + ".")),
        searched=(source.number,),
    )


def _facts(look: Lookup, source: CaseSource) -> Iterator[str]:
    document, account = source.document, source.account
    yield from (part for part in (document.publisher, document.author) if part)
    if document.published:
        by = DATED_BY[document.published_from]
        yield f"Published {look.day(document.published)}" + (f" ({by})" if by else "")
    else:
        yield "No date of publication"
    if source.copy_of:
        yield f"Repeats source {source.copy_of} ({source.shared:.0%} of its wording); counted once"
    if account.quotes_unattributed:
        yield counted(account.quotes_unattributed, "quote", "quotes") + " without a speaker"
    yield from (warning.rstrip(".") for warning in (*document.warnings, *account.warnings))
    yield f"SHA-256 {document.id.removeprefix('sha256:')[:16]}"
