"""Two web processes and a worker on one PostgreSQL, a web process killed under load; print what came of it, as JSON.

``python -m tests.web.operations.several``, with the real settings; the database server is its own.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

from tests.postgres import controlled

COMMAND = [sys.executable, "-c", "from fingerpost.cli import main; main()"]
CLIENTS, SECONDS, KILL_AFTER, MOST_SECONDS = 4, 4.0, 1.5, 90.0


def main() -> None:
    """Serve, load, kill, and count what was acknowledged."""
    with controlled() as (address, _):
        os.environ |= {"FINGERPOST_DATABASE": address, "FINGERPOST_SECRET": "x" * 50}
        ports = [free_port(), free_port()]
        # At the same moment, on an empty database: one of them makes the tables.
        webs = [start("serve", "--no-worker", "--port", str(port)) for port in ports]
        worker = start("work")
        try:
            up = all(wait_for(lambda port=port: ready(port)) for port in ports)
            cookie = sign_in()
            acknowledged, refused = load(ports, cookie, webs[0])
            read = wait_for(lambda: waiting() == 0)
            seen = wait_for(lambda: worker_of(ports[1]) == "works")
            kept = names()
        finally:
            ended = [stop(process) for process in (webs[1], worker)]
            webs[0].kill()
    lost = sorted(set(acknowledged) - set(kept))
    doubled = sorted({name for name in kept if kept.count(name) > 1})
    said = {"up": up, "read": read, "worker_seen": seen, "ended": ended, "lost": lost, "doubled": doubled}
    sys.stdout.write(
        json.dumps(said | {"acknowledged": len(acknowledged), "refused": refused, "of": len(kept)})
    )


def free_port() -> int:
    """Give a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(*words: str) -> subprocess.Popen[bytes]:
    """Start a fingerpost command."""
    return subprocess.Popen([*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stop(process: subprocess.Popen[bytes]) -> bool:
    """Stop a process politely; tell whether that was enough."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        return False
    return True


def load(ports: list[int], cookie: str, victim: subprocess.Popen[bytes]) -> tuple[list[str], int]:
    """Paste sources from several clients, kill a web process meanwhile: (names acknowledged, posts refused)."""
    acknowledged: list[str] = []
    refused: list[str] = []
    end = time.monotonic() + SECONDS

    def post(number: int) -> None:
        count = 0
        while time.monotonic() < end:
            count += 1
            text = f"Note {number}-{count}. The council met."
            # As a proxy does: the next server where one does not answer.
            for port in (ports[number % 2], ports[1 - number % 2]):
                if paste(port, cookie, text):
                    acknowledged.append(text)
                    break
                refused.append(text)

    threads = [threading.Thread(target=post, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    time.sleep(KILL_AFTER)
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    for thread in threads:
        thread.join()
    return acknowledged, len(refused)


def ask(port: int, method: str, path: str, cookie: str = "", body: str = "") -> tuple[int, str]:
    """Give the status and the text of an answer; 599 where nothing answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.read().decode()
    except (OSError, HTTPException):
        return 599, ""
    finally:
        connection.close()


def paste(port: int, cookie: str, text: str) -> bool:
    """Paste a source into the inbox; tell whether that was acknowledged."""
    token = cookie.partition("csrftoken=")[2]
    words = urlencode({"text": text, "csrfmiddlewaretoken": token})
    return ask(port, "POST", "/desk/inbox/", cookie, words)[0] == 302


def sign_in() -> str:
    """Make an administrator, and give the cookies of one who signed in."""
    from fingerpost.web.setup import start_django

    start_django()
    from django.contrib.sessions.backends.db import SessionStore

    from fingerpost.web.accounts.models import Membership, User

    ada = User.objects.create_user(
        username="ada", email="ada@example.org", password="a long phrase", name="Ada"
    )
    Membership.objects.create(user=ada, role="administrator")
    session = SessionStore()
    session["_auth_user_id"] = str(ada.pk)
    session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    session["_auth_user_hash"] = ada.get_session_auth_hash()
    session.create()
    return f"sessionid={session.session_key}; csrftoken={'c' * 32}"


def ready(port: int) -> bool:
    """Tell whether a web process is ready."""
    return ask(port, "GET", "/ready")[0] == 200


def worker_of(port: int) -> str:
    """Give what a web process knows of the worker."""
    return str(json.loads(ask(port, "GET", "/ready")[1] or "{}").get("worker"))


def waiting() -> int:
    """Count the sources that are not read."""
    from fingerpost.web.evidence.models import Source

    return Source.objects.exclude(state="read").count()


def names() -> list[str]:
    """Give the text of every source."""
    from fingerpost.web.evidence.models import Original

    return [
        re.sub(r"\s+$", "", bytes(data).decode()) for data in Original.objects.values_list("data", flat=True)
    ]


def wait_for(holds: Any) -> bool:
    """Wait until something holds; tell whether it came to that."""
    end = time.monotonic() + MOST_SECONDS
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.3)
    return False


if __name__ == "__main__":
    main()
