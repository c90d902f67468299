"""Whatever the bytes: sound blocks, or one plain error of the family."""

from __future__ import annotations

from collections.abc import Callable

import making
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fingerpost.documents import Document, DocumentError, open_document

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

FURNITURE = st.sampled_from(
    [
        "NORFOLK, Va. — ",
        "RELATED: ",
        "READ MORE",
        "By Dana Whitlock",
        "Published: Mar. 2, 2022",
        "Key points:",
        "- one item",
        "Dear Mayor,",
        "Respectfully,",
        "PHOTO: A flag. (Credit: News 6)",
        "SIR – ",
        "Copyright 2022 KTPN. All rights reserved.",
        "“We keep it,” said the mayor of the town on Monday night.",
        "\n",
        "\n\n",
        "\u2028",
        "\x00",
        "\ud800",
        "\ufeff",
        "﻿# ",
        "**",
        "<p>",
        "From: a@b\nMessage-ID: <x@y>\n\n",
        "%PDF-1.4\n",
        "{\\rtf",
    ]
)
TEXTS = st.lists(st.one_of(st.text(max_size=60), FURNITURE), max_size=25).map("".join)


def check(document: Document) -> None:
    """Blocks are in order, do not overlap, are within the text, and cover all that is no white space."""
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        assert not document.text[end : block.start].strip()
        end = block.end
    assert not document.text[end:].strip()
    assert all(not document.text[block.start].isspace() for block in document.blocks)
    msgspec.json.encode(document)
    for attachment in document.attachments:
        check(attachment)


def open_or_refuse(data: bytes) -> None:
    try:
        check(open_document(data, name="thing.bin"))
    except DocumentError as error:
        assert str(error).startswith("thing.bin ")
        assert str(error).endswith(".")
        assert "\n" not in str(error)


@QUICK
@given(TEXTS)
def test_text_gives_sound_blocks(text: str) -> None:
    open_or_refuse(text.encode("utf-8", "surrogatepass"))


@QUICK
@given(TEXTS)
def test_plain_text_keeps_every_visible_character(text: str) -> None:
    data = ("x " + text.replace("\x00", "").replace("<", "").replace("%", "").replace("{", "")).encode(
        "utf-8", "replace"
    )
    try:
        document = open_document(data)
    except DocumentError:
        return
    if document.media_type == "text/plain":
        kept = "".join(char for char in data.decode() if char.isprintable() and not char.isspace())
        assert "".join(char for char in document.text if char.isprintable() and not char.isspace()) == kept


@QUICK
@given(st.binary(max_size=3000))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    open_or_refuse(data)


@QUICK
@given(
    st.sampled_from(
        [
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"<html>",
            b"From: a@b\nMIME-Version: 1.0\n",
            b"\xff\xfe",
            b"---\na: b\n---\n",
        ]
    ),
    st.binary(max_size=800),
)
def test_random_bytes_after_a_known_mark_are_read_or_refused(mark: bytes, data: bytes) -> None:
    open_or_refuse(mark + data)


@pytest.mark.parametrize(
    "make", [making.as_html, making.as_docx, making.as_mail, making.as_markdown, making.as_pdf]
)
def test_damaged_files_are_read_or_refused(make: Callable[[], bytes]) -> None:
    whole = make()

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def damage(data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(whole) - 1))
        cut = data.draw(st.integers(0, 200))
        open_or_refuse(whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + cut :])

    damage()
