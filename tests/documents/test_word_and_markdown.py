"""Word documents and Markdown: their own styles tell headings, lists and captions."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml

from fingerpost.documents import Document, open_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: docx.document.Document) -> Document:
    file = io.BytesIO()
    document.save(file)
    return open_document(file.getvalue())


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_styles_of_word_tell_the_kinds() -> None:
    word = docx.Document()
    word.add_heading("Review of ties", 1)
    word.add_paragraph("The council reviewed its two ties on Monday night.")
    word.add_paragraph("Keep Levin and Shintoku", style="List Bullet")
    word.add_paragraph("The signpost in the park", style="Caption")
    assert blocks(saved(word)) == [
        ("headline", "Review of ties"),
        ("paragraph", "The council reviewed its two ties on Monday night."),
        ("list", "Keep Levin and Shintoku"),
        ("caption", "The signpost in the park"),
    ]


def test_tables_are_read_by_rows() -> None:
    word = docx.Document()
    word.add_paragraph("The council voted on both ties on Monday night.")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "For", "Okemow, Sandhu"
    assert blocks(saved(word))[1] == ("other", "For | Okemow, Sandhu")


def test_tracked_changes_are_read_as_accepted() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("The tie is ")
    for tag, inner, words in (("del", "delText", "ended"), ("ins", "t", "suspended")):
        paragraph._p.append(parse_xml(f"<w:{tag} {W}><w:r><w:{inner}>{words}</w:{inner}></w:r></w:{tag}>"))
    document = saved(word)
    assert document.text == "The tie is suspended"
    assert "tracked changes" in document.warnings[0]


def test_the_day_a_file_was_made_is_not_the_day_of_publication() -> None:
    word = docx.Document()
    word.add_paragraph("The council reviewed its two ties.")
    document = saved(word)
    assert document.published is None
    assert {date.kind for date in document.dates} <= {"created", "modified"}


MARKDOWN = b"""---
title: Two ties under review
author: Ngaire Poutama
date: 2019-06-12
---
# Two ties under review

The **council** reviewed its
[two ties](https://council.example/ties) on Monday night.

> We keep it, said the mayor of the city.

1. Levin and *Shintoku*
2. Foxton and Schiedam

![The signpost in the park](a.png)
"""


def test_marks_of_markdown_are_left_out() -> None:
    document = open_document(MARKDOWN)
    assert blocks(document) == [
        ("headline", "Two ties under review"),
        ("paragraph", "The council reviewed its two ties on Monday night."),
        ("paragraph", "We keep it, said the mayor of the city."),
        ("list", "1. Levin and Shintoku"),
        ("list", "2. Foxton and Schiedam"),
        ("caption", "The signpost in the park"),
    ]


def test_front_matter_says_what_the_text_is() -> None:
    document = open_document(MARKDOWN)
    assert (document.title, document.author) == ("Two ties under review", "Ngaire Poutama")
    assert (document.published, document.published_from) == ("2019-06-12", "metadata")


def test_the_end_of_a_press_release_is_no_markdown() -> None:
    document = open_document(b"The city suspends its tie with Vologda, Russia.\n\n###\n")
    assert (document.media_type, document.text) == (
        "text/plain",
        "The city suspends its tie with Vologda, Russia.\n\n###\n",
    )
