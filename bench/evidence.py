"""Sources about towns, read, with findings that were judged, but for the newest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.keeping import made, recorded

FINDINGS = 12
WAITING = 60
"""So many sources, the newest, have findings that wait to be judged."""
TEXT = "The council of Northam voted on Tuesday to suspend its sister city tie with Ostberg. " * 8


def sources_about(towns: list[str], first: int) -> list[Any]:
    """Make a source about each town, the newest first; the first of them gets this number."""
    from django.utils import timezone

    from fingerpost.web.evidence.models import Source

    now = timezone.now()
    return recorded(
        "receive-source",
        (
            Source(
                digest=f"sha256:{first + n}", name=f"{n}.txt", title=f"{town} and its tie",
                received=now - timedelta(minutes=n), text=TEXT, state="read",
            )
            for n, town in enumerate(towns)
        ),
    )  # fmt: skip


def findings_of(sources: list[Any], ties: list[Any]) -> None:
    """Make the readings of sources and their findings, each about a tie."""
    from django.utils import timezone

    from fingerpost.web.evidence.models import Finding, Passage, Reading
    from fingerpost.web.words.indexing import index

    data = {"document": {"blocks": [{"kind": "paragraph", "start": 0, "end": len(TEXT)}]}}
    readings = made(Reading(source=s, reader="bench", at=timezone.now(), data=data) for s in sources)
    findings = made(
        Finding(
            source=reading.source, reading=reading, kind="event", key=f"e{n}", start=n * 50,
            data={"kind": "suspended"}, state="open" if number < WAITING and n % 2 else "accepted",
            tie=ties[number % len(ties)],
        )
        for number, reading in enumerate(readings)
        for n in range(FINDINGS)
    )  # fmt: skip
    made(
        Passage(finding=f, start=f.start, end=f.start + 50, text=TEXT[f.start : f.start + 50])
        for f in findings
    )
    index(Finding, [finding.pk for finding in findings])
