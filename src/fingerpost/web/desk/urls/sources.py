"""Addresses of the inbox, the sources and the review."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import sources

urlpatterns = [
    path("inbox/", sources.inbox, name="inbox"),
    path("sources/<int:pk>/", sources.source, name="source"),
    path("sources/<int:pk>/original", sources.original, name="original"),
    path("review/", sources.to_review, name="to_review"),
    path("review/<int:pk>/", sources.review, name="review"),
    path("review/<int:pk>/propose", sources.propose, name="propose"),
    path("findings/<int:pk>/judge", sources.judge, name="judge"),
    path("findings/<int:pk>/assign", sources.assign, name="assign"),
]
