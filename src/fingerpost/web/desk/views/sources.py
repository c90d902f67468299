"""The inbox and the sources."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import ADD_SOURCE, READ, may
from fingerpost.web.desk.forms import AddSourceForm
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import Page, page_of
from fingerpost.web.evidence.marking import marked
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.receiving import Empty, TooLarge, read_again, receive_source
from fingerpost.web.evidence.waiting import TO_JUDGE
from fingerpost.web.policy import DOWNLOAD

PAGE = 50


@needs(READ)
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest sources, with how far their review is; and the form to add more."""
    form = AddSourceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _add(request, form.cleaned_data)
    page = page_of(request, Source.objects.order_by("-received", "-pk").defer("text"), PAGE)
    count_findings(page)
    waiting = any(source.state in {"waiting", "reading"} for source in page)
    return render(
        request,
        "sources/inbox.html",
        {"form": form, "page": page, "waiting": waiting, "may_add": may(request.user, ADD_SOURCE)},
        status=400 if form.is_bound and form.errors else 200,
    )


def count_findings(page: Page) -> None:
    """Count the findings of the sources of one page, and of no others."""
    to_judge = Q(state__in=TO_JUDGE)
    counts = Finding.objects.filter(source__in=page.object_list).order_by().values("source")
    counts = counts.annotate(
        all_findings=Count("pk"),
        open_findings=Count("pk", filter=to_judge),
        unsettled=Count("pk", filter=to_judge & Q(unsettled=True)),
    )
    by_source = {row["source"]: row for row in counts}
    for source in page:
        row = by_source.get(source.pk, {})
        for name in ("all_findings", "open_findings", "unsettled"):
            setattr(source, name, row.get(name, 0))


def _add(request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
    given = [(file.read(), file.name) for file in data["files"]]
    if data["text"]:
        given.append((data["text"].encode(), "pasted text"))
    known = {"by": request.user, "published": data["published"], "publisher": data["publisher"]}
    if data.get("address"):
        from fingerpost.web.evidence.fetching import fetch

        content, final = fetch(data["address"])
        given.append((content, final))
        known["url"] = final
    for content, name in given:
        _receive(request, content, name, known)
    return redirect("inbox")


def _receive(request: HttpRequest, content: bytes, name: str, known: dict[str, Any]) -> None:
    """Receive one of several sources; what is wrong with one holds up none of the others."""
    try:
        source, new = receive_source(data=content, name=name, **known)
    except (Empty, TooLarge) as problem:
        messages.error(request, str(problem))
        return
    added, known_already = "was added, and is being read.", "was here already; nothing changed."
    messages.success(request, f"{source} {added if new else known_already}")


@needs(READ)
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """One source: its text with the findings marked, and where it is used."""
    found = get_object_or_404(Source, pk=pk)
    return render(
        request,
        "sources/source.html",
        {
            "source": found,
            "paragraphs": marked(found),
            "cases": found.cases.all()[:20],
            "came_with": found.came_with.select_related("mail").defer("mail__text")[:20],
            "attachments": found.attachments.select_related("source").defer("source__text"),
            "unread": unread_of(found),
            "may_add": may(request.user, ADD_SOURCE),
        },
    )


def unread_of(source: Source) -> list[str]:
    """Give what the reader did not read of a source, in sentences."""
    said = source.readings.order_by("-pk").values_list("data__account__warnings", flat=True).first()
    return list(said or ())


@needs(READ)
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as received, to download, never to be shown by the browser as a page of ours."""
    found = get_object_or_404(Source.objects.select_related("original"), pk=pk)
    response = HttpResponse(bytes(found.original.data), content_type="application/octet-stream")
    ascii_name = found.name.encode("ascii", "replace").decode().replace('"', "'").replace("\\", "_")
    response["Content-Disposition"] = f'attachment; filename="{ascii_name}"'
    response["Content-Security-Policy"] = DOWNLOAD
    return response


@require_POST
@needs(ADD_SOURCE)
def read_once_more(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a source that could not be read be tried again."""
    read_again(by=request.user, source=get_object_or_404(Source, pk=pk))
    messages.success(request, "It waits to be read again.")
    return redirect("source", pk=pk)
