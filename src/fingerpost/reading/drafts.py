"""Quotes in the making: each piece in marks with its sentence, its kind and its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from fingerpost.reading.attribution import Attribution, Source
from fingerpost.reading.columns import Columns
from fingerpost.reading.en import speech
from fingerpost.reading.frames import ENDS, Frame, Piece, frames
from fingerpost.reading.genuine import SHORT_WORDS, is_defined, is_speech
from fingerpost.reading.headlines import speaker_elsewhere
from fingerpost.reading.model import QuoteKind

BARE_WORDS = 18
"""Longest line without a full stop that is read as a headline, in words."""
HEADLINE_REACH = 60
"""How many quotes before and after a headline are looked at for its words."""


class Draft(Struct, eq=False):
    """A quote in the making."""

    piece: Piece
    frame: Frame
    kind: QuoteKind
    source: Source | None
    bare: bool
    """True where its block is a headline or a line without a full stop."""
    continues: bool = False
    """True where it carries on the quote of the paragraph before."""


def drafted(columns: Columns, attribution: Attribution) -> list[Draft]:
    """Give the quotes in marks, in text order."""
    drafts: list[Draft] = []
    terms: set[str] = set()
    for block in frames(columns):
        terms |= {p.text.lower() for f in block for p in f.pieces if is_defined(columns, f, p)}
        drafts.extend(_Block(columns, attribution, block, drafts[-1] if drafts else None).drafts())
    drafts = [draft for draft in drafts if draft.piece.text.lower() not in terms]
    return _with_headlines(_carried(drafts))


def _carried(drafts: list[Draft]) -> list[Draft]:
    """Let the paragraphs of one long quote have one speaker, wherever among them the cue stands."""
    for at in range(len(drafts) - 2, -1, -1):
        _share(drafts[at], drafts[at + 1])
    for at in range(1, len(drafts)):
        _share(drafts[at], drafts[at - 1])
    return drafts


def _share(draft: Draft, other: Draft) -> None:
    """Give a quote without a speaker that of the paragraph that it carries on, or that carries it on."""
    later = draft if draft.piece.first > other.piece.first else other
    unknown = draft.source is None or draft.source.actor is None
    if later.continues and unknown and other.source and other.source.actor:
        draft.source = other.source.again("continued")


class _Block:
    """The quotes of one block. ``before`` is the last quote before it."""

    def __init__(
        self, columns: Columns, attribution: Attribution, block: list[Frame], before: Draft | None
    ) -> None:
        self.columns = columns
        self.attribution = attribution
        self.block = block
        self.before = before

    def drafts(self) -> Iterator[Draft]:
        """Yield the drafts; a sentence in marks without a cue goes on with the speaker before it."""
        bare = _is_bare(self.columns, self.block)
        previous: Draft | None = None
        for at, frame in enumerate(self.block):
            for piece in frame.pieces:
                source = self.attribution.source(frame, piece)
                kind = _kind(self.columns, frame, piece)
                if source is None or source.actor is None:
                    told = source is not None and source.why == "according-to"
                    source = self._without_cue(at, piece, kind, previous, told=told) or source
                if is_speech(self.columns, frame, piece, kind, source, bare=bare):
                    previous = Draft(
                        piece, frame, kind, source, bare, _continues(piece, previous or self.before)
                    )
                    yield previous

    def _without_cue(
        self, at: int, piece: Piece, kind: QuoteKind, previous: Draft | None, *, told: bool
    ) -> Source | None:
        """Give the speaker of words whose own sentence names none."""
        if kind == "mixed":
            return None if told else self._part_of_sentence(piece, previous)
        if previous and previous.source and previous.source.actor:
            return previous.source.again("same-paragraph")
        return self._sentence_before(at) or self._next_paragraph(piece)

    def _part_of_sentence(self, piece: Piece, previous: Draft | None) -> Source | None:
        found = self.attribution.governor(piece)
        if found:
            return found
        if self.columns.low[piece.first] in speech.CONDITIONS:
            decider = self.attribution.papers.decider(piece.first)
            return Source(decider, piece.first, piece.first, "condition") if decider else None
        if previous and previous.source and len(piece.text.split()) > SHORT_WORDS:
            return previous.source.again("same-paragraph")
        return None

    def _sentence_before(self, at: int) -> Source | None:
        """Give the person who is the subject of the sentence before, in the same block."""
        speakers = self.attribution.speakers
        for i in reversed(self.block[at - 1].outside if at else []):
            if self.columns.is_subject(i) and (actor := speakers.who(i)) and speakers.is_person(actor):
                return Source(actor, i, i, "sentence-before")
        return None

    def _next_paragraph(self, piece: Piece) -> Source | None:
        """Give the speaker before, where the block is nothing but words in marks."""
        before = self.before
        alone = not any(frame.outside for frame in self.block)
        if not alone or before is None or before.source is None or before.source.actor is None:
            return None
        return before.source.again("next-paragraph") if before.piece.block >= piece.block - 1 else None


def _is_bare(columns: Columns, block: list[Frame]) -> bool:
    """Tell whether the block is a headline or a line between paragraphs: short, and without a full stop."""
    if columns.page.document.blocks[block[0].block].kind == "headline":
        return True
    outside = [i for frame in block for i in frame.outside]
    pieces = [piece for frame in block for piece in frame.pieces]
    if sum(len(piece.text.split()) for piece in pieces) + len(outside) > BARE_WORDS:
        return False
    return not any(columns.text[i] in ".?!" for i in outside) and not any(
        p.text[-1:] in ".?!," for p in pieces
    )


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


def _continues(piece: Piece, before: Draft | None) -> bool:
    """Tell whether a quote carries on one that the paragraph before left open."""
    return before is not None and not before.piece.marked.closed and before.piece.block == piece.block - 1


def _with_headlines(drafts: list[Draft]) -> list[Draft]:
    """Give quotes in headlines the speaker of the same words in the text; drop those that nobody says there."""
    kept = []
    for at, draft in enumerate(drafts):
        if draft.bare and not (draft.source and draft.source.actor and draft.source.why in ("cue", "colon")):
            near = drafts[max(0, at - HEADLINE_REACH) : at + HEADLINE_REACH]
            spoken = [(d.piece.text, d.source) for d in near if not d.bare and d.source and d.source.actor]
            source = speaker_elsewhere(draft.piece.text, spoken)
            if source is None:
                continue
            draft.source = source.again("headline")
        kept.append(draft)
    return kept
