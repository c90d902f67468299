"""Form fields that read what people write: a record of the register by its words, a date, a country."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from fingerpost.places.codes import code_name
from fingerpost.web.dates import read_date
from fingerpost.web.register.regions import UnknownRegion, country_code, region_code
from fingerpost.web.words.finding import find, find_named
from fingerpost.web.words.subjects import BY_MODEL

NUMBERED = re.compile(r"#(\d+)\s*$")
SHOWN = 8
"""How many records of one name are offered to choose from."""


class RecordField(forms.CharField):
    """A record by its name, or by name and number where several bear the name ("Springfield, OH, US #12")."""

    def __init__(self, model: type[models.Model], **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 300)
        super().__init__(**kwargs)
        columns = {column.name for column in model._meta.concrete_fields}
        self.model = model
        self.where = next((name for name in ("name", "title") if name in columns), "pk")
        """The column it goes by: its name or title, or, where it has neither, its number."""

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
        found = self._named(words) or self._named(words.split(",")[0].strip())
        exact = [record for record in found if str(record).casefold() == words.casefold()]
        found = exact or found
        if not found:
            raise ValidationError(self._unknown(words))
        if len(found) > 1:
            names = "; ".join(f"{record} #{record.pk}" for record in found[:SHOWN])
            raise ValidationError(f'"{words}" is the name of several. Write one of these: {names}')
        record = found[0]
        return record.current if hasattr(record, "current") else record

    def _unknown(self, words: str) -> str:
        """Say that nothing bears a name, and what bears one that has its words."""
        subject = BY_MODEL.get(self.model)
        ids = list(islice(find(subject.kind, words), SHOWN)) if subject and subject.named else []
        alike = "; ".join(f"{one} #{one.pk}" for one in self.model._default_manager.filter(pk__in=ids))
        what = f'Nothing in the register is called "{words}".'
        return (
            f"{what} Write one of these: {alike}; or add it first."
            if alike
            else f"{what} Add it first, or check the spelling."
        )

    def _named(self, name: str) -> list[models.Model]:
        """Give the records that bear a name; one that was merged is found as what it was merged into."""
        subject = BY_MODEL.get(self.model)
        if subject is None or not subject.named:
            return list(self.model._default_manager.filter(**{f"{self.where}__iexact": name})[: SHOWN + 1])
        ids = find_named(subject.kind, [name]).get(name, [])[: SHOWN + 1]
        return list(self.model._default_manager.filter(pk__in=ids).order_by("pk"))

    def prepare_value(self, value: Any) -> Any:
        """Show a record as its words and number."""
        return f"{value} #{value.pk}" if isinstance(value, models.Model) else value


class DateField(forms.CharField):
    """A date known to the year, month or day, as people write it; its value is reduced ISO 8601."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = kwargs.pop("help_text", "As 2022-03-08 or March 8, 2022; or the month or year alone.")
        widget = forms.TextInput(attrs={"class": "date"})
        super().__init__(max_length=40, required=False, help_text=help_text, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        """Give the date, checked."""
        written = str(super().clean(value) or "").strip()
        return read_date(written) if written else ""


class CountryField(forms.CharField):
    """A country by name or code; its value is the code."""

    read = staticmethod(country_code)
    examples = "As Russia, or RU; empty for any."

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 100)
        kwargs.setdefault("help_text", self.examples)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """Give the code.

        Raises:
            ValidationError: nothing, or several, are called so.
        """
        words = str(super().clean(value) or "").strip()
        try:
            return self.read(words) if words else ""
        except UnknownRegion as error:
            raise ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:
        """Show a code as its name, where the name leads back to it."""
        code = str(value or "")
        if not re.fullmatch("[A-Z]{2}(-[A-Z0-9]{1,3})?", code):
            return value
        name = code_name(code)
        try:
            return name if self.read(name) == code else code
        except UnknownRegion:
            return code


class RegionField(CountryField):
    """A state, province or region by name or code; its value is the code."""

    read = staticmethod(region_code)
    examples = "As Virginia, or US-VA; empty for any."
