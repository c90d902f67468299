"""Run a command beside a PostgreSQL server made for it on loopback: ``python tests/postgres.py COMMAND ...``

The command finds the server's address in FINGERPOST_DATABASE. Exits with 3, saying so, where the machine has no
PostgreSQL programs.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NO_PROGRAMS = 3


def programs() -> Path | None:
    """Give the folder of initdb and postgres; the newest where there are several."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin")
    return max(
        (f for f in folders if (f / "initdb").exists()), key=lambda f: int(f.parent.name), default=None
    )


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a fresh, empty database on a server that ends with the block."""
    with controlled() as (address, _):
        yield address


@contextmanager
def controlled(
    small: Path | None = None, *, all_of_it: bool = False
) -> Iterator[tuple[str, Callable[..., None]]]:
    """Give the address, and what stops (``control("stop")``) and starts the server within the block.

    Args:
        small: a small file system that the tables are to be on; by default they are where all else is.
        all_of_it: whether all else is to be on that one too, the server's own log of changes with it.
    """
    folder = programs()
    assert folder
    data = Path(tempfile.mkdtemp(prefix="fingerpost-pg-"))
    prefix = _ordinary_user(data, *filter(None, [small]))
    cluster = (small if small and all_of_it else data) / "db"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    making = ["-D", cluster, "-U", "desk", "-A", "trust", "-E", "UTF8", "--wal-segsize=1"]
    subprocess.run([*prefix, folder / "initdb", *making], **quiet)
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off"
    words = [*prefix, folder / "pg_ctl", "-D", cluster, "-w", "-l", data / "log"]

    def control(verb: str, *, check: bool = True) -> None:
        more = ["-o", options] if verb == "start" else ["-m", "immediate"]
        subprocess.run([*words, *more, verb], stdout=subprocess.DEVNULL, check=check)

    control("start")
    server = f"postgresql://desk@127.0.0.1:{port}"
    if small and not all_of_it:
        _on(f"{server}/postgres", f"CREATE TABLESPACE small LOCATION '{small}'")
        _on(f"{server}/postgres", "CREATE DATABASE desk TABLESPACE small")
    try:
        yield f"{server}/{'desk' if small and not all_of_it else 'postgres'}", control
    finally:
        control("stop", check=False)
        shutil.rmtree(data, ignore_errors=True)


def _on(address: str, command: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command.encode())


def _ordinary_user(*folders: Path) -> list[str]:
    """Give the words that start a program as an ordinary user, and the folders: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    for folder in folders:
        shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def main() -> int:
    """Start a server, run the command, stop the server."""
    if programs() is None:
        print("No PostgreSQL programs on this machine: that half of the tests is left out.")
        return NO_PROGRAMS
    with server() as address:
        environment = os.environ | {"FINGERPOST_DATABASE": address}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
