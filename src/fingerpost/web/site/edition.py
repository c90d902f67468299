"""Which edition of the register a page shows: what holds until the next change, or the next day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Subquery
from django.utils import timezone

from fingerpost.web.audit.models import Entry
from fingerpost.web.site.models import Site


class Edition(NamedTuple):
    """The open site with the end of the history. Two pages with the same address of the same edition are the same."""

    site: Site
    mark: str
    """Digest of the last entry in the history."""
    changed: datetime
    """When that entry was made, or the day began, whichever is later: pages say how things stand today."""
    today: date

    @property
    def until_changed(self) -> tuple[str, date]:
        """Give what ends with the edition."""
        return self.mark, self.today


def current_edition() -> Edition | None:
    """Give what visitors see now, with one query; None: the site is not open."""
    last = Entry.objects.order_by("-number")
    found = (
        Site.objects.filter(pk=1, open=True)
        .annotate(mark=Subquery(last.values("digest")[:1]), at=Subquery(last.values("at")[:1]))
        .first()
    )
    if found is None:
        return None
    today = timezone.localdate()
    began = timezone.make_aware(datetime.combine(today, time.min))
    return Edition(found, found.mark or "", max(found.at or began, began), today)


def is_open() -> bool:
    """Tell whether an administrator has opened the public site."""
    return Site.objects.filter(pk=1, open=True).exists()
