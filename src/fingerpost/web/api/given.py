"""What a program may send: strict forms, made of the register's own columns where they are records."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from django.db import models
from ninja import Field, Schema
from pydantic import ConfigDict, create_model, field_validator

from fingerpost.web.api.paging import LARGEST
from fingerpost.web.dates import PartialDateField

MOST_CHARACTERS = 20_000
DATE = r"^(\d{4}(-\d{2}(-\d{2})?)?|\d{3}0s)?$"
Id = Annotated[int, Field(ge=1, le=LARGEST)]


class Given(Schema):
    """A form whose texts can be kept, and which takes no field it does not know."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="after")
    @classmethod
    def can_be_kept(cls, value: Any) -> Any:
        """Refuse what no database keeps as text: NUL, and halves of characters."""
        if isinstance(value, str):
            if "\0" in value:
                raise ValueError("holds a NUL character")
            if any("\ud800" <= character <= "\udfff" for character in value):
                raise ValueError("holds half a character (a lone surrogate)")
        return value


def form_of(model: type[models.Model], fields: tuple[str, ...]) -> type[Given]:
    """Give the form of a kind of record: its columns, and why it is added."""
    columns: dict[str, Any] = {name: _column(model._meta.get_field(name)) for name in fields}
    columns["why"] = (str, Field("", max_length=2000, description="For the history."))
    return create_model(
        f"New{model.__name__}", __base__=Given, __doc__=f"A new {model.__name__.lower()}.", **columns
    )


def _column(field: Any) -> tuple[Any, Any]:
    about = {"description": field.help_text} if field.help_text else {}
    if isinstance(field, models.ForeignKey):
        return (Id | None, Field(None, **about)) if field.null else (Id, Field(**about))
    if isinstance(field, models.BooleanField):
        return bool, Field(field.default, **about)
    if isinstance(field, models.IntegerField):
        return int | None, Field(None, ge=0, le=2**31 - 1, **about)
    if isinstance(field, models.FloatField):
        return float | None, Field(None, ge=-180, le=180, allow_inf_nan=False, **about)
    if isinstance(field, models.DecimalField):
        digits = {"max_digits": field.max_digits, "decimal_places": field.decimal_places}
        return Decimal | None, Field(None, ge=0, allow_inf_nan=False, **digits, **about)
    if field.choices:
        values = tuple(value for value, _ in field.choices)
        return (Literal[values], Field(field.default) if field.has_default() else Field(...))
    if isinstance(field, PartialDateField):
        return str, Field("", pattern=DATE, description="As 1992, 1992-05, 1992-05-14 or 1990s.")
    most = {"max_length": field.max_length or MOST_CHARACTERS}
    return (str, Field("", **most, **about)) if field.blank else (str, Field(min_length=1, **most, **about))
