"""What all error families share: a message made for people."""

from __future__ import annotations


class PlainError(Exception):
    """An error whose message says what happened, to which thing, and what to do next."""
