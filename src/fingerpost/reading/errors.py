"""What stops the reader altogether."""

from __future__ import annotations

from fingerpost.errors import PlainError


class ReadingError(PlainError):
    """The reader cannot work."""


class ModelMissing(ReadingError):
    """The configured spaCy pipeline is not installed. ``name`` is what was asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'FINGERPOST_MODEL names "{name}", and no such spaCy pipeline is installed. '
            "Install it, or unset FINGERPOST_MODEL to read with the model that comes with Fingerpost."
        )
        self.name = name
