"""What can go wrong before or behind a page, said for people."""

from __future__ import annotations

from fingerpost.errors import PlainError


class WebError(PlainError):
    """The register cannot do what was asked."""


class BadDatabase(WebError):
    """The database address cannot be used."""


class BadSettings(WebError):
    """A setting would do harm."""


class BadMail(WebError):
    """The address of the mail server cannot be used."""
