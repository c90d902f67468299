"""Bad input gives one plain sentence that names the source and says what to do next."""

from __future__ import annotations

import io
import os
import pickle
import random
import threading
import zipfile
from pathlib import Path

import making
import pytest

from fingerpost.documents import (
    Broken,
    DocumentError,
    Empty,
    Locked,
    NotAFile,
    NotAllowed,
    NoText,
    NotFound,
    TooLarge,
    TooSlow,
    UnknownDate,
    Unsupported,
    limits,
    open_document,
    receiving,
)
from fingerpost.documents.guarding import within_time

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(60)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


def scan() -> bytes:
    """A PDF with one page and nothing on it."""
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def locked_pdf(*, user: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(making.as_pdf()))
    writer.encrypt(user, "owner")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_bomb() -> bytes:
    import pypdf
    from pypdf.generic import NameObject, StreamObject

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = StreamObject()
    stream.set_data(b" " * (limits.PDF_STREAM_BYTES + 1))
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def random_bytes() -> bytes:
    return random.Random(1992).randbytes(5000)


CASES = {
    "nothing": (b"", Empty),
    "white space": (b" \n\t\n", Empty),
    "only a byte order mark": (b"\xef\xbb\xbf", Empty),
    "only NUL bytes": (b"\0\0\0", DocumentError),
    "a picture": (PNG, Unsupported),
    "a drawing": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>', Unsupported),
    "random bytes": (random_bytes(), Unsupported),
    "an archive": (zipped(readme_txt=b"hello"), Unsupported),
    "a spreadsheet": (zipped(xl__workbook_xml=b"<x/>"), Unsupported),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Unsupported),
    "a locked Word file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        Locked,
    ),
    "rich text": (b"{\\rtf1 hello}", Unsupported),
    "a page without text": (b"<html><body><script>go()</script></body></html>", NoText),
    "half a Word file": (making.as_docx()[:9000], Broken),
    "a Word file without its parts": (zipped(word__document_xml=b"<x/>"), Broken),
    "a damaged PDF": (b"%PDF-1.7\nnothing more", Broken),
    "a mail without text": (b"From: a@b\nMIME-Version: 1.0\n\n", Empty),
}


@pytest.mark.parametrize(("data", "error"), CASES.values(), ids=CASES)
def test_bad_bytes_get_a_plain_sentence(data: bytes, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        open_document(data, name="letter.xyz")
    assert str(caught.value).startswith("letter.xyz ")
    assert str(caught.value).endswith(".")
    assert caught.value.name == "letter.xyz"


def test_a_scanned_pdf_is_named_as_one() -> None:
    with pytest.raises(NoText, match="OCR"):
        open_document(scan(), name="scan.pdf")


def test_a_pdf_with_a_password_is_locked() -> None:
    with pytest.raises(Locked, match="password"):
        open_document(locked_pdf(user="secret"), name="minutes.pdf")


def test_a_pdf_that_only_restricts_printing_is_read() -> None:
    assert making.HEADLINE in open_document(locked_pdf(user="")).text


def test_a_zip_bomb_is_refused_by_what_it_says_of_itself() -> None:
    bomb = zipped(word__document_xml=bytes(limits.XML_BYTES + 1))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge, match="40 MB"):
        open_document(bomb, name="bomb.docx")


def test_a_pdf_bomb_is_refused() -> None:
    with pytest.raises(TooLarge, match="40 MB"):
        open_document(pdf_bomb(), name="bomb.pdf")


def test_entities_of_entities_are_not_unfolded() -> None:
    levels = "".join(
        f'<!ENTITY e{n} "{"&e" + str(n - 1) + ";" if n else "x"}{"&e0;" * 9 if n else ""}">' for n in range(9)
    )
    bomb = f"<!DOCTYPE w [{levels}]><w>&e8;</w>".encode()
    with pytest.raises(Broken):
        open_document(zipped(word__document_xml=bomb), name="laughs.docx")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(TooLarge, match="larger than 64 MB"):
        open_document(large)


def test_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="20 million characters"):
        open_document(b"word " * (limits.TEXT_CHARACTERS // 5 + 1), name="long.txt")


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.05)

    def endless() -> None:
        while True:
            sum(range(100))

    with pytest.raises(TooSlow, match=r"slow\.pdf took over 0 seconds"):
        within_time("slow.pdf", endless)
    assert not [thread for thread in threading.enumerate() if thread.name == "open slow.pdf"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"none\.txt does not exist"):
        open_document(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "none/" * 3])
def test_impossible_names_are_not_found(name: str) -> None:
    with pytest.raises(NotFound):
        open_document(name)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="is a folder"):
        open_document(tmp_path)


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(NotAFile, match="uses no network"):
        open_document("https://courier.example/springfield")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_without_a_writer_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Empty, match="nothing was written"):
        open_document(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_silent_pipe_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "PIPE_SECONDS", 0.05)
    os.mkfifo(tmp_path / "pipe")
    holder = os.open(tmp_path / "pipe", os.O_RDWR)
    try:
        with pytest.raises(TooSlow, match="stayed silent"):
            open_document(tmp_path / "pipe")
    finally:
        os.close(holder)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_no_file() -> None:
    with pytest.raises(NotAFile, match="device"):
        open_document("/dev/zero")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_is_named(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    secret.chmod(0)
    with pytest.raises(NotAllowed, match="permissions"):
        open_document(secret)


def test_a_refused_permission_is_told_plainly() -> None:
    error = receiving._refused(PermissionError(13, "Permission denied"), "secret.txt", "secret.txt")
    assert isinstance(error, NotAllowed)
    assert str(error) == "secret.txt may not be read by you. Ask its owner, or change its permissions."


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownDate, match="Write it as 2022-03-15"):
        open_document(b"Some words.", published="March 15th")


def test_an_error_crosses_from_one_process_to_another() -> None:
    error = pickle.loads(pickle.dumps(Empty("a.txt", "is empty.")))
    assert isinstance(error, Empty)
    assert (error.name, str(error)) == ("a.txt", "a.txt is empty.")
