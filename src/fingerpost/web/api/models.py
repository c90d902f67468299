"""Tokens with which a program acts in somebody's name."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Token(models.Model):
    """A secret that a program sends; only its digest is kept. It may do what its user may."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=100)
    """What it is for, as "import of exchanges"."""
    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the secret, in hexadecimal."""
    created = models.DateTimeField()
    used = models.DateField(null=True, blank=True)
    """The last day it was used."""
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created", "-id")

    def __str__(self) -> str:
        return self.name
