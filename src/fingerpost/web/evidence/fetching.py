"""Fetch a page from the web, and nothing else: no address of this machine or its network can be reached.

A host is resolved here, each of its addresses is checked, and the connection goes to the very address that was
checked, so that a name that changes its meaning in between gains nothing. Each redirect is held to the same rules.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings

from fingerpost import __version__
from fingerpost.web.errors import WebError

MOST_BYTES = 20_000_000
MOST_SECONDS = 30.0
MOST_REDIRECTS = 5
PORTS = frozenset({80, 443, 8080, 8443})
"""Web servers listen here; whatever listens elsewhere is not for us to talk to."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
SAFE = "%/:=&~+!$,;'@()*?[]"
"""What stays as it is in the path and query of an address."""
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses behind which an IPv4 address stands (RFC 6052)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class FetchError(WebError):
    """A page was not fetched; ``address`` is the one it stopped at."""

    def __init__(self, address: str, sentence: str) -> None:
        super().__init__(f"{address[:200]} {sentence}")
        self.address = address


class FetchingIsOff(WebError):
    """The administrator has not allowed fetching."""


class NotFetchable(FetchError):
    """The address is none that may be fetched."""


class Unreachable(FetchError):
    """The server did not answer, or not with the page."""


class TooMuch(FetchError):
    """The page is too large, too slow, or goes from redirect to redirect."""


def _resolve(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True)
class Net:
    """How names become addresses and addresses become connections; and the bounds."""

    resolve: Callable[[str, int], list[str]] = _resolve
    connect: Callable[[str, int, float], socket.socket] = _connect
    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS


def fetch(address: str, *, net: Net | None = None) -> tuple[bytes, str]:
    """Give the bytes of a page, and the address it was found at after redirects.

    Raises:
        FetchingIsOff: the administrator has not allowed it.
        NotFetchable: not http or https, or an address of a private, local or special network.
        Unreachable: the server did not answer with the page.
        TooMuch: more than 20 MB, 30 seconds or 5 redirects.
    """
    if not settings.FETCH_ALLOWED:
        raise FetchingIsOff(
            "Addresses are not fetched here. Save the page and upload the file, or ask the administrator to start "
            "Fingerpost with FINGERPOST_FETCH=yes."
        )
    net = net or Net()
    until = time.monotonic() + net.most_seconds
    for _ in range(MOST_REDIRECTS + 1):
        found = _get(address, net, until)
        if isinstance(found, bytes):
            return found, address
        address = found
    raise TooMuch(
        address, f"was reached after {MOST_REDIRECTS} redirects and leads on. Give the last address."
    )


def may_be_reached(text: str) -> bool:
    """Tell whether an IP address is of the open net: not private, local or special, nor one that hides such."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if address in TRANSLATED:
        return may_be_reached(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return all(may_be_reached(str(inner)) for inner in _inside(address))


def _inside(address: Address) -> Iterator[Address]:
    """Yield the IPv4 addresses that stand in an IPv6 address."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            yield address.ipv4_mapped
        if address.sixtofour:
            yield address.sixtofour
        if address.teredo:
            yield from address.teredo


def _get(address: str, net: Net, until: float) -> bytes | str:
    """Give the page at an address, or the address it redirects to."""
    parts, host, port = _taken_apart(address)
    ips = _checked(address, host, port, net)
    slow = TooMuch(address, f"was not read within {net.most_seconds:.0f} seconds. Try again later.")
    try:
        with _line(ips, port, host if parts.scheme == "https" else "", net, until) as line:
            answer = _answer(address, line, parts, host, port, net)
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        if time.monotonic() >= until or isinstance(error, TimeoutError):
            raise slow from error
        raise Unreachable(address, f"could not be read: {_reason(error)}.") from error
    if time.monotonic() >= until:
        # the connection was ended, which looks like the end of the page
        raise slow
    return answer


