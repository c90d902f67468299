"""A paragraph that was wrapped is parsed as one that was not."""

from __future__ import annotations

from fingerpost.documents import open_document
from fingerpost.reading.parse import parse_all

WRAPPED = (
    "The Norfolk City Council voted seven to two on Tuesday night to\n"
    "suspend the sister city agreement with Kaliningrad, which was\n"
    "signed in 1992, until the armed forces of the Russian Federation\n"
    "have left Ukraine and its people can go home.\n\n"
    "Mayor Kenny Alexander voted yes."
)


def test_line_ends_within_a_paragraph_are_no_tokens() -> None:
    document = open_document(WRAPPED.encode())
    doc = next(parse_all([document]))
    words = [token.text for token in doc if not token.is_space]
    flat = next(
        parse_all(
            [open_document(WRAPPED.replace("\n\n", "|").replace("\n", " ").replace("|", "\n\n").encode())]
        )
    )
    assert words == [token.text for token in flat if not token.is_space]
    assert sum(token.is_space for token in doc) == 1


def test_offsets_are_those_of_the_document() -> None:
    document = open_document(WRAPPED.encode())
    doc = next(parse_all([document]))
    assert len(doc.text) == len(document.text)
    assert all(document.text[token.idx :].startswith(token.text) for token in doc)
