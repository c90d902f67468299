"""What the office has set for the whole register: after how long something is worth a warning."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction

from fingerpost.web.accounts.permissions import ADMINISTER, require
from fingerpost.web.audit.chain import record
from fingerpost.web.register.health import Thresholds
from fingerpost.web.register.models import Threshold

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User

MOST_MONTHS = 1200


def thresholds_set() -> Thresholds:
    """Give the thresholds as the office has set them; those it has not set are the usual ones."""
    known = {field.name for field in fields(Thresholds)}
    said = dict(Threshold.objects.values_list("name", "months"))
    return Thresholds(**{name: months for name, months in said.items() if name in known})


def set_thresholds(*, by: User | None, thresholds: Thresholds, why: str = "") -> None:
    """Say after how many months something is worth a warning.

    Raises:
        NotAllowed: ``by`` may not.
        ValidationError: a number of months makes no sense.
    """
    require(by, ADMINISTER)
    after = asdict(thresholds)
    if wrong := [
        name for name, months in after.items() if months is not None and not 0 < months <= MOST_MONTHS
    ]:
        raise ValidationError(f"Give months from 1 to {MOST_MONTHS}, or leave it empty: {', '.join(wrong)}.")
    with transaction.atomic():
        before = asdict(thresholds_set())
        for name, months in after.items():
            row, _ = Threshold.objects.update_or_create(name=name, defaults={"months": months})
        if before != after:
            payload = {"before": before, "after": after}
            record(by=by, action="set-thresholds", subject=row, payload=payload, why=why)
