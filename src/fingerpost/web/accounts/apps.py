"""The accounts app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who works here: people, their roles in bodies, invitations."""

    name = "fingerpost.web.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks of the settings, and the watch over the database's file."""
        from fingerpost.web import checks, replaced  # noqa: F401

        replaced.watch()
