"""The desk app."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The pages for those who are signed in."""

    name = "fingerpost.web.desk"
    default_auto_field = "django.db.models.BigAutoField"
