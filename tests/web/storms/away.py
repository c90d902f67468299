"""Serve the desk on a PostgreSQL server that is stopped and started again; print what its pages answered, as JSON.

``python -m tests.web.storms.away``, with the real settings; the server is its own.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from typing import Any

from tests.postgres import controlled

PAGES = (
    "/desk/", "/desk/inbox/", "/desk/ties/", "/account/login/",
    "/", "/ties/", "/search?q=bangor", "/map/", "/feeds/all.atom", "/downloads/ties.csv",
    "/api/v1/ties", "/api/reconcile",
)  # fmt: skip
"""Of the desk, and of the public."""
MOST_SECONDS = 60.0
SERVE = "from fingerpost.cli import main; main()"


def main() -> None:
    """Serve, stop the database, start it again; the desk is never restarted."""
    with controlled() as (address, control):
        os.environ["FINGERPOST_DATABASE"] = address
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-c", SERVE, "serve", "--port", str(port)]
        desk = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(lambda: answer(port, "/account/login/")[0] < 500)
            cookie, first = prepare(b"The council met on Tuesday.")
            read_first = wait_for(lambda: state(first) == "read")
            before = [answer(port, page, cookie)[0] for page in PAGES]
            control("stop")
            during = [answer(port, page, cookie) for page in PAGES]
            control("start")
            after = [answer(port, page, cookie)[0] for page in PAGES]
            control("stop")
            control("start")  # nobody came meanwhile: what is connected does not know yet
            unnoticed = [answer(port, page, cookie)[0] for page in PAGES]
            second = add(b"The council met on Wednesday.")
            read_second = wait_for(lambda: state(second) == "read")
        finally:
            desk.terminate()
            desk.wait(20)
    said = {
        "before": before,
        "during": during,
        "after": after,
        "unnoticed": unnoticed,
        "read": [read_first, read_second],
    }
    sys.stdout.write(json.dumps(said))


def answer(port: int, page: str, cookie: str = "") -> tuple[int, str]:
    """Give the status and the text of a page; 599 where nothing listens."""
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", page, headers={"Cookie": cookie} if cookie else {})
        response = connection.getresponse()
        return response.status, response.read().decode()
    except (OSError, HTTPException):
        return 599, ""


def wait_for(holds: Any) -> bool:
    """Wait until something holds; tell whether it came to that."""
    end = time.monotonic() + MOST_SECONDS
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def prepare(data: bytes) -> tuple[str, int]:
    """Found the register, sign an administrator in, add a source: (the cookie, the source's id)."""
    from fingerpost.web.setup import start_django

    start_django()
    from django.contrib.sessions.backends.db import SessionStore

    from fingerpost.web.accounts.models import Membership, User
    from fingerpost.web.site.models import Site

    ada = User.objects.create_user(
        username="ada", email="ada@example.org", password="a long phrase", name="Ada"
    )
    Membership.objects.create(user=ada, role="administrator")
    Site.objects.update_or_create(pk=1, defaults={"open": True})
    session = SessionStore()
    session["_auth_user_id"] = str(ada.pk)
    session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    session["_auth_user_hash"] = ada.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}", add(data)


def add(data: bytes) -> int:
    """Add a source, on a new connection."""
    from django.db import connection

    from fingerpost.web.evidence.receiving import receive_source

    connection.close()
    return int(receive_source(by=None, data=data, name="minutes.txt")[0].pk)


def state(pk: int) -> str:
    """Give how far a source is."""
    from fingerpost.web.evidence.models import Source

    return str(Source.objects.get(pk=pk).state)


if __name__ == "__main__":
    main()
