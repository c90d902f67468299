"""What the register does not know of a tie, in sentences: silence is told, not hidden."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fingerpost.web.dates import precision
from fingerpost.web.register.models import Involvement
from fingerpost.web.register.standings import Stand
from fingerpost.web.register.status import SUSPENDED, UNKNOWN
from fingerpost.web.site.dates import written
from fingerpost.web.site.tie_page import TiePage


def silences(page: TiePage) -> Iterator[str]:
    """Yield a sentence for each thing that is not known."""
    if not page.arm.since:
        yield _("When the tie began.")
    elif page.years_differ:
        yield _("In which year the tie began: the sources disagree.")
    for stand in page.sides:
        yield from _of_side(stand, page)
    yield from _of_powers(page)
    if unsourced := sum(decision.source_id is None for decision in page.decisions):
        yield ngettext(
            "The source of %(number)s decision.", "The sources of %(number)s decisions.", unsourced
        ) % {"number": unsourced}
    if not page.exchanges:
        yield _("Whether anybody travelled: no exchange is recorded.")
    for seat in page.seats:
        if seat.tenure is None and not seat.vacant_since:
            yield _("Since when the post “%(post)s” is vacant.") % {"post": seat.post.title}
    if page.arm.way is None:
        yield _("How far the two places lie apart.")


def _of_side(stand: Stand, page: TiePage) -> Iterator[str]:
    held, place = stand.standing, stand.place.name
    decision = next((one for one in page.decisions if one.pk == held.decision), None)
    if held.status == UNKNOWN:
        yield _("How %(place)s sees the tie: no decision of its own is recorded.") % {"place": place}
    elif precision(held.since) in {"month", "year", "decade"} and decision is not None:
        yield _("The day of %(place)s's last decision: it is known to be %(date)s.") % {
            "place": place,
            "date": written(held.since),
        }
    if held.status == SUSPENDED and decision is not None:
        if not decision.condition:
            yield _("What would lift the suspension by %(place)s: no condition was set.") % {"place": place}
        if not decision.review:
            yield _("When %(place)s looks at the suspension again: no review date was set.") % {
                "place": place
            }


def _of_powers(page: TiePage) -> Iterator[str]:
    roles = {rule.role for rule in page.rules}
    if Involvement.Role.DECIDES not in roles:
        yield _("Who may decide about the tie.")
    if Involvement.Role.CARRIES not in roles:
        yield _("Who carries the tie from day to day.")
