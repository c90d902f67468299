"""Bytes in any format to a Document: canonical text, blocks, digest, dates."""

from fingerpost.documents.errors import DocumentError
from fingerpost.documents.model import Block, Document, SourceDate
from fingerpost.documents.opening import open_document

__all__ = ["Block", "Document", "DocumentError", "SourceDate", "open_document"]
