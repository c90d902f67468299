"""The endpoints of the API: reading for everybody, writing with a token, the same addresses for both."""

from __future__ import annotations

from ninja import Router

router = Router()
"""One for all: two routers would not share an address, and the second one's would be method not allowed."""
