"""The signpost as files: a drawing for pages and posters, and sheets for a sign maker."""

from __future__ import annotations

from threading import Lock

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from fingerpost.printing import NoPdf
from fingerpost.signpost import signpost_svg
from fingerpost.signpost.sheets import signpost_pdf
from fingerpost.web.site.answering import public
from fingerpost.web.site.signposts import NoPost, registered_signpost, words_now
from fingerpost.web.site.views.ties import day_asked

SVG = "image/svg+xml; charset=utf-8"
AGAIN_SECONDS = 30
WAIT_SECONDS = 15.0
"""Printing takes seconds of a processor, so it is done for one visitor at a time; the others wait, for so long."""

_printing = Lock()


@public(asks=("as_of", "paper", "shape"))
def drawing(request: HttpRequest) -> HttpResponse:
    """The signpost as SVG; ``?paper=dark``, ``?shape=tall``, ``?as_of=`` a day."""
    on, problem = day_asked(request)
    if problem:
        return _sentence(_("This is no day. Write it as 2022-03-08."), 400)
    try:
        post, _place = registered_signpost(on)
    except NoPost as error:
        raise Http404(str(error)) from error
    drawn = signpost_svg(
        post,
        words_now(),
        shape="tall" if request.GET.get("shape") == "tall" else "wide",
        theme="dark" if request.GET.get("paper") == "dark" else "light",
    )
    return _file(drawn.encode(), SVG, "signpost.svg")


@public()
def sheets(request: HttpRequest) -> HttpResponse:
    """The signpost as PDF for a sign maker: an overview, and each arm at its real size."""
    try:
        post, place = registered_signpost(request.edition.today)
    except NoPost as error:
        raise Http404(str(error)) from error
    if not _printing.acquire(timeout=WAIT_SECONDS):
        answer = _sentence(_("The sheets are being printed for somebody else. Try again in a moment."), 503)
        answer["Retry-After"] = str(AGAIN_SECONDS)
        return answer
    try:
        made = signpost_pdf(post, words_now(), american=place.country == "US")
    except NoPdf as error:
        return _sentence(str(error), 501)
    finally:
        _printing.release()
    return _file(made, "application/pdf", "signpost.pdf")


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _sentence(words: str, status: int) -> HttpResponse:
    answer = HttpResponse(words, content_type="text/plain; charset=utf-8", status=status)
    answer["Cache-Control"] = "no-store"
    return answer
