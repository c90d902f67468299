"""The words app."""

from __future__ import annotations

from django.apps import AppConfig


class WordsConfig(AppConfig):
    """The index of words by which records are found."""

    name = "fingerpost.web.words"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Index whatever is saved, and whatever is recorded as changed."""
        from django.db.models.signals import post_save

        from fingerpost.web.audit.chain import recorded
        from fingerpost.web.words.indexing import index_recorded, index_saved
        from fingerpost.web.words.subjects import BY_MODEL

        recorded.connect(index_recorded)
        for model in BY_MODEL:
            post_save.connect(index_saved, sender=model)
