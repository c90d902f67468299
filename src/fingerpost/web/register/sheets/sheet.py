"""A sheet as handed in (CSV, XLSX, or pasted) to its headings and rows of text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import Any, NamedTuple

from fingerpost.documents.archives import check_archive
from fingerpost.documents.encoding import decode
from fingerpost.documents.errors import DocumentError, NotText
from fingerpost.documents.guarding import within_time
from fingerpost.web.errors import WebError

MOST_BYTES = 4_000_000
MOST_LINES = 2_000
"""Most lines of one sheet: what a person can look over. More go in several sheets."""
MOST_COLUMNS = 60
MOST_ROWS = 100_000
"""Most rows of a spreadsheet that are looked at; beyond the last line they are empty."""
DELIMITERS = ("\t", ";", ",")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"

SAVE_AS = "Save it as CSV or as an Excel workbook (.xlsx), then try again."


class BadSheet(WebError):
    """A sheet that cannot be read, with what to do."""


class Row(NamedTuple):
    """One line of a sheet; ``line`` counts from 1, the headings' line included, as spreadsheets do."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The row of headings and the rows under it; empty rows are left out."""

    head: Row
    rows: tuple[Row, ...]


def sheet_of(data: bytes, name: str) -> Sheet:
    """Give the sheet in a file.

    Raises:
        BadSheet: it is no table, or too large; the message says what to do.
    """
    if len(data) > MOST_BYTES:
        raise BadSheet(f"{name} is larger than {MOST_BYTES // 1_000_000} MB. Hand it in in parts.")
    if data.startswith(b"PK"):
        return _sheet(_cells_of_workbook(data, name), name)
    if data.startswith(OLD_EXCEL):
        raise BadSheet(f"{name} is an old or a locked Excel file. {SAVE_AS}")
    try:
        text, _ = decode(data)
    except NotText as error:
        raise BadSheet(f"{name} is no table that can be read here. {SAVE_AS}") from error
    return sheet_of_text(text, name)


def sheet_of_text(text: str, name: str = "What was pasted") -> Sheet:
    """Give the sheet in a text: CSV with commas, semicolons or tabs, as spreadsheets save and copy it.

    Raises:
        BadSheet: it holds no line, or too many.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").lstrip("\ufeff")
    declared = re.match(r"sep=(.)\n", text)
    offset = 1 if declared else 0
    text = text[declared.end() :] if declared else text
    try:
        return _sheet(_cells_of_text(text, declared[1] if declared else _delimiter(text), offset), name)
    except csv.Error as error:
        raise BadSheet(f"{name} cannot be taken apart into cells ({error}). {SAVE_AS}") from error


def as_text(sheet: Sheet) -> str:
    """Give a sheet as CSV in which every row stands in the line it had, so that it can be mended and read again."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    line = 1
    for row in (sheet.head, *sheet.rows):
        out.write("\n" * (row.line - line))
        write([" ".join(cell.split()) for cell in row.cells])
        line = max(row.line, line) + 1
    return out.getvalue()


def _sheet(rows: Iterable[Row], name: str) -> Sheet:
    """Take the first row with two filled cells for the headings: what stands above it is a title."""
    filled = (row for row in rows if any(row.cells))
    head = next((row for row in filled if sum(map(bool, row.cells)) > 1), None)
    lines = tuple(islice(filled, MOST_LINES + 1))
    if head is None or not lines:
        raise BadSheet(f"{name} holds no line under its headings. Fill in the template, then try again.")
    if len(lines) > MOST_LINES:
        raise BadSheet(f"{name} holds more than {MOST_LINES:,} lines. Hand it in in parts.")
    return Sheet(head, lines)


def _cells_of_text(text: str, delimiter: str, offset: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    begins = 1
    for cells in reader:
        yield Row(begins + offset, tuple(cell.strip() for cell in cells[:MOST_COLUMNS]))
        begins = reader.line_num + 1


def _delimiter(text: str) -> str:
    """Give what the lines are cut by: whatever cuts one of the first into most cells."""
    first = [line for line in text[:20_000].splitlines() if line.strip()][:10]
    return max(
        DELIMITERS, key=lambda delimiter: max(map(len, csv.reader(first, delimiter=delimiter)), default=0)
    )


def _cells_of_workbook(data: bytes, name: str) -> list[Row]:
    try:
        check_archive(data, name)
        return within_time(name, _first_worksheet, data)
    except DocumentError as error:
        raise BadSheet(str(error)) from error
    except (Exception, RecursionError) as error:
        broken = isinstance(error, zipfile.BadZipFile | KeyError)
        what = "is no Excel workbook" if broken else "is a damaged Excel workbook"
        raise BadSheet(f"{name} {what}. {SAVE_AS}") from error


def _first_worksheet(data: bytes) -> list[Row]:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    worksheet = workbook.worksheets[0]
    worksheet.reset_dimensions()  # some programs write wrong ones
    rows = worksheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
    found = (Row(line, tuple(_cell(cell) for cell in cells)) for line, cells in enumerate(rows, 1))
    return list(islice((row for row in found if any(row.cells)), MOST_LINES + 20))


def _cell(cell: Any) -> str:
    value = cell.value
    if isinstance(value, datetime | date):
        return value.isoformat()[: _shown(str(cell.number_format))]
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return " ".join(str(value).split()) if value is not None else ""


def _shown(number_format: str) -> int:
    """Give how much of a day its format shows, as characters of ISO 8601: "May 2019" claims no day."""
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format).lower()
    if "d" in shown or "y" not in shown:
        return 10
    return 7 if "m" in shown else 4
