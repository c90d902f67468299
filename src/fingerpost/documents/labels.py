"""The kind of a line by how it begins or ends: promotion, caption, or a note about the article itself."""

from __future__ import annotations

import re

from fingerpost.documents import en
from fingerpost.documents.model import BlockKind
from fingerpost.documents.shapes import ends_sentence

LONGEST_LABEL = 60
LONGEST_PROMO = 300
LONGEST_CAPTION = 600
CREDIT_WORDS = ("photo", "picture", "image", "credit", "supplied", "getty", "reuters", "afp", "courtesy")
CREDIT_IN_BRACKETS = re.compile(
    r"[(\[][^()\[\]]{0,80}\b(?:photo|photograph|picture|image|supplied|credit|getty|reuters|afp|courtesy)\b"
    r"[^()\[\]]{0,80}[)\]]\.?$",
    re.I,
)
CREDIT_LAST = re.compile(
    r"\b(?:Photo|Photograph|Picture|Image|Credit)s?(?: credit)?(?:: ?| by )"
    r"[A-Z][\w.'’/&-]*(?:[ ,]+[A-Z][\w.'’/&-]*){0,5}$"
)
MORE_FROM = re.compile(r"more (?:stories )?(?:from|on|about) [^:.]{2,60}(?::|$)")


def label_of(line: str) -> str | None:
    """Give the label a line begins with, in lower case, or the whole of a short line; None where none."""
    colon = line.find(":", 0, LONGEST_LABEL)
    if colon > 0:
        return _plain(line[:colon])
    return _plain(line) if len(line) < LONGEST_LABEL else None


def kind_by_label(line: str) -> BlockKind | None:
    """Give the kind of a line that says what it is; None for all others."""
    lower = line[:LONGEST_LABEL].casefold()
    label = label_of(line)
    if label is not None:
        if label in en.WHOLE_LINE_NOTES or _plain(line[:LONGEST_LABEL]) in en.WHOLE_LINE_NOTES:
            return "other"
        if kind := _by_table(line, label):
            return kind
    if len(line) <= LONGEST_PROMO and _is_promo(line, lower):
        return "promo"
    if lower.startswith(en.CAPTION_STARTS):
        return "caption"
    if lower.startswith(en.NOTE_STARTS):
        return "other"
    return "caption" if len(line) <= LONGEST_CAPTION and _ends_in_credit(line[-200:]) else None


def opens_box(line: str) -> bool:
    """Tell whether a line is the bare label of a box of links, such as "Related stories"."""
    return len(line) < LONGEST_LABEL and _plain(line) in en.BOX_LABELS


def _by_table(line: str, label: str) -> BlockKind | None:
    kind = en.LABELS.get(label)
    has_colon = line[: LONGEST_LABEL + 1].find(":") > 0
    if kind == "promo":
        fits = len(line) <= LONGEST_PROMO and (has_colon or label in en.BARE_LABELS)
    elif kind == "caption":
        fits = has_colon and len(line) <= LONGEST_CAPTION
    else:
        fits = has_colon
    return kind if fits else None


def _ends_in_credit(tail: str) -> bool:
    lower = tail.lower()
    if not any(word in lower for word in CREDIT_WORDS):  # far quicker than the patterns
        return False
    return bool(CREDIT_IN_BRACKETS.search(tail) or CREDIT_LAST.search(tail))


def _is_promo(line: str, lower: str) -> bool:
    if lower.startswith(en.PROMO_STARTS):
        return len(line) <= 120 or not ends_sentence(line)
    return lower.startswith("more ") and bool(MORE_FROM.match(line.casefold())) and not line.endswith(".")


def _plain(line: str) -> str:
    return " ".join(line.strip(" \t:|–—-•*>»→▶►[]_.…").casefold().split())
