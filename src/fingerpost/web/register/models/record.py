"""What every record of the register can do: be merged into another of its kind, and that be undone."""

from __future__ import annotations

from typing import Self

from django.db import models

STANDING = models.Q(merged_into=None)
"""Records that stand by themselves: what lists show."""
MERGED = models.Q(merged_into__isnull=False)
"""The others. Written so: SQLite knows "is not null" in an index, and not the negation of "is null"."""


class Record(models.Model):
    """What can be merged into another record of its kind."""

    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )
    """Indexed where it is not empty only: SQLite would take an index of all for "is empty", and sort all it finds."""
    created = models.DateTimeField(auto_now_add=True)
    imported_from = models.CharField(max_length=300, blank=True)
    """The outside register this record came from; empty where somebody here made it."""

    class Meta:
        abstract = True

    @property
    def current(self) -> Self:
        """Give the record this one was merged into, or itself."""
        record = self
        while record.merged_into is not None:
            record = record.merged_into
        return record
