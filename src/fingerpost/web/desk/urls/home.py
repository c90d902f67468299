"""Addresses of the start page, the first run and one's own account."""

from __future__ import annotations

from django.urls import path

from fingerpost.web.desk.views import home, settings, tokens

urlpatterns = [
    path("", home.start, name="home"),
    path("first-run/", home.first_run, name="first_run"),
    path("first-run/sample", home.sample, name="load_sample"),
    path("warnings/", settings.thresholds, name="thresholds"),
    path("me/", home.account, name="account"),
    path("me/tokens/", tokens.tokens, name="tokens"),
    path("me/tokens/<int:pk>/end", tokens.end, name="end_token"),
]
