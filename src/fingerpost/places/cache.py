"""Where the compiled gazetteer lives: built once per user, whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fingerpost.places.errors import BrokenIndexError
from fingerpost.places.index import Arrays, read
from fingerpost.settings import CACHE

Progress = Callable[[int, int], None]
"""Called with how much of the work is done, and how much there is."""

_STALE_SECONDS = 3600


def cache_folder() -> Path:
    """Give the folder for compiled data: ``FINGERPOST_CACHE``, or the user's cache folder."""
    if chosen := CACHE.value:
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "fingerpost"


def load(
    name: str,
    about: dict[str, object],
    build: Callable[[Path], None],
    say: Callable[[str], None],
) -> Arrays:
    """Give the arrays of the index called ``name``, building it first where it is missing or broken.

    ``build`` writes a whole index to the path it is given. Where the cache folder cannot be written, a
    folder for temporary files serves, and ``say`` is told.
    """
    folder = cache_folder()
    try:
        return _load_in(folder, name, about, build)
    except OSError as error:
        other = _temporary()
        say(
            f"{folder}: cannot keep the gazetteer here ({error.strerror or error}). "
            f"It is kept in {other} for now; set FINGERPOST_CACHE to a folder that can be written."
        )
        return _load_in(other, name, about, build)


def _load_in(folder: Path, name: str, about: dict[str, object], build: Callable[[Path], None]) -> Arrays:
    path = folder / name
    try:
        return read(path, about)
    except (FileNotFoundError, NotADirectoryError, BrokenIndexError):
        pass
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder / f"{name}.lock"):
        try:  # Somebody else may have built it while this process waited for the lock.
            return read(path, about)
        except (FileNotFoundError, BrokenIndexError):
            _build(path, build)
    return read(path, about)


def _build(path: Path, build: Callable[[Path], None]) -> None:
    _sweep(path)
    handle, temporary = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        build(Path(temporary))
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what builds that were killed left behind."""
    for left in path.parent.glob("*.part"):
        try:
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()
        except OSError:
            continue


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold the lock while building. Without locks (Windows) two may build at once: the last one stays."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:  # Some network file systems have no locks: then the race is harmless, only slow.
            yield
            return
        yield


def _temporary() -> Path:
    """Give a folder among the temporary files that belongs to this user and nobody else."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"fingerpost-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
        if not folder.is_symlink() and (not user or status.st_uid == user) and not status.st_mode & 0o022:
            return folder
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix="fingerpost-"))
