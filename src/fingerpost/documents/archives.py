"""Zip-based files (DOCX, XLSX): refuse a bomb or a locked file before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile

from fingerpost.documents import limits
from fingerpost.documents.errors import Locked, TooLarge

LOCKED = "is locked with a password. Save a copy without the password, then try again."
BOMB = "unpacks to far more than a document needs (the limit is {size} MB), so it was not opened."
MANY = "holds more than {count:,} parts, so it was not opened. Save it again, then try again."


def check_archive(data: bytes, name: str) -> None:
    """Refuse a bomb by what the archive says of itself; zipfile never unpacks a member beyond its word.

    Raises:
        Locked: a member is encrypted.
        TooLarge: it holds too many members, or they unpack to too much.
        zipfile.BadZipFile: it is no zip file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise Locked(name, LOCKED)
    if len(members) > limits.ZIP_MEMBERS:
        raise TooLarge(name, MANY.format(count=limits.ZIP_MEMBERS))
    if sum(member.file_size for member in members) > limits.ZIP_BYTES:
        raise TooLarge(name, BOMB.format(size=limits.ZIP_BYTES // 1_000_000))
    if any(_is_xml(member.filename) and member.file_size > limits.XML_BYTES for member in members):
        raise TooLarge(name, BOMB.format(size=limits.XML_BYTES // 1_000_000))


def _is_xml(filename: str) -> bool:
    return filename.lower().endswith((".xml", ".rels"))
