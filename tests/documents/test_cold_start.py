"""Plain text is opened without the libraries of the other formats, and in time that grows with its length."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from fingerpost.documents import open_document

HEAVY = (
    "trafilatura",
    "htmldate",
    "lxml",
    "pypdf",
    "docx",
    "markdown_it",
    "email",
    "charset_normalizer",
    "spacy",
)


def test_plain_text_loads_no_library_of_another_format(founding: Path) -> None:
    code = (
        "import sys; from fingerpost.documents import open_document; open_document(sys.argv[1]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(founding)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def seconds_for(data: bytes) -> float:
    start = time.process_time()
    open_document(data)
    return time.process_time() - start


def test_time_grows_with_the_length_of_the_text(founding: Path) -> None:
    article = founding.read_bytes() + b"\n\n"
    open_document(article)
    # The least of several: a short reading is easily disturbed, and never too quick.
    small, large = (min(seconds_for(article * times) for _ in range(3)) for times in (50, 500))
    assert large < 25 * small


def test_one_endless_line_takes_no_longer() -> None:
    assert seconds_for(b"ab" * 2_000_000) < 5
