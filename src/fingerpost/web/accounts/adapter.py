"""What sign-in does differently here: nobody signs up without an invitation."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as here
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Sign-in by mail address, for those who were invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell that accounts are made by invitation only."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail after the page has answered: how long that takes would tell who has an account."""
        from fingerpost.web.accounts.mailing import deliver_meanwhile

        request = here.request
        told = {"request": request, "email": email, "current_site": get_current_site(request), **context}
        deliver_meanwhile(self.render_mail(template_prefix, email, told))


class SecondFactor(DefaultMFAAdapter):
    """The second factor, whose picture stands in the page itself: pages load nothing from ``data:`` addresses."""

    def build_totp_svg(self, url: str) -> str:
        """Give the secret as a picture, as an element of a page."""
        element = super().build_totp_svg(url).partition("?>")[2].strip()
        return element.replace(
            "<svg ", '<svg class="code" role="img" aria-label="The secret as a picture" ', 1
        )
