"""The evidence app."""

from __future__ import annotations

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Sources with their bytes, readings, findings, judgements and facts."""

    name = "fingerpost.web.evidence"
    default_auto_field = "django.db.models.BigAutoField"
