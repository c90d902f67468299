"""Who "I" and "we" are outside quotation marks: the author of a letter, a statement or a column."""

from __future__ import annotations

from fingerpost.reading.en import cast as words
from fingerpost.reading.naming import Naming
from fingerpost.reading.parts import Part
from fingerpost.reading.stage import Stage

ENOUGH = 2
"""Fewest first-person words outside marks that make a text somebody's own."""
LAST_BLOCKS = 8
"""How many blocks at the end may hold the signature."""


def first_hand(stage: Stage, naming: Naming) -> None:
    """Let "I" and "we" outside marks mean the author, where the text is somebody's own."""
    columns = stage.columns
    spots = [
        i
        for start, end, block in columns.spans
        if block not in naming.credits
        for i in range(start, end)
        if columns.low[i] in words.FIRST_PERSON and not columns.in_marks[i] and columns.pos[i] == "PRON"
    ]
    if len(spots) < ENOUGH:
        return
    author = _stated_by(stage, naming) or _signed_by(stage, naming) or _byline(stage, naming)
    if author is None:
        return
    body = _signed_for(stage, author)
    for i in spots:
        part = body if body and words.FIRST_PERSON[columns.low[i]] == "p" else author
        stage.at[i] = part
        part.spans.append((i, i + 1))


def _stated_by(stage: Stage, naming: Naming) -> Part | None:
    """Give the author that a heading names: "STATEMENT BY MAYOR DENISE RUTHERFORD"."""
    columns = stage.columns
    for name in sorted(naming.names.values(), key=lambda name: name.start)[:4]:
        at = name.title
        if at > 1 and columns.low[at - 1] in words.BY and columns.low[at - 2] in words.STATEMENTS:
            return naming.person(name)
    return None


def _signed_by(stage: Stage, naming: Naming) -> Part | None:
    """Give the author whose name stands alone on a line near the end."""
    columns = stage.columns
    blocks = columns.page.document.blocks
    last = len(blocks) - LAST_BLOCKS
    for name in sorted(naming.names.values(), key=lambda name: -name.start):
        block = blocks[name.block]
        if name.block < last:
            break
        text = columns.page.document.text[block.start : block.end].strip(" ,.—–-")
        alone = columns.slice(name.title, name.end)
        if text == alone or (text.startswith(alone + ",") and len(text) < len(alone) + 60):
            return naming.person(name)
    return None


def _byline(stage: Stage, naming: Naming) -> Part | None:
    """Give the author of a column, by its byline."""
    columns = stage.columns
    document = columns.page.document
    for number in sorted(naming.credits):
        block = document.blocks[number]
        found = words.BYLINE.match(document.text, block.start, block.end)
        if found:
            part = stage.people.add(found["name"], None)
            part.spans.append((columns.at(found.start("name")), columns.at(found.end("name"))))
            return part
    return None


def _signed_for(stage: Stage, author: Part) -> Part | None:
    """Give the body that an author signs for: "President, for the Board of MKSCA"; "we" means it."""
    columns = stage.columns
    start = next((span[0] for span in reversed(author.spans)), 0)
    for i in range(start, min(start + 25, len(columns.low) - 1)):
        if columns.low[i] in words.ON_BEHALF:
            found = [stage.at[j] for j in range(i, min(i + 10, len(columns.low))) if j in stage.at]
            bodies = [part for part in found if not part.is_person]
            return (bodies[-1].of or bodies[-1]) if bodies else None
    return None
