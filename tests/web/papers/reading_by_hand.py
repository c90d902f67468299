"""Sources with readings made by hand, through the same steps as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.reading.model import Reading
    from fingerpost.web.accounts.models import User
    from fingerpost.web.evidence.models import Finding, Source


def add_read(by: User, reading: Reading, data: bytes, name: str, published: str = "2022-03-01") -> Source:
    """Receive a source, and keep a reading of it that was made by hand."""
    from fingerpost.reading.given import Found
    from fingerpost.web.evidence.reading import read_now
    from fingerpost.web.evidence.receiving import receive_source

    source, _ = receive_source(by=by, data=data, name=name, published=published)
    read_now(source.pk, read=lambda given: Found(reading=reading))
    source.refresh_from_db()
    return source


def judge(by: User, finding: Finding, verdict: str = "accept", **more: object) -> None:
    """Judge a finding as it stands."""
    from fingerpost.web.evidence.judging import judge_finding

    finding.refresh_from_db()
    judge_finding(by=by, finding=finding, verdict=verdict, seen=finding.version, **more)
