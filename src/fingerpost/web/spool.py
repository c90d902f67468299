"""Rows kept on the disk while they are counted, to be read again in order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any


class Spool:
    """Rows of plain JSON values, added one by one; the file goes with the object."""

    def __init__(self) -> None:
        self._file = TemporaryFile("w+", encoding="ascii")  # noqa: SIM115 (as long-lived as the object)
        self._number = 0

    def add(self, row: Any) -> None:
        """Keep a row behind those that are kept."""
        self._file.write(json.dumps(row) + "\n")
        self._number += 1

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Any]:
        self._file.seek(0)
        return map(json.loads, self._file)
