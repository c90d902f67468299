"""The API app."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The API and the reconciliation endpoint, for other programs."""

    name = "fingerpost.web.api"
    default_auto_field = "django.db.models.BigAutoField"
