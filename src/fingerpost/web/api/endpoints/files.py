"""Files of whole lists."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from fingerpost.web.api.answering import for_everybody
from fingerpost.web.api.downloads import DOWNLOADS, MEDIA, rows_of, written

A_FILE = 20
"""What a whole list counts for, among answers of at most 500 records: one place has 30 files a minute."""


@require_safe
@for_everybody(counts=A_FILE)
def file(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """A list as a file."""
    download = DOWNLOADS.get(name)
    if download is None or form not in download.forms:
        raise Http404("There is no such file.")
    text = written(name, form, rows_of(request, download), request.edition)
    answer = StreamingHttpResponse(
        (part.encode("utf-8", "replace") for part in text), content_type=MEDIA[form]
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}-{request.edition.today}.{form}"'
    if url := request.edition.site.licence_url:
        answer["Link"] = f'<{url}>; rel="license"'
    return answer
