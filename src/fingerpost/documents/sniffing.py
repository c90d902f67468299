"""What kind of file the bytes are, from the bytes alone; a file's name is never asked."""

from __future__ import annotations

import io
import re
import zipfile

from fingerpost.documents.errors import Broken, Locked, Unsupported

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"

PICTURE = (
    "is a picture, and Fingerpost reads text. Take the text from where the picture comes from, or run "
    "text recognition (OCR) on it first."
)
SOUND = "is a sound or video file, and Fingerpost reads text. Give it a transcript."
ARCHIVE = "is an archive. Unpack it, then open the files inside."
PROGRAM = "is a program or a database, not a document. Check that this is the right file."
OLD_OFFICE = "is in an old Office format (such as .doc). Save it as .docx or PDF, then try again."
RTF = "is in Rich Text Format. Save it as .docx or PDF, then try again."
OTHER_OFFICE = (
    "is an office document or book, but not a Word document (.docx). Save it as .docx or PDF, then try again."
)
POSTSCRIPT = "is PostScript. Save it as PDF, then try again."

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"\0\0\1\0", PICTURE),
    (b"8BPS", PICTURE),
    (b"\xff\x0a", PICTURE),
    (b"ID3", SOUND),
    (b"OggS", SOUND),
    (b"fLaC", SOUND),
    (b"\x1aE\xdf\xa3", SOUND),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\0", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\x7fELF", PROGRAM),
    (b"SQLite format 3\0", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"{\\rtf", RTF),
    (b"%!PS", POSTSCRIPT),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

HTML_START = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|<!--.{0,4000}?-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
HTML_TAG = re.compile(
    r"</?(?:p|div|span|article|section|h[1-6]|a|br|ul|li|table|td|title|meta)\b[^<>]{0,500}>", re.I
)
SVG = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]{0,200}\?>|<!--.{0,4000}?-->|<!doctype[^>]{0,500}>)*<svg\b", re.I | re.S
)
HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):")
STRONG_HEADERS = frozenset(
    (
        b"message-id",
        b"mime-version",
        b"received",
        b"return-path",
        b"content-transfer-encoding",
        b"delivered-to",
    )
)
ADDRESS_HEADERS = frozenset((b"from", b"to", b"subject", b"date", b"sender"))
MARKDOWN_STRONG = re.compile(r"^#{1,6} +\S|^(?:```|~~~)|^\[[^\]\n]{1,200}\]: *\S+", re.M)
MARKDOWN_LINK = re.compile(r"!?\[[^\]\n]{1,300}\]\((?:https?:|/|#|\.|mailto:)[^)\s]{0,500}\)")
MARKDOWN_WEAK = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|(?<!\w)__[^_\n]{1,200}__(?!\w)|^.{1,200}\n={3,}$|`[^`\n]+`", re.M
)
FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[A-Za-z_][\w -]{0,40}:.*\n(?:[ \t-].*\n)*)+---[ \t]*\n")
LOOKED_AT = 64_000


def sniff_bytes(data: bytes, name: str) -> str | None:
    """Give the media type of a binary document or a mail; None for what has to be decoded as text.

    Raises:
        Unsupported: a kind of file without readable text (picture, sound, archive, program, old office).
        Locked: an encrypted office document.
        Broken: a zip archive that cannot be listed.
    """
    start = data[:1024]
    if b"%PDF-" in start:
        return PDF
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    if start.startswith(OLE):
        if ENCRYPTED_PACKAGE in data[:2_000_000] or ENCRYPTED_PACKAGE in data[-2_000_000:]:
            raise Locked(name, "is locked with a password. Save a copy without the password, then try again.")
        raise Unsupported(name, OLD_OFFICE)
    for magic, sentence in MAGIC:
        if start.startswith(magic):
            raise Unsupported(name, sentence)
    _refuse_media(start, name)
    return MAIL if is_mail(data) else None


def sniff_text(text: str, name: str) -> str:
    """Give the media type of decoded text: HTML, Markdown or plain."""
    head = text[:LOOKED_AT]
    if SVG.match(head):
        raise Unsupported(name, PICTURE)
    if HTML_START.match(head) or len(HTML_TAG.findall(head)) >= 4:
        return HTML
    if FRONT_MATTER.match(head) or MARKDOWN_STRONG.search(head) or MARKDOWN_LINK.search(head):
        return MARKDOWN
    return MARKDOWN if len(MARKDOWN_WEAK.findall(head)) >= 2 else PLAIN


def is_mail(data: bytes) -> bool:
    """Tell whether the bytes begin with the header of a mail.

    A memo's "TO: / FROM: / DATE:" is not enough: a header no person writes must stand beside, or a date in
    the form that only programs write.
    """
    names: set[bytes] = set()
    dated = False
    for number, line in enumerate(data[:LOOKED_AT].lstrip(b"\r\n\xef\xbb\xbf").splitlines()):
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue
        if number == 0 and line.startswith(b"From "):
            continue
        match = HEADER.match(line)
        if not match:
            return False
        names.add(match.group(1).lower())
        if match.group(1).lower() == b"date":
            from email.utils import parsedate_tz  # 5 ms that plain text need not pay

            stamp = parsedate_tz(line[5:].decode("latin-1").strip())
            dated = stamp is not None and stamp[9] is not None
    return bool(names & ADDRESS_HEADERS) and (bool(names & STRONG_HEADERS) or (dated and b"from" in names))


def _zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as error:
        raise Broken(
            name, "is damaged: its end is missing or was changed. Get a fresh copy, then try again."
        ) from error
    # the main part's name is a habit of the programs, not of the format: python-docx follows the relations
    if any(member.startswith("word/") for member in names):
        return DOCX
    office = "mimetype" in names or any(member.startswith(("xl/", "ppt/", "META-INF/")) for member in names)
    raise Unsupported(name, OTHER_OFFICE if office else ARCHIVE)


def _refuse_media(start: bytes, name: str) -> None:
    """Refuse the families whose mark stands a few bytes in."""
    if start.startswith(b"RIFF") and start[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise Unsupported(name, PICTURE if start[8:12] == b"WEBP" else SOUND)
    if start[4:8] == b"ftyp":
        picture = start[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")
        raise Unsupported(name, PICTURE if picture else SOUND)
    if start.startswith(b"BM") and start[6:10] == b"\0\0\0\0":
        raise Unsupported(name, PICTURE)
    if start.startswith(b"MZ") and b"\0" in start[:64]:
        raise Unsupported(name, PROGRAM)
    if start[257:262] == b"ustar":
        raise Unsupported(name, ARCHIVE)
