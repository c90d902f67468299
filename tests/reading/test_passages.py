"""A passage is a whole sentence with the marks that belong to it, and no others."""

from __future__ import annotations

import pytest

from fingerpost.documents import open_document
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all

SPOKEN = 'She would support a suspension "until the last soldier has gone home." The mayor did not answer.'


def page_of(text: str) -> Page:
    document = open_document(text.encode())
    return Page(document, next(parse_all([document])))


@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_a_passage_keeps_the_mark_that_closes_its_quotation(marks: str) -> None:
    text = SPOKEN.replace('"', marks[0], 1).replace('"', marks[1], 1)
    first = text.index(" The mayor")
    page = page_of(text)
    for end in (first - 1, first):  # a parser may count the mark to the next sentence
        span = page.doc.char_span(0, end, alignment_mode="contract")
        assert span is not None
        assert page.passage_of(span).text == text[:first]


def test_a_passage_does_not_begin_with_the_mark_of_the_sentence_before() -> None:
    page = page_of(SPOKEN)
    span = page.doc.char_span(SPOKEN.index('" The'), len(SPOKEN))
    assert span is not None
    assert page.passage_of(span).text == "The mayor did not answer."


def test_a_passage_takes_no_mark_that_closes_another_quotation() -> None:
    text = 'The motion "was lost," he said, and "that is that."'
    page = page_of(text)
    span = page.doc.char_span(text.index("that is"), len(text) - 1)
    assert span is not None
    assert page.passage_of(span).text == "that is that."
