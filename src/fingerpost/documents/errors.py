"""Why a source could not be opened: one family, whose members carry the name of the thing concerned.

``str(error)`` is one plain sentence or two for people: the name, what happened, what to do next. An error
concerns this source only; the others of the same call can still be opened.
"""

from __future__ import annotations

from fingerpost.errors import PlainError


class NotText(Exception):
    """No encoding makes these bytes look like text. Inside the library; becomes ``Unsupported``."""


class DocumentError(PlainError):
    """A source that could not be opened. ``name`` is the file name or address as given."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"{name} {sentence}")
        self.name = name
        self.sentence = sentence
        """The message without the name, which is its subject."""

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        # as it crosses from one process to another
        return type(self), (self.name, self.sentence)


class NotFound(DocumentError):
    """No file has this name."""


class NotAFile(DocumentError):
    """A folder, a device, a socket, or an address on the network."""


class NotAllowed(DocumentError):
    """The file may not be read by this user, or the system refused."""


class Empty(DocumentError):
    """Nothing in it, or nothing but white space."""


class TooLarge(DocumentError):
    """Past one of the limits in ``documents.limits``, as received or unpacked."""


class TooSlow(DocumentError):
    """Opening it took longer than the limit."""


class Unsupported(DocumentError):
    """A kind of file that holds no text Fingerpost can read: a picture, an archive, random bytes."""


class Locked(DocumentError):
    """Encrypted; the text needs a password."""


class NoText(DocumentError):
    """A document without text of its own, such as a scan."""


class Broken(DocumentError):
    """Damaged: it begins like a document of a known kind, and cannot be read as one."""


class UnknownDate(DocumentError):
    """A date given with the source that is none. ``name`` is the source's."""
