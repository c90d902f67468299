"""How often something may be asked or sent from one place.

What leaves something behind, as a comment or a mail, is counted in the shared cache: by all processes together, and
past their end. What only costs time, as a search, is counted by each process for itself: a count that was kept in the
database would cost more than many an answer.

Nobody's address is kept: only a digest, which runs out with the count.
"""

from __future__ import annotations

import hashlib
import ipaddress

from django.core.cache import cache, caches
from django.http import HttpRequest

NETWORK_BITS = 64
"""How much of an IPv6 address counts: the rest somebody chooses anew as often as they like."""


def place_of(request: HttpRequest) -> str:
    """Give where a request comes from: an IPv4 address, or the network of an IPv6 one."""
    address = request.META.get("REMOTE_ADDR", "")
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # a socket of this machine has none
        return address
    if isinstance(found, ipaddress.IPv6Address) and not found.ipv4_mapped:
        return str(ipaddress.ip_network((found.packed, NETWORK_BITS), strict=False))
    return address


def too_often(who: str, what: str, *, most: int, seconds: int) -> bool:
    """Count one more in the shared cache, and tell whether that is more than are taken within the time.

    There are as many places as are taken; each request holds one for the time. A place is taken by adding it, which
    only one of two requests at the same moment can do; adding to a number would lose one of them.
    """
    places = [_key(f"{what} {number}", who) for number in range(most)]
    held = cache.get_many(places)
    return not any(cache.add(place, 1, seconds) for place in places if place not in held)


def too_fast(who: str, what: str, *, most: int, seconds: int = 60, times: int = 1) -> bool:
    """Count in this process, and tell whether that is more than are taken within the time.

    Args:
        who: whoever is counted, as ``place_of`` gives it or as the id of an account.
        what: what they do.
        most: how many are taken within ``seconds``, which begin with the first.
        times: how many this request counts for.
    """
    counts, key = caches["counts"], _key(what, who)
    counts.add(key, 0, seconds)
    try:
        return int(counts.incr(key, times)) > most
    except ValueError:  # it ran out just now
        return False


def is_spent(who: str, what: str, *, most: int) -> bool:
    """Tell whether ``too_fast`` counted as many as are taken, without counting."""
    return int(caches["counts"].get(_key(what, who), 0)) >= most


def _key(what: str, who: str) -> str:
    return "often:" + hashlib.sha256(f"{what} {who}".encode()).hexdigest()[:32]
