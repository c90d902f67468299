"""Make and end tokens, and tell whose a token is."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from fingerpost.web.accounts.permissions import READ, NotAllowed, require
from fingerpost.web.api.models import Token
from fingerpost.web.audit.chain import record
from fingerpost.web.errors import WebError

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

PREFIX = "fp_"
"""How every secret begins, so that programs that look for leaked secrets can know it."""

MOST_TOKENS = 20


class TooMany(WebError):
    """Somebody has as many tokens as anybody needs."""


def make_token(*, by: User, name: str) -> tuple[Token, str]:
    """Make a token for oneself: (the token, its secret, which is shown this once).

    Raises:
        NotAllowed: ``by`` has no role.
        TooMany: ``by`` has many tokens already.
    """
    require(by, READ)
    secret = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        if Token.objects.select_for_update().filter(user=by, ended=None).count() >= MOST_TOKENS:
            raise TooMany(
                f"You have {MOST_TOKENS} tokens. End one that is no longer used, then make another."
            )
        token = Token.objects.create(user=by, name=name, digest=_digest(secret), created=timezone.now())
        record(by=by, action="make-token", subject=token, payload={"name": name})
    return token, secret


def end_token(*, by: User, token: Token) -> None:
    """End a token of one's own; it opens nothing from now on.

    Raises:
        NotAllowed: it is somebody else's.
    """
    if token.user_id != by.pk:
        raise NotAllowed(READ)
    with transaction.atomic():
        token = Token.objects.select_for_update().get(pk=token.pk)
        if token.ended is None:
            token.ended = timezone.now()
            token.save(update_fields=("ended",))
            record(by=by, action="end-token", subject=token)


def holder_of(secret: str) -> User | None:
    """Give whose token it is; None: nobody's, or it was ended, or its holder's account was closed."""
    if not secret.startswith(PREFIX):
        return None
    token = Token.objects.select_related("user").filter(digest=_digest(secret), ended=None).first()
    if token is None or not token.user.is_active:
        return None
    today = timezone.localdate()
    if token.used != today:
        Token.objects.filter(pk=token.pk).update(used=today)
    return token.user


def _digest(secret: str) -> str:
    # The secret has 256 random bits: nobody finds it from a plain digest.
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()
