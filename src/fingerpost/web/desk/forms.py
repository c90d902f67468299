"""Forms of the desk. Each names its fields: nothing else that is posted counts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from fingerpost.web.desk.fields import DateField
from fingerpost.web.evidence.models import Finding

MOST_TOGETHER = 500
"""More findings than this no sentence has."""


class ManyFiles(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("widget", ManyFiles())
        super().__init__(*args, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        if not data:
            return []
        single = super().clean
        return [single(item, initial) for item in (data if isinstance(data, list | tuple) else [data])]


class AddSourceForm(forms.Form):
    """Files, or pasted text, or an address where addresses may be fetched; with what is known of them."""

    files = FilesField(
        required=False, label="Files", help_text="Text, HTML, PDF, Word or mail; several at once."
    )
    text = forms.CharField(
        required=False, label="Or paste the text", widget=forms.Textarea, max_length=2_000_000
    )
    address = forms.URLField(
        required=False, label="Or give its address", max_length=2000, assume_scheme="https"
    )
    published = DateField(label="Published", help_text="As 2022-03-01. Leave it empty where the source says.")
    publisher = forms.CharField(required=False, label="Publisher", max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.FETCH_ALLOWED:
            del self.fields["address"]
            self.fields[
                "text"
            ].help_text = (
                "An address is not fetched here: open it, and paste its text or save the page as a file."
            )

    def clean(self) -> dict[str, Any]:
        """Require one of the ways."""
        data = super().clean() or {}
        if not self.errors and not (data.get("files") or data.get("text") or data.get("address")):
            ways = ", paste a text, or give an address" if "address" in self.fields else ", or paste a text"
            raise ValidationError(f"Choose a file{ways}.")
        return data


class JudgeForm(forms.Form):
    """A judgement on one finding."""

    verdict = forms.ChoiceField(choices=[(v, v) for v in ("accept", "correct", "reject", "unsure", "undo")])
    seen = forms.IntegerField(min_value=0)
    why = forms.CharField(required=False, max_length=2000)


class TogetherForm(forms.Form):
    """The same judgement on several findings, each with the version that was seen: ``finding=12:0``."""

    verdict = forms.ChoiceField(choices=[(v, v) for v in ("accept", "reject", "unsure", "undo")])

    def clean(self) -> dict[str, Any]:
        """Give the versions by id of finding."""
        data = super().clean() or {}
        pairs = [one.partition(":")[::2] for one in self.data.getlist("finding")[:MOST_TOGETHER]]
        if not pairs or not all(pk.isdecimal() and seen.isdecimal() for pk, seen in pairs):
            raise ValidationError("Say which findings.")
        data["findings"] = {int(pk[:15]): int(seen[:9]) for pk, seen in pairs}
        return data


class ProposeForm(forms.Form):
    """A passage marked by hand."""

    kind = forms.ChoiceField(choices=Finding.Kind.choices)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    text = forms.CharField(strip=False, max_length=20_000)
    note = forms.CharField(required=False, max_length=2000, label="What it says, in your words")
