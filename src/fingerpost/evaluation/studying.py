"""Study labelled articles for the learned positions: their evidence, beside their labels."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import fingerpost.reading
from fingerpost.documents import open_document
from fingerpost.evaluation.phrasebook import phrasebook
from fingerpost.evaluation.score import Item, labelled, same_name
from fingerpost.evaluation.training import hand_of
from fingerpost.reading.atlas import find_places
from fingerpost.reading.calendar import Calendar
from fingerpost.reading.cast import find_cast
from fingerpost.reading.learned_evidence import Evidences
from fingerpost.reading.page import Page
from fingerpost.reading.parse import parse_all
from fingerpost.reading.positions import candidates, chosen
from fingerpost.reading.quotes import find_quotes
from fingerpost.reading.stances import frames_on
from fingerpost.reading.ties import find_ties

PHRASEBOOK = "pb"
"""The hand of the phrasebook: always trained on, never measured on."""


class Gold(NamedTuple):
    """A labelled position: the actors that answer to its name, its stance, and its sentence's characters."""

    actors: frozenset[str]
    stance: str
    start: int
    end: int


class Studied(NamedTuple):
    """An article as evidence, with its labels."""

    key: str
    hand: str
    evidences: Evidences | None
    """None where the page names no tie."""
    spans: list[tuple[int, int]]
    """Characters of the sentence of each unit of evidence."""
    golds: list[Gold]


def study(folders: Sequence[Path], book: Path) -> list[Studied]:
    """Give the evidence of the labelled articles in the folders, and of the phrasebook."""
    cases = [case for folder in folders for case in labelled(folder)]
    told = list(phrasebook(book))
    documents = [open_document(case.article, published=case.gold.get("published")) for case in cases]
    documents += [open_document(article.text.encode()) for article in told]
    labels = [(case.key, hand_of(case.key), case.gold["positions"]) for case in cases]
    labels += [(article.key, PHRASEBOOK, article.positions) for article in told]
    return [
        _studied(key, hand, Page(document, doc), positions)
        for (key, hand, positions), document, doc in zip(labels, documents, parse_all(documents), strict=True)
    ]


def _studied(key: str, hand: str, page: Page, positions: Sequence[Item]) -> Studied:
    calendar = Calendar(page)
    atlas = find_places(page)
    cast = find_cast(page, atlas)
    quotes = find_quotes(page, cast, calendar)
    ties = find_ties(page, atlas, calendar)
    golds = []
    for label in positions:
        at = page.document.text.find(label["sentence"])
        actors = frozenset(actor.id for actor in cast.actors if same_name(label["actor"], [actor.name]))
        golds.append(Gold(actors, label["stance"], at, at + len(label["sentence"])))
    if not ties.words:
        return Studied(key, hand, None, [], golds)
    told = candidates(page, cast, ties, quotes)
    evidences = Evidences(page, cast, ties, quotes, frames_on(page, ties), told, chosen(told, cast))
    doc = page.doc
    spans = [
        (doc[unit.start].idx, doc[unit.end - 1].idx + len(doc[unit.end - 1])) for unit in evidences.units
    ]
    return Studied(key, hand, evidences, spans, golds)


def digest(book: Path) -> str:
    """Give a digest of the phrasebook and of the code that makes features: when it changes, train anew."""
    code = Path(fingerpost.reading.__file__).parent
    found = hashlib.sha256()
    for path in [*sorted(book.glob("*.txt")), *sorted(code.glob("learned_*.py")), code / "en" / "learned.py"]:
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]
