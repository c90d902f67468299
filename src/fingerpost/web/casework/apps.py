"""The casework app."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Cases: motions, roll calls, decisions, follow-ups, letters and issued briefings."""

    name = "fingerpost.web.casework"
    default_auto_field = "django.db.models.BigAutoField"
