"""Bytes in any format to a Document: canonical text, blocks, digest, dates."""

from fingerpost.documents.errors import (
    Broken,
    DocumentError,
    Empty,
    Locked,
    NotAFile,
    NotAllowed,
    NoText,
    NotFound,
    TooLarge,
    TooSlow,
    UnknownDate,
    Unsupported,
)
from fingerpost.documents.model import Block, Document, SourceDate
from fingerpost.documents.opening import open_document
from fingerpost.documents.receiving import take

__all__ = [
    "Block",
    "Broken",
    "Document",
    "DocumentError",
    "Empty",
    "Locked",
    "NoText",
    "NotAFile",
    "NotAllowed",
    "NotFound",
    "SourceDate",
    "TooLarge",
    "TooSlow",
    "UnknownDate",
    "Unsupported",
    "open_document",
    "take",
]
