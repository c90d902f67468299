"""Addresses where the desk chooses what the public sees."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import comments, public

urlpatterns = [
    path("public/", public.site, name="arrange_site"),
    path("comments/", comments.comments, name="comments"),
    path("comments/<int:pk>/judge", comments.judge, name="judge_comment"),
    path("cases/<int:pk>/public", public.case, name="publish_case"),
    path("ties/<int:pk>/public", public.tie, name="publish_tie"),
    path("sources/<int:pk>/public", public.source, name="show_source"),
]
