"""The words app."""

from __future__ import annotations

from django.apps import AppConfig


class WordsConfig(AppConfig):
    """The index of words by which records are found."""

    name = "fingerpost.web.words"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Index whatever is recorded as changed."""
        from fingerpost.web.audit.chain import recorded
        from fingerpost.web.words.indexing import index_recorded

        recorded.connect(index_recorded)
