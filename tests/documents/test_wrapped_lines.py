"""Lines that were wrapped at a width are one paragraph; other lines are one each."""

from __future__ import annotations

import textwrap

import making
import pytest

from fingerpost.documents import open_document


def texts(text: str) -> list[str]:
    document = open_document(text.encode())
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


@pytest.mark.parametrize("width", [50, 66, 72, 78, 100])
def test_wrapped_paragraphs_are_put_together(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in making.ARTICLE)
    assert texts(wrapped) == texts("\n\n".join(making.ARTICLE))


def test_lines_without_blank_lines_between_are_paragraphs() -> None:
    assert texts("\n".join(making.ARTICLE)) == texts("\n\n".join(making.ARTICLE))


def test_short_lines_within_wrapped_text_stay_apart() -> None:
    body = textwrap.fill(" ".join(making.PARAGRAPHS), 70)
    head = "March 4, 2022\n\nMayor Constance Beaulieu\nCity Hall\nMissoula, Montana\n\n"
    assert texts(head + body)[:4] == [
        "March 4, 2022",
        "Mayor Constance Beaulieu",
        "City Hall",
        "Missoula, Montana",
    ]


def test_wrapped_items_of_a_list_stay_apart() -> None:
    items = [
        f"- The {word} reason was that nobody had travelled either way for ten years or more"
        for word in "abc"
    ]
    wrapped = "\n".join(textwrap.fill(item, 60, subsequent_indent="  ") for item in items)
    assert (
        texts("Reasons\n\n" + wrapped + "\n\nThe council voted on Monday night to end its tie.")[1:4] == items
    )


def test_a_date_at_the_start_of_a_line_is_no_item() -> None:
    text = (
        "The president of the association wrote a long letter on Feb.\n"
        "28. The city council read it on the same day and it was then\n"
        "put before the members of the sister city committee, who had\n"
        "not met for a year and did not meet again in that long winter\n"
        "or in the spring, although its chair had asked for a meeting."
    )
    assert len(texts(text)) == 1


def test_no_character_of_wrapped_text_changes() -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in making.ARTICLE)
    assert open_document(wrapped.encode()).text == wrapped
