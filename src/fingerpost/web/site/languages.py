"""In which language the public site answers, without a cookie.

``/ties/12`` answers in the language the browser asks for, ``/de/ties/12`` and ``/en/ties/12`` in that one; the links
on a page in a chosen language keep it. Addresses without a language are the ones to cite.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

ENGLISH = "en"


def is_public(path: str) -> bool:
    """Tell whether an address is of the public site: what is not of the desk, its accounts or files."""
    return not path.startswith(("/desk/", "/account/", "/static/"))


class Languages:
    """Middleware that chooses the language, and takes it off the address before the address is looked up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language chosen; the desk speaks English."""
        if not is_public(request.path_info):
            with translation.override(ENGLISH):
                return self.get_response(request)
        code, rest = in_address(request.path_info)
        request.chosen_language = code
        request.unprefixed_path = rest
        with translation.override(code or preferred(request.headers.get("Accept-Language", ""))):
            if not code or not is_public(rest):
                return self.get_response(request)
            request.path_info = rest
            with _links_begin_with(f"{get_script_prefix()}{code}/"):
                return self.get_response(request)


def plain_address(request: HttpRequest, name: str, *args: object) -> str:
    """Give an address without a language in it: of the desk, which has none, or the one of a page to cite."""
    prefix = get_script_prefix()
    if code := request.chosen_language:
        prefix = prefix.removesuffix(f"{code}/")
    with _links_begin_with(prefix):
        return reverse(name, args=args)


def in_address(path: str) -> tuple[str, str]:
    """Give the language that begins an address, empty where none does, and the rest of the address."""
    code, slash, rest = path.lstrip("/").partition("/")
    if slash and code in dict(settings.LANGUAGES):
        return code, f"/{rest}"
    return "", path


def preferred(header: str) -> str:
    """Give the language of ours that an Accept-Language header asks for most; English where it asks for none."""
    ours = dict(settings.LANGUAGES)
    for asked, _ in parse_accept_lang_header(header):
        if (code := asked.partition("-")[0]) in ours:
            return code
    return ENGLISH


@contextmanager
def _links_begin_with(prefix: str) -> Iterator[None]:
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        yield
    finally:
        set_script_prefix(before)
