"""The reader as a whole."""

from __future__ import annotations

from fingerpost import open_document, read

GERMAN = """Der Rat der Stadt hat am Dienstag beschlossen, die Partnerschaft mit der russischen Stadt ruhen zu lassen.
Die Entscheidung ist nach langer Debatte mit großer Mehrheit gefallen, und die Verwaltung soll den Brief schreiben.
"""

UNDATED = b"""The partnership between the City of Norfolk and Kaliningrad, Russia, began in 1992.

Pressure is growing to end the relationship of 30 years."""


def test_a_text_in_another_language_is_warned_about() -> None:
    assert "reads English" in " ".join(read(open_document(GERMAN.encode())).account.warnings)


def test_a_year_of_publication_that_the_text_lets_infer_is_marked_so() -> None:
    document = read(open_document(UNDATED)).document
    assert (document.published, document.published_from) == ("2022", "inferred")


def test_every_passage_equals_its_slice(founding) -> None:  # type: ignore[no-untyped-def]
    reading = read(open_document(founding))
    text = reading.document.text
    passages = [p for finding in (*reading.ties, *reading.events, *reading.claims) for p in finding.passages]
    assert passages
    assert all(text[p.start : p.end] == p.text for p in passages)
