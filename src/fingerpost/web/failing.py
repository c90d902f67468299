"""What is shown where there is no page, or a page fails: the desk's way at the desk, the public's elsewhere."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.defaults import page_not_found

from fingerpost.web.api.answering import PROGRAMS, broken, missing
from fingerpost.web.desk.views import failing as at_the_desk
from fingerpost.web.site.languages import is_public
from fingerpost.web.site.views import failing as in_public


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a request cannot be answered as it was sent: asked under another host's name, for one.

    It may not have come as far as a language or a user, so this is a sentence and no page.
    """
    words, status = "This request cannot be answered as it was sent.", 400
    if isinstance(exception, RequestDataTooBig):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        words, status = f"More was sent than is taken at once: at most {most} MB.", 413
    if isinstance(exception, DisallowedHost):
        words = (
            "Fingerpost is not reached under this name. Its administrator adds names with FINGERPOST_HOSTS."
        )
    if request.path_info.startswith(PROGRAMS):
        return JsonResponse({"problem": words}, status=status)
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    if request.path_info.startswith(PROGRAMS):
        return missing(request, Http404())
    if is_public(request.path_info):
        return in_public.not_found(request)
    return page_not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that this is a fault, or that the database is away; the log holds the traceback."""
    if request.path_info.startswith(PROGRAMS):
        return broken(request, sys.exc_info()[1])
    if is_public(request.path_info):
        return in_public.failed(request, sys.exc_info()[1])
    return at_the_desk.failed(request)
