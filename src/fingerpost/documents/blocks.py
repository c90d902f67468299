"""Pieces of text told apart: headline, dateline, paragraph, list, caption, promo, signature, other.

Blocks never overlap, stand in text order, and together cover every character that is no white space.
"""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.documents import en
from fingerpost.documents.dateline import dateline_end
from fingerpost.documents.draft import Piece
from fingerpost.documents.labels import kind_by_label, opens_box
from fingerpost.documents.lines import BULLET
from fingerpost.documents.masthead import Masthead, is_salutation
from fingerpost.documents.model import Block, BlockKind
from fingerpost.documents.shapes import ends_sentence, is_capitals, is_name, is_prose, words_of

MOST_BOX_LINES = 6
LONGEST_SUBHEAD_WORDS = 12
LONGEST_SIGNATURE = 8
"""Most lines below the closing of a letter."""


def tell_apart(text: str, pieces: list[Piece], lines: list[str], head: Masthead) -> tuple[Block, ...]:
    """Give the blocks of the text: one per piece, and one more for a dateline or salutation in it."""
    kinds = _kinds(lines, pieces, head)
    _mark_signature(lines, kinds, head)
    blocks: list[Block] = []
    colons = sum(_speaks(line) for line in lines) < 2
    for at, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if kind == "paragraph":
            blocks.extend(_paragraph(text, piece, lines[at], opening=at == head.body, colons=colons))
        else:
            blocks.append(Block(kind, piece.start, piece.end))
    return tuple(blocks)


def _paragraph(text: str, piece: Piece, line: str, *, opening: bool, colons: bool) -> Iterator[Block]:
    """Yield a paragraph, and before it the dateline or the salutation that stands in its first line."""
    cut, kind = dateline_end(line, opening=opening, colons=colons), "dateline"
    if not cut and opening and is_salutation(line):
        cut, kind = _salutation_end(line), "other"
    if not cut:
        yield Block("paragraph", piece.start, piece.end)
        return
    start = piece.start + cut
    while text[start].isspace():
        start += 1
    yield Block("dateline" if kind == "dateline" else "other", piece.start, piece.start + cut)
    yield Block("paragraph", start, piece.end)


def _salutation_end(line: str) -> int:
    """Give the length of "SIR –" before a letter's first sentence."""
    for mark in ("–", "—", " -", ","):
        at = line.find(mark, 0, 12)
        if at > 0 and line[at + len(mark) :].strip():
            return at + len(mark)
    return 0


def _kinds(lines: list[str], pieces: list[Piece], head: Masthead) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    box = 0
    for at, line in enumerate(lines):
        hint = pieces[at].kind
        kind = _own_kind(line, hint) or head.kinds.get(at)
        if kind is None and box and not is_prose(line):
            kind, box = "promo", box - 1
        elif opens_box(line):
            kind, box = "promo", MOST_BOX_LINES
        else:
            box = 0
        kinds.append(kind or hint or _body_kind(lines, at))
    return kinds


def _own_kind(line: str, hint: BlockKind | None) -> BlockKind | None:
    """Give the kind a line has wherever it stands; a format's own headings stay, unless promotion."""
    kind = kind_by_label(line)
    if hint == "headline" and line.strip(" :").casefold() in en.KICKERS:
        return "other"
    if hint in ("headline", "list") and kind != "promo":
        return hint
    return kind or (hint if hint not in (None, "paragraph") else None)


def _body_kind(lines: list[str], at: int) -> BlockKind:
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if is_salutation(line) and not is_prose(line):
        return "other"
    is_heading = _is_subhead(line, following)
    if BULLET.match(line):
        is_heading = is_heading and not (at and BULLET.match(lines[at - 1]))
        return (
            "headline" if is_heading and line[0] not in "-*•‣◦▪·–" and not BULLET.match(following) else "list"
        )
    if at == len(lines) - 1 and line.startswith(("- ", "— ", "– ")) and not is_prose(line):
        return "signature"
    return "headline" if is_heading else "paragraph"


def _is_subhead(line: str, following: str) -> bool:
    """Tell whether a short line without a closing mark heads the text below it."""
    if not following or len(line.split(None, LONGEST_SUBHEAD_WORDS)) > LONGEST_SUBHEAD_WORDS:
        return False
    if line.rstrip().endswith(":"):
        return len(line.split()) <= 4 and bool(BULLET.match(following))
    if ends_sentence(line) or line.endswith((",", "-", "–", "—")) or line.split()[-1] in en.UNFINISHED_WORDS:
        return False
    return line[:1].isupper() or line[:1].isdigit() or line[:1] in "\"'“‘(«¿¡"


def _mark_signature(lines: list[str], kinds: list[BlockKind], head: Masthead) -> None:
    """Mark the names below a letter's closing; and, of a letter without one, the short lines at its end."""
    last = len(lines)
    for at in range(max(head.body, last - LONGEST_SIGNATURE - 2), last):
        if lines[at].strip(" ,.!").casefold() in en.CLOSINGS:
            for below in range(at, last):
                if kinds[below] not in ("promo", "caption") and not is_prose(lines[below]):
                    kinds[below] = "signature"
            return
    _mark_author_note(lines, kinds, head)
    if not head.is_letter:
        return
    end = last
    while end > head.body and kinds[end - 1] in ("other", "promo", "caption"):
        end -= 1
    start = end
    while (
        start > head.body + 1
        and not is_prose(lines[start - 1])
        and not ends_sentence(lines[start - 1].rstrip("."))
    ):
        start -= 1
    if end - start <= LONGEST_SIGNATURE:
        kinds[start:end] = ["signature"] * (end - start)


def _mark_author_note(lines: list[str], kinds: list[BlockKind], head: Masthead) -> None:
    """Mark a last line about the author: "The writer is a retired teacher."."""
    for at in range(len(lines) - 1, max(head.body, len(lines) - 4), -1):
        if kinds[at] not in ("paragraph", "headline"):
            continue
        line = lines[at]
        own = head.author or ""
        named = own and line.startswith(own) and line[len(own) :].startswith(en.AUTHOR_NOTE_VERBS)
        if len(line) < 300 and (named or line.casefold().startswith(en.AUTHOR_NOTE_STARTS)):
            kinds[at] = "other"
        return


def signed_by(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Give the name under a letter: the first line of its signature that looks like a name."""
    for block in blocks:
        if block.kind != "signature":
            continue
        name = text[block.start : block.end].split(",")[0].strip(" -–—")
        if is_name(name, most=4):
            return name.title() if is_capitals(name) else name
    return None


def _speaks(line: str) -> bool:
    """Tell whether a line begins with a name or label in capitals and a colon, as in a transcript or form."""
    colon = line.find(":", 0, 40)
    return colon > 2 and is_capitals(line[:colon]) and len(words_of(line[:colon])) <= 5
