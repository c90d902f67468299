"""Many sources: in order, on all cores, failures beside their source."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from fingerpost.reading.many import Source, Unread, read_sources
from fingerpost.reading.model import Reading

ARTICLE = (
    b"NORFOLK, Va. - Norfolk City Council voted 4-1 on Tuesday "
    b"to end its sister city ties with Kaliningrad, Russia."
)


def name_of(result: Reading | Unread) -> str | None:
    return result.name if isinstance(result, Unread) else result.document.name


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_with_failures_in_their_place(workers: int) -> None:
    sources = [Source(given=ARTICLE if n % 7 else b"", name=f"{n}.txt") for n in range(40)]
    results = list(read_sources(sources, workers=workers))
    assert [name_of(result) for result in results] == [source.name for source in sources]
    assert [n for n, result in enumerate(results) if isinstance(result, Unread)] == list(range(0, 40, 7))


def test_what_is_attached_to_a_mail_is_read_after_it() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = (
        "The vote",
        "clerk@example.org",
        "Tue, 8 Mar 2022 20:00:00 +0000",
    )
    mail.set_content("The minutes are attached, as the council asked for them last week.")
    mail.add_attachment(ARTICLE, maintype="text", subtype="plain", filename="minutes.txt")
    results = list(read_sources([Source(given=mail.as_bytes(), name="mail.eml")]))
    assert len(results) == 2
    assert isinstance(results[1], Reading)
    assert results[1].ties
