"""Inputs as they come broken: bytes of real articles in several formats, cut, flipped, doubled and mixed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from tests.documents.making import as_docx, as_pdf

ARTICLES = Path(__file__).parents[3] / "evaluation" / "dev"
POISON = (
    b"\x00",
    b"\x00" * 300,
    b"\xff\xfe",
    b"\xed\xa0\x80",
    "\u202e\u2066\ufeff\u2028\x85".encode(),
    b"\x1b[2J",
    b"<script>alert(1)</script>",
    b"<svg onload=alert(1)>",
    b"]]>",
    b"&#0;&#xD800;&#x110000;",
    "\U0010ffff\ufffe".encode(),
    "a\u0301".encode() * 200,
    b"(" * 900,
    b"\n" * 900,
    b"\xe2\x80\x9c" * 200,
    b"9" * 400,
    b"%s%n{{7*7}}{%",
    b"\r\n.\r\nBcc: all@example.org\r\n",
    b"--b\r\nContent-Type: text/html\r\n\r\n",
    b"\xc3\x28",
)
NAMES = (
    "../../etc/passwd",
    "..\\..\\boot.ini",
    'a";\r\nSet-Cookie: x=1.txt',
    "<img src=x onerror=alert(1)>.html",
    "x" * 400 + ".pdf",
    "\u202etxt.exe",
    ".",
    "CON",
    "letter.docx",
    "mail.eml",
    "page.html",
    "{{7*7}}.md",
)


def seeds() -> list[bytes]:
    """Give short articles as text, HTML, PDF, Word and mail."""
    short = [
        "\n\n".join(path.read_text("utf-8").split("\n\n")[:2])[:400]
        for path in sorted(ARTICLES.glob("*.txt"))[:6]
    ]
    parts = short[0].split("\n\n")
    page = "<!doctype html><title>Sister city</title><article>" + "".join(f"<p>{part}</p>" for part in parts)
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "a@example.org", "The tie", "Tue, 1 Mar 2022 10:00:00 +0000"
    mail.set_content(short[1])
    mail.add_alternative(page, subtype="html")
    mail.add_attachment(short[2].encode(), maintype="text", subtype="plain", filename="letter.txt")
    return [*(text.encode() for text in short), page.encode(), as_pdf(parts), as_docx(parts), mail.as_bytes()]


def mutated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    chance, originals = random.Random(seed), seeds()
    for number in range(count):
        data = bytearray(chance.choice(originals))
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            chance.choice((flip, cut, double, poison, splice, swap))(chance, data, originals)
        # a mutation that took everything away is another test's: an empty source is refused
        yield f"{number} {chance.choice(NAMES)}", bytes(data) or b"."


def flip(chance: random.Random, data: bytearray, _: list[bytes]) -> None:
    """Change some bytes."""
    for _number in range(chance.randint(1, 8)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def cut(chance: random.Random, data: bytearray, _: list[bytes]) -> None:
    """Take a stretch out, or the end off."""
    start = chance.randrange(len(data) + 1)
    del data[start : None if chance.random() < 0.3 else start + chance.randint(1, 400)]


def double(chance: random.Random, data: bytearray, _: list[bytes]) -> None:
    """Repeat a stretch."""
    start = chance.randrange(len(data) + 1)
    data[start:start] = data[start : start + chance.randint(1, 300)] * chance.randint(1, 4)


def poison(chance: random.Random, data: bytearray, _: list[bytes]) -> None:
    """Put in what breaks programs."""
    start = chance.randrange(len(data) + 1)
    data[start:start] = chance.choice(POISON)


def splice(chance: random.Random, data: bytearray, originals: list[bytes]) -> None:
    """Put in a piece of another source."""
    other = chance.choice(originals)
    start, where = chance.randrange(len(other)), chance.randrange(len(data) + 1)
    data[where:where] = other[start : start + chance.randint(1, 400)]


def swap(chance: random.Random, data: bytearray, _: list[bytes]) -> None:
    """Put the end before the beginning."""
    where = chance.randrange(len(data) + 1)
    data[:] = data[where:] + data[:where]
