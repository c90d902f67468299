"""Enter a sheet into the register: every new line of it, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction

from fingerpost.web.accounts.permissions import EDIT_REGISTER, require
from fingerpost.web.errors import WebError
from fingerpost.web.register.keeping import keep_all
from fingerpost.web.register.sheets.checking import Checked, check
from fingerpost.web.register.sheets.kinds import Kind
from fingerpost.web.register.sheets.sheet import Sheet

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User


class NotEntered(WebError):
    """A sheet was not entered; ``checked`` says why, line by line."""

    def __init__(self, message: str, checked: Checked) -> None:
        super().__init__(message)
        self.checked = checked


def enter_sheet(
    *, by: User | None, sheet: Sheet, kind: Kind, name: str, seen: str | None = None
) -> list[models.Model]:
    """Record every line of a sheet that is new, and give the records; lines that repeat one are left out.

    Args:
        name: what the sheet is called, for the history.
        seen: the digest of what was looked at; None where nobody looked.

    Raises:
        NotEntered: a line is wrong, none is new, or it no longer comes to what was seen; nothing was written.
    """
    require(by, EDIT_REGISTER)
    with transaction.atomic():
        checked = check(sheet, kind)
        if checked.wrong:
            raise NotEntered(
                "Nothing was recorded: some lines are wrong. Mend them, then try again.", checked
            )
        if not checked.new:
            raise NotEntered("Nothing was recorded: all of it is in the register already.", checked)
        if seen is not None and checked.digest != seen:
            raise NotEntered(
                "Nothing was recorded: the sheet, or the register, is not as it was when you looked. Look again.",
                checked,
            )
        rows = [line.values for line in checked.new]
        return keep_all(by=by, model=kind.model, rows=rows, why=f"entered from {name}"[:300])
