"""The site app."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The public site: signpost, ties, cases, people, sources, search, feeds and downloads."""

    name = "fingerpost.web.site"
    default_auto_field = "django.db.models.BigAutoField"
