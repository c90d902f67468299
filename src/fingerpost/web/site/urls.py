"""Every address of the public site. They are stable: what was once published is found there for good."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.site.views import home, signpost, sources, ties

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("signpost.svg", signpost.drawing, name="signpost-svg"),
    path("signpost.pdf", signpost.sheets, name="signpost-pdf"),
    path("ties/", ties.ties, name="ties"),
    path("ties/<int:pk>", ties.tie, name="tie"),
    path("sources/<int:pk>", sources.source, name="source"),
]
