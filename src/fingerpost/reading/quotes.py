"""The quotes of a page: words in marks that belong to a speaker, and reported speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct
from spacy.tokens import Token

from fingerpost.reading.attribution import Attribution, Source
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import Cast
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.frames import ENDS, Frame, Piece, frames
from fingerpost.reading.headlines import speaker_elsewhere
from fingerpost.reading.indirect import indirect_quotes
from fingerpost.reading.model import Passage, Quote, QuoteKind, Said
from fingerpost.reading.page import Page
from fingerpost.reading.said import said_in

SHORT_WORDS = 3
"""Up to this many words in marks without any cue are a scare quote."""


class Draft(Struct, eq=False):
    """A quote in the making."""

    piece: Piece
    frame: Frame
    kind: QuoteKind
    source: Source | None
    bare: bool
    """True where its block is a headline or a line without a full stop."""
    continues: int | None = None


def find_quotes(page: Page, cast: Cast, calendar: Calendar) -> tuple[Quote, ...]:
    """Find the quotes of a page, in text order: in marks, then as reported speech ("indirect")."""
    columns = cast.columns
    attribution = Attribution(columns, cast)
    drafts: list[Draft] = []
    for block in frames(columns):
        drafts.extend(_in_block(columns, attribution, block, drafts))
    _bare_lines(columns, drafts)
    marked = [_quote(page, columns, calendar, draft) for draft in drafts]
    reported = indirect_quotes(page, columns, attribution, calendar)
    ordered = sorted([*marked, *reported], key=lambda quote: quote.start)
    return tuple(_numbered(ordered))


class SpokenWords:
    """Tells whether words are in somebody's mouth, and in whose."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._quotes = sorted((q for q in quotes if q.kind != "indirect"), key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self._quotes]

    def quote_at(self, token: Token | int) -> Quote | None:
        """Give the quote in marks that holds a token (or a character offset), or None."""
        offset = token if isinstance(token, int) else token.idx
        at = bisect_right(self._starts, offset) - 1
        return self._quotes[at] if at >= 0 and offset < self._quotes[at].end else None


def _in_block(
    columns: Columns, attribution: Attribution, block: list[Frame], earlier: list[Draft]
) -> Iterator[Draft]:
    """Yield the drafts of one block; a sentence in marks without a cue goes on with the speaker before it."""
    bare = _is_bare(columns, block)
    previous: Draft | None = None
    for frame in block:
        for piece in frame.pieces:
            source = attribution.source(frame, piece)
            kind = _kind(columns, frame, piece)
            if source is None or source.actor is None:
                source = (
                    _without_cue(columns, attribution, frame, piece, kind, previous, block, earlier) or source
                )
            if not _is_speech(columns, frame, piece, kind, source, bare=bare):
                continue
            draft = Draft(piece, frame, kind, source, bare)
            draft.continues = _continues(columns, piece, [*earlier, *([previous] if previous else [])])
            previous = draft
            yield draft


def _is_bare(columns: Columns, block: list[Frame]) -> bool:
    """Tell whether the block is a headline or a line between paragraphs: short, and without a full stop."""
    kind = columns.page.document.blocks[block[0].block].kind
    if kind == "headline":
        return True
    outside = [i for frame in block for i in frame.outside]
    length = sum(len(piece.text.split()) for frame in block for piece in frame.pieces) + len(outside)
    if length > 18:
        return False
    pieces = [piece for frame in block for piece in frame.pieces]
    stopped = any(columns.text[i] in ".?!" for i in outside) or any(
        piece.text[-1:] in ".?!," for piece in pieces
    )
    return not stopped


def _kind(columns: Columns, frame: Frame, piece: Piece) -> QuoteKind:
    """Tell a whole utterance from words inside a reported sentence."""
    before = [i for i in frame.outside if i < piece.first]
    first = next((char for char in piece.text if char.isalnum()), "a")
    if not before:
        return "direct" if first.isupper() or piece.text[-1:] in ENDS + "," else "mixed"
    last = columns.text[before[-1]]
    if last in ",:" or (first.isupper() and piece.text[-1:] in ENDS + ","):
        return "direct" if first.isupper() or frame.pieces[0] is not piece else "mixed"
    return "mixed"


def _without_cue(
    columns: Columns,
    attribution: Attribution,
    frame: Frame,
    piece: Piece,
    kind: QuoteKind,
    previous: Draft | None,
    block: list[Frame],
    earlier: list[Draft],
) -> Source | None:
    """Give the speaker of words whose own sentence names none."""
    if kind == "mixed":
        found = _governed(columns, attribution, piece)
        if found is None and columns.low[piece.first] in speech.CONDITIONS:
            decider = attribution.decider(piece.first)
            return Source(decider, piece.first, piece.first, "condition") if decider else None
        if found is None and previous and previous.source and len(piece.text.split()) > SHORT_WORDS:
            return Source(previous.source.actor, previous.source.cue, previous.source.words, "same-paragraph")
        return found
    if previous and previous.source and previous.source.actor:
        return Source(previous.source.actor, previous.source.cue, previous.source.words, "same-paragraph")
    sentence = _lone_subject(columns, attribution, frame, block)
    if sentence:
        return sentence
    alone = not any(other.outside for other in block)
    if alone and earlier and earlier[-1].piece.block >= piece.block - 1 and earlier[-1].source:
        source = earlier[-1].source
        return Source(source.actor, source.cue, source.words, "next-paragraph") if source.actor else None
    return None


