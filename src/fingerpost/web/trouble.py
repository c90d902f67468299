"""What is behind an error that nobody expected: a database that is away, a disk that is full, or a fault of ours."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from enum import StrEnum

from django.db import InterfaceError, OperationalError

NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SQLITE_FULL = {"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"}
"""What SQLite calls a full disk; the second, where it is the index beside its log that finds no room."""
POSTGRESQL_FULL = "53100"
"""PostgreSQL's code for a full disk (Appendix A of its manual)."""
NO_SPACE_WORDS = (os.strerror(errno.ENOSPC), "could not write init file")
"""What a PostgreSQL says that finds no room even to let somebody in: such a refusal has no code."""


class Trouble(StrEnum):
    """Whose trouble it is, and so what somebody can do about it."""

    AWAY = "away"
    FULL = "full"
    FAULT = "fault"

    @property
    def passes(self) -> bool:
        """Tell whether the same request may work later."""
        return self is not Trouble.FAULT


def trouble_of(error: BaseException | None) -> Trouble:
    """Tell what is behind an error."""
    if any(_is_full(one) for one in _behind(error)):
        return Trouble.FULL
    if isinstance(error, InterfaceError | OperationalError):
        return Trouble.AWAY
    return Trouble.FAULT


def _is_full(error: BaseException) -> bool:
    return (
        (isinstance(error, OSError) and error.errno in NO_SPACE)
        or getattr(error, "sqlstate", None) == POSTGRESQL_FULL
        or getattr(error, "sqlite_errorname", None) in SQLITE_FULL
        or (isinstance(error, OperationalError) and any(words in str(error) for words in NO_SPACE_WORDS))
    )


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it came of."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
