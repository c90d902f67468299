"""The register app."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Places, ties, bodies, people, posts, agreements, laws, exchanges and letters."""

    name = "fingerpost.web.register"
    default_auto_field = "django.db.models.BigAutoField"
