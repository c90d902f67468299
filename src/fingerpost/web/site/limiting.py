"""How often something may be sent from one place: counted in the shared cache, so by all processes together."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.http import HttpRequest


def too_often(request: HttpRequest, what: str, *, most: int, seconds: int) -> bool:
    """Count this request, and tell whether more came from its address within the time than are taken.

    The address itself is not kept, only a digest that runs out with the count.
    """
    address = request.META.get("REMOTE_ADDR", "")
    mark = hashlib.sha256(f"{what} {address}".encode()).hexdigest()[:32]
    key = f"often:{mark}"
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key)) > most
    except ValueError:  # it ran out just now
        return False
