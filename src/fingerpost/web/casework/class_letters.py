"""Letters that follow a decision on a class: to each partner, to each body that carries ties, to the press."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from fingerpost.places.normal import normal
from fingerpost.web.accounts.permissions import ISSUE, require
from fingerpost.web.casework.letters import TO, Matter, drafted, matter_of
from fingerpost.web.casework.models import ClassDecision
from fingerpost.web.errors import WebError
from fingerpost.web.paper import MEDIA_TYPES, Paper, rendered

if TYPE_CHECKING:
    from fingerpost.web.accounts.models import User
    from fingerpost.web.register.models import Body

ZIP = "application/zip"
LETTERS = {
    "partner": "to the partners",
    "association": "to those who carry the ties",
    "press": "to the press",
}
"""Whom there are letters to, as links say it."""
MOST = 300
"""Most letters in one file; a larger class is decided, and written about, in parts."""


class TooMany(WebError):
    """More letters than one file holds."""


class File(NamedTuple):
    """A file to hand out."""

    name: str
    media_type: str
    data: bytes


def write_class_letters(*, by: User, of: ClassDecision, to: str, now: datetime) -> File:
    """Give the draft letters about a decision on a class: a Word document, or a ZIP of one for each recipient.

    Args:
        to: a key of ``TO``.

    Raises:
        TooMany: there would be more than ``MOST`` letters.
        WebError: the decisions were withdrawn, so there is nothing to write about.
    """
    require(by, ISSUE)
    assert to in TO
    found = of.decisions.filter(withdrawn=None).select_related("side__tie", "side__place", "body", "motion")
    decisions = list(found.order_by("pk")[: MOST + 1])
    if not decisions:
        raise WebError("These decisions were withdrawn. There is nothing to write about.")
    if len(decisions) > MOST:
        raise TooMany(f"There are more than {MOST} ties. Write to each from the page of its decision.")
    matters = [matter_of(decision) for decision in decisions]
    if to == "partner":
        return _packed(
            "letters-to-partners.zip", ((matter.there, drafted(matter, to, now)) for matter in matters)
        )
    if to == "press":
        return File(
            "letter-to-press.docx",
            MEDIA_TYPES["docx"],
            rendered(drafted(_together(matters, of), to, now), "docx"),
        )
    by_carrier = [(str(body), _together(of_body, of, body)) for body, of_body in _by_carrier(matters)]
    if not by_carrier:
        raise WebError("The register does not say who carries these ties. Record it, then write.")
    return _packed("letters-to-carriers.zip", ((name, drafted(one, to, now)) for name, one in by_carrier))


def _by_carrier(matters: Sequence[Matter]) -> Iterator[tuple[Body, list[Matter]]]:
    bodies = dict.fromkeys(body for matter in matters for body in matter.carriers)
    for body in bodies:
        yield body, [matter for matter in matters if body in matter.carriers]


def _together(matters: Sequence[Matter], of: ClassDecision, carrier: Body | None = None) -> Matter:
    """Give one matter for several ties: what was decided about them is the same, but for their names."""
    first = matters[0]
    carriers = [carrier] if carrier else list(dict.fromkeys(b for matter in matters for b in matter.carriers))
    if len(matters) == 1:
        return replace(first, carriers=carriers)
    return replace(
        first,
        tie=f"{len(matters)} {of.case.reach}",
        carriers=carriers,
        ties=tuple(f"{matter.here.name} – {matter.there}" for matter in matters),
        decisions=tuple(matter.decision.pk for matter in matters),
    )


def _packed(name: str, letters: Iterator[tuple[str, Paper]]) -> File:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # a DOCX is packed already
        for number, (to, paper) in enumerate(letters, 1):
            plain = re.sub(r"[^a-z0-9]+", "-", normal(to)).strip("-")[:60]
            archive.writestr(f"{number:03}-{plain or 'letter'}.docx", rendered(paper, "docx"))
    return File(name, ZIP, out.getvalue())
