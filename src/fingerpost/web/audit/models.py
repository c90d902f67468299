"""The audit chain: one row for each change, each holding the digest of the one before."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models

PAST = {
    "draw": "drew",
    "drop": "dropped",
    "fail": "failed",
    "give": "gave",
    "make": "made",
    "put": "put",
    "read": "read",
    "send": "sent",
    "set": "set",
    "take": "took",
    "withdraw": "withdrew",
    "withhold": "withheld",
}
"""Verbs of actions whose past does not end in "-ed"."""


class Entry(models.Model):
    """One change. ``digest`` covers the row before, this row, and the digest of ``payload``.

    The payload itself is outside the chain: when personal data is erased on request, the payload goes, its digest
    stays, and the entry that erased it says so. Nothing else ever changes or removes an entry.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    """None: the software itself (a migration, an import run from the command line)."""
    by_name = models.CharField(max_length=200)
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    """``app.model``, lower case."""
    subject_id = models.CharField(max_length=40)
    why = models.TextField(blank=True)
    source = models.ForeignKey("evidence.Source", null=True, on_delete=models.PROTECT, related_name="entries")
    payload = models.JSONField(null=True)
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=("subject", "subject_id", "number")),)

    def __str__(self) -> str:
        return f"{self.number}: {self.action} {self.subject} {self.subject_id}"

    @property
    def did(self) -> str:
        """Give what was done in words: "Recorded roll call"."""
        verb, *rest = self.action.split("-")
        past = PAST.get(verb) or verb + ("d" if verb.endswith("e") else "ed")
        return " ".join([past, *rest]).capitalize()

    def expected_digest(self) -> str:
        """Give the digest this row must have."""
        parts = [
            self.previous,
            str(self.number),
            self.at.isoformat(),
            str(self.by_id or ""),
            self.by_name,
            self.action,
            self.subject,
            self.subject_id,
            self.why,
            str(self.source_id or ""),
            self.payload_digest,
        ]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class Head(models.Model):
    """The end of the chain; locking its one row puts changes in order."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)


def payload_digest(payload: Any) -> str:
    """Give the digest of a payload in its canonical JSON."""
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
