"""A Document to a Reading: findings, each with the passages it stands on."""

from fingerpost.reading.model import Reading
from fingerpost.reading.reader import read, read_all

__all__ = ["Reading", "read", "read_all"]
