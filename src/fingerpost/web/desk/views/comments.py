"""What residents wrote: read it, show it or not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from fingerpost.web.accounts.permissions import PUBLISH
from fingerpost.web.desk.guard import needs
from fingerpost.web.desk.paging import page_of
from fingerpost.web.site.commenting import erase_comment, judge_comment
from fingerpost.web.site.models import Comment

PAGE = 50


@needs(PUBLISH)
def comments(request: HttpRequest) -> HttpResponse:
    """The comments to be read first, then those judged, the newest first."""
    found = Comment.objects.select_related("case", "judged_by").prefetch_related("tie__sides__place")
    page = page_of(request, found.order_by("-state", "-at", "-pk"), PAGE)
    return render(request, "public/comments.html", {"page": page})


@require_POST
@needs(PUBLISH)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a comment, do not, or erase it."""
    comment = get_object_or_404(Comment, pk=pk)
    why = request.POST.get("why", "")[:2000]
    if request.POST.get("do") == "erase":
        erase_comment(by=request.user, comment=comment, why=why)
    else:
        judge_comment(by=request.user, comment=comment, shown=request.POST.get("do") == "show", why=why)
    return redirect("comments")