def _lone_subject(
    columns: Columns, attribution: Attribution, frame: Frame, block: list[Frame]
) -> Source | None:
    """Give the person who is the subject of the sentence before, in the same block or at the block's start."""
    at = block.index(frame)
    for other in reversed(block[:at]):
        for i in reversed(other.outside):
            if columns.is_subject(i) and (actor := attribution.who(i)) and attribution.is_person(actor):
                return Source(actor, i, i, "sentence-before")
        break
    return None


def _governed(columns: Columns, attribution: Attribution, piece: Piece) -> Source | None:
    """Give the subject of the verb that governs words in marks: who demands them, or whose paper has them."""
    i = piece.first
    for _ in range(8):
        head = columns.head[i]
        if head == i:
            break
        i = head
        if columns.in_marks[i] or columns.pos[i] not in ("VERB", "AUX"):
            continue
        subject = attribution.subject(i)
        if subject is None:
            continue
        actor = attribution.who(subject) or attribution.author(subject)
        if actor:
            why = "subject" if attribution.who(subject) else "paper"
            return Source(actor, i, subject, why)
    return None


def _is_speech(
    columns: Columns, frame: Frame, piece: Piece, kind: QuoteKind, source: Source | None, *, bare: bool
) -> bool:
    """Tell speech from titles, scare quotes and words about words."""
    before = [i for i in frame.outside if i < piece.first]
    words = piece.text.split()
    last = columns.low[before[-1]] if before else ""
    adjacent = bool(before) and before[-1] >= piece.first - 2
    if adjacent and _names(columns, before):
        return False
    if not words or not any(char.isalpha() for char in piece.text):
        return False
    if bare:
        return True
    if kind == "mixed" and _is_term(columns, frame, piece, words):
        return False
    cue = source is not None and source.why in ("cue", "according-to", "colon")
    if not cue and len(words) <= SHORT_WORDS and kind == "mixed":
        return bool(source and (source.why == "paper" or columns.lemma[source.cue] in speech.DEMANDS))
    return bool(cue or last == ":" or not _is_title(words))


def _names(columns: Columns, before: list[int]) -> bool:
    """Tell whether what stands right before the marks announces a name or a word about words."""
    last = before[-1]
    if columns.low[last] == "of" and len(before) > 1:
        return columns.low[before[-2]] in speech.NAMING and columns.low[before[-2]] != "words"
    low = columns.low[last]
    if low not in speech.NAMING and columns.lemma[last] not in speech.NAMING:
        return False
    if low == "as":
        return len(before) > 1 and columns.low[before[-2]] in ("known", "such", "titled")
    if low in ("called", "named", "termed", "dubbed", "labelled", "labeled"):
        return columns.dep[last] in ("acl", "amod") or (len(before) > 1 and columns.pos[before[-2]] == "AUX")
    return True


def _is_term(columns: Columns, frame: Frame, piece: Piece, words: list[str]) -> bool:
    """Tell whether the words only name a thing: "sister cities", or what the sentence goes on to define."""
    plain = [word.strip(".,;:").lower() for word in words]
    if all(word in speech.TIE_TERMS for word in plain):
        return True
    after = [columns.low[i] for i in frame.outside if i >= piece.last][:5]
    return any(low in speech.DEFINING for low in after) and not any(i < piece.first for i in frame.outside)


def _is_title(words: list[str]) -> bool:
    """Tell whether words look like a title: two capitals or more, and no small word but the usual ones."""
    content = [word for word in words if word.isalpha()]
    capitals = [word for word in content if word[0].isupper()]
    small = [word for word in content if word[0].islower() and word not in speech.SMALL_IN_TITLES]
    return len(capitals) >= 2 and not small and words[-1][-1] not in ".?!,"


def _continues(columns: Columns, piece: Piece, earlier: list[Draft]) -> int | None:
    """Give the index of the draft that a quote carries on from the paragraph before."""
    if not earlier or not columns.marks:
        return None
    last = earlier[-1]
    if last.piece.marked.closed or last.piece.block != piece.block - 1:
        return None
    return len(earlier) - 1


def _bare_lines(columns: Columns, drafts: list[Draft]) -> None:
    """Give quotes in headlines the speaker of the same words in the text."""
    spoken = [draft for draft in drafts if not draft.bare and draft.source and draft.source.actor]
    for draft in [draft for draft in drafts if draft.bare]:
        if draft.source and draft.source.actor and draft.source.why in ("cue", "colon"):
            continue
        other = speaker_elsewhere(draft.piece.text, [(d.piece.text, d) for d in spoken])
        if other and other.source:
            draft.source = Source(other.source.actor, other.source.cue, other.source.words, "headline")
        else:
            drafts.remove(draft)


def _quote(page: Page, columns: Columns, calendar: Calendar, draft: Draft) -> Quote:
    piece, source = draft.piece, draft.source
    start = piece.marked.start
    cue = words = None
    said = Said()
    if source:
        cue = page.passage_of(columns.token(source.cue))
        words = page.passage_of(columns.token(source.words)) if source.words != source.cue else None
        if source.why != "headline":
            said = said_in(page, columns, calendar, draft.frame, source.cue)
    return Quote(
        id=str(draft.continues) if draft.continues is not None else "",
        speaker=source.actor if source else None,
        kind=draft.kind,
        text=piece.text,
        start=start,
        end=start + len(piece.text),
        cue=cue,
        source_span=words,
        said=said,
        why=source.why if source else "no-source",
    )


def _numbered(quotes: list[Quote]) -> Iterator[Quote]:
    """Yield the quotes with their ids; a quote that goes on names the one before it."""
    import msgspec

    before: str | None = None
    for number, quote in enumerate(quotes, 1):
        name = f"q{number}"
        yield msgspec.structs.replace(quote, id=name, continues=before if quote.id else None)
        if quote.kind != "indirect":
            before = name


__all__ = ["Passage", "SpokenWords", "find_quotes"]
