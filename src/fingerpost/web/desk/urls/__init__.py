"""Every address of the desk, under ``/desk/``."""

from __future__ import annotations

from django.urls import URLResolver, include, path

urlpatterns: list[URLResolver] = [
    path("", include(f"fingerpost.web.desk.urls.{area}"))
    for area in ("home", "people", "sources", "register", "cases", "papers", "public")
]
