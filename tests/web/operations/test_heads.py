"""HEAD is answered as GET is, and no byte of a body follows: what comes next on the connection is somebody else's."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from django.test import Client
from waitress.server import create_server

from fingerpost.web.site.models import Site
from fingerpost.web.wsgi import application


@pytest.fixture
def port() -> Iterator[int]:
    """Where the real server listens."""
    server = create_server(application, host="127.0.0.1", port=0, threads=1)
    threading.Thread(target=server.run, daemon=True).start()
    yield server.effective_port
    server.close()


def test_the_next_answer_on_a_connection_is_not_the_body_of_a_head(port: int) -> None:
    asked = "{} /health HTTP/1.1\r\nHost: localhost\r\nConnection: {}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(asked.format("HEAD", "keep-alive").encode())
        connection.sendall(asked.format("GET", "close").encode())
        answered = b"".join(iter(lambda: connection.recv(65536), b""))
    head, answer, body = answered.split(b"\r\n\r\n", 2)
    assert head.startswith(b"HTTP/1.1 200") and answer.startswith(b"HTTP/1.1 200")
    assert b'{"status": "alive"}' in body
    assert b"Content-Length: 19" in head


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ties/", "/api/v1/ties", "/downloads/ties.json", "/feeds/all.ics"])
def test_head_is_answered_where_get_is(client: Client, address: str) -> None:
    Site.objects.update_or_create(pk=1, defaults={"open": True})
    head, answer = client.head(address), client.get(address)
    assert head.status_code == 200
    assert head.headers["ETag"] == answer.headers["ETag"]
