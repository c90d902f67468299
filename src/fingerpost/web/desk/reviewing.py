"""What the page of a review shows of each finding, and of the source as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from fingerpost.web.evidence.correcting import fields_of
from fingerpost.web.evidence.grouping import Group, grouped
from fingerpost.web.evidence.models import Finding, Source
from fingerpost.web.evidence.suggesting import suggestions
from fingerpost.web.evidence.wording import headline


def review_of(source: Source, *, bare: bool = False) -> list[Group]:
    """Give the findings of a source in groups, each with its words, fields and suggestion; bare: without them."""
    found = source.findings.prefetch_related("passages")
    if bare:
        return grouped(source, list(found))
    findings = list(
        found.select_related("tie", "person", "body", "place").prefetch_related(
            "judgements__by", "tie__sides__place"
        )
    )
    names = names_in(findings)
    suggested = suggestions(findings)
    for finding in findings:
        finding.headline = headline(finding, names)
        finding.fields = fields_of(finding, names)
        finding.last = finding.standing[-1] if finding.standing else None
        finding.suggested = suggested.get(finding.pk)
    return grouped(source, findings)


def names_in(findings: Iterable[Finding]) -> dict[str, str]:
    """Give the names of the actors and places of a reading by their ids in it."""
    return {
        finding.data["id"]: finding.judged["name"]
        for finding in findings
        if finding.kind in {"actor", "place"} and "id" in finding.data
    }


def subject_of(finding: Finding) -> Any:
    """Give the record that a finding belongs to; None: it belongs to none yet."""
    return finding.tie or finding.person or finding.body or finding.place


def belongings(findings: Iterable[Finding]) -> dict[int, str]:
    """Give in words what findings belong to, by id; "" for nothing."""
    return {finding.pk: str(subject_of(finding) or "") for finding in findings}


def open_case_of(source: Source, findings: Sequence[Finding]) -> dict[str, str] | None:
    """Give the address and words for opening a case on a source's tie; None: no tie is known, or it has the case."""
    tie = next((finding.tie for finding in findings if finding.tie_id), None)
    if tie is None or source.cases.filter(tie=tie).exists():
        return None
    return {
        "href": f"{reverse('new_case')}?tie={tie.pk}&source={source.pk}",
        "words": f"Open a case on {tie}",
    }
