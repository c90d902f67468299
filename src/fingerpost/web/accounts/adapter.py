"""What sign-in does differently here: nobody signs up without an invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Sign-in by mail address, for those who were invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that accounts are made by invitation only."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; one that the server does not take is logged, and the page does not tell."""
        from fingerpost.web.accounts.mailing import delivering

        with delivering(email):
            super().send_mail(template_prefix, email, context)
