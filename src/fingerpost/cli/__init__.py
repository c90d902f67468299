"""The fingerpost command: parse options, call a library, print."""

from fingerpost.cli.main import command, main

__all__ = ["command", "main"]
