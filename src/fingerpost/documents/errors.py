"""Why a source could not be read, in one plain sentence that names it and says what to do."""

from __future__ import annotations

from fingerpost.errors import PlainError


class DocumentError(PlainError):
    """A source could not be read. ``name`` is the file or address as given."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return type(self), (self.name, str(self))
