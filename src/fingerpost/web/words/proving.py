"""Prove that the index of words fits the records."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.web.words.indexing import all_ids, kept_rows, rows_of
from fingerpost.web.words.models import Word
from fingerpost.web.words.subjects import SUBJECTS, Subject


def misfits() -> Iterator[str]:
    """Yield a sentence for each kind of record whose words do not fit; nothing where the index does."""
    for subject in SUBJECTS:
        wrong, kept = _wrong(subject)
        if stray := Word.objects.filter(kind=subject.kind).count() - kept:
            yield _said(
                f"The search holds {stray:,} words of {subject.kind.label.lower()} that are not there."
            )
        if wrong:
            few = ", ".join(map(str, wrong[:3])) + (" and more" if len(wrong) > 3 else "")
            yield _said(
                f"The search does not find {len(wrong):,} {subject.kind.label.lower()} by their words (number {few})."
            )


def _wrong(subject: Subject) -> tuple[list[int], int]:
    """Give the records whose words do not fit, and how many words are kept of records that there are."""
    wrong: list[int] = []
    number = 0
    for ids in all_ids(subject.model):
        kept = kept_rows(subject, ids)
        number += len(kept)
        wrong += sorted({record for record, _, _ in kept ^ rows_of(subject, ids)})
    return wrong, number


def _said(fault: str) -> str:
    return f'{fault} "fingerpost reindex" makes its index anew.'
