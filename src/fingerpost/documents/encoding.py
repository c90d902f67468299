"""Bytes to text: byte order marks, UTF-8, the wide encodings, then the likeliest of the older ones.

The general detectors are made for pages of unknown language and go wrong on a news text with a handful of
accents (they take Western European text for Central European). Here the candidates are few, and each is
judged by what its reading looks like: letters within words, one script per word, capitals at word starts,
common characters rather than rare ones. A tie goes to the earlier candidate.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from itertools import islice
from unicodedata import category

from fingerpost.documents.errors import NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
SINGLE_BYTE = ("cp1252", "cp1250", "iso-8859-2", "cp1251", "koi8-r", "latin-1")
DOUBLE_BYTE = ("shift_jis", "euc_kr", "euc_jp", "gb18030", "big5")
JUDGED_BYTES = 100_000
JUDGED_CHARACTERS = 4_000
PLAUSIBLE = 0.2
"""Least mean judgement (from -5, impossible, to 1, common letters) of a reading that is taken for text."""
MIN_SPARED = 0.6
"""Share of non-ASCII sequences that must be sound UTF-8 for the others to count as damage."""

MIN_ASCII = 0.9
"""Share of printable ASCII from which on bytes are text, even if no encoding explains the others."""

HIGH = re.compile(r"[^\x00-\x7f]")
TYPOGRAPHIC = frozenset("“”„‘’‚–—…•€£§°©®™«»‹›\u00a0¡¿½")


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    """Give the text of the bytes, and warnings on what could not be decoded.

    Args:
        data: the bytes, perhaps with a byte order mark.
        declared: the encoding that a header or the page itself states; believed after UTF-8.

    Raises:
        NotText: the bytes look like no text in any encoding known here.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _replacing(data[len(bom) :], encoding)
    if 0 in data[:JUDGED_BYTES] and (wide := _wide(data)):
        return _replacing(data, wide)
    try:
        return _checked(data.decode("utf-8")), []
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(data):
        return _replacing(data, "utf-8")
    found = _known(declared, data) or likeliest(data) or ("utf-8" if _is_mostly_ascii(data) else None)
    if found is None:
        raise NotText
    return _replacing(data, found)


def likeliest(data: bytes) -> str | None:
    """Give the name of the older encoding whose reading of the bytes looks most like text; None where none does."""
    sample = data[:JUDGED_BYTES]
    best, best_score = None, PLAUSIBLE
    for encoding in SINGLE_BYTE + DOUBLE_BYTE:
        try:
            # incremental: the cut at the end of the sample may split a character
            text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
        except UnicodeDecodeError:
            continue
        score = _judgement(text, encoding)
        if score > best_score + 1e-9:
            best, best_score = encoding, score
    return best


def _is_mostly_ascii(data: bytes) -> bool:
    """Tell whether the bytes are text but for a few, whatever those may be."""
    sample = data[:JUDGED_BYTES]
    plain = sum(sample.count(byte) for byte in (*range(32, 127), 9, 10, 13))
    return plain >= MIN_ASCII * len(sample)


def _replacing(data: bytes, encoding: str) -> tuple[str, list[str]]:
    # surrogates pass, so that halves which belong together (CESU-8) can be joined later
    try:
        text = data.decode(encoding, "surrogatepass" if encoding.startswith("utf") else "strict")
        return _checked(text), []
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    return _checked(text), [f"Read as {encoding}; {damaged:,} damaged characters are shown as \ufffd."]


def _checked(text: str) -> str:
    """Refuse what decodes and is no text: too many control characters."""
    sample = text[:JUDGED_BYTES]
    odd = sum(sample.count(chr(code)) for code in (*range(1, 9), *range(14, 32), 127))
    # NUL bytes alone are tolerated up to half: text padded by old software
    if odd > 1 + 0.03 * len(sample) or sample.count("\0") > 4 + 0.5 * len(sample):
        raise NotText
    return text


