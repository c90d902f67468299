"""What can go wrong with a file of the register."""

from __future__ import annotations

from fingerpost.web.errors import WebError


class TransferError(WebError):
    """The register could not be written to a file, or read from one."""


class NotEmpty(TransferError):
    """The database to be filled holds something already."""


class BadFile(TransferError):
    """The file is not what was written: no export, cut short, or changed."""


class NoRegister(TransferError):
    """There is no register in the database yet."""


class OtherVersion(TransferError):
    """The register in the database, or in the file, was made by another version."""
