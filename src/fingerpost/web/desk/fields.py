"""Form fields that name a record of the register by its words, and work with any number of records."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

NUMBERED = re.compile(r"#(\d+)\s*$")
SHOWN = 8
"""How many records of one name are offered to choose from."""


class RecordField(forms.CharField):
    """A record by its name, or by name and number where several bear the name ("Springfield, OH, US #12")."""

    def __init__(self, model: type[models.Model], *, where: str = "name", **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 300)
        super().__init__(**kwargs)
        self.model, self.where = model, where

    def clean(self, value: Any) -> models.Model | None:
        """Give the record.

        Raises:
            ValidationError: none bears the name, or several do; the message lists them with their numbers.
        """
        words = str(super().clean(value) or "").strip()
        if not words:
            return None
        if numbered := NUMBERED.search(words):
            record = self.model._default_manager.filter(pk=int(numbered[1][:15])).first()
            if record is None:
                raise ValidationError(f"There is no number {numbered[1]}.")
            return record.current if hasattr(record, "current") else record
        head = words.split(",")[0].strip()
        found = list(self.model._default_manager.filter(**{f"{self.where}__iexact": head})[: SHOWN + 1])
        exact = [record for record in found if str(record).casefold() == words.casefold()]
        found = exact or found
        if not found:
            raise ValidationError(
                f'Nothing in the register is called "{words}". Add it first, or check the spelling.'
            )
        if len(found) > 1:
            names = "; ".join(f"{record} #{record.pk}" for record in found[:SHOWN])
            raise ValidationError(f'"{words}" is the name of several. Write one of these: {names}')
        record = found[0]
        return record.current if hasattr(record, "current") else record

    def prepare_value(self, value: Any) -> Any:
        """Show a record as its words and number."""
        return f"{value} #{value.pk}" if isinstance(value, models.Model) else value
