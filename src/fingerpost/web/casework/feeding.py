"""Keys with which a calendar program, which cannot sign in, reads the calendar in somebody's name."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core import signing

from fingerpost.web.accounts.models import User

SALT = "calendar feed"


def feed_key(user: User) -> str:
    """Give the key that reads the calendar in a user's name; changing the password ends it."""
    return signing.dumps([user.pk, user.get_session_auth_hash()[-12:]], salt=SALT)


def keyholder(key: str) -> User | AnonymousUser:
    """Give whose key it is; nobody where it is forged, or ended."""
    try:
        number, stamp = signing.loads(key, salt=SALT)
    except (signing.BadSignature, ValueError):
        return AnonymousUser()
    user = User.objects.filter(pk=number, is_active=True).first()
    return user if user and user.get_session_auth_hash()[-12:] == stamp else AnonymousUser()
