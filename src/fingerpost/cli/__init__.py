"""The fingerpost command: parse options, call a library, print."""

from fingerpost.cli.main import main

__all__ = ["main"]