def _wide(data: bytes) -> str | None:
    """Give the wide encoding whose reading of bytes without a mark looks like text, if one does."""
    sample = data[:4096]
    for encoding in WIDE:
        width = 4 if "32" in encoding else 2
        try:
            text = sample[: len(sample) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        odd = sum(category(char) in ("Cc", "Cn", "Co") and char not in "\n\r\t\ufeff" for char in text)
        spaces = sum(char in " \n\r\u3000。、" for char in text)
        if odd <= 0.02 * len(text) and spaces >= max(1, 0.01 * len(text)) and "\0" not in text[:40]:
            return encoding
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether most non-ASCII sequences are sound UTF-8, so that the others are damage."""
    sample = data[:JUDGED_BYTES]
    text = sample.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    surrogates = len(re.findall(rb"\xed[\xa0-\xbf][\x80-\xbf]", sample))
    sound = len(HIGH.findall(text)) - damaged
    if surrogates and damaged <= 3 * surrogates:
        return True
    return sound > 0 and sound >= MIN_SPARED * (sound + damaged)


def _known(declared: str | None, data: bytes) -> str | None:
    """Give the declared encoding where Python knows it and it fits; browsers read Latin-1 as Windows-1252."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        if name in ("iso8859-1", "ascii"):
            name = "cp1252"
        codecs.getincrementaldecoder(name)("strict").decode(data[:JUDGED_BYTES])
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return name


def _judgement(text: str, encoding: str) -> float:
    """Give the mean judgement of the non-ASCII characters, from -5 (impossible) to 1 (common letters)."""
    judge = JUDGES.get(encoding, _alphabetic)
    total, count = 0.0, 0
    for match in islice(HIGH.finditer(text), JUDGED_CHARACTERS):
        at = match.start()
        total += judge(match.group(), text[at - 1 : at], text[at + 1 : at + 2])
        count += 1
    return total / count if count else 0.0


def _alphabetic(char: str, before: str, after: str) -> float:
    """Judge a character of an alphabet by its neighbours."""
    kind = category(char)
    if kind in ("Cc", "Cn", "Co"):
        return -5.0
    if not kind.startswith("L"):
        inside = before.isalpha() and after.isalpha()
        if char in "’‘" or (char in TYPOGRAPHIC and not inside):
            return 0.6
        return -2.0 if inside or before.isalpha() else -0.5
    cyrillic = "\u0400" <= char <= "\u04ff"
    if kind == "Lu" and before.islower():
        return -2.0
    if cyrillic:
        mixed = (before.isalpha() and before < "\u0400") or (after.isalpha() and after < "\u0400")
        return -2.0 if mixed or char > "\u045f" else 1.0
    if kind == "Lo" or (before and before > "\x7f" and before.isalpha()):
        return -0.6  # ª and º within words; two accented letters in a row are rare
    return 0.9 if before.isalpha() or after.isalpha() else -0.3


def _han(encoding: str, leads: range) -> Callable[[str, str, str], float]:
    """Give a judge that calls those Han characters common whose lead byte in ``encoding`` is in ``leads``."""

    def judge(char: str, before: str, after: str) -> float:
        code = ord(char)
        if 0x3041 <= code <= 0x30FF:
            return 1.0 if encoding in ("shift_jis", "euc_jp") else 0.0
        if 0xFF61 <= code <= 0xFF9F or category(char) in ("Cc", "Cn", "Co"):
            return -2.0
        if 0x3000 <= code <= 0x303F or 0xFF01 <= code <= 0xFF5E:
            return 0.8
        if not (0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7A3):
            return 0.5 if char in TYPOGRAPHIC else -1.0
        if before.isascii() and before.isalpha() and after.isascii() and after.isalpha():
            return -2.0  # a single one in the middle of a Latin word
        try:
            return 1.0 if char.encode(encoding)[0] in leads else -0.7
        except UnicodeEncodeError:
            return -1.0

    return judge


JUDGES: dict[str, Callable[[str, str, str], float]] = {
    "shift_jis": _han("shift_jis", range(0x88, 0x98)),
    "euc_jp": _han("euc_jp", range(0xB0, 0xD0)),
    "gb18030": _han("gb2312", range(0xB0, 0xD8)),
    "big5": _han("big5", range(0xA4, 0xC7)),
    "euc_kr": _han("euc_kr", range(0xB0, 0xC9)),
}
