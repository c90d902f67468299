"""Reported speech: "X said that ..." and "..., X said"."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.reading.attribution import Attribution
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.model import Quote
from fingerpost.reading.page import Page


def indirect_quotes(page: Page, columns: Columns, attribution: Attribution) -> Iterator[Quote]:
    """Yield what is reported of a speaker without marks, clause by clause, in text order."""
    for start, end, _ in columns.spans:
        for verb in range(start, end):
            if (
                columns.pos[verb] != "VERB"
                or columns.lemma[verb] not in speech.TELL
                or columns.in_marks[verb]
            ):
                continue
            clause = _clause(columns, verb, start, end)
            if clause:
                quote = _quote(page, columns, attribution, verb, *clause)
                if quote:
                    yield quote


def _clause(columns: Columns, verb: int, start: int, end: int) -> tuple[int, int] | None:
    """Give the tokens of the clause that says what was said."""
    for child in page_children(columns, verb):
        if child.dep_ != "ccomp":
            continue
        first, last = child.left_edge.i, child.right_edge.i + 1
        if first <= verb < last:
            last = verb if child.i < verb else last
            first = verb + 1 if child.i > verb else first
        while (first < last and columns.text[first] in ',"“‘ ') or (
            first < last and columns.low[first] == "that"
        ):
            first += 1
        while last > first and (columns.text[last - 1] in ',.;"”’ ' or columns.text[last - 1].isspace()):
            last -= 1
        if last - first < 3 or any(columns.in_marks[first:last]):
            return None
        return first, last
    return None


def page_children(columns: Columns, i: int):  # type: ignore[no-untyped-def]
    """Give the children of a token in the parse."""
    return columns.tokens[i].children


def _quote(
    page: Page, columns: Columns, attribution: Attribution, verb: int, first: int, last: int
) -> Quote | None:
    subject = attribution.speakers.subject(verb)
    if subject is None:
        return None
    speaker = attribution.speakers.who(subject) or attribution.papers.author(subject)
    if speaker is None:
        return None
    passage = page.passage_of(page.doc[first:last])
    return Quote(
        id="",
        speaker=speaker,
        kind="indirect",
        text=passage.text,
        start=passage.start,
        end=passage.end,
        cue=page.passage_of(columns.token(verb)),
        source_span=page.passage_of(columns.token(subject)),
        why="reported",
    )
