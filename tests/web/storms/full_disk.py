"""Work on a disk that is really full, make room, work on; print what came of it as JSON.

``python -m tests.web.storms.full_disk FOLDER HOW`` with the real settings; FOLDER is a small file system of its own.
It holds SQLite's data folder (``sqlite``), PostgreSQL's tables (``tables``), or all of PostgreSQL (``server``).
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from tests.postgres import controlled
from tests.web.storms import kills

ARTICLE = (kills.TEXTS / "000.txt").read_bytes()
ROOMS = (0, 30_000, 150_000, 700_000)
"""Bytes left free, one after the other: things fail at their beginning, and in the middle."""
COMMAND = "from fingerpost.cli import main; main()"
Told = list[Any]


def main() -> None:
    """Work on the kind of database asked for."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    logging.disable(logging.CRITICAL)
    if how == "sqlite":
        os.environ["FINGERPOST_DATA"] = str(folder)
        os.environ.pop("FINGERPOST_DATABASE", None)
        told = Desk(folder).work(lambda: None)
    else:
        with controlled(folder, all_of_it=how == "server") as (address, control):
            os.environ["FINGERPOST_DATABASE"] = address
            told = Desk(folder).work(partial(revive, control))
    sys.stdout.write(json.dumps(told))


def revive(control: Callable[..., None]) -> None:
    """Start a server that the full disk has ended; one that still runs, or is recovering, stays."""
    from django.db import connection

    for _ in range(40):
        connection.close()
        with suppress(Exception):
            connection.ensure_connection()
            return
        control("start", check=False)
        time.sleep(0.5)


class Desk:
    """Somebody at the desk of a register on a small disk, and what was acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ballast = folder, folder / "ballast"
        self.acknowledged: list[Told] = []
        self.number = 0
        self.acts: dict[str, Callable[[], Told]] = {
            "upload": self.upload,
            "read": self.read,
            "judge": self.judge,
            "briefing": lambda: self.page("post", "/desk/cases/1/issue", {}),
            "look": lambda: self.page("get", "/desk/inbox/", {}),
            "backup": lambda: self.write("backup", self.folder / "a.backup"),
            "export": lambda: self.write("export", "-o", self.folder / "a.json"),
        }

    def work(self, revive: Callable[[], None]) -> dict[str, Any]:
        """Do everything on a disk with less and less room, then with room again."""
        self.found()
        rounds, faults = {}, []
        for room in ROOMS:
            self.fill(room)
            rounds[room] = {name: self.attempt(act) for name, act in self.acts.items()}
            left = [path.name for path in self.folder.iterdir() if path.name.endswith(".part")]
            self.ballast.unlink()
            revive()
            faults += [*left, *kills.damage(self.acknowledged)]
        again = {name: self.attempt(act) for name, act in self.acts.items()}
        kills.finish(lambda *_: None)
        faults += [*kills.damage(self.acknowledged), *kills.unread()]
        return {"rounds": rounds, "again": again, "faults": faults, "kept": kills.counts()}

    def found(self) -> None:
        """Make a register with people, a case, and a source that was read."""
        kills.start_django()
        kills.migrate()
        kills.prepare()
        from django.contrib.sessions.backends.db import SessionStore

        from fingerpost.web.accounts.models import Membership, User
        from fingerpost.web.casework.working import open_case
        from fingerpost.web.evidence.receiving import receive_source

        rita = User.objects.get(name="Rita")
        Membership.objects.create(user=rita, role="administrator")
        session = SessionStore()
        session["_auth_user_id"] = str(rita.pk)
        session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
        session["_auth_user_hash"] = rita.get_session_auth_hash()
        session.create()
        self.session = session.session_key
        source, _ = receive_source(by=rita, data=ARTICLE, name="000.txt")
        open_case(by=rita, changes={"title": "The tie", "question": "Keep it?"}, sources=[source])
        kills.finish(lambda *_: None)
        # Known from the start: on a full disk nobody can ask the database.
        self.to_judge = list(source.findings.order_by("pk").values_list("pk", flat=True))

    def fill(self, room: int) -> None:
        """Fill the disk to the last byte, then leave some room."""
        with self.ballast.open("wb", buffering=0) as file:
            for size in (65_536, 4_096, 1):
                with suppress(OSError):
                    while file.write(b"x" * size) == size:
                        pass
            if room:
                file.truncate(max(file.tell() - room, 0))

    def attempt(self, act: Callable[[], Told]) -> Told:
        """Give what came of it; of an error its name and words."""
        from django.db import connection

        try:
            return act()
        except Exception as error:
            return [type(error).__name__, str(error)]
        finally:
            connection.close()

    # What is done

    def upload(self) -> Told:
        """Upload a source of half a megabyte that has not been seen before."""
        from django.core.files.uploadedfile import SimpleUploadedFile

        data = ARTICLE + os.urandom(250_000).hex().encode()
        told = self.page("post", "/desk/inbox/", {"files": [SimpleUploadedFile("letter.txt", data)]})
        if told[0] == 302:
            self.acknowledged.append(["upload", "sha256:" + hashlib.sha256(data).hexdigest()])
        return told

    def read(self) -> Told:
        """Receive a small source and read it, as the worker does."""
        from fingerpost.web.evidence.models import Source
        from fingerpost.web.evidence.receiving import receive_source
        from fingerpost.web.evidence.tasks import read_source

        self.number += 1
        source, _ = receive_source(by=None, data=ARTICLE + b"\n\nEdition %d." % self.number, name="000.txt")
        self.acknowledged.append(["upload", source.digest])
        read_source.func(source.pk)
        state = Source.objects.get(pk=source.pk).state
        if state == "read":
            self.acknowledged.append(["read", source.pk])
        return [state, ""]

    def judge(self) -> Told:
        """Judge the next finding."""
        finding = self.to_judge[0]
        told = self.page("post", f"/desk/findings/{finding}/judge", {"verdict": "accept", "seen": 0})
        if told[0] == 302:
            self.acknowledged.append(["judge", self.to_judge.pop(0), 1])
        return told

    def page(self, method: str, address: str, fields: dict[str, Any]) -> Told:
        """Give the status of a page, and its lead sentence."""
        from django.test import Client

        client = Client(raise_request_exception=False, headers={"host": "localhost"})
        client.cookies["sessionid"] = self.session
        answer = getattr(client, method)(address, fields)
        lead = re.search(r'<p class="lead">(.*?)</p>', answer.content.decode())
        return [answer.status_code, lead[1] if lead else ""]

    def write(self, *words: str | Path) -> Told:
        """Give how a command ended that writes the register into the small file system, and what it said."""
        from fingerpost.web.transfer.files import read_file

        done = subprocess.run(
            [sys.executable, "-c", COMMAND, *words], capture_output=True, text=True, check=False, timeout=120
        )
        if done.returncode == 0:
            lines = list(read_file(Path(words[-1])))
            entries = sum(b'"table":"audit.entry"' in line for line in lines)
            if b'"sha256"' not in lines[-1] or entries != kills.counts()["Entry"]:
                return [0, f"but {words[-1]} holds {entries} of {kills.counts()['Entry']} entries"]
        return [done.returncode, done.stderr.strip()]


if __name__ == "__main__":
    main()
