"""Fetching reaches the open web, and nothing of this machine or its network."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from fingerpost.web.evidence.fetching import (
    FetchingIsOff,
    Net,
    NotFetchable,
    TooMuch,
    Unreachable,
    fetch,
    may_be_reached,
)

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

OPEN = "93.184.216.34"


class Pages(BaseHTTPRequestHandler):
    """A server of odd pages."""

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, self.path.partition("?")[0].strip("/").replace("-", "_") or "page")()

    def log_message(self, *args: object) -> None:
        pass

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.send(b"The council voted.", Content_Length="18")

    def moved(self) -> None:
        self.send(b"", 302, Location="/page")

    def around(self) -> None:
        self.send(b"", 302, Location="/around")

    def inward(self) -> None:
        self.send(b"", 302, Location="http://metadata.example/page")

    def to_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def gone(self) -> None:
        self.send(b"", 404)

    def large(self) -> None:
        self.send(b"x" * 2000)

    def bomb(self) -> None:
        self.send(gzip.compress(b"x" * 1_000_000), Content_Encoding="gzip")

    def compressed(self) -> None:
        self.send(gzip.compress(b"The council voted."), Content_Encoding="gzip")

    def broken(self) -> None:
        self.send(b"half", Content_Length="400")

    def slow(self) -> None:
        self.send(b"")
        for _ in range(60):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def slow_head(self) -> None:
        for _ in range(60):
            self.wfile.write(b"H")
            time.sleep(0.05)

    def no_server_of_pages(self) -> None:
        self.wfile.write(b"220 mail.example ESMTP\r\n")


class Wire:
    """A net in which names mean what a test says, and every open address is the local server."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.names: dict[str, list[str]] = {"news.example": [OPEN], "metadata.example": ["169.254.169.254"]}
        self.connected: list[tuple[str, int]] = []
        self.asked_names: list[str] = []

    def net(self, **bounds: Any) -> Net:
        return Net(resolve=self.resolve, connect=self.connect, **bounds)

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked_names.append(host)
        if host not in self.names:
            raise socket.gaierror(f"unknown: {host}")
        return self.names[host]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked = []
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def wire(server: ThreadingHTTPServer, settings: Any) -> Wire:
    settings.FETCH_ALLOWED = True
    return Wire(server.server_address[1])


def test_nothing_is_fetched_unless_the_administrator_allows_it(wire: Wire, settings: Any) -> None:
    settings.FETCH_ALLOWED = False
    with pytest.raises(FetchingIsOff, match="FINGERPOST_FETCH=yes"):
        fetch("http://news.example/page", net=wire.net())
    assert wire.asked_names == []


def test_a_page_is_fetched(wire: Wire) -> None:
    assert fetch("http://news.example/page", net=wire.net()) == (
        b"The council voted.",
        "http://news.example/page",
    )


def test_the_connection_goes_to_the_very_address_that_was_checked(wire: Wire) -> None:
    fetch("http://news.example/page", net=wire.net())
    assert wire.connected == [(OPEN, 80)]
    assert wire.asked_names == ["news.example"]


def test_the_server_is_told_the_name_and_not_the_address(wire: Wire, server: ThreadingHTTPServer) -> None:
    fetch("http://news.example/page?q=älter&b=%20", net=wire.net())
    assert server.asked == [("news.example", "/page?q=%C3%A4lter&b=%20")]


def test_a_redirect_gives_the_final_address(wire: Wire) -> None:
    assert fetch("http://news.example/moved", net=wire.net())[1] == "http://news.example/page"


def test_a_redirect_inward_is_refused(wire: Wire, server: ThreadingHTTPServer) -> None:
    with pytest.raises(NotFetchable, match=r"metadata\.example/page is not fetched: it leads into a private"):
        fetch("http://news.example/inward", net=wire.net())
    assert wire.connected == [(OPEN, 80)]


def test_a_redirect_to_a_file_is_refused(wire: Wire) -> None:
    with pytest.raises(NotFetchable, match="only addresses that begin with"):
        fetch("http://news.example/to-file", net=wire.net())


def test_five_redirects_are_followed_and_no_more(wire: Wire, server: ThreadingHTTPServer) -> None:
    with pytest.raises(TooMuch, match="5 redirects"):
        fetch("http://news.example/around", net=wire.net())
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "inner",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2001:db8::1",
        "4000::1",
    ],
)
def test_special_addresses_are_refused(wire: Wire, inner: str) -> None:
    wire.names["news.example"] = [inner]
    with pytest.raises(NotFetchable, match="private or local network"):
        fetch("http://news.example/page", net=wire.net())
    assert wire.connected == []


