"""What can go wrong with places."""

from __future__ import annotations

from pathlib import Path

from fingerpost.errors import PlainError


class PlacesError(PlainError):
    """Something about the gazetteer that the user can mend."""


class BrokenIndexError(PlacesError):
    """The compiled index is truncated, altered or of another version. It can be built again."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}. It is built again.")
        self.path = path


class BadAdditionError(PlacesError):
    """A line of the user's own places cannot be read."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        where = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{where}: {reason}.")
        self.path, self.line = path, line
