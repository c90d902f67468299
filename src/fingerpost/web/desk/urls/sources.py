"""Addresses of the inbox, the sources and the review."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import review, sources

urlpatterns = [
    path("inbox/", sources.inbox, name="inbox"),
    path("sources/<int:pk>/", sources.source, name="source"),
    path("sources/<int:pk>/original", sources.original, name="original"),
    path("sources/<int:pk>/again", sources.read_once_more, name="read_again"),
    path("review/", review.to_review, name="to_review"),
    path("review/<int:pk>/", review.review, name="review"),
    path("review/<int:pk>/propose", review.propose, name="propose"),
    path("review/<int:pk>/together", review.together, name="judge_together"),
    path("review/<int:pk>/unassign", review.unassign, name="unassign"),
    path("findings/<int:pk>/judge", review.judge, name="judge"),
    path("findings/<int:pk>/assign", review.assign, name="assign"),
]