@pytest.mark.parametrize("ip", [OPEN, "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_open_net_may_be_reached(ip: str) -> None:
    assert may_be_reached(ip)


def test_one_inner_address_among_open_ones_is_refused(wire: Wire) -> None:
    wire.names["news.example"] = [OPEN, "10.0.0.1"]
    with pytest.raises(NotFetchable):
        fetch("http://news.example/page", net=wire.net())


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"],
)
def test_no_spelling_of_this_machine_is_reached(settings: Any, host: str) -> None:
    settings.FETCH_ALLOWED = True
    with pytest.raises((NotFetchable, Unreachable)):
        fetch(f"http://{host}/", net=Net(connect=lambda *_: pytest.fail("it was connected to")))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://news.example/page",
        "gopher://news.example/",
        "javascript:alert(1)",
        "//news.example/page",
        "news.example/page",
        "http://",
        "",
        "http://user:secret@news.example/page",
        "http://news.example:25/page",
        "http://news.example:99999/page",
        "http://news.example/a b",
        "http://news.example/\r\nHost: inner",
        "http://[news.example/",
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_no_web_address_is_refused_unasked(wire: Wire, address: str) -> None:
    with pytest.raises(NotFetchable):
        fetch(address, net=wire.net())
    assert (wire.asked_names, wire.connected) == ([], [])


def test_an_unknown_name_is_said_to_be_unknown(wire: Wire) -> None:
    with pytest.raises(Unreachable, match=r"nothing is known of nowhere\.example"):
        fetch("http://nowhere.example/", net=wire.net())


def test_the_servers_refusal_is_said(wire: Wire) -> None:
    with pytest.raises(Unreachable, match=r"answered 404 \(Not Found\)"):
        fetch("http://news.example/gone", net=wire.net())


@pytest.mark.parametrize("page", ["large", "bomb"])
def test_no_more_is_read_than_may_be(wire: Wire, page: str) -> None:
    with pytest.raises(TooMuch, match="larger than 1,500 bytes"):
        fetch(f"http://news.example/{page}", net=wire.net(most_bytes=1500))


def test_a_compressed_page_is_opened(wire: Wire) -> None:
    assert fetch("http://news.example/compressed", net=wire.net())[0] == b"The council voted."


@pytest.mark.parametrize("page", ["slow", "slow-head"])
def test_a_server_that_drips_is_left(wire: Wire, page: str) -> None:
    began = time.monotonic()
    with pytest.raises(TooMuch, match="was not read within"):
        fetch(f"http://news.example/{page}", net=wire.net(most_seconds=0.4))
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("page", ["broken", "no-server-of-pages"])
def test_half_a_page_is_no_page(wire: Wire, page: str) -> None:
    with pytest.raises(Unreachable):
        fetch(f"http://news.example/{page}", net=wire.net())


def test_a_secured_address_is_not_read_unsecured(wire: Wire) -> None:
    with pytest.raises(Unreachable):
        fetch("https://news.example/page", net=wire.net())
    assert wire.connected == [(OPEN, 443)]


def test_the_next_address_is_tried_where_the_first_does_not_answer(wire: Wire) -> None:
    wire.names["news.example"] = ["2606:4700::1111", OPEN]
    through: Callable[[str, int, float], socket.socket] = wire.connect

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        if ":" in address:
            raise OSError("no route")
        return through(address, port, seconds)

    assert fetch("http://news.example/page", net=Net(resolve=wire.resolve, connect=connect))[0]


def test_the_inbox_says_plainly_that_fetching_is_off(client: Client, cora: User) -> None:
    from fingerpost.web.evidence.models import Source

    client.force_login(cora)
    assert "An address is not fetched here" in client.get("/desk/inbox/").content.decode()
    page = client.post("/desk/inbox/", {"address": "http://169.254.169.254/latest/meta-data/"})
    assert page.status_code == 400
    assert "Choose a file, or paste a text." in page.content.decode()
    assert not Source.objects.exists()


def test_the_inbox_refuses_an_inner_address(client: Client, cora: User, settings: Any) -> None:
    settings.FETCH_ALLOWED = True
    client.force_login(cora)
    page = client.post("/desk/inbox/", {"address": "http://169.254.169.254/latest/meta-data/"})
    assert "private or local network" in page.content.decode()
