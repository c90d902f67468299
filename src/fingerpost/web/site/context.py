"""What every public page shows around its content."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fingerpost.web.accounts.mailing import sends_mail
from fingerpost.web.site.languages import plain_address

ENTRIES = (
    (_("Signpost"), "site:home"),
    (_("Map"), "site:map"),
    (_("Ties"), "site:ties"),
    (_("Cases"), "site:cases"),
    (_("Search"), "site:search"),
    (_("About"), "site:about"),
)


def presented(request: HttpRequest) -> dict[str, Any]:
    """Give whose site it is, the navigation, and the same page in each language.

    Asks the database for nothing: pages that say the database is away are made with it too.
    """
    here = request.path_info
    navigation = []
    for label, name in ENTRIES:
        address = reverse(name)
        begins = address[len(reverse("site:home")) - 1 :]
        current = here == begins or (begins != "/" and here.startswith(begins))
        navigation.append((label, address, current))
    rest = getattr(request, "unprefixed_path", here).lstrip("/")
    root = plain_address(request, "site:home")
    query = f"?{encoded}" if (encoded := request.GET.urlencode()) else ""
    return {
        "site": getattr(request, "site", None),
        "language": get_language(),
        "navigation": navigation,
        "sends_mail": sends_mail(),
        "desk": plain_address(request, "home"),
        "canonical": request.build_absolute_uri(f"{root}{rest}{query}"),
        "languages": [
            (code, label, request.build_absolute_uri(f"{root}{code}/{rest}{query}"))
            for code, label in settings.LANGUAGES
        ],
    }