def _taken_apart(address: str) -> tuple[SplitResult, str, int]:
    """Give an address in its parts, its host in ASCII, and its port."""
    if any(ord(character) <= 32 or ord(character) == 127 for character in address):
        raise NotFetchable(
            address.split()[0] if address.split() else "", "is no address: it has spaces in it."
        )
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise NotFetchable(address, "is no address. Check how it is written.") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise NotFetchable(address, "is not fetched: only addresses that begin with http:// or https:// are.")
    if parts.username is not None or parts.password is not None:
        raise NotFetchable(address, "is not fetched: it has a user name or password in it. Take that out.")
    if port not in PORTS:
        raise NotFetchable(address, f"is not fetched: port {port} is not one of the web's.")
    return parts, host, port


def _checked(address: str, host: str, port: int, net: Net) -> list[str]:
    """Give the IP addresses to connect to; refused is a host any of whose addresses is not of the open net."""
    try:
        found = net.resolve(host, port)
        refused = not all(may_be_reached(ip) for ip in found)
    except (OSError, ValueError) as error:
        raise Unreachable(address, f"was not found: nothing is known of {host}.") from error
    if not found:
        raise Unreachable(address, f"was not found: nothing is known of {host}.")
    if refused:
        raise NotFetchable(address, "is not fetched: it leads into a private or local network.")
    return found


@contextmanager
def _line(ips: list[str], port: int, tls_name: str, net: Net, until: float) -> Iterator[socket.socket]:
    """Open a connection that ends by itself when the time is over, however slowly the other side drips."""
    line = _connected(ips, port, net, until)
    if tls_name:
        context = ssl.create_default_context()
        line = context.wrap_socket(line, server_hostname=tls_name, do_handshake_on_connect=False)

    def end() -> None:
        with suppress(OSError):
            # the plain socket's own: the secured one's would let its reader go on unsecured
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, until - time.monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        with line:
            if isinstance(line, ssl.SSLSocket):
                line.do_handshake()
            yield line
    finally:
        timer.cancel()


def _connected(ips: list[str], port: int, net: Net, until: float) -> socket.socket:
    """Connect to the first of the addresses that answers."""
    problem: OSError = TimeoutError()
    for ip in ips:
        if (left := until - time.monotonic()) <= 0:
            raise TimeoutError
        try:
            return net.connect(ip, port, left)
        except OSError as error:
            problem = error
    raise problem


def _answer(
    address: str, line: socket.socket, parts: SplitResult, host: str, port: int, net: Net
) -> bytes | str:
    connection = http.client.HTTPConnection(host, port)
    connection.sock = line
    target = quote(parts.path or "/", safe=SAFE) + (
        f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    )
    shown = f"[{host}]" if ":" in host else host
    headers = {
        "Host": shown if port == (443 if parts.scheme == "https" else 80) else f"{shown}:{port}",
        "User-Agent": f"Fingerpost/{__version__}",
        "Accept": "text/html, application/pdf, text/plain, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    response = connection.getresponse()
    if response.status in REDIRECTS and (onward := response.getheader("Location")):
        return urljoin(address, onward.strip())
    if response.status != HTTPStatus.OK:
        raise Unreachable(address, f"could not be read: its server answered {_status(response.status)}.")
    return _body(address, response, net.most_bytes)


def _body(address: str, response: http.client.HTTPResponse, most: int) -> bytes:
    """Give the bytes of an answer; compressed ones are opened as far as they may be."""
    data = response.read(most + 1)
    if response.length and len(data) <= most:
        raise Unreachable(address, "could not be read: the connection broke before its end. Try again.")
    encoding = (response.getheader("Content-Encoding") or "identity").lower()
    if encoding in {"gzip", "x-gzip", "deflate"} and len(data) <= most:
        data = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, most + 1)
    elif encoding != "identity":
        raise Unreachable(address, "could not be read: it is sent in a form that is not known here.")
    if len(data) > most:
        raise TooMuch(address, f"is larger than {most:,} bytes. Save the part that matters and upload it.")
    return data


def _status(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate does not hold"
    if isinstance(error, ConnectionRefusedError):
        return "its server takes no connections"
    return "the connection broke, or the answer was not one of a web server"
