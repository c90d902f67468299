"""The audit app."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Every change leaves a row: who, when, what, why, from which source; chained by digest."""

    name = "fingerpost.web.audit"
    default_auto_field = "django.db.models.BigAutoField"
