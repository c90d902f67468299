"""Check a sheet line by line: what would be recorded, what is wrong, and what is in the register already."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from fingerpost.places.normal import normal
from fingerpost.web.errors import WebError
from fingerpost.web.register.merged import all_merged
from fingerpost.web.register.models import Tie
from fingerpost.web.register.sheets.cells import Problem
from fingerpost.web.register.sheets.kinds import Column, Kind
from fingerpost.web.register.sheets.sheet import BadSheet, Row, Sheet


@dataclass
class Line:
    """What one line of a sheet comes to. ``same`` is the record it repeats, ``twin`` the line of this sheet."""

    number: int
    words: str
    """What it says, for people; the cells as they are where they give no record."""
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    same: models.Model | None = None
    twin: int | None = None
    differs: list[str] = field(default_factory=list)
    """Where the record that it repeats says something else."""

    @property
    def is_new(self) -> bool:
        """Tell whether it would be recorded."""
        return not self.problems and self.same is None and self.twin is None


@dataclass(frozen=True)
class Checked:
    """A sheet, checked. It can be entered when no line has a problem and at least one is new."""

    kind: Kind
    lines: tuple[Line, ...]
    unknown: tuple[str, ...]
    """Headings of columns that are not known, and are left out."""

    @property
    def new(self) -> list[Line]:
        """Give the lines that would be recorded."""
        return [line for line in self.lines if line.is_new]

    @property
    def repeated(self) -> list[Line]:
        """Give the lines that are in the register already, or stand in the sheet twice."""
        return [line for line in self.lines if not line.problems and not line.is_new]

    @property
    def wrong(self) -> list[Line]:
        """Give the lines that cannot be recorded."""
        return [line for line in self.lines if line.problems]

    @property
    def may_enter(self) -> bool:
        """Tell whether the sheet can be entered as it is."""
        return bool(self.new) and not self.wrong

    @property
    def digest(self) -> str:
        """Give what the outcome comes to, so that what is entered is what was looked at."""
        said = [
            (
                line.number,
                line.words,
                line.is_new,
                [(name, str(value)) for name, value in line.values.items()],
            )
            for line in self.lines
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()


def check(sheet: Sheet, kind: Kind) -> Checked:
    """Say of each line of a sheet what it comes to; a fixed number of queries for any number of lines.

    Raises:
        BadSheet: a column that every line needs is not there.
    """
    columns, unknown = _columns(sheet, kind)
    found = {
        at: column.find(row.cells[at] for row in sheet.rows if at < len(row.cells) and row.cells[at])
        for at, column in columns.items()
        if column.find
    }
    lines = [_line(row, columns, found, kind, len(sheet.head.cells)) for row in sheet.rows]
    _mark_repeated(lines, kind)
    return Checked(kind, tuple(lines), unknown)


def _columns(sheet: Sheet, kind: Kind) -> tuple[dict[int, Column], tuple[str, ...]]:
    """Give the columns by where they stand: by heading first, then by what else people call them."""
    headings = {at: normal(heading) for at, heading in enumerate(sheet.head.cells) if heading}
    found: dict[int, Column] = {}
    for names in (_heading, _names):
        for column in kind.columns:
            if column not in found.values():
                at = next(
                    (at for at, word in headings.items() if at not in found and word in names(column)), None
                )
                if at is not None:
                    found[at] = column
    missing = [column.heading for column in kind.columns if column.needed and column not in found.values()]
    if missing:
        known = ", ".join(column.heading for column in kind.columns)
        raise BadSheet(
            f"The sheet has no column {' and no column '.join(f'“{name}”' for name in missing)}. "
            f"The first line names the columns: {known}."
        )
    return found, tuple(sheet.head.cells[at] for at in headings if at not in found)


def _heading(column: Column) -> set[str]:
    return {normal(column.heading)}


def _names(column: Column) -> set[str]:
    return {normal(column.field), *(normal(name) for name in column.also)}


def _line(
    row: Row, columns: Mapping[int, Column], found: Mapping[int, Mapping[str, Any]], kind: Kind, width: int
) -> Line:
    line = Line(row.line, " · ".join(cell for cell in row.cells if cell))
    for at, column in columns.items():
        words = row.cells[at] if at < len(row.cells) else ""
        try:
            value = _value(words, column, found.get(at, {}))
        except (Problem, WebError) as problem:
            line.problems.append(f"{column.heading}: {problem}")
        else:
            if value is not None:
                line.values[column.field] = value
    if any(row.cells[width:]):
        line.problems.append("It has more cells than there are headings. Put quotation marks around commas.")
    if not line.problems:
        line.problems += _field_faults(line.values, kind)
    line.problems += kind.faults(line.values)
    if not line.problems:
        line.words = kind.say(line.values)
    return line


def _value(words: str, column: Column, found: Mapping[str, Any]) -> Any:
    if not words:
        if column.needed:
            raise Problem("Nothing is filled in here.")
        return None
    value = found[words] if column.find else column.read(words)
    if isinstance(value, Problem):
        raise value
    return value


def _field_faults(values: Mapping[str, Any], kind: Kind) -> list[str]:
    """Give what the fields themselves refuse: words that are too long, numbers with too many decimals."""
    relations = [field.name for field in kind.model._meta.fields if field.is_relation]
    try:
        kind.model(**values).clean_fields(exclude=relations)
    except ValidationError as error:
        headings = {column.field: column.heading for column in kind.columns}
        return [
            f"{headings.get(name, name)}: {said}"
            for name, all_said in error.message_dict.items()
            for said in all_said
        ]
    return []


def _mark_repeated(lines: list[Line], kind: Kind) -> None:
    good = [line for line in lines if not line.problems]
    known = {kind.key(_values(record)): record for record in _alike(good, kind)} if good else {}
    first: dict[Any, int] = {}
    for line in good:
        key = kind.key(line.values)
        line.same = known.get(key)
        if line.same is None:
            line.twin = first.get(key)
        else:
            line.differs = _differences(line, kind)
        first.setdefault(key, line.number)


def _differences(line: Line, kind: Kind) -> list[str]:
    found = []
    for column in kind.columns:
        there = getattr(line.same, f"{column.field}_id" if column.find else column.field)
        here = line.values.get(column.field)
        here = here.pk if column.find and here else here
        if here is not None and here != there and column.field not in ("tie", "title", "subject"):
            found.append(f"{column.heading}: {'nothing' if there in ('', None) else there} there")
    return found


def _values(record: models.Model) -> dict[str, Any]:
    """Give the fields of a record as a line would give them; other records only where a key needs them."""
    names = [f.name for f in record._meta.fields if not f.is_relation or f.name in {"tie", "home"}]
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _alike(lines: list[Line], kind: Kind) -> list[Any]:
    """Give the records that a line may repeat, each under the tie that it stands under after merges."""
    records = kind.alike([line.values for line in lines])
    ties = {line.values["tie"] for line in lines if "tie" in line.values}
    if not ties:
        return list(records.select_related("home"))
    under = all_merged(Tie, [tie.pk for tie in ties])
    found = list(records.filter(tie__in=list(under)))
    by_number = {tie.pk: tie for tie in ties}
    for record in found:
        record.tie = by_number[under[record.tie_id]]
    return found
